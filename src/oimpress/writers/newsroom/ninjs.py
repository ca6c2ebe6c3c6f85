"""ninjs 3.1, the news-in-JSON of the IPTC, for the systems of newsrooms.

A release is an item of type ``text``; a press kit is one of type ``composite`` with its releases as associations.
ninjs knows moments only: a day is written as its midnight, UTC. Source: https://iptc.org/std/ninjs/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from oimpress.model.anchors import tied
from oimpress.model.dating import day_of
from oimpress.model.nodes import Contact, Edition, Figure, Release
from oimpress.model.runs import plain
from oimpress.model.walk import every_block
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers.embargo import embargo_of, on_cover
from oimpress.writers.page.article import facts_table
from oimpress.writers.page.fragment import Context, block_elements
from oimpress.writers.page.markup import element, safe_href, to_html
from oimpress.writers.page.notes import tie_notes
from oimpress.writers.plain.text import body_lines
from oimpress.writers.wording import EPOCH, heading_of, label_language, modified, ordered, place_of

WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as JSON in UTF-8."""
    items = [_item(release, edition) for release in ordered(edition)]
    made = {"standard": STANDARD, **(items[0] if edition.kind == "single" and items else _kit(edition, items))}
    return Result((json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode())


def _kit(edition: Edition, items: list[dict[str, Any]]) -> dict[str, Any]:
    title = str(edition.title)
    return _known(
        uri="urn:oimpress:edition:" + quote(title, safe=""),
        type="composite",
        **_moments("versionCreated", edition),
        **_embargo(edition.releases),
        edNote=on_cover(edition),
        language=edition.lang,
        title=title,
        headlines=[{"role": "main", "value": title}],
        by=str(edition.organisation),
        associations=[{"name": f"release-{number}", **item} for number, item in enumerate(items, 1)],
    )


def _item(release: Release, edition: Edition) -> dict[str, Any]:
    source = release.source
    heads = (("main", heading_of(release)), ("kicker", release.kicker), ("subtitle", release.subtitle))
    lines = "\n".join(body_lines(release))
    return _known(
        uri=(safe_href(source.url) if source else "") or "urn:oimpress:release:" + quote(release.id, safe=""),
        type="text",
        representationType="full",
        **_moments("versionCreated", edition),
        contentCreated=_midnight(day_of(release)),
        **_embargo((release,)),
        edNote=embargo_of(release),
        usageTerms=str(source.licence) if source else "",
        language=release.lang,
        title=plain(heading_of(release)),
        headlines=[{"role": role, "value": plain(words)} for role, words in heads if words],
        bodies=[
            {"role": "main", "contentType": "text/html", "value": _html(release, edition.lang)},
            {"role": "plain", "contentType": "text/plain", "wordCount": len(WORD.findall(lines)), "value": lines},
        ],
        people=list(_people(release)),
        organisations=[*_issuer(release), *_offices(release)],
        places=list(_places(release)),
        located=place_of(release),
        by=str((source and source.author) or edition.organisation),
        genres=[{"literal": release.kind}],
        associations=list(_pictures(release)),
        altIds=[{"role": role, "value": str(name)} for role, name in _names(release) if name],
    )


def _pictures(release: Release) -> Iterator[dict[str, Any]]:
    """An item for each picture, its file where that has an address of the web."""
    figures = (each for each in every_block((*release.body, *release.about)) if isinstance(each, Figure))
    for number, figure in enumerate(figures, 1):
        address = safe_href(figure.href)
        yield _known(
            name=f"picture-{number}",
            uri=address or f"urn:oimpress:release:{quote(release.id, safe='')}:picture:{number}",
            type="picture",
            representationType="full" if address else "partial",
            language=release.lang,
            title=plain(figure.caption) or str(figure.alt) or str(figure.href),
            descriptions=[
                {"role": role, "contentType": "text/plain", "value": words}
                for role, words in (("caption", plain(figure.caption)), ("alt", str(figure.alt)))
                if words
            ],
            by=plain(figure.credit),
            renditions=[{"name": "original", "href": address}] if address else [],
        )


def _embargo(releases: Iterable[Release]) -> dict[str, str]:
    """When the last embargo ends; where that cannot be told, the item is withheld until somebody says."""
    ends = [str(release.embargo.until) for release in releases if release.embargo]
    return {"embargoedUntil": max(ends)} if ends and all(ends) else {"pubStatus": "withheld"} if ends else {}


def _names(release: Release) -> Iterator[tuple[str, str]]:
    yield "oimpress", release.id
    yield "issuer", release.reference


def _issuer(release: Release) -> Iterator[dict[str, Any]]:
    if release.issuer:
        yield {"name": str(release.issuer), "rel": "issuer"}


def _known(**properties: Any) -> dict[str, Any]:
    """The properties that say something."""
    return {name: value for name, value in properties.items() if value}


def _moments(name: str, edition: Edition) -> dict[str, str]:
    when = modified(edition)
    return {name: when.strftime("%Y-%m-%dT%H:%M:%SZ")} if when > EPOCH else {}


def _midnight(day: str) -> str:
    return f"{day[:10]}T00:00:00Z" if re.match(r"\d{4}-\d\d-\d\d", day) else ""


def _html(release: Release, lang: str) -> str:
    context = Context(lang=label_language(release, lang), around=str(release.lang))
    facts = [facts_table(release.facts, context)] if release.facts else []
    release = tied(replace(release, contacts=()), lambda anchor: f"{release.id}_{anchor}").release
    page = element("div", *facts, *block_elements((*release.body, *release.about), context))
    tie_notes(page, str(release.id))
    return to_html(*page)


def _people(release: Release) -> Iterator[dict[str, Any]]:
    for contact in _contacts(release):
        if contact.name:
            role = ", ".join(filter(None, (str(contact.role), str(contact.organisation))))
            yield _known(name=str(contact.name), rel="contact", literal=role, contactInfo=_ways(contact))


def _offices(release: Release) -> Iterator[dict[str, Any]]:
    for contact in _contacts(release):
        if not contact.name and (words := contact.organisation or contact.role or _first(contact)):
            yield _known(name=str(words), rel="contact", contactInfo=_ways(contact))


def _first(contact: Contact) -> str:
    ways = (*contact.emails, *(phone.text for phone in contact.phones), *(web.text for web in contact.webs))
    return next(iter((*ways, contact.address)))


def _contacts(release: Release) -> Iterable[Contact]:
    return (each for each in release.contacts if isinstance(each, Contact))


def _ways(contact: Contact) -> list[dict[str, str]]:
    ways = [{"type": phone.kind or "phone", "value": str(phone.text)} for phone in contact.phones]
    ways += [{"type": "email", "value": str(email)} for email in contact.emails]
    ways += [{"type": "web", "value": str(web.href)} for web in contact.webs]
    return ways + ([{"type": "address", "value": str(contact.address)}] if contact.address else [])


def _places(release: Release) -> Iterator[dict[str, Any]]:
    if release.dateline and release.dateline.place:
        place = release.dateline.place
        yield _known(name=str(place.text), rel="dateline", literal=str(place.country))
