"""Lines to paragraphs: what becomes of each break, of words cut at it, and of what is in doubt."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Para, Release, Text
from oimpress.model.traced import Traced
from oimpress.passes.lines.limits import LONGEST_PARAGRAPH
from oimpress.passes.lines.unwrap import JOIN, by_length, check, unwrap
from oimpress.passes.lines.wrapping import Wrapper
from tests.passes.reading import codes, draft, said

TITLE = "L'OIM aide les sinistrés"
WRAPPED = """L'OIM aide les sinistrés
Les équipes ont remis des abris à mille
deux cents familles qui attendent depuis
le passage du cyclone et des inondations
que la province a connues cette année.
Le chef de mission remercie les équipes.
"""


def test_wrapped_lines_are_joined_with_a_blank_that_says_so() -> None:
    done = unwrap(draft(WRAPPED))
    assert said(done.value) == [
        TITLE,
        "Les équipes ont remis des abris à mille deux cents familles qui attendent depuis le passage du cyclone et "
        "des inondations que la province a connues cette année. Le chef de mission remercie les équipes.",
    ]
    line = done.value.flow[1]
    assert isinstance(line, Line)
    assert (line.number, line.last, line.ending) == (2, 6, (len(WRAPPED) - 1, len(WRAPPED)))
    blanks = [piece for piece in line.text.pieces if piece.edits == JOIN]
    assert [WRAPPED[piece.start : piece.end] for piece in blanks] == ["\n"] * 4


def test_lines_that_nobody_wrapped_stay() -> None:
    text = "Un titre\nUn paragraphe.\nUn autre paragraphe\nLa fin."
    done = unwrap(draft(text))
    assert said(done.value) == text.split("\n")
    assert done.notices == ()


def test_a_wrapped_item_stays_as_far_in_as_its_label() -> None:
    text = f"{WRAPPED}\n    • un abri pour chaque famille, que la commune a promis dès la fin du mois\n      dernier ;"
    assert said(unwrap(draft(text)).value)[-1].startswith("    • un abri")


def test_a_number_goes_on_below_a_small_word() -> None:
    text = WRAPPED.replace("mille\ndeux cents", "près de\n1 200")
    assert "abris à près de 1 200 familles" in " ".join(said(unwrap(draft(text)).value))


def test_each_break_is_read_and_says_why() -> None:
    readings = unwrap(draft(WRAPPED)).value.readings
    assert [(one.where, one.region, one.label) for one in readings] == [
        ("l.2", "breaks", "kept"),
        *((f"l.{number}", "breaks", "joined") for number in (3, 4, 5)),
        ("l.6", "breaks", "joined in doubt"),
    ]
    assert readings[0].seen == frozenset({"a title stands alone"})
    assert readings[1].words == "deux cents familles qui attendent depuis"


def test_a_full_line_that_ends_a_sentence_is_a_doubt_told_with_both_its_ends() -> None:
    (doubt,) = unwrap(draft(WRAPPED)).notices
    assert (doubt.code, doubt.where) == ("L101", "l.5")
    assert doubt.detail == "que la province a connues cette année. / Le chef de mission remercie les équipe"


def test_a_text_of_one_line_is_one_paragraph() -> None:
    assert said(unwrap(draft("Un paragraphe.")).value) == ["Un paragraphe."]


def test_halves_of_a_word_are_put_together_and_told() -> None:
    text = WRAPPED.replace("que la province a", "que la sous-\npréfecture de la région nord-ouest a")
    done = unwrap(draft(text))
    assert "que la sous-préfecture de la région" in said(done.value)[1]
    assert [(one.code, one.where) for one in done.notices if one.code == "L102"] == [("L102", "l.5")]


def test_a_word_that_was_divided_loses_its_hyphen_alone() -> None:
    text = WRAPPED.replace("que la province a", "que la reconstruc-\ntion de la ville, toujours attendue, a")
    done = unwrap(draft(text))
    assert "que la reconstruction de la ville" in said(done.value)[1]
    assert "L102" not in codes(done.notices)


def test_a_paragraph_far_longer_than_the_sure_ones_is_parted_at_its_doubt() -> None:
    sure = "Un abri neuf.\n\n"
    assert len(said(unwrap(draft(WRAPPED)).value)) == 2
    assert len(said(unwrap(draft(WRAPPED + "\n" + sure)).value)) == 4


def test_a_hyphen_before_a_capital_keeps_its_blank() -> None:
    text = WRAPPED.replace(
        "que la province a", "de la région voisine, celle de Saint-\nLouis, dont la grande et belle province a"
    )
    done = unwrap(draft(text))
    assert "celle de Saint- Louis, dont" in said(done.value)[1]
    assert "L102" in codes(done.notices)


def test_blocks_part_the_lines_and_stay_where_they_are() -> None:
    given = draft(WRAPPED)
    flow = (*given.flow[:4], Para((Text("bloc"),)), *given.flow[4:])
    done = unwrap(Draft(Release("x"), flow))
    assert said(done.value)[1:] == [
        "Les équipes ont remis des abris à mille deux cents familles qui attendent depuis le passage du cyclone et "
        "des inondations",
        "Para",
        "que la province a connues cette année.",
        "Le chef de mission remercie les équipes.",
    ]


def test_an_empty_draft_stays_empty() -> None:
    assert unwrap(Draft(Release("x"))).value.flow == ()


def line(text: str, number: int) -> Line:
    return Line((Text(Traced(text)),), number, number)


def groups(*sizes: tuple[int, ...], start: int = 1) -> list[list[Line]]:
    """Paragraphs of lines so many characters long; each ends a sentence."""
    made: list[list[Line]] = []
    number = start
    for lengths in sizes:
        made.append([])
        for size in lengths:
            made[-1].append(line("x" * (size - 1) + ".", number))
            number += 1
    return made


@pytest.mark.parametrize(
    ("sizes", "doubtful", "parts"),
    [
        (((99,), (64, 64)), {3}, [1, 2]),
        (((99,), (64, 65)), {3}, [1, 1, 1]),
        (((99,), (40, 40, 40, 40)), {4}, [1, 2, 2]),
        (((99,), (40, 40, 40, 40)), {3, 4, 5}, [1, 2, 2]),
        (((99,), (100, 20, 20, 20)), {3, 5}, [1, 1, 3]),
        (((99,), (20, 20, 20, 100)), {3, 5}, [1, 3, 1]),
        (((99,), (65, 65)), set(), [1, 2]),
        (((3,), (5, 5, 5, 5)), {4, 5}, [1, 2, 2]),  # with the blanks between the lines
    ],
)
def test_a_paragraph_far_longer_than_the_sure_ones_parts_at_its_doubt_nearest_the_middle(
    sizes: tuple[tuple[int, ...], ...], doubtful: set[int], parts: list[int]
) -> None:
    assert [len(group) for group in by_length(groups(*sizes), doubtful)] == parts


def test_a_title_says_nothing_of_how_long_paragraphs_are() -> None:
    found = groups((65, 65))
    title = [line("Un titre qui est long de quelques mots", 9)]
    assert len(list(by_length([title, *found], {2}))) == 2


def test_where_no_paragraph_is_sure_one_may_be_long() -> None:
    half = int(LONGEST_PARAGRAPH * 0.65)
    assert len(list(by_length(groups((half - 1, half - 1)), {2}))) == 1
    assert len(list(by_length(groups((half, half)), {2}))) == 2


def test_lines_that_would_be_wrapped_otherwise_are_told() -> None:
    by = Wrapper(len, 10)
    tight = [line("aaaa bbbb", 1), line("cccc dddd", 2)]
    loose = [line("aaaa", 3), line("bb cc", 4)]
    assert check([tight, loose[:1]], by) == []
    (told,) = check([tight, loose], by)
    assert (told.code, told.detail) == ("L103", "1/4")
    assert check([tight * 4, loose], by) == []  # one line of ten
    assert len(check([tight * 3 + tight[:1], loose], by)) == 1  # of nine


def test_paragraphs_that_wrap_otherwise_are_a_notice_of_the_release() -> None:
    short = "Les abris\nsont prêts et les familles attendent\nencore\nde l'eau potable et du riz\npour demain.\n"
    assert "L103" in codes(unwrap(draft(WRAPPED + short)).notices)
    assert "L103" not in codes(unwrap(draft(WRAPPED)).notices)
