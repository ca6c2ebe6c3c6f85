"""Leftovers of tags: all forms that were seen, and the text that resembles them."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Cell, Link, Row, Table, Text
from oimpress.model.runs import flatten, spans
from oimpress.model.traced import Traced
from oimpress.model.walk import runs
from oimpress.passes.lines.anchors import anchors, find_tails, leads_somewhere
from tests.passes.reading import LEAD, MORE, bare, codes, draft, paragraphs, read, release, said

FORMS = [
    '"http://www.iom.int/" target="_blank" title=\n"">',
    '"paragraph-link" href=\n"mailto:x@iom.int">',
    '"mailto:x@iom.int">',
    'alt="" border="0" hspace="4" src=\n"/jahia/webdav/photo.gif">',
    '"CLEAR: right; BORDER-TOP: rgb(1,2,3) 1px solid">',
    'onclick="javascript: window.open(this.href)"\ntarget="_blank" title="">',
    'class="btn" width="185">',
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_one_tail(form: str) -> None:
    text = f"Voir le site\n{form}texte"
    assert [text[tail.start : tail.end] for tail in find_tails(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        'Il a répondu "oui" > "non" et ensuite "peut-être".',
        'Il a dit "oui">puis il est parti.',
        'La mesure "5" est > 3 et x="2" reste.',
        '"Une citation entière de plusieurs mots." Puis la suite > la fin',
        "a < b > c",
    ],
)
def test_text_is_left_alone(text: str) -> None:
    assert list(find_tails(text)) == []


def links(text: str) -> list[tuple[str, str]]:
    return [
        (node.href, bare(str(flatten(node.children))))
        for run in runs(release(text))
        for _, _, node in spans(run.children, Link)
        if isinstance(node, Link)
    ]


def test_a_link_is_put_together_again() -> None:
    text = f'Un titre ici\n{LEAD} Voir le site\n"http://www.iom.int/a" target="_blank" title=\n"">http://www.iom.int/a pour tout.'
    assert links(text) == [("http://www.iom.int/a", "http://www.iom.int/a")]


def test_a_link_over_words_ends_with_their_clause() -> None:
    text = f'Un titre ici\n{LEAD} Consulter\n"http://www.iom.int/r">le rapport complet, en anglais.'
    assert links(text) == [("http://www.iom.int/r", "le rapport complet")]


def test_pictures_and_styles_leave_nothing() -> None:
    text = f'Un titre ici\nalt="" border="0" src=\n"/x.gif">{LEAD}\n"CLEAR: right; COLOR: red">{LEAD} Fin.'
    said = " ".join(bare(str(flatten(run.children))) for run in runs(release(text)))
    assert said.count(LEAD) == 2
    assert "gif" not in said
    assert "CLEAR" not in said


BOX = '"CLEAR: right; BORDER-RIGHT: rgb(0,51,153) 1px solid">'
WRAPPED = """Une ligne gratuite est ouverte depuis lundi dans le sud de
l'Albanie, et une équipe de douze personnes y répond de jour comme
de nuit en albanais, en romani et en anglais. Au cours des deux
premières heures, elle a reçu 163 appels, dont onze
ont donné lieu à une intervention de la police."""
AFTER = """« Beaucoup de femmes croient qu'elles seront punies si elles
parlent », explique la directrice du foyer de la ville."""


def test_a_tag_that_is_gone_may_have_parted_paragraphs() -> None:
    done = read(f"Un titre ici\n\n{WRAPPED}\n{BOX}\n{AFTER}")
    assert paragraphs(done.value.body) == [WRAPPED.replace("\n", " "), AFTER.replace("\n", " ")]
    assert "L101" in codes(done.notices)


def test_a_tag_that_is_gone_parts_no_sentence() -> None:
    cut = WRAPPED.replace("appels, dont", f"appels, dont\n{BOX}\n").replace("\n onze", "\nonze")
    assert paragraphs(release(f"Un titre ici\n\n{cut}").body) == [WRAPPED.replace("\n", " ")]


@pytest.mark.parametrize(
    ("end", "start", "parts"),
    [
        ("Les comptes sont affichés le vendredi.", "www.example.org/duekoue est l'adresse du site.", 2),
        ("Les comptes sont affichés sur le site", "www.example.org/duekoue depuis vendredi.", 1),
        ("Deux interprètes y assurent une permanence par", "téléphone.", 1),
        ("Le livre est vendu au prix de vingt-quatre euros", "tél. et horaires sont ceux de la librairie.", 1),
    ],
)
def test_where_a_wrapped_text_is_parted(end: str, start: str, parts: int) -> None:
    body = release(f"Un titre ici\n\n{WRAPPED}\n{end}\n{start}").body
    said = paragraphs(body)
    assert any(start in text for text in said)
    assert any(f"{end} {start}" in text for text in said) == (parts == 1)


def test_addresses_in_running_text_become_links() -> None:
    text = f"Un titre ici\n{LEAD} Voir www.iom.int/fr (ou https://x.org/a?b=1).\nÉcrire à info@iom.int le lundi et le mardi."
    assert links(text) == [
        ("https://www.iom.int/fr", "www.iom.int/fr"),
        ("https://x.org/a?b=1", "https://x.org/a?b=1"),
        ("mailto:info@iom.int", "info@iom.int"),
    ]


def test_a_missing_space_is_no_address() -> None:
    assert links(f"Un titre ici\n{LEAD} Il vit dans le nord.La mission l'a vu à 10.45 heures.\n") == []


def test_a_button_that_a_broken_tag_hid_goes() -> None:
    pressed = 'target="_blank" title="">Follow us\n"/jahia/icones/bandeau.gif"\nwidth="185">'
    said = f"« {LEAD} »"
    assert paragraphs(release(f"Un titre ici\n{LEAD}\n{pressed}{said}\n{LEAD}").body) == [LEAD, said, LEAD]
    assert "Follow us" in str(paragraphs(release(f"Un titre ici\n{LEAD}\nFollow us and see, he said.\n{LEAD}").body))


def test_the_end_of_a_link_over_words_is_a_doubt_and_that_of_an_address_is_none() -> None:
    doubted = read(f'Un titre ici\n{LEAD} Consulter\n"http://x.example/r">le rapport, en anglais.')
    assert [(one.code, one.detail) for one in doubted.notices if one.code[0] == "A"] == [("A101", "le rapport")]
    sure = read(f'Un titre ici\n{LEAD} Consulter\n"http://x.example/r">http://x.example/r pour tout.')
    assert not {"A101", "A102"} & codes(sure.notices)


def test_a_link_without_words_is_taken_out_and_told() -> None:
    done = read(f'Un titre ici\n{LEAD} Consulter le site\n"http://x.example/r">\n{LEAD.replace("abris", "vivres")}')
    (told,) = [one for one in done.notices if one.code[0] == "A"]
    assert (told.code, told.detail) == ("A102", "http://x.example/r")
    assert done.trail is not None
    assert done.trail.rules["A001"] >= 1
    assert links(f'Un titre ici\n{LEAD} Consulter le site\n"http://x.example/r">\n{MORE}') == []


def linked(text: str) -> list[tuple[str, str]]:
    """The links of the lines, each with its words."""
    return [
        (str(node.href), str(flatten(node.children)))
        for line in anchors(draft(text)).value.flow
        if isinstance(line, Line)
        for _, _, node in spans(line.children, Link)
        if isinstance(node, Link)
    ]


REPORT = "http://x.example/r"


@pytest.mark.parametrize(
    ("text", "lines", "links"),
    [
        (f'Voir "{REPORT}">le rapport, ici.', ["Voir le rapport, ici."], [(REPORT, "le rapport")]),
        (f'Voir class="btn" href="{REPORT}">le rapport, ici.', ["Voir le rapport, ici."], [(REPORT, "le rapport")]),
        (f'Voir HREF="{REPORT}">le rapport.', ["Voir le rapport."], [(REPORT, "le rapport")]),
        ('Voir href="page.html">la page. Fin', ["Voir la page. Fin"], [("page.html", "la page")]),
        ('Voir href="">la page. Fin', ["Voir la page. Fin"], []),
        ('Voir class="x" href="">la page. Fin', ["Voir la page. Fin"], []),
        ('Voir class="http://x.example/r">la page. Fin', ["Voir la page. Fin"], []),
        ('"mailto:x@iom.int">Écrire, vite', ["Écrire, vite"], [("mailto:x@iom.int", "Écrire")]),
        ('"www.iom.int/a">le site ; puis', ["le site ; puis"], [("https://www.iom.int/a", "le site")]),
        (f'"{REPORT}">le rapport (en anglais) suit', ["le rapport (en anglais) suit"], [(REPORT, "le rapport (en anglais")]),
        (f'Voir\n"{REPORT}">  le rapport  ', ["Voir", "  le rapport  "], [(REPORT, "le rapport")]),
        (f'Voir "{REPORT}">x@iom.int et', ["Voir x@iom.int et"], [(REPORT, "x@iom.int")]),
        (f'Voir "{REPORT}"> www.x.example. Et', ["Voir  www.x.example. Et"], [(REPORT, "www.x.example")]),
        (f'Lire "{REPORT}" target=\n"_blank">le rapport, ici.', ["Lire ", "le rapport, ici."], [(REPORT, "le rapport")]),
        (f'href=\n"{REPORT}"\ntarget="_blank">le site. Ici', ["le site. Ici"], [(REPORT, "le site")]),
        (
            'Un "http://a.example/x">mot, et "http://b.example/y">un autre.',
            ["Un mot, et un autre."],
            [("http://a.example/x", "mot"), ("http://b.example/y", "un autre")],
        ),
    ],
)  # fmt: skip
def test_a_leftover_becomes_a_link_over_the_words_behind_it(
    text: str, lines: list[str], links: list[tuple[str, str]]
) -> None:
    assert (said(anchors(draft(text)).value), linked(text)) == (lines, links)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (f'Voir class="btn" href="{REPORT}">le rapport.', ['class="btn" href="', '">']),
        (f'Voir\n"{REPORT}" target="_blank" title=\n"">le site.', ['"">', '"', '" target="_blank" title=']),
        ('alt="" border="0" src=\n"/x.gif">Texte', ['"/x.gif">', 'alt="" border="0" src=']),
        (f'Voir "{REPORT}">', ['"', '">', REPORT]),
        ("Voir le site.", []),
    ],
)
def test_all_of_a_leftover_but_its_address_is_left_out(text: str, gone: list[str]) -> None:
    assert [(str(each.text), each.rule) for each in anchors(draft(text)).dropped] == [(each, "A001") for each in gone]


def test_the_address_is_put_by_its_rule() -> None:
    (line,) = anchors(draft(f'Voir "{REPORT}">le rapport.')).value.flow
    assert isinstance(line, Line)
    ((_, _, node),) = spans(line.children, Link)
    assert isinstance(node, Link)
    assert isinstance(node.href, Traced)
    assert [piece.place for piece in node.href.pieces] == ["A002"]


def shape(text: str) -> list[tuple[str, int, int]]:
    """The lines, each with the blank ones before it and the columns of a tag that were taken off it."""
    return [(line.plain, line.gap, line.tag) for line in anchors(draft(text)).value.flow if isinstance(line, Line)]


def test_a_line_tells_how_wide_the_tag_was_that_it_lost() -> None:
    assert shape('Un mot.\n"mailto:x@iom.int">Écrire, vite') == [("Un mot.", 0, 0), ("Écrire, vite", 0, 19)]
    assert shape('Voir title=\n"">le site.') == [("Voir ", 0, 0), ("le site.", 0, 3)]
    assert shape('Un "http://a.example/x">mot, et "http://b.example/y">un.') == [("Un mot, et un.", 0, 42)]


def test_a_line_that_vanishes_leaves_its_gap_to_the_next() -> None:
    box = '"CLEAR: right; COLOR: red">'
    assert shape(f"Un.\n\n\n{box}\n\nDeux.\nTrois.") == [("Un.", 0, 0), ("Deux.", 3, 0), ("Trois.", 0, 0)]
    assert shape(f"Un.\n{box}\n{box}\nDeux.\n\nTrois.") == [("Un.", 0, 0), ("Deux.", 0, 0), ("Trois.", 1, 0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'Un.\nVoir "{REPORT}">le rapport, ici.', [("A101", "l.2", "le rapport")]),
        (f'Un.\nVoir "{REPORT}">{REPORT}, ici.', []),
        (f'Un.\nVoir "{REPORT}">x@iom.int, ici.', []),
        (f'Un.\nVoir "{REPORT}">', [("A102", "l.2", REPORT)]),
        (f'Un.\nVoir "{REPORT}">  . Puis', [("A102", "l.2", REPORT)]),
        ('Un.\nVoir class="x">le rapport', []),
    ],
)
def test_what_is_told_of_a_link(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(one.code, one.where, one.detail) for one in anchors(draft(text)).notices] == told


@pytest.mark.parametrize(
    ("value", "leads"),
    [
        ("http://x.example/r", True),
        ("mailto:x@iom.int", True),
        ("www.x.example", True),
        ("http://x.example/a b", False),
        ("oui", False),
        ("x@iom.int", False),
    ],
)
def test_values_that_are_addresses(value: str, leads: bool) -> None:
    assert bool(leads_somewhere(value)) == leads


@pytest.mark.parametrize(
    "tail",
    [
        '"/jahia/photo.JPG">',
        '"photo.webp">',
        '"COLOR : red;">',
        '" color: red; border: 0">',
        'title="Le site de l’agence">',
        '"a" title="b">',
        'name="">',
    ],
)
def test_a_leftover_is_known_by_any_of_its_parts(tail: str) -> None:
    assert [(one.start, one.end, one.href) for one in find_tails(f"Mot {tail}suite")] == [(4, 4 + len(tail), None)]


@pytest.mark.parametrize("tail", ['"photo">', '"color red">', '"/a/b.html">', '"">', '"12:30">', '"un.gif deux">'])
def test_what_no_part_tells_is_no_leftover(tail: str) -> None:
    assert list(find_tails(f"Mot {tail}suite")) == []
    assert list(find_tails(f"Mot{tail}suite")) == []


def test_where_the_address_stands() -> None:
    text = f'Voir class="x" Href="{REPORT}" target="y">le site'
    (tail,) = find_tails(text)
    assert tail.href is not None
    assert text[slice(*tail.href)] == REPORT


def test_a_table_beside_a_leftover_stays() -> None:
    table = Table((Row((Cell((Text("Salle"),)),)),))
    found = draft('Voir le site\n"mailto:x@iom.int">du festival')
    assert anchors(found.with_fields((*found.flow, table))).value.flow[-1] == table
