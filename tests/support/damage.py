"""Files of the small site, damaged in any way."""

from __future__ import annotations

from hypothesis import strategies as st

from support.folders import SMALL_SITE

MORE = {
    "docs/_data/news.yml": "- date: 2026-01-02\n  who: All\n  what: New.\n  action: Read.\n  link: index.md\n",
    "docs/_data/reviews.yml": "- date: 2026-01-02\n  section: desk\n  role: A\n  checked: All.\n  result: changed\n",
}
"""Files that the small site does without."""

WHOLE = MORE | {
    file.relative_to(SMALL_SITE).as_posix(): file.read_text("utf-8")
    for file in sorted(SMALL_SITE.rglob("*"))
    if file.suffix in (".md", ".yml", ".svg")
}
MARKS = [
    "---",
    "``` quiz",
    "```",
    "- ",
    "  - ",
    "\t",
    "id: ",
    "{{ org.name }}",
    "{{",
    "<<<<<<< a",
    "=======",
    ">>>>>>> b",
    "“",
    "|",
    ": ",
    "``` text",
    "  ``` text",
    "> ``` quiz",
    "    indented",
    "`<![x`",
    "[a](../../README.md)",
    "[a](lend.md#no)",
    "[a",
    "b](gone.md)",
    "[c]: /gone.md",
    "{: #__x onclick=a() }",
    "<script",
    "Title",
    "=====",
    "# ",
    "!!! note",
    "|a|b|",
    "|-|:-:|",
    "was: [desk/old.md]",
    "was: [desk/lend.html/x.md]",
    "title: ``` x",
    "summary: - [x](y.md)",
]
LINE = st.one_of(st.text(max_size=30), st.sampled_from(MARKS))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the small site, and other bytes for it: its own with lines lost, doubled, moved and strange, or any."""
    path = draw(st.sampled_from(sorted(WHOLE)))
    if draw(st.integers(0, 4)) == 0:
        return path, draw(st.binary(max_size=200))
    lines = WHOLE[path].splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines)))
        match draw(st.sampled_from(["insert", "remove", "indent", "cut"])):
            case "insert":
                lines.insert(at, draw(LINE))
            case "remove":
                del lines[at : at + draw(st.integers(1, 5))]
            case "indent":
                lines[at : at + 1] = [draw(st.sampled_from([" ", "   ", "\t"])) + line for line in lines[at : at + 1]]
            case _:
                lines[at : at + 1] = [line[: len(line) // 2] + draw(LINE) for line in lines[at : at + 1]]
    return path, "\n".join(lines).encode("utf-8", "surrogatepass")


TYPED = st.one_of(
    st.sampled_from(MARKS),
    st.text("ab <>![]()`~#*_:|=-{}&;\\/.1\"' ", max_size=12),
    st.lists(
        st.sampled_from([*MARKS, "", "    ", "> ", "- ", "a", "lend.md", "](", "``` text", "~~~"]), max_size=4
    ).map("".join),
)
"""What someone may type into a page by mistake: marks of Markdown, in any order."""


@st.composite
def typed_into(draw: st.DrawFn) -> tuple[str, bytes]:
    """A page of the small site with a few lines typed into its body: most of it is text, and passes the check."""
    path = draw(st.sampled_from(sorted(path for path in WHOLE if path.endswith(".md"))))
    lines = WHOLE[path].splitlines()
    at = draw(st.integers(min(lines.index("---", 1) + 1, len(lines)), len(lines)))
    lines[at:at] = draw(st.lists(TYPED, min_size=1, max_size=4))
    return path, "\n".join(lines).encode("utf-8", "surrogatepass")
