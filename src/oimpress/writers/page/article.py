"""A whole release as one ``article`` element: head, facts, body, contacts, « À propos »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from oimpress.model.anchors import is_within, tied
from oimpress.model.nodes import (
    Contact,
    Countries,
    Date,
    Dateline,
    Edition,
    Fact,
    Moment,
    Money,
    Para,
    Phone,
    Release,
    Value,
    Web,
    Words,
)
from oimpress.model.runs import plain
from oimpress.model.walk import slots
from oimpress.notices import Notice, notice
from oimpress.writers.embargo import embargo_of, on_edge
from oimpress.writers.page.fragment import Context, block_elements, inline_children
from oimpress.writers.page.markup import Child, Element, element, lang_attributes, mailto, other_lang, safe_href
from oimpress.writers.page.notes import tie_notes
from oimpress.writers.page.placing import pair_tall_figures
from oimpress.writers.wording import (
    colon,
    contacts_heading,
    heading_of,
    label_language,
    long_date,
    phone_kind,
    with_ordinals,
)


def short_title(release: Release, limit: int = 72) -> str:
    """The title in at most ``limit`` characters, cut between words, for running headers."""
    words = plain(heading_of(release))
    if len(words) <= limit:
        return words
    end = words.rfind(" ", 0, limit)
    return (words[:end] if end > limit // 2 else words[: limit - 1]).rstrip(" ,;:–-\u00a0\u202f") + "…"


def article(release: Release, context: Context, name: str) -> Element:
    """The release, its title a heading of ``context.level``; ``name`` is its id on the page."""
    release = tied(release, lambda anchor: f"{name}_{anchor}").release
    context = replace(context, lang=label_language(release, context.lang), around=str(release.lang))
    inner = replace(context.deeper(), release=str(release.id))
    made = element("article", id=name, class_=f"release {release.kind}", **lang_attributes(release.lang))
    if release.embargo:
        made.set("data-embargo", on_edge(release))
    made.append(_header(release, context))
    if release.facts:
        made.append(facts_table(release.facts, context))
    made.append(element("div", *block_elements(release.body, inner), class_="body"))
    if release.contacts:
        made.append(contacts_section(release.contacts, inner))
    if release.about:
        made.append(element("div", *block_elements(release.about, inner), class_="about"))
    tie_notes(made, name)
    pair_tall_figures(made)
    return made


def _header(release: Release, context: Context) -> Element:
    made = element("header")
    if release.issuer or release.reference:
        made.append(element("p", *_letterhead(release), class_="letterhead"))
    if words := embargo_of(release):
        made.append(element("p", words, class_="embargo"))
    if release.kicker:
        made.append(element("p", *inline_children(release.kicker), class_="kicker"))
    made.append(element(context.heading, *inline_children(heading_of(release)), class_="title"))
    if release.subtitle:
        made.append(element("p", *inline_children(release.subtitle), class_="subtitle"))
    made.extend(dateline(release, context.lang, "p", context.around))
    return made


def _letterhead(release: Release) -> Iterator[Child]:
    """Who issues the release, and the number it has there."""
    if release.issuer:
        yield element("span", str(release.issuer), class_="issuer")
    if release.issuer and release.reference:
        yield " – "
    if release.reference:
        yield element("span", str(release.reference), class_="reference")


def dateline(release: Release, lang: str, name: str, around: str = "") -> Iterator[Element]:
    """Place and date as the release gives them, in an element ``name``; nothing when neither is known.

    A day that it does not print is said in ``lang``, which is marked amid words in another, ``around``.
    """
    said = release.dateline or Dateline()
    where = with_ordinals(said.place.text, release.lang) if said.place else ()
    place = [element("span", *inline_children(where), class_="place")] if where else []
    when = list(_when(said.date, release, lang, around))
    dash = [" – "] if place and when else []
    if place or when:
        yield element(name, *place, *dash, *when, class_="dateline")


def _when(date: Date | None, release: Release, lang: str, around: str) -> Iterator[Child]:
    published = release.published
    if date:
        words = inline_children(with_ordinals(date.text, release.lang))
        yield from (element("time", *words, datetime=date.when),) if date.when else words
        if date.when or not published:
            return
        yield ", "
    if published:
        words = inline_children(with_ordinals(long_date(published, lang), lang))
        yield element("time", *words, datetime=published, **other_lang(lang, around))


def facts_table(facts: tuple[Fact, ...], context: Context) -> Element:
    """The facts of a project, a row each, the label as the row's header."""
    rows = (element("tr", element("th", str(fact.label), scope="row"), _value(fact.value)) for fact in facts)
    caption = element("caption", context.say("Project facts"), **context.labelled)
    return element("table", caption, element("tbody", *rows), class_="facts")


