"""Fills placeholders where Markdown is read for print and for other programs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from .profile import PLACEHOLDER, Medium, Profile


class Filling(InlineProcessor):
    """Puts values of the profile into a text as they are: a value is no Markdown."""

    def __init__(self, md: Markdown, profile: Profile, medium: Medium) -> None:
        super().__init__(PLACEHOLDER.pattern, md)
        self.profile, self.medium = profile, medium

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name is Python-Markdown's)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        """Takes the place of the placeholder."""
        span = Element("span")
        span.text = AtomicString(self.profile.fill(m[0], self.medium))
        return span, m.start(), m.end()
