"""Our typography beside that of the packages a Python programmer would find: ``python -m tests.benchmarks.typography``.

``exact``: cases that come out as the fixtures say. ``any width``: the same when a no-break space of the other width is
accepted too, so that a different convention is no fault. ``damage``: cases that must not change and do, widths of
spaces again set aside. ``documents/s``: the seeds, whole. HTML entities that a peer writes count as their characters.

The second table is about texts that are nobody's cases: ``typography_neutral`` holds sentences of several registers and
languages that are right as they stand. What a corrector changes in them, widths of spaces set aside, is damage.

``--suite FOLDER`` instead reads the suites of other correctors from a checkout of theirs (``typography_suites``), and
says for each file how many of its cases each corrector solves, widths of spaces, joiners and markup set aside.
``so set`` is ours with the conventions of polytypo, as the switches of ``[typography]`` choose them: what is left we do
not do, or do otherwise (× and © are told, not set; spaces that end a line go).
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from html import unescape
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from oimpress.typography import DEFAULT, Convention, typeset
from tests.benchmarks.typography_suites import suites
from tests.typography.cases import Case, every, plain

SEEDS = Path(__file__).parents[2] / "seeds"
NEUTRAL = Path(__file__).parent / "typography_neutral"
WIDTHS = str.maketrans({"\u202f": "\u00a0", "\u2060": None})
LEAST_SECONDS = 1.0


#: What a switch of ``[typography]`` makes of our conventions, so that the suites of polytypo can be passed by them.
UNSHARED = frozenset({"close-percent", "prime", "grave-quotes", "initials"})
THEIRS = {
    "fr": Convention(dash="em"),
    "fr-CA": Convention(dash="em"),
    "en-GB": Convention(
        quotes="single", dash="en", off=frozenset({"close-percent", "prime", "grave-quotes", "initials"})
    ),
    "en-US": Convention(
        quotes="double", dash="em", off=frozenset({"final-mark", "prime", "grave-quotes", "close-percent"})
    ),
    "es": Convention(off=frozenset({"raya", "dash", "final-mark"})),
}


class Corrector(NamedTuple):
    """``correct`` takes a text and its language, one of ``languages``."""

    name: str
    version: str
    correct: Callable[[str, str], str]
    languages: tuple[str, ...] = ("fr",)

    @property
    def label(self) -> str:
        return f"{self.name} {self.version}"


class Sentence(NamedTuple):
    """A sentence that is right as it stands, of a register (the name of its file)."""

    register: str
    text: str

    @property
    def lang(self) -> str:
        return self.register[:2]


class Row(NamedTuple):
    """What one corrector does; shares of 1."""

    name: str
    exact: float
    any_width: float
    damage: float
    per_second: float


def correctors() -> Iterator[Corrector]:
    """Ours, and those of the peers that are installed."""
    yield Corrector("oimpress", version("oimpress"), typeset, ("fr", "en", "es"))
    # SmartyPants and typogrify know no language; their straight quotes and dashes are English
    for package, module, calls, languages in (
        (
            "polytypo",
            "polytypo",
            lambda peer: lambda text, lang: peer.transform(text, locale="es" if lang == "es-419" else lang),
            ("fr", "en", "es"),
        ),
        ("smartypants", "smartypants", lambda peer: lambda text, _: unescape(peer.smartypants(text)), ("en",)),
        ("typogrify", "typogrify.filters", lambda peer: lambda text, _: _bare(peer.typogrify(text)), ("en",)),
        ("typographeur", "typographeur", lambda peer: lambda text, _: unescape(peer.typographeur(text)), ("fr",)),
        (
            "french-typo",
            "french_typo",
            lambda peer: lambda text, _: peer.format_text(text, add_nbsp_enabled=True),
            ("fr",),
        ),
    ):
        try:
            yield Corrector(package, version(package), calls(import_module(module)), languages)
        except (PackageNotFoundError, ImportError):
            continue


def _bare(markup: str) -> str:
    """The text of what typogrify makes, without the elements it puts round capitals, numbers and quotes."""
    return unescape(re.sub(r"</?span[^>]*>", "", markup))


def neutral() -> list[Sentence]:
    """The sentences that are right as they stand."""
    paths = sorted(NEUTRAL.glob("*.txt"))
    return [Sentence(path.stem, plain(line)) for path in paths for line in path.read_text("utf-8").splitlines()]


def measured(corrector: Corrector, cases: list[Case], texts: list[str], seconds: float = LEAST_SECONDS) -> Row:
    """One row of the table."""
    made = [(_corrected(corrector, case.given, case.lang), case) for case in cases]
    kept = [(text, case) for text, case in made if case.given == case.expected]
    return Row(
        corrector.label,
        sum(text == case.expected for text, case in made) / len(made),
        sum(_folded(text) == _folded(case.expected) for text, case in made) / len(made),
        sum(_folded(text) != _folded(case.given) for text, case in kept) / len(kept),
        _speed(corrector, texts, seconds),
    )


def _corrected(corrector: Corrector, text: str, lang: str = "fr") -> str:
    try:
        return corrector.correct(text, lang)
    except Exception as error:  # a peer may refuse a case: then it has not solved it
        return f"{type(error).__name__}"


def damaged(corrector: Corrector, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences, of the languages it speaks, that a corrector changes."""
    asked = [sentence for sentence in sentences if sentence.lang in corrector.languages]
    return [one for one in asked if _folded(_corrected(corrector, one.text, one.lang)) != _folded(one.text)]


