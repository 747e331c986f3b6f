"""Templates are compiled once, and again when they have changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from handbook.site.compiled_templates import CompiledTemplates
from handbook.source.cache import FOLDER, Cache


def render(root: Path, text: str) -> str:
    """The text of a template, by an environment that has compiled nothing yet."""
    env = Environment(
        loader=DictLoader({"page.html": text}), autoescape=True, bytecode_cache=CompiledTemplates(Cache(root))
    )
    return env.get_template("page.html").render(name="<b>")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert render(tmp_path, "Hello {{ name }}") == "Hello &lt;b&gt;"
    monkeypatch.delattr(Environment, "compile")
    assert render(tmp_path, "Hello {{ name }}") == "Hello &lt;b&gt;"
    with pytest.raises(AttributeError, match="compile"):
        render(tmp_path, "Goodbye {{ name }}")


def test_a_damaged_one_is_compiled_anew(tmp_path: Path) -> None:
    render(tmp_path, "Hello {{ name }}")
    (file,) = (tmp_path / FOLDER).iterdir()
    file.write_bytes(file.read_bytes()[:-7])
    assert render(tmp_path, "Hello {{ name }}") == "Hello &lt;b&gt;"
