"""Sidebars end where something shows it; quotations stand apart above who said them, or are taken once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Aside, Para, Text
from oimpress.model.runs import plain
from oimpress.model.traced import Traced, of_source
from oimpress.passes.body.sidebar import pull_quotes, sidebar
from tests.passes.reading import LEAD, MORE, codes, draft, said

LONG = f"{LEAD} {MORE}"


def apart(given: Draft) -> tuple[list[str], str, str, str] | None:
    """What was set apart: its paragraphs, kind, heading and attribution."""
    found = [item for item in (*sidebar(given).value.flow, *pull_quotes(given).value.flow) if isinstance(item, Aside)]
    if not found:
        return None
    (one,) = found
    words = [plain(block.children) for block in one.blocks if isinstance(block, Para)]
    return words, one.kind, plain(one.heading), plain(one.attribution)


def taken(text: str, after: int) -> Draft:
    """Lines, of which one that stood behind number ``after`` was taken away."""
    given = draft(text)
    flow = (
        replace(one, number=one.number + 1, last=one.last + 1) if isinstance(one, Line) and one.number > after else one
        for one in given.flow
    )
    return replace(given, flow=tuple(flow))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (draft(f"Contexte :\n{MORE}\nGenève – {LEAD}"), ([MORE], "context", "Contexte :", "")),
        (draft(f"Un mot encore\n{MORE}\nGenève – {LEAD}"), ([MORE], "sidebar", "Un mot encore", "")),
        (draft(f"En bref\n{MORE}\n{MORE}\nGenève – {LEAD}"), ([MORE, MORE], "sidebar", "En bref", "")),
        (taken(f"Contexte\n{MORE}\n{LEAD}\nFin.", 2), ([MORE], "context", "Contexte", "")),
        (draft(f"Contexte\n{MORE}\nAwa Sow, directrice\n{LONG}"), ([MORE], "context", "Contexte", "Awa Sow, directrice")),
        (draft(f"Contexte\n{MORE}\nAwa Sow\nDirectrice\n{LONG}"), ([MORE], "context", "Contexte", "Awa Sow, Directrice")),
        (draft(f"Un mot :\n{MORE}\nAwa Sow\n{LONG}"), ([MORE], "sidebar", "Un mot :", "Awa Sow")),
        (taken(f"{LEAD}\nRappel :\n{MORE}\n{LEAD}", 3), ([MORE], "context", "Rappel :", "")),
    ],
)  # fmt: skip
def test_a_sidebar_is_set_apart(given: Draft, found: tuple[list[str], str, str, str]) -> None:
    assert apart(given) == found
    rest = [item for item in said(sidebar(given).value) if item != "Aside"]
    assert rest == [line for line in said(given) if line not in (*found[0], found[2], *found[3].split(", "), found[3])]


@pytest.mark.parametrize(
    "given",
    [
        draft(f"Contexte :\nGenève – {LEAD}"),
        draft(f"• Un mot\n• Un autre\n• Un mot encore\nGenève – {LEAD}"),  # points of the release
        draft(f"Un mot. Encore\n{MORE}\nGenève – {LEAD}"),
        draft(f"{'Un mot ' * 9}\n{MORE}\nGenève – {LEAD}"),
        draft(f"Un mot encore\n{MORE}\nBourg-la-Rivière – {LEAD}"),
        taken(f"Un mot encore\n{MORE}\n{LEAD}\n{MORE}", 2),  # its heading does not say so
        draft(f"Un mot encore\n{MORE}\nAwa Sow\n{LONG}"),
        draft(f"Contexte\n{MORE}\nAwa Sow\nUn texte court"),
        draft("\n".join(["Contexte", *[MORE] * 11, f"Genève – {LEAD}"])),
        taken(f"{LEAD}\nUn rappel :\n{MORE}\n{LEAD}", 3),
        taken(f"{LEAD}\nRappel :\n{MORE}\n{LEAD}", 2),
    ],
)
def test_other_lines_stay(given: Draft) -> None:
    assert apart(given) is None
    assert sidebar(given).value is given


def test_a_long_sidebar_has_eleven_lines() -> None:
    found = apart(draft("\n".join(["Contexte", *[MORE] * 10, f"Genève – {LEAD}"])))
    assert found
    assert len(found[0]) == 10


def test_a_heading_that_says_so_without_an_end_is_told() -> None:
    done = sidebar(draft(f"Contexte\n{MORE}\n{LEAD}"))
    assert [(one.code, one.where, one.detail) for one in done.notices] == [("B101", "l.1", "Contexte")]
    assert codes(sidebar(draft(f"Contexte\n{MORE}")).notices) == set()
    assert codes(sidebar(draft(f"{MORE}\n{MORE}\n{LEAD}")).notices) == set()


def test_each_line_is_told_with_what_shows_the_end() -> None:
    readings = sidebar(draft(f"Contexte\n{MORE}\nGenève – {LEAD}")).value.readings
    assert [(one.where, one.region, one.label, one.support, one.seen) for one in readings] == [
        (f"l.{number}", "sidebar", "context", 0, frozenset({"a dateline"})) for number in (1, 2)
    ]


def test_parts_are_put_by_their_rules() -> None:
    (aside, *_) = sidebar(draft(f"Contexte\n{MORE}\nAwa Sow\nDirectrice\n{LONG}")).value.flow
    assert isinstance(aside, Aside)
    (block,) = aside.blocks
    assert isinstance(block, Para)
    for run, rule in ((aside.heading, "B004"), (block.children, "B004"), (aside.attribution, "B005")):
        values = [one.value for one in run if isinstance(one, Text)]
        assert {piece.place for value in values if isinstance(value, Traced) for piece in value.pieces} == {rule}


QUOTE = "« Je connais le bruit que fait la colline avant de partir. »"


@pytest.mark.parametrize(
    ("below", "attribution", "rest"),
    [
        (["Hasina Begum", "bénévole au camp 9", LEAD], "Hasina Begum, bénévole au camp 9", [LEAD]),
        (["Hasina Begum", "Directrice", LEAD], "Hasina Begum, Directrice", [LEAD]),
        (["Hasina Begum, institutrice", LEAD], "Hasina Begum, institutrice", [LEAD]),
        (["— Hasina Begum", "Un mot", LEAD], "Hasina Begum", ["Un mot", LEAD]),
        (["Hasina Begum", LEAD], "Hasina Begum", [LEAD]),
    ],
)
def test_a_quotation_stands_apart_above_who_said_it(below: list[str], attribution: str, rest: list[str]) -> None:
    given = draft("\n".join([MORE, QUOTE, *below]))
    assert apart(given) == ([QUOTE], "quote", "", attribution)
    assert said(pull_quotes(given).value) == [MORE, "Aside", *rest]
    dashes = [str(each.text) for each in pull_quotes(given).dropped]
    assert dashes == (["— "] if below[0].startswith("—") else [])


@pytest.mark.parametrize(
    "below",
    [
        ["Hasina Begum", "Un mot", LEAD],
        ["Hasina Begum", "chargée de presse", "Tel: +880 1711 56 32 08"],
        ["Hasina Begum, hbegum@iom.int", LEAD],
        ["Hasina Begum."],
        ["la pluie", LEAD],
        [],
    ],
)
def test_a_quotation_above_other_lines_stays(below: list[str]) -> None:
    given = draft("\n".join([MORE, QUOTE, *below]))
    assert pull_quotes(given).value is given


WORDS = "On part parce que le puits est mort"


@pytest.mark.parametrize(
    ("above", "line", "gone"),
    [
        (f"« {WORDS} », raconte Awa.", f"« {WORDS} »", True),
        (f"« {WORDS} », raconte Awa.", f"“{WORDS.upper()}.”", True),
        (f"Elle dit : « Hier, {WORDS} ».", f"« {WORDS} ! »", True),
        (f"{WORDS}, dit-elle.", f"« {WORDS} »", False),
        (f"« {WORDS} »", f"« {WORDS} »", False),  # which says no more
        (f"« {WORDS}el », raconte Awa.", f"« {WORDS} »", False),
        (f"« Il{WORDS} », raconte Awa.", f"« {WORDS} »", False),
        (f"« A{WORDS} », raconte Awa.", f"« {WORDS} »", False),
        (f"« Oui », dit-elle : {WORDS}.", f"« {WORDS} »", False),
        ("« Nous partons tous », dit-elle.", "« Nous partons tous »", False),
    ],
)
def test_a_quotation_that_the_text_above_holds_is_taken_once(above: str, line: str, gone: bool) -> None:
    given = draft(f"{above}\n{MORE}\n{line}\n{LEAD}")
    done = pull_quotes(given)
    assert said(done.value) == ([above, MORE, LEAD] if gone else said(given))
    assert [(each.rule, str(each.text)) for each in done.dropped] == ([("B007", line)] if gone else [])


def test_who_is_named_below_keeps_the_quotation() -> None:
    for name in ("Amina, 34 ans", "Awa Sow\nUn mot"):
        given = draft(f"« {WORDS} », raconte Awa.\n« {WORDS} »\n{name}\n{LEAD}")
        assert pull_quotes(given).value is given


def test_blocks_are_no_part_of_a_sidebar() -> None:
    given = draft(f"Contexte\n{MORE}\nGenève – {LEAD}")
    block = Para((Text(of_source("Un bloc")),))
    parted = replace(given, flow=(given.flow[0], block, *given.flow[1:]))
    assert sidebar(parted).value is parted
