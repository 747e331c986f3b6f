"""What is done to a finished page, on a page as the theme writes it; no host is needed for that."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.book.read import Handbook
from handbook.site.corrections import CORRECTIONS
from handbook.site.finish import finish
from handbook.site.slim import slim_site
from handbook.site.theme_markup import Correction, ThemeError
from handbook.source.cache import Cache
from handbook.source.site_config import NO_SITE, SiteConfig
from support.folders import HEAD, PROJECT, Checked

SITE = "https://library.example/desk-book/"

THEME = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="generator" content="some-host">
  </head>
  <body>
    <input type="checkbox" id="__drawer" autocomplete="off">
    <input type="checkbox" id="__search" autocomplete="off">
    <label class="md-header__button md-icon" for="__drawer">MENU</label>
    <form class="md-header__option" data-md-component="palette"></form>
    <div class="md-sidebar md-sidebar--primary">
      <label class="md-nav__link" for="__nav_2" id="__nav_2_label" tabindex="0">Desk</label>
      <label class="md-nav__link" for="__nav_3" id="__nav_3_label" tabindex="">Basics</label>
      <nav class="md-nav" data-md-level="1" aria-expanded="true"></nav>
    </div>
    <article class="md-content__inner">
      <p><a href="other.html">Other</a></p>

      <pre>two

  lines</pre>
      <template data-later="answers"><b>six</b></template>
    </article>
  </body>
</html>
"""

NAMED = '<div class="md-header__topic">\n      <span class="md-ellipsis">Library desk</span></div>'

CASES = {
    r' tabindex=""': '<p tabindex="none">',
    CORRECTIONS[-2].theirs: '<label class="md-nav__link" for="__nav_2" tabindex="0">',
    CORRECTIONS[-1].theirs: '<nav aria-label="Menu" aria-expanded="false">',
}
"""Where the theme's mistake occurs any number of times: the same mistake, written in another way."""


@pytest.fixture
def handbook(checked: Callable[[Mapping[str, str]], Checked]) -> Handbook:
    """One with quick cards."""
    bolt = (PROJECT / "docs/assets/icons/bolt.svg").read_text("utf-8")
    now = HEAD.replace("summary:", "quick: true\nsummary:")
    config = f"site_name: Test\nsite_url: {SITE}\n"
    return checked(
        {"docs/index.md": HEAD, "docs/now/index.md": now, "docs/assets/icons/bolt.svg": bolt, "mkdocs.yml": config}
    )[0]


def test_a_page_is_corrected_and_gets_what_every_page_has(handbook: Handbook) -> None:
    html, _ = finish(THEME, "desk/lend.html", handbook)
    assert '<a href="../now/index.html" class="hb-quick"' in html
    assert html.index("hb-quick") < html.index("md-header__option")
    assert 'aria-controls="hb-menu" aria-expanded="false" aria-label="Menu">MENU</button><noscript><label' in html
    assert html.index('<div class="hb-command"><a href="../index.html">') < html.index("hb-quick")
    assert not re.search(r"autocomplete|tabindex|aria-expanded=\"true\"", html)


def test_what_can_wait_is_in_a_file_beside_the_page(handbook: Handbook) -> None:
    html, files = finish(THEME, "desk/lend.html", handbook)
    assert list(files) == ["desk/lend.answers.js"]
    assert "<b>six</b>" in files["desk/lend.answers.js"]
    assert '<template data-later="answers" data-src="lend.answers.js"></template>' in html


def test_addresses_of_links_are_listed_in_full_where_the_site_has_one(handbook: Handbook) -> None:
    assert "<li>library.example/desk-book/desk/other.html</li>" in finish(THEME, "desk/lend.html", handbook)[0]
    assert "hb-links" not in finish(THEME, "desk/lend.html", replace(handbook, site=NO_SITE))[0]


def test_only_text_that_is_shown_as_typed_keeps_its_indents_and_blank_lines(handbook: Handbook) -> None:
    html, _ = finish(THEME, "desk/lend.html", handbook)
    assert re.findall(r"\n[ \n][^\n]*", html) == ["\n\n  lines</pre>"]


