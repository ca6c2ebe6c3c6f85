"""Pictures reach the formats that show them, from every kind of source and from nowhere else."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import oimpress
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition, Figure, Para, Release, Text
from oimpress.publish.assets import found_pictures, local, shown_pictures
from oimpress.publish.build import normalise_files, read_all
from oimpress.publish.explain_page import page as explained_page
from oimpress.publish.report import Report
from oimpress.readers.shared import embedded
from oimpress.sources import Source, load
from oimpress.writers import BUILT_IN
from oimpress.writers.page import pictures
from tests.readers.laws import lawful
from tests.readers.word import p, word
from tests.writers.test_stripped import MARKS, jpeg

PROSE = "L’OIM aide les familles déplacées à rentrer chez elles, avec l’appui des autorités de la région. " * 4
FORMATS = ("pdf", "docx", "epub", "html")
RED, BLUE = (200, 30, 40), (20, 60, 180)


def png(colour: tuple[int, int, int] = RED, size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def xml(href: str, name: str = "release") -> bytes:
    figure = Figure(href, "Un port", (Text("Le port de la ville."),))
    return to_xml(Release(name, title=(Text(name),), body=(Para((Text(PROSE),)), figure)))


def page(src: str, more: str = "") -> str:
    figure = f'<figure><img src="{src}" {more} alt="Un port"><figcaption>Le port.</figcaption></figure>'
    return f'<html lang="fr"><meta charset="utf-8"><body><h1>Un retour</h1><p>{PROSE}</p>{figure}<p>{PROSE}</p></body>'


def data_address(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def document(data: bytes, part: str = "word/media/image1.png") -> bytes:
    """A Word document with one picture."""
    blip = '<a:blip xmlns:a="a" r:embed="i"/>'
    drawing = f'<w:r><w:drawing><wp:inline xmlns:wp="x"><wp:docPr descr="Un port"/>{blip}</wp:inline></w:drawing></w:r>'
    made = word(p("Un retour", style="Titre") + p(PROSE) + p(drawing) + p("Le port.", style="Legende") + p(PROSE)).data
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
                row = f'<Relationship Id="i" Type="{kind}" Target="{part.removeprefix("word/")}"/></Relationships>'
                content = content.replace(b"</Relationships>", row.encode())
            new.writestr(zipfile.ZipInfo(name), content)
        new.writestr(zipfile.ZipInfo(part), data)
    return out.getvalue()


def write_source(folder: Path, kind: str, picture: bytes = b"") -> Path:
    """A source of this kind with a picture: red, 40 by 30, if no other is given."""
    picture = picture or png()
    folder.mkdir(parents=True, exist_ok=True)
    match kind:
        case "docx":
            path, data = folder / "lettre.docx", document(picture)
        case "page":
            path, data = folder / "page.html", page(data_address(picture)).encode()
        case "saved page":
            (folder / "page fichiers").mkdir()
            (folder / "page fichiers" / "port.png").write_bytes(picture)
            path, data = folder / "page.html", page("./page%20fichiers/port.png").encode()
        case _:
            (folder / "images").mkdir()
            (folder / "images" / "port.png").write_bytes(picture)
            path, data = folder / "release.xml", xml("images/port.png")
    path.write_bytes(data)
    return path


KINDS = ("docx", "page", "saved page", "xml")


def shown(path: Path) -> list[bytes]:
    """The pictures in a publication, the cover left out."""
    data = path.read_bytes()
    match path.suffix:
        case ".pdf":
            from pypdf import PdfReader

            images = [image.data for one in PdfReader(BytesIO(data)).pages for image in one.images]
            return list(dict.fromkeys(images))  # pages share their resources
        case ".html":
            return [base64.b64decode(code) for code in re.findall(rb'<img src="data:image/\w+;base64,([^"]+)"', data)]
        case _:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                return [archive.read(name) for name in archive.namelist() if re.search(r"media/|images/\d", name)]


def colours(path: Path) -> list[tuple[int, ...]]:
    pixels = [Image.open(BytesIO(data)).convert("RGB").getpixel((5, 5)) for data in shown(path)]
    return [pixel for pixel in pixels if isinstance(pixel, tuple)]


def built(sources: Path, output: Path, formats: tuple[str, ...] = FORMATS) -> tuple[Report, dict[str, Path]]:
    report = oimpress.build([sources], formats, output)
    assert report.failures == []
    return report, {one.format: one.path for one in report.outputs}


def missing(report: Report) -> list[str]:
    return [place for place, notice in report.notices if notice.code == "W001"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_reaches_every_format(kind: str, tmp_path: Path) -> None:
    source = write_source(tmp_path / "in", kind)
    report, made = built(source, tmp_path / "out")
    assert missing(report) == []
    assert [colours(made[name]) for name in FORMATS] == [[RED]] * 4
    with zipfile.ZipFile(made["epub"]) as book:
        manifest = next(book.read(name) for name in book.namelist() if name.endswith(".opf"))
    assert b'href="images/001.png"' in manifest
    assert 'alt="Un port"' in made["html"].read_text("utf-8")


def unpacked(path: Path) -> bytes:
    """All that a file holds, and what is packed in it."""
    data = path.read_bytes()
    codes = [base64.b64decode(code) for code in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data)]
    parts = []
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
    return b"\0".join((data, *codes, *parts, *(shown(path) if path.suffix == ".pdf" else ())))


@pytest.mark.parametrize("kind", KINDS)
def test_no_output_tells_where_a_picture_was_taken(kind: str, tmp_path: Path) -> None:
    source = write_source(tmp_path / "in", kind, jpeg())
    report, made = built(source, tmp_path / "out", tuple(BUILT_IN))
    normalise_files([source], tmp_path / "norm", "press-fr", normalised := Report())
    files = [*made.values(), *(one.path for one in normalised.outputs)]
    for reading in read_all([source], "press-fr", Report()):
        if drawn := reading.done.trail:
            files.append(tmp_path / "explained.html")
            files[-1].write_bytes(explained_page(reading, drawn, "fr"))
    assert {path.suffix for path in files} >= {".pdf", ".docx", ".epub", ".html", ".eml", ".xml", ".json"}
    assert [one.format for one in normalised.outputs].count("picture") == 1
    marks = [mark for mark in MARKS if mark not in (b"EXIF", b"MPF\0", b"xmpmeta")]  # of no picture, or the PDF's own
    assert [(path.name, mark) for path in files for mark in marks if mark in unpacked(path)] == []
    for told in (report, normalised):
        (note,) = [notice.detail for _, notice in told.notices if notice.code == "W006"]
        assert "Exif, XMP" in note
        assert "GPS" in note


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_with_too_many_pixels_is_told_and_its_caption_stands_alone(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_source(tmp_path / "in", kind)
    monkeypatch.setattr(pictures, "MOST_PIXELS", 40 * 30 - 1)
    report, made = built(source, tmp_path / "out")
    normalise_files([source], tmp_path / "norm", "press-fr", normalised := Report())
    assert [shown(made[name]) for name in FORMATS] == [[]] * 4
    assert [one for one in normalised.outputs if one.format == "picture"] == []
    for told in (report, normalised):
        assert [notice.code for _, notice in told.notices if notice.code == "W007"] == ["W007"]


def test_what_is_no_picture_is_not_stored_and_told(tmp_path: Path) -> None:
    source = write_source(tmp_path / "in", "xml", b"no picture")
    normalise_files([source], tmp_path / "norm", "press-fr", report := Report())
    assert [notice.code for _, notice in report.notices] == ["W001"]
    assert [one.format for one in report.outputs] == ["xml"]


@pytest.mark.parametrize("kind", KINDS)
def test_normalised_pictures_are_found_again(kind: str, tmp_path: Path) -> None:
    source = write_source(tmp_path / "in", kind)
    report = Report()
    normalise_files([source], tmp_path / "norm", "press-fr", report)
    assert report.failures == []
    stored = [one.path for one in report.outputs if one.format == "picture"]
    assert [path.read_bytes() for path in stored] == [png()]
    canonical = next(one.path for one in report.outputs if one.format == "xml")
    assert stored[0].is_relative_to(canonical.with_name(f"{canonical.stem}-media"))
    again, made = built(canonical, tmp_path / "out", ("html", "xml"))
    assert missing(again) == []
    assert colours(made["html"]) == [RED]
    assert made["xml"].read_bytes() == canonical.read_bytes()


def test_the_name_of_a_picture_inside_a_page_is_its_content() -> None:
    data = png()
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.png"
    broken = re.sub("(.{60})", r"\1\n", data_address(data))
    for address in (data_address(data), broken, data_address(data).replace("+", "%2B").replace("=", "%3D")):
        done = lawful(Source("page.html", page(address).encode()))
        assert [each.href for each in done.value.body if isinstance(each, Figure)] == [name]
        assert "R031" not in [notice.code for notice in done.notices]


@pytest.mark.parametrize(
    "address",
    ["data:image/png,x", "data:image/png;base64,***", "data:image/png;base64,", "data:text/html;base64,AAAA",
     "data:image/svg+xml,<svg/>", "data:image/tiff;base64,AAAA", "data:,"],
)  # fmt: skip
def test_what_is_no_picture_inside_a_page_leaves_its_words(address: str) -> None:
    done = lawful(Source("page.html", page(address).encode()))
    assert [(each.href, each.alt) for each in done.value.body if isinstance(each, Figure)] == [("", "Un port")]
    assert "R031" in [notice.code for notice in done.notices]


def test_a_picture_that_the_page_loads_later_goes_before_its_blank() -> None:
    done = lawful(Source("page.html", page(data_address(png()), 'data-src="port.png"').encode()))
    assert [each.href for each in done.value.body if isinstance(each, Figure)] == ["port.png"]


def test_two_sources_with_one_name_for_two_pictures(tmp_path: Path) -> None:
    for name, colour in (("a", RED), ("b", BLUE)):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "port.png").write_bytes(png(colour))
        (tmp_path / "in" / name / f"{name}.xml").write_bytes(xml("port.png", name))
    (tmp_path / "in" / "c").mkdir()
    (tmp_path / "in" / "c" / "c.xml").write_bytes(xml("port.png", "c"))
    report, made = built(tmp_path / "in", tmp_path / "out", (*FORMATS, "xml"))
    assert [colours(made[name]) for name in FORMATS] == [[RED, BLUE]] * 4
    assert sorted(missing(report)) == sorted(FORMATS)  # the third release has none
    assert b'href="port.png"' in made["xml"].read_bytes()


def test_the_same_bytes_from_two_folders(tmp_path: Path) -> None:
    made = []
    for place in ("one", "two/further"):
        folder = tmp_path / place
        for kind in KINDS:
            write_source(folder / kind, kind)
        made.append({name: path.read_bytes() for name, path in built(folder, folder / "build")[1].items()})
    assert made[0] == made[1]
    assert set(made[0]) == set(FORMATS)


def test_a_release_alone_has_no_folder(tmp_path: Path) -> None:
    done = oimpress.normalise(write_source(tmp_path, "xml"))
    assert b"<img" not in oimpress.write(done.value, "html")
    given = Edition((done.value,), "T", "single", assets={"images/port.png": png()})
    assert b"<img" in oimpress.write(given, "html")


def test_no_picture_is_looked_for_when_none_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write_source(tmp_path / "in", "xml")
    monkeypatch.setattr("oimpress.publish.build.shown_pictures", lambda *_: pytest.fail("looked for"))
    built(source, tmp_path / "out", ("text", "xml", "markdown"))


# -- what a source may not name -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "href",
    ["../../etc/passwd", "../secret.png", "a/../../secret.png", "%2e%2e/secret.png", "/etc/passwd", "/x.png",
     "file:///x.png", "https://example.org/x.png", "//example.org/x.png", "C:\\x.png", "..\\secret.png", ".hidden.png",
     ".git/x.png", "notes.txt", "drawing.svg", "page.html", "x.png\x00", "x\n.png", "", ".", "d" * 300 + ".png"],
)  # fmt: skip
def test_names_that_are_refused(href: str, tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / ".git").mkdir(parents=True)
    for path in (tmp_path / "secret.png", inside / ".hidden.png", inside / ".git" / "x.png", inside / "x.png"):
        path.write_bytes(png())
    release = Release("r", body=(Figure(href, "Un port"),))
    assert found_pictures(release, Source("r.xml", b"<release", folder=inside)) == {}


@pytest.mark.parametrize("href", ["x.png", "./x.png", "a/b/x.JPG", "Une photo (1).jpeg", "a%20b.png"])
def test_names_that_are_allowed(href: str) -> None:
    assert local(href)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "r-media").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "x.png").write_bytes(png())
    (inside / "own.png").write_bytes(png(BLUE))
    (inside / ".hidden.png").write_bytes(png())
    for name, target in (
        ("a.png", tmp_path / "out" / "x.png"),
        ("folder", tmp_path / "out"),
        ("round.png", inside / "round.png"),
        ("r-media/b.png", inside / "own.png"),
        ("shown.png", inside / ".hidden.png"),
        ("good.png", inside / "own.png"),
    ):
        (inside / name).symlink_to(target)
    os.mkfifo(inside / "pipe.png")
    (inside / "folder.png").mkdir()
    names = ("a.png", "folder/x.png", "round.png", "b.png", "shown.png", "pipe.png", "folder.png", "good.png")
    release = Release("r", body=tuple(Figure(name) for name in names))
    assert found_pictures(release, Source("r.xml", b"<release", folder=inside)) == {"good.png": png(BLUE)}


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="/etc/passwd"/></svg>'
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"


@pytest.mark.parametrize("data", [SVG, EPS, b"", b"<html>", png()[:60], b"GIF89a" + b"\xff" * 40])
def test_bytes_that_are_no_picture_leave_the_caption(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "port.png").write_bytes(data)
    (tmp_path / "r.xml").write_bytes(xml("port.png"))
    report, made = built(tmp_path / "r.xml", tmp_path / "out")
    assert sorted(missing(report)) == sorted(FORMATS)
    assert [shown(made[name]) for name in FORMATS] == [[]] * 4
    assert "Le port de la ville." in made["html"].read_text("utf-8")


def test_what_is_too_large_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in KINDS:
        source = load(write_source(tmp_path / kind, kind))
        release = oimpress.normalise(source).value
        assert len(found_pictures(release, source)) == 1
        with monkeypatch.context() as smaller:
            smaller.setattr(embedded, "MOST", len(png()) - 1)
            assert found_pictures(release, source) == {}


def test_many_pictures_are_left_out_beyond_a_sum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "ALTOGETHER", 2 * len(png()))
    (tmp_path / "x.png").write_bytes(png())
    release = Release("r", body=tuple(Figure("./" * count + "x.png") for count in range(4)))
    assert list(found_pictures(release, Source("r.xml", b"<release", folder=tmp_path))) == ["x.png", "./x.png"]
    monkeypatch.setattr(embedded, "ALTOGETHER", len(png()) - 1)
    source = Source("lettre.docx", document(png()))
    assert found_pictures(oimpress.normalise(source).value, source) == {}


def test_large_pictures_are_held_no_larger_than_they_are_shown(tmp_path: Path) -> None:
    (tmp_path / "port.png").write_bytes(png(size=(4000, 2000)))
    release = Release("r", body=(Figure("port.png"),))
    held = shown_pictures(release, Source("r.xml", b"<release", folder=tmp_path))
    assert Image.open(BytesIO(held.value["port.png"])).size == (1800, 900)


@pytest.mark.parametrize("part", ["word/document2.xml", "word/media/.x.png", "word/media/image1.emf"])
def test_parts_that_are_no_pictures_are_left_alone(part: str) -> None:
    source = Source("lettre.docx", document(png(), part))
    release = oimpress.normalise(source).value
    assert [figure.href for figure in release.body if isinstance(figure, Figure)] == [part]
    assert found_pictures(release, source) == {}
