"""Markdown: CommonMark 0.31, tables as in GitHub's dialect. A writer is one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape as escape_html
from typing import assert_never

from oimpress.carried import comment
from oimpress.model.anchors import is_within, tied
from oimpress.model.codec import to_xml
from oimpress.model.nodes import (
    Anchor,
    Aside,
    Block,
    Blocks,
    Break,
    Call,
    Code,
    Contact,
    Edition,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
)
from oimpress.model.runs import flatten, plain, spans
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers.embargo import embargo_of, on_cover
from oimpress.writers.page.markup import mailto, safe_href
from oimpress.writers.tabular import layout
from oimpress.writers.wording import (
    LABEL,
    contacts_heading,
    heading_of,
    label_language,
    letterhead,
    ordered,
    phone_line,
    when_where,
)

SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=[#\w]))")  # what may begin markup in a line
OPENING = re.compile(r"(?m)^( *)([-+=#>]|(\d{1,9})([.)]))")  # what may begin a block


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as UTF-8 Markdown, a paragraph a line; the canonical XML of its releases in a comment at the end."""
    kit = edition.kind != "single"
    parts = [*_front(edition)] if kit else []
    for number, release in enumerate(ordered(edition), 1):
        before = f"r{number}_" if kit else ""
        named = tied(release, before.__add__).release
        parts += _release(named, 2 if kit else 1, label_language(release, edition.lang), style)
    if lines := (*style.settings.address, *style.settings.legal):
        parts.append("\\\n".join(marked(line) for line in lines))
    words = "\n\n".join(parts) + "\n"
    carried = comment([words], [to_xml(release) for release in edition.releases])
    return Result(b"".join((f"{words}\n".encode(), *carried, b"\n")))


def _front(edition: Edition) -> Iterator[str]:
    yield f"# {marked(str(edition.title))}"
    if edition.subtitle:
        yield marked(str(edition.subtitle))
    if words := on_cover(edition):
        yield _strong(words)


def _release(release: Release, level: int, lang: str, style: Style) -> Iterator[str]:
    if words := letterhead(release):
        yield marked(words)
    if words := embargo_of(release):
        yield _strong(words)
    if release.kicker:
        yield _line(release.kicker)
    yield _heading(heading_of(release), level)
    if release.subtitle:
        yield _line(release.subtitle)
    if line := when_where(release, lang):
        yield marked(line)
    if release.facts:
        rows = [(marked(str(fact.label)), marked(str(fact.value.text))) for fact in release.facts]
        yield "\n".join(("|  |  |", "| --- | --- |", *(f"| **{name}** | {value} |" for name, value in rows)))
    yield from _blocks(release.body, level + 1)
    heading, contacts = contacts_heading(release.contacts, style.phrases(lang))
    if release.contacts:
        yield _heading(heading, level + 1)
    for contact in contacts:
        yield _line(contact.children) if isinstance(contact, Para) else _contact(contact, lang)
    yield from _blocks(release.about, level + 1)


def _strong(words: str) -> str:
    return _line((Strong((Text(words),)),))


def _contact(contact: Contact, lang: str) -> str:
    numbers = (phone_line(phone, lang) for phone in contact.phones)
    lines = [marked(str(words)) for words in (contact.name, contact.role, contact.organisation, *numbers) if words]
    lines += (_target(mailto(str(email)), marked(str(email))) for email in contact.emails)
    lines += (_target(safe_href(str(web.href)), marked(str(web.text))) for web in contact.webs)
    lines += [marked(str(contact.address))] if contact.address else []
    return "\\\n".join(lines)


def _blocks(blocks: Blocks, level: int) -> Iterator[str]:
    for block in blocks:
        yield from filter(None, _block(block, level))


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Para(children):
            yield _line(children)
        case Note(children, name):
            yield f"[^{_key(name)}]: {_line(children)}" if name else _line(children)
        case Section(heading, blocks):
            yield _heading(heading, level)
            yield from _blocks(blocks, level + 1)
        case List():
            yield _list(block, level)
        case Quote(blocks, attribution):
            yield _behind("> ", "> ", [*_blocks(blocks, level), *_signed(attribution)])
        case Aside(blocks, _, heading, attribution):
            named = [_heading(heading, level)] if heading else []
            yield _behind("> ", "> ", [*named, *_blocks(blocks, level + 1), *_signed(attribution)])
        case Table():
            yield _line(block.caption)
            yield _table(block)
        case Preformatted(children):
            yield _places(children)
            yield _fenced(str(flatten(children)))
        case Figure(_, alt, caption, credit):
            yield _line(caption) if caption else marked(str(alt))
            yield _line(credit)
        case _:
            assert_never(block)


def _signed(attribution: Inlines) -> Iterator[str]:
    if attribution:
        yield f"— {_line(attribution)}"


def _heading(children: Inlines, level: int) -> str:
    words = re.sub(r"(#+)$", r"\\\1", "".join(_inline(children, depth=0)).replace("\\\n", " "))
    return f"{'#' * min(level, 6)} {words}" if children else ""


def _line(children: Inlines) -> str:
    return OPENING.sub(_escaped_opening, "".join(_inline(children, depth=0)))


def _escaped_opening(found: re.Match[str]) -> str:
    blanks, mark, digits, stop = found.groups()
    return f"{blanks}{digits}\\{stop}" if digits else f"{blanks}\\{mark}"


