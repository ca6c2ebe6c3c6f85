"""Bad line breaks that renderers make: « e-/learning », and a title whose last line is one lonely word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.writers.page.markup import Element, element

TOKEN = re.compile(r"\S+")
ADDRESS = re.compile(r"[/@:]")
ELISION = re.compile(r"\A[A-Za-zÀ-ÿ]{1,2}[’']")
LONGEST = 16  # characters of a word that is kept whole
LAST_LINE = 14  # characters that the last line of a title should have
SHORTEST_ENDING, LONGEST_ENDING = 9, 24  # of its last words, the characters kept together


def keep_together(tree: Element) -> None:
    """Put words such as « a-t-il » into ``span.whole``, and the last words of titles into ``span.ending``.

    A style sheet keeps what is in such a span on one line. No character changes.
    """
    for part in list(tree.iter()):
        if part.text:
            _split(part, None, part.text)
        if part is not tree and part.tail and (parent := part.getparent()) is not None:
            _split(parent, part, part.tail)
    for title in tree.xpath("descendant-or-self::*[@class='title' or @class='entry' or @class='subtitle']"):
        _keep_end(title)


def _split(parent: Element, before: Element | None, text: str) -> None:
    """Replace ``text``, which stands in ``parent`` behind the child ``before``, by text and spans."""
    at = 0
    for start, end in _hyphenated(text):
        _put(parent, before, text[at:start])
        whole = element("span", text[start:end], class_="whole")
        if before is None:
            parent.insert(0, whole)
        else:
            before.addnext(whole)  # behind the text that follows it
        before, at = whole, end
    if at:
        _put(parent, before, text[at:])


def _put(parent: Element, before: Element | None, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text


def _hyphenated(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand that have a part of one or two letters beside a hyphen."""
    if "-" not in text:
        return
    for found in TOKEN.finditer(text):
        word = found.group().strip("«»“”()[]…,.;:!?\u00a0\u202f")
        parts = ELISION.sub("", word).split("-")
        if len(parts) < 2 or len(word) > LONGEST or not all(parts) or ADDRESS.search(word):
            continue
        if any(len(part) < 3 for part in parts):
            yield found.span()


def _keep_end(title: Element) -> None:
    """Keep the last words of ``title`` together, when it ends in plain text with words before them."""
    last = title[-1] if len(title) else None
    text = (title.text if last is None else last.tail) or ""
    cut = text.rfind(" ", 0, max(len(text) - LAST_LINE, 0)) + 1
    if len(text) - cut > LONGEST_ENDING:
        cut = text.rfind(" ", 0, max(len(text) - SHORTEST_ENDING, 0)) + 1
    long_enough = len("".join(title.itertext())) > 2 * LAST_LINE
    if cut > 1 and long_enough and len(text) - cut <= LONGEST_ENDING:
        _put(title, last, text[:cut])
        title.append(element("span", text[cut:], class_="ending"))
