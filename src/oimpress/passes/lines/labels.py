"""What begins a line of its own: labels of lists in every way they are keyed, hours of a programme, contact words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from oimpress.knowledge.labels import labelled
from oimpress.model.draft import Line
from oimpress.patterns import lazy

# The last as Word's fonts of symbols have them.
MARKS = "-–—•*·▪▫◦‣●○■□❖◆◇♦➢➤►▶▸▹➔➜→⇒✓✔☐☑❑❏⁃∙👉✅🔹🔸\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0e0"
LABEL = lazy(
    r"\s*(?P<label>\(?(?:(?P<number>\d{1,2})(?P<tail>°?[.)]|°|/|[ \u00a0]?[-–](?=[ \u00a0]))"
    rf"|(?P<letter>[a-z]|[ivx]{{2,5}}|[A-Z](?=\)))(?P<end>[.)]))|(?P<mark>[{MARKS}]|o|\*{{2,3}}))[\s\u00a0]+(?=\S)"
)
# An hour that a line of a programme begins with: « 10h : », « 9 h 30 – », « 14:00 – ».
TIME = r"\d{1,2}[ \u00a0]?(?:h(?:[ \u00a0]?[0-5]\d)?|:[0-5]\d)"
HOUR = rf"{TIME}[ \u00a0]*[:–—-]"
# What begins a line of its own: list markers, hours, labels of contact lines, a lone separator.
OPENER = labelled(
    rf"\s*(?:(?:[{MARKS}]|\*{{2,3}}|(?:(?<=\s\s)|(?=o\s\s))o)\s|(?:\d{{1,2}}|[a-z]|[ivx]{{2,5}})[.)]\s|-$|{HOUR}"
    r"|(?:(?&phone)|(?&mail)|(?&site)|web)\b(?:\.?\s*[:+]|\.\s*(?:[(\d]|\w+\s*:))"
    r"|[a-z]\s?[:.]\s*(?:\+\d|\(?0\d|[\w.+-]+@))"
)
# An hour with what happens then, though no sign stands between: « 10 h 30  Accueil », « 9h00-10h30 Atelier ».
TIMED = lazy(
    rf"\s*(?:de |from )?{TIME}(?:[ \u00a0]?(?:[-–—]|à|to)[ \u00a0]?{TIME})?[ \u00a0]+(?=[^\W\d_a-zà-ÿ]|[«“\"])"
)
PROGRAMMED = lazy(
    rf"\s*(?:de |from )?{TIME}(?:[ \u00a0]?(?:[-–—]|à|to)[ \u00a0]?{TIME})?[ \u00a0]*(?:[:–—-]|(?=[^\W\d_a-zà-ÿ]))"
)
# Numbers to dial and mail addresses, and nothing else: no sentence goes on with such a line.
DETAILS_ALONE = lazy(
    r"\s*(?>(?:[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|\+?\(?(?:\d[ .()/\u00a0\u202f-]*){9,})"
    r"[ \u00a0]*(?:[/|,;–—-][ \u00a0]*)?)+$"
)
WHEN = lazy(  # when somebody answers, behind a number
    r"[ ,;–-]+(?:\([^()]+\)|(?:[^\W\d]+ )*\d\d? ?(?:h|heures|am|pm)(?!\w)[\w ]*)\.?", re.IGNORECASE
)
SHORT_NUMBER = lazy(r": ?\d{2}(?:\d{2} ?\d{4}|(?: \d\d){3})$")  # eight figures behind a colon, as small countries have
ROMAN = {"i": 1, "v": 5, "x": 10}


class ListLabel(NamedTuple):
    """The label of a line from ``start`` to ``end``, its words from ``words`` on, and how far in it stands.

    ``places`` are what it can be: a way of counting -> its place in it; a mark counts nothing, its place is 0.
    """

    start: int
    end: int
    words: int
    indent: int
    places: Mapping[str, int]

    @property
    def ordered(self) -> bool:
        """Whether it counts."""
        return any(self.places.values())

    @property
    def numbered(self) -> bool:
        """Whether it counts by figures, as dates and addresses do too."""
        return any("1" in manner for manner in self.places)

    @property
    def begins(self) -> bool:
        """Whether a list can begin with it."""
        return any(place <= 1 for place in self.places.values())

    def follows(self, other: ListLabel) -> bool:
        """Whether it is the label behind ``other``; numbers that all are the same count too, as programs leave them."""
        return any(
            manner in other.places and place - other.places[manner] in ((0, 1) if "1" in manner else (min(place, 1),))
            for manner, place in self.places.items()
        )


def are_timed(line: Line, *beside: Line | None) -> bool:
    """Whether a line begins with an hour and what happens then, and so does one beside it."""
    return TIMED.match(line.plain) is not None and any(each and TIMED.match(each.plain) for each in beside)


def begins_with_hour(line: Line) -> bool:
    """Whether a line is of a programme: an hour, or one to another, and what happens then."""
    return PROGRAMMED.match(line.plain) is not None


def label_of(line: Line) -> ListLabel | None:
    """The label that ``line`` begins with, if any."""
    found = LABEL.match(line.plain)
    if not found:
        return None
    deeper = "  " * (len(found["mark"] or "-") - 1)  # as wikis write the lists inside items: « ** »
    indent = len(line.plain) - len(line.plain.lstrip()) + len(deeper)
    return ListLabel(found.start("label"), found.end("label"), found.end(), indent, dict(_places(found)))


def _places(found: re.Match[str]) -> list[tuple[str, int]]:
    around = "(" if found["label"].startswith("(") else ""
    if found["number"]:
        return [(f"{around}1{found['tail'].strip()}", int(found["number"]))]
    if found["mark"]:
        return [(found["mark"], 0)]
    letters, end = found["letter"], found["end"]
    first = "A" if letters.isupper() else "a"
    single = [(f"{around}{first}{end}", ord(letters) - ord(first) + 1)] if len(letters) == 1 else []
    return [*single, (f"{around}i{end}", roman)] if (roman := _roman(letters)) else single


def _roman(text: str) -> int:
    """The value of a small roman numeral up to 39; 0 for anything else."""
    values = [ROMAN.get(char, 0) for char in text]
    if 0 in values:
        return 0
    return sum(-value if value < max(values[n + 1 :], default=0) else value for n, value in enumerate(values))
