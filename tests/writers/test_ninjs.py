"""ninjs: valid against the schema of the IPTC, and true to the release."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from lxml import html
from referencing import Registry, Resource

from oimpress.model.nodes import Edition, Embargo, Release, SourceRef
from oimpress.style import load_style
from oimpress.writers import find
from tests.strategies import releases
from tests.writers import samples
from tests.writers.wordorder import QUICK, words

STYLE = load_style("oim")
SCHEMA = Path(__file__).parent / "ninjs" / "ninjs-schema_3.1.json"  # of the IPTC, with its licence beside it


def made(edition: Edition) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(find("ninjs").write(edition, STYLE).value)
    return read


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    """The schema; the one of GeoJSON, which it names and our items do not need, stands for anything."""
    anything = Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", anything)
    checker = jsonschema.FormatChecker()
    return jsonschema.Draft202012Validator(
        json.loads(SCHEMA.read_text("utf-8")), registry=registry, format_checker=checker
    )


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.embargoed(), samples.hostile()])
def test_it_is_valid(schema: jsonschema.Draft202012Validator, edition: Edition) -> None:
    assert [error.message for error in schema.iter_errors(made(edition))] == []


def test_the_schema_does_find_faults(schema: jsonschema.Draft202012Validator) -> None:
    wrong = made(samples.single()) | {"type": "communiqué", "unknown": 1}
    assert len(list(schema.iter_errors(wrong))) >= 2


def test_a_release_is_a_text_and_a_kit_a_composite() -> None:
    assert made(samples.single())["type"] == "text"
    kit = made(samples.edition())
    assert kit["type"] == "composite"
    assert [one["type"] for one in kit["associations"]] == ["text"] * 5


def test_the_body_holds_every_word_of_the_body() -> None:
    item = made(replace(samples.edition(), releases=(samples.conference(),), kind="single"))
    assert {body["contentType"] for body in item["bodies"]} == {"text/html", "text/plain"}
    page, plain = (next(one["value"] for one in item["bodies"] if one["role"] == role) for role in ("main", "plain"))
    assert set(words(plain)) - {"jperaza", "iom", "int"} == set(
        words(" ".join(html.fragment_fromstring(page, "div").itertext()))
    )


def test_what_is_known_has_its_place() -> None:
    item = made(replace(samples.edition(), releases=(samples.conference(),), kind="single"))
    assert item["contentCreated"] == "2009-07-09T00:00:00Z"
    assert item["versionCreated"] == "2019-05-14T00:00:00Z"
    assert item["places"] == [{"name": "Guatemala", "rel": "dateline", "literal": "GT"}]
    assert [one["role"] for one in item["headlines"]] == ["main", "kicker", "subtitle"]
    assert item["people"][0] == {
        "name": "César León",
        "rel": "contact",
        "contactInfo": [
            {"type": "phone", "value": "+502\u00a02410\u00a00012"},
            {"type": "email", "value": "cleon@minex.gob.gt"},
        ],
    }


def alone(release: Release) -> dict[str, Any]:
    return made(Edition((release,), "Titre", kind="single"))


def test_an_embargo_has_its_own_field() -> None:
    item = alone(samples.market())
    assert item["embargoedUntil"] == "2026-03-20T06:00:00Z"
    assert item["edNote"] == "Sous embargo jusqu’au 20\u00a0mars 2026 à 6\u00a0h\u00a000\u00a0GMT"
    assert "pubStatus" not in item
    kit = made(samples.embargoed())
    assert (kit["embargoedUntil"], kit["edNote"]) == (item["embargoedUntil"], item["edNote"])
    assert [one.get("embargoedUntil") for one in kit["associations"]] == [None, item["embargoedUntil"], None]


def test_an_embargo_that_cannot_be_read_withholds_the_item() -> None:
    vague = replace(samples.market(), embargo=Embargo("Sous embargo jusqu’à mardi"))
    assert alone(vague)["pubStatus"] == "withheld"
    assert "embargoedUntil" not in alone(vague)
    kit = made(replace(samples.embargoed(), releases=(samples.market(), replace(vague, id="autre"))))
    assert (kit["pubStatus"], "embargoedUntil" in kit) == ("withheld", False)


def test_issuer_number_and_every_way_to_a_contact() -> None:
    item = alone(samples.market())
    assert item["organisations"] == [{"name": "Ville de Vézelin", "rel": "issuer"}]
    assert {"role": "issuer", "value": "N°\u00a026-017"} in item["altIds"]
    ways = [way["type"] for way in item["people"][0]["contactInfo"]]
    assert ways == ["phone", "mobile", "fax", "email", "web", "web", "address"]


def test_what_is_not_known_is_absent() -> None:
    item = made(samples.single())
    assert not {"contentCreated", "versionCreated", "firstCreated", "usageTerms", "urgency"} & set(item)


def test_a_known_address_is_the_uri_and_a_strange_one_is_not() -> None:
    at = SourceRef("x", "0" * 64, "text/html", "html", "https://www.iom.int/x", "CC BY 4.0")
    for source, uri in (
        (at, at.url),
        (replace(at, url="javascript:1"), "urn:oimpress:release:jumelage-villes-mexique"),
    ):
        release = replace(samples.twinning(), source=source)
        item = made(Edition((release,), "T", kind="single"))
        assert (item["uri"], item["usageTerms"]) == (uri, "CC BY 4.0")


def test_who_wrote_a_release_is_its_byline() -> None:
    at = SourceRef("x", "0" * 64, "text/html", "html", author="Zoé Lambert")
    edition = Edition((replace(samples.twinning(), source=at),), "T", kind="single", organisation="Ville de Vernaison")
    assert made(edition)["by"] == "Zoé Lambert"
    assert made(replace(edition, releases=(samples.twinning(),)))["by"] == "Ville de Vernaison"


def test_it_is_what_was_accepted(golden: Callable[[str, bytes | str], None]) -> None:
    golden("writers/kit.json", find("ninjs").write(samples.edition(), STYLE).value)


@settings(max_examples=25, phases=QUICK)
@given(releases)
def test_any_release_is_valid(schema: jsonschema.Draft202012Validator, release: Release) -> None:
    assert [error.message for error in schema.iter_errors(made(Edition((release,), "Titre", kind="single")))] == []
