"""The small site with the workshop built in."""

from __future__ import annotations

from pathlib import Path

from handbook.site.workshop import ENGINE_FOLDER, WHEELS_FOLDER, missing_parts
from support.commands import run_handbook
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


def make_workshop_project(root: Path) -> Path:
    """The small site as a project folder, built with the parts that `make test` fetched into the real one."""
    assert not missing_parts(PROJECT), 'run "make .cache/workshop/ready"'
    copy_project(root)
    (root / "docs/desk/answers.md").write_text(ANSWERS, "utf-8")
    for folder in (ENGINE_FOLDER, WHEELS_FOLDER):
        (root / folder).parent.mkdir(parents=True, exist_ok=True)
        (root / folder).symlink_to(PROJECT / folder, target_is_directory=True)
    result = run_handbook(root, "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return root
