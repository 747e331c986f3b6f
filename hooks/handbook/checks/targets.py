"""What is wrong with where a link leads, as far as its address alone tells: emails, calls, web addresses."""

from __future__ import annotations

import re
from urllib.parse import unquote

from ..source.addresses import scheme_of
from ..source.contact import dialed, is_email, phone_in
from ..source.problems import Level

Doubt = tuple[str, str, Level]
"""What is wrong, what would be right, and whether it keeps the link from working."""

_LOCALHOST = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:]*)", re.IGNORECASE)
_GOOD_HOST = re.compile(r"\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?", re.IGNORECASE)
_SCHEME_TWICE = re.compile(r"https?:/*(?=https?:/)", re.IGNORECASE)
_DIALED = re.compile(r"\+?[\d.()* #-]+(?:[;,][\w=;,]*)?")


def doubt_of(address: str) -> Doubt | None:
    """What is wrong with an address that leads out of the handbook. None where nothing is, or it stays inside."""
    rest = address.partition(":")[2]
    match scheme_of(address):
        case "mailto":
            return _email(address, unquote(rest.partition("?")[0]))
        case "tel":
            return _call(address, unquote(rest))
        case "http" | "https":
            return _site(address)
    return None


def in_short(address: str) -> str:
    """An address as a message quotes it: on one line, without its end where it is long."""
    visible = "".join(char if char.isprintable() else "�" for char in address)
    return visible if len(visible) <= 80 else f"{visible[:80]}…"


def _email(address: str, typed: str) -> Doubt | None:
    emails = [each.strip() for each in typed.split(",")]
    if not typed.strip() or (all(map(is_email, emails)) and not typed[0].isspace()):
        return None
    bare = ",".join(re.sub(r"^mailto:|\s", "", each, flags=re.IGNORECASE) for each in emails)
    if all(map(is_email, bare.split(","))):
        return f'"{in_short(address)}" has more in it than the address', f'Write "mailto:{bare}".', Level.PROBLEM
    return f'"{in_short(address)}" is no email address', 'Write it like "mailto:hr@example.org".', Level.PROBLEM


def _call(address: str, typed: str) -> Doubt | None:
    if re.search(r"\d{3}", typed) and _DIALED.fullmatch(typed) and not typed[0].isspace():
        return None
    number = phone_in(typed)
    if number:
        return f'"{in_short(address)}" isn\'t dialed by every phone', f'Write "tel:{dialed(number)}".', Level.PROBLEM
    return f'"{in_short(address)}" is no phone number', 'Write it like "tel:+17075550100".', Level.PROBLEM


def _site(address: str) -> Doubt | None:
    if _LOCALHOST.match(address):
        message = f'"{in_short(address)}" is a page on one computer, so nobody else can open it'
        return message, "Link to the page's file.", Level.PROBLEM
    host = _HOST.match(address)
    if host and host["host"] and not _GOOD_HOST.fullmatch(host["host"]):
        better = re.sub(r"\s+", "", host["host"]).replace(",", ".")
        right = address[: host.start("host")] + better + address[host.end("host") :]
        hint = f'Write "{right}".' if _GOOD_HOST.fullmatch(better) else "Copy it from the address bar of a browser."
        return f'"{in_short(address)}" leads nowhere: no site is called "{host["host"]}"', hint, Level.PROBLEM
    if twice := _SCHEME_TWICE.match(address):
        return f'"{in_short(address)}" begins twice', f'Write "{address[twice.end() :]}".', Level.PROBLEM
    if " " in address.strip():
        message, right = f'"{in_short(address)}" has a space in it', address.strip().replace(" ", "%20")
        return message, f'Write "{right}".', Level.NOTICE
    return None
