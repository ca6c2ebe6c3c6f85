"""What typesetting did to a text, for people: a diff, or every edit with its rule and authority."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from oimpress.i18n import phrases
from oimpress.model.traced import Edit, edited
from oimpress.notices import rule_texts
from oimpress.passes.typography.convention import NBSP, NNBSP

SHOWN = {
    NBSP: "⍽",
    NNBSP: "·",
    "\n": "⏎",
    "\t": "⇥",
    "\u200b": "[ZWSP]",
    "\ufeff": "[BOM]",
    "\u00ad": "[SHY]",
    "\u2009": "[U+2009]",
    "\u0301": "[U+0301]",
}
VISIBLE = str.maketrans(SHOWN)
AROUND = 16  # characters shown on either side of an edit


def visible(text: str) -> str:
    """``text`` on one line, its no-break spaces shown as ⍽ (U+00A0) and · (U+202F)."""
    return text.translate(VISIBLE)


def as_diff(text: str, edits: list[Edit], name: str = "-") -> str:
    """A unified diff of ``text`` before and after ``edits``, no-break spaces shown; empty when nothing changed."""
    old, new = text.splitlines(), edited(text, edits).splitlines()
    lines = difflib.unified_diff(
        [visible(line) for line in old], [visible(line) for line in new], name, name, lineterm="", n=1
    )
    return "".join(f"{line}\n" for line in lines)


def as_explained(text: str, edits: list[Edit], lang: str = "fr") -> str:
    """One line an edit: its line and column, the words around it before and after, its rules and their sources.

    ``lang`` is that of the explanation ("fr" or "en").
    """
    legend = phrases(lang)("line {line}, column {column}")
    texts = rule_texts()
    made = []
    for edit, line, column in _placed(text, edits):
        left = text[max(text.rfind("\n", 0, edit.start) + 1, edit.start - AROUND) : edit.start]
        stop = text.find("\n", edit.end)
        right = text[edit.end : min(stop if stop >= 0 else len(text), edit.end + AROUND)]
        place = legend.format(line=line, column=column)
        made.append(f"{place}: {visible(left + edit.before + right)} → {visible(left + edit.after + right)}\n")
        for code in edit.rule.split("+"):
            row = texts[code]
            source = f" [{row['source']}]" if "source" in row else ""
            made.append(f"    {code} {row.get(lang, row['en'])}{source}\n")
    return "".join(made)


def _placed(text: str, edits: list[Edit]) -> Iterator[tuple[Edit, int, int]]:
    """Each edit with its line and column, counted from 1."""
    line, begin, at = 1, 0, 0
    for edit in edits:
        line += text.count("\n", at, edit.start)
        at = edit.start
        begin = text.rfind("\n", 0, at) + 1
        yield edit, line, at - begin + 1
