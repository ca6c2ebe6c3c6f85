"""Profiles learned from a corpus, as files: ``oimpress learn`` writes one, ``--profile FILE.toml`` takes it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from oimpress import readers
from oimpress.errors import OimpressError, UsageError
from oimpress.model.draft import Draft
from oimpress.passes.lines.learned import Learned, learn
from oimpress.passes.profiles import Profile, find_profile, with_learned
from oimpress.sources import Source, load

SUFFIX = ".toml"
REMARK = '# Labels that many pages of a site show: after the menu ("head") and at their end ("foot").'
KEYS = {"based-on", "head", "foot"}


def profile_named(name: str) -> Profile:
    """The built-in profile called ``name``, or the one in the file ``name`` that ends in .toml. Raises UsageError."""
    return _read(name) if name.endswith(SUFFIX) else find_profile(name)


@cache
def _read(name: str) -> Profile:
    try:
        table = tomllib.loads(Path(name).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("{path}: not a readable TOML file ({reason}); repair it", path=name, reason=error) from None
    if unknown := sorted(set(table) - KEYS):
        known = ", ".join(sorted(KEYS))
        raise UsageError("{path}: unknown key “{key}”; a profile knows {known}", path=name, key=unknown[0], known=known)
    lists = [table.get(key, []) for key in ("head", "foot")]
    if not all(isinstance(lines, list) and all(isinstance(line, str) for line in lines) for lines in lists):
        raise UsageError("{path}: “head” and “foot” must be lists of texts", path=name)
    return with_learned(find_profile(table.get("based-on", "oim-fr")), Learned(*map(frozenset, lists)))


def learn_profile(sources: Iterable[Path | Source], based_on: str = "oim-fr") -> str:
    """The text of a profile file made from ``sources``; those that cannot be read, or are XML, teach nothing."""

    def drafts() -> Iterator[Draft]:
        for item in sources:
            try:
                found, _ = readers.read(item if isinstance(item, Source) else load(item))
            except OimpressError:
                continue
            yield from (each.value for each in found)

    learned = learn(drafts())
    rows = "\n".join(_row(key, lines) for key, lines in (("head", learned.head), ("foot", learned.foot)))
    return f'{REMARK}\nbased-on = "{based_on}"\n{rows}\n'


def _row(key: str, lines: frozenset[str]) -> str:
    items = "".join(f"    {json.dumps(line, ensure_ascii=False)},\n" for line in sorted(lines))
    return f"{key} = [\n{items}]"
