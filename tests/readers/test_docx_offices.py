"""Documents of LibreOffice, Google, pandoc, Pages and Word: what is seen of them, and what became of each character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from oimpress.model.trail import Drop, rebuild
from oimpress.pipeline import Normalised, normalise_source
from tests.readers.laws import lawful
from tests.readers.outlines import outline
from tests.readers.word import p, r, word, word_of
from tests.readers.word_account import characters
from tests.readers.word_offices import Letter
from tests.readers.word_shapes import PROSE, box, chart, deleted, field, inserted, picture, unmarked
from tests.readers.word_traits import LETTERS


@pytest.mark.parametrize("made", LETTERS, ids=lambda made: made.__name__)
def test_what_is_seen_of_a_document(made: Callable[[], Letter]) -> None:
    source, seen = made()
    assert outline(normalise_source(source).value) == seen


@pytest.mark.parametrize("made", LETTERS, ids=lambda made: made.__name__)
def test_every_character_of_the_file_is_accounted_for(made: Callable[[], Letter]) -> None:
    source = made().source
    accounted(lawful(source), source.data)


def accounted(done: Normalised, data: bytes) -> None:
    """Check that kept, changed and left out together are the characters of the file, none without a rule."""
    assert done.trail is not None
    assert "X001" not in done.trail.rules
    found = Counter(rebuild(done.value, done.trail).decode())
    assert Counter({char: count for char, count in found.items() if not char.isspace()}) == characters(data)


def left_out(done: Normalised) -> dict[str, str]:
    """What was left out, rule by rule."""
    assert done.trail is not None
    found: dict[str, str] = {}
    for step in done.trail.steps:
        if isinstance(step, Drop) and step.text.strip():
            found[step.rule] = found.get(step.rule, "") + step.text.strip()
    return found


def test_all_that_can_hold_words_at_once() -> None:
    body = p("Un titre", style="Titre") + p(PROSE, deleted("ôté"), inserted(" mis"), r("tu", "<w:vanish/>"))
    body += p(picture("i", "Une rue", "C:\\rue.jpg"), box(p("encadré")), chart("g", "Courbe"))
    body += unmarked("un ") + p("deux")
    body += '<w:altChunk r:id="k"/>'
    more = {"header1": p("En-tête"), "footer1": p("Pied"), "comments": f'<w:comment w:id="0">{p("À voir")}</w:comment>'}
    linked = {"i": "image media/a.png", "g": "chart charts/c.xml", "k": "aFChunk morceau.htm"}
    files = {"word/charts/c.xml": '<c:c xmlns:c="c"><c:v>1789</c:v></c:c>', "word/morceau.htm": "<p>Un morceau</p>"}
    source = word_of(body, "tout.docx", more, linked, files)
    done = lawful(source)
    accounted(done, source.data)
    gone = left_out(done)
    assert {rule: gone[rule] for rule in ("R012", "R016", "R017", "R081", "R084", "R086")} == {
        "R012": "tu", "R016": "En-têtePied", "R017": "ôté", "R081": "À voir", "R084": "1789",
        "R086": "<p>Un morceau</p>",
    }  # fmt: skip
    assert gone["R018"] == "C:\\rue.jpgencadréCourbe"
    assert {"R088", "R089", "R090"} <= {notice.code for notice in done.notices}


def test_a_document_that_only_embeds_another_is_that_one() -> None:
    files = {"word/morceau.htm": f"<html><body><h1>La halle rouvre</h1><p>{PROSE}</p></body></html>"}
    done = normalise_source(word_of('<w:altChunk r:id="k"/>', "a.docx", {}, {"k": "aFChunk morceau.htm"}, files))
    assert outline(done.value) == ("= La halle rouvre", PROSE)


@pytest.mark.parametrize("name", ["Title", "Titre", "Título", "Titel"])
@pytest.mark.parametrize("by", ["name", "id", "base"])
def test_a_title_is_told_in_any_language(name: str, by: str) -> None:
    styles = {
        "name": f'<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="{name}"/></w:style>',
        "id": f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="Maison"/></w:style>',
        "base": f'<w:style w:type="paragraph" w:styleId="b"><w:name w:val="{name}"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Maison"/><w:basedOn w:val="b"/></w:style>',
    }[by]
    title = p("Un port rouvre", style=name if by == "id" else "a1")
    done = normalise_source(word(p("Une ligne avant lui, sans rien de particulier.") + title + p(PROSE), styles=styles))
    assert outline(done.value)[0] == "= Un port rouvre"


def test_contents_without_an_end_take_nothing_away() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
    done = normalise_source(word(p("Un titre", style="Titre") + p(begin, "Reste.") + p(PROSE)))
    assert outline(done.value) == ("= Un titre", "Reste.", PROSE)


def test_a_field_that_is_no_contents_is_kept() -> None:
    done = normalise_source(word(p("Un titre", style="Titre") + p("Page ", field("PAGEREF x", "3"), ". ", PROSE)))
    assert outline(done.value) == ("= Un titre", f"Page 3. {PROSE}")


def test_references_to_what_is_not_in_the_document_are_told() -> None:
    anchor = f'<w:hyperlink w:anchor="bas">{r("plus bas")}</w:hyperlink>'
    body = p("Un titre", style="Titre") + p(PROSE, anchor, field('HYPERLINK \\l "haut"', "plus", " haut"))
    told = [each.detail for each in normalise_source(word(body)).notices if each.code == "R097"]
    assert told == ["plus bas", "haut"]


def test_an_italic_line_below_a_logo_is_no_caption() -> None:
    leaning = p(r("Un quartier se transforme en trois ans de travaux.", "<w:i/>"))
    body = p(picture("i")) + p("Un titre", style="Titre") + p(picture("i")) + leaning + p(PROSE)
    source = word_of(body, "a.docx", {}, {"i": "image media/a.png"})
    assert "!  /" in outline(normalise_source(source).value)


def test_nobody_knows_a_sign_of_a_font() -> None:
    done = lawful(word(p("Un titre", style="Titre") + p(PROSE, '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>')))
    assert "R091" in {notice.code for notice in done.notices}
    assert left_out(done) == {} or "\uf021" not in outline(done.value)[1]
