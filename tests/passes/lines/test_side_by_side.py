"""Two columns of prose side by side are read one behind the other; tables, lists and contacts keep their rows."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Para, Text
from oimpress.passes.lines.side_by_side import side_by_side
from tests.passes.reading import draft, said

LEFT = ["Les agents de la commune ont", "remis des abris aux familles", "sans logis ce mardi matin."]
RIGHT = ["Ils sont partis vers le nord", "de la province, où les routes", "sont de nouveau ouvertes."]


def rows(left: list[str], right: list[str]) -> str:
    return "\n".join(f"{one:<32}{other}" for one, other in zip(left, right, strict=True))


def lines(text: str) -> list[tuple[str, int]]:
    return [(line.plain.strip(), line.gap) for _, line in side_by_side(draft(text)).value.lines()]


def test_columns_of_prose_stand_one_behind_the_other() -> None:
    assert lines(rows(LEFT, RIGHT)) == [
        (LEFT[0], 0),
        (LEFT[1], 0),
        (LEFT[2], 0),
        (RIGHT[0], 1),
        (RIGHT[1], 0),
        (RIGHT[2], 0),
    ]


def test_a_sentence_can_go_on_in_the_right_column() -> None:
    left = [*LEFT[:2], "sans logis ce mardi matin"]
    right = ["avant de repartir au nord de", "la province, où les routes", "sont de nouveau ouvertes."]
    assert lines(rows(left, right))[3] == (right[0], 0)


def test_a_line_that_stands_in_one_column_only_is_of_that() -> None:
    text = f"{rows(LEFT, RIGHT)}\nIls reviendront.\n{' ' * 32}La mairie le dit."
    assert [words for words, _ in lines(text)] == [*LEFT, "Ils reviendront.", *RIGHT, "La mairie le dit."]


def test_what_stands_around_stays_as_it_is() -> None:
    text = f"Un titre\n\n{rows(LEFT, RIGHT)}\n\nUn mot"
    done = side_by_side(draft(text)).value
    assert said(done)[0] == "Un titre"
    assert [line.gap for _, line in done.lines()] == [0, 1, 0, 0, 1, 0, 0, 1]
    block = Para((Text("Bloc"),))
    given = draft(rows(LEFT, RIGHT))
    assert [type(item) for item in side_by_side(given.with_fields((block, *given.flow))).value.flow] == [
        Para,
        *[Line] * 6,
    ]


@pytest.mark.parametrize(
    "text",
    [
        rows(LEFT[:2], RIGHT[:2]),  # two rows
        rows(LEFT, ["Nord", "Sud", "Est"]),
        rows(["Nord", "Sud", "Est"], RIGHT),
        rows(LEFT, ["Un abri neuf pour le village.", "Une école pour les enfants.", "Un puits pour tout le bourg."]),
        rows(LEFT, [RIGHT[0], "de la province a@x.example,", RIGHT[2]]),
        "\n".join(f"{one:<{32 + 2 * at}}{other}" for at, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True))),
        "\n".join(f"{line}     x" for line in rows(LEFT, RIGHT).splitlines()),
        "\n".join(LEFT),
    ],
)
def test_other_rows_stay(text: str) -> None:
    given = draft(text)
    assert side_by_side(given).value.flow == given.flow


def test_columns_can_stand_a_blank_aside() -> None:
    text = "\n".join(f"{one:<{32 + at % 2}}{other}" for at, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)))
    assert [words for words, _ in lines(text)] == [*LEFT, *RIGHT]


@pytest.mark.parametrize(("size", "parted"), [(20, True), (19, False)])
def test_narrow_columns_are_no_prose(size: int, parted: bool) -> None:
    right = ["x" * size, "y" * size, "z" * size]
    assert (lines(rows(LEFT, right))[1][0] == LEFT[1]) is parted
