"""A gold and a release as the same kind of elements, field by field: what can be counted and compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from oimpress.model.nodes import (
    Aside,
    Block,
    Contact,
    Countries,
    Figure,
    Foreign,
    Inlines,
    Link,
    List,
    Moment,
    Money,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Section,
    Table,
)
from oimpress.model.runs import flatten, spans
from oimpress.model.walk import runs
from oimpress.pipeline import Normalised
from oimpress.publish.explain import line_fates
from tests.quality.folding import bare
from tests.quality.pages import Gold

Elements: TypeAlias = "Counter[str]"
LABEL = re.compile(r"^(?:[•*·–-]|\[?\d+[\].)]|[ivx]+\)|[a-z]\))\s*")
# What a notice is about, by its code: only the doubts that the words of the source give cause for.
CAUSES = {
    "R009": "mojibake",
    "R023": "mojibake",
    "B103": "merged paragraphs",
    "B111": "agreement",
    "B112": "word repeated",
    "B113": "two articles",
    "B114": "comma missing",
    "H101": "title missing",
}


def wanted_on(gold: Gold) -> dict[str, Elements]:
    """What the gold says, per field."""
    line = gold.get("dateline", {})
    asides: list[Any] = gold.get("asides", [])
    figures: list[Any] = gold.get("figures", [])
    return {
        **{name: _texts([gold.get(name, "")]) for name in ("title", "kicker", "subtitle", "published", "lang", "kind")},
        **{name: _texts([gold.get(name, "")]) for name in ("issuer", "reference")},
        "embargo": Counter(_of_embargo(key, text) for key, text in gold.get("embargo", {}).items()),
        "dateline": Counter(f"{key} {bare(text)}" for key, text in line.items()),
        "paragraphs": _texts(gold.get("paragraphs", [])),
        "headings": _texts(gold.get("headings", [])),
        "list items": Counter(
            _item(text, ordered=one["ordered"]) for one in gold.get("lists", []) for text in one["items"]
        ),
        "table rows": Counter(_row(row) for table in gold.get("tables", []) for row in table),
        "asides": Counter(one for aside in asides for one in _aside(aside)),
        "figures": Counter(f"{key} {bare(text)}" for figure in figures for key, text in figure.items()),
        "notes": Counter(_note(text) for text in gold.get("notes", [])),
        "about": _texts(gold.get("about", [])),
        "facts": Counter(_fact(**fact) for fact in gold.get("facts", [])),
        "contacts": Counter(one for contact in gold.get("contacts", []) for one in _contact(contact)),
        "links": _links(gold.get("links", []), [mail for one in gold.get("contacts", []) for mail in _mails(one)]),
        "foreign": Counter(f"{one['lang']} {bare(one['text'])}" for one in gold.get("foreign", [])),
        "notices": Counter({one["cause"] for one in gold.get("notices", [])}),
        "furniture lines": Counter(str(number) for number in gold.get("furniture", [])),
    }


def _texts(texts: list[str]) -> Elements:
    return Counter(bare(text) for text in texts if text)


def _item(text: str, *, ordered: bool) -> str:
    return f"{'ordered' if ordered else 'bullet'} {LABEL.sub('', bare(text), count=1)}"


def _row(cells: list[str]) -> str:
    return " | ".join(bare(cell) for cell in cells).rstrip(" |")


def _aside(aside: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key} {bare(aside[key])}" for key in ("heading", "attribution") if aside.get(key))
    yield from (f"paragraph {bare(text)}" for text in aside.get("paragraphs", []))


def _note(text: str) -> str:
    return LABEL.sub("", bare(text), count=1)


def _fact(label: str, value: str, type: str, norm: str = "") -> str:
    return f"{bare(label)} = {type} {norm or bare(value)}"


def _contact(contact: Mapping[str, Any]) -> Iterator[str]:
    mails = contact.get("emails", [])
    key = bare(contact.get("name", "") or (mails[0] if mails else contact.get("organisation", "")))
    yield from (
        f"{key}: {part} {bare(contact[part])}" for part in ("name", "role", "organisation") if contact.get(part)
    )
    yield from (f"{key}: {text}" for text in (*contact.get("phones", []), *mails))
    yield from (f"{key}: {kind} {text}" for kind in ("mobile", "fax") for text in contact.get(kind, []))
    yield from (f"{key}: address {bare(text)}" for text in (contact.get("address", ""),) if text)
    yield from (f"{key}: web {_address(text)}" for text in contact.get("web", []))


def _mails(contact: Mapping[str, Any]) -> list[str]:
    return [f"mailto:{mail}" for mail in contact.get("emails", [])]


def _links(hrefs: list[str], contacts: list[str]) -> Elements:
    """Each address once, whatever its scheme; those of the contacts are counted there."""
    return Counter({_address(href) for href in hrefs if href not in contacts})


def _address(href: str) -> str:
    return re.sub(r"^https?://", "", href).rstrip("/")


# -- the release -----------------------------------------------------------------------------------------------


def found_on(done: Normalised) -> dict[str, Elements]:
    """What the release says, per field."""
    release = done.value
    seen: dict[str, Elements] = {name: Counter() for name in wanted_on({})}
    for name in ("title", "kicker", "subtitle"):
        seen[name] = _texts([flatten(getattr(release, name))])
    for name in ("issuer", "reference", "published", "lang", "kind"):
        seen[name] = _texts([getattr(release, name)])
    _read_blocks(release.body, seen)
    seen["embargo"] = Counter(_embargo(release))
    seen["dateline"] = Counter(_dateline(release))
    seen["about"] = _texts([str(flatten(run.children)) for run in runs(release) if run.path.startswith("about/")])
    seen["facts"] = Counter(_found_fact(fact) for fact in release.facts)
    people = [as_person(one) for one in release.contacts if isinstance(one, Contact)]
    seen["contacts"] = Counter(one for person in people for one in _contact(person))
    hrefs = [node.href for _, node in _marked(release, Link)]
    seen["links"] = _links([str(href) for href in hrefs], [mail for person in people for mail in _mails(person)])
    seen["foreign"] = Counter(f"{node.lang} {bare(flatten(node.children))}" for _, node in _marked(release, Foreign))
    seen["notices"] = Counter({CAUSES[one.code] for one in done.notices if one.code in CAUSES})
    seen["furniture lines"] = Counter(_furniture(done))
    return seen


def _marked(release: Release, kind: Any) -> Iterator[tuple[str, Any]]:
    for run in runs(release):
        yield from ((run.path, node) for _, _, node in spans(run.children, kind))


def _of_embargo(key: str, text: str) -> str:
    """An instant is written by one clock, whatever the gold's."""
    return f"{key} {datetime.fromisoformat(text).astimezone(UTC).isoformat() if key == 'until' else bare(text)}"


