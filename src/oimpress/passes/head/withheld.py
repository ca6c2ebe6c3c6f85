"""Embargoes that do not stand in the head: in lines of the text, and in what was left out, such as a mail's note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from oimpress.knowledge.dates import find_date
from oimpress.model.draft import Draft
from oimpress.model.nodes import Embargo, Release
from oimpress.model.runs import cut, length, one_line, strip
from oimpress.model.traced import Traced, inserted, join
from oimpress.notices import Dropped, Result
from oimpress.passes.head.embargo import EMBARGO, ending
from oimpress.passes.head.limits import FIRST_LINES, LEAST_WORDS, LONGEST_EMBARGO
from oimpress.passes.head.words import plainly, said
from oimpress.passes.leaving import addresses, without
from oimpress.passes.pins import pin_of
from oimpress.patterns import lazy

END = lazy(r"[\])|\n]|[.!?](?= +[A-ZÀ-Þ«“]|$)")  # of what a text says of its embargo
GAP = lazy(r"\][\s:–—-]*|\s+[-–—|]+\s+|\s*:\s+")  # between an embargo and the title behind it


def orders(text: str) -> bool:
    """Whether a line does nothing but ask not to publish before: « Embargo : 12 mars 2026, 6 h »."""
    words = plainly(text).strip()
    if len(words) > LONGEST_EMBARGO or not (said("withheld").match(words) and said("embargo").search(words)):
        return False
    return said("sealed").match(words) is not None or find_date(words) is not None


def asked_first(draft: Draft) -> Result[Draft]:
    """Part a title from the embargo before it on one line: « [EMBARGO 12/03 6 h] La régie … ». Rule H011."""
    for at, line in list(draft.lines())[:FIRST_LINES]:
        if (gap := _gap(line.plain)) and not pin_of(line):
            start, end = gap
            above = replace(line, children=strip(cut(line.children, 0, start)), level=0, marks=frozenset())
            title = replace(line, children=strip(cut(line.children, end, length(line.children))))
            flow = (*draft.flow[:at], above, title, *draft.flow[at + 1 :])
            dropped = [Dropped(text, EMBARGO) for text in (line.text[start:end],) if str(text).strip()]
            return Result(replace(draft, flow=flow), (), tuple(dropped))
    return Result(draft)


def _gap(text: str) -> tuple[int, int] | None:
    """What parts an embargo from the words of a title behind it."""
    if len(text) > LONGEST_EMBARGO or not said("withheld").match(plainly(text)):
        return None
    for mark in GAP.finditer(text):
        start, rest = mark.start() + mark[0].startswith("]"), text[mark.end() :]
        words = rest.split()
        if len(words) >= LEAST_WORDS and rest[0].isalpha() and orders(text[:start]) and not find_date(rest):
            return start, mark.end()
    return None


def below_the_head(draft: Draft) -> Result[Draft]:
    """Take the lines of the text that do nothing but name an embargo to the embargo of the head. Rule H011.

    One that says the same once more is left out.
    """
    found = {at: line for at, line in draft.lines() if orders(line.plain) and not pin_of(line)}
    if not found:
        return Result(draft)
    said_above = draft.release.embargo.text if draft.release.embargo else None
    texts: list[str] = [said_above] if said_above else []
    again: dict[int, str] = {}
    for at, line in found.items():
        words = one_line(line.text.strip())
        if any(str(words) == str(each) for each in texts):
            again[at] = EMBARGO
        else:
            texts.append(words)
    dropped = [each for at, line in found.items() if at not in again for each in addresses(line.children)]
    listed = [part for text in texts for part in (text, inserted(" – ", EMBARGO, _end(text)))][:-1]
    rest = without(draft, again)
    kept = replace(draft, flow=tuple(item for at, item in enumerate(draft.flow) if at not in found))
    embargo = Embargo(join(listed).put_by(EMBARGO))
    return Result(kept.with_fields(embargo=embargo), (), (*rest.dropped, *dropped))


def left_out_with(done: Result[Release], country: str, covering: str = "") -> Result[Release]:
    """Where a release has no embargo, the one that what was left out names. Rules H011, H012.

    All that a mail says of an embargo counts, also in its subject, and of what is attached to it what that ``covering``
    mail says; of what a page has around its text, only a line that does nothing but name one, with its day. Of several
    that which ends last counts.
    """
    release = done.value
    if release.embargo:
        return done
    of_mail = release.source is not None and release.source.reader == "mail"
    finds = _of_mail if of_mail else _of_page
    texts = ((at, each.text) for at, each in enumerate(done.dropped) if isinstance(each.text, Traced))
    found = [_restored(done, at, span, country) for at, text in texts if (span := _said(text, finds))]
    if span := _said(covering, _of_mail):
        words = inserted(" ".join(covering[slice(*span)].split()), EMBARGO)
        found.append(_with_embargo(done, words, country))
    return max(found, key=_until, default=done)


def _until(done: Result[Release]) -> str:
    return str(done.value.embargo.until) if done.value.embargo else ""


def _restored(done: Result[Release], at: int, span: tuple[int, int], country: str) -> Result[Release]:
    text, rule = done.dropped[at]
    assert isinstance(text, Traced)
    start, end = span
    around = [Dropped(part, rule) for part in (text[:start], text[end:]) if part]
    dropped = (*done.dropped[:at], *around, *done.dropped[at + 1 :])
    return _with_embargo(replace(done, dropped=dropped), one_line(text[start:end]).put_by(EMBARGO), country)


def _with_embargo(done: Result[Release], words: Traced, country: str) -> Result[Release]:
    release = done.value
    embargo = ending(Embargo(words), release.dateline, country, str(release.published))
    return replace(done, value=replace(release, embargo=embargo))


def _said(text: str, finds: Callable[[str], int]) -> tuple[int, int] | None:
    """Where ``text``, which was left out, names an embargo: from its first words to the end of what they say."""
    words, at = plainly(text), 0
    for line in words.split("\n"):
        start = finds(line)
        if start >= 0:
            start += at
            end = END.search(words, start)
            stop = end.start() if end else len(words)
            return start, start + len(words[start:stop].rstrip())
        at += len(line) + 1
    return None


def _of_mail(line: str) -> int:
    found = said("embargo").search(line)
    return found.start() if found else -1


def _of_page(line: str) -> int:
    dated = len(line) <= LONGEST_EMBARGO and orders(line) and find_date(line)
    return len(line) - len(line.lstrip()) if dated else -1


def _end(text: str) -> int:
    return text.end if isinstance(text, Traced) else 0
