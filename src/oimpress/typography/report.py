"""What typesetting did to a text, for people: a diff, or every edit with its rule and authority."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit, edited
from oimpress.notices import rule_texts
from oimpress.typography.convention import NBSP, NNBSP

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


def visible(text: str) -> str:
    """``text`` on one line, its no-break spaces shown as ⍽ (U+00A0) and · (U+202F); safe on a terminal."""
    shown = text.translate(VISIBLE)
    if shown.isprintable():
        return shown
    return "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in shown)


def as_diff(text: str, edits: list[Edit], name: str = "-", new_name: str = "") -> str:
    """A unified diff of ``text`` before and after ``edits``, no-break spaces shown; empty when nothing changed.

    ``name`` stands over the text before and, without a ``new_name``, over that after.
    """
    from difflib import unified_diff

    old, new = (
        [visible(line) for line in lines.removesuffix("\n").split("\n")] for lines in (text, edited(text, edits))
    )
    lines = unified_diff(old, new, name, new_name or name, lineterm="", n=1)
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return [visible(line) for line in text.removesuffix("\n").split("\n")]


def as_explained(text: str, edits: list[Edit], lang: str = "fr") -> str:
    """A line for every rule of every edit: its place (line:column), its code, what changed, why, and on what authority.

    ``lang`` is that of the explanation ("fr" or "en").
    """
    texts = rule_texts()
    made = []
    for edit, line, column in _placed(text, edits):
        change = f"“{visible(edit.before)}” → “{visible(edit.after)}”"
        for code in edit.rule.split("+"):
            row = texts[code]
            source = f" [{row['source']}]" if "source" in row else ""
            made.append(f"{line}:{column} {code} {change}  {row.get(lang, row['en'])}{source}\n")
    return "".join(made)


def _placed(text: str, edits: list[Edit]) -> Iterator[tuple[Edit, int, int]]:
    """Each edit with its line and column, counted from 1."""
    line, begin, at = 1, 0, 0
    for edit in edits:
        line += text.count("\n", at, edit.start)
        at = edit.start
        begin = text.rfind("\n", 0, at) + 1
        yield edit, line, at - begin + 1
