"""Keeps the theme's templates as Jinja compiled them, so that the next build need not compile them again."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..source.cache import Cache, CacheEntry

_CODE = "code"


class CompiledTemplates(BytecodeCache):
    """For `bytecode_cache` of an environment. A changed template is another: Jinja gives a hash of its text."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what was kept of a template."""
        content = self.cache.find(_inputs(bucket))
        if content:
            bucket.bytecode_from_string(content.files[_CODE])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has made of a template."""
        self.cache.keep(_inputs(bucket), CacheEntry({_CODE: bucket.bytecode_to_string()}))


def _inputs(bucket: Bucket) -> tuple[str, ...]:
    return "template that escapes", bucket.key, bucket.checksum  # Jinja's hash does not tell whether it does
