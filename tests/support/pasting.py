"""Does to the letter what the hint of a finding says, as somebody would who does not know why."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from pathlib import PurePosixPath

from handbook.source.problems import Problem

Files = MutableMapping[str, str]
"""The texts of a handbook by path."""

Way = Callable[[Files, Problem, re.Match[str]], bool]
"""Does what a hint says. Gives whether there was anything to do."""

_QUOTED = re.compile(r'"((?:[^"\n]|"(?=[^\s.,:?)]))*?)"(?=[\s.,:?)]|$)')
_PAIR = re.compile(r"(?P<dash>- )?(?P<key>[\w-]+):(?: |$)")


def quotes(text: str) -> list[str]:
    """What stands between quotes in a message or hint."""
    return [match[1] for match in _QUOTED.finditer(text)]


def paste(files: Files, finding: Problem) -> bool | None:
    """Do what a finding says, in its files. False: it can't be done. None: the hint leaves it to the reader."""
    for pattern, way in _WAYS:
        match = re.match(pattern, finding.hint, re.DOTALL)
        if match:
            return way(files, finding, match) if way else None
    return False


def _lines(files: Files, finding: Problem) -> list[str]:
    return files[finding.path].split("\n")


def _keep(files: Files, finding: Problem, lines: list[str]) -> bool:
    text = "\n".join(lines)
    done = text != files[finding.path]
    files[finding.path] = text
    return done


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _replace(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    """What the message quotes gives way to what the hint quotes; a pair or an entry takes the place of its line."""
    offer = quotes(finding.hint)[0]
    return _put(files, finding, offer)


def _put(files: Files, finding: Problem, offer: str) -> bool:
    if "…" in offer and offer in quotes(finding.message):
        return False  # it is there already, and words of the author's own are missing in it
    lines, at = _lines(files, finding), max(finding.line, 1) - 1
    line, pair = lines[at], _PAIR.match(offer)
    own = _PAIR.match(line.strip())
    if pair and own and pair["key"].casefold() == own["key"].casefold():
        dash = "- " if own["dash"] and not pair["dash"] else ""
        lines[at] = _indent(line) + dash + offer
        return _keep(files, finding, lines)
    for typed in quotes(finding.message):
        text = typed.replace("[zero-width space]", "\u200b")
        words = r"\s+".join(map(re.escape, text.split())) or r"(?!)"
        pattern = re.compile(rf"(?<![\w./#]){words}(?![\w/])")
        for near in range(at, min(at + 4, len(lines))):
            longer = offer.startswith(text)  # then what is right already is passed over
            places = (
                m for m in pattern.finditer(lines[near]) if not (longer and lines[near].startswith(offer, m.start()))
            )
            if place := next(places, None):
                lines[near] = lines[near][: place.start()] + offer + lines[near][place.end() :]
                return _keep(files, finding, lines)
    if re.match(r"- |\d\. |#", offer) or "…" in "".join(quotes(finding.message)[:1]):
        lines[at] = _indent(line) + offer
        return _keep(files, finding, lines)
    return False


def _above(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A new line above the line."""
    new = match.groupdict().get("new") or ""
    lines, at = _lines(files, finding), max(finding.line, 1) - 1
    lines.insert(at, _indent(lines[at]) + new if new and not new.startswith("---") else new)
    return _keep(files, finding, lines)


def _above_list(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """The key of a list, in the column of the keys around it."""
    lines, at = _lines(files, finding), finding.line - 1
    column = _indent(lines[at - 1]) if not match["new"].startswith(("service", "contacts")) else ""
    lines.insert(at, column + match["new"])
    return _keep(files, finding, lines)


def _below(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines.insert(at + 1, match["new"])
    return _keep(files, finding, lines)


def _add_key(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A missing key: a line of its own in the entry or box that the finding names, or in the head of the page."""
    lines, at = _lines(files, finding), finding.line - 1
    line = lines[at]
    if finding.path.endswith(".md") and line.strip() == "---":
        lines.insert(at + 1, match["new"])
    elif line.lstrip().startswith("- "):
        lines.insert(at + 1, _indent(line) + "  " + match["new"])
    else:
        lines.insert(at + 1 if line.lstrip().startswith("```") else at, _indent(line) + match["new"])
    return _keep(files, finding, lines)


def _marks(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """The marks of a box: above the line, and below another one where the hint says so."""
    lines, at = _lines(files, finding), finding.line - 1
    if match["last"]:
        lines.insert(int(match["last"]), _indent(lines[at]) + "```")
    lines.insert(at, _indent(lines[at]) + match["new"])
    return _keep(files, finding, lines)


def _other_marks(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at] = match["new"]
    ends = (n for n in range(at + 1, len(lines)) if re.match(r"\s*$|[`'‘’´\"“”]{2,}", lines[n]))
    end = next(ends, len(lines))
    if end < len(lines) and lines[end].strip():
        lines[end] = "```"
    else:
        lines.insert(end, "```")
    return _keep(files, finding, lines)


def _close(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    """Three backticks below the last line of a box."""
    lines, at = _lines(files, finding), finding.line - 1
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].strip()), len(lines))
    lines.insert(end, "```")
    return _keep(files, finding, lines)


def _head_end(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    last = max(at for at, line in enumerate(lines[:8]) if _PAIR.match(line))
    lines.insert(last + 1, "---")
    return _keep(files, finding, lines)


def _whole_line(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at : at + 1] = [part for part in (match["new"], match.groupdict().get("more")) if part]
    return _keep(files, finding, lines)


def _start(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A head to paste, in place of a line where the hint says so."""
    lines = _lines(files, finding)
    if match["line"]:
        del lines[int(match["line"]) - 1]
    return _keep(files, finding, [*match["new"].split("\n"), *lines])


def _heading(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at : at + 2] = [match["new"]]
    return _keep(files, finding, lines)


def _remove_empty(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    del lines[finding.line - 2]
    return _keep(files, finding, lines)


def _over_two_lines(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """What the message quotes is on two lines, and becomes what the hint quotes, on the first."""
    lines, at = _lines(files, finding), finding.line - 1
    typed = re.compile(r"\s+".join(map(re.escape, quotes(finding.message)[0].split())))
    both = typed.sub(lambda _: match["new"] + "\n", "\n".join(lines[at : at + 2]), count=1)
    lines[at : at + 2] = both.split("\n")
    return _keep(files, finding, lines)


def _part(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    lines.insert(finding.line, "")
    return _keep(files, finding, lines)


def _first_column(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at] = lines[at].lstrip()
    return _keep(files, finding, lines)


def _remove_above(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    return _keep(files, finding, lines[lines.index("---") :])


def _remove_from(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """An entry of a list on one line; the list, when it was the only one."""
    lines, at = _lines(files, finding), finding.line - 1
    entries = [entry.strip() for entry in re.sub(r".*\[(.*)\].*", r"\1", lines[at]).split(",")]
    entries.remove(match["entry"])
    lines[at] = re.sub(r"\[.*\]", f"[{', '.join(entries)}]", lines[at]) if entries else ""
    return _keep(files, finding, [line for n, line in enumerate(lines) if n != at or line])


def _rename(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """Another name for a file, or for a folder."""
    for path in [path for path in files if path == finding.path or path.startswith(f"{finding.path}/")]:
        new = PurePosixPath(finding.path).parent / match["new"] / PurePosixPath(path).relative_to(finding.path)
        files[str(new)] = files.pop(path)
    return True


def _move(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    files[match["new"]] = files.pop(finding.path)
    return True


def _in_place_of(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at] = lines[at].replace(match["old"], match["new"], 1)
    return _keep(files, finding, lines)


def _below_group(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    lines.insert(lines.index(match["group"]) + 1, match["new"])
    return _keep(files, finding, lines)


def _own_line(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A key out of the middle of a line, on a line of its own."""
    lines, at = _lines(files, finding), finding.line - 1
    own = _PAIR.match(lines[at].strip())
    assert own is not None
    column = _indent(lines[at]) + ("  " if own["dash"] else "")
    lines[at : at + 1] = [lines[at].replace(match["new"], "").rstrip(), column + match["new"]]
    return _keep(files, finding, lines)


def _own_entry(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """An entry out of the middle of the line of another one, on a line of its own."""
    lines, at = _lines(files, finding), finding.line - 1
    lines[at : at + 1] = [lines[at].replace(match["new"], "").rstrip(), _indent(lines[at]) + match["new"]]
    return _keep(files, finding, lines)


def _right(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """The line for the right option: here the first one is taken for it. The wrong line goes."""
    lines = _lines(files, finding)
    del lines[finding.line - 1]
    at = max(n for n in range(finding.line) if lines[n].strip() == "options:") + 1
    lines.insert(at + 1, _indent(lines[at]) + "  " + match["new"])
    return _keep(files, finding, lines)


def _mark_one(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    options = next(n for n in range(finding.line - 1, len(lines)) if lines[n].strip() == "options:")
    end = next((n for n in range(options, len(lines)) if lines[n].strip().startswith("refs:")), len(lines))
    kept = [line for n, line in enumerate(lines) if not (options < n < end and line.strip() == match["new"])]
    kept.insert(options + 2, _indent(kept[options + 1]) + "  " + match["new"])
    return _keep(files, finding, kept)


def _group_out(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A group that is inside another, and the lines below it, moved to the left."""
    lines, at = _lines(files, finding), finding.line - 1
    indent = len(_indent(lines[at]))
    ends = (n for n in range(at + 1, len(lines)) if lines[n].strip() and len(_indent(lines[n])) <= indent)
    end = next(ends, len(lines))
    lines[at:end] = [match["new"], *(f"  {line.strip()}" for line in lines[at + 1 : end] if line.strip())]
    return _keep(files, finding, lines)


def _conflict(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    return _keep(files, finding, [line for line in lines if not re.match(r"<{7}|={7}$|>{7}", line)])


def _keep_ours(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    middle = next(n for n in range(at, len(lines)) if re.match(r"={7}$|\|{7}", lines[n]))
    end = next(n for n in range(middle, len(lines)) if lines[n].startswith(">>>>>>>"))
    return _keep(files, finding, [*lines[:at], *lines[at + 1 : middle], *lines[end + 1 :]])


def _choose(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    return _put(files, finding, match["new"])


def _note(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """The marks of a note, and the lines below it inside."""
    lines, at = _lines(files, finding), finding.line - 1
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].strip() or lines[n].startswith(":::")), len(lines))
    text = [f"    {line.lstrip('> ')}" for line in lines[at + 1 : end]]
    rest = end + 1 if lines[end : end + 1] == [":::"] else end
    lines[at:rest] = [match["new"], *text]
    return _keep(files, finding, lines)


def _inside(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at] = match["new"]
    return _keep(files, finding, lines)


def _block(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """Several lines in place of one."""
    lines, at = _lines(files, finding), finding.line - 1
    lines[at : at + 1] = [_indent(lines[at]) + line for line in match["new"].split("\n")]
    return _keep(files, finding, lines)


def _each_on_a_line(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at : at + 1] = [_indent(lines[at]) + entry for entry in quotes(finding.hint)]
    return _keep(files, finding, lines)


def _remarks(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    while at < len(lines) and lines[at].startswith("# "):
        lines[at] = lines[at].removeprefix("# ")
        at += 1
    return _keep(files, finding, lines)


def _append(files: Files, _: Problem, match: re.Match[str]) -> bool:
    files[match["file"]] = files.get(match["file"], "") + match["new"] + "\n"
    return True


def _card(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    index = re.search(r"\((docs/\S+)\)", finding.message)
    assert index is not None
    files[index[1]] = files[index[1]].replace("items:\n", f"items:\n{match['new']}\n", 1)
    return True


def _pair_of_lines(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A table: its first row, the line of marks, and the other rows likewise."""
    lines, at = _lines(files, finding), finding.line - 1
    end = next((n for n in range(at, len(lines)) if not lines[n].strip()), len(lines))
    others = [line.strip() for line in lines[at + 1 : end] if line.strip("- \t")]
    rows = ["| " + " | ".join(re.split(r"\t+| {2,}", line)) + " |" for line in others]
    lines[at:end] = [match["new"], match["more"], *rows]
    return _keep(files, finding, lines)


def _every_entry(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """Entries that all begin with another mark: each gets the mark of the first."""
    lines, at = _lines(files, finding), finding.line - 1
    mark = match["new"].split(" ")[0]
    while at < len(lines) and (
        old := re.match(
            r"\s*(?:\w*\.? ?\d{1,2}(?: - |:|(?= [A-Z]))|[①-⑨]|\(?\w{1,4}[.)]|[^\w\s]\ufe0f?|o(?=\s))\s*", lines[at]
        )
    ):
        lines[at] = f"{mark} {lines[at][old.end() :]}"
        at += 1
    return _keep(files, finding, lines)


def _share_tab(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """A line in two entries of the list of sections, where it isn't there yet."""
    lines = _lines(files, finding)
    for title in (match["one"], match["other"]):
        at = next(n for n, line in enumerate(lines) if line.strip() == f"title: {title}")
        if lines[at + 1].strip() != match["new"]:
            lines.insert(at + 1, _indent(lines[at]) + match["new"])
    return _keep(files, finding, lines)


def _whole_entry(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """One line in place of an entry and of all that is inside it."""
    lines, at = _lines(files, finding), finding.line - 1
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    lines[at:end] = [match["new"]]
    return _keep(files, finding, lines)


def _delete(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines, at = _lines(files, finding), finding.line - 1
    lines[at] = re.sub(rf"\s*{re.escape(quotes(finding.message)[0])}", "", lines[at], count=1)
    return _keep(files, finding, lines)


def _out_of_the_box(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    """A heading, moved below the box that it is in."""
    lines, at = _lines(files, finding), finding.line - 1
    heading = lines.pop(at).strip()
    end = next(n for n in range(at, len(lines)) if lines[n].lstrip().startswith("```"))
    lines[end + 1 : end + 1] = ["", heading]
    return _keep(files, finding, lines)


def _on_one_line(files: Files, finding: Problem, match: re.Match[str]) -> bool:
    """What is over two lines in a page, joined; any other is replaced."""
    lines, at = _lines(files, finding), finding.line - 1
    if "over two lines" not in finding.message:
        return _put(files, finding, match["new"])
    both = re.sub(r"\{\{[\w.\s]*\}\}", match["new"], "\n".join(lines[at : at + 2]))
    lines[at : at + 2] = both.split("\n")
    return _keep(files, finding, lines)


def _drop(files: Files, finding: Problem, _: re.Match[str]) -> bool:
    lines = _lines(files, finding)
    del lines[finding.line - 1]
    return _keep(files, finding, lines)


_Q = r'"(?P<new>[^\n]+?)"'
_OFFERED = """
A key is one word|
Begin each entry on a line of its own|
Choose another path|
Close it with two braces|
Give this one an id of its own|
If it is the next entry of the list, put a dash and a space before it|
Put a dash and a space before it|
Put commas between them|
Put its entries between square brackets|
Remove the space|
Retype it|
Start a list entry with a dash and a space|
Start it with two number signs|
Type the right character in place of each �|
Use lowercase words joined by dashes|
Write a plain key, a colon and a space|
Write it behind the colon|
Write it on one line|
Write it with https:// at the beginning|
Write the path of the page in parentheses|
Write there what it shows|
Write words there
""".replace("\n", "")
"""What comes before words that take the place of those in the message."""
_WAYS: tuple[tuple[str, Way | None], ...] = (
    (r'Write "```" and the kind', None),
    (r'Write "(?P<new>``` \w+)" above this line(?:, and "```" below line (?P<last>\d+))?\.', _marks),
    (r'Write "(?P<new>``` \w+)", and "```" below its last line', _other_marks),
    (r'Write "(?P<new>---|``` \w+|#+ [^"]+| *\w+:)" on a line of its own, and below it "(?P<more>.+)"\.', _whole_line),
    (r'Write "(?P<new>``` \w+)" in this line', _whole_line),
    (r"Write it so:\n(?P<new>.*)", _block),
    (r"(?:If it belongs to the (?:entry|line) above, w|W)rite \"(?P<new> +\S[^\n]*?)\"\.", _inside),
    (r"Write it with spaces: \"(?P<new> *\S[^\n]*?)\"\.", _inside),
    (r"Delete it\.", _delete),
    (r"If nobody meant it, write \"(?P<new>[^\n]+?)\"\.", _replace),
    (r"Move it below the box", _out_of_the_box),
    (rf"Write it on one line: {_Q}", _on_one_line),
    (r'Write "(?P<new>---)" here', _whole_line),
    (rf"Write {_Q} in place of \"(?P<old>[^\"]+)\"", _in_place_of),
    (rf"Write {_Q}, and below it \"(?P<more>[^\"]+)\"", _pair_of_lines),
    (rf"Write {_Q}, and remove the marks", _heading),
    (rf"If it is meant as one, write {_Q}", _heading),
    (rf"Write {_Q}, and the text below it, each line", _note),
    (rf"Begin every line of the note \d spaces from the left: {_Q}", _inside),
    (rf"If it belongs there, begin it four spaces farther right than that one: {_Q}", _inside),
    (rf"Start each entry (?:so|with a dash and a space): {_Q}", _every_entry),
    (rf"Write {_Q}, or use a box", _choose),
    (rf"Write {_Q}, so that the number sign", _whole_line),
    (rf"If it is the value, write {_Q}", _choose),
    (rf"Delete it, or write it without the marks: {_Q}", _choose),
    (r"Put an empty line above it", _above),
    (r"Remove the empty line above it", _remove_empty),
    (rf"If it is one, add below it {_Q}", _below),
    (rf"Remove the line end: {_Q}", _over_two_lines),
    (r"Remove it, or use one of these", _drop),
    (r'Put a line with only "(?P<new>>)" above it', _above),
    (rf"Put a line above it with (?:the key of this list, such as )?{_Q}", _above_list),
    (r'Put "(?P<new>contacts:|service_standards:)" above it', _above_list),
    (r"Put a line of three dashes \((?P<new>---)\) above it", _above),
    (r"Put a line of three dashes \(---\) below its last key", _head_end),
    (r"Add a line of three backticks", _close),
    (rf"Put the line {_Q} below the text of the option that is right", _right),
    (rf"Mark exactly one with {_Q}", _mark_one),
    (rf"Below it, add (?:this line: )?{_Q}", _below),
    (rf"Below \"(?P<group>[^\"]+)\", put the line {_Q}", _below_group),
    (rf"Put it on a line of its own, in the same column as \"\w+:\": {_Q}\.$", _own_line),
    (rf"Begin {_Q} in the first column, and the lines below it", _group_out),
    (rf"Put it on a line of its own: {_Q}\.$", _own_entry),
    (r"Put an empty line between the two", _part),
    (r"Begin it in the first column", _first_column),
    (r"Remove (?:what is|the blank lines?) above the first", _remove_above),
    (r'Remove "(?P<entry>[^"]+)" from "was"', _remove_from),
    (r"Remove the number sign and the space behind it", _remarks),
    (r'(?:If it is a page, r|R)ename it to "(?P<new>[^"]+)"', _rename),
    (r"Move it to (?P<new>\S+\.(?:md|yml))\.$", _move),
    (r"Start it with this(?: in place of line (?P<line>\d+))?:\n(?P<new>.*)", _start),
    (r"Add its folder to (?P<file>\S+):\n(?P<new>.*)", _append),
    (r"Add this to the cards there:\n(?P<new>.*)", _card),
    (r"If both are new, keep both", _conflict),
    (r"Keep the right version", _keep_ours),
    (rf"Add a line (?:that says where[^\"]*|with[^\"]*\"text:\": |with[^\"]*)?{_Q}", _add_key),
    (r"Choose one of: (?P<new>[^,\s]+?)(?:,|\.$|\. )", _choose),
    (rf"Say in words what the picture shows: {_Q}", _add_key),
    (r'Did you mean "[^\n]+"\?', _replace),
    (rf"Write (?:one of these: )?{_Q}", _replace),
    (rf"(?:{_OFFERED})[:,]? (?:such as )?{_Q}", _replace),
    (r"Write each on a line of its own: ", _each_on_a_line),
    (rf"Write year, month and day: {_Q}", _replace),
    (r'.* (?P<new>\w+: "#[0-9a-f]{6}")\.$', _choose),
    (rf'Let "(?P<one>[^"]+)" share a tab with "(?P<other>[^"]+)": give both the line {_Q}', _share_tab),
    (rf"Upload it to docs/assets, or write where it is: {_Q}", _choose),
    (r"Remove it, or write the words behind the dash", _drop),
    (r"Remove this line from the copy", _drop),
    (rf"Write the whole entry so: {_Q}", _whole_entry),
)  # fmt: skip
"""Hints by how they begin, and what they ask for."""
