"""Plain text in 72 columns, for mail, archives and those who read with their fingers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Contact,
    Edition,
    Fact,
    Figure,
    Inlines,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Section,
    Table,
)
from oimpress.model.runs import plain
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers.embargo import embargo_of, on_cover, on_edge, starred
from oimpress.writers.noted import labelled
from oimpress.writers.page import kit
from oimpress.writers.plain.flowed import columns
from oimpress.writers.plain.lines import apart, grid, hanging, padded, underlined, web_line, with_addresses, wrapped
from oimpress.writers.tabular import layout
from oimpress.writers.wording import (
    contacts_heading,
    heading_of,
    label,
    label_language,
    letterhead,
    long_date,
    ordered,
    phone_line,
    when_where,
)

WIDTH = 72
BAR = "| "
LABELS = 30  # columns that the labels of facts may take


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as UTF-8 text with LF; a line breaks at U+0020 only."""
    releases = [list(_release(labelled(release), edition.lang, style)) for release in ordered(edition)]
    parts = releases if edition.kind == "single" else [list(_front(edition, style)), *releases]
    if parts and (lines := (*style.settings.address, *style.settings.legal)):
        parts[-1] = [*parts[-1], "", *(line for said in lines for line in wrapped(str(said), WIDTH))]
    rule = f"\n\n{'=' * WIDTH}\n\n\n"
    return Result((rule.join("\n".join(part) for part in parts) + "\n").encode())


def _front(edition: Edition, style: Style) -> Iterator[str]:
    """Title, date, number of releases and contents of a press kit."""
    when = long_date(edition.date, edition.lang)
    lines = (edition.subtitle, edition.organisation, when, kit.count_phrase(edition))
    contents = [line for number, release in enumerate(ordered(edition), 1) for line in _entry(number, release)]
    return apart(
        (
            underlined(str(edition.title), WIDTH, "="),
            _embargo(on_cover(edition)),
            [part for line in lines if line for part in wrapped(str(line), WIDTH)],
            underlined(style.phrases(edition.lang)("Contents"), WIDTH, "-"),
            contents,
        )
    )


def _entry(number: int, release: Release) -> Iterable[str]:
    """The lines of the contents for one release: its number, its title and, below, its embargo."""
    embargo = wrapped(on_edge(release), WIDTH - 4) if release.embargo else ()
    return hanging(f"{number:>2}. ", (*wrapped(with_addresses(heading_of(release)), WIDTH - 4), *embargo))


def body_lines(release: Release, width: int = 10_000) -> Iterator[str]:
    """Facts, body and « À propos », by default a paragraph a line."""
    shown = labelled(release)
    return apart((_facts(shown.facts), *_blocks((*shown.body, *shown.about), width)))


def _release(release: Release, edition: str, style: Style) -> Iterator[str]:
    lang = label_language(release, edition)
    return apart(
        (
            wrapped(letterhead(release), WIDTH) if letterhead(release) else (),
            _embargo(embargo_of(release)),
            _para(release.kicker, WIDTH),
            underlined(with_addresses(heading_of(release)), WIDTH, "="),
            _para(release.subtitle, WIDTH),
            wrapped(line, WIDTH) if (line := when_where(release, lang)) else (),
            _facts(release.facts),
            *_blocks(release.body, WIDTH),
            *_contacts(release, lang, style),
            *_blocks(release.about, WIDTH),
        )
    )


def _embargo(words: str) -> Iterable[str]:
    return wrapped(starred(words), WIDTH) if words else ()


def _para(children: Inlines, width: int) -> Iterable[str]:
    return wrapped(with_addresses(children), width) if children else ()


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Labels on the left, values on their right; a long label comes to its end before its value begins."""
    left = min(max((columns(str(fact.label)) for fact in facts), default=0), LABELS)
    for fact in facts:
        *names, last = wrapped(str(fact.label), left)
        yield from names
        yield from hanging(padded(last, left) + "  ", wrapped(str(fact.value.text), WIDTH - left - 2))


def _blocks(blocks: Blocks, width: int) -> Iterator[Iterable[str]]:
    return (_block(block, width) for block in blocks)


def _block(block: Block, width: int) -> Iterable[str]:
    match block:
        case Para(children):
            return _para(children, width)
        case Note(children, name):
            return _para(children, width) if name else hanging("* ", _para(children, width - 2))
        case Section(heading, blocks):
            return apart((underlined(with_addresses(heading), width, "-") if heading else (), *_blocks(blocks, width)))
        case List():
            return _list(block, width)
        case Quote(blocks, attribution):
            return hanging(BAR, apart((*_blocks(blocks, width - 2), _signed(attribution, width - 2))), BAR)
        case Aside(blocks, _, heading, attribution):
            inner = (Section(heading, blocks),) if heading else blocks
            return hanging(BAR, apart((*_blocks(inner, width - 2), _signed(attribution, width - 2))), BAR)
        case Preformatted(children):
            return with_addresses(children).split("\n")
        case Table():
            return (*_para(block.caption, width), *grid(layout(block), width))
        case Figure(_, alt, caption, credit):
            words = " – ".join(filter(None, (with_addresses(caption) or str(alt), with_addresses(credit))))
            return wrapped(f"[{words}]", width) if words else ()
        case _:
            assert_never(block)


def _signed(attribution: Inlines, width: int) -> Iterable[str]:
    return hanging("— ", wrapped(with_addresses(attribution), width - 2)) if attribution else ()


def _list(block: List, width: int) -> Iterator[str]:
    """Items one below the other, their labels of one width."""
    labels = [label(block, number) + " " for number in range(1, len(block.items) + 1)]
    room = max(map(columns, labels), default=0)
    for one, item in zip(labels, block.items, strict=True):
        yield from hanging(padded(one, room), _tight(item.blocks, width - room))


def _tight(blocks: Blocks, width: int) -> list[str]:
    """The blocks of an item; a list follows its paragraph without an empty line."""
    made: list[str] = []
    for block in blocks:
        inner = list(_block(block, width))
        made += ["", *inner] if made and not isinstance(block, List) else inner
    return made or [""]


def _contacts(release: Release, lang: str, style: Style) -> Iterator[Iterable[str]]:
    heading, contacts = contacts_heading(release.contacts, style.phrases(lang))
    if release.contacts:
        yield underlined(plain(heading), WIDTH, "-")
    for contact in contacts:
        yield _para(contact.children, WIDTH) if isinstance(contact, Para) else _contact(contact, lang)


def _contact(contact: Contact, lang: str) -> Iterator[str]:
    who = (contact.name, contact.role, contact.organisation)
    ways = (*(phone_line(phone, lang) for phone in contact.phones), *contact.emails, *map(web_line, contact.webs))
    for words in (*who, *ways, contact.address):
        if words:
            yield from wrapped(str(words), WIDTH)
