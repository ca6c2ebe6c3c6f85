"""The names of steps: digests of all that their results depend on."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

from oimpress.model.house import House
from oimpress.model.nodes import Asset
from oimpress.plugins import EntryGroup, entries
from oimpress.sources import NOTHING_KNOWN, Source

if TYPE_CHECKING:
    from oimpress.style import Style
    from oimpress.writers import Format, WorkStep

# Libraries of the system that PDFs depend on; their files have the version in their names.
SYSTEM = (
    "/usr/lib/*-linux-*/libpango-1*.so.*",
    "/usr/lib/*-linux-*/libharfbuzz.so.*",
    "/usr/lib/*-linux-*/libfontconfig.so.*",
)
WITH_A_SAY = (EntryGroup.READERS, EntryGroup.PASSES, EntryGroup.RULES, EntryGroup.PROFILES)
ZONES = "/usr/share/zoneinfo/tzdata.zi"


def digest(*parts: object) -> str:
    """A name of ``parts``, by what they look like."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data) + data)
    return made.hexdigest()


def of_reading(profile: str, house: House) -> str:
    """The name of a way to read sources; empty where other packages have a say in it that we do not see."""
    return "" if any(map(entries, WITH_A_SAY)) else digest("reading", ours(), _profile(profile), house)


def of_source(source: Source, reading: str) -> str:
    """The name of the releases in ``source``, read in a way of this name; empty where that has none."""
    said = "" if source.metadata is NOTHING_KNOWN else source.metadata  # whose words take longer than the rest
    return reading and digest(reading, source.name, source.sha256, said)


def _profile(name: str) -> str:
    return digest(name, Path(name).read_bytes() if name.endswith(".toml") else "")


def of_publication(
    form: Format, releases: Iterable[str], said: Sequence[str], assets: Mapping[Asset, bytes], style: Style
) -> str:
    """The name of what ``form`` makes of ``releases``, digests of their XML; ``said`` is what an edition says besides.

    Empty for a format of another package.
    """
    from oimpress.writers import BUILT_IN

    if form.name not in BUILT_IN:
        return ""
    pictures = sorted((str(place), hashlib.sha256(data).hexdigest()) for place, data in assets.items())
    clock = os.environ.get("SOURCE_DATE_EPOCH", "")
    return digest("publication", ours(), form.name, style.fingerprint, said, [*releases], pictures, clock)


def of_step(step: WorkStep) -> str:
    """The name of what one of our own steps gives."""
    return digest("step", ours(), type(step).__name__, *step.inputs)


@cache
def ours() -> str:
    """The version of everything that makes results: our files, Python, the packages beside us, the renderers."""
    places = (os.path.join(place, name) for place, _, names in os.walk(Path(__file__).parents[1]) for name in names)
    paths = (place for place in places if not place.endswith(".pyc"))
    files = sorted((path, found.st_size, found.st_mtime_ns) for path in paths for found in [os.stat(path)])
    packages = sorted(
        os.path.basename(path) for folder in sys.path for path in glob(os.path.join(folder, "*.dist-info"))
    )
    system = sorted(path for pattern in SYSTEM for path in glob(pattern))
    zones = os.path.getmtime(ZONES) if os.path.exists(ZONES) else 0
    return digest(sys.version, files, packages, system, zones)


@cache
def programs() -> str:
    """The version of everything that makes results, the same on every machine that has the same."""
    from importlib.metadata import distributions, requires

    root = Path(__file__).parents[1]
    paths = sorted(path for path in root.rglob("*.*") if path.suffix != ".pyc" and path.is_file())
    files = [digest(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths]
    needed = {_plain(each) for each in requires("oimpress") or () if "extra ==" not in each}
    packages = sorted(f"{name}-{each.version}" for each in distributions() if (name := _plain(each.name)) in needed)
    system = sorted(os.path.basename(path) for pattern in SYSTEM for path in glob(pattern))
    return digest(sys.version_info[:3], files, packages, system)


def _plain(requirement: str) -> str:
    """The name of a package, alone and in small letters, out of what asks for it."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
