"""How lines were wrapped: by what columns are counted, what has room, what a wrapper cannot have done."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.passes.lines.limits import LONGEST_WRAPPED, TIDY_WIDTH
from oimpress.passes.lines.wrapping import CUT_WORD, HALF_STOP, Wrapper, continues, detect, encoded, ends_in
from tests.passes.reading import draft


def line(text: str, gap: int = 0, tag: int = 0) -> Line:
    return Line((Text(text),), 1, 1, gap, tag=tag)


def test_half_stops_and_cut_words() -> None:
    assert ends_in(HALF_STOP, "x" * 30 + " : ")
    assert ends_in(HALF_STOP, ":")
    assert not ends_in(HALF_STOP, "Fin.")
    assert not ends_in(HALF_STOP, "Fin :" + " mots" * 9)
    assert ends_in(CUT_WORD, "sous-")
    assert not ends_in(CUT_WORD, "2-")
    assert not ends_in(CUT_WORD, "un -")


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("é", len("&eacute;")), ("œ", len("&oelig;")), ("&", 5), ("ł", len("&#322;")), ("à l’", 8 + 2 + 7)],
)
def test_columns_in_entities(text: str, columns: int) -> None:
    assert encoded(text) == columns


@pytest.mark.parametrize(
    "below", ["la suite", "240 familles", "» a-t-il dit", "; et", ", puis", "% des", "€ par", "œuvres"]
)
def test_a_sentence_goes_on(below: str) -> None:
    assert continues(line("Les équipes"), line(below))
    assert not continues(line("Les équipes."), line(below))
    assert not continues(line("Les équipes"), line(below, gap=1))


@pytest.mark.parametrize("below", ["La suite", "2. point", "12) point", "« Oui", "- point", "(voir)"])
def test_a_sentence_may_not_go_on(below: str) -> None:
    assert not continues(line("Les équipes"), line(below))


BY = Wrapper(len, 20)


@pytest.mark.parametrize(
    ("above", "below", "room"),
    [
        ("x" * 16, "abc suite", True),
        ("x" * 17, "abc suite", False),
        ("x" * 17, "ab suite", True),
        ("x" * 12 + "    ", "  abc\u00a0def suite", True),
        ("x" * 13, "abc\u00a0def suite", False),
    ],
)
def test_the_next_word_has_room_or_not(above: str, below: str, room: bool) -> None:
    assert BY.room(line(above), line(below), False) is room


def test_tags_take_room() -> None:
    by = Wrapper(len, 20, opening=3, closing=4)
    assert by.room(line("x" * 16), line("abc suite"), False)
    assert not by.room(line("x" * 16), line("abc suite"), True)
    assert by.room(line("x" * 13), line("abc suite"), True)
    assert not by.room(line("x" * 13), line("abc"), False)
    assert by.room(line("x" * 12), line("abc"), False)
    assert not by.room(line("x" * 13, tag=1), line("abcdef suite"), False)
    assert not by.room(line("x" * 13), line("abcdef suite", tag=1), False)
    assert by.room(line("x" * 13), line("abcdef suite"), False)


def test_a_wrapper_that_breaks_at_hyphens_looks_at_the_first_half() -> None:
    by = Wrapper(len, 20, at_hyphens=True)
    assert by.room(line("x" * 14), line("sous-préfecture du"), False)
    assert not by.room(line("x" * 15), line("sous-préfecture du"), False)
    assert not by.room(line("x" * 18), line("-abc suite"), False)
    assert not BY.room(line("x" * 14), line("sous-préfecture du"), False)


def test_tags_at_the_ends_of_a_paragraph() -> None:
    by = Wrapper(len, 20, opening=3, closing=4)
    assert [by.can_end(line("x" * size), False) for size in (16, 17)] == [True, False]
    assert [by.can_end(line("x" * size), True) for size in (13, 14)] == [True, False]
    assert [by.can_begin(line("x" * size)) for size in (17, 18)] == [True, False]


def test_a_line_too_short_but_for_a_tag_must_begin_a_paragraph() -> None:
    by = Wrapper(len, 20, opening=3)
    assert [by.must_begin(line("x" * size), line("abc suite")) for size in (13, 14, 16, 17)] == [
        False,
        True,
        True,
        False,
    ]
    assert not by.must_begin(line("x" * 15), line("Abc suite"))


def test_a_line_far_too_long_was_not_wrapped() -> None:
    assert [BY.overlong(line("x" * size)) for size in (25, 26)] == [False, True]


def test_misfits_are_lines_too_long_and_words_that_had_room() -> None:
    by = Wrapper(len, 20, opening=3, closing=4)
    assert by.misfits([line("x" * 17), line("abcd efgh ijkl mnopq"), line("y" * 16)]) == 0
    assert by.misfits([line("x" * 18), line("abcd efgh ijkl mnopq"), line("y" * 16)]) == 1
    assert by.misfits([line("x" * 17), line("abcd efgh ijkl mnopqr"), line("y" * 17)]) == 2
    assert by.misfits([line("x" * 5), line("abcd efgh ijkl mnopq"), line("y" * 16)]) == 1


VISIBLE = """Les agents de la commune ont remis des
abris aux sans logis et des sacs de riz
aux cantines, puis ils sont partis avant
le soir vers le nord de la province.
"""


def test_lines_as_wide_as_the_widest_were_wrapped_by_what_one_sees() -> None:
    found = detect([one for _, one in draft(VISIBLE).lines()])
    assert found is not None
    assert (found.measure, found.width, found.opening, found.at_hyphens, found.ragged) == (len, 40, 0, False, False)


def test_two_breaks_in_mid_sentence_tell_a_wrapper_where_they_are_a_quarter_of_all() -> None:
    even = "Les agents de la commune ont remis ces\nabris aux sans logis et des sacs de ri\nz aux cantines de la ville."
    found = detect([one for _, one in draft(even).lines()])
    assert found is not None
    assert (found.width, found.ragged) == (38, False)
    titles = [f"Une ligne de plus, et la n° {n}." for n in range(7)]
    assert detect([one for _, one in draft("\n".join([even, *titles[:6]])).lines()]) is not None
    assert detect([one for _, one in draft("\n".join([even, *titles])).lines()]) is None


def test_lines_that_end_wherever_somebody_ended_them_are_ragged() -> None:
    ragged = "Les agents de la commune sont\nvenus. Ils ont remis des abris et des vivres aux familles\nsans logis, puis ils ont\nregagné la ville."
    found = detect([one for _, one in draft(ragged).lines()])
    assert found is not None
    assert found.ragged


def test_a_word_cut_at_its_hyphen_tells_a_wrapper_that_does_so() -> None:
    found = detect([one for _, one in draft(VISIBLE.replace("remis des\n", "remis sous-\n")).lines()])
    assert found is not None
    assert found.at_hyphens


def tidied(words: str) -> str:
    """Words wrapped as HTML Tidy does, a tag before them."""
    lines, width = [""], 3
    for word in words.split():
        if width + 1 + encoded(word) > TIDY_WIDTH:
            lines, width = [*lines, ""], 0
        width += encoded(word) + (1 if lines[-1] else 0)
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_lines_of_uneven_width_were_wrapped_in_entities() -> None:
    words = "à été créé où près théâtre déjà élève dans le pays et la mer du nord au sud " * 4
    found = detect([one for _, one in draft(tidied(words)).lines()])
    assert found is not None
    assert (found.measure, found.width, found.opening, found.closing) == (encoded, TIDY_WIDTH, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Un seul paragraphe, long et sans fin de ligne",
        VISIBLE.replace("\n", "\n\n"),
        "Un titre de la première page\nun sous-titre\nUn autre titre de page entière\nFin.",
        "\n".join("x" * LONGEST_WRAPPED + f"x\n{word}" for word in ("abris", "eau", "riz", "fin")),
        "mot court\nsuite\nmot court\nsuite\nmot court\nsuite",
        VISIBLE + "Un paragraphe entier sur une seule ligne.\n" * 20,
    ],
)
def test_lines_that_no_wrapper_made(text: str) -> None:
    assert detect([one for _, one in draft(text).lines()]) is None
