"""PDFs: ours come back as they were; of others the words, the paragraphs and the headings; scans are refused."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from PIL import Image

import oimpress
from oimpress.errors import ReadError
from oimpress.model.nodes import Link, List, Para, Section
from oimpress.model.runs import flatten, spans
from oimpress.model.trail import retrace
from oimpress.model.walk import runs
from oimpress.pipeline import Normalised, normalise_all, normalise_source
from oimpress.readers import find, read
from oimpress.readers.pdf.items import with_labels
from oimpress.readers.shared.pdfium import PdfLine
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source
from tests.readers.laws import lawful

PROSE = (
    "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux que la commune, la"
    " Région et l’État ont payés ensemble, et dont les habitants ont choisi le projet."
)
TEXTS = [" ".join((*PROSE.split()[number:], *PROSE.split()[:number], "fin.")) for number in range(24)]
MARGINS = (
    '@page { @top-center { content: "Ville de Vézelin" }'
    ' @bottom-center { content: counter(page) " / " counter(pages) } }'
)


def pdf(body: str, style: str = "") -> bytes:
    from weasyprint import HTML  # type: ignore[import-untyped]

    html = f"<html lang=fr><style>{MARGINS} body {{ font: 11pt serif }} {style}</style><body>{body}</body></html>"
    made: bytes = HTML(string=html).write_pdf()
    return made


@pytest.fixture(scope="module")
def printed() -> bytes:
    inner = "".join(f"<p>{text}</p>" for text in TEXTS)
    heads = ("La piscine rouvre après deux ans de travaux", "Un bassin sobre")
    return pdf(f"<h1>{heads[0]}</h1>{inner}<h2>{heads[1]}</h2><p>{PROSE}</p>")


def paragraphs(done: Normalised) -> list[str]:
    blocks = [
        *done.value.body,
        *(inner for each in done.value.body if isinstance(each, Section) for inner in each.blocks),
    ]
    return [str(flatten(block.children)).replace("\u00a0", " ") for block in blocks if isinstance(block, Para)]


def test_paragraphs_headings_and_margins_are_told_by_geometry(printed: bytes) -> None:
    done = lawful(Source("a.pdf", printed))
    assert str(flatten(done.value.title)) == "La piscine rouvre après deux ans de travaux"
    assert paragraphs(done) == [*TEXTS, PROSE]
    assert [str(flatten(block.heading)) for block in done.value.body if isinstance(block, Section)] == [
        "Un bassin sobre"
    ]
    assert done.trail is not None
    assert {"R016", "R048"} <= done.trail.rules.keys()


def test_columns_are_read_one_after_the_other() -> None:
    inner = "".join(f"<p>{text}</p>" for text in TEXTS)
    data = pdf(f"<h1>Un titre</h1><div>{inner}</div>", "div { columns: 2 }")
    assert paragraphs(lawful(Source("a.pdf", data))) == TEXTS


def test_words_cut_at_a_line_end_are_joined_when_they_stand_elsewhere() -> None:
    style = "p { hyphens: manual; width: 4cm }"
    text = "Une réhabilitation complète commence. La réha\u00adbilitation dure, et le centre-\u200bville attend."
    done = lawful(Source("a.pdf", pdf(f"<h1>Un titre</h1><p>{text}</p><p>{text}</p>", style)))
    assert "réha-" not in " ".join(paragraphs(done))
    assert "centre-ville" in " ".join(paragraphs(done))


def test_labels_of_lists_stand_before_their_words() -> None:
    """WeasyPrint sets the labels of a page at its end; « 1 / 1 » numbers a page that is the only one."""
    inner = "<ul><li>Un bassin sobre.<li>Des horaires élargis</ul><p>{}</p><ol><li>ouvrir<li>fermer</ol>"
    done = lawful(
        Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1><p>{PROSE}</p>{inner.format(TEXTS[3])}<p>{PROSE}</p>"))
    )
    lists = [block for block in done.value.body if isinstance(block, List)]
    assert [(str(each.marker), each.ordered, len(each.items)) for each in lists] == [("•", False, 2), ("1.", True, 2)]
    assert "1 / 1" not in "".join(paragraphs(done))


def test_what_is_raised_stays_in_its_line() -> None:
    """PDFium ends a line before and behind it."""
    text = "Avant l’hiver<sup style='font-size: 6pt; vertical-align: 5pt'>1</sup>. " + PROSE
    (first, *_) = paragraphs(lawful(Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1><p>{PROSE}</p><p>{text}</p>"))))[1:]
    assert first == f"Avant l’hiver1. {PROSE}"


def test_a_lone_sign_far_from_any_line_labels_nothing() -> None:
    lines = [PdfLine("•", 0, 10, 14, 110, 100, 11, 800), PdfLine("Des mots", 0, 200, 260, 110, 100, 11, 800)]
    assert list(with_labels(lines)) == lines


def test_links_and_the_language_are_read() -> None:
    link = "<a href='https://vezelin.example/piscine'>" + " ".join(PROSE.split()[4:24]) + "</a>"
    body = f"<h1>Un titre</h1><p>Le maire dit ceci : {link}, ce soir.</p><p>{PROSE}</p>"
    done = lawful(Source("a.pdf", pdf(body)))
    found = [node for run in runs(done.value) for _, _, node in spans(run.children, Link)]
    assert [
        (node.href, str(flatten(node.children)).replace("\u00a0", " ")) for node in found if isinstance(node, Link)
    ] == [("https://vezelin.example/piscine", " ".join(PROSE.split()[4:24]))]
    assert (
        next(each.draft.value.release.lang for each in read(Source("a.pdf", pdf(body))) if isinstance(each, Drafted))
        == "fr"
    )


def test_every_letter_is_accounted_for(printed: bytes) -> None:
    """Another library reads off the pages what the trail names; a hyphen at a line's end is no letter."""
    from pypdf import PdfReader

    done = lawful(Source("a.pdf", printed))
    assert done.trail is not None
    accounted = "".join(before for before, _ in retrace(done.value, done.trail))
    seen = "".join(page.extract_text() for page in PdfReader(BytesIO(printed)).pages)
    assert Counter(filter(str.isalnum, accounted)) == Counter(filter(str.isalnum, seen))


