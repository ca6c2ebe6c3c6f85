"""What an archive costs: ``python -m tests.benchmarks.scale [RELEASES]`` prints ratios of CPU seconds in one run.

Each command is a program of its own, so that start-up counts: from bytecode, and without the parser of RELAX NG's short
form, which lxml loads where developers have it. Ratios hold on a busy machine; seconds do not.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import oimpress

WORDS = (
    "accord",
    "aide",
    "centre",
    "familles",
    "migrants",
    "région",
    "transit",
    "soutien",
    "programme",
    "santé",
    "retour",
)
TOWNS = ["Agadez", "Diffa", "Zinder", "Niamey", "Tahoua", "Maradi", "Dosso", "Tillabéri"]


START = "import sys; sys.modules['rnc2rng'] = None; from oimpress.cli import main; main()"


class Cost(NamedTuple):
    """CPU and wall seconds."""

    cpu: float
    wall: float


def archive(folder: Path, releases: int) -> Path:
    """Texts of some three hundred words, no two alike."""
    chance = random.Random(7)
    folder.mkdir()
    for number in range(releases):
        town = chance.choice(TOWNS)
        body = "\n".join(_paragraph(chance) for _ in range(5))
        text = f"L'OIM ouvre le centre numéro {number} à {town}\n{town} - Un centre a ouvert cette semaine.\n{body}\n"
        (folder / f"{number:06}.txt").write_text(text, "utf-8")
    return folder


def _paragraph(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(60)]
    return " ".join(f"{word}," if at % 9 == 8 else word for at, word in enumerate(words)).capitalize().rstrip(",") + "."


def ran(*arguments: object, within: Path) -> Cost:
    """What one command costs."""
    begun, before = time.monotonic(), _children()
    command = [sys.executable, "-c", START, *map(str, arguments)]
    subprocess.run(command, cwd=within, capture_output=True, check=False)
    return Cost(_children() - before, time.monotonic() - begun)


def _children() -> float:
    """CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def kept(work: Path, *command: object) -> Iterator[str]:
    """A run, the same again, the same with one source changed, and each against the first."""
    first, again = ran(*command, "--jobs", 1, within=work), ran(*command, "--jobs", 1, within=work)
    changed = next((work / "sources").iterdir())
    changed.write_text(changed.read_text("utf-8") + "Une phrase de plus.\n", "utf-8")
    one = ran(*command, "--jobs", 1, within=work)
    yield f"first {first.cpu:.1f} s; again {again.cpu:.2f} s, {again.cpu / first.cpu:.3f} of it; "
    yield f"one changed {one.cpu:.2f} s, {one.cpu / first.cpu:.3f}"


def shared(work: Path, *command: object) -> str:
    """Two processes against one, each with a cache in which nothing is."""
    times = []
    for jobs in (1, 2):
        for made in ("out", ".oimpress"):
            shutil.rmtree(work / made, ignore_errors=True)
        times.append(ran(*command, "--jobs", jobs, within=work))
    one, two = times
    return f"two processes: {one.wall / two.wall:.2f} times as fast, {two.cpu / one.cpu:.2f} of the CPU"


def main(releases: int) -> None:
    """Print the table."""
    compile_dir(Path(oimpress.__file__).parent, quiet=1)
    works: dict[str, tuple[object, ...]] = {
        "check": ("check", "sources"),
        "normalise": ("normalise", "sources", "-o", "out"),
        "HTML, DOCX and EPUB kits": ("build", "sources", "-o", "out", "-f", "html", "-f", "docx", "-f", "epub"),
        "HTML, each": ("build", "sources", "-o", "out", "-f", "html", "--each"),
    }
    for name, command in works.items():
        with TemporaryDirectory() as folder:
            work = Path(folder)
            archive(work / "sources", releases)
            print(f"{name}, {releases}: {''.join(kept(work, *command))}", flush=True)
            print(f"{name}, {releases}: {shared(work, *command)}", flush=True)
    pdf: dict[str, tuple[int, tuple[str, ...]]] = {
        "PDF, each": (max(releases // 25, 10), ("--each",)),
        "PDF kit": (max(releases // 4, 24), ()),
    }
    for name, (few, how) in pdf.items():
        with TemporaryDirectory() as folder:
            work, command = Path(folder), ("build", "sources", "-o", "out", "-f", "pdf", *how)
            archive(work / "sources", few)
            print(f"{name}, {few}: {''.join(kept(work, *command))}", flush=True)
            print(f"{name}, {few}: {shared(work, *command)}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
