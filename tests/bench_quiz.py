"""What many questions cost: to read, check and render, and to make usable in the browser.

Run: .venv/bin/python tests/bench_quiz.py. The ratio holds on any machine; seconds are those of this one.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from chromium import ensure
from conftest import FLAGS, QUIET, run_handbook
from handbook.checks import check_handbook
from many import PAGE, many_questions
from rendering import render_page

COUNTS = (250, 1000, 5000)


def rendering(root: Path) -> float:
    """Seconds of this process's own time to read, check and render the page."""
    began = time.process_time()
    handbook, problems = check_handbook(root)
    render_page(handbook, problems, PAGE)
    return time.process_time() - began


def readiness(root: Path) -> float:
    """Seconds that the page's own thread works until its questions can be answered; the best of three."""
    done = run_handbook(root, "site")
    assert done.returncode == 0, done.stdout + done.stderr
    taken: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=[*FLAGS, *QUIET])
        for _ in range(3):
            page = browser.new_context().new_page()
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto((root / "site" / "desk" / "many.html").as_uri(), wait_until="commit")
            expect(page.locator(".hb-live")).to_have_count(1, timeout=20_000)
            metrics = session.send("Performance.getMetrics")["metrics"]
            taken += [float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration"]
        browser.close()
    return min(taken)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        roots = {count: many_questions(Path(folder, str(count)), count) for count in COUNTS}
        seconds = {count: rendering(root) for count, root in roots.items()}
        for count, taken in seconds.items():
            share = taken / count / (seconds[COUNTS[0]] / COUNTS[0])
            print(f"{count} questions: {taken:.2f} s to read, check and render; {share:.2f} a question of {COUNTS[0]}")
        print(f"1000 questions: usable after {readiness(roots[1000]):.2f} s of the page's own work (aim: 1.5)")


if __name__ == "__main__":
    main()
