"""What a hostile author types, and a careless one: each says `pwned` where it would run, or leads to another host."""

from __future__ import annotations

from collections.abc import Mapping

RUN = "window.pwned=1"
ELSEWHERE = "https://elsewhere.example"

PAGES: Mapping[str, str] = {
    "script": f"<script>{RUN}</script>",
    "script_over_lines": f"<script\n>{RUN}</script\n>",
    "script_with_type": f"<script\ntype=text/javascript>\n{RUN}\n</script>",
    "script_after_comment": f"<!-- a\n--><script\n>{RUN}</script>",
    "script_in_capitals": f"A <ScRiPt>{RUN}</sCrIpT> b",
    "script_with_slash": f"<script/x>{RUN}</script>",
    "script_from_elsewhere": f"<script src={ELSEWHERE}/a.js></script>",
    "script_never_closed": "<script src=x \n\nThe rest.",
    "script_in_a_list": f"- one\n\n    <script>{RUN}</script>",
    "script_in_a_quote": f"> <script>{RUN}</script>",
    "script_in_a_table": f"| a |\n|---|\n| <script>{RUN}</script> |",
    "script_in_a_note": f'!!! note "<script>{RUN}</script>"\n\n    <script>{RUN}</script>',
    "script_in_a_tab": f'=== "<script>{RUN}</script>"\n\n    <script>{RUN}</script>',
    "script_in_a_heading": f"## A <script>{RUN}</script>",
    "script_in_a_term": f"Term\n:   <script>{RUN}</script>",
    "script_in_markdown_in_html": f"<div markdown>\n\n<script>{RUN}</script>\n\n</div>",
    "box_never_closed": f"``` text\n\n<script>{RUN}</script>",
    "box_set_in": f"  ``` text\nshown\n```\n\n<script>{RUN}</script>\n\n```",
    "box_with_more_words": f"``` text !!\nshown\n\n<script>{RUN}</script>\n\n```",
    "box_in_a_quote": f"> ``` text\n> shown\n\n<script>{RUN}</script>",
    "box_in_a_quote_goes_on": f"> ``` text\n\n<script>{RUN}</script>\n\n> ```",
    "box_with_attributes": f'``` {{.text onclick="{RUN}" style="position:fixed"}}\nshown\n```',
    "box_with_a_title": f'``` text title="<script>{RUN}</script>"\nshown\n```\n\n<b>so</b>',
    "image_error": f"<img src=x onerror={RUN}>",
    "svg_load": f"<svg/onload={RUN}>",
    "svg_in_words": f"a <svg onload={RUN}> b",
    "frame": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "object": f"<object data={ELSEWHERE}></object>",
    "details": f"<details open ontoggle={RUN}>x</details>",
    "body": f"<body onload={RUN}>",
    "focus": f"<input autofocus onfocus={RUN}>",
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></mglyph></table></mtext></math>",
    "style": "<style\n>body{display:none}</style>",
    "form": f"<form\naction={ELSEWHERE}><button>Go</button></form>",
    "textarea": "<textarea\n>\n\nThe rest of the page",
    "title": "<title\n>x\n\nThe rest of the page",
    "plaintext": "<plaintext\n>",
    "base": f"<base href={ELSEWHERE}/>",
    "refresh": f'<meta http-equiv=refresh content="0;url={ELSEWHERE}">',
    "declaration": "a <!x y",
    "marked_section": "a <![CDATA[ x",
    "instruction": "a <?php x ?>",
    "comment_never_closed": "a <!-- b\n\nThe rest",
    "attribute_handler": f"[x](index.md){{onclick={RUN} onmouseover={RUN}}}",
    "attribute_style": '**x**{style="position:fixed;inset:0"}',
    "attribute_address": f"[x](index.md){{href=javascript:{RUN}}}",
    "attribute_source": f"![x](../assets/desk.svg){{src={ELSEWHERE}/a.png}}",
    "attribute_on_a_block": f"Text\n{{: onclick={RUN} }}",
    "attribute_on_a_heading": f"## Heading {{: #a onclick={RUN} }}",
    "attribute_of_the_theme": "## Heading {: #__drawer }",
    "link": f"[x](javascript:{RUN})",
    "link_in_capitals": f"[x](JaVaScRiPt:{RUN})",
    "link_with_an_entity": f"[x](javascript&#58;{RUN})",
    "link_with_an_entity_name": f"[x](javascript&colon;{RUN})",
    "link_with_an_entity_inside": f"[x](java&#115;cript:{RUN})",
    "link_with_a_tab": f"[x](<java\tscript:{RUN}>)",
    "link_with_a_tab_entity": f"[x](java&#9;script:{RUN})",
    "link_with_a_line_end": f"[x](java&NewLine;script:{RUN})",
    "link_after_a_control": f"[x](&#1;javascript:{RUN})",
    "link_by_reference": f"[x][y]\n\n[y]: javascript:{RUN}",
    "link_over_lines": f"[x\ny](javascript:{RUN})",
    "link_as_such": f"<javascript://a%0a{RUN}>",
    "link_to_data": f"[x](data:text/html,<script>{RUN}</script>)",
    "link_to_a_script": "[x](vbscript:a)",
    "link_to_a_file": "[x](file:///etc/passwd)",
    "link_without_scheme": "[x](//elsewhere.example/)",
    "link_with_backslashes": "[x](\\\\\\\\elsewhere.example/)",
    "link_to_the_root": "[x](/etc/passwd)",
    "link_out_of_docs": "[x](../../mkdocs.yml)",
    "picture_from_elsewhere": f"![A map]({ELSEWHERE}/map.png)",
    "picture_as_data": "![A map](data:image/png;base64,AAAA)",
    "picture_over_lines": f"![A\nmap]({ELSEWHERE}/map.png)",
    "words_lost": "Use the form <customer\nname> as shown.",
}
"""Bodies of pages, each of which the check must refuse."""

OPEN = frozenset(
    {
        *("script_never_closed", "comment_never_closed", "textarea", "title", "plaintext", "style", "math"),
        *(name for name in PAGES if name.startswith("box_")),
    }
)
"""Ways that may swallow what comes after them."""

TEXTS: tuple[str, ...] = (
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"`<script>{RUN}</script>`",
    f"&lt;/title&gt;&lt;script&gt;{RUN}&lt;/script&gt;",
    f"Say &quot;&gt;&lt;meta http-equiv=refresh content=&#39;0;url={ELSEWHERE}/&#39;&gt;",
    f'Say "high" and "low" onmouseover={RUN} x="',
    f"&lt;img src=x onerror={RUN}&gt; {{{{ org.name }}}}",
    f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    f"](javascript:{RUN}) [x",
)
"""Texts that are nothing but text, odd as they are: the check passes them, and they are shown as they are."""

VALUE = f'A & B "C" onmouseover={RUN} x="'
"""A value of the profile."""

NAME = f'A & B "C" </title><script>{RUN}</script><img src=x onerror={RUN}>'
"""A name in the configuration."""
