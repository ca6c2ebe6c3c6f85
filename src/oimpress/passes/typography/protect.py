"""What no rule may touch: it is masked by letters that no rule looks for, one for one, so that offsets stay.

A mask counts as a letter: a mark after a URL gets its space, and nothing inside can match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from oimpress.passes.typography.domains import domains, mails
from oimpress.passes.typography.judge import foreign_stretches
from oimpress.passes.typography.lexicons import words

MASK: Final = "ꀀ"
FOREIGN: Final = "ꀂ"
PHONE: Final = "ꀁ"
TAG: Final = "\ue000"  # no letter: a word may begin after a tag
DIGITS: Final = frozenset("0123456789")


class Guard(NamedTuple):
    """Matches of ``pattern`` are masked; it is tried only on texts that hold all of ``needs``, "0" for any digit."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    mask: str = MASK


def _guard(needs: str, pattern: str, mask: str = MASK, flags: int = 0) -> Guard:
    return Guard(frozenset(needs), re.compile(pattern, flags), mask)


GUARDS: Final = (
    # code, addresses, markup
    _guard("`", r"```[\s\S]*?```|(?<!\w)`[^`\n]+`(?!\w)"),
    _guard(":/", r"(?<![\w])[A-Za-z][A-Za-z0-9+.-]{1,15}://[^\s<>«»\"“”]+"),
    _guard(".", r"[wW]{3}(?<![\w@][wW]{3})\.[^\s<>«»\"“”]+"),
    _guard(":", r"(?:mailto|tel):[^\s<>«»\"“”]+"),
    _guard("<>", r"<(?<!<<)(?:/?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?|!--[^<>]*--)>(?!>)", TAG),
    _guard("&;", r"&(?:nbsp|thinsp|[en][nm]sp|#160|#8239|#[xX](?:[aA]0|202[fF]));", TAG),
    _guard("&;", r"&(?:[A-Za-z]\w{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"),
    # identifiers and paths
    _guard("./0", r"10\.(?<![\w.]10\.)\d{4,9}/[^\s«»\"“”]+"),
    _guard("ISN0", r"IS[BS]N(?:-1[03])?[ \u00a0\u202f]?:?[ \u00a0\u202f]?\d[\dXx \u00a0\u202f-]{6,16}[\dXx]"),
    _guard("\\", r"(?<!\w)(?:[A-Za-z]:\\|\\\\)[^\s<>«»\"“”]*"),
    _guard("/", r"(?:(?<=[\s(«\"'])|^)(?:\.\.?|~)?/[\w~-][\w.~-]*(?:/[\w.~-]*)*", flags=re.MULTILINE),
    _guard("/0", r"[A-Z]{1,8}(?:/[A-Z][\w.]{0,12}){0,6}(?:/\d[\w.]*)+"),
    _guard(":", r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){1,7}:(?:[0-9A-Fa-f]{1,4}:?){0,7}"),
    _guard(".0", r"[0-9](?<![\w.:][0-9])\d*(?:\.\d+){2,}(?!\w)|v\.?[0-9]+(?:\.\d+)+"),
    _guard(":0", r"[0-9](?<![\w.,:][0-9])\d*(?::\d+)+"),
    _guard(":", r"(?:(?<=\s)|^):[a-z][a-z0-9_+-]{1,30}:(?!\w)|(?:(?<=\s)|^):-?[()DPp|/](?!\w)", flags=re.MULTILINE),
    _guard(";", r"(?:(?<=\s)|^);-?[()DPp|/](?!\w)", flags=re.MULTILINE),
    _guard("#", r"(?<!\w)#\w+"),
    # minutes and seconds, of time and of arc
    _guard("0'", r"[0-9]{1,3}(?:°[ \u00a0]?\d{1,2})?'[ \u00a0]?\d{1,2}(?:[.,]\d+)?(?:''|[\"″”])?(?!\w)"),
    _guard("0’", r"[0-9]{1,3}(?:°[ \u00a0]?\d{1,2})?’[ \u00a0]?\d{1,2}(?:[.,]\d+)?(?:''|[\"″”])(?!\w)"),
    _guard("0″", r"[0-9]″"),
    _guard("0′", r"[0-9]′"),
    # telephones and accounts
    _guard("+0", r"\+(?<!\w\+)[ \u00a0\u202f]?[1-9](?:[ \u00a0\u202f.()/-]{0,3}\d){6,14}(?!\w)", PHONE),
    _guard("0", r"00(?<![\w+.,]00)[1-9](?:[ \u00a0\u202f.()/-]{0,3}\d){6,14}(?!\w)", PHONE),
    _guard("0", r"0[1-9](?<![\w,.+-]0.)(?<!\d[ \u00a0\u202f]0.)(?:[ \u00a0\u202f.-]?\d\d){4}(?!\d)", PHONE),
    _guard("0", r"(?:08[0-2]\d|1-800)(?<!\w....)(?:[ \u00a0\u202f.-]\d{2,4}){1,3}(?!\d)", PHONE),
    _guard("()0", r"(?:\+?\d{1,3}[ \u00a0]?)?\(0\)[ \u00a0]?\d(?:[ \u00a0.-]?\d){5,11}", PHONE),
    _guard(
        "0", r"[A-Z]{2}[0-9]{2}(?<!\w....)(?:[ \u00a0\u202f]?[A-Z0-9]{4}){3,7}(?:[ \u00a0\u202f]?[A-Z0-9]{1,3})?(?!\w)"
    ),
)
LABELLED = re.compile(r"\(?[0-9](?:[ \u00a0\u202f().\-/]{0,3}\d){4,14}")
LABEL = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phone)?|phone|fax|mobile|portable|gsm|whatsapp|cell(?:ulaire)?|numéro vert|standard)"
    r"(?!\w)[^\d\n+]{0,14}$",
    re.IGNORECASE,
)
TRAILING = ".,;:!?…)]}'’»"


