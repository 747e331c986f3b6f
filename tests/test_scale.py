"""Many questions: a page of a thousand is soon usable, and time grows with their number, not faster."""

from __future__ import annotations

import re
import time
from pathlib import Path

from playwright.sync_api import Browser, expect

from conftest import run_handbook
from folders import SMALL_SITE, copy_project
from handbook.checks import check_handbook
from rendering import render_page


def _many(root: Path, count: int) -> Path:
    """The small site with a page that asks so many questions: its own, over and over under other names."""
    copy_project(root)
    text = (SMALL_SITE / "quizbank" / "items" / "all.yml").read_text("utf-8")
    items = [item for item in re.split(r"\n(?=- id:)", text) if "q-empty" not in item]
    copies = [
        re.sub(r"- id: (\S+)", rf"- id: \1-{at}", items[at % len(items)].rstrip(), count=1) for at in range(count)
    ]
    ids = ", ".join(re.findall(r"(?m)^- id: (\S+)", "\n".join(copies)))
    (root / "quizbank" / "items" / "many.yml").write_text("\n\n".join(copies) + "\n", "utf-8")
    page = f"---\ntitle: Many\nsummary: Many.\n---\n\n``` quiz\nid: many-here\ntitle: Many\nitems: [{ids}]\n```\n"
    (root / "docs" / "desk" / "many.md").write_text(page, "utf-8")
    return root


def test_a_thousand_questions_on_a_page_are_usable_within_a_second_and_a_half(browser: Browser, tmp_path: Path) -> None:
    """In the time that the page's own thread works, so that other programs do not count; the best of three."""
    done = run_handbook(_many(tmp_path, 1000), "site")
    assert done.returncode == 0, done.stdout + done.stderr
    taken = []
    for _ in range(3):
        page = browser.new_context().new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto((tmp_path / "site" / "desk" / "many.html").as_uri(), wait_until="commit")
        expect(page.locator(".hb-live")).to_have_count(1, timeout=20_000)
        metrics = session.send("Performance.getMetrics")["metrics"]
        taken += [metric["value"] for metric in metrics if metric["name"] == "TaskDuration"]
        question = page.locator(".hb-item[data-type=truefalse]").first
        question.get_by_text("True", exact=True).click()
        question.get_by_role("button", name="Check").click()
        expect(question.locator(".hb-result")).to_have_text("Right. Well done.")
        page.context.close()
    print(taken)
    assert min(taken) < 1.5, taken


def test_the_time_to_read_check_and_render_questions_grows_with_their_number(tmp_path: Path) -> None:
    """Four times as many may take six times as long, measured in this process's own time; squared, it were sixteen."""
    taken = {}
    for count in (250, 1000):
        root = _many(tmp_path / str(count), count)
        began = time.process_time()
        handbook, problems = check_handbook(root)
        render_page(handbook, problems, "desk/many.md")
        taken[count] = time.process_time() - began
    assert taken[1000] < 6 * taken[250]
