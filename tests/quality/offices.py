"""Pages of other offices against their gold: ``python -m tests.quality.offices [FOLDER] [-v]`` prints a table.

Besides the scores it counts what must never happen: a wrong title that no notice tells, and a detail of one person
under the name of another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from oimpress.errors import OimpressError
from oimpress.model.nodes import Contact
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.quality.elements import as_person, found_on, wanted_on
from tests.quality.folding import bare, words
from tests.quality.pages import Page, pages
from tests.quality.scores import Tally, tallies

Person: TypeAlias = Mapping[str, Any]
FOLDER = Path(__file__).parent / "offices"
TITLE_DOUBTS = frozenset({"H101", "H104"})


def normalised(page: Page) -> Normalised:
    """The page as it is read without its gold."""
    return normalise_source(Source(page.name, page.data))


def measure(
    of: Iterable[Page], read: Callable[[Page], Normalised] = normalised
) -> tuple[dict[str, Tally], dict[str, list[str]]]:
    """A tally per field, and the names of the pages by what went wrong on them."""
    scores: dict[str, Tally] = {}
    wrong: dict[str, list[str]] = {}
    for page in of:
        try:
            done = read(page)
        except OimpressError as error:
            wrong.setdefault("refused", []).append(f"{page.name}: {error}")
            continue
        for field, found, wanted in tallies(page, done):
            scores.setdefault(field, Tally()).add(page.name, found, wanted)
        for kind, detail in faults(page, done):
            wrong.setdefault(kind, []).append(f"{page.name}: {detail}")
    return scores, wrong


def faults(page: Page, done: Normalised) -> Iterator[tuple[str, str]]:
    """What went wrong on a page, of the kinds that are counted by pages."""
    found, wanted = found_on(done), wanted_on(page.gold)
    told = any(one.code in TITLE_DOUBTS for one in done.notices)
    if found["title"] != wanted["title"]:
        yield ("title wrong, told" if told else "title wrong, in silence"), " / ".join(found["title"])
    elif told:
        yield "title right, doubted", " / ".join(found["title"])
    for field in ("dateline", "contacts", "embargo"):
        if found[field] != wanted[field]:
            yield f"{field} not wholly right", ""
    people = [as_person(one) for one in done.value.contacts if isinstance(one, Contact)]
    for detail in wrong_owners(people, page.gold.get("contacts", [])):
        yield "detail under a wrong name", detail
    text = " ".join(bare(one) for field, elements in found.items() if field != "notices" for one in elements)
    for phrase in page.gold.get("furniture_words", ()):
        if bare(phrase) in text:
            yield "furniture kept", phrase


def wrong_owners(people: Iterable[Person], wanted: Iterable[Person]) -> Iterator[str]:
    """Numbers and addresses under the name of a person whom the gold gives another's: no word of the names agrees."""
    owners: dict[str, list[set[str]]] = {}
    for person in wanted:
        for detail in _details(person):
            owners.setdefault(detail, []).append(_name(person))
    for person in people:
        if person.get("name"):
            for detail in _details(person):
                if detail in owners and not any(_name(person) & one for one in owners[detail]):
                    yield f"{person['name']}: {detail}"


def _details(person: Person) -> list[str]:
    return [str(one) for part in ("phones", "emails", "fax") for one in person.get(part, ())]


def _name(person: Person) -> set[str]:
    return set(words(person.get("name") or person.get("organisation") or ""))


def main(folder: Path, every: bool) -> None:
    """Print the table, and with ``every`` each element missed or not wanted."""
    found = list(pages(folder))
    scores, wrong = measure(found)
    print(f"{len(found)} pages")
    for field, tally in scores.items():
        print(f"{field:<18} {tally.wanted:>6} {tally.found:>6} {tally.right:>6} {tally.score:7.3f}")
    for kind, names in sorted(wrong.items()):
        print(f"{kind}: {len(names)}")
        for name in names if every else ():
            print("   ", name)
    if every:
        print(*(miss for tally in scores.values() for miss in tally.missed), sep="\n")


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if not each.startswith("-")]
    main(Path(given[0]) if given else FOLDER, "-v" in sys.argv)
