"""What many questions on one page cost: to build the whole site, and to make usable in the browser.

Run: PYTHONPATH=tests .venv/bin/python -m bench.quiz. The ratio holds on any machine; seconds are those of this one.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from bench.processor import build_cost
from support.chromium import FLAGS, QUIET, ensure
from support.large_quiz import many_questions

COUNTS = (250, 1000, 5000)
PLAYER, ALL = "one at a time", "all"


def readiness(root: Path) -> dict[str, float]:
    """Seconds that the built page's own thread works until its questions can be answered; the best of five, in turns.

    One question at a time, and all below each other, which a reader chose before.
    """
    seconds: dict[str, list[float]] = {PLAYER: [], ALL: []}
    address = (root / "site" / "desk" / "many.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=[*FLAGS, *QUIET])
        for view in (PLAYER, ALL) * 5:
            context = browser.new_context()
            if view == ALL:
                _choose_all(context, address)
            seconds[view].append(_work(context, address))
            context.close()
        browser.close()
    return {view: min(times) for view, times in seconds.items()}


def _choose_all(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Show all").click()
    page.close()


def _work(context: BrowserContext, address: str) -> float:
    """What a page costs until it has loaded, its quiz with it."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address, wait_until="load")
    metrics = session.send("Performance.getMetrics")["metrics"]
    assert page.locator(".hb-live").count() == 1
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        roots = {count: many_questions(Path(folder, str(count)), count) for count in COUNTS}
        seconds = {count: build_cost(root) for count, root in roots.items()}
        few, some, many = COUNTS
        print(
            *(
                f"{count} questions on a page: {duration:.1f} s to build the site"
                for count, duration in seconds.items()
            ),
            sep="\n",
        )
        first = (seconds[some] - seconds[few]) / (some - few)
        later = (seconds[many] - seconds[some]) / (many - some)
        print(f"{many / some:.0f} times the questions: {seconds[many] / seconds[some]:.1f} times as long", end="; ")
        print(f"one more costs {1000 * first:.1f} ms up to {some}, {1000 * later:.1f} ms up to {many}", end=": ")
        print(f"{later / first:.2f} (aim: 1)")
        ready = readiness(roots[1000])
        print(f"1000 questions below each other: usable after {ready[ALL]:.2f} s of the page's own work (aim: 0.7)")
        print(f"The first of them asked alone: after {ready[PLAYER]:.2f} s", end=", ")
        print(f"{ready[PLAYER] / ready[ALL]:.2f} of that")


if __name__ == "__main__":
    main()