def marked(words: str) -> str:
    """``words`` with all that Markdown would take for markup made harmless."""
    return OPENING.sub(_escaped_opening, SPECIAL.sub(r"\\\1", words))


def _behind(first: str, further: str, parts: Iterable[str]) -> str:
    """The parts as blocks behind ``first``, then ``further``."""
    lines = "\n\n".join(parts).split("\n")
    return "\n".join(((further if at else first) + line).rstrip(" ") for at, line in enumerate(lines))


def _list(block: List, level: int) -> str:
    """Items in the form Markdown has: figures with a full stop or parenthesis, or hyphens."""
    found = LABEL.match(str(block.marker)) if block.ordered else None
    first = int(found["number"][:9]) if found and found["number"].isdecimal() else 1
    stop = ")" if found and ")" in found["after"] else "."
    items = []
    for number, item in enumerate(block.items, first):
        label = f"{number}{stop} " if block.ordered else "- "
        items.append(_behind(label, " " * len(label), _blocks(item.blocks, level)))
    loose = any(len(item.blocks) > 1 for item in block.items)
    return ("\n\n" if loose else "\n").join(items)


def _table(table: Table) -> str:
    """The rows between bars, each as wide as the widest; without a head its line stays empty. Markdown has no spans."""
    made_of = layout(table)
    grid = made_of.grid
    lines = []
    for row in grid.rows:
        cells = [""] * grid.width
        for place in row:
            cells[place.column] = _line(place.cell.children).replace("\\\n", " ")
        lines.append("| " + " | ".join(cells) + " |")
    if not grid.heads:
        lines.insert(0, "|" + "  |" * grid.width)
    rule = "|" + "".join(" ---: |" if figures else " --- |" for figures in made_of.figures)
    return "\n".join((lines[0], rule, *lines[1:])) if grid.width else ""


def _fence(text: str, least: int) -> str:
    """So many backticks that none in ``text`` can close them."""
    return "`" * max([least, *(len(found) + 1 for found in re.findall("`+", text))])


def _fenced(text: str) -> str:
    fence = _fence(text, 3)
    return f"{fence}\n{text}\n{fence}"


def _backticked(text: str) -> str:
    """Source: CommonMark 0.31, 6.1 (code spans)."""
    fence = _fence(text, 1)
    room = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{room}{text}{room}{fence}"


def _inline(children: Inlines, depth: int, linked: bool = False) -> Iterator[str]:
    """Pieces of a line. Inside a link no other one begins: Markdown has no word for it."""

    def inside(inner: Inlines, within: bool = linked) -> str:
        return "".join(_inline(inner, depth + 1, within))

    children = _codes_joined(children)
    for at, child in enumerate(children):
        match child:
            case Text(value):
                yield SPECIAL.sub(r"\\\1", str(value))
            case Break():
                yield "\\\n"
            case Emphasis(inner) | Strong(inner):
                mark, tag = ("*", "em") if isinstance(child, Emphasis) else ("**", "strong")
                clear = not depth and _stands_clear(children, at)
                yield f"{mark}{inside(inner)}{mark}" if clear else f"<{tag}>{inside(inner)}</{tag}>"
            case Superscript(inner):
                yield f"<sup>{inside(inner)}</sup>"
            case Code(inner):
                yield _places(inner) + _backticked(plain(inner))
            case Call(to, _):
                yield f"[^{_key(to)}]"
            case Foreign(lang, inner):
                yield f'<span lang="{escape_html(str(lang))}">{inside(inner)}</span>'
            case Anchor(name, inner):
                yield f'<span id="{escape_html(str(name))}">{inside(inner)}</span>'
            case Link(href, inner):
                target = "" if linked else str(href) if is_within(href) else safe_href(str(href))
                yield _target(target, inside(inner, within=linked or bool(target)))
            case _:
                assert_never(child)


def _codes_joined(children: Inlines) -> Inlines:
    """The children with codes that touch as one: where two runs of backticks meet, Markdown reads another one."""
    joined: list[Inline] = []
    for child in children:
        if isinstance(child, Code) and joined and isinstance(joined[-1], Code):
            joined[-1] = Code((*joined[-1].children, *child.children))
        else:
            joined.append(child)
    return tuple(joined)


def _places(code: Inlines) -> str:
    """The places in ``code``, which can hold no markup, to stand before it."""
    found = (anchor for _, _, anchor in spans(code, Anchor) if isinstance(anchor, Anchor))
    return "".join(_inline(tuple(Anchor(each.id, ()) for each in found), depth=0))


def _key(name: str) -> str:
    """What Markdown calls the note ``name``: the plain number of ``n1``, as readers name what a mark of 1 calls."""
    return name[1:] if name[:1] == "n" and name[1:].isdecimal() else f"-{name}" if name.isdecimal() else str(name)


def _target(href: str, words: str) -> str:
    return f"[{words}](<{href}>)" if href else words


def _stands_clear(children: Inlines, at: int) -> bool:
    """Whether stars around this child are surely read as emphasis. Source: CommonMark 0.31, 6.2 (flanking runs)."""
    inside = plain((children[at],))
    before, after = plain(children[:at])[-1:] or " ", plain(children[at + 1 :])[:1] or " "
    return inside[:1].isalnum() and inside[-1:].isalnum() and not before.isalnum() and not after.isalnum()
