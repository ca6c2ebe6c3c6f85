"""Words divided at a line's end: joined where the text or the ending of the word tells that it has no hyphen."""

from __future__ import annotations

import pytest

from oimpress.passes.lines.divided import divided
from tests.passes.reading import draft


def numbers(text: str) -> frozenset[int]:
    return divided([line for _, line in draft(text).lines()])


@pytest.mark.parametrize(
    "text",
    [
        "Le projet de reconstruc-\ntion avance.",  # an ending that is no word
        "La province at-\ntend. Elle attend.",  # the whole word stands elsewhere
        "La province AT-\ntend. Elle attend.",
        "Elle attend. Le chef at-  \n  tend encore.",
    ],
)
def test_a_divided_word_is_told_by_its_line(text: str) -> None:
    assert len(numbers(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le chef de la sous-\npréfecture est venu.",  # nothing tells
        "Le rendez-\nvous de mai, un rendezvous, un rendez-vous.",  # with its hyphen elsewhere
        "Le rendez-\nVous attendez. rendezvous",  # a capital begins no second half
        "Il est 2-\ntion",
        "Le pont -\ntion",
        "Elle attend. Un peut-at-\ntend",  # a compound's second word
        "Elle attend. Il at-\ntend-il là",
        "Le projet de reconstruc\ntion avance.",
        "Elle attend. Il at-\n9tend",
    ],
)
def test_a_hyphen_of_the_words_own_stays(text: str) -> None:
    assert numbers(text) == frozenset()


def test_the_number_is_that_of_the_line_with_the_hyphen() -> None:
    assert numbers("Un mot.\nLe projet de reconstruc-\ntion avance. L'informa-\ntion aussi.") == {2, 3}


@pytest.mark.parametrize(
    "text", ["La re\u2010\ncharge attend.", "Il a précé\u2010\ndé le chef.", "Il s’ad\u2010\nditionne."]
)
def test_a_sign_that_only_programs_set_divides_a_word(text: str) -> None:
    assert len(numbers(text)) == 1


@pytest.mark.parametrize("text", ["Un demi\u2010frère et la re\u2010\ncharge.", "La re\u2010\nCharge attend."])
def test_where_it_stands_inside_of_words_it_tells_nothing(text: str) -> None:
    assert not numbers(text)
