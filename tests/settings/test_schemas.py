"""The JSON Schemas for editors: fresh, lawful, and of one mind with what reads the files."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from oimpress.settings.schemas import FILES, schema_text
from tests.conftest import ROOT


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text(name)))


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_lawful_and_stored_as_it_is_made(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_text(name)))
    stored = (ROOT / "docs" / "schemas" / f"{name}.json").read_text("utf-8")
    assert stored == schema_text(name), "run ./dev schemas"


def test_every_schema_is_named_in_the_guide() -> None:
    guide = (ROOT / "docs" / "schemas" / "README.md").read_text("utf-8")
    assert [name for name in FILES if f"({name}.json)" not in guide] == []


@pytest.mark.parametrize("style", ["oim", "sobre"])
def test_the_styles_are_lawful(style: str) -> None:
    table = tomllib.loads((ROOT / "styles" / style / "style.toml").read_text("utf-8"))
    assert [*validator("style").iter_errors(table)] == []


LAWFUL: dict[str, tuple[str, dict[str, Any]]] = {
    "office": ("oimpress", {"page": "A4", "formats": "pdf", "office": {"country": "FR"}, "lexicon": {"roles": ["a"]}}),
    "list": ("oimpress", {"lists": {"a": {"title": "a", "since": "2026-01-01", "from": "a@b.c", "day": 3}}}),
    "sidecar": ("sidecar", {"lines": {"title": "a", "end-mark": ["b"]}, "kind": "story"}),
    "profile": ("profile", {"based-on": "plain", "head": ["a"]}),
}
UNLAWFUL: dict[str, tuple[str, dict[str, Any]]] = {
    "unknown": ("oimpress", {"langue": "fr"}),
    "underscore": ("oimpress", {"print_shop": True}),
    "folder": ("oimpress", {"folder": "x"}),
    "inside": ("oimpress", {"office": {"contry": "FR"}}),
    "list name": ("oimpress", {"lists": {"A b": {"title": "a", "since": "2026-01-01", "from": "a@b.c"}}}),
    "missing": ("oimpress", {"lists": {"a": {"title": "a"}}}),
    "label": ("sidecar", {"lines": {"titre": "a"}}),
    "kind": ("sidecar", {"kind": "memo"}),
    "colour": ("style", {"colours": {"ink": "red"}}),
    "flag": ("style", {"justify": "yes"}),
}


@pytest.mark.parametrize("case", LAWFUL)
def test_what_is_read_is_lawful(case: str) -> None:
    name, table = LAWFUL[case]
    assert [*validator(name).iter_errors(table)] == []


@pytest.mark.parametrize("case", UNLAWFUL)
def test_what_is_refused_is_not(case: str) -> None:
    name, table = UNLAWFUL[case]
    assert [*validator(name).iter_errors(table)] != []


def test_keys_say_what_they_are_for() -> None:
    office = json.loads(schema_text("oimpress"))
    assert office["properties"]["sources"]["description"] == "files and folders to read"
    assert office["properties"]["each"] == {
        "type": "boolean",
        "default": False,
        "description": "a file for each release instead of one kit",
    }


def test_the_file_of_init_names_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from oimpress.cli.init import init

    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(init).exit_code == 0
    hint = (tmp_path / "oimpress.toml").read_text("utf-8").splitlines()[0]
    assert (tmp_path / hint.removeprefix("#:schema ")).read_text("utf-8") == schema_text("oimpress")
    assert [*validator("oimpress").iter_errors(tomllib.loads((tmp_path / "oimpress.toml").read_text("utf-8")))] == []
