"""Two versions of releases side by side: which belong together, and what differs, in words and as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeAlias

from oimpress.i18n import phrases, plural
from oimpress.model.comparison import Difference, differences
from oimpress.model.naming import block_name
from oimpress.model.nodes import Release
from oimpress.model.runs import plain
from oimpress.publish.explain_page import environment
from oimpress.records import record

ComparedState: TypeAlias = Literal["same", "changed", "new", "gone"]


@record
class Compared:
    """A release in its two versions; None where one side has none. ``changes`` are told when both are there."""

    before: Release | None
    after: Release | None
    changes: tuple[Difference, ...] = ()

    @property
    def release(self) -> Release:
        """The later version, the earlier one where there is no later."""
        shown = self.after or self.before
        assert shown is not None  # made by ``compared`` alone
        return shown

    @property
    def state(self) -> ComparedState:
        """What became of it from one side to the other."""
        if not self.before:
            return "new"
        if not self.after:
            return "gone"
        return "changed" if self.changes else "same"

    @property
    def title(self) -> str:
        return plain(self.release.title) or self.release.id


def compared(before: Sequence[Release], after: Sequence[Release]) -> tuple[Compared, ...]:
    """The releases of two sources in pairs: of one id, else of one place in the order of those that are left over."""
    by_id = {each.id: each for each in before}
    mates = {other.id: by_id.pop(other.id) for other in after if other.id in by_id}
    left = iter(by_id.values())
    pairs = [(mates.get(other.id) or next(left, None), other) for other in after]
    return (
        *(Compared(one, other, differences(one, other) if one else ()) for one, other in pairs),
        *(Compared(one, None) for one in left),
    )


def rows(pairs: Sequence[Compared], lang: str) -> Iterator[dict[str, Any]]:
    """Each difference as a row for scripts: release, place as a path and in words, text before and after."""
    for pair in pairs:
        yield {
            "release": str(pair.release.id),
            "title": pair.title,
            "state": pair.state,
            "changes": [
                {
                    "place": each.place,
                    "name": block_name(each.place, lang),
                    "before": each.before,
                    "after": each.after,
                }
                for each in pair.changes
            ],
        }


def page(pairs: Sequence[Compared], names: tuple[str, str], lang: str) -> bytes:
    """One web page, whole in itself, in UTF-8, its words in ``lang``; ``names`` are those of the two sources."""
    shown = environment().get_template("differing.html.j2")
    return shown.render(
        _=phrases(lang),
        ngettext=plural(lang),
        lang=lang,
        pairs=pairs,
        names=names,
        count=sum(len(pair.changes) for pair in pairs),
        name=lambda path: block_name(path, lang),
    ).encode()
