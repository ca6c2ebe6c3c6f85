"""Lines that hold nothing but what is clicked on a page: buttons, networks, languages."""

from __future__ import annotations

from functools import lru_cache

from oimpress.knowledge.lexicon import words
from oimpress.passes.lines.limits import LABEL_LENGTH
from oimpress.patterns import lazy

BETWEEN = lazy(r"[ \u00a0]*[|·•/][ \u00a0]*")
NETWORKS = frozenset({
    "bluesky", "facebook", "flickr", "instagram", "linkedin", "mastodon", "messenger", "pinterest", "rss", "telegram",
    "threads", "tiktok", "twitter", "whatsapp", "x", "youtube",
})  # fmt: skip
BARS = ("|", "·", "•", " / ")


@lru_cache(maxsize=512)  # the pages of a site have one menu
def bare_label(text: str) -> str:
    """``text`` for a look into the lists of furniture."""
    return text.rstrip(" .:>»|").replace("’", "'").casefold()


def is_button(text: str) -> bool:
    """Whether a line holds nothing but buttons, names of networks or languages to choose from."""
    if len(text) > 2 * LABEL_LENGTH:
        return False
    if _is_button(text):
        return True
    if not any(map(text.__contains__, BARS)):
        return len(names := text.split()) > 1 and all(bare_label(name) in NETWORKS for name in names)
    parts = [part for part in BETWEEN.split(text) if part]
    return len(parts) > 1 and all(map(_is_button, parts))


def _is_button(text: str) -> bool:
    bare = bare_label(text)
    return bare in words("furniture") or bare in words("furniture-weak")
