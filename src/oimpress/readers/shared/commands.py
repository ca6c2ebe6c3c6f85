"""Commands of publishing systems in a text, marked for what leaves them out: shortcodes of WordPress.

Source: the manual of WordPress, « Shortcode API »; what stands between two of them is text.
"""

from __future__ import annotations

import re
from html import escape

from oimpress.patterns import lazy

COMMAND = "x-command"  # the element around a command
CODE = lazy(r"<(pre|code|script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
SAID = r"(?P<said>(?:\s++[\w-]++=(?:\"[^\"<>\]]*+\"|'[^'<>\]]*+'|[^\s\[\]\"'<>]++))*+)"
SHORTCODE = lazy(rf"\[(?P<end>/?)(?P<name>[A-Za-z][\w-]*+){SAID}\s*/?\](?!\()")
ENDED = lazy(r"\[/([A-Za-z][\w-]*+)\]")
# Those that WordPress itself has, which may say nothing.
OWN = frozenset({"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"})
CAPTION = lazy(
    r"(?P<begin>\[(?P<name>(?:wp_)?caption)\b[^\[\]]*\])\s*"
    r"(?P<picture>(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(?P<said>(?:(?!\[/?(?:wp_)?caption).)*)"
    r"(?P<close>\[/(?P=name)\])",
    re.IGNORECASE | re.DOTALL,
)


def command(words: str) -> str:
    """``words`` as HTML that marks them as a command."""
    return f"<{COMMAND}>{escape(words, quote=False)}</{COMMAND}>"


def with_shortcodes(html: str) -> str:
    """``html`` with its shortcodes marked, and with a figure for each picture that one of them gives a caption."""
    if "[" not in html:
        return html
    ended = frozenset(ENDED.findall(html))
    parts, at = list[str](), 0
    html = CAPTION.sub(_figure, html)
    for kept in CODE.finditer(html):
        parts += (_marked(html[at : kept.start()], ended), kept[0])
        at = kept.end()
    return "".join((*parts, _marked(html[at:], ended)))


def _figure(found: re.Match[str]) -> str:
    caption = f"<figcaption>{found['said'].strip()}</figcaption>" if found["said"].strip() else ""
    return f"{found['begin']}<figure>{found['picture']}{caption}</figure>{found['close']}"


def _marked(text: str, ended: frozenset[str]) -> str:
    return SHORTCODE.sub(lambda found: command(found[0]) if _is_command(found, ended) else found[0], text)


def _is_command(found: re.Match[str], ended: frozenset[str]) -> bool:
    return bool(found["end"] or found["said"]) or found["name"] in ended or found["name"].lower() in OWN
