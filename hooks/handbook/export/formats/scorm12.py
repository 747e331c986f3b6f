"""SCORM 1.2: a package that a learning platform plays, with our own player; it reports a score and every answer."""

from __future__ import annotations

from ..scorm.package import quiz_format
from ..scorm.standard import SCORM_12

FORMAT = quiz_format(SCORM_12)
