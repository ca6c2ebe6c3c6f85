"""What people call the labels of lines, the kinds of releases and the states of the archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Say = Callable[[str], str]


class Family(NamedTuple):
    """Labels that belong together: what they are called, each with its word for the sidecar."""

    name: str
    labels: tuple[tuple[str, str], ...]


def families(say: Say) -> tuple[Family, ...]:
    """Every label that a line can be given, by where it stands."""
    return (
        Family(
            say("Head of the release"),
            (
                ("title", say("title")), ("subtitle", say("subtitle")), ("kicker", say("kicker")),
                ("standfirst", say("standfirst")), ("dateline", say("place and date")), ("byline", say("author")),
                ("issuer", say("issuer")), ("reference", say("number of the release")), ("embargo", say("embargo")),
                ("order", say("order of release")), ("fact", say("project fact")),
            ),
        ),
        Family(
            say("Text"),
            (
                ("body", say("paragraph")), ("heading", say("heading")), ("list", say("list item")),
                ("quote", say("quotation")), ("caption", say("caption")), ("note", say("note")),
            ),
        ),
        Family(
            say("Contacts"),
            (
                ("lead", say("words that lead to contacts")), ("person", say("name")), ("role", say("role")),
                ("organisation", say("organisation")), ("phone", say("telephone")), ("mail", say("mail address")),
                ("web", say("web address")), ("address", say("postal address")), ("hours", say("hours")),
                ("topic", say("topic")),
            ),
        ),
        Family(
            say("Not part of the release"),
            (
                ("furniture", say("page furniture")), ("navigation", say("menu")), ("separator", say("dividing line")),
                ("end-mark", say("end mark")),
            ),
        ),
    )  # fmt: skip


def kinds(say: Say) -> dict[str, str]:
    """What a release can be."""
    return {
        "press-release": say("press release"),
        "project": say("project"),
        "statement": say("statement"),
        "speech": say("speech"),
        "story": say("story"),
        "note": say("note to editors"),
        "other": say("other"),
    }


def issue_states(say: Say) -> dict[str, str]:
    """How an issue of a list stands."""
    return {
        "planned": say("planned"),
        "stored": say("stored"),
        "handed-over": say("handed over"),
        "empty": say("empty"),
    }


def states(say: Say) -> dict[str, str]:
    """How a source of the archive stands."""
    return {
        "clean": say("clean"),
        "doubts": say("doubts"),
        "embargo": say("under embargo"),
        "sent": say("sent"),
        "refused": say("not readable"),
        "waiting": say("not read yet"),
    }
