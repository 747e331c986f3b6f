"""The page that offers the pocket guide tells what the build has made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from conftest import Checked, run_handbook
from folders import copy_project
from handbook.fences import Desk
from handbook.model.blocks import Download
from handbook.pdf import Format
from rendering import markdown_for

Check = Callable[[Mapping[str, str]], Checked]
PAGE = """---
title: Guide
summary: To print.
---

``` downloads
id: guide-files
title: Files
```
"""


def test_a_file_is_offered_with_amount_size_and_edition(checked: Check) -> None:
    handbook, problems = checked({"docs/a/page.md": PAGE})
    file = Download("guide/it.pdf", "Large print", "For all.", "3 pages", 41_700, "2026-11-22 · a1b2c3d")
    desk = Desk(handbook, problems, "a/page.md", downloads=(file,))
    html = markdown_for(desk).convert(handbook.guide.pages["a/page.md"].markup.body)
    assert '<a href="../guide/it.pdf">Large print (PDF, 3 pages, 42 KB)</a>' in html
    assert "For all. Edition: 2026-11-22 · a1b2c3d." in html


def test_the_site_offers_every_format_that_it_holds(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    (root / "docs/print.md").write_text(PAGE, "utf-8")
    pocket = root / "docs/_data/pocket-guide.yml"
    pocket.write_text(pocket.read_text("utf-8") + "mini: [desk-lend]\n", "utf-8")
    done = run_handbook(root, "site")
    assert done.returncode == 0, done.stdout + done.stderr
    offered = re.findall(r'href="(pocket-guide/[^"]+)"', (root / "site/print.html").read_text("utf-8"))
    assert offered == [f"pocket-guide/{form.file}" for form in Format]
    for address in offered:
        assert (root / "site" / address).read_bytes().startswith(b"%PDF-")
