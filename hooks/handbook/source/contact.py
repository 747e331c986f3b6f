"""Phone numbers, email addresses and web addresses as people type them: what can be dialed, and what is wrong."""

from __future__ import annotations

import re

from .addresses import is_fit

PHONE = re.compile(
    r"(?:[2-9]11|988|\+\d[\d\s().-]{6,18}\d|(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])?\d{3}[\s.-]\d{4})"
    r"(?:,?\s*(?:ext\.?|extension|x)\s*\d{1,6})?",
    re.IGNORECASE,
)
"""A phone number, such as 911, 555-0100 or (555) 010-0100, ext. 12."""

_EXTENSION = re.compile(r"(?<=[\d)]),?\s*(?:ext\.?|extension|x)\s*(\d{1,6})\s*$", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\d@.-])(?:\+?1?\d{10}|\d{7}|\d{3,6})(?![\d@-])")
_EMAIL = re.compile(r"[^\s@,:;<>()\"]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(
    r"(?:www\.[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|us|info|mil|io)(?:[/?#:]|$))\S*", re.IGNORECASE
)
_TORN = re.compile(r"(?:x|ext\.?|[()/,;])+", re.IGNORECASE)
"""What is left of an extension or of brackets beside a number."""
_LETTERS = str.maketrans("OoQDIilLSB", "0000111158")
_NOT_YET = re.compile(
    r"tb[adc]|to[ -]?do|n/?a|none yet|unknown|pending|x{2,}|\?+|[-–—]+|\.{2,}|…|to be \w+(?: in| out)?|see above|"
    r"same(?: as above)?|(?:(?P<digit>[01239x])(?P=digit){2}[-. ]){2}(?P=digit){4}|123-456-7890|"
    r"(?:your|the) \w+(?: \w+)? here|county to fill in|(?:enter|insert|add|fill in|put) .{1,30}|\[.*\]|<[^<>]*>|_{2,}",
    re.IGNORECASE,
)


def dialed(number: str) -> str:
    """A phone number as a dial string. Ten digits get the country code of the North American Numbering Plan (+1).

    An extension stands behind it. Source: RFC 3966.
    """
    extension = _EXTENSION.search(number)
    if extension:
        return f"{dialed(number[: extension.start()])};ext={extension[1]}"
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith("+"):
        return "+" + digits
    return f"+1{digits}" if len(digits) == 10 else digits


def phone_in(text: str) -> str:
    """The one phone number in a text that is meant as one. Empty where there is none, or more than one."""
    for pattern in (PHONE, _DIGITS):
        numbers = [match for match in pattern.finditer(text) if not text[match.end() :][:1].isdigit()]
        if len(numbers) == 1:
            rest = text[: numbers[0].start()] + text[numbers[0].end() :]
            return "" if re.search(r"\d", rest) else numbers[0][0]
        if numbers:
            return ""
    return ""


def is_email(text: str) -> bool:
    """Whether a text is one email address and nothing else."""
    return bool(_EMAIL.fullmatch(text))


def is_web_address(text: str) -> bool:
    """Whether a text is a full web address."""
    return text.startswith(("https://", "http://")) and " " not in text and is_fit(text)


def stands_for_nothing(text: str) -> bool:
    """Whether a text only says that something is not known yet."""
    return bool(_NOT_YET.fullmatch(text.strip(" .!")) or _NOT_YET.fullmatch(text.strip()))


def full_web_address(typed: str) -> str:
    """The web address that a text most likely means, in full. Empty where it means none."""
    if _HOST.fullmatch(typed):
        return f"https://{typed}"
    slashes = re.fullmatch(r"h?t{1,2}ps?:?[/\\]{1,4}:?/?(?P<rest>[\w-]+\..+)", typed, re.IGNORECASE)
    full = f"https://{slashes['rest'].replace(' ', '%20')}" if slashes else ""
    return full if is_fit(full) else ""


def phone_doubt(text: str) -> tuple[str, str] | None:
    """What is wrong with a text that should be a phone number, and what would be right. None where it can be dialed."""
    if number := phone_in(text):
        rest = text.replace(number, "").strip()
        return (
            (f'"{text}" has more in it than the number', f'Did you mean "{number}"?') if _TORN.fullmatch(rest) else None
        )
    if PHONE.fullmatch(clean := text.translate(_LETTERS)) and clean != text:
        return f'"{text}" has letters among its digits', f'Did you mean "{clean}"?'
    digits = re.sub(r"\D", "", text)
    if not digits:
        return (
            f'"{text}" is no phone number, so nobody can dial it',
            "Write the number here, and the words on the page.",
        )
    if len(PHONE.findall(text)) > 1 or len(digits) > 15:
        return f'"{text}" has more than one number', "Keep one here, and give the other a line of its own."
    if re.fullmatch(r"[\d\s().+-]+", text):
        count = f"{len(digits)} digit{'s' * (len(digits) > 1)}"
        return f'"{text}" has {count}, but a phone number has 7 or 10', "Compare it with the number that you dial."
    return f'"{text}" has other digits beside the number', "Keep the number alone here, and the rest on the page."


def email_doubt(text: str) -> tuple[str, str] | None:
    """The same for an email address."""
    if is_email(text):
        return None
    inside = re.search(r"<([^<>]+)>", text)
    address = re.sub(r"\s*(?:\(at\)|\[at\]| at )\s*", "@", inside[1] if inside else text)
    bare = re.sub(r",(?=\w+$)", ".", re.sub("@+", "@", re.sub(r"^mailto:|[<>\s]|[.,;]+$", "", address)))
    if len(re.findall("@+", text)) > 1:
        return f'"{text}" has more than one address', "Keep one here, and give the other a line of its own."
    if is_email(bare):
        return f'"{text}" is no email address', f'Did you mean "{bare}"?'
    guess = text.replace(".", "@", 1) if text.count(".") > 1 and re.fullmatch(r"[\w.-]+", text) else ""
    return f'"{text}" is no email address', f'Did you mean "{guess}"?' if guess else 'Write it like "hr@example.org".'


def web_doubt(text: str) -> tuple[str, str] | None:
    """The same for a web address."""
    if is_web_address(text):
        return None
    full = full_web_address(text)
    hint = f'Write "{full}".' if full else "Write one that begins with https://."
    return f'"{text}" is no full web address, so it leads nowhere', hint
