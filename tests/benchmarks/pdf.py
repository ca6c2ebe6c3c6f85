"""Words of PDFs and their order, counted: ``python -m tests.benchmarks.pdf FOLDER…``.

In a folder each PDF has its text beside it, ``NAME.txt`` beside ``NAME.pdf``. Told are the share of the words of the
text that a reader gives, of what it gives that is the text's, and of the neighbours that are the text's too.
pdftotext and pdfplumber are measured beside ours where they are installed. None of the files is in this project.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from oimpress.errors import OimpressError
from oimpress.model.runs import plain
from oimpress.model.walk import runs
from oimpress.pipeline import normalise_all
from oimpress.sources import Source

WORD = re.compile(r"\w+")


class WordScore(NamedTuple):
    """Shares: of the text's words that were given, of those given that are its, of its neighbours that were kept."""

    recall: float
    precision: float
    order: float


def score(wanted: str, found: str) -> WordScore:
    """How much of ``wanted`` is ``found``, whatever the case."""
    one, other = (WORD.findall(text.casefold()) for text in (wanted, found))
    return WordScore(_share(one, other), _share(other, one), _share(list(pairwise(one)), list(pairwise(other))))


def _share(these: Sequence[object], those: Iterable[object]) -> float:
    """The share of ``these`` that are among ``those``, each as often as it stands there."""
    return (Counter(these) & Counter(those)).total() / len(these) if these else 1.0


def ours(source: Source) -> str:
    try:
        releases = [done.value for done in normalise_all(source)]
    except OimpressError as error:
        print(error, file=sys.stderr)
        return ""
    return "\n".join(plain(run.children) for release in releases for run in runs(release))


def pdftotext(source: Source) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=source.data, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def pdfplumber(source: Source) -> str:
    import pdfplumber as library  # type: ignore[import-not-found,import-untyped,unused-ignore]

    with library.open(BytesIO(source.data)) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def extractors() -> dict[str, Callable[[Source], str]]:
    """Ours and the peers that are here; those that are not are named."""
    found: dict[str, Callable[[Source], str]] = {"oimpress": ours}
    for name, peer, here in (
        ("pdftotext", pdftotext, shutil.which("pdftotext") is not None),
        ("pdfplumber", pdfplumber, find_spec("pdfplumber") is not None),
    ):
        if here:
            found[name] = peer
        else:
            print(f"{name} is not installed: not measured", file=sys.stderr)
    return found


def measure(pairs: Sequence[tuple[Source, str]], extract: Callable[[Source], str]) -> WordScore:
    """The means over all documents."""
    scores = [score(text, extract(source)) for source, text in pairs]
    return WordScore(*(sum(values) / len(scores) for values in zip(*scores, strict=True)))


def documents(folders: Iterable[Path]) -> list[tuple[Source, str]]:
    """The PDFs with a text beside them."""
    files = sorted(path for folder in folders for path in folder.rglob("*.pdf") if path.with_suffix(".txt").exists())
    return [(Source(path.name, path.read_bytes()), path.with_suffix(".txt").read_text("utf-8")) for path in files]


def main(folders: Sequence[str]) -> None:
    pairs = documents(map(Path, folders))
    if not pairs:
        sys.exit("name folders with PDFs and their texts: NAME.pdf, NAME.txt")
    print(f"{len(pairs)} documents: recall, precision, order")
    for name, extract in extractors().items():
        print(f"{name:12}", *(f"{value:.3f}" for value in measure(pairs, extract)))


if __name__ == "__main__":
    main(sys.argv[1:])
