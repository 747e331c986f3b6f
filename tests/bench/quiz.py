"""What many questions on one page cost: to build the whole site, and to make usable in the browser.

Run: PYTHONPATH=tests .venv/bin/python -m bench.quiz. The ratio holds on any machine; seconds are those of this one.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from bench.processor import build_cost
from support.chromium import FLAGS, QUIET, ensure
from support.large_quiz import many_questions

COUNTS = (250, 1000, 5000)


def readiness(root: Path) -> float:
    """Seconds that the built page's own thread works until its questions can be answered; the best of three."""
    seconds: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=[*FLAGS, *QUIET])
        for _ in range(3):
            page = browser.new_context().new_page()
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto((root / "site" / "desk" / "many.html").as_uri(), wait_until="commit")
            expect(page.locator(".hb-live")).to_have_count(1, timeout=20_000)
            metrics = session.send("Performance.getMetrics")["metrics"]
            seconds += [float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration"]
        browser.close()
    return min(seconds)


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
        print(f"1000 questions: usable after {readiness(roots[1000]):.2f} s of the page's own work (aim: 1.5)")


if __name__ == "__main__":
    main()
