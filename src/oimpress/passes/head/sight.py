"""A line of the head as evidence looks at it: its words with plain blanks, and what they hold, found when asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.knowledge.dates import FoundDate, find_date, month_alone
from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.languages import article_end, ends_in_small_word
from oimpress.knowledge.people import is_function
from oimpress.model.draft import Line
from oimpress.model.nodes import Figure
from oimpress.model.runs import inlines
from oimpress.passes.credits import figure_of
from oimpress.passes.datelines import Opening, opening_of, reads_like_place
from oimpress.passes.head.dates import DAY, ordered_from, ordered_to
from oimpress.passes.head.limits import (
    BODY_REACH,
    FEW,
    HALF_A_LINE,
    LEAST_OPENED,
    LINE_END,
    LONGEST_HEADLINE,
    SHORT,
    TYPED_APART,
)
from oimpress.passes.head.words import EDGE, plainly, said, stems
from oimpress.passes.kept import kept
from oimpress.passes.wordings import body_words, says_verb
from oimpress.patterns import lazy

SENTENCE_END = lazy(r"[\w)»”\"'%°\]] ?[.!?…]+[ »”\")\]]*\d{0,2}$")
BESIDE = lazy(rf"(?:,| [–—|/-]| \() *(?:(?:ce|le|el|a|on) )?{DAY}$", re.IGNORECASE)
BEHIND = lazy(r" *(?:[–—|/(-]|à )")
APART = lazy(r"[–—|,/-] *$|^(?:les?|la|l'|the) *$", re.IGNORECASE)
ORDINAL = lazy(r"\d(?:er|re|e|[èe]me|nd|nde|st|th|º|ª)(?!\w)")  # small letters that capitals leave: « 1er »
STOPS = '.!?…:;»”")'  # what a paragraph ends with
ORNAMENT = lazy("[-–—*#=~·• \u2190-\u2bff\U0001f300-\U0001faff\ufe0f]*")  # « *** COMMUNIQUÉ *** », « 📢 COMMUNIQUÉ »
SMALL = r"(?:(?:de|du|des|la|les?|et|à|aux?|pour|of|for|and|the|del|los|las|y) |[dl]')"
ADJECTIVE = r"\w+(?:al|ales?|aux|aires?|iques?|iels?|ielles?|aine?s?|ifs?|ives?)"
TAIL = lazy(rf"(?:,? {SMALL}*[A-ZÀ-Þ][\w'-]*|,? {SMALL}+[\w-]+| {ADJECTIVE}(?![\w'-]))*")  # of a body's name
CAPITALISED = lazy(r"[A-ZÀ-Þ][\w' /.-]{1,45}")


class Sight:
    """One line among ``others``; ``at`` is its position."""

    def __init__(self, line: Line, at: int, others: Sequence[Sight]) -> None:
        self.line, self.at, self.others = line, at, others
        self.text = plainly(line.plain).strip()
        self.size = len(self.text)

    def beside(self, step: int) -> Sight | None:
        """The line ``step`` further on, or further up."""
        at = self.at + step
        return self.others[at] if 0 <= at < len(self.others) else None

    @kept
    def tight(self) -> bool:
        """Whether it follows the line above without a blank one."""
        return self.at > 0 and not self.line.gap

    @kept
    def folded(self) -> str:
        return fold(self.text)

    @kept
    def stems(self) -> frozenset[str]:
        return frozenset(stems(self.text))

    @kept
    def ends(self) -> bool:
        """Whether it ends like a sentence."""
        return SENTENCE_END.search(self.text, max(self.size - LINE_END, 0)) is not None

    @kept
    def prose(self) -> bool:
        return self.size > LONGEST_HEADLINE and self.ends

    @kept
    def verb(self) -> bool:
        return says_verb(self.text)

    @kept
    def figures(self) -> bool:
        """Whether it holds a figure, without which there is no date, number or address."""
        return any(map(str.isdigit, self.text))

    @kept
    def date(self) -> FoundDate | None:
        if self.size >= SHORT or not self.figures:
            return None
        return find_date(self.text) or month_alone(self.text, self.label.end() if self.label else 0)

    @kept
    def label(self) -> re.Match[str] | None:
        """The words at its head that label the kind of text."""
        return said("label").match(self.text, ORNAMENT.match(self.text).end()) if self.size < SHORT else None  # type: ignore[union-attr]

    @kept
    def label_behind(self) -> bool:
        """Whether nothing but a label stands behind its date: « Berne, le 3 mai 2023 Invitation aux médias »."""
        return self.date is not None and said("label").fullmatch(self.text[self.date.end :].strip(EDGE)) is not None

    @kept
    def undated(self) -> str:
        """The line without its date, and without its label."""
        behind = "" if self.label_behind or not self.date else self.text[self.date.end :]
        before = self.text[: self.date.start] if self.date else ""
        text = f"{before[ordered_to(before) :]} {behind[: ordered_from(behind)]}" if self.date else self.text
        return text[self.label.end() :] if self.label else text

    @kept
    def number(self) -> re.Match[str] | None:
        """The number of a release in it."""
        return said("number").search(self.undated) if 1 < self.size < SHORT and self.figures else None

    @kept
    def rest(self) -> str:
        """What is left without label, date, number and small words."""
        bare = self.undated
        if self.number:
            bare = bare[: self.number.start()] + " " + bare[self.number.end() :]
        return " ".join(said("around").sub(" ", bare).split())

    @kept
    def place(self) -> str:
        """The words beside its date, or all of them, where they name a place or stand as one does."""
        if self.size >= SHORT:
            return ""
        if not self.date or self.label:
            return self.rest if self.rest and place_countries(self.rest) else ""
        apart = BESIDE.search(self.text[: self.date.start]) or BEHIND.match(self.text[self.date.end :])
        named = apart and CAPITALISED.fullmatch(self.rest) and reads_like_place(self.rest)
        return self.rest if named or place_countries(self.rest) else ""

    @kept
    def bare(self) -> bool:
        """Whether it holds nothing but a label, a date with its hour, a place or a number: no words of its own."""
        told = self.label or self.date or self.number or self.place
        return bool(told) and self.rest in ("", self.place)

    @kept
    def opening(self) -> Opening | None:
        """The dateline that opens a paragraph of prose; « Mali – Fermeture du bureau de la presse » is none."""
        long = self.size > LONGEST_HEADLINE or (self.size > LEAST_OPENED and self.text[-1] in STOPS)
        return opening_of(self.text) if long else None

    @kept
    def figure(self) -> Figure | None:
        """The picture whose credit it is, or whose caption and credit."""
        return figure_of(self.line)

    @kept
    def capitals(self) -> bool:
        letters = ORDINAL.sub("", self.text)
        return letters.isupper() and sum(map(str.isalpha, letters)) > 3

    @kept
    def body(self) -> int:
        """Where the word stands that tells a body which issues releases; -1 where none does, or more is said.

        Behind a preposition it tells what something is about.
        """
        if self.ends or self.text[0] in "-•" or self.verb:
            return -1
        found = body_words().search(self.text, 0, BODY_REACH)
        if not found or (found.start() and not APART.search(self.text[: found.start()])):
            return -1
        return found.start()

    @kept
    def house(self) -> bool:
        """Whether it is nothing but the name of a body: « Préfecture de la Haute-Vézère »."""
        return self.size < SHORT and self.body == 0 and is_house(self.text)

    @kept
    def named(self) -> bool:
        """Whether it goes on with the name of a body that the lines above have begun."""
        above = self.beside(-1)
        if not above or not self.tight or not (above.body == 0 or above.named) or above.label or self.serves:
            return False
        if self.verb or self.ends or self.label or self.date or self.number or self.body == 0:
            return False
        if self.size > LONGEST_HEADLINE:
            return False
        if self.says("civic") or above.loose:
            return True
        last = len(self.words) < FEW and self.text[0].isupper() and not place_countries(self.text)
        below = self.beside(1)
        apart = not (below and below.tight) or below.says("devise")
        return last and (above.named or above.house) and apart and not self.holds("press_service")

    @kept
    def serves(self) -> bool:
        """Whether it names a service, or the office of whoever signs, of the body that stands right above."""
        above = self.beside(-1)
        if not above or not self.tight or above.label or not (above.body >= 0 or above.named or above.serves):
            return False
        if self.verb or self.ends or self.label or self.date or self.size > LONGEST_HEADLINE:
            return False
        first = self.text[article_end(self.text) :].partition(" ")[0]
        return self.says("unit") or (is_function(first) and "," not in self.text)

    @kept
    def of_a_house(self) -> bool:
        """Whether the name that it goes on with begins as those of official bodies do."""
        above = self.beside(-1)
        return above is not None and (above.house or (above.named and above.of_a_house))

    @kept
    def loose(self) -> bool:
        """Whether it breaks off after a small word or a comma; a rule of dashes does not."""
        cut = self.text[-1] in ",'-" and any(map(str.isalnum, self.text))
        return cut or ends_in_small_word(self.text)

    @kept
    def cut_above(self) -> bool:
        """Whether the line above breaks off, and this one goes on with it."""
        above = self.beside(-1)
        if not above or not self.tight or above.ends:
            return False
        small = self.text[0].islower() and (above.size > HALF_A_LINE or above.cut_above or self._is_told_of(above))
        return above.loose or small

    def _is_told_of(self, above: Sight) -> bool:
        """Whether the line is what « Accès aux massifs : » above tells, and no point of a list or detail."""
        return above.text[-1] == ":" and not (above.label or self.ends or self.figures or self.text[-1] in ":;,")

    def same(self, other: Sight) -> bool:
        """Whether both lines say the same."""
        return abs(self.size - other.size) <= TYPED_APART and self.folded == other.folded

    @kept
    def words(self) -> list[str]:
        return self.text.split()

    def says(self, name: str) -> bool:
        """Whether the line begins with one of the ways of saying ``name``."""
        return said(name).match(self.text) is not None

    def holds(self, name: str) -> bool:
        return said(name).search(self.text) is not None


def is_house(text: str) -> bool:
    """Whether ``text``, with plain blanks, is nothing but the name of a body."""
    begins = said("house").match(text)
    return begins is not None and TAIL.fullmatch(text, begins.end()) is not None


def is_section(text: str) -> bool:
    """Whether ``text`` is nothing but the name of a room of a site: « Espace presse »."""
    return said("section").match(plainly(text).strip()) is not None


def is_bare(text: str) -> bool:
    """Whether ``text`` is nothing but a label, a date, a place or a number: « CP 17 octobre »."""
    return bool(text.strip()) and Sight(Line(inlines(text), 1, 1), 0, ()).bare
