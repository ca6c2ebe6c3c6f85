"""Lists in a flow of lines: their items, labels, depths and marks; what only resembles one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft
from oimpress.model.nodes import List, Para
from oimpress.model.runs import plain
from oimpress.passes.body.limits import LONGEST_ITEM
from oimpress.passes.body.lists import lists
from oimpress.passes.pins import PIN
from tests.passes.reading import draft, said


def only(text: str) -> List:
    (found,) = [item for item in lists(draft(text)).value.flow if isinstance(item, List)]
    return found


def tree(found: List) -> list[object]:
    """The words of each item, with the list inside it."""
    made: list[object] = []
    for item in found.items:
        for block in item.blocks:
            made.append(
                tree(block) if isinstance(block, List) else plain(block.children) if isinstance(block, Para) else None
            )
    return made


@pytest.mark.parametrize(
    ("text", "ordered", "marker"),
    [
        ("1. Abris\n2. Eau", True, "1."),
        ("1) Abris\n2) Eau", True, "1)"),
        ("(1) Abris\n(2) Eau", True, "(1)"),
        ("1° Abris\n2° Eau", True, "1°"),
        ("a) Abris\nb) Eau", True, "a)"),
        ("i. Abris\nii. Eau", True, "i."),
        ("A) Abris\nB) Eau", True, "A)"),
        ("▸ Abris\n▸ Eau", False, "▸"),
        ("☐ Abris\n☐ Eau", False, "☐"),
        ("👉 Abris\n👉 Eau", False, "👉"),
        ("- Abris\n- Eau", False, "-"),
        ("• Abris\n• Eau", False, "•"),
        ("o Abris\no Eau", False, "o"),
        ("1. Abris\n1. Eau", True, "1."),
        ("d) Abris\ne) Eau", True, "d)"),
    ],
)
def test_labels(text: str, ordered: bool, marker: str) -> None:
    found = only(text)
    assert tree(found) == ["Abris", "Eau"]
    assert (found.ordered, found.marker) == (ordered, marker)


@pytest.mark.parametrize(
    "text",
    [
        "1. Abris",
        "3. Abris\n4. Eau",
        "1. Abris\n3. Eau",
        "1. Abris\n2) Eau",
        "- Abris\n• Eau",
        "a) Abris\nc) Eau",
        "2010. Une année\n2011. Une autre",
        "-Abris\n-Eau",
        "- \n- ",
        "Abris\nEau",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert not any(isinstance(item, List) for item in lists(draft(text)).value.flow)


def test_two_items_are_a_list_at_the_beginning_and_in_the_middle() -> None:
    assert said(lists(draft("- Abris\n- Eau")).value) == ["List"]
    assert said(lists(draft("Fin\n- Abris\n- Eau\nFin")).value) == ["Fin", "List", "Fin"]


def test_an_item_one_column_off_is_not_deeper() -> None:
    assert tree(only("1. Abris\n - neufs\n - solides\n2. Eau")) == ["Abris", ["neufs", "solides"], "Eau"]
    assert said(lists(draft("- Abris\n - neufs\n- Eau")).value) == ["List"]
    assert tree(only("- Abris\n - neufs\n- Eau")) == ["Abris", "neufs", "Eau"]
    assert tree(only("- Abris\n  - neufs\n- Eau")) == ["Abris", ["neufs"], "Eau"]


def test_a_list_ends_where_labels_do() -> None:
    text = "Il faut\n- Abris\n- Eau\nLa suite\n1. Un\n2. Deux\n1. Autre"
    assert said(lists(draft(text)).value) == ["Il faut", "List", "La suite", "List", "1. Autre"]


def test_labels_after_the_first_are_left_out_and_the_first_is_the_marker() -> None:
    text = "  1. Abris\n  2.  Eau\n  3. Soins"
    done = lists(draft(text))
    (found,) = done.value.flow
    assert isinstance(found, List)
    assert [(str(each.text), each.rule) for each in done.dropped] == [("2.", "B003"), ("3.", "B003")]
    assert [each.text.start for each in done.dropped] == [text.index("2."), text.index("3.")]  # type: ignore[attr-defined]
    assert {piece.place for piece in found.marker.pieces} == {"B003"}  # type: ignore[attr-defined]
    para = found.items[1].blocks[0]
    assert isinstance(para, Para)
    assert str(para.children[0].value) == "Eau"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. Abris\n  - neufs\n  - solides\n2. Eau", ["Abris", ["neufs", "solides"], "Eau"]),
        ("- Abris\n  - neufs\n  - solides\n- Eau", ["Abris", ["neufs", "solides"], "Eau"]),
        ("1. Abris\n- neufs\n- solides\n2. Eau", ["Abris", ["neufs", "solides"], "Eau"]),
        ("1. Abris\na) neufs\nb) solides\n2. Eau", ["Abris", ["neufs", "solides"], "Eau"]),
        (
            "1. Abris\n  a) neufs\n    - verts\n    - bleus\n  b) vieux\n2. Eau",
            ["Abris", ["neufs", ["verts", "bleus"], "vieux"], "Eau"],
        ),
        ("1. Abris\n  - neufs\n2. Eau\n  - claire", ["Abris", ["neufs"], "Eau", ["claire"]]),
        (" - Abris\n- Eau", ["Abris", "Eau"]),
        (
            "* Abris\n** Eau\n*** Puits\n*** Source\n** Feu\n* Pain",
            ["Abris", ["Eau", ["Puits", "Source"], "Feu"], "Pain"],
        ),
        ("* Abris\n* Pain\n** Eau\n** Feu", ["Abris", "Pain", ["Eau", "Feu"]]),
    ],
)
def test_deeper_lists_are_inside_their_items(text: str, wanted: list[object]) -> None:
    assert tree(only(text)) == wanted


def test_a_list_of_other_labels_that_does_not_go_back_is_a_list_of_its_own() -> None:
    assert said(lists(draft("1. Abris\n2. Eau\n- neufs\n- solides")).value) == ["List", "List"]
    assert said(lists(draft("  1. Abris\n  2. Eau\n- neufs\n- solides")).value) == ["List", "List"]


@pytest.mark.parametrize(
    ("before", "text", "is_list"),
    [
        ("Ils parlent.", "- Où vas-tu ?\n- Au nord.", False),
        ("Ils parlent.", "– Où vas-tu ?\n– Au nord.", False),
        ("Ils parlent.", "- Partons !\n- Au nord…", False),
        ("Ils parlent.", "— Où vas-tu ?\n— « Au nord »", False),
        ("Ils demandent :", "- Où vas-tu ?\n- Au nord.", True),
        ("Ils parlent.", "- Où vas-tu ?\n- Au nord", True),
        ("Ils parlent.", "- Au sud.\n- Au nord.", True),
        ("Ils parlent.", "• Où vas-tu ?\n• Au nord.", True),
    ],
)
def test_speech_after_dashes_is_no_list(before: str, text: str, is_list: bool) -> None:
    flow = said(lists(draft(f"{before}\n{text}")).value)
    assert ("List" in flow) is is_list


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Il faut :\ndes abris ;\nde l'eau ;\ndu riz.", ["des abris ;", "de l'eau ;", "du riz."]),
        ("Il faut : \ndes abris,\ndu riz.", ["des abris,", "du riz."]),
        ("Il faut :\ndes abris ; et\ndu riz.", ["des abris ; et", "du riz."]),
        ("Il faut\ndes abris ;\ndu riz.", []),
        ("Il faut :\ndes abris ;\ndu riz", []),
        ("Il faut :\ndes abris.", []),
        ("Il faut :\ndes abris\ndu riz.", []),
    ],
)
def test_a_colon_and_semicolons_make_a_list_without_labels(text: str, items: list[str]) -> None:
    flow = lists(draft(text)).value.flow
    found = [item for item in flow if isinstance(item, List)]
    assert [words for one in found for words in tree(one)] == items
    assert all((one.ordered, one.marker) == (False, "") for one in found)


@pytest.mark.parametrize(("size", "is_list"), [(LONGEST_ITEM, True), (LONGEST_ITEM + 1, False)])
def test_an_item_without_label_is_no_long_paragraph(size: int, is_list: bool) -> None:
    flow = said(lists(draft(f"Il faut :\n{'x' * (size - 1)};\ndu riz.")).value)
    assert ("List" in flow) is is_list


def test_what_follows_a_list_without_labels_stays() -> None:
    assert said(lists(draft("Il faut :\ndes abris ;\ndu riz.\nFin.")).value) == ["Il faut :", "List", "Fin."]


@pytest.mark.parametrize(("mark", "shown"), [("\uf0b7", "•"), ("\uf0fc", "✓"), ("\uf0a7", "▪")])
def test_a_mark_of_a_font_of_symbols_is_what_it_shows(mark: str, shown: str) -> None:
    found = only(f"{mark} Abris\n{mark} Eau")
    assert found.marker == shown
    assert "R080" in {rule for piece in found.marker.pieces for rule in piece.edits.split()}  # type: ignore[attr-defined]


def pinned(*lines: tuple[str, str]) -> Draft:
    """Lines, each with what a person says that it is."""
    flow = [line for _, line in draft("\n".join(text for text, _ in lines)).lines()]
    marks = (frozenset({PIN + pin} if pin else ()) for _, pin in lines)
    return replace(draft(""), flow=tuple(replace(line, marks=mark) for line, mark in zip(flow, marks, strict=True)))


@pytest.mark.parametrize(
    ("lines", "kinds", "items"),
    [
        ([("Il faut", ""), ("Abris", "list"), ("Eau", "list"), ("Fin", "")], ["Il faut", "List", "Fin"], ["Abris", "Eau"]),
        ([("Abris", "list")], ["List"], ["Abris"]),
        ([("- Abris", ""), ("- Eau", ""), ("Riz", "list"), ("Sel", "list")], ["List"], ["Abris", "Eau", "Riz", "Sel"]),
        ([("- Abris", ""), ("- Eau", ""), ("• Riz", "list")], ["List"], ["Abris", "Eau", "Riz"]),
        ([("Abris", "list"), ("Un mot", ""), ("Eau", "list")], ["List", "Un mot", "List"], ["Abris", "Eau"]),
        ([("- Abris", "list"), ("  - neufs", "list"), ("- Eau", "list")], ["List"], ["Abris", ["neufs"], "Eau"]),
        ([("- Abris", "body"), ("- Eau", "body")], ["- Abris", "- Eau"], []),
        ([("- Abris", ""), ("- Eau", ""), ("- Riz", "body")], ["List", "- Riz"], ["Abris", "Eau"]),
        ([("Il faut :", ""), ("abris ;", "list"), ("eau ;", ""), ("riz.", "")], ["Il faut :", "List"], ["abris ;", "eau ;", "riz."]),
        ([("Il faut :", ""), ("abris ;", ""), ("riz.", "body")], ["Il faut :", "abris ;", "riz."], []),
        ([("Il faut :", ""), ("abris ;", ""), ("riz.", ""), ("Sel", "list")], ["Il faut :", "List"], ["abris ;", "riz.", "Sel"]),
    ],
)  # fmt: skip
def test_lines_that_a_person_says_are_items(
    lines: list[tuple[str, str]], kinds: list[str], items: list[object]
) -> None:
    flow = lists(pinned(*lines)).value
    assert said(flow) == kinds
    assert [words for item in flow.flow if isinstance(item, List) for words in tree(item)] == items


def test_the_label_of_an_item_that_a_person_names_is_that_of_the_list_or_left_out() -> None:
    done = lists(pinned(("2. Abris", "list"), ("3. Eau", "list"), ("Riz", "list"), ("4. Sel", "list")))
    (found,) = done.value.flow
    assert isinstance(found, List)
    assert (found.ordered, found.marker, tree(found)) == (True, "2.", ["Abris", "Eau", "Riz", "Sel"])
    assert [(str(each.text), each.rule) for each in done.dropped] == [("3.", "B003"), ("4.", "B003")]
