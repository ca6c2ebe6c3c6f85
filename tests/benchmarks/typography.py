"""Our typography beside that of the packages a Python programmer would find: ``python -m tests.benchmarks.typography``.

``exact``: cases that come out as the fixtures say. ``any width``: the same when a no-break space of the other width is
accepted too, so that a different convention is no fault. ``damage``: cases that must not change and do, widths of
spaces again set aside. ``documents/s``: the seeds, whole. HTML entities that a peer writes count as their characters.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from html import unescape
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from oimpress.passes.typography import typeset
from tests.typography.cases import Case, every

SEEDS = Path(__file__).parents[2] / "seeds"
WIDTHS = str.maketrans({"\u202f": "\u00a0"})
LEAST_SECONDS = 1.0


class Corrector(NamedTuple):
    name: str
    version: str
    correct: Callable[[str], str]


class Row(NamedTuple):
    """What one corrector does; shares of 1."""

    name: str
    exact: float
    any_width: float
    damage: float
    per_second: float


def correctors() -> Iterator[Corrector]:
    """Ours, and those of the peers that are installed."""
    yield Corrector("oimpress", version("oimpress"), typeset)
    for package, module, calls in (
        ("polytypo", "polytypo", lambda peer: lambda text: peer.transform(text, locale="fr")),
        ("typographeur", "typographeur", lambda peer: lambda text: unescape(peer.typographeur(text))),
        ("french-typo", "french_typo", lambda peer: lambda text: peer.format_text(text, add_nbsp_enabled=True)),
    ):
        try:
            yield Corrector(package, version(package), calls(import_module(module)))
        except (PackageNotFoundError, ImportError):
            continue


def measured(corrector: Corrector, cases: list[Case], texts: list[str], seconds: float = LEAST_SECONDS) -> Row:
    """One row of the table."""
    made = [(_corrected(corrector, case.given), case) for case in cases]
    kept = [(text, case) for text, case in made if case.given == case.expected]
    return Row(
        f"{corrector.name} {corrector.version}",
        sum(text == case.expected for text, case in made) / len(made),
        sum(_folded(text) == _folded(case.expected) for text, case in made) / len(made),
        sum(_folded(text) != _folded(case.given) for text, case in kept) / len(kept),
        _speed(corrector, texts, seconds),
    )


def _corrected(corrector: Corrector, text: str) -> str:
    try:
        return corrector.correct(text)
    except Exception as error:  # a peer may refuse a case: then it has not solved it
        return f"{type(error).__name__}"


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


def main() -> None:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    cases = every()
    press = [case for case in cases if case.name.startswith("press-sentences")]
    for title, chosen in ((f"all {len(cases)} cases", cases), (f"{len(press)} press sentences", press)):
        print(f"{title}\n{table([measured(corrector, chosen, texts) for corrector in correctors()])}\n")


if __name__ == "__main__":
    main()
