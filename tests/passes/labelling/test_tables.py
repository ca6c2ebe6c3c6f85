"""Tables of labels: what a line can be, what each piece of evidence is worth, which labels may follow which."""

from __future__ import annotations

from pathlib import Path

import pytest

from oimpress.passes.labelling import tables
from oimpress.passes.labelling.tables import Label, LabelTable, Reading, load, table, told

TITLE = Label("title", 2, sets=frozenset({"titled"}), bars=frozenset({"titled"}))
BODY = Label("body", 1)
NAME = Label(
    "person*", -3, needs=frozenset({"words"}), sets=frozenset({"open"}), begins=True, held={"open": -5, "titled": 7}
)
MAIL = Label("mail", wants=frozenset({"open"}), pins=frozenset({"address", "mail"}))
NEAR = Label("near", after=frozenset({"title", "body"}))


def names(by: LabelTable, *found: int) -> list[str]:
    return [by.labels[number].name for number in found]


def follow(by: LabelTable, *labels: str) -> dict[str, int]:
    """The labels that may follow these, with the points of the step."""
    state = 0
    for label in labels:
        state = next(after for number, after, _ in by.graph.steps(state) if by.labels[number].name == label)
    return {by.labels[number].name: cost for number, _, cost in by.graph.steps(state)}


def test_what_may_follow_hangs_on_the_flags_that_are_up() -> None:
    by = table((TITLE, BODY, NAME, MAIL), {}, {}, {})
    assert set(follow(by)) == {"title", "body", "person*"}
    assert set(follow(by, "title")) == {"body", "person*"}
    assert set(follow(by, "title", "body")) == {"body", "person*"}
    assert set(follow(by, "body", "person*")) == {"title", "body", "person*", "mail"}
    assert set(follow(by, "title", "person*")) == {"title", "body", "person*", "mail"}  # which begins anew


def test_a_label_can_want_another_right_before_it() -> None:
    by = table((TITLE, BODY, NAME, NEAR), {}, {}, {})
    assert "near" not in follow(by)
    assert "near" in follow(by, "title")
    assert "near" in follow(by, "body")
    assert "near" not in follow(by, "title", "near")


def test_steps_and_flags_have_their_points() -> None:
    by = table((TITLE, BODY, NAME), {}, {"start": {"title": 4}, "title": {"body": 3, "person*": 1}}, {})
    assert follow(by) == {"title": 4, "body": 0, "person*": 0}
    assert follow(by, "title") == {"body": 3, "person*": 1 + 7}
    assert follow(by, "body", "person*") == {"title": 0, "body": 0, "person*": -5}


def test_the_end_has_points_by_the_last_label_by_a_flag_and_by_the_want_of_one() -> None:
    by = table((TITLE, BODY), {}, {}, {"body": 5, "titled": 3, "no titled": -6})

    def end(*labels: str) -> int:
        state = 0
        for label in labels:
            state = next(after for number, after, _ in by.graph.steps(state) if by.labels[number].name == label)
        return by.graph.end(state)

    assert [end(), end("title"), end("body"), end("title", "body")] == [-6, 3, -1, 8]


def test_evidence_gives_points_to_the_labels_that_a_line_can_have() -> None:
    points = {"words": {"title": 3, "body": -1}, "long": {"body": 10, "person*": 2}}
    by = table((TITLE, BODY, NAME), points, {}, {})
    assert by.worth(frozenset()) == {0: 2, 1: 1}
    assert by.worth(frozenset({"words"})) == {0: 5, 1: 0, 2: -3}
    assert by.worth(frozenset({"words", "long"})) == {0: 5, 1: 10, 2: -1}
    assert by.worth(frozenset({"words"})) is by.worth(frozenset({"words"}))


def test_no_more_is_kept_than_it_is_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_KEPT", 2)
    by = table((BODY,), {name: {} for name in "abc"}, {}, {})
    first = by.worth(frozenset("a"))
    by.worth(frozenset("b"))
    assert by.worth(frozenset("a")) is first
    by.worth(frozenset("c"))
    assert by.worth(frozenset("a")) is not first


def test_a_persons_word_binds_the_labels_that_take_it() -> None:
    by = table((TITLE, BODY, NAME, MAIL), {}, {}, {})
    assert names(by, *by.worth(frozenset(), "person")) == ["person*"]  # whatever it needs
    assert names(by, *by.worth(frozenset(), "address")) == names(by, *by.worth(frozenset(), "mail")) == ["mail"]
    assert by.worth(frozenset(), "nothing") == {}
    assert [by.binds(word) for word in ("person", "address", "person*", "nothing")] == [True, True, False, False]


def test_the_ways_on_are_those_of_the_labels_that_are_allowed() -> None:
    by = table((TITLE, BODY, NAME), {}, {}, {})
    ways = by.ways((1, 2))
    assert names(by, *(number for number, _, _ in ways[0])) == ["body", "person*"]
    assert by.ways((1, 2)) is ways


def test_reasons_are_told_by_their_weight_and_then_by_name() -> None:
    points = {"a": {"title": 3}, "b": {"title": -9}, "c": {"body": 8}, "d": {"title": -3}}
    by = table((TITLE, BODY), points, {}, {})
    assert by.reasons("title", frozenset("dcab")) == [("b", -9), ("a", 3), ("d", -3)]


def test_a_table_is_a_file_that_a_press_officer_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "short.toml").write_text(
        '[labels]\ntitle = { base = 2, bars = ["titled"], sets = ["titled"] }\n[points]\n'
    )
    (tmp_path / "whole.toml").write_text(
        '[labels]\n"name*" = { needs = ["words"], begins = true, held = { open = -5 } }\nbody = {}\n'
        "[points]\nwords = { body = 3 }\n[steps]\nstart = { body = 4 }\n[ends]\nbody = -6\n"
    )
    monkeypatch.setattr(tables, "own_file", lambda _package, name: tmp_path / name)
    assert load("", "short").labels == (TITLE,)
    by = load(".", "whole")
    assert by.labels == (Label("name*", needs=frozenset({"words"}), begins=True, held={"open": -5}), Label("body"))
    assert (by.points, follow(by)) == ({"words": {"body": 3}}, {"name*": 0, "body": 4})
    assert {number: by.graph.end(after) for number, after, _ in by.graph.steps(0)} == {0: 0, 1: -6}


def test_a_reading_is_told_with_its_words() -> None:
    found = told("l.3", "Un titre", "head", Reading("title", 5, 2, "body", {"body": 2}, frozenset({"words"})))
    expected = ("l.3", "Un titre", "head", "title", 5, {"body": 2}, frozenset({"words"}))
    assert (found.where, found.words, found.region, found.label, found.support, found.losses, found.seen) == expected


def test_states_are_worked_out_when_they_are_reached() -> None:
    by = table((TITLE, BODY, NAME, MAIL), {}, {}, {})
    found = by.graph.steps(0)
    assert by.graph.steps(0) is found
    reached = {after for _, after, _ in found}
    assert reached == {1, 2, 3}
    assert {after for state in sorted(reached) for _, after, _ in by.graph.steps(state)} > reached
