"""What a cell of a workbook shows: its value in the look that its number format gives it.

Source: ECMA-376, part 1, 18.8.30 and 18.8.31 (number formats). Dates read as in the United States.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_TOKEN = re.compile(
    r"""(?P<literal>"[^"]*"|\\.|_.|\*.|\[\$[^\]]*\])
    | (?P<elapsed>\[(?:h+|m+|s+)\])
    | (?P<condition>\[(?:<=|>=|<>|<|>|=)-?[\d.]+\])
    | (?P<color>\[[^\]]*\])
    | (?P<general>General)
    | (?P<noon>AM/PM|A/P)
    | (?P<power>E[+-])
    | (?P<moment>y+|m+|d+|h+|s+(?:\.0+)?)
    | (?P<digit>[0\#?])
    | (?P<sign>[.,%/@])
    | (?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
_LOCAL = {"mm-dd-yy": "m/d/yyyy", "m/d/yy h:mm": "m/d/yyyy h:mm", "m/d/yy": "m/d/yyyy"}
"""Formats that a program shows as the country does, as openpyxl names them."""
_MONTH_NAMES = "January February March April May June July August September October November December"
_MONTHS = _MONTH_NAMES.split()
_DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_DAYS = _DAY_NAMES.split()

Token = tuple[str, str]
Moment = datetime | date | time


def shown(value: object, form: str) -> str | None:
    """What a cell of this value and format shows. None for a format that isn't known here, such as fractions."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    form = _LOCAL.get(form, form)
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), form)
    if isinstance(value, datetime | date | time):
        return _moment(value, _sections(form)[0])
    return _duration(value, _sections(form)[0]) if isinstance(value, timedelta) else str(value)


@lru_cache(maxsize=256)
def _sections(form: str) -> tuple[tuple[Token, ...], ...]:
    """The parts of a format between semicolons, taken apart: for positive numbers, negative ones, zero."""
    parts = (match[0] for match in _SECTION.finditer(form))
    texts = [part for part in parts if part][:4] or ["General"]
    return tuple(tuple(_tokens(text)) for text in texts)


def _tokens(section: str) -> list[Token]:
    tokens = ((match.lastgroup or "", match[0]) for match in _TOKEN.finditer(section))
    return [(kind, _literal(text) if kind == "literal" else text) for kind, text in tokens if kind != "color"]


def _literal(text: str) -> str:
    """The words that a mark of a format stands for."""
    if text.startswith("[$"):
        return text[2:-1].partition("-")[0]
    if text.startswith('"'):
        return text[1:-1]
    return text[1:] if text.startswith("\\") else " " if text.startswith("_") else ""


def _number(value: Decimal, form: str) -> str | None:
    section, signed = _section_for(value, _sections(form))
    kinds = {kind for kind, _ in section}
    if kinds & {"power", "moment", "elapsed", "noon"} or ("sign", "/") in section:
        return None
    if "general" in kinds or ("sign", "@") in section:
        number = _general(value if signed else abs(value))
        words = (number if kind == "general" or text == "@" else text for kind, text in section if kind != "condition")
        return "".join(words).strip()
    scaled = _scaled(abs(value), section)
    text = _digits(scaled, [token for token in section if token[0] != "condition"])
    return ("-" if signed and value < 0 and set(text) & set("123456789") else "") + text


def _section_for(value: Decimal, sections: tuple[tuple[Token, ...], ...]) -> tuple[tuple[Token, ...], bool]:
    """The part of a format that a number is shown by, and whether that leaves a minus to be shown."""
    if any(kind == "condition" for section in sections for kind, _ in section):
        for section in sections:
            conditions = [text for kind, text in section if kind == "condition"]
            if not conditions or _holds(value, conditions[0]):
                return section, True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _holds(value: Decimal, condition: str) -> bool:
    match = re.fullmatch(r"\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]", condition)
    assert match is not None  # it is a token of that kind
    limit = Decimal(match[2])
    return {
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
    }[match[1]]


def _general(value: Decimal) -> str:
    """A number without a format: in eleven characters, but never less than all of its digits before the point."""
    places = max(10 - len(f"{abs(value):.0f}"), 0)
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scaled(value: Decimal, section: tuple[Token, ...]) -> Decimal:
    """The number in percent, or in thousands, as the format wants it."""
    percents = section.count(("sign", "%"))
    bare = "".join("0" if kind == "digit" else text if kind == "sign" else "" for kind, text in section)
    thousands = len(match[1]) if (match := re.search(r"0(,+)(?![0,])", bare)) else 0
    return value.scaleb(2 * percents - 3 * thousands)


def _digits(value: Decimal, section: list[Token]) -> str:
    """The figures in the places that the format has for them, words between them as they stand."""
    point = section.index(("sign", ".")) if ("sign", ".") in section else len(section)
    places = [text for kind, text in section[point:] if kind == "digit"]
    rounded = value.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    whole, _, rest = f"{rounded:f}".partition(".")
    while places and places.pop() == "#" and rest.endswith("0"):
        rest = rest[:-1]
    text = _whole(whole.lstrip("0"), section[:point])
    return (text + _fraction(rest, section[point:])).strip()


def _whole(digits: str, section: list[Token]) -> str:
    """The figures before the point, filled in from the right; the first place takes all that are left."""
    first = next((at for at, (kind, _) in enumerate(section) if kind == "digit"), None)
    grouped = any(
        token == ("sign", ",") and {"digit"} <= {kind for kind, _ in section[at + 1 :]}
        for at, token in enumerate(section)
    )
    out: list[str] = []
    for at in range(len(section) - 1, -1, -1):
        kind, text = section[at]
        if kind == "digit":
            taken = digits if at == first else digits[-1:]
            digits = "" if at == first else digits[:-1]
            out.append(taken or {"0": "0", "#": "", "?": " "}[text])
        elif text != ",":
            out.append(text)
    whole = "".join(reversed(out))
    return re.sub(r"\d+", lambda match: f"{int(match[0]):,}", whole, count=1) if grouped and whole else whole


def _fraction(digits: str, section: list[Token]) -> str:
    out, left = [], digits
    for kind, text in section:
        if kind == "digit":
            out.append(left[:1])
            left = left[1:]
        elif text != ",":
            out.append(text)
    return "".join(out)


def _moment(value: Moment, section: tuple[Token, ...]) -> str | None:
    """A date or time of day in the parts that the format names."""
    kinds = {kind for kind, _ in section}
    if not kinds & {"moment"} or kinds & {"elapsed", "digit", "power", "general"}:
        return None
    at = value if isinstance(value, datetime) else _whole_moment(value)
    if not any(text[0] in "sS" and "." in text for kind, text in section if kind == "moment"):
        at = (at if at.microsecond < 500_000 or at.year == 9999 else at + timedelta(seconds=1)).replace(microsecond=0)
    if isinstance(value, time) and any(kind == "moment" and text[0].lower() in "yd" for kind, text in section):
        return None  # a time of no day, which the program shows as one in 1900
    noon = "noon" in kinds
    parts = [_part(at, place, section, noon=noon) for place in range(len(section))]
    return "".join(parts).strip()


def _whole_moment(value: date | time) -> datetime:
    return datetime.combine(date(1900, 1, 1), value) if isinstance(value, time) else datetime.combine(value, time())


def _part(at: datetime, place: int, section: tuple[Token, ...], *, noon: bool) -> str:
    kind, text = section[place]
    if kind == "noon":
        half = "AM" if at.hour < 12 else "PM"
        return half if len(text) > 3 else half[0]
    if kind != "moment":
        return text
    letter, width = text[0].lower(), len(text.partition(".")[0])
    if letter == "m" and _is_minute(place, section):
        letter = "minute"
    hour = (at.hour % 12 or 12) if noon else at.hour
    match letter:
        case "y":
            return f"{at.year:04d}" if width > 2 else f"{at.year % 100:02d}"
        case "m":
            return _named(at.month, _MONTHS[at.month - 1], width)
        case "d":
            return _named(at.day, _DAYS[at.weekday()], width)
        case "h":
            return f"{hour:0{min(width, 2)}d}"
        case "minute":
            return f"{at.minute:0{min(width, 2)}d}"
        case _:
            part = text.partition(".")[2]
            return f"{at.second:0{min(width, 2)}d}" + (f".{at.microsecond:06d}"[: len(part) + 1] if part else "")


def _is_minute(place: int, section: tuple[Token, ...]) -> bool:
    """Whether an "m" stands for minutes: after hours or before seconds."""
    moments = [(at, text[0].lower()) for at, (kind, text) in enumerate(section) if kind in ("moment", "elapsed")]
    letters = [letter if letter != "[" else "h" for _, letter in moments]
    number = [at for at, _ in moments].index(place)
    return letters[number - 1 : number] == ["h"] or letters[number + 1 : number + 2] == ["s"]


def _named(number: int, name: str, width: int) -> str:
    """A month or day as the number of its letters in the format says."""
    if width == 5:
        return name[0]
    return name if width > 3 else name[:3] if width == 3 else f"{number:0{width}d}"


def _duration(value: timedelta, section: tuple[Token, ...]) -> str | None:
    """A time that has passed: its first part is all of it, in hours, minutes or seconds."""
    elapsed = [text for kind, text in section if kind == "elapsed"]
    if len(elapsed) != 1 or value < timedelta(0):
        return None
    seconds = round(value.total_seconds())
    unit = {"h": 3600, "m": 60, "s": 1}[elapsed[0][1].lower()]
    out = ""
    for place, (kind, text) in enumerate(section):
        if kind == "elapsed":
            out += f"{seconds // unit:0{len(text) - 2}d}"
        elif kind == "moment":
            minute = text[0].lower() == "m" and _is_minute(place, section)
            out += f"{seconds // 60 % 60 if minute else seconds % 60:0{min(len(text), 2)}d}"
        else:
            out += text
    return out.strip()
