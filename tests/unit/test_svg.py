"""SVG pictures: what drawing programs save is shown, and what runs or loads anything is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from handbook.source.codes import Code
from handbook.source.svg import UnfitPicture, read_picture
from support.folders import Checked

INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="99mm" viewBox="0 0 210 99" version="1.1" id="svg1"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">
  <sodipodi:namedview id="namedview1" pagecolor="#ffffff" inkscape:zoom="0.7" />
  <defs id="defs1">
    <linearGradient id="g1"><stop style="stop-color:#ff0000;stop-opacity:1;" offset="0" id="stop1" /></linearGradient>
    <linearGradient xlink:href="#g1" id="g2" x1="0" y1="0" x2="1" y2="1" />
    <marker style="overflow:visible" id="Arrow" refX="0" orient="auto"><path d="M 0,0 L 1,1" id="path2" /></marker>
  </defs>
  <metadata id="m1"><rdf:RDF><cc:Work rdf:about=""><cc:license rdf:resource="x" /></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
    <rect style="fill:url(#g2);stroke:#000000;stroke-width:0.5;-inkscape-stroke:none" id="rect1" x="1" y="1" />
    <path style="fill:none;stroke:#000;marker-end:url(#Arrow)" d="M 1,1 H 9" id="path1" fill="red" />
    <text xml:space="preserve" style="font-size:4px;line-height:1.25;font-family:sans-serif;text-anchor:middle"
       x="5" y="5" id="text1"><tspan sodipodi:role="line" id="tspan1" x="5" y="5">Front desk</tspan></text>
  </g>
</svg>
"""


def _picture(tmp_path: Path, text: str, name: str = "Two Arrivals.svg") -> Path:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return file


def _svg(inner: str, more: str = "") -> str:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} viewBox="0 0 9 9" {more}>{inner}</svg>'


def test_what_inkscape_saves_looks_on_a_page_as_it_was_drawn(tmp_path: Path) -> None:
    picture = read_picture(_picture(tmp_path, INKSCAPE))
    shown = tostring(picture, "unicode")
    assert "style" not in shown
    assert "{" not in shown
    assert ":" not in shown.replace("#", "")
    rect, path = (next(picture.iter(name)) for name in ("rect", "g"))
    assert rect.attrib == {
        "x": "1",
        "y": "1",
        "fill": "url(#two-arrivals-g2)",
        "stroke": "#000000",
        "stroke-width": "0.5",
    }
    drawn = path.find("path")
    assert drawn is not None
    assert (drawn.get("fill"), drawn.get("marker-end")) == ("none", "url(#two-arrivals-Arrow)")
    words = next(picture.iter("text"))
    assert (words.get("font-size"), words.get("text-anchor"), words[0].text) == ("4px", "middle", "Front desk")


def test_what_a_picture_refers_to_is_found_by_a_name_of_its_own(tmp_path: Path) -> None:
    picture = read_picture(_picture(tmp_path, INKSCAPE))
    idents = {part.get("id") for part in picture.iter() if "id" in part.attrib}
    assert idents == {"two-arrivals-g1", "two-arrivals-g2", "two-arrivals-Arrow"}
    assert {part.get("href") for part in picture.iter() if "href" in part.attrib} == {"#two-arrivals-g1"}


REFUSED = {
    "script": _svg("<script>a()</script>"),
    "handler": _svg('<path onclick="a()"/>'),
    "handler_in_capitals": _svg('<path ONLOAD="a()"/>'),
    "handler_with_a_name_before_it": _svg('<path x:onload="a()"/>', 'xmlns:x="urn:x"'),
    "style_element": _svg("<style>path{fill:red}</style>"),
    "foreign": _svg('<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>'),
    "html": _svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">a()</h:script>'),
    "html_in_metadata": _svg('<metadata><h:script xmlns:h="http://www.w3.org/1999/xhtml">a()</h:script></metadata>'),
    "svg_in_metadata": _svg("<metadata><script>a()</script></metadata>"),
    "link": _svg('<a xlink:href="javascript:a()"><path/></a>'),
    "use_of_another_file": _svg('<use xlink:href="other.svg#a"/>'),
    "use_in_capitals": _svg('<use HREF="https://elsewhere.example/a.svg#b"/>'),
    "use_of_data": _svg('<use href="data:image/svg+xml,x#a"/>'),
    "image": _svg('<image href="https://elsewhere.example/a.png"/>'),
    "set": _svg('<set attributeName="href" to="javascript:a()"/>'),
    "animate": _svg('<animate attributeName="href" values="javascript:a()"/>'),
    "url": _svg('<path fill="url(https://elsewhere.example/a)"/>'),
    "url_without_scheme": _svg('<path fill="url(//elsewhere.example/a)"/>'),
    "url_in_capitals": _svg("<path fill=\"URL( 'HTTP://elsewhere.example')\"/>"),
    "url_escaped": _svg('<path fill="u\\72l(//elsewhere.example/a)"/>'),
    "url_in_style": _svg("<path style=\"fill:red; mask : url( 'https://elsewhere.example/a' )\"/>"),
    "url_in_dropped_style": _svg('<path style="background:url(//elsewhere.example/a)"/>'),
    "image_set": _svg("<path style=\"cursor:image-set('a.png' 1x)\"/>"),
    "doctype": "<!DOCTYPE svg>" + _svg(""),
    "entities": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + _svg("<text>&b;</text>"),
    "stylesheet": '<?xml-stylesheet href="https://elsewhere.example/a.css"?>' + _svg(""),
    "encoding": '<?xml version="1.0" encoding="ISO-2022-JP"?>' + _svg(""),
    "deep": _svg("<g>" * 5000 + "</g>" * 5000),
    "no_namespace": '<svg viewBox="0 0 1 1"/>',
    "no_svg": "<path/>",
    "no_xml": "<svg",
    "no_box": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_runs_or_loads_is_refused_in_a_figure(text: str, tmp_path: Path) -> None:
    with pytest.raises(UnfitPicture):
        read_picture(_picture(tmp_path, text))


@pytest.mark.parametrize("name", sorted(REFUSED.keys() - {"no_box"}))
def test_and_as_a_file_that_is_published(name: str, checked: Callable[[Mapping[str, str]], Checked]) -> None:
    files = {"docs/assets/a.svg": REFUSED[name], "docs/assets/b.SVG": REFUSED[name], "docs/assets/c.svg": INKSCAPE}
    found = [problem for problem in checked(files)[1].blocking if problem.code is Code.PICTURE_UNFIT]
    assert [problem.path for problem in found] == ["docs/assets/a.svg", "docs/assets/b.SVG"]
