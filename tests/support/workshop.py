"""The small site with the workshop built in."""

from __future__ import annotations

from pathlib import Path

from handbook.site.workshop import ENGINE_FOLDER, WHEELS_FOLDER, missing_parts
from support.commands import build_site
from support.folders import PROJECT, copy_project

ANSWERS = """\
---
title: What the answers say
summary: Mark a test here.
---

``` workshop
id: mark-answers
title: Mark the answers
tool: results
```
"""


FOLD = """\
---
title: A mini guide of your own
summary: Choose cards here.
---

``` workshop
id: own-guide
title: Make your own
tool: pocket
```
"""


def make_workshop_project(root: Path) -> Path:
    """The small site as a project folder, built with the parts that `make test` fetched into the real one."""
    assert not missing_parts(PROJECT), 'run "make .cache/workshop/ready"'
    copy_project(root)
    (root / "docs/desk/answers.md").write_text(ANSWERS, "utf-8")
    (root / "docs/desk/fold.md").write_text(FOLD, "utf-8")
    with (root / "docs/_data/pocket-guide.yml").open("a", encoding="utf-8") as guide:
        guide.write("mini: [desk-words]\nnumbers:\n  - label: My supervisor\n  - label: Home\n")
    for folder in (ENGINE_FOLDER, WHEELS_FOLDER):
        (root / folder).parent.mkdir(parents=True, exist_ok=True)
        (root / folder).symlink_to(PROJECT / folder, target_is_directory=True)
    build_site(root)
    return root
