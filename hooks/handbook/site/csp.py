"""The Content-Security-Policy of a page: what it may load and run. Anything else is refused by the browser."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from .theme_markup import ThemeError

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)

_SCOPE = (
    '__md_scope=new URL("{}",location),__md_hash=e=>[...e].reduce(((e,_)=>(e<<5)-e+_.charCodeAt(0)),0),'
    '__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e)),'
    '__md_set=(e,_,t=localStorage,a=__md_scope)=>{{try{{t.setItem(a.pathname+"."+e,JSON.stringify(_))}}catch(e){{}}}}'
)
"""What the theme's script keeps is kept below the address of the site, which each page names from where it is."""

_PALETTE = (
    'var palette=__md_get("__palette");if(palette&&palette.color){if("(prefers-color-scheme)"===palette.color.media)'
    '{var media=matchMedia("(prefers-color-scheme: light)"),input=document.querySelector(media.matches?'
    "\"[data-md-color-media='(prefers-color-scheme: light)']\":\"[data-md-color-media='(prefers-color-scheme: dark)']"
    '");palette.color.media=input.getAttribute("data-md-color-media"),palette.color.scheme=input.getAttribute('
    '"data-md-color-scheme"),palette.color.primary=input.getAttribute("data-md-color-primary"),palette.color.accent='
    'input.getAttribute("data-md-color-accent")}for(var[key,value]of Object.entries(palette.color))document.body.'
    'setAttribute("data-md-color-"+key,value)}'
)
_TABS = (
    "var target=document.getElementById(location.hash.slice(1));target&&target.name&&(target.checked="
    'target.name.startsWith("__tabbed_"))'
)


def theme_scripts(root: str) -> tuple[str, ...]:
    """The scripts that the theme writes into a page, from which `root` leads to the site's first folder ("..")."""
    return _SCOPE.format(root), _PALETTE, _TABS


def with_policy(page: str, scripts: Iterable[str] = ()) -> str:
    """A finished HTML page with its policy (CSP level 3), right behind the line that names its character set.

    It stands in the page, not in a header: so it holds with any server, and where a page is opened as a file. It allows
    what comes from the site itself and, by their hashes, these scripts. They are known beforehand: what stands in the
    page allows nothing. Raises ThemeError when it holds another one, and when there is no place for the policy.
    """
    scripts = tuple(scripts)
    for script in _SCRIPT.finditer(page):
        if _runs(script["attributes"]) and script["text"] not in scripts:
            raise ThemeError(f"it holds a script that is not one of the theme's: {script['text'][:60]!r}")
    head = _CHARSET.search(page)
    if head is None:
        raise ThemeError('it has no "<meta charset=…>", behind which its policy goes')
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(scripts), quote=False)}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}"


def policy(scripts: Iterable[str] = ()) -> str:
    """The policy that allows these scripts, as text."""
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *map(_hash, scripts)]),
            "img-src 'self' data:",  # the theme's icons are data addresses in its style sheets
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _runs(attributes: str) -> bool:
    """Whether a script element holds a script, not data and not the address of one."""
    kind = re.search(r"""\btype\s*=\s*["']?([^"'\s>]+)""", attributes, re.IGNORECASE)
    script = kind is None or kind[1].lower() != "application/json"
    return script and not re.search(r"\bsrc\s*=", attributes, re.IGNORECASE)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
