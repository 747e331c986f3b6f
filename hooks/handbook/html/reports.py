"""Renders the list of what the reader has said about pages, which the browser code fills."""

from __future__ import annotations

from urllib.parse import quote
from xml.etree.ElementTree import Element

from ..model.blocks import Reports
from .build import el
from .context import Context
from .parts import frame

_NO_SCRIPT = "This list needs its scripts: what you said is known only to the browser you said it in."


def render(block: Reports, context: Context) -> Element:
    """An empty list. `data-mail` begins an email to the address of the profile, if it has one."""
    email = context.handbook.profile.values.get("org.email")
    mail = f"mailto:{email.text}?subject={quote('Was this helpful')}&body=" if email and "@" in email.text else None
    return frame(block, context, el("p", _NO_SCRIPT, class_="hb-needs-script"), data_mail=mail or False)
