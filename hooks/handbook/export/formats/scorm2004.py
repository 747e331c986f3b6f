"""SCORM 2004, 3rd Edition: the same package for platforms that tell completion and success apart."""

from __future__ import annotations

from ..scorm.package import quiz_format
from ..scorm.standard import SCORM_2004

FORMAT = quiz_format(SCORM_2004, " (3rd Edition)")
