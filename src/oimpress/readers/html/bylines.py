"""Bylines: who wrote a page, when, in which section, how long it takes to read; their dates are worth keeping."""

from __future__ import annotations

import re

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.dates import find_date, weekdays
from oimpress.knowledge.phones import MANY_DIGITS
from oimpress.knowledge.sentences import holds_two_sentences
from oimpress.patterns import lazy
from oimpress.readers.html.limits import LONGEST_BYLINE
from oimpress.readers.html.sizes import Sizes
from oimpress.readers.shared.tree import Node

BY_NAME = lazy(r"(?<![a-z])(?:by-?lines?|authors?|auteurs?|vcard|submitted|created-?by)(?![a-z])", re.IGNORECASE)
ABOUT_IT = lazy(
    r"(?<![a-z])(?:metas?|infos?|publi(?:cations?)?|details|article-?info|post-?info|reading-?time)(?![a-z])",
    re.IGNORECASE,
)
WRITER = lazy(
    r"(?<!\w)(?:(?:écrit |rédigé |soumis |posté |publié )?par|(?:written |posted |submitted )?by)\s+"
    r"(?-i:[A-ZÀ-Þ]|la rédaction|admin(?:istrateur)?\b|webmaster\b)",
    re.IGNORECASE,
)
WRITER_ALONE = lazy(r"(?:[Pp]ar|[Bb]y) (?![A-ZÀ-Þ' ]+$)[A-ZÀ-Þ][\w'’.-]+(?: (?:d[eu] |d[’'])?[A-ZÀ-Þ][\w'’.-]*){1,3}")
# The line of a news agency on who worked at a text.
WORKED = lazy(
    r"\(?\s*(?:additional )?(?:reporting|writing|editing)(?: and (?:reporting|writing|editing))? by (?-i:[A-ZÀ-Þ])"
    r"|[^.]{0,160}(?<!\w)contributed (?:reporting|to this (?:story|report|article))(?!\w)",
    re.IGNORECASE,
)
TO_READ = (
    r"(?<!\w)(?:temps de )?lecture[\s:]*\d+\s*min(?:utes?)?(?!\w)"
    r"|(?<!\w)lesezeit[\s:]*(?:ca\. ?)?\d+\s*min(?:uten)?\.?(?!\w)"
    r"|(?<!\w)\d+\s*min(?:utes?|utos?|uten|uty?)?\.? (?:de lecture|de lectura|de leitura|lesezeit|czytania|read)(?!\w)"
)
READING = lazy(TO_READ, re.IGNORECASE)
TOLD = lazy(
    rf"{TO_READ}|(?<!\w)affichages? *:|(?<!\w)\d+ (?:vues|commentaires?)(?!\w)"
    r"|(?<!\w)il y a \d+ (?:minutes?|heures?|jours?|mois|ans?)(?!\w)",
    re.IGNORECASE,
)
PUBLISHED = lazy(
    r"(?<!\w)(?:(?:first |last )?(?:posted|published|updated|modified)|publi[ée]e?|publication|mise? en ligne"
    r"|(?:dernière )?mise? à jour|(?:zuletzt )?(?:aktualisiert|veröffentlicht|publiziert)|publicad[oa]|actualizad[oa]"
    r"|(?:기사)?(?:입력|등록|수정)|опубликовано|opublikowano|pubblicat[oa]|gepubliceerd)(?!\w)",
    re.IGNORECASE,
)
# What a clock adds to a day, as programs write it.
CLOCK = lazy(
    r"(?<![\w:])\d{1,2}(?::\d\d){1,2}(?![\d:])(?:\s*(?:[ap]\.?m\.?|uhr)(?!\w)|[+-]\d\d:?\d\d)?(?!\w)"
    r"(?:\s*(?-i:[A-Z]{2,4})(?!\w))?"
    r"|(?<!\w)\d{1,2} ?h ?\d\d(?!\w)",
    re.IGNORECASE,
)
JOINT = lazy(r"(?<=\d)T(?=\d\d:\d\d)")  # of day and hour in a machine's date
CHANGED = lazy(r"(?:modifi[ée]e?|mise? à jour|updated|modified|actualisé)[^\d]{0,20}$", re.IGNORECASE)
AROUND = lazy(
    r"(?<!\w)(?:à|at|et|le|on|h|min|modifi[ée]e?|mise? (?:à jour|en ligne)|publi[ée]e?|updated|published"
    r"|first|last|posted|modified|\d{1,2} ?h ?\d{0,2})(?!\w)",
    re.IGNORECASE,
)
KEPT = frozenset(
    {"blockquote", "q", "cite", "figcaption", "figure", "h1", "h2", "h3", "h4", "a", "li", "dd", "dt", "td"}
)


