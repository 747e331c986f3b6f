"""Addresses that may stand in a page or an export, and those that may not, however they are typed."""

from __future__ import annotations

import pytest

from handbook.export.texts import ItemTexts
from handbook.model.guide import Guide
from handbook.source.addresses import is_fit, scheme_of
from handbook.source.profile import Profile, Value

FIT = (
    "lend.md",
    "../desk/lend.md#late-books",
    "#late-books",
    "",
    "a b.pdf",
    "a%20b.pdf",
    "https://example.org",
    "HTTP://example.org/a?b=c#d",
    "https://example.org/a&amp;b",
    "mailto:desk@example.org?subject=A%20B",
    "&#109;&#97;&#105;&#108;&#116;&#111;&#58;&#97;&#64;&#98;",
    "tel:+15550102000",
)
UNFIT = (
    "javascript:a()",
    "JavaScript:a()",
    " javascript:a()",
    "\x01javascript:a()",
    "java\tscript:a()",
    "java\nscript:a()",
    "java&Tab;script:a()",
    "java&#x0A;script:a()",
    "javascript&colon;a()",
    "javascript&#58;a()",
    "javascript&#x3a;a()",
    "&#106avascript:a()",
    "vbscript:a",
    "data:text/html,a",
    "blob:https://example.org/a",
    "file:///etc/passwd",
    "view-source:a",
    "ftp://example.org/a",
    "C:\\forms\\a.pdf",
    "\\\\server\\a.pdf",
    "//example.org/a",
    "/a.md",
    "https:",
    "https:/a",
    "https:\\\\example.org",
    "https://[a",
    "a\u202eb.md",
    "ma\tilto:a@b.example",
)


@pytest.mark.parametrize("address", FIT)
def test_paths_and_four_schemes_are_fit(address: str) -> None:
    assert is_fit(address)


@pytest.mark.parametrize("address", UNFIT)
def test_anything_else_is_not(address: str) -> None:
    assert not is_fit(address)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [("java\tscript:a", "javascript"), (" \x01DATA:a", "data"), ("a/b:c", ""), ("a.md#b:c", ""), ("tel:1", "tel")],
)
def test_a_scheme_is_read_as_a_browser_reads_it(address: str, scheme: str) -> None:
    assert scheme_of(address) == scheme


@pytest.mark.parametrize("address", [address for address in UNFIT if "\n" not in address])
def test_exports_leave_of_a_link_to_such_an_address_its_words(address: str) -> None:
    texts = ItemTexts(Profile({"a.b": Value("a.b", address, 1)}), Guide((), ()), "https://site.example/")
    for typed in (f"[Go](<{address}>) now", "[Go]({{ a.b }}) now"):
        assert "href" not in texts.html(typed)
        assert texts.plain("[Go]({{ a.b }}) now") == "Go now"
    assert texts.address(address) is None
