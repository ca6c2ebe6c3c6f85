"""The text part of a mail, as good to read as the HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Contact,
    Figure,
    Inlines,
    Item,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Section,
    Table,
)
from oimpress.model.runs import plain
from oimpress.writers.embargo import starred
from oimpress.writers.mail.letter import Letter, LetterEntry
from oimpress.writers.noted import labelled
from oimpress.writers.plain.flowed import SIGNATURE, WIDTH, FlowedLine, columns, flowed, quoted, table
from oimpress.writers.plain.lines import cells, web_line, with_addresses
from oimpress.writers.tabular import Layout, layout
from oimpress.writers.wording import colon, label, letterhead, phone_line

_RULE = FlowedLine("-" * 24)


def text_part(letter: Letter) -> str:
    """The whole text part, lines ended by LF."""
    return joined(_lines(letter))


def _lines(letter: Letter) -> Iterator[FlowedLine]:
    yield from masthead(letter)
    if len(letter.entries) > 1:
        yield from contents(letter)
    for number, entry in enumerate(letter.entries, 1):
        head = f"{number}. " if len(letter.entries) > 1 else ""
        yield from (FlowedLine(), FlowedLine("=" * WIDTH), FlowedLine(), *entry_lines(letter, entry, head))
    for blocks in letter.about:
        yield from (FlowedLine(), FlowedLine("=" * WIDTH), *_blocks(blocks))
    yield from (FlowedLine(), *footer_lines(letter))


def joined(lines: Iterable[FlowedLine]) -> str:
    """The lines as text, each ended by LF, none empty at the end."""
    return "\n".join(map(str, lines)).rstrip("\n") + "\n"


def masthead(letter: Letter) -> Iterator[FlowedLine]:
    """Title, issue and organisation; an issue without releases says so."""
    for line in dict.fromkeys((letter.title, letter.subtitle, letter.issue, letter.organisation)):
        if line:
            yield from flowed(line)
    if letter.embargo:
        yield from flowed(starred(letter.embargo))
    if not letter.entries:
        say = letter.say
        yield FlowedLine()
        yield from flowed(say("No release in this issue."))


def contents(letter: Letter) -> Iterator[FlowedLine]:
    """The numbered titles, each with its place and date."""
    say = letter.say
    yield from (FlowedLine(), FlowedLine(say("Contents")))
    for number, entry in enumerate(letter.entries, 1):
        yield FlowedLine()
        yield from flowed(f"{number}. {_label(entry)}{plain(entry.title)}")
        for line in filter(None, (entry.when_where, entry.embargo)):
            yield from flowed(line, indent=3)


def _label(entry: LetterEntry) -> str:
    return f"[{entry.label}] " if entry.label else ""


def entry_lines(letter: Letter, entry: LetterEntry, head: str = "") -> Iterator[FlowedLine]:
    """One release; ``head`` stands before its title."""
    release = entry.release
    subtitle = plain(release.subtitle) if entry.whole else ""
    title = f"{head}{_label(entry)}{plain(entry.title)}"
    above = (letterhead(release), starred(entry.embargo), plain(release.kicker))
    for line in (*above, title, subtitle, entry.when_where, entry.correction):
        if line:
            yield from flowed(line)
    if entry.whole and release.facts:
        yield FlowedLine()
        for fact in release.facts:
            yield from flowed(f"{fact.label}{colon(release.lang)} {fact.value.text}")
    yield from _blocks(labelled(replace(release, body=entry.blocks)).body)
    if entry.more:
        yield FlowedLine()
        yield from flowed(f"{entry.say('Read more')}{colon(entry.lang)} {entry.more}")
    yield from _contacts(entry)


def _contacts(entry: LetterEntry) -> Iterator[FlowedLine]:
    if entry.contacts:
        heading = plain(entry.contacts_heading)
        yield from (FlowedLine(), FlowedLine(heading), FlowedLine("-" * columns(heading)))
    for number, contact in enumerate(entry.contacts):
        if number:
            yield FlowedLine()
        if isinstance(contact, Para):
            yield from flowed(with_addresses(contact.children))
            continue
        for line in contact_lines(contact, entry.lang):
            yield from flowed(line)


def contact_lines(contact: Contact, lang: str) -> Iterator[str]:
    """Who on one line, then each number and address on its own, kinds of telephones in ``lang``."""
    if who := ", ".join(filter(None, (contact.name, contact.role, contact.organisation))):
        yield who
    yield from (phone_line(phone, lang) for phone in contact.phones)
    yield from contact.emails
    yield from map(web_line, contact.webs)
    if contact.address:
        yield contact.address


def footer_lines(letter: Letter) -> Iterator[FlowedLine]:
    """The signature of the mail: where to leave the list, where it is archived."""
    if letter.footer:
        yield FlowedLine(SIGNATURE)
    for words, address in letter.footer:
        yield from flowed(f"{words}{colon(letter.lang)} {address}" if address else words)


def _blocks(blocks: Blocks) -> Iterator[FlowedLine]:
    for block in blocks:
        yield FlowedLine()
        yield from _block(block)


def _tight(blocks: Blocks) -> list[FlowedLine]:
    return list(_blocks(blocks))[1:]


def _block(block: Block, indent: int = 0) -> Iterator[FlowedLine]:
    match block:
        case Para(children):
            yield from flowed(with_addresses(children), indent)
        case Section(heading, blocks):
            yield from flowed(with_addresses(heading))
            yield FlowedLine("-" * max(3, min(columns(plain(heading)), WIDTH)))
            yield from _tight(blocks)
        case List():
            for number, item in enumerate(block.items, 1):
                yield from _item(item, label(block, number).replace("•", "-"), indent)
        case Quote(blocks, attribution):
            yield from quoted([*_tight(blocks), *_signed(attribution)])
        case Aside(blocks, _, heading, attribution):
            inner = (Section(heading, blocks),) if heading else blocks
            yield from (_RULE, *_tight(inner), *_signed(attribution), _RULE)
        case Preformatted(children):
            yield from map(FlowedLine, with_addresses(children).split("\n"))
        case Table():
            yield from flowed(with_addresses(block.caption)) if block.caption else ()
            yield from _table(layout(block))
        case Figure(_, alt, caption, credit):
            words = " – ".join(filter(None, (with_addresses(caption) or alt, with_addresses(credit))))
            yield from flowed(f"[{words}]" if words else "[…]")
        case Note(children, name):
            yield from flowed(f"{'' if name else '* '}{with_addresses(children)}")
        case _:
            assert_never(block)


def _table(made_of: Layout) -> Iterator[FlowedLine]:
    return table(cells(made_of), made_of.grid.heads, made_of.figures)


def _signed(attribution: Inlines) -> Iterator[FlowedLine]:
    if attribution:
        yield from flowed(f"— {with_addresses(attribution)}")


def _item(item: Item, mark: str, indent: int) -> Iterator[FlowedLine]:
    first, rest = (item.blocks[0], item.blocks[1:]) if item.blocks else (Para(()), ())
    if not isinstance(first, Para):
        first, rest = Para(()), item.blocks
    yield from flowed(f"{mark} {with_addresses(first.children)}", indent)
    for block in rest:
        yield from _block(block, indent + 3)