def is_byline(node: Node, sizes: Sizes) -> bool:
    """Whether ``node`` is one, as its names tell, or its names and its words; never a line that is only dated.

    A line with its date alone, or with a place, is the release's own.
    """
    if not 0 < sizes.of(node).all <= LONGEST_BYLINE or node.tag in KEPT:
        return False
    named = f"{node.get('class')} {node.get('itemprop')} {node.get('rel')}"
    by_name = BY_NAME.search(named) is not None
    if not by_name and not ABOUT_IT.search(named):
        return False
    text = words_of(node)
    return not _is_reached(node, text) and not holds_two_sentences(text) and (by_name or _tells(node, text))


def _is_reached(node: Node, text: str) -> bool:
    """Whether it is rather the card of somebody who can be called."""
    calls = any(each.tag == "a" and each.get("href").startswith("tel:") for each in node.walk())
    return calls or (has_mail(text) and MANY_DIGITS.search(text) is not None)


def _tells(node: Node, text: str) -> bool:
    """Whether writer, time of reading, or more than the date of publication is told."""
    if WRITER.search(text) or TOLD.search(text):
        return True
    dated = PUBLISHED.search(text) or any(map(_holds_date, node.walk()))
    return bool(dated) and bool(re.search(r"[^\W\d_]{2}", _beside_dates(text)))


def _holds_date(node: Node) -> bool:
    return node.tag in ("time", "abbr") or "date" in f"{node.get('class')} {node.get('itemprop')}".lower()


def _beside_dates(text: str) -> str:
    """What ``text`` says beside its dates and the words that announce them."""
    rest, at = "", 0
    while found := find_date(text, at):
        rest += text[at : found.start] + " "
        at = found.end
    words = CLOCK.sub(" ", AROUND.sub(" ", rest + text[at:]))
    return " ".join(word for word in words.split() if word.strip(".,").lower() not in weekdays())


def is_byline_text(text: str, published: str = "", author: str = "") -> bool:
    """Whether a line that nothing names is one: it has its writer, alone or with when, or how long it is to read.

    So is a day alone that a word calls that of publication, and with its clock the day on which the page says that it
    was ``published``; the ``author`` that the page states may stand beside them.
    """
    if len(text) > LONGEST_BYLINE:
        return False
    if writer := WRITER.match(text):
        named = author and text.startswith(author, writer.end() - 1) and not holds_two_sentences(text)
        return bool(named or TOLD.search(text) or find_date(text) or WRITER_ALONE.fullmatch(text))
    if WORKED.match(text):
        return True
    text = JOINT.sub(" ", text)
    found = find_date(text)
    stamped = found is not None and (
        PUBLISHED.match(text) or (found.when == published != "" and CLOCK.search(text, found.end) is not None)
    )
    rest = PUBLISHED.sub(" ", READING.sub(" ", text.replace(author, " ") if author else text))
    return bool(stamped or READING.search(text)) and not re.search(r"[^\W\d_]{4}", _beside_dates(rest))


def is_clock(text: str) -> bool:
    """Whether a line is an hour of the clock, and nothing else."""
    return len(text) <= LONGEST_BYLINE and CLOCK.fullmatch(text) is not None


def words_of(node: Node) -> str:
    """The text of ``node`` on one line, with a blank between any two elements."""
    return " ".join(" ".join(node.texts()).split())


def date_of(text: str) -> str:
    """The day on which a byline says that its text was published; empty when it says none."""
    at = 0
    while found := find_date(text, at):
        if found.when and not CHANGED.search(CLOCK.sub("", text[: found.start])):
            return found.when
        at = found.end
    return ""
