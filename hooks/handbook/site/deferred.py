"""Takes out of a finished page what its reader may not need: a script brings it once the page is there."""

from __future__ import annotations

import json
import re
from html import escape

_WAITING = re.compile(r'(<template data-later="([\w-]+)"[^>]*)>(.*?)(?=</template>)', re.DOTALL)


def without_later(page: str, name: str) -> tuple[str, dict[str, str]]:
    """A page as HTML with its `template data-later` elements empty, and by name the scripts that bring what they held.

    `name` is the page's own, without folder and ending. `data-src` of an element names its script. It is a script
    because a page that is opened as a file can load nothing else.
    """
    scripts: dict[str, str] = {}

    def emptied(match: re.Match[str]) -> str:
        script = f"{name}.{match[2]}.js"
        scripts[script] = _bringing(match[2], match[3])
        return f'{match[1]} data-src="{escape(script)}">'

    return _WAITING.sub(emptied, page), scripts


def _bringing(what: str, content: str) -> str:
    event, detail = json.dumps(f"handbook:{what}"), json.dumps(content, ensure_ascii=False)
    return f"document.dispatchEvent(new CustomEvent({event}, {{ detail: {detail} }}))\n"
