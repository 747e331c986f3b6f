"""What is new in the handbook."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ..schema import Text
from .base import Block


class NewsList(Block):
    """The newest entries of docs/_data/news.yml: `count` of them, with a link to the page that has them all; or all."""

    kind: ClassVar[str] = "news"

    count: int | None = Field(None, ge=1)
    more: Text | None = None
