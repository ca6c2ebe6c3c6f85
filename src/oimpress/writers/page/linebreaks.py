"""Bad line breaks that renderers make: « e-/learning », « visant à / protéger », a last line of one lonely word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from oimpress.knowledge.languages import ends_in_small_word
from oimpress.writers.page.characters import mark_characters
from oimpress.writers.page.markup import Element
from oimpress.writers.page.stretches import RunWords, TextStretch, put_stretches, texts

TOKEN = re.compile(r"\S+")
WORD = re.compile(r"[^ ]+")
ADDRESS = re.compile(r"[/@:]")
ELISION = re.compile(r"\A[A-Za-zÀ-ÿ]{1,2}[’']")
LONGEST = 16  # characters of a word that is kept whole
LONGEST_TIE = 20  # characters of a small word of a title with the word that it leads to
LAST_LINE = 14  # characters that the last line of a title should have
SHORTEST_ENDING, LONGEST_ENDING = 9, 24  # characters of the last words that are kept together
TITLES = "descendant-or-self::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @class='entry']"
LEADS = "descendant-or-self::*[@class='subtitle'] | descendant-or-self::div[@class='body']/p[1]"

Chunk: TypeAlias = tuple[int, int]  # where characters stand that belong on one line


def set_in_type(tree: Element) -> None:
    """Give every part of ``tree`` that type sets apart its span: what stays on a line, thin spaces, other scripts."""
    keep_together(tree)
    mark_characters(tree)


def keep_together(tree: Element) -> None:
    """Put words such as « a-t-il », and a title's « à protéger », into ``span.whole``, last words into ``span.ending``.

    A style sheet keeps what is in such a span on one line. No character changes.
    """
    for title in filter(_is_long, tree.xpath(TITLES)):
        for words, ends in _with_end(title):
            words.put(_of_title(words.text, ends))
    for lead in filter(_is_long, tree.xpath(LEADS)):
        for words, ends in _with_end(lead):
            words.put(_ending(words.text, _words(words.text), SHORTEST_ENDING) if ends else ())
    keep_hyphenated(tree)


def keep_hyphenated(tree: Element) -> None:
    """Put words such as « d’e-learning » into ``span.whole``, and nothing else."""
    put_stretches(tree, _hyphenated)


def last_words(text: str) -> int:
    """Where the words begin that belong on the last line of a title which ends in ``text``; its end for none."""
    last = _ending(text, _tied(text), LAST_LINE)
    return last[0].start if last else len(text)


def may_break(words: str) -> bool:
    """Whether ``words`` may take two lines of a page."""
    return len(words) > 2 * LAST_LINE


def _is_long(line: Element) -> bool:
    return may_break("".join(line.itertext()))


def _with_end(line: Element) -> Iterator[tuple[RunWords, bool]]:
    """Every text of ``line``, and whether it is its last."""
    last = next(line.iterchildren(reversed=True), None)
    for words in texts(line):
        yield words, words.parent is line and words.before is last


def _of_title(text: str, ends: bool) -> Iterator[TextStretch]:
    """Small words with what they lead to, and the last words of all."""
    chunks = _tied(text)
    last = _ending(text, chunks, LAST_LINE) if ends else []
    end = last[0].start if last else len(text)
    yield from (TextStretch(*chunk, "whole") for chunk in chunks if chunk[1] <= end and " " in text[slice(*chunk)])
    yield from last


def _words(text: str) -> list[Chunk]:
    return [found.span() for found in WORD.finditer(text)]


def _tied(text: str) -> list[Chunk]:
    """The words of ``text``, an article or a preposition in one chunk with the word behind it."""
    made: list[Chunk] = []
    for start, end in _words(text):
        if made and end - made[-1][0] <= LONGEST_TIE and ends_in_small_word(text[slice(*made[-1])]):
            made[-1] = made[-1][0], end
        else:
            made.append((start, end))
    return made


def _ending(text: str, chunks: Sequence[Chunk], least: int) -> list[TextStretch]:
    """The last chunks that have ``least`` characters together, or somewhat fewer where the next one is long."""
    best = len(text)
    for start, _ in reversed(chunks[1:]):
        if len(text) - start > LONGEST_ENDING:
            break
        best = start
        if len(text) - start >= least:
            break
    return [TextStretch(best, len(text), "ending")] if len(text) - best >= SHORTEST_ENDING else []


def _hyphenated(text: str) -> Iterator[TextStretch]:
    """Words that have a part of one or two letters beside a hyphen."""
    if "-" not in text:
        return
    for found in TOKEN.finditer(text):
        word = found.group().strip("«»“”()[]…,.;:!?\u00a0\u202f")
        parts = ELISION.sub("", word).split("-")
        if len(parts) < 2 or len(word) > LONGEST or not all(parts) or ADDRESS.search(word):
            continue
        if any(len(part) < 3 for part in parts):
            yield TextStretch(*found.span(), "whole")
