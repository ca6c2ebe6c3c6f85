"""The shape of a release: kinds, what is absent unless said, and the pictures of an edition."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import get_args

import pytest

from oimpress.model.nodes import KINDS, Cell, Contact, Edition, Figure, Kind, List, Para, Release, Text


def test_the_kinds_are_those_of_the_type() -> None:
    assert get_args(Kind) == KINDS


def test_what_is_not_said_of_a_release_is_absent() -> None:
    release = Release("pont")
    said = {field.name: getattr(release, field.name) for field in fields(Release)}
    assert {name: value for name, value in said.items() if value} == {"id": "pont", "lang": "fr", "kind": KINDS[0]}


def test_what_is_not_said_of_a_node_is_nothing_or_one() -> None:
    assert (Cell(()).header, Cell(()).columns, Cell(()).rows, Cell(()).align) == (False, 1, 1, "")
    assert not List(()).ordered
    assert not any(getattr(Contact(), field.name) for field in fields(Contact))
    assert (Figure("a.png").alt, Figure("a.png").caption, Figure("a.png").credit) == ("", (), ())


def test_nodes_are_equal_by_content_and_never_change() -> None:
    one, other = Para((Text("Un pont."),)), Para((Text("Un pont."),))
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(FrozenInstanceError):
        one.children = ()  # type: ignore[misc]


def test_a_picture_of_a_release_goes_before_one_of_all() -> None:
    one, other = Release("pont"), Release("gare")
    kit = Edition((one, other), "Dossier", assets={"a.png": b"all", ("pont", "a.png"): b"one"})
    assert (kit.asset(one, "a.png"), kit.asset(other, "a.png"), kit.asset(one, "b.png")) == (b"one", b"all", b"")
    assert (kit.kind, kit.lang, kit.date, kit.subtitle, kit.organisation) == ("press-kit", "fr", "", "", "")
    assert kit == Edition((one, other), "Dossier")
