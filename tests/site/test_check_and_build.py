"""What passes `handbook check` builds, and what fails it does not: whatever is done to a file of a small site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from handbook.cli._inspect import inspect
from support.damage import MORE, damaged
from support.folders import copy_project
from support.strict_build import build_fault

EXAMPLES = 120
"""A build takes a second, though in this process; about a third of what is damaged passes the check and is built."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small site to damage."""
    root = copy_project(tmp_path_factory.mktemp("damaged"))
    for path, text in MORE.items():
        (root / path).write_text(text, "utf-8")
    assert build_fault(root) is None
    return root


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an example takes hundreds of builds
)
@given(damaged())
def test_any_damage_has_the_same_verdict_in_both(site: Path, damage: tuple[str, bytes]) -> None:
    path, content = damage
    whole = (site / path).read_bytes()
    try:
        (site / path).write_bytes(content)
        _, problems = inspect(site)
        if not problems.blocking:
            assert build_fault(site) is None
    finally:
        (site / path).write_bytes(whole)
