"""A PDF is set in the fonts of its style and in ours: the machine's, and its rules for fonts, are never seen."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from oimpress.model.nodes import Edition, Para, Release, Text
from oimpress.style import Style, load_style
from oimpress.writers.page.fonts import OWN, faces
from oimpress.writers.pdf.kit import write
from tests.machines import bare, everything, rich
from tests.writers import scripts


def made_on(environment: dict[str, str], *how: str) -> str:
    """The hash of a PDF in many scripts that is made in a process of its own, any warning an error."""
    command = [sys.executable, "-W", "error", "-m", "tests.writers.scripts", *how]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_the_same_bytes_without_fonts_with_many_and_in_any_language(tmp_path: Path) -> None:
    none = bare(tmp_path / "bare") | {"LC_ALL": "C.UTF-8"}
    many = rich(tmp_path / "rich") | {"LANGUAGE": "ja:ar"}
    here = {"LC_ALL": "fr_FR.UTF-8"}
    assert made_on(many, "guest") == made_on(none) == made_on(here)


@pytest.fixture(scope="module")
def names() -> Any:
    return write(scripts.edition(), load_style())


def used(data: bytes) -> set[str]:
    """The families of fonts that the pages of a PDF name, without blanks and hyphens."""
    found = set()
    for page in PdfReader(io.BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found.add(str(font["/BaseFont"]).partition("+")[2].replace("-", "").replace(",", ""))
    return found


@pytest.mark.parametrize("family", OWN)
def test_each_font_of_ours_sets_its_script(family: str, names: Any) -> None:
    assert names.notices == ()
    assert family.replace(" ", "") in used(names.value)


def test_no_font_but_those_of_the_style_and_ours_is_used(names: Any) -> None:
    ours = {family.replace(" ", "") for family in OWN}
    others = used(names.value) - ours
    assert all(one.startswith(("SourceSerif4", "SourceSans3")) for one in others), others


def test_names_can_be_read_again(names: Any) -> None:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(names.value)).pages)
    assert [word for word in ("Αθήνα", "Київ", "Երևան", "서울", "北京", "አዲስ", "თბილისი") if word not in text] == []


def test_no_glyph_is_nameless(names: Any) -> None:
    """Vowels of Khmer and Sinhala have two parts."""
    fonts = {
        font["/BaseFont"]: font["/ToUnicode"].get_object().get_data()
        for page in PdfReader(io.BytesIO(names.value)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any(b"<2060>" in table for table in fonts.values())
    assert [name for name, table in fonts.items() if b"<>" in table] == []


def style(folder: Path, toml: str, css: str = "html { font-family: var(--mine) }") -> Style:
    (folder / "mine").mkdir()
    (folder / "mine" / "style.toml").write_text(f'based-on = "oim"\n{toml}', "utf-8")
    (folder / "mine" / "print.css").write_text(css, "utf-8")
    (folder / "mine" / "bar.ttf").write_bytes(everything("Bar"))
    return load_style("mine", folder)


def one(words: str) -> Edition:
    return Edition((Release("a", title=(Text("T"),), body=(Para((Text(words),)),)),), "T", "single")


def test_a_font_of_the_style_goes_by_the_family_that_the_style_gives_it(tmp_path: Path) -> None:
    own = style(tmp_path, '[fonts.mine]\nfamily = "Whatever"\nbold = "bar.ttf"\nregular = "bar.ttf"')
    assert "Whatever" in used(write(one("Rien."), own).value)


def test_a_font_of_the_style_comes_before_ours(tmp_path: Path) -> None:
    own = style(tmp_path, '[fonts.more]\nfamily = "Bar"\nregular = "bar.ttf"', "html { font-family: 'Source Serif 4' }")
    found = used(write(one("서울, Αθήνα"), own).value)
    assert "Bar" in found
    assert "NanumSquare" not in found


def test_fonts_are_read_where_they_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary folder was made")

    monkeypatch.setattr("weasyprint.text.fonts.mkdtemp", refuse)
    written = write(scripts.edition(), load_style().with_settings(justify=True))
    assert written.notices == ()


def test_two_styles_of_the_same_content_use_their_own_files(tmp_path: Path) -> None:
    """The files of the first are gone when the second is used."""
    toml = '[fonts.mine]\nfamily = "Bar"\nregular = "bar.ttf"'
    made = []
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        own = style(tmp_path / place, toml)
        made.append(write(one("Rien."), own).value)
        for path in own.path.iterdir():
            path.unlink()
    assert made[0] == made[1]


def test_each_face_is_a_file_that_is_there() -> None:
    found = faces(load_style())
    assert [face.path for face in found if not face.path.is_file()] == []
    assert [face.family for face in found][-len(OWN) :] == list(OWN)
