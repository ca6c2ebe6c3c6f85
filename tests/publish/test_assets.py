"""Pictures reach the formats that show them, from every kind of source and from nowhere else."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from pathlib import Path

import pytest

import oimpress
from oimpress.model.nodes import Edition, Figure
from oimpress.publish.build import normalise_files, read_all
from oimpress.publish.explain_page import page as explained_page
from oimpress.publish.report import Report
from oimpress.sources import Source
from oimpress.writers import BUILT_IN
from tests.publish.illustrated import (
    BLUE,
    FORMATS,
    KINDS,
    RED,
    built,
    colours,
    data_address,
    missing,
    page,
    png,
    shown,
    write_source,
    xml,
)
from tests.readers.laws import lawful
from tests.writers.test_stripped import MARKS, jpeg


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
