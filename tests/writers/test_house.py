"""A house's own look: its logo and cover, its colours, its words, its address and legal lines, in every format."""

from __future__ import annotations

import zipfile
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import oimpress
from oimpress.contrast import LEAST, contrast, nearest, unreadable
from oimpress.publish.build import Options, build_editions, make_edition
from oimpress.publish.report import Report
from oimpress.publish.specimen import PAGE, specimen
from oimpress.settings.style import Labels
from oimpress.style import Style, load_style
from oimpress.writers import find
from oimpress.writers.page.house import house_pictures
from tests.writers.test_language import release

TOML = """
organisation = "Région Vézelin"
based-on = "oim"
logo = "logo.png"
cover = "cover.png"
address = ["1, place de la République", "35000 Vézelin"]
legal = ["Directrice de la publication : Ana Ruiz"]
[labels.fr]
contacts = "Vos contacts"
contents = "Au sommaire"
press-kit = "Dossier aux médias"
"""


def png(width: int, height: int) -> bytes:
    Image.new("RGB", (width, height), "#7b2d8b").save(out := BytesIO(), "PNG")
    return out.getvalue()


def house(folder: Path, toml: str = TOML, **files: bytes) -> Style:
    """A style called ``maison`` in ``folder``."""
    (folder / "maison").mkdir(parents=True)
    (folder / "maison" / "style.toml").write_text(toml, "utf-8")
    given = {"logo": png(300, 100), "cover": png(800, 600)} | files
    for name, data in given.items():
        (folder / "maison" / f"{name}.png").write_bytes(data)
    return load_style("maison", folder)


@pytest.fixture(scope="module")
def style(tmp_path_factory: pytest.TempPathFactory) -> Style:
    return house(tmp_path_factory.mktemp("styles"))


def written(form: str, style: Style) -> bytes:
    edition = make_edition([release("fr"), release("fr", 2)], Options(date="2026-03-19"), style)
    return find(form).write(edition, style).value


def words(form: str, style: Style) -> str:
    data = written(form, style)
    if form == "digest":
        parts = message_from_bytes(data, policy=policy.default).walk()
        return "".join(str(part.get_content()) for part in parts if part.get_content_maintype() == "text")
    if form not in ("docx", "epub"):
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(("ml", "opf")))


@pytest.mark.parametrize("form", ["html", "epub", "docx", "digest", "text", "markdown"])
def test_a_publication_speaks_the_house_s_own_words(form: str, style: Style) -> None:
    said = words(form, style)
    assert "Vos contacts" in said
    assert "Contacts presse" not in said
    assert "1, place de la République" in said
    assert "Directrice de la publication" in said
    if form != "markdown":
        assert "Au sommaire" in said
    if form not in ("epub",):
        assert "Dossier aux médias" in said


def test_labels_are_said_by_language(style: Style) -> None:
    assert style.phrases("fr-CA")("Press contacts") == "Vos contacts"
    assert style.phrases("en")("Press contacts") == "Press contacts"
    assert style.phrases("fr")("Colophon") == "Achevé de composer"
    assert Labels(read_more="Lire").by_phrase == {"Read more": "Lire"}


def test_logo_and_cover_are_shown(style: Style) -> None:
    page = words("html", style)
    assert 'alt="Logo – Région Vézelin"' in page
    assert page.count("data:image/png") == 2
    assert 'src="cid:' in words("digest", style)
    with zipfile.ZipFile(BytesIO(written("docx", style))) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 1
        assert 'descr="Logo – Région Vézelin"' in archive.read("word/document.xml").decode()
    cover = zipfile.ZipFile(BytesIO(written("epub", style))).read("EPUB/cover.svg").decode()
    assert cover.count("data:image/png") == 2


@pytest.mark.slow
def test_a_pdf_shows_logo_and_cover_and_tells_nothing(style: Style) -> None:
    edition = make_edition([release("fr"), release("fr", 2)], Options(), style)
    made = find("pdf").write(edition, style)
    assert made.notices == ()
    assert made.value.count(b"/Subtype /Image") >= 2


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (png(1, 1), "logo.png (1 × 1)"),
        (png(300, 100) + b"\0" * 50_000_000, "logo.png (50 MB)"),
        (b"no picture", "logo.png"),
    ],
    ids=["one pixel", "fifty megabytes", "no picture"],
)
def test_a_logo_that_cannot_be_shown_is_told_and_left_out(logo: bytes, told: str, tmp_path: Path) -> None:
    made = house_pictures(house(tmp_path, logo=logo))
    assert made.logo is None
    assert [(each.code, each.detail) for each in made.notices] == [("W009", told)]
    assert made.cover


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    style = house(tmp_path)
    (style.path / "logo.png").unlink()
    made = find("html").write(make_edition([release("fr")], Options(), style), style)
    assert [each.detail for each in made.notices if each.code == "W009"] == ["logo.png"]
    assert "Logo –" not in made.value.decode()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)  # the usual example of one that fails


def test_colours_that_cannot_be_read_are_told_with_the_nearest_that_can(tmp_path: Path) -> None:
    style = house(tmp_path, TOML + '[colours]\naccent = "#7aa0cc"\n')
    (told,) = style.notices
    assert told.code == "W010"
    assert told.detail.startswith("[colours] accent #7aa0cc / tint #eef3f8: 2.4 : 1 → #")
    better = told.detail.rpartition(" ")[2]
    assert all(contrast(better, style.settings.colours[ground]) >= LEAST for ground in ("paper", "tint"))
    (tmp_path / "a.txt").write_text("Titre\nNiger - L'OIM aide 3 familles à Diffa.\n")
    report = Report()
    build_editions([tmp_path / "a.txt"], [find("text")], tmp_path / "out", style, Options(), report)
    assert ("maison", told) in report.notices


def test_our_own_styles_can_be_read() -> None:
    for name in ("oim", "sobre"):
        assert load_style(name).notices == ()


def test_where_no_colour_can_be_read_the_better_end_is_named() -> None:
    assert nearest("#888888", ["#777777", "#000000", "#ffffff"]) in ("#000000", "#ffffff")
    assert list(unreadable({"ink": "#000000"})) == []


def test_a_house_s_style_is_given_from_python(style: Style) -> None:
    made = oimpress.write(release("fr"), "html", "maison", styles=style.path.parent).decode()
    assert "Vos contacts" in made


@pytest.mark.slow
def test_a_specimen_shows_every_format_on_one_page(style: Style) -> None:
    made = specimen(style, "fr")
    endings = ("pdf", "docx", "epub", "eml", "html", "txt", "md")
    assert set(made.files) == {PAGE, *(f"specimen.{ending}" for ending in endings)}
    page = made.files[PAGE].decode()
    assert made.notices == ()
    assert "accent / paper" in page
    for words_ in ("Un tableau et sa légende", "Une citation dit", "Une note au pied", "Vos contacts"):
        assert words_ in page