def _value(value: Value) -> Element:
    match value:
        case Words(text) | Countries(text):
            return element("td", str(text))
        case Moment(text, when):
            return element("td", element("time", str(text), datetime=when))
        case Money(text, amount):
            return element("td", element("data", str(text), value=amount))
        case _:
            assert_never(value)


def contacts_section(contacts: tuple[Para | Contact, ...], context: Context) -> Element:
    """The words that lead into the contacts, and a card for each."""
    heading, shown = contacts_heading(contacts, context.say)
    labelled = context.labelled if shown is contacts else {}
    made = element("section", element(context.heading, *inline_children(heading), **labelled), class_="contacts")
    for contact in shown:
        match contact:
            case Para(children):
                made.append(element("p", *inline_children(children)))
            case Contact():
                made.append(contact_card(contact, context.lang, context.around))
            case _:
                assert_never(contact)
    return made


def contact_card(contact: Contact, lang: str, around: str = "") -> Element:
    """One contact: a line for each thing known, numbers and addresses as links, kinds of telephones in ``lang``.

    Those are marked amid words in another language, ``around``.
    """
    made = element("address", class_="contact")
    for name in ("name", "role", "organisation"):
        if words := str(getattr(contact, name)):
            made.append(element("p", words, class_=name))
    made.extend(element("p", *_phone(phone, lang, around), class_="phone") for phone in contact.phones)
    made.extend(element("p", _email(email), class_="email") for email in contact.emails)
    made.extend(element("p", _web(web), class_="web") for web in contact.webs)
    if contact.address:
        made.append(element("p", str(contact.address), class_="postal"))
    return made


def _phone(phone: Phone, lang: str, around: str) -> Iterator[Child]:
    if kind := phone_kind(phone, lang):
        yield element("span", f"{kind}{colon(lang)}", class_="kind", **other_lang(lang, around))
        yield " "
    uri = safe_href(phone.uri)
    yield element("a", str(phone.text), href=uri) if uri.startswith("tel:") else str(phone.text)


def _web(web: Web) -> Child:
    target = safe_href(web.href)
    return element("a", str(web.text), href=target) if target else str(web.text)


def _email(address: str) -> Child:
    target = mailto(address)
    return element("a", str(address), href=target) if target else str(address)


def all_contacts(edition: Edition) -> dict[Contact, list[int]]:
    """Every contact of the edition once, with the places (from 0) of the releases that name it.

    They stand in order, those of one body together. Entries of one name and one e-mail address are one contact with all
    its telephones.
    """
    found: dict[object, tuple[Contact, list[int]]] = {}
    for place, release in enumerate(edition.releases):
        for contact in release.contacts:
            if isinstance(contact, Contact):
                key = (contact.name.casefold(), contact.emails[0].casefold()) if contact.emails else contact
                known, places = found.get(key, (contact, []))
                found[key] = (_merged(known, contact), places)
                if places[-1:] != [place]:
                    places.append(place)
    return _by_bodies(dict(found.values()))


def _by_bodies(contacts: dict[Contact, list[int]]) -> dict[Contact, list[int]]:
    """The same contacts, those of one body behind its first one."""
    bodies: dict[str | int, list[Contact]] = {}
    for number, contact in enumerate(contacts):
        bodies.setdefault(contact.organisation.casefold() or number, []).append(contact)
    return {contact: contacts[contact] for body in bodies.values() for contact in body}


def _merged(one: Contact, other: Contact) -> Contact:
    return replace(
        one,
        role=one.role or other.role,
        organisation=one.organisation or other.organisation,
        phones=_phones(*one.phones, *other.phones),
        webs=tuple(dict.fromkeys((*one.webs, *other.webs))),
        address=one.address or other.address,
        emails=tuple({email.casefold(): email for email in (*other.emails, *one.emails)}.values()),
    )


def _phones(*phones: Phone) -> tuple[Phone, ...]:
    """Each number once, with its extension where one of them has it."""
    kept: dict[str, Phone] = {}
    for phone in phones:
        number = phone.uri.partition(";")[0] or phone.text
        kept[number] = max(kept.get(number, phone), phone, key=lambda each: (len(each.uri), len(each.kind)))
    return tuple(kept.values())


def dropped_links(edition: Edition) -> tuple[Notice, ...]:
    """W004 for every link whose target no publication may lead to."""
    return tuple(
        notice("W004", path, href)
        for release in edition.releases
        for path, href in slots(release)
        if path.endswith("/@href") and path.split("/")[-2].startswith(("link[", "web["))
        if not is_within(href) and not safe_href(href)
    )


def names(edition: Edition) -> list[str]:
    """An id for each release, from its own id; a second one of the same id gets a number."""
    given: dict[str, None] = {}
    met: Counter[str] = Counter()
    for release in edition.releases:
        base = name = f"r-{release.id}"
        while name in given:
            met[base] += 1
            name = f"{base}-{met[base] + 1}"
        given[name] = None
    return list(given)
