"""What is wrong with where a link leads, as far as its address alone tells: emails, calls, web addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from ..source.addresses import scheme_of
from ..source.contact import dialed, is_email, phone_in
from ..source.problems import Level

Doubt = tuple[str, str, Level]
"""What is wrong, what would be right, and whether it keeps the link from working."""

_LOCALHOST = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:]*)", re.IGNORECASE)
_GOOD_HOST = re.compile(r"\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?", re.IGNORECASE)
_SCHEME_TWICE = re.compile(r"https?:/*(?=https?:/)", re.IGNORECASE)
_WRAPPED = re.compile(
    r"https://[\w.]+\.safelinks\.protection\.outlook\.com/|https://(?:www\.)?google\.[a-z.]+/url\?", re.IGNORECASE
)
"""Addresses through which a mail program or a search leads, and which hold the address that is meant."""
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


def _inside(address: str) -> str:
    """The web address that another one leads to. Empty where it holds none."""
    query = parse_qs(urlsplit(address).query)
    choices = (value for name in ("url", "q") for value in query.get(name, ()))
    return next((value for value in choices if value.startswith(("https://", "http://"))), "")


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
        better = host["host"].replace(",", ".") if "," in host["host"] else re.sub(r"\s+", "", host["host"])
        right = address[: host.start("host")] + better + address[host.end("host") :]
        hint = f'Write "{right}".' if _GOOD_HOST.fullmatch(better) else "Copy it from the address bar of a browser."
        return f'"{in_short(address)}" leads nowhere: no site is called "{host["host"]}"', hint, Level.PROBLEM
    if twice := _SCHEME_TWICE.match(address):
        return f'"{in_short(address)}" begins twice', f'Write "{address[twice.end() :]}".', Level.PROBLEM
    if _WRAPPED.match(address) and (inside := _inside(address)):
        message = f'"{in_short(address)}" is the address that another program made of a link, and may end one day'
        return message, f'Write "{inside}".', Level.NOTICE
    if host and re.fullmatch(r"[a-z][\w-]*", host["host"], re.IGNORECASE):
        message = (
            f'"{in_short(address)}" opens only in your own network: "{host["host"]}" is no address on the internet'
        )
        hint = "If people read this at home or on a phone, too, write the full address, with its dots."
        return message, hint, Level.NOTICE
    if " " in address.strip():
        message, right = f'"{in_short(address)}" has a space in it', address.strip().replace(" ", "%20")
        return message, f'Write "{right}".', Level.NOTICE
    return None
