"""Renders where people say that they have read: all that can be signed for, with an email ready for each."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..book.read import Handbook
from ..book.readings import Reading, fingerprint, last_request, page_to_read, readings, requests, whole_to_read
from ..model.blocks import Acknowledgment
from ..model.dates import edition_in_words, in_words
from ..model.news import News
from ..model.receipts import Receipt
from .build import el
from .context import Context
from .parts import frame, list_title, style

EMAIL = "Email that you've read it"
ASKED_AGAIN = "What everyone who signed before is asked to sign again"


def render(block: Acknowledgment, context: Context) -> Element:
    """The whole, the sections and their pages; then the news that asks for a new signature.

    A script puts a form before them. Without it, the emails are ready and the page can be printed.
    """
    handbook = context.handbook
    edition = el("p", f"Edition: {edition_in_words(handbook.edition)}", class_="hb-note")
    entries = (_entry(reading, pages, context) for reading, pages in readings(handbook))
    return frame(
        block,
        context,
        style("progress", context),
        style("receipts", context),
        edition,
        el("ul", *entries, class_="hb-readings"),
        *_requests(context),
        data_edition=str(handbook.edition),
        data_mail=address_of_hr(handbook),
    )


def address_of_hr(handbook: Handbook) -> str:
    """The email address that receipts go to. Empty where the profile has none."""
    email = handbook.profile.values.get("org.email")
    return email.text if email and "@" in email.text else ""


def marks_of(reading: Reading, handbook: Handbook) -> dict[str, str]:
    """What tells this state of a reading from others, for the scripts."""
    return {
        "data_read": reading.name,
        "data_hash": fingerprint(reading, handbook),
        "data_asks": last_request(reading, handbook),
    }


def _entry(reading: Reading, pages: tuple[Reading, ...], context: Context) -> Element:
    """Something to sign for; a section with its pages, each of which can be signed for alone."""
    mail = el("a", EMAIL, href=_mail(reading, context.handbook), class_="hb-receipt-mail")
    link = link_to(reading, context)
    inner = [el("li", link_to(page, context), **_page_marks(page, context.handbook)) for page in pages]
    amount = f"{len(pages)} page{'s' * (len(pages) != 1)}"
    details = el("details", el("summary", amount), el("ul", *inner), class_="hb-more-tools") if inner else None
    return el("li", link, " ", mail, details, **marks_of(reading, context.handbook))


def _page_marks(reading: Reading, handbook: Handbook) -> dict[str, str]:
    """Those of a page, with the day it last changed; empty where git doesn't know."""
    day = handbook.last_changes.get(reading.pages[0].file)
    return {**marks_of(reading, handbook), "data_day": day.isoformat() if day else ""}


def link_to(reading: Reading, context: Context, **attributes: str) -> Element:
    """A link to where a reading begins, in the words of its title."""
    return el("a", AtomicString(context.plain(reading.title)), href=context.link(reading.start), **attributes)


def _mail(reading: Reading, handbook: Handbook) -> str:
    receipt = receipt_of(reading, handbook)
    body = quote(receipt.text().replace("\n", "\r\n"), safe="")
    return f"mailto:{address_of_hr(handbook)}?subject={quote(receipt.subject, safe='')}&body={body}"


def receipt_of(reading: Reading, handbook: Handbook) -> Receipt:
    """The receipt for a reading as it is now."""
    hash_, request = fingerprint(reading, handbook), last_request(reading, handbook)
    return Receipt(reading.title, reading.name, str(handbook.edition), hash_, request)


def _requests(context: Context) -> Iterator[Element]:
    entries = requests(whole_to_read(context.handbook), context.handbook)
    if entries:
        yield list_title(ASKED_AGAIN)
        yield el("ul", *(_request(name, entry, context) for name, entry in entries), class_="hb-requests")


def _request(name: str, entry: News, context: Context) -> Element:
    """News that asks for a new signature: of a page, or of all of them."""
    page = context.handbook.guide.page(entry.link) if entry.link else None
    link = el("a", AtomicString(context.plain(page.title)), href=context.link(page.path)) if page else None
    words = (el("strong", f"{in_words(entry.date)}:"), " ", el("span", entry.what), " ", link)
    return el("li", *words, data_at=name, data_of=page_to_read(page).name if page else "")
