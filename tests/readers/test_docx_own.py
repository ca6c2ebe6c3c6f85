"""Our own Word documents, brought back: the same words in the same structure."""

from __future__ import annotations

import contextlib
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from oimpress.errors import ReadError
from oimpress.model.codec import to_xml
from oimpress.model.nodes import (
    Call,
    Cell,
    Contact,
    Dateline,
    Edition,
    Embargo,
    Emphasis,
    Item,
    List,
    Note,
    Para,
    Place,
    Quote,
    Release,
    Row,
    Section,
    Table,
    Text,
    Words,
)
from oimpress.pipeline import normalise_source
from oimpress.sources import Source, load
from oimpress.style import load_style
from oimpress.writers import find
from tests.readers.laws import lawful
from tests.readers.word import p
from tests.strategies import releases
from tests.writers import samples

SAMPLES = (*samples.edition().releases, samples.market())
# What a Word document does not hold: the machine's names, the plain label of a list, where a picture came from.
LOST = re.compile(r' (?:id|kind|name|codes|marker|href|alt)="[^"]*"(?=[^<]*>)| type="[^"]*"')


def written(release: Release, **more: object) -> bytes:
    edition = Edition((release,), "Un titre", "single", release.lang, **more)  # type: ignore[arg-type]
    return find("docx").write(edition, load_style("oim")).value


def lines(release: Release) -> list[str]:
    """The canonical XML without what a Word document cannot hold."""
    bare = to_xml(replace(release, source=None, id="x", kind="other", published=""))
    return [LOST.sub("", line) for line in bare.decode().splitlines() if "<published" not in line]


@pytest.mark.parametrize("release", SAMPLES, ids=[release.id for release in SAMPLES])
def test_samples_come_back(release: Release) -> None:
    done = lawful(Source("retour.docx", written(release, assets=samples.edition().assets)))
    assert lines(done.value) == lines(release)


def test_the_seeds_come_back_with_every_value(seeds: list[Path]) -> None:
    """Dates, countries, types of facts and numbers to dial are worked out again from the words."""
    for path in seeds:
        release = normalise_source(load(path)).value
        back = lawful(Source("retour.docx", written(release))).value
        assert to_xml(replace(back, source=None, id="x")) == to_xml(replace(release, source=None, id="x"))


def test_what_coming_back_changes_is_nothing_the_second_time(seeds: list[Path]) -> None:
    first = lawful(Source("retour.docx", written(SAMPLES[0]))).value
    again = lawful(Source("retour.docx", written(first))).value
    assert to_xml(replace(again, source=None)) == to_xml(replace(first, source=None))


@settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # shrinking takes minutes
@given(releases)
def test_any_release_goes_out_and_comes_back_lawfully(release: Release) -> None:
    with contextlib.suppress(ReadError):
        lawful(Source("retour.docx", written(release)))


def test_a_letterhead_and_an_embargo_come_back_with_the_instant() -> None:
    """It is worked out from the words, so that it follows them when somebody edits them in Word."""
    release = samples.market()
    data = written(release)
    back = lawful(Source("retour.docx", data)).value
    assert (back.issuer, back.reference, back.embargo) == (release.issuer, release.reference, release.embargo)
    assert back.contacts == release.contacts
    later = rewritten(data, lambda xml: xml.replace("20\u00a0mars 2026", "21\u00a0mars 2026"))
    assert lawful(Source("retour.docx", later)).value.embargo == Embargo(
        "Sous embargo jusqu’au 21\u00a0mars 2026 à 6\u00a0h\u00a000\u00a0GMT", "2026-03-21T06:00:00Z"
    )


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
def test_an_embargo_without_words_comes_back_in_those_of_the_publication(lang: str) -> None:
    release = replace(samples.market(), lang=lang, embargo=Embargo("", "2026-03-20T06:30:00Z"))
    back = lawful(Source("retour.docx", written(release))).value
    assert back.embargo is not None
    assert back.embargo.until == "2026-03-20T06:30:00Z"
    assert [phone.kind for contact in back.contacts if isinstance(contact, Contact) for phone in contact.phones] == [
        "", "mobile", "fax"
    ]  # fmt: skip


def test_a_number_without_issuer_and_an_embargo_alone_come_back() -> None:
    bare = replace(samples.market(), issuer="", kicker=(), subtitle=())
    for release in (replace(bare, embargo=None), replace(bare, reference="")):
        assert lines(lawful(Source("retour.docx", written(release))).value) == lines(release)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Jumelage de villes aux fins d’intégration des migrants", 1),
        ("signent\u00a0: «\u00a0Un accord pour protéger les\u00a0migrants\u00a0»", 0),
        ("Les interadministratifs-migratoires et multidisciplinairement", 0),
    ],
)
def test_a_title_whose_last_words_are_kept_together_comes_back_as_it_was(words: str, kept: int) -> None:
    release = Release("x", title=(Text("Titre"), Emphasis((Text(" et sous-titre, "),)), Text(words)))
    back = lawful(Source("a.docx", written(release)))
    assert back.value.title == release.title
    assert back.trail is not None
    assert [step.rule for step in back.trail.steps].count("R095") == kept


def test_an_undated_and_untitled_release_stays_so() -> None:
    back = lawful(Source("retour.docx", written(Release("x", body=SAMPLES[2].body[:1])))).value
    assert (back.title, back.dateline, back.published) == ((), None, "")
    assert back.body == SAMPLES[2].body[:1]


