"""Round trips: pages, Markdown and mails of ours come back as the releases that they were made from."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest
from hypothesis import given, settings

import oimpress
from oimpress.carried import OPENS
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition, Release, Text
from oimpress.pipeline import normalise_each, normalise_source
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers.mail.headers import Mailbox
from oimpress.writers.mail.letter import Envelope
from oimpress.writers.mail.message import compose
from tests.strategies import releases

KINDS = {"html": "a.html", "markdown": "a.md", "digest": "a.eml"}
SAID = "La halle rouvre ses portes le 4 mai, après quatorze mois de travaux menés par la ville."


def back(data: bytes, name: str) -> tuple[Release, ...]:
    found = tuple(normalise_each(Source(name, data)))
    assert not any(isinstance(each, oimpress.OimpressError) for each in found)
    return tuple(each.value for each in found if not isinstance(each, oimpress.OimpressError))


@pytest.fixture(scope="module")
def made() -> tuple[Release, ...]:
    texts = ("seeds/000_c4135ed27b0ab2b0.txt", "tests/quality/offices/office-agglo-eau.txt")
    return tuple(normalise_source(Source(Path(name).name, Path(name).read_bytes())).value for name in texts)


@pytest.mark.parametrize("kind", KINDS)
def test_a_release_comes_back_as_it_went(kind: str, made: tuple[Release, ...]) -> None:
    for release in made:
        assert back(oimpress.write(release, to=kind), KINDS[kind]) == (release,)


@pytest.mark.parametrize("kind", ["html", "digest"])
def test_so_does_every_release_of_an_edition(kind: str, made: tuple[Release, ...]) -> None:
    data = oimpress.write(Edition(made, title="Deux communiqués"), to=kind)
    assert set(back(data, KINDS[kind])) == set(made)


@pytest.mark.parametrize("kind", KINDS)
@given(release=releases)
@settings(max_examples=6)
def test_any_release_comes_back(kind: str, release: Release) -> None:
    data = oimpress.write(release, to=kind)
    assert back(data, KINDS[kind]) == (release,)


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_line_ends_of_another_system_change_nothing(kind: str, made: tuple[Release, ...]) -> None:
    data = oimpress.write(made[0], to=kind).replace(b"\n", b"\r\n")
    assert back(data, KINDS[kind]) == (made[0],)


def edited(data: bytes, kind: str) -> bytes:
    """What somebody makes of a document of ours who changes a word that is seen."""
    if kind == "digest":
        return data.replace(b"Mexique", b"Guatemala")
    words, mark, carried = data.partition(OPENS.encode())
    return words.replace(b"Mexique", b"Guatemala") + mark + carried


@pytest.mark.parametrize("kind", KINDS)
def test_what_somebody_changed_is_read_as_it_stands(kind: str, made: tuple[Release, ...]) -> None:
    data = edited(oimpress.write(made[0], to=kind), kind)
    (found,) = back(data, KINDS[kind])
    assert b"Guatemala" in to_xml(found)


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_xml_that_somebody_changed_is_not_believed(kind: str, made: tuple[Release, ...]) -> None:
    words, mark, carried = oimpress.write(made[0], to=kind).partition(OPENS.encode())
    (found,) = back(words + mark + carried.replace(b"Mexique", b"Guatemala"), KINDS[kind])
    assert b"Guatemala" not in to_xml(found)


def test_another_address_behind_the_same_words_is_a_change() -> None:
    release = normalise_source(Source("a.txt", f"La halle rouvre\n\n{SAID}\nVoir www.brignac.fr.\n".encode())).value
    data = oimpress.write(release, to="html")
    assert back(data, "a.html") == (release,)
    (found,) = back(re.sub(rb'href="https://www.brignac.fr"', b'href="https://www.luzy.fr"', data), "a.html")
    assert b"https://www.luzy.fr" in to_xml(found)


def test_no_text_ends_the_comment(made: tuple[Release, ...]) -> None:
    release = replace(made[0], title=(Text("Une flèche --> ou deux <!-- ici"),))
    for kind in ("html", "markdown"):
        assert back(oimpress.write(release, to=kind), KINDS[kind]) == (release,)


def test_readers_of_a_list_get_no_xml(made: tuple[Release, ...]) -> None:
    envelope = Envelope(sender=Mailbox("presse", "brignac.fr", "Ville de Brignac"))
    mail = compose(Edition(made, title="Lettre"), load_style("oim"), envelope).value
    assert [part.get_content_type() for part in message_from_bytes(mail).walk()][1:] == ["text/plain", "text/html"]
