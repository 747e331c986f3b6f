"""Reads Moodle XML with moodle2amc (GPL-3, not ours) and prints what it understood as JSON. A program of its own.

It would load ImageMagick for pictures. An export has none, so that stays out: no machine needs ImageMagick.
"""

import json
import logging
import sys
from types import ModuleType

wand, image = ModuleType("wand"), ModuleType("wand.image")
image.Image = None  # type: ignore[attr-defined]
sys.modules.update({"wand": wand, "wand.image": image})

from amc2moodle.moodle2amc import Quiz  # noqa: E402 (after what it would load)

logging.disable(logging.CRITICAL)
tree, categories = Quiz(sys.argv[1])._reshape()
questions = [
    {
        "id": question.get("qname"),
        "kind": question.get("amctype"),
        "category": question.get("category"),
        "asked": "".join(question[0].itertext()).split(),
        "right": ["".join(choice.itertext()).strip() for choice in question.iter("correctchoice")],
        "wrong": ["".join(choice.itertext()).strip() for choice in question.iter("wrongchoice")],
        "number": [(choice.get("target"), choice.text) for choice in question.iter("AMCnumericChoices")],
    }
    for question in tree.findall("question")
]
print(json.dumps({"categories": categories, "questions": questions}))
