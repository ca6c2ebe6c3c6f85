"""How a trail is stored: one canonical JSON document, a step a line."""

from __future__ import annotations

import json
from collections.abc import Sequence

from oimpress.errors import InvalidRelease
from oimpress.model.trail import Change, Drop, Keep, Law, Reason, Step, Trail

VERSION = 2  # a trail is stored in the lowest version that can say it: 1 rebuilds bytes, 2 says what it rebuilds


NAMES: dict[type[Step], str] = {Keep: "keep", Drop: "drop", Change: "edit"}


def to_json(trail: Trail) -> bytes:
    """One canonical JSON document, a step a line: ``[kind, rule, …]`` with the fields of the step in order.

    Reasons stand behind the steps, one a line, and only where there are any: readers of before pass over them.
    """
    head = {"trail": 1, "release": trail.release, "encoding": trail.encoding}
    if trail.law == "text":
        head |= {"trail": 2, "law": trail.law, "sha256": trail.sha256}
    rows = ",\n".join(_json([NAMES[type(step)], *step]) for step in trail.steps)
    more = ",\n".join(map(_json, trail.reasons))
    behind = f', "reasons": [\n{more}\n]' if more else ""
    return f'{_json(head)[:-1]}, "steps": [\n{rows}\n]{behind}}}\n'.encode("utf-8", "backslashreplace")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_json(data: bytes, place: str = "trail") -> Trail:
    """The trail in ``data``. Raises InvalidRelease, with ``place``, when it is none or of a newer version."""
    try:
        found = json.loads(data)
        if found["trail"] > VERSION:
            raise InvalidRelease(
                "{place}: trail version {version}; this oimpress reads up to {known}, update it",
                place=place,
                version=found["trail"],
                known=VERSION,
            )
        steps = tuple(_step(row) for row in found["steps"])
        law: tuple[Law, str] = _law(found) if found["trail"] > 1 else ("bytes", "")
        reasons = tuple(_reason(row) for row in found.get("reasons", ()))
        return Trail(str(found["release"]), _encoding(found["encoding"]), steps, *law, reasons)
    except (ValueError, KeyError, TypeError, LookupError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise InvalidRelease(
            "{place}: not a trail ({reason}); normalise the source again", place=place, reason=reason
        ) from None


def _step(row: Sequence[object]) -> Step:
    match row:
        case ["keep", str(rule), str(path), int(offset), int(length)]:
            return Keep(rule, path, offset, length)
        case ["drop", str(rule), str(text)]:
            return Drop(rule, text)
        case ["edit", str(rule), str(path), int(offset), str(before), str(after)]:
            return Change(rule, path, offset, before, after)
        case _:
            raise ValueError(f"step {row!r}")


def _reason(row: Sequence[object]) -> Reason:
    match row:
        case [str(where), str(region), str(label), int(support), int(margin), [*because]]:
            return Reason(where, region, label, support, margin, tuple(map(str, because)))
        case _:
            raise ValueError(f"reason {row!r}")


def _law(found: dict[str, object]) -> tuple[Law, str]:
    if found["law"] != "text":
        raise ValueError(f"law {found['law']!r}")
    return "text", str(found["sha256"])


def _encoding(name: str) -> str:
    "".encode(name)
    return name
