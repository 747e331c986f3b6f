// Takes the test of a link: the library draws it again, and the quiz of the site asks it.
import { el, need } from "../dom"
import { Part } from "../page"
import { enhanceQuiz } from "../quiz/quiz"
import type { StoreFor } from "../site"
import type { Engine } from "./engine"
import { parsed } from "./field"
import type { LinkedTest } from "./link"

/** The test, ready to be taken. Rejects with words for people where it isn't to be had any more. */
export async function takenTest(engine: Engine, linked: LinkedTest, storeFor: StoreFor): Promise<HTMLElement> {
  const { value } = await engine.call("take", linked)
  const place = el("div", { tabindex: "-1" }, ...parsed((value as { html: string }).html))
  enhanceQuiz(need(place, Part.Quiz), storeFor, { code: linked.code })
  return place
}
