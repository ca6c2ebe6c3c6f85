"""How a trail is stored, byte for byte, and what of others is refused."""

from __future__ import annotations

import json

import pytest

from oimpress.errors import InvalidRelease
from oimpress.model.trail import Change, Drop, Keep, Reason, Trail
from oimpress.model.trail_json import from_json, to_json

STEPS = (Keep("B001", "body/p[1]", 0, 4), Drop("F001", "menu\udcff"), Change("T009", "body/p[1]", 2, "'", "’"))
WHY = Reason("l.1", "head", "title", 3, 5, ("verb", "é")), Reason("l.2", "menu", "furniture", 0, 0, ("dash",))
OF_BYTES = Trail("x", "utf-8", STEPS)
OF_TEXT = Trail("x", "cp1252", STEPS[:1], "text", "a" * 64, WHY)

STORED_BYTES = (
    '{"trail": 1, "release": "x", "encoding": "utf-8", "steps": [\n'
    '["keep", "B001", "body/p[1]", 0, 4],\n'
    '["drop", "F001", "menu\\udcff"],\n'
    '["edit", "T009", "body/p[1]", 2, "\'", "’"]\n'
    "]}\n"
)
STORED_TEXT = (
    f'{{"trail": 2, "release": "x", "encoding": "cp1252", "law": "text", "sha256": "{"a" * 64}", "steps": [\n'
    '["keep", "B001", "body/p[1]", 0, 4]\n'
    '], "reasons": [\n'
    '["l.1", "head", "title", 3, 5, ["verb", "é"]],\n'
    '["l.2", "menu", "furniture", 0, 0, ["dash"]]\n'
    "]}\n"
)


@pytest.mark.parametrize(("trail", "stored"), [(OF_BYTES, STORED_BYTES), (OF_TEXT, STORED_TEXT)])
def test_a_trail_is_stored_a_step_a_line_and_read_again(trail: Trail, stored: str) -> None:
    assert to_json(trail) == stored.encode()
    assert from_json(stored.encode()) == trail


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("trail", None),
        ("trail", "1"),
        ("release", ...),
        ("encoding", ...),
        ("encoding", "no such"),
        ("steps", ...),
        ("steps", [["hold", "B001", "body", 0, 4]]),
        ("steps", [["keep", "B001", "body", "0", 4]]),
        ("reasons", [["l.1", "head"]]),
        ("law", "bytes"),
        ("law", ...),
        ("sha256", ...),
    ],
)
def test_what_is_no_trail_is_refused_at_its_place(key: str, value: object) -> None:
    found = json.loads(STORED_TEXT)
    if value is ...:
        del found[key]
    else:
        found[key] = value
    with pytest.raises(InvalidRelease) as refused:
        from_json(json.dumps(found).encode(), "x.trail")
    assert str(refused.value).startswith("x.trail: not a trail (")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"trail": 1, "release": "a", "encoding": "utf-8", "steps": [["keep", "x"]]}',
        b'{"trail": 1, "release": "a", "encoding": "no-such", "steps": []}',
        json.dumps({"trail": 99, "release": "a", "encoding": "utf-8", "steps": []}).encode(),
    ],
)
def test_what_is_no_trail_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidRelease, match=r"t\.json"):
        from_json(data, "t.json")


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("trail", 3, r"^t\.json: trail version 3; this oimpress reads up to 2, update it$"),
        ("steps", [["keep", "x"]], r"t\.json: not a trail \(ValueError: step \['keep', 'x'\]\); normalise"),
        ("law", "sound", r"t\.json: not a trail \(ValueError: law 'sound'\)"),
        ("encoding", "no-such", r"t\.json: not a trail \(LookupError: unknown encoding: no-such\)"),
    ],
)
def test_a_trail_is_refused_with_its_reason(field: str, value: object, reason: str) -> None:
    found = json.loads(STORED_TEXT)
    with pytest.raises(InvalidRelease, match=reason):
        from_json(json.dumps(found | {field: value}).encode(), "t.json")