def test_a_page_tells_its_edition_and_not_the_program_that_built_it(handbook: Handbook) -> None:
    html, _ = finish(THEME, "desk/lend.html", handbook)
    assert f'<meta name="handbook-edition" content="{handbook.edition}"></head>' in re.sub(
        r"\s*</head>", "</head>", html
    )
    assert "handbook-edition" not in finish(THEME, "desk/lend.html", handbook, preview=True)[0]
    assert "some-host" not in html
    assert "some-host" in finish(THEME, "404.html", handbook)[0]


def test_the_policy_comes_last_and_a_preview_has_none(handbook: Handbook) -> None:
    html, _ = finish(THEME, "desk/lend.html", handbook)
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<body")
    assert "Content-Security-Policy" not in finish(THEME, "desk/lend.html", handbook, preview=True)[0]


@pytest.mark.parametrize(
    ("site", "link"), [(SiteConfig("Test", SITE), "/desk-book/now/index.html"), (NO_SITE, "/now/index.html")]
)
def test_the_page_for_a_wrong_address_links_from_the_root_of_the_server(
    site: SiteConfig, link: str, handbook: Handbook
) -> None:
    html, _ = finish(THEME, "404.html", replace(handbook, site=site))
    assert f'<a href="{link}" class="hb-quick"' in html
    assert "hb-links" not in html


@pytest.mark.parametrize("correction", [each for each in CORRECTIONS if each.times], ids=lambda each: each.theirs[:40])
def test_a_theme_without_what_is_corrected_is_refused(correction: Correction, handbook: Handbook) -> None:
    changed = re.sub(correction.theirs, "", THEME, flags=re.DOTALL)
    assert changed != THEME
    with pytest.raises(ThemeError, match=r"^desk/lend\.html: the theme's page is not as expected: .* 0 times") as error:
        finish(changed, "desk/lend.html", handbook)
    assert repr(correction.theirs) in str(error.value)


@pytest.mark.parametrize("theirs", CASES)
def test_a_theme_that_writes_the_same_mistake_in_another_way_is_refused(theirs: str, handbook: Handbook) -> None:
    (correction,) = (each for each in CORRECTIONS if each.theirs == theirs)
    assert correction.times is None
    with pytest.raises(ThemeError, match="is still there") as error:
        finish(THEME.replace("<article", CASES[theirs] + "<article"), "desk/lend.html", handbook)
    assert repr(correction.theirs) in str(error.value)


def test_every_correction_is_counted_or_says_what_must_not_be_left() -> None:
    assert all(each.times or each.never for each in CORRECTIONS)
    assert {each.theirs for each in CORRECTIONS if not each.times} == set(CASES)


@pytest.mark.parametrize("place", ['<form class="md-header__option"', '<meta charset="utf-8">'])
def test_a_theme_without_a_place_for_what_every_page_has_is_refused(place: str, handbook: Handbook) -> None:
    with pytest.raises(ThemeError, match=re.escape(place.partition("=")[0])):
        finish(THEME.replace(place, "<p>"), "desk/lend.html", handbook)


def _site(folder: Path, link: str, *sheets: str) -> Path:
    for sheet in sheets:
        file = folder / sheet
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("p{top:0}", "utf-8")
    (folder / "index.html").write_text(link, "utf-8")
    return folder


def test_a_theme_that_keeps_its_sheets_elsewhere_is_refused(tmp_path: Path) -> None:
    site = _site(tmp_path, "", "assets/stylesheets/classic/main.min.css")
    with pytest.raises(ThemeError, match="keeps its style sheets elsewhere"):
        slim_site(site, Cache(tmp_path))


def test_a_page_that_links_the_sheets_in_another_way_is_refused(tmp_path: Path) -> None:
    site = _site(tmp_path, '<link href="main.min.css" rel="stylesheet">', "assets/stylesheets/main.min.css")
    with pytest.raises(ThemeError, match=r"index\.html links the theme's style sheets in another way"):
        slim_site(site, Cache(tmp_path))


def test_the_county_s_name_stands_above_that_of_the_handbook(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    handbook, _ = checked({"docs/page.md": HEAD, "docs/_data/organization.yml": "org:\n  name: Riverton & Sons\n"})
    html, _ = finish(THEME.replace("<form", f"{NAMED}<form"), "page.html", handbook)
    assert '<div class="md-header__topic"><span class="hb-county">Riverton &amp; Sons</span><span class="md-ell' in html
    with pytest.raises(ThemeError):
        finish(THEME, "page.html", handbook)
