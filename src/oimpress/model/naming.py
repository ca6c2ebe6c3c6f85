"""What the parts of a release are called in words: ``body/list[1]/item[2]/p[1]`` is list 1, item 2."""

from __future__ import annotations

from collections.abc import Callable

from oimpress.i18n import phrases
from oimpress.patterns import lazy

STEP = lazy(r"(\w+)(?:\[(\d+)\])?")
SILENT = frozenset({"head", "body", "facts", "release"})


def block_name(path: str, lang: str) -> str:
    """The block, field or contact at ``path``, in words."""
    names = element_names(phrases(lang))
    words: list[str] = []
    steps = [STEP.fullmatch(step) for step in path.split("/")]
    for found in filter(None, steps):
        element, number = found.groups()
        if element in SILENT or (element == "p" and number == "1" and words and words[-1].startswith(names["item"])):
            continue
        if element == "contact" and words == [names["contacts"]]:
            words.clear()
        words.append(f"{names.get(element, element)} {number}" if number else names.get(element, element))
    return ", ".join(words)


def element_names(say: Callable[[str], str]) -> dict[str, str]:
    """What each element that a person reads is called."""
    return {**_of_the_head(say), **_of_the_text(say), **_of_contacts(say)}


def _of_the_head(say: Callable[[str], str]) -> dict[str, str]:
    return {
        "issuer": say("issuer"),
        "reference": say("number of the release"),
        "embargo": say("embargo"),
        "kicker": say("kicker"),
        "title": say("title"),
        "subtitle": say("subtitle"),
        "dateline": say("place and date"),
        "place": say("place"),
        "date": say("date"),
        "fact": say("project fact"),
        "label": say("label"),
        "value": say("value"),
    }


def _of_the_text(say: Callable[[str], str]) -> dict[str, str]:
    return {
        "p": say("paragraph"),
        "section": say("section"),
        "heading": say("heading"),
        "list": say("list"),
        "item": say("item"),
        "quote": say("quotation"),
        "aside": say("sidebar"),
        "attribution": say("attribution"),
        "table": say("table"),
        "row": say("row"),
        "cell": say("cell"),
        "pre": say("preformatted text"),
        "figure": say("picture"),
        "caption": say("caption"),
        "credit": say("credit"),
        "note": say("note"),
        "link": say("link"),
        "about": say("about the organisation"),
    }


def _of_contacts(say: Callable[[str], str]) -> dict[str, str]:
    return {
        "contacts": say("contacts"),
        "contact": say("contact"),
        "name": say("name"),
        "role": say("function"),
        "organisation": say("organisation"),
        "phone": say("phone"),
        "email": say("email"),
        "web": say("web page"),
        "address": say("address"),
    }