def _folded(text: str) -> str:
    return text.translate(WIDTHS)


def _speed(corrector: Corrector, texts: list[str], seconds: float) -> float:
    start, done = time.process_time(), 0
    while (taken := time.process_time() - start) < seconds:
        for text in texts:
            _corrected(corrector, text)
        done += len(texts)
    return done / taken


def table(rows: list[Row]) -> str:
    """The rows for people."""
    lines = [f"{'':24}{'exact':>10}{'any width':>12}{'damage':>10}{'documents/s':>14}"]
    for row in rows:
        shares = f"{row.exact:>10.1%}{row.any_width:>12.1%}{row.damage:>10.1%}"
        lines.append(f"{row.name:24}{shares}{row.per_second:>14.0f}")
    return "\n".join(lines)


def damage_table(chosen: list[Corrector], sentences: list[Sentence]) -> str:
    """The damage in each register, a column each; – where a corrector does not speak the language."""
    registers = list(dict.fromkeys(sentence.register for sentence in sentences))
    lines = [f"{'':24}" + "".join(f"{register:>20}" for register in registers)]
    for corrector in chosen:
        found = [sentence.register for sentence in damaged(corrector, sentences)]
        cells = []
        for register in registers:
            whole = sum(sentence.register == register for sentence in sentences)
            speaks = register[:2] in corrector.languages
            cells.append(f"{found.count(register) / whole:>20.1%}" if speaks else f"{'–':>20}")
        lines.append(f"{corrector.label:24}" + "".join(cells))
    return "\n".join(lines)


def suite_table(chosen: list[Corrector], folder: Path) -> str:
    """The cases of each suite in ``folder`` that each corrector solves; – where it does not speak the language."""
    lines = [f"{'':56}{'cases':>7}" + "".join(f"{corrector.label:>20}" for corrector in chosen)]
    for name, cases in suites(folder):
        cells = []
        for corrector in chosen:
            made = [(_bare(_corrected(corrector, case.given, case.lang)), _bare(case.expected)) for case in cases]
            solved = sum(_folded(got) == _folded(wanted) for got, wanted in made)
            cells.append(f"{solved:>20}" if cases[0].lang[:2] in corrector.languages else f"{'–':>20}")
        lines.append(f"{name:56}{len(cases):>7}" + "".join(cells))
    return "\n".join(lines)


def _by_language(cases: list[Case]) -> Iterator[tuple[str, list[Case]]]:
    for lang in ("fr", "en", "es"):
        spoken = [case for case in cases if case.lang[:2] == lang]
        yield f"all {len(spoken)} cases in {lang}", spoken


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--suite", type=Path, help="a folder with the suites of other correctors")
    if folder := options.parse_args().suite:
        ours, *peers = correctors()
        so_set = Corrector(
            "so", "set", lambda text, lang: typeset(text, lang, THEIRS.get(lang, DEFAULT)), ours.languages
        )
        print(suite_table([ours, so_set, *peers], folder))
        return
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    cases = every()
    press = [case for case in cases if case.lang == "fr" and case.name.startswith(("press-sentences", "unseen-"))]
    for title, chosen in ((f"{len(press)} press sentences", press), *_by_language(cases)):
        asked = [corrector for corrector in correctors() if chosen[0].lang[:2] in corrector.languages]
        print(f"{title}\n{table([measured(corrector, chosen, texts) for corrector in asked])}\n")
    sentences = neutral()
    print(f"damage in {len(sentences)} neutral sentences\n{damage_table(list(correctors()), sentences)}")


if __name__ == "__main__":
    main()
