"""Moodle XML for Moodle 4.3 and earlier, which know no ordering questions."""

from __future__ import annotations

from .moodle import OLDER

FORMAT = OLDER
