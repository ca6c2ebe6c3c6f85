"""Web pages beside other extractors: ``python -m tests.benchmarks.webpages FOLDER…``.

A folder holds pages with their gold: ``NAME.html`` and beside it ``NAME.json`` with any of ``text`` (the article),
``with`` and ``without`` (words that the article has, and has not), ``title`` and ``date`` (ISO 8601).
No such set stands in this repository. Others' extractors are measured where they are installed; ours needs none but
trafilatura. ``--half open`` and ``--half held`` part a set by its names, to mend on one half and measure on the other.

Words are counted as a bag, page by page, without a title that opens the text; *beside* are the words that stand outside
the gold. The line *apart* counts ours without what a release holds as fields of its own (day and place, kicker, issuer,
captions of pictures), which other extractors leave out or give apart.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

from oimpress.errors import OimpressError
from oimpress.model.nodes import Release
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from oimpress.pipeline import normalise_source
from oimpress.sources import Source

TITLE = re.compile("^head/title")
FIELDS = re.compile("^head/(?!subtitle)|(?:^|/)figure")


@dataclass(frozen=True, eq=False)
class Page:
    """A page with what a careful reader finds in it."""

    name: str
    data: bytes
    gold: dict[str, Any]


class Taken(NamedTuple):
    """What an extractor finds in a page; ``text`` without the title."""

    text: str = ""
    title: str = ""
    date: str = ""


def pages(folder: Path, half: str = "") -> Iterator[Page]:
    """The pages of ``folder``, or those of one half of it."""
    for path in sorted(folder.glob("*.html")):
        held = sha256(path.stem.encode()).digest()[0] % 2 == 1
        if not half or held == (half == "held"):
            yield Page(path.stem, path.read_bytes(), json.loads(path.with_suffix(".json").read_text("utf-8")))


# -- extractors -------------------------------------------------------------------------------------------


def oimpress(page: Page) -> Taken:
    """Ours; nothing for a page that is refused."""
    release = _release(page)
    return _taken(release, TITLE) if release else Taken()


def apart(page: Page) -> Taken:
    """Ours, without what a release holds as fields of its own."""
    release = _release(page)
    return _taken(release, FIELDS) if release else Taken()


@lru_cache(1)
def _release(page: Page) -> Release | None:
    try:
        return normalise_source(Source(f"{page.name}.html", page.data)).value
    except OimpressError:
        return None


def _taken(release: Release, without: re.Pattern[str]) -> Taken:
    texts = [str(flatten(run.children)) for run in runs(release) if not without.search(run.path)]
    return Taken("\n".join(texts), str(flatten(release.title)), release.published)


def trafilatura(page: Page) -> Taken:
    """trafilatura as it is set up when nothing is asked of it."""
    from trafilatura import bare_extraction

    found = bare_extraction(page.data, with_metadata=True)
    if found is None:
        return Taken()
    said = found if isinstance(found, dict) else found.as_dict()
    return Taken(_untitled(said["text"] or "", said["title"] or ""), said["title"] or "", said["date"] or "")


def readability(page: Page) -> Taken:
    """The port of a browser's reading mode to Python."""
    from lxml.html import fromstring
    from readability import Document

    read = Document(page.data.decode("utf-8", "replace"))
    article = fromstring(read.summary(html_partial=True))
    return Taken(_untitled("\n".join(article.itertext()), read.title()), read.short_title())


def _untitled(text: str, title: str) -> str:
    """``text`` without the title, where it opens with it."""
    first, _, rest = text.partition("\n")
    return rest if _folded(first) == _folded(title) else text


EXTRACTORS: dict[str, Callable[[Page], Taken]] = {
    "oimpress": oimpress,
    "apart": apart,
    "trafilatura": trafilatura,
    "readability": readability,
}


def installed() -> Iterator[str]:
    """The extractors that can be measured here."""
    return (name for name in EXTRACTORS if name == "apart" or find_spec(name))


# -- scores -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """What an extractor did on a set: a number a page, and counts of questions and right answers."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    f1: list[float] = field(default_factory=list)
    beside: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, taken: Taken, gold: dict[str, Any]) -> None:
        """Count what was ``taken`` from a page against its ``gold``."""
        if "text" in gold:
            self._words(Counter(words(taken.text)), Counter(words(_untitled(gold["text"].strip(), taken.title))))
        text = _folded(taken.text)
        for kind, told in (("with", "wanted kept"), ("without", "unwanted kept")):
            self._answer(told, (_folded(each) in text for each in gold.get(kind, ())))
        if gold.get("title"):
            self._answer("titles", [_folded(taken.title) == _folded(gold["title"])])
        if gold.get("date"):
            self._answer("dates", [taken.date == gold["date"]])

    def _words(self, found: Counter[str], wanted: Counter[str]) -> None:
        both = (found & wanted).total()
        precision = both / found.total() if found else float(not wanted)
        recall = both / wanted.total() if wanted else 1.0
        self.precision.append(precision)
        self.recall.append(recall)
        self.f1.append(2 * precision * recall / (precision + recall) if precision + recall else 0.0)
        self.beside += (found - wanted).total()

    def _answer(self, kind: str, answers: Iterator[bool] | list[bool]) -> None:
        for answer in answers:
            self.asked[kind] += 1
            self.right[kind] += answer

    def __str__(self) -> str:
        told = [f"{self.right[kind]} of {self.asked[kind]} {kind}" for kind in self.asked]
        if self.f1:
            figures = "/".join(f"{fmean(each):.4f}" for each in (self.precision, self.recall, self.f1))
            told.insert(0, f"P/R/F1 {figures} (median {median(self.f1):.4f}), {self.beside} beside")
        return " · ".join(told)


def words(text: str) -> list[str]:
    """The words of a text, small letters."""
    return re.findall(r"\w+", text.casefold())


def _folded(text: str) -> str:
    return "".join(words(text))


def scores(found: Sequence[Page], names: Sequence[str]) -> dict[str, Score]:
    """The score of each extractor on the pages."""
    made = {name: Score() for name in names}
    for page in found:
        for name, score in made.items():
            score.add(EXTRACTORS[name](page), page.gold)
    return made


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--half", choices=("open", "held"), default="")
    asked.add_argument("--only", choices=EXTRACTORS, action="append", help="measure this one (more than once)")
    given = asked.parse_args()
    for folder in given.folders:
        found = list(pages(folder, given.half))
        print(f"{folder.name}: {len(found)} pages")
        for name, score in scores(found, given.only or list(installed())).items():
            print(f"  {name:<12} {score}")


if __name__ == "__main__":
    main()
