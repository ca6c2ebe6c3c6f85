"""The fates of a source's lines on a terminal: removed lines by the run, the lines of one paragraph together."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from oimpress.cli.account import notice_line
from oimpress.i18n import listed, plural, user_language
from oimpress.model.naming import block_name
from oimpress.model.trail import Change, Drop, Keep
from oimpress.notices import rule_text
from oimpress.publish.explain import Group, LineFate, LinePart, ToldChange, block_of, codes_of
from oimpress.publish.places import placed_notices
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.publish.report import ReadRelease

GUTTER = 11  # columns that line numbers take
SHOWN = 2  # lines of a removed run, at either end
WIDEST = 100
LONGEST = 60  # characters of a removed text among the edits


class Terminal(Console):
    """A console that leaves it to the command to end when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def show(reading: ReadRelease, groups: list[Group]) -> None:
    """Print the groups of lines, then the rules with their counts, then what an editor should look at."""
    console = Terminal(highlight=False, soft_wrap=True, emoji=False, markup=False)
    width = min(console.width, WIDEST) - GUTTER if sys.stdout.isatty() else 0
    console.print(
        Text(visible(reading.place), "bold"),
        Text(f"· {_sum([line for group in groups for line in group.lines])}", "dim"),
        sep=" ",
    )
    for group in groups:
        if group.fate != "blank":
            console.print()
            _show_group(console, group, width)
    trail = reading.done.trail
    if trail and trail.rules:
        console.print()
        for code, count in sorted(trail.rules.items()):
            words = rule_text(code, user_language())
            console.print(Text.assemble((f"{count:6} × ", "dim"), (code, "cyan"), f" {words}"))
    for place in placed_notices(reading):
        console.print(Text.from_ansi(notice_line(place, user_language())))


def _sum(lines: list[LineFate]) -> str:
    many = plural(user_language())
    fates = Counter(line.fate for line in lines)
    parts = [
        many("{count} line", "{count} lines", len(lines)).format(count=len(lines)),
        many("{count} kept", "{count} kept", fates["kept"]).format(count=fates["kept"]),
        many("{count} changed", "{count} changed", fates["changed"]).format(count=fates["changed"]),
        many("{count} removed", "{count} removed", fates["removed"]).format(count=fates["removed"]),
    ]
    return ", ".join(parts)


def _show_group(console: Console, group: Group, width: int) -> None:
    first, last = group.span
    span = Text(f"{first}–{last}" if last > first else f"{first}", "bold")
    label = _removal(group) if group.fate == "removed" else _placing(group)
    body = _removed(group) if group.fate == "removed" else _text(group)
    console.print(Text(" ").join([_right(span), label]))
    edits = () if group.fate == "removed" else group.edits
    for line in [*body, *map(_edit, edits)]:
        for row in line.wrap(console, width) if width > 20 else [line]:
            console.print(Text(" " * GUTTER) + row)


def _right(text: Text) -> Text:
    return Text(" " * max(GUTTER - 1 - len(text), 0)) + text


def _removal(group: Group) -> Text:
    codes = group.rules
    words = " + ".join(rule_text(code, user_language()) for code in codes)
    return Text.assemble(("✗ ", "red"), (" ".join(codes), "red"), (f" {words}", "dim"))


def _placing(group: Group) -> Text:
    """Where the lines stand, and the rules that put them there."""
    lang = user_language()
    names = ", ".join(block_name(path, lang) for path in group.blocks)
    codes = codes_of(step for step in group.steps if isinstance(step, Keep) and "@" not in step.path)
    words = listed((f"{code} {rule_text(code, lang)}" for code in codes), lang)
    return Text.assemble(("→ ", "green"), (names, "bold green"), (f"  {words}", "dim"))


def _removed(group: Group) -> Iterator[Text]:
    lines = [Text(visible(line.text), "red dim") for line in group.lines]
    if len(lines) > 2 * SHOWN + 1:
        left_out = len(lines) - 2 * SHOWN
        words = plural(user_language())("… {count} more line …", "… {count} more lines …", left_out)
        lines[SHOWN:-SHOWN] = [Text(words.format(count=left_out), "dim italic")]
    yield from lines


def _text(group: Group) -> Iterator[Text]:
    """The text of the group, joined lines as one, its edits in colour; without colours, as it stands now."""
    whole, block = Text(), ""
    for line in group.lines:
        for part in (part for part in line.parts if part.told):
            here = block if isinstance(part.step, Drop) else block_of(part.step.path)
            if here != block and whole:
                yield whole
                whole = Text()
            whole, block = whole + _part(part), here
        if whole and not line.goes_on:
            yield whole
            whole = Text()
    yield from [whole] if whole else []


def _part(part: LinePart) -> Text:
    coloured = sys.stdout.isatty()
    match part.step:
        case Drop():
            return Text(visible(part.text), "red strike") if coloured else Text()
        case Change(_, _, _, before, after) if part.text == before or not part.text:
            if before in ("\n", "\r\n"):
                return Text(visible(after))
            old = Text(visible(before), "red strike") if coloured else Text()
            return old + Text(visible(after, blanks=coloured), "green")
        case Change() | Keep():
            return Text(visible(part.text))


def _edit(told: ToldChange) -> Text:
    """``T009 ×2 “'” → “’”``, with - before what was only removed and + before what was only put in."""
    times = f" ×{told.times}" if told.times > 1 else ""
    before, after = (f"“{_short(visible(text, blanks=True))}”" if text else "" for text in (told.before, told.after))
    sign = "" if before and after else "+ " if after else "- "
    field = f" ({told.field})" if told.field else ""
    return Text.assemble(
        (f"{told.rule}{times} ", "cyan"),
        (sign, "dim"),
        (before, "red"),
        (" → " if before and after else "", "dim"),
        (after, "green"),
        (f"{field}  {rule_text(told.rule, user_language())}", "dim"),
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