def test_two_places_without_a_date_are_no_date() -> None:
    release = replace(SAMPLES[2], dateline=Dateline(Place("Genève – Nairobi")), published="")
    assert lawful(Source("retour.docx", written(release))).value.dateline == release.dateline


@pytest.mark.parametrize("title", ["Dossier de presse", "L’année 2025"])
def test_cover_and_contents_of_a_kit_of_one_are_left_out(title: str) -> None:
    release = SAMPLES[0]
    edition = Edition((release,), title, "press-kit", "fr", "2026-01-02", organisation="OIM")
    done = lawful(Source("kit.docx", find("docx").write(edition, load_style("oim")).value))
    assert lines(done.value) == lines(release)
    assert done.trail is not None
    assert done.trail.rules["R021"] >= 5


def test_an_edit_in_word_comes_through() -> None:
    """Words changed, a paragraph added behind the release's own bookmark."""

    def edited(xml: str) -> str:
        return xml.replace("signent", "concluent").replace("<w:sectPr", p("Un paragraphe de plus.") + "<w:sectPr", 1)

    release = next(each for each in SAMPLES if each.id.endswith("signent"))
    back = lawful(Source("retour.docx", rewritten(written(release), edited))).value
    assert "concluent" in str(back.title)
    assert "Un paragraphe de plus." in str(back.body[-1])
    assert back.contacts == release.contacts


def test_a_fact_whose_label_was_emptied_keeps_its_words() -> None:
    release = next(each for each in SAMPLES if each.facts)
    label = str(release.facts[0].label)
    back = lawful(Source("retour.docx", rewritten(written(release), lambda xml: xml.replace(label, "", 1)))).value
    assert (str(back.facts[0].label), back.facts[0].value) == ("2019", Words(""))
    assert len(back.facts) == len(release.facts)


def test_notes_come_back_with_their_calls() -> None:
    """From a heading, an item, a quotation and a cell; Word numbers them and keeps each behind what calls it."""
    call = [(Text(word), Call(f"n{at}", (Text(str(at)),))) for at, word in enumerate("abcd", 1)]
    note = [Note((Text(f"Note {at}."),), f"n{at}") for at in range(1, 5)]
    blocks = (
        note[0],
        List((Item((Para(call[1]), note[1])),), marker="•"),
        Quote((Para(call[2]), note[2]), (Text("A. B."),)),
        Table((Row((Cell(call[3]), Cell((Text("y"),)))),)),
        note[3],
    )
    release = Release("a", title=(Text("La halle rouvre"),), body=(Section(call[0], blocks),))
    came = normalise_source(Source("a.docx", written(release))).value
    assert came.body == release.body


@pytest.mark.parametrize("style", ["PressTitle", "PressDateline", "PressContactOrganisation", "PressContactEmail"])
def test_notes_put_into_head_and_contacts_are_kept(style: str) -> None:
    release = next(each for each in SAMPLES if each.id.startswith("quatorzieme"))

    def moved(xml: str) -> str:
        reference = str(*re.findall(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference.*?</w:r>", xml))
        bare = xml.replace(reference, "")
        at = bare.index("</w:p>", bare.index(f'"{style}"'))
        return bare[:at] + reference + bare[at:]

    noted = replace(release, body=(*release.body, Note((Text("Une note."),))))
    back = lawful(Source("retour.docx", rewritten(written(noted), moved))).value
    assert str(back.body).count("Une note.") == 1
    assert (back.title, back.contacts) == (release.title, release.contacts)


def test_a_table_put_among_the_contacts_is_kept() -> None:
    release = next(each for each in SAMPLES if each.id.startswith("quatorzieme"))
    table = f"<w:tbl>{''.join(f'<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>' for a, b in ('ab', 'cd'))}</w:tbl>"

    def edited(xml: str) -> str:
        at = xml.index("</w:p>", xml.index("_oimpress_contacts_")) + len("</w:p>")
        return xml[:at] + table + xml[at:]

    back = lawful(Source("retour.docx", rewritten(written(release), edited))).value
    assert "Table" in str(back.body[-1])
    assert back.contacts == release.contacts


def test_without_bookmarks_styles_still_tell_the_structure() -> None:
    """As some programs save them."""
    release = next(each for each in SAMPLES if "plateforme" in each.id)
    flat = rewritten(written(release), lambda xml: re.sub("<w:bookmark[^>]*>", "", xml))
    back = lawful(Source("retour.docx", flat)).value
    assert lines(back) == lines(release)


def test_through_libreoffice(validator: Callable[[str], list[str]], tmp_path: Path) -> None:
    release = next(each for each in SAMPLES if each.id.startswith("jumelage"))
    (tmp_path / "a.docx").write_bytes(written(release))
    command = [*validator("libreoffice"), "--convert-to", "docx", "--outdir", str(tmp_path / "out"), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    back = lawful(Source("a.docx", (tmp_path / "out" / "a.docx").read_bytes())).value
    assert lines(back) == lines(release)


def rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    """The document with its main part changed."""
    return parts_rewritten(data, lambda name, part: change(part) if name == "word/document.xml" else part)


def parts_rewritten(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """The document with each of its parts of XML changed, which ``change`` is given by name and content."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():  # with the date that each had: the same bytes at any hour
            content = old.read(part)
            is_xml = part.filename.endswith(".xml")
            new.writestr(part, change(part.filename, content.decode()).encode() if is_xml else content)
    return out.getvalue()
