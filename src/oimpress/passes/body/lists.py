"""Lists: lines in a row that begin with labels going on from one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.model.draft import Draft, Line, put_by
from oimpress.model.nodes import Item, List, Para
from oimpress.model.runs import cut, length, strip
from oimpress.notices import Dropped, Result

ITEM, MARKER = "B002", "B003"

LABEL = re.compile(
    r"\s*(?P<label>(?P<number>\d{1,2})[.)°]|(?P<roman>[ivx]{2,5})\)|(?P<letter>[a-z])\)|[-–—•*·▪◦‣●])[\s\u00a0]+(?=\S)"
)


def lists(draft: Draft) -> Result[Draft]:
    """Make lists of lines in a row that begin with matching labels, or that semicolons tie to a colon before them.

    Rules B002, B003.
    """
    flow: list[object] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(draft.flow):
        size = _list_size(draft.flow, at)
        bare = 0 if size >= 2 else _bare_size(draft.flow, at)
        lines = [item for item in draft.flow[at : at + max(size, bare)] if isinstance(item, Line)]
        if size >= 2:
            flow.append(_list(lines, dropped))
        elif bare:
            flow.append(List(tuple(Item((Para(put_by(strip(line.children), ITEM)),)) for line in lines)))
        else:
            flow.append(draft.flow[at])
        at += max(len(lines) if size >= 2 or bare else 1, 1)
    return Result(draft.with_fields(tuple(flow)), (), tuple(dropped))  # type: ignore[arg-type]


def _list_size(flow: Sequence[object], at: int) -> int:
    """How many lines from ``at`` carry labels that go on from one another."""
    size = 0
    last: re.Match[str] | None = None
    while at + size < len(flow) and isinstance(line := flow[at + size], Line):
        label = LABEL.match(line.plain)
        if not label or (last and not _follows(last, label)):
            break
        if last is None and label["number"] and label["number"] not in ("0", "1"):
            break
        last = label
        size += 1
    lines = [item for item in flow[at : at + size] if isinstance(item, Line)]
    return 0 if _is_dialogue(flow[at - 1] if at else None, lines) else size


def _is_dialogue(before: object, lines: Sequence[Line]) -> bool:
    """Whether lines after dashes are speech: whole sentences, a question among them, and no colon before."""
    texts = [line.plain.strip() for line in lines]
    if not texts or texts[0][0] not in "-–—" or (isinstance(before, Line) and before.plain.rstrip().endswith(":")):
        return False
    return any("?" in text or "!" in text for text in texts) and all(
        text.endswith((".", "?", "!", "…", "»")) for text in texts
    )


TIED = re.compile(r"[;,](?:[\s\u00a0\u202f]*(?:et|ou|and|or|y|o))?\s*$")
LONGEST_ITEM = 400


def _bare_size(flow: Sequence[object], at: int) -> int:
    """How many lines without labels make a list: a colon before, semicolons between, a full stop at the end."""
    before = flow[at - 1] if at else None
    if not isinstance(before, Line) or not before.plain.rstrip().endswith(":"):
        return 0
    size = 0
    while at + size < len(flow) and isinstance(line := flow[at + size], Line) and len(line.text) <= LONGEST_ITEM:
        size += 1
        if not TIED.search(line.plain):
            return size if size >= 2 and line.plain.rstrip().endswith(".") else 0
    return 0


def _follows(last: re.Match[str], label: re.Match[str]) -> bool:
    if last["number"] and label["number"]:
        same = last["label"][-1] == label["label"][-1]
        return same and int(label["number"]) in (int(last["number"]) + 1, int(last["number"]))
    if label["roman"]:
        return _roman(label["roman"]) == _roman(last["roman"] or last["letter"] or "") + 1
    if last["roman"] and label["letter"]:
        return _roman(label["letter"]) == _roman(last["roman"]) + 1
    if last["letter"] and label["letter"]:
        return ord(label["letter"]) == ord(last["letter"]) + 1
    return last["label"] == label["label"]


ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman(text: str) -> int:
    """The value of a small roman numeral up to 39; 0 for anything else."""
    values = [ROMAN.get(char, 0) for char in text]
    if 0 in values:
        return 0
    return sum(-value if value < max(values[n + 1 :], default=0) else value for n, value in enumerate(values))


def _list(lines: Sequence[Line], dropped: list[Dropped]) -> List:
    items: list[Item] = []
    marker: str = ""
    ordered = False
    for line in lines:
        label = LABEL.match(line.plain)
        assert label
        if not items:
            marker = line.text[label.start("label") : label.end("label")].put_by(MARKER)
            ordered = bool(label["number"] or label["letter"] or label["roman"])
        else:
            dropped.append(Dropped(line.text[label.start("label") : label.end("label")], MARKER))
        rest = strip(cut(line.children, label.end(), length(line.children)))
        items.append(Item((Para(put_by(rest, ITEM)),)))
    return List(tuple(items), ordered, marker)
