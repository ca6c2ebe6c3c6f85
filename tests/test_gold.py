"""The five seeds against what was read off them by hand: every field, every line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from oimpress.model.nodes import Aside, Block, Contact, Countries, Foreign, Link, List, Moment, Money, Para, Release
from oimpress.model.runs import flatten, spans
from oimpress.model.walk import runs
from oimpress.pipeline import Normalised, normalise_source
from oimpress.publish.explain import LineFate, line_fates
from oimpress.sources import Source

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def bare(text: str) -> str:
    """``text`` without the differences that typography makes."""
    for old, new in (("’", "'"), ("\u00a0", " "), ("\u202f", " "), ("É", "E"), ("À", "A"), (" :", ":"), (" ;", ";")):
        text = text.replace(old, new)
    return text


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem[:3])
def seed(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def gold(seed: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "tests" / "gold" / f"{seed.stem}.json").read_text("utf-8"))
    return found


@pytest.fixture
def done(seed: Path) -> Normalised:
    return normalise_source(Source(seed.name, seed.read_bytes()))


@pytest.fixture
def fates(done: Normalised) -> dict[int, LineFate]:
    assert done.trail is not None
    return {line.number: line for line in line_fates(done.value, done.trail)}


def test_boilerplate_lines(gold: dict[str, Any], fates: dict[int, LineFate]) -> None:
    removed = [number for number, line in fates.items() if line.rules and line.rules[0].startswith("F")]
    assert removed == gold["boilerplate_lines"]


def test_title(gold: dict[str, Any], done: Normalised, fates: dict[int, LineFate]) -> None:
    assert bare(str(flatten(done.value.title))) == bare(gold["title"])
    assert fates[gold["title_line"]].places == ("head/title",)


def test_dateline(gold: dict[str, Any], done: Normalised) -> None:
    line = done.value.dateline
    assert (line.place.text if line and line.place else None) == gold["dateline"]
    assert done.value.published == ""
    if line and line.place:
        assert line.place.country == "MX"


def paragraphs(blocks: tuple[Block, ...], path: str = "body") -> list[str]:
    """The paths of paragraphs and list items, in order."""
    made, counts = [], {"p": 0, "list": 0}
    for block in blocks:
        if isinstance(block, Para):
            counts["p"] += 1
            made.append(f"{path}/p[{counts['p']}]")
        elif isinstance(block, List):
            counts["list"] += 1
            made += [f"{path}/list[{counts['list']}]/item[{n}]/p[1]" for n in range(1, len(block.items) + 1)]
    return made


def test_paragraphs(gold: dict[str, Any], done: Normalised, fates: dict[int, LineFate]) -> None:
    found = []
    for path in paragraphs(done.value.body):
        found.append([number for number, line in fates.items() if path in line.places])
    assert found == gold["body_lines"]


def test_sidebar(gold: dict[str, Any], done: Normalised, fates: dict[int, LineFate]) -> None:
    asides = [block for block in done.value.body if isinstance(block, Aside)]
    assert len(asides) == ("sidebar" in gold)
    if asides:
        assert asides[0].kind == "context"
        assert bare(str(flatten(asides[0].heading))) == "Contexte:"
        assert fates[gold["sidebar"]["heading_line"]].places == ("body/aside[1]/heading",)
        for n, lines in enumerate(gold["sidebar"]["lines"], 1):
            assert all(fates[line].places == (f"body/aside[1]/p[{n}]",) for line in lines)
        for line in gold["sidebar"]["attribution_lines"]:
            assert fates[line].places == ("body/aside[1]/attribution",)
        assert bare(str(flatten(asides[0].attribution))) == "Thomas Lothar Weiss, Chef de mission de l'OIM, Mexique"


def test_contacts(gold: dict[str, Any], done: Normalised) -> None:
    people = [item for item in done.value.contacts if isinstance(item, Contact)]
    assert len(people) == len(gold.get("contacts", []))
    for person, wanted in zip(people, gold.get("contacts", []), strict=True):
        assert person.name == wanted["name"]
        assert person.organisation == wanted.get("org", "")
        assert list(person.emails) == [wanted["email"]]
        uri = "tel:" + wanted["tel"].replace(" ", "") if "tel" in wanted else None
        uri = f"{uri};ext={wanted['ext']}" if "ext" in wanted else uri
        assert [phone.uri for phone in person.phones] == ([uri] if uri else [])
        assert all(str(phone.text).startswith(wanted["tel"]) for phone in person.phones)


def test_contact_lines(gold: dict[str, Any], fates: dict[int, LineFate]) -> None:
    for number in gold["contact_lines"]:
        assert all(place.startswith("contacts/") for place in fates[number].places), number
    inside = {number for number, line in fates.items() if any(place.startswith("contacts/") for place in line.places)}
    assert inside <= set(gold["contact_lines"])


def test_facts(gold: dict[str, Any], done: Normalised, fates: dict[int, LineFate]) -> None:
    found = {bare(str(fact.label)): fact for fact in done.value.facts}
    assert list(found) == [bare(label) for label in gold.get("facts", {})]
    for label, raw in gold.get("facts", {}).items():
        value = found[bare(label)].value
        match value:
            case Money():
                assert (value.amount, value.currency) == (raw, "USD")
            case Moment():
                assert value.when == raw
            case Countries():
                assert (value.text, value.codes) == (raw, "MX")
            case _:
                assert value.text == raw
    inside = [n for n, line in fates.items() if {"P001", "P002", "P003", "P004"} & set(line.rules)]
    assert inside == gold.get("fact_lines", [])
    if found:
        kinds = {fact.name: type(fact.value) for fact in done.value.facts}
        assert kinds["budget"] is Money
        assert kinds["start-date"] is kinds["end-date"] is kinds["year"] is Moment
        assert kinds["beneficiary-states"] is Countries
        assert done.value.kind == "project"


def test_list_and_stray_quotes(gold: dict[str, Any], done: Normalised, fates: dict[int, LineFate]) -> None:
    for n, line in enumerate(gold.get("list_lines", []), 1):
        assert f"body/list[1]/item[{n}]/p[1]" in fates[line].places
    for mark in gold.get("stray_quotes", []):
        assert "B006" in fates[mark["line"]].rules
    if gold.get("stray_quotes"):
        text = "".join(str(flatten(run.children)) for run in runs(done.value))
        assert '"' not in text


def test_links(gold: dict[str, Any], seed: Path, done: Normalised) -> None:
    wanted = gold.get("links", [])
    links = [
        node.href for run in runs(done.value) for _, _, node in spans(run.children, Link) if isinstance(node, Link)
    ]
    emails = [f"mailto:{mail}" for item in done.value.contacts if isinstance(item, Contact) for mail in item.emails]
    assert set(wanted) <= {*links, *emails}
    if wanted:
        assert "paragraph-link" not in "".join(str(flatten(run.children)) for run in runs(done.value))


def test_foreign_words(gold: dict[str, Any], done: Normalised) -> None:
    found = [
        (node.lang, str(flatten(node.children)))
        for run in runs(done.value)
        for _, _, node in spans(run.children, Foreign)
        if isinstance(node, Foreign)
    ]
    assert found == [(words["lang"], words["text"]) for words in gold.get("foreign", [])]


def test_source_errors_are_told_and_kept(seed: Path, done: Normalised) -> None:
    said: dict[str, str] = {}
    for notice in done.notices:
        said[notice.code] = f"{said.get(notice.code, '')} {notice.detail}"
    if seed.stem.startswith("003"):
        assert "nous somme" in said["B111"]
        assert "reçoit des directives" in said["B111"]
        assert "Mexique du Nicaragua" in said["B114"]
        assert "nous somme très" in " ".join(str(flatten(run.children)) for run in runs(done.value))
    else:
        assert {"B111", "B112", "B113", "B114"}.isdisjoint(said)


def test_nothing_is_invented(done: Normalised) -> None:
    release: Release = done.value
    assert release.published == ""
    assert (release.kicker, release.subtitle, release.about) == ((), (), ())
