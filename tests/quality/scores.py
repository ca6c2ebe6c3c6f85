"""How much of a page's gold was found: counts per field, and the words that are wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from oimpress.model.nodes import Release
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from oimpress.pipeline import Normalised
from tests.quality.elements import Elements, found_on, wanted_on
from tests.quality.folding import words
from tests.quality.pages import Page

PHONE = "phone"
APART = {"contacts", "contact_sentences", "covers", "foreign", "furniture", "kind", "lang", "links", "notices"}
APART |= {"published", "repeated", "type", "norm", "country", "when"}


@dataclass(slots=True)
class Tally:
    """Elements found, wanted, and both; added up over pages."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, name: str, found: Elements, wanted: Elements) -> None:
        self.found += found.total()
        self.wanted += wanted.total()
        self.right += (found & wanted).total()
        self.missed += [f"{name}: - {one}" for one in (wanted - found).elements()]
        self.missed += [f"{name}: + {one}" for one in (found - wanted).elements()]

    @property
    def score(self) -> float:
        """The harmonic mean of precision and recall; 1 when there was nothing to find and nothing found."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def tallies(page: Page, done: Normalised) -> Iterator[tuple[str, Elements, Elements]]:
    """Per field what was found on the page, and what was wanted."""
    found, wanted = found_on(done), wanted_on(page.gold)
    for name, read in wanted.items():
        skipped = {str(number) for number in page.gold.get("repeated", ())} if name == "furniture lines" else set()
        yield name, Counter(one for one in found[name].elements() if one not in skipped), read


def lost_and_invented(page: Page, release: Release) -> tuple[Elements, Elements]:
    """Words of the gold's content that the release lacks, and words of the release that no source has.

    Telephone numbers are left out: they are written anew. The other fields of contacts are compared as fields.
    """
    made = Counter(
        word for run in runs(release) if run.element.partition("[")[0] != PHONE for word in words(flatten(run.children))
    )
    content = Counter(word for text in _strings(page.gold) for word in words(text))
    return content - made, made - (Counter(words(page.text)) | content)


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _strings(one)
        case dict():
            for key, one in value.items():
                if key not in APART and not (key == "value" and "norm" in value):
                    yield from _strings(one)
        case _:
            pass  # numbers and truth values hold no words