def _embargo(release: Release) -> Iterator[str]:
    if found := release.embargo:
        yield _of_embargo("text", str(found.text))
        yield from (_of_embargo("until", str(text)) for text in (found.until,) if text)


def _dateline(release: Release) -> Iterator[str]:
    line = release.dateline
    if line and line.place:
        parts = {"place": line.place.text, "country": line.place.country}
        yield from (f"{key} {bare(text)}" for key, text in parts.items() if text)
    if line and line.date:
        dates = {"date": line.date.text, "when": line.date.when}
        yield from (f"{key} {bare(text)}" for key, text in dates.items() if text)


def _read_blocks(blocks: tuple[Block, ...], seen: Mapping[str, Elements]) -> None:
    for block in blocks:
        match block:
            case Para() | Preformatted():
                seen["paragraphs"][_flat(block.children)] += 1
            case Section():
                seen["headings"][_flat(block.heading)] += 1
                _read_blocks(block.blocks, seen)
            case List():
                seen["list items"].update(_item(_joined(item.blocks), ordered=block.ordered) for item in block.items)
            case Quote():
                seen["paragraphs"].update(_flat(part.children) for part in block.blocks if isinstance(part, Para))
            case Aside():
                seen["asides"].update(_aside(_aside_parts(block)))
            case Table():
                seen["table rows"].update(_row([flatten(cell.children) for cell in row.cells]) for row in block.rows)
            case Figure():
                parts = {"caption": block.caption, "credit": block.credit}
                seen["figures"].update(f"{key} {_flat(text)}" for key, text in parts.items() if text)
            case Note():
                seen["notes"][_note(flatten(block.children))] += 1


def _flat(children: Inlines) -> str:
    return bare(flatten(children))


def _joined(blocks: tuple[Block, ...]) -> str:
    return " ".join(str(flatten(block.children)) for block in blocks if isinstance(block, Para))


def _aside_parts(aside: Aside) -> dict[str, Any]:
    paragraphs = [flatten(block.children) for block in aside.blocks if isinstance(block, Para)]
    return {
        "heading": flatten(aside.heading),
        "attribution": flatten(aside.attribution),
        "paragraphs": paragraphs,
    }


def _found_fact(fact: Any) -> str:
    match fact.value:
        case Money(text, amount, currency):
            return _fact(fact.label, text, "money", f"{amount} {currency}")
        case Moment(text, when):
            return _fact(fact.label, text, "date", when)
        case Countries(text, codes):
            return _fact(fact.label, text, "countries", codes)
        case value:
            return _fact(fact.label, value.text, "words")


def as_person(contact: Contact) -> dict[str, Any]:
    """A contact as the gold gives one."""
    numbers = [(phone.kind, phone.uri.removeprefix("tel:") or phone.text) for phone in contact.phones]
    return {
        "name": contact.name,
        "role": contact.role,
        "organisation": contact.organisation,
        "phones": [number for kind, number in numbers if kind != "fax"],
        "mobile": [number for kind, number in numbers if kind == "mobile"],
        "fax": [number for kind, number in numbers if kind == "fax"],
        "emails": [str(mail) for mail in contact.emails],
        "address": contact.address,
        "web": [str(page.href) for page in contact.webs],
    }


def _furniture(done: Normalised) -> Iterator[str]:
    if done.trail:
        for line in line_fates(done.value, done.trail):
            if line.fate == "removed" and line.rules[0].startswith("F"):
                yield str(line.number)
