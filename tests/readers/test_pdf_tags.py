"""Tagged PDFs come back as their structure names what they hold; tags that name lines, or not all, are not believed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Call, List, Note, Para, Quote, Section, Table
from oimpress.model.runs import flatten, plain
from oimpress.pipeline import Normalised
from oimpress.readers.pdf.limits import ReadPages
from oimpress.readers.pdf.overleaf import fill_corners, one_tree
from oimpress.readers.pdf.tagged import ELEMENTS, by_tags, is_trusted
from oimpress.readers.shared.inlines import gathered, paragraphs
from oimpress.readers.shared.pdftags import CUT, DIVIDED, PdfTag, TaggedPage, TaggedText
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import MARGINS, PROSE, TEXTS

ROWS = "".join(f"<tr><td>Lot {number}</td><td>{number} m³</td><td>{number},50 €</td></tr>" for number in range(24))
BODY = (
    f"<h1>La piscine rouvre</h1><p>{PROSE}</p><h2>Prix</h2>"
    f"<table><thead><tr><th>Lot</th><th>Volume</th><th>Prix</th></tr></thead>{ROWS}</table>"
    "<h2>Suite</h2><ul><li>ouvrir<ul><li>le bassin</li><li>le parc</li></ul></li><li>fermer</li></ul>"
    f"<ol><li>payer</li><li>signer</li></ol><blockquote><p>{TEXTS[2]}</p></blockquote>"
    f"<div style='columns: 2'>{''.join(f'<p>{text}</p>' for text in TEXTS[3:8])}</div>"
)


def tag(kind: str, *content: PdfTag | str) -> PdfTag:
    return PdfTag(kind, [TaggedText(item, "", 11) if isinstance(item, str) else item for item in content])


def page(*tags: PdfTag, others: str = "", at_edges: bool = True) -> TaggedPage:
    return TaggedPage([tag("Document", *tags)], others, at_edges)


def read(*pages: TaggedPage) -> ReadPages:
    return by_tags(one_tree(pages), pages, "fr")


def said(found: ReadPages) -> list[str]:
    return [item.plain if isinstance(item, Line) else str(outline(item)) for item in found.flow]


def outline(block: Block) -> object:
    """The words of a block as lists inside lists."""
    if isinstance(block, List):
        return [[outline(inner) for inner in item.blocks] for item in block.items]
    if isinstance(block, Table):
        return [[plain(cell.children) for cell in row.cells] for row in block.rows]
    return " ".join(plain(run) for run in paragraphs((block,)))


@pytest.fixture(scope="module")
def done() -> Normalised:
    from weasyprint import HTML  # type: ignore[import-untyped]

    style = f"{MARGINS} @page {{ size: A5 }} p {{ hyphens: auto }}"
    html = f"<html lang=fr><title>La piscine</title><style>{style}</style><body>{BODY}</body>"
    return lawful(Source("a.pdf", HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")))


def test_headings_tables_and_lists_come_back_as_they_were(done: Normalised) -> None:
    assert plain(done.value.title) == "La piscine rouvre"
    prices, more = [block for block in done.value.body if isinstance(block, Section)]
    (table,) = prices.blocks
    assert isinstance(table, Table)
    assert [len(row.cells) for row in table.rows] == [3] * 25
    assert [cell.header for cell in table.rows[0].cells] == [True] * 3
    bulleted, numbered, quote, *prose = more.blocks
    assert outline(bulleted) == [["ouvrir", [["le bassin"], ["le parc"]]], ["fermer"]]
    assert isinstance(numbered, List)
    assert numbered.ordered
    assert isinstance(quote, Quote)
    assert [plain(block.children).replace("\u00a0", " ") for block in prose if isinstance(block, Para)] == TEXTS[3:8]


def test_what_no_tag_names_is_the_margin_of_its_page(done: Normalised) -> None:
    assert done.trail is not None
    assert done.trail.rules["R016"] > 1
    assert "Ville de Vézelin" not in repr(done.value.body)


def test_what_goes_on_over_the_page_is_one() -> None:
    long = "La piscine municipale accueillera le public à partir du"
    row = tag("TR", tag("TD", "un"), tag("TD", "deux"))
    first = tag("L", tag("LI", tag("Lbl", "1."), tag("LBody", "ouvrir")))
    found = read(
        page(tag("P", long), others="Ville 1/2"),
        page(tag("P", "mois de juin."), first, others="Ville 2/2"),
        page(tag("L", tag("LI", tag("LBody", "en grand")), tag("LI", tag("Lbl", "2."), tag("LBody", "fermer")))),
        page(tag("Table", row)),
        page(tag("Table", row, row)),
    )
    assert said(found) == [
        f"{long} mois de juin.", "[['ouvrir en grand'], ['fermer']]", str([["un", "deux"]] * 3),
    ]  # fmt: skip
    assert [str(each.text) for each in found.dropped if each.rule == "R016"] == ["Ville 1/2", "Ville 2/2"]


def test_labels_that_stand_in_the_text_are_labels() -> None:
    items = [tag("LI", tag("LBody", tag("P", f"{number}. mot"))) for number in (1, 2)]
    (found,) = read(page(tag("L", *items), tag("P", PROSE))).flow[:1]
    assert isinstance(found, List)
    assert (found.ordered, outline(found)) == (True, [["mot"], ["mot"]])
    kept = read(page(tag("L", tag("LI", tag("LBody", "2025 est là")), tag("LI", tag("LBody", "« oui »")))))
    assert said(kept) == ["[['2025 est là'], ['« oui »']]"]


@pytest.mark.parametrize(
    ("text", "read_as", "told"),
    [
        (f"la réha{CUT}\nbilitation, une réhabilitation", "la réhabilitation, une réhabilitation", False),
        (f"le centre{CUT}\nville", "le centre-ville", True),
        (f"des tra{DIVIDED}\nvaux", "des travaux", False),
    ],
)
def test_words_that_a_line_cuts(text: str, read_as: str, told: bool) -> None:
    found = read(page(tag("P", text), tag("P", PROSE)))
    assert said(found)[0] == read_as
    assert [each.code for each in found.notices] == ["L102"] * told


def test_notes_keep_their_calls_and_lose_their_marks() -> None:
    call = PdfTag("Link", [TaggedText("1", "", 7)])
    text = tag("P", "Avant l’hiver", call, ". Puis l’article 1", tag("Span", "1"), " s’applique.")
    found = read(page(text, tag("P", PROSE), tag("Note", tag("P", "1 ", "Arrêté du 3 mars."))))
    line, _, note = found.flow
    assert isinstance(line, Line)
    assert isinstance(note, Note)
    assert [child.to for child in line.children if isinstance(child, Call)] == [note.id]
    assert plain(note.children) == "Arrêté du 3 mars."
    assert [str(each.text) for each in found.dropped if each.rule == "R078"] == ["1 "]


def test_a_heading_is_told_by_its_size_where_no_tag_names_one() -> None:
    heading = PdfTag("P", [TaggedText("Le bassin", "", 18)])
    assert [item.level for item in read(page(heading, tag("P", PROSE))).flow if isinstance(item, Line)] == [1, 0]
    named = read(page(tag("H1", "Le titre"), heading, tag("P", PROSE)))
    assert [item.level for item in named.flow if isinstance(item, Line)] == [1, 0, 0]


def test_tags_that_leave_words_out_or_name_lines_are_not_believed() -> None:
    lines = [tag("P", PROSE[at : at + 60]) for at in (11, 71)]
    whole = [tag("P", text) for text in TEXTS[:2]]
    for pages, believed in (
        ([page(*whole)], True),
        ([page(*whole), page(*whole, others="Un texte", at_edges=False)], False),
        ([page(*lines)], False),
        ([page(tag("Span", PROSE))], False),
        ([], False),
    ):
        assert is_trusted(one_tree(pages), pages) == believed


TREES = st.recursive(
    st.builds(
        TaggedText, st.text("aé1 •.\n\x02\u00ad", max_size=12), st.sampled_from(["", "https://a.example"]), st.just(11)
    ),
    lambda inner: st.builds(PdfTag, st.sampled_from([*ELEMENTS, "Div", "Figure", "Note"]), st.lists(inner, max_size=4)),
    max_leaves=20,
)


@given(st.lists(st.lists(TREES.filter(lambda item: isinstance(item, PdfTag)), max_size=3), max_size=3))
@settings(max_examples=60)
def test_every_letter_is_kept_or_left_out_by_a_rule(found: list[list[PdfTag]]) -> None:
    pages = [TaggedPage(list(tags), "Ville", True) for tags in found]
    wanted = Counter(filter(str.isalnum, "".join(one.text for tags in found for each in tags for one in each.texts())))
    done = read(*pages)
    kept = "".join(str(flatten(run)) for run in paragraphs(gathered(done.flow)))
    given_back = Counter(filter(str.isalnum, kept + "".join(str(each.text) for each in done.dropped)))
    assert given_back == wanted + Counter("Ville" * len(pages))


def test_the_empty_corner_of_a_table_is_a_cell_of_its_head() -> None:
    def line(kind: str, *words: str) -> PdfTag:
        return PdfTag("TR", [PdfTag(kind, [TaggedText(word, "", 10)]) for word in words])

    def widths(*rows: PdfTag) -> list[int]:
        fill_corners(PdfTag("Document", [PdfTag("Table", [*rows])]))
        return [len(each.content) for each in rows]

    body = [line("TD", "Juin", "10 h", "19 h"), line("TD", "Mai", "14 h", "17 h")]
    assert widths(line("TH", "Semaine", "Week-end"), *body) == [3, 3, 3]
    assert widths(line("TD", "Semaine", "Week-end"), *body) == [3, 3, 3]
    assert widths(line("TD", "9 h", "18 h"), *body) == [2, 3, 3]
    assert widths(line("TH", "Semaine"), *body) == [1, 3, 3]
    assert widths(line("TH", "Semaine", "Week-end"), body[0]) == [2, 3]


def test_a_note_within_a_paragraph_stands_behind_it() -> None:
    text = ("Un mot", tag("Lbl", "1"), tag("Note", tag("Lbl", "1"), "La note."), " de la fin.")
    found = read(page(tag("P", *text), tag("L", tag("LI", tag("LBody", tag("P", "Un point"), tag("Note", "Rien."))))))
    assert said(found)[:2] == ["Un mot1 de la fin.", "La note."]


def test_the_caption_of_a_table_is_its_own() -> None:
    rows = [tag("TR", tag("TD", "Lot"), tag("TD", word)) for word in ("A", "B")]
    found = read(page(tag("P", PROSE), tag("Table", tag("Caption", "Les lots"), *rows), tag("Caption", "Une image")))
    (table,) = [item for item in found.flow if isinstance(item, Table)]
    assert plain(table.caption) == "Les lots"
    assert said(found)[-1] == "Une image"
