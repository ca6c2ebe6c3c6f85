"""What is no picture, too large or out of reach: told, and the caption stands alone."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import oimpress
from oimpress.model.nodes import Figure, Release
from oimpress.publish.assets import found_pictures, local, shown_pictures
from oimpress.publish.build import normalise_files
from oimpress.publish.report import Report
from oimpress.readers.shared import embedded
from oimpress.sources import Source, load
from oimpress.writers.page import pictures
from tests.publish.illustrated import (
    BLUE,
    FORMATS,
    KINDS,
    built,
    document,
    missing,
    page,
    png,
    shown,
    write_source,
    xml,
)
from tests.readers.laws import lawful


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


@pytest.mark.parametrize(
    "address",
    ["data:image/png,x", "data:image/png;base64,***", "data:image/png;base64,", "data:text/html;base64,AAAA",
     "data:image/svg+xml,<svg/>", "data:image/tiff;base64,AAAA", "data:,"],
)  # fmt: skip
def test_what_is_no_picture_inside_a_page_leaves_its_words(address: str) -> None:
    done = lawful(Source("page.html", page(address).encode()))
    assert [(each.href, each.alt) for each in done.value.body if isinstance(each, Figure)] == [("", "Un port")]
    assert "R031" in [notice.code for notice in done.notices]


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