@pytest.mark.campaign
def test_five_thousand_pages_are_read() -> None:
    """In a minute and a half, with less than a gigabyte (of 5,000 pages of one paragraph)."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    source = PdfReader(BytesIO(pdf(f"<p>{PROSE}</p>")))
    for _ in range(5_000):
        writer.add_page(source.pages[0])
    made = BytesIO()
    writer.write(made)
    (found,) = read(Source("a.pdf", made.getvalue()))
    assert isinstance(found, Drafted)
    assert len(found.draft.value.flow) == 5_000


def test_ours_come_back_as_they_were(seeds: list[object]) -> None:
    done = oimpress.normalise(seeds[0])  # type: ignore[arg-type]
    back = normalise_source(Source("a.pdf", oimpress.write(done.value, "pdf")))
    assert back.value == done.value


def test_a_scan_is_refused() -> None:
    scan = BytesIO()
    Image.new("L", (600, 800), 200).save(scan, "PDF")
    with pytest.raises(ReadError, match="pictures of pages and no text"):
        normalise_source(Source("a.pdf", scan.getvalue()))


def test_an_encrypted_one_is_refused(printed: bytes) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(printed)))
    writer.encrypt("secret", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    with pytest.raises(ReadError, match="encrypted"):
        normalise_source(Source("a.pdf", made.getvalue()))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_one_is_read_or_refused(printed: bytes, share: float) -> None:
    try:
        normalise_all(Source("a.pdf", printed[: int(len(printed) * share)]))
    except ReadError:
        return


def test_a_pdf_is_told_by_its_mark() -> None:
    assert find(Source("a.txt", b"\n%PDF-1.7\n")).name == "pdf"
    assert find(Source("a.pdf", b"Un texte mal nomm\xc3\xa9")).name == "text"
