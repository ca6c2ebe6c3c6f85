"""What stands after the body: pictures with their captions, notes that are called, who the organisations are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block, Break, Figure, Note, Para, Release, Text
from oimpress.model.runs import plain
from oimpress.passes.foot.backmatter import about, figures, notes
from oimpress.passes.pins import PIN
from tests.passes.reading import LEAD, MORE, draft, said

TITLE = "La halle rouvre ses portes"
CAPTION = "Les halles de la ville, rouvertes mardi par le maire"
CREDIT = "Photo : Jean Dupont"


def shown(given: Draft) -> list[str | tuple[str, str]]:
    """The lines of a flow; of pictures caption and credit."""
    return [
        (plain(item.caption), plain(item.credit))
        if isinstance(item, Figure)
        else item.plain
        if isinstance(item, Line)
        else type(item).__name__
        for item in figures(given).value.flow
    ]


def french(text: str) -> Draft:
    return draft(text, Release("x", lang="fr"))


def pinned(text: str, **pins: str) -> Draft:
    """The lines of ``text``, of which a person calls some by name: l2="caption"."""
    given = french(text)
    flow = (
        replace(item, marks=frozenset({PIN + pins[f"l{at}"]})) if isinstance(item, Line) and f"l{at}" in pins else item
        for at, item in enumerate(given.flow, 1)
    )
    return replace(given, flow=tuple(flow))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (f"{TITLE}\n{LEAD} {MORE}\n{CREDIT}", [TITLE, f"{LEAD} {MORE}", ("", CREDIT)]),
        (f"{TITLE}\n{LEAD}\n{CAPTION}. {CREDIT}", [TITLE, LEAD, (f"{CAPTION}.", CREDIT)]),
        (f"{TITLE}\n{LEAD}\n{CAPTION}\n{CREDIT}", [TITLE, LEAD, (CAPTION, CREDIT)]),
        (f"{CAPTION}{' et ses élus' * 13}\n{CREDIT}", [(f"{CAPTION}{' et ses élus' * 13}", CREDIT)]),
        (f"{TITLE}\n{LEAD}\n{CAPTION}{' et ses élus' * 13}\n{CREDIT}", [TITLE, LEAD, f"{CAPTION}{' et ses élus' * 13}", ("", CREDIT)]),
        (f"{TITLE}\n{LEAD}\n{'The family of the north and of the south ' * 4}\n{CREDIT}", [TITLE, LEAD, ("The family of the north and of the south " * 4, CREDIT)]),
        (f"{TITLE}\n{LEAD}\nUn abri neuf.\n{CREDIT}", [TITLE, LEAD, "Un abri neuf.", ("", CREDIT)]),  # under 15 signs
        (f"{TITLE}\n{LEAD}\n« {CAPTION} »\n{CREDIT}", [TITLE, LEAD, f"« {CAPTION} »", ("", CREDIT)]),
        (f"{TITLE}\n{LEAD}\nÉcrire à presse@x.example\n{CREDIT}", [TITLE, LEAD, "Écrire à presse@x.example", ("", CREDIT)]),
        (f"{TITLE}\n{LEAD}\nIl est venu. Il est parti.\n{CREDIT}", [TITLE, LEAD, "Il est venu. Il est parti.", ("", CREDIT)]),
        (f"{TITLE}\n{LEAD}\nGenève – Il est venu mardi\n{CREDIT}", [TITLE, LEAD, "Genève – Il est venu mardi", ("", CREDIT)]),
        (f"{TITLE}\n{LEAD}", [TITLE, LEAD]),
    ],
)  # fmt: skip
def test_a_credit_makes_a_picture_and_the_line_above_can_be_its_caption(text: str, items: list[object]) -> None:
    assert shown(french(text)) == [tuple(map(str.strip, item)) if isinstance(item, tuple) else item for item in items]


@pytest.mark.parametrize(("size", "caption"), [(160, True), (161, False)])
def test_a_line_far_from_the_title_is_a_caption_where_it_is_short(size: int, caption: bool) -> None:
    items = shown(french(f"{TITLE}\n{LEAD}\n{'é' * size}\n{CREDIT}"))
    assert (("é" * size, CREDIT) in items) is caption


@pytest.mark.parametrize(("size", "caption"), [(14, False), (15, True), (250, True), (251, False)])
def test_a_caption_has_some_words_and_not_too_many(size: int, caption: bool) -> None:
    assert (("é" * size, CREDIT) in shown(french(f"{'é' * size}\n{CREDIT}"))) is caption


@pytest.mark.parametrize(
    ("text", "items", "gone"),
    [
        (f"{TITLE}\n{CAPTION}\n{CREDIT}\n{LEAD}\n{CAPTION}\n{CREDIT}", [TITLE, (CAPTION, CREDIT), LEAD], [CAPTION, CREDIT]),
        (f"{TITLE}\n{CAPTION}. {CREDIT}\n{LEAD}\n{CAPTION}. {CREDIT}", [TITLE, (f"{CAPTION}.", CREDIT), LEAD], [f"{CAPTION}. {CREDIT}"]),
        (f"{TITLE}\n{CAPTION}\n{CREDIT}\n{LEAD}\n{CAPTION}", [TITLE, (CAPTION, CREDIT), LEAD], [CAPTION]),
        (f"{TITLE}\nLe pont neuf hier\n{CREDIT}\nLe pont neuf hier\n{LEAD}", [TITLE, ("Le pont neuf hier", CREDIT), LEAD], ["Le pont neuf hier"]),
        (f"{TITLE}\nLe pont neuf hier\n{CREDIT}\n{LEAD}\nLe pont neuf hier", [TITLE, ("Le pont neuf hier", CREDIT), LEAD, "Le pont neuf hier"], []),
        (f"{TITLE}\n{CAPTION}\n{CREDIT}\n{LEAD}\n{CAPTION}\nPhoto : Awa Sow", [TITLE, (CAPTION, CREDIT), LEAD, (CAPTION, "Photo : Awa Sow")], []),
    ],
)  # fmt: skip
def test_a_picture_that_is_shown_again_is_left_out(text: str, items: list[object], gone: list[str]) -> None:
    given = french(text)
    assert shown(given) == items
    assert [(each.rule, str(each.text)) for each in figures(given).dropped] == [("B007", words) for words in gone]


@pytest.mark.parametrize(("size", "gone"), [(39, False), (40, True)])
def test_a_caption_far_below_its_picture_is_a_copy_where_it_is_long(size: int, gone: bool) -> None:
    caption = "é" * size
    items = shown(french(f"{TITLE}\n{caption}\n{CREDIT}\n{LEAD}\n{caption}"))
    assert (items[-1] == LEAD) is gone


def test_the_longest_caption_with_its_credit_is_left_out_again_too() -> None:
    line = f"{'é' * (400 - len(CREDIT) - 2)}. {CREDIT}"
    assert shown(french(f"{TITLE}\n{line}\n{LEAD}\n{line}"))[-1] == LEAD


def test_a_line_in_another_language_is_a_caption_with_two_small_words_of_it() -> None:
    for words, caption in (("family of Lyon and village", True), ("family of Lyon, village", False)):
        line = f"{words}{' lempira' * 18}"
        assert ((line, CREDIT) in shown(french(f"{TITLE}\n{LEAD}\n{line}\n{CREDIT}"))) is caption


def test_words_right_below_a_picture_that_says_nothing_are_its_own() -> None:
    given = french(f"{TITLE}\n{CAPTION}. {CREDIT}")
    for picture, own in ((Figure("a.png"), True), (Figure(), False), (Figure("a.png", credit=(Text("x"),)), False)):
        flow = figures(replace(given, flow=(given.flow[0], picture, given.flow[1]))).value.flow
        assert len(flow) == (2 if own else 3)
        last = flow[-1]
        assert isinstance(last, Figure)
        assert (last.href, plain(last.caption), plain(last.credit)) == ("a.png" if own else "", f"{CAPTION}.", CREDIT)


def test_a_persons_word_on_a_line_binds() -> None:
    assert shown(pinned(f"{TITLE}\n{LEAD}", l2="caption")) == [TITLE, (LEAD, "")]
    assert shown(pinned(f"{TITLE}\n{CAPTION}. {CREDIT}", l2="caption")) == [TITLE, (f"{CAPTION}.", CREDIT)]
    assert shown(pinned(f"{TITLE}\n{LEAD}\n{CREDIT}", l3="body")) == [TITLE, LEAD, CREDIT]


def noted(*lines: str | Block, **pins: str) -> list[str]:
    given = pinned("\n".join(line if isinstance(line, str) else "bloc" for line in lines), **pins)
    flow = tuple(item if isinstance(line, str) else line for line, item in zip(lines, given.flow, strict=True))
    return [
        plain(item.children) if isinstance(item, Note) else "" for item in notes(replace(given, flow=flow)).value.flow
    ]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("Les abris* sont prêts.", "* Selon la mairie"),
        ("Les abris * sont prêts.", "*Selon la mairie"),
        ("Les abris sont prêts.*", "* Selon la mairie"),
        ("Les abris sont prêts. [1]", "[1] Selon la mairie"),
        ("Les abris sont prêts [1].", "[1] Selon la mairie"),
        ("Les abris** sont prêts.", "** Selon la mairie"),
        ("Le plan B * est prêt.", "* Selon la mairie"),
        ("Les « abris » * sont prêts.", "* Selon la mairie"),
    ],
)
def test_a_line_that_begins_with_a_mark_which_is_called_is_a_note(call: str, note: str) -> None:
    assert noted(call, MORE, note) == ["", "", note]
    assert noted(Para((Text(call),)), note) == ["", note]
    assert noted(note, call) == ["", ""]  # called below


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("Les abris sont prêts.", "* Selon la mairie"),
        ("Les abris** sont prêts.", "* Selon la mairie"),
        ("Soit 3 * 4 abris.", "* Selon la mairie"),
        ("Les abris [2] sont prêts.", "[1] Selon la mairie"),
        ("Les abris* sont prêts.", "Selon la mairie*"),
        ("Les abris* sont prêts.", "*"),
    ],
)
def test_other_marks_make_no_note(call: str, note: str) -> None:
    assert noted(call, note) == ["", ""]


def test_asterisks_of_a_list_are_no_notes_and_a_persons_word_binds() -> None:
    call = "Les abris* sont prêts."
    assert noted(call, "* Selon la mairie", "* Eau") == ["", "", ""]
    assert noted(call, "* Selon la mairie", "** Eau") == ["", "* Selon la mairie", ""]
    assert noted(call, "* Selon la mairie", l2="body") == ["", ""]
    assert noted(call, "Selon la mairie", l2="note") == ["", "Selon la mairie"]


@pytest.mark.parametrize(
    "heading",
    [
        "À propos de la régie",
        "A propos d'Emmaüs",
        "About IOM",
        "About the International Office",
        "Acerca de la OIM",
        "Sobre la Cruz Roja",
        "Sobre Ebrovento",
        "À propos des Chantiers du Val",
        "À propos",
        "Profil",
        "Qui sommes-nous ?",
        "Quiénes somos",
        "About us",
        "About the author",
        "La Mutuelle du Bocage en bref",
    ],
)
def test_a_heading_opens_who_an_organisation_is(heading: str) -> None:
    done = about(draft(f"{TITLE}\n{LEAD}\n{heading}\n{MORE}\nNotes aux rédactions\nUn mot")).value
    assert said(done) == [TITLE, LEAD, "Notes aux rédactions", "Un mot"]
    assert [plain(block.children) for block in done.release.about if isinstance(block, Para)] == [heading, MORE]


@pytest.mark.parametrize(
    "text",
    [
        "Créée en 1951, l'OIM aide les migrants.",
        "Fondée en 1998 à Lyon, la régie emploie 420 personnes.",
        "Established in 1951, IOM is the leading body.",
        "Fundada en 1951, la OIM ayuda.",
        "L'OIM, fondée en 1951, aide les migrants.",
        "IOM, established in 1951, helps.",
    ],
)
def test_the_very_last_paragraph_can_say_who_it_is(text: str) -> None:
    assert said(about(draft(f"{TITLE}\n{LEAD}\n{text}")).value) == [TITLE, LEAD]
    given = draft(f"{TITLE}\n{LEAD}\n{text}\n{MORE}")
    assert about(given).value is given
    alone = draft(f"{TITLE}\n{text}")
    assert about(alone).value is alone


def test_a_heading_stands_near_the_end_above_something_and_is_no_title() -> None:
    for text, found in (
        (f"À propos de la régie\n{MORE}", False),
        (f"{TITLE}\nÀ propos de la régie", False),
        (f"{TITLE}\nÀ propos de la régie\n{MORE}", True),
        ("\n".join([TITLE, LEAD, "À propos de la régie", *[MORE] * 13]), True),
        ("\n".join([TITLE, LEAD, "À propos de la régie", *[MORE] * 14]), False),
        (f"{TITLE}\nSobre la mesa, diez platos\n{MORE}", False),
        (f"{TITLE}\nAbout sixty jobs are gone\n{MORE}", False),
        (f"{TITLE}\nL’exposition en bref\n{MORE}", False),
        (f"{TITLE}\nProfil bas\n{MORE}", False),
        (f"{TITLE}\nÀ propos de la régie, le maire a dit oui.\n{MORE}", False),
    ):
        assert bool(about(draft(text)).value.release.about) is found


def test_a_row_of_a_paragraph_can_be_the_heading() -> None:
    page = draft(TITLE)
    page = replace(page, flow=(*page.flow, *_rowed("About Brisemer", MORE)))
    found = about(page).value.release.about
    assert [plain(block.children) for block in found if isinstance(block, Para)] == ["About Brisemer", MORE]


def _rowed(*rows: str) -> tuple[Line, ...]:
    """One line of several rows."""
    parts = [part for row in rows for part in (Break(), Text(row))]
    return (Line(tuple(parts[1:]), 2, 3),)
