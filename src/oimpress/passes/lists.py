"""Lists: lines in a row that begin with labels going on from one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.model.draft import Draft, Line, placed
from oimpress.model.nodes import Item, List, Para
from oimpress.model.runs import cut, length, strip
from oimpress.notices import Dropped, Result

ITEM, MARKER = "B002", "B003"

LABEL = re.compile(r"\s*(?P<label>(?P<number>\d{1,2})[.)°]|(?P<letter>[a-z])\)|[-–—•*·▪◦‣●])[\s\u00a0]+(?=\S)")


def lists(draft: Draft) -> Result[Draft]:
    """Make lists of two or more lines in a row that begin with matching labels. Rules B002, B003."""
    flow: list[object] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(draft.flow):
        size = _list_size(draft.flow, at)
        if size < 2:
            flow.append(draft.flow[at])
            at += 1
            continue
        items = [item for item in draft.flow[at : at + size] if isinstance(item, Line)]
        flow.append(_list(items, dropped))
        at += size
    return Result(draft.having(tuple(flow)), (), tuple(dropped))  # type: ignore[arg-type]


def _list_size(flow: Sequence[object], at: int) -> int:
    """How many lines from ``at`` carry labels that go on from one another."""
    size = 0
    last: re.Match[str] | None = None
    while at + size < len(flow) and isinstance(line := flow[at + size], Line):
        label = LABEL.match(str(line.text))
        if not label or (last and not _follows(last, label)):
            break
        if last is None and label["number"] and label["number"] not in ("0", "1"):
            break
        last = label
        size += 1
    return size


def _follows(last: re.Match[str], label: re.Match[str]) -> bool:
    if last["number"] and label["number"]:
        same = last["label"][-1] == label["label"][-1]
        return same and int(label["number"]) in (int(last["number"]) + 1, int(last["number"]))
    if last["letter"] and label["letter"]:
        return ord(label["letter"]) == ord(last["letter"]) + 1
    return last["label"] == label["label"]


def _list(lines: Sequence[Line], dropped: list[Dropped]) -> List:
    items: list[Item] = []
    marker: str = ""
    ordered = False
    for line in lines:
        label = LABEL.match(str(line.text))
        assert label
        if not items:
            marker = line.text[label.start("label") : label.end("label")].placed(MARKER)
            ordered = bool(label["number"] or label["letter"])
        else:
            dropped.append(Dropped(line.text[label.start("label") : label.end("label")], MARKER))
        rest = strip(cut(line.children, label.end(), length(line.children)))
        items.append(Item((Para(placed(rest, ITEM)),)))
    return List(tuple(items), ordered, marker)