def masked(text: str, lang: str) -> str:
    """``text`` with everything protected replaced, character for character, by MASK, PHONE, TAG or FOREIGN."""
    present = set(text)
    if not present.isdisjoint(DIGITS):
        present.add("0")
    for guard in GUARDS:
        if guard.needs <= present and guard.pattern.search(text):
            text = _covered(text, ((*_kept(match), guard.mask) for match in guard.pattern.finditer(text)))
    if "0" in present:
        text = _covered(text, _labelled(text))
    if "@" in text:
        text = _covered(text, ((*span, MASK) for span in mails(text)))
    if "." in text:
        text = _covered(text, ((*span, MASK) for span in domains(text)))
    if "!" in text or "?" in text:
        text = _covered(text, ((*span, MASK) for span in _brands(text)))
    return _covered(text, ((*span, FOREIGN) for span in foreign_stretches(text, lang)))


def covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``spans`` masked too."""
    return _covered(text, ((start, end, MASK) for start, end in spans))


def _covered(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, mask in spans:
        if start < end and start >= at:
            parts += (text[at:start], mask * (end - start))
            at = end
    return "".join((*parts, text[at:])) if parts else text


def _kept(match: re.Match[str]) -> tuple[int, int]:
    """The span of a match, of its group if it has one; for an address without the marks of the sentence around it."""
    start, end = match.span(match.lastindex or 0)
    text = match.string
    if text[start] in "<&:;`" or (text[end - 1] not in TRAILING):
        return start, end
    while end > start + 1 and text[end - 1] in TRAILING:
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return start, end


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers that a word before them says are telephones."""
    for match in LABELLED.finditer(text):
        if LABEL.search(text, max(match.start() - 32, 0), match.start()):
            yield *match.span(), PHONE


def _brands(text: str) -> Iterator[tuple[int, int]]:
    """Names that end in a mark of their own."""
    named = (name for name in words("brands") if name in text)
    yield from sorted((at, at + len(name)) for name in named for at in _places(text, name))


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            yield at
        at = text.find(name, at + len(name))
