"""Profiles learned from a corpus, as files: ``oimpress learn`` writes one, ``--profile FILE.toml`` takes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from oimpress.buckets import Address
from oimpress.errors import OimpressError, defects_told
from oimpress.model.house import PRESS
from oimpress.plugins import EntryGroup, entries
from oimpress.settings import read_profile
from oimpress.sources import Source, load

if TYPE_CHECKING:
    from oimpress.model.draft import Draft
    from oimpress.passes.profiles import Profile

SUFFIX = ".toml"
REMARK = '# Labels that many pages of a site show: after the menu ("head") and at their end ("foot").'


def profile_named(name: str) -> Profile:
    """The built-in profile called ``name``, or the one in the file ``name`` that ends in .toml. Raises UsageError."""
    from oimpress.passes.profiles import find_profile

    return _read(name) if name.endswith(SUFFIX) else find_profile(name)


def require_profile(name: str) -> None:
    """Raise UsageError where ``name`` is no profile, without loading the passes of the one that is always there."""
    if name != PRESS or entries(EntryGroup.PASSES):
        profile_named(name)


@cache
def _read(name: str) -> Profile:
    from oimpress.passes.lines.learned import Learned
    from oimpress.passes.profiles import find_profile, with_learned

    said = read_profile(Path(name))
    return with_learned(find_profile(said.based_on), Learned(frozenset(said.head), frozenset(said.foot)))


def learn_profile(
    sources: Iterable[Path | Address | Source],
    based_on: str = PRESS,
    refused: Callable[[str, OimpressError], None] = lambda _place, _error: None,
) -> str:
    """The text of a profile file made from ``sources``; XML teaches nothing, nor does what is ``refused``."""
    from oimpress import readers
    from oimpress.passes.lines.learned import learn
    from oimpress.readers.shared.reader import Drafted

    def drafts() -> Iterator[Draft]:
        for item in sources:
            place = item.name if isinstance(item, Source) else str(item)
            try:
                with defects_told(place):
                    found = list(readers.read(item if isinstance(item, Source) else load(item)))
            except OimpressError as error:
                refused(place, error)
                continue
            yield from (each.draft.value for each in found if isinstance(each, Drafted))

    learned = learn(drafts())
    rows = "\n".join(_row(key, lines) for key, lines in (("head", learned.head), ("foot", learned.foot)))
    return f'{REMARK}\nbased-on = "{based_on}"\n{rows}\n'


def _row(key: str, lines: frozenset[str]) -> str:
    items = "".join(f"    {json.dumps(line, ensure_ascii=False)},\n" for line in sorted(lines))
    return f"{key} = [\n{items}]"
