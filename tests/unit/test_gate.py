"""A build that `handbook site` has called for stops where something is wrong; any other goes on and shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from handbook.site.build import BLOCKED, WHOLE
from handbook.site.gate import pass_gate
from support.folders import HEAD, Checked

Check = Callable[[Mapping[str, str]], Checked]
WRONG = {"docs/page.md": f"{HEAD}[Lost](nowhere.md)\n"}


def test_a_build_that_must_be_whole_stops_and_says_what_is_wrong(
    checked: Check, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(WHOLE, "1")
    with pytest.raises(SystemExit) as stop:
        pass_gate(*checked(WRONG))
    assert stop.value.code == BLOCKED
    out, err = capsys.readouterr()
    assert 'docs/page.md:6: there is no page "nowhere.md"' in out
    assert err.startswith("1 problem to ")
    assert "site/ is unchanged" in err


def test_a_sound_handbook_goes_on_with_one_line_of_counts(
    checked: Check, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(WHOLE, "1")
    pass_gate(*checked({"docs/page.md": f"{HEAD}Words.\n"}))
    assert capsys.readouterr() == ("1 page, 0 boxes, 0 questions, 0 profile values to fill in.\n", "")


def test_any_other_build_goes_on(
    checked: Check, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(WHOLE, raising=False)
    pass_gate(*checked(WRONG))
    assert capsys.readouterr() == ("", "")
