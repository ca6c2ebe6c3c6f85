"""Styles: found in their folders, checked key by key, overridden, copied."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from oimpress.contrast import contrast
from oimpress.errors import UsageError
from oimpress.style import Style, load_style, new_style, styles


def make(folder: Path, name: str = "mine", toml: str = "") -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "style.toml").write_text(toml, "utf-8")
    return folder


def test_house_style_is_there_with_its_files() -> None:
    style = load_style("oim")
    assert "oim" in styles()
    assert style.settings.page == "a4"
    assert "print.css" in style.files
    assert style.data("fonts/SourceSerif4-Regular.ttf")[:4] == b"\0\1\0\0"


def test_another_process_need_not_read_every_file_for_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    style = load_style("oim")
    there = pickle.loads(pickle.dumps(style))
    monkeypatch.delattr(Style, "data")
    assert there.fingerprint == style.fingerprint


def test_a_given_folder_comes_first(tmp_path: Path) -> None:
    folder = make(tmp_path, "oim", 'title = "Other"')
    assert load_style("oim", folder).settings.title == "Other"
    assert load_style("oim").settings.title != "Other"


@pytest.mark.parametrize("name", ["", "nowhere", "OIM", "o im", "oim\n"])
def test_unknown_names_are_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(UsageError, match=r"no such style; choose among .*oim"):
        load_style(name)


@pytest.mark.parametrize("name", ["../oim", "oim/fonts", "/etc", "."])
def test_a_path_is_no_name(name: str) -> None:
    with pytest.raises(UsageError, match="this is a path; name the folder that holds your styles with --styles"):
        load_style(name)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        load_style("oim", tmp_path / "none")


@pytest.mark.parametrize(
    ("toml", "place"),
    [
        ("colour = 1", "style.toml: colour: unknown key; did you mean “colours”?"),
        ("[fonts.serif]\nfamly = 'x'", "style.toml: [fonts.serif] famly: unknown key; did you mean “family”?"),
        ("[fonts.serif]\nbold = 'x'", 'style.toml: [fonts.serif] family: missing; write "…"'),
        ("[fonts.serif]\nfamily = 'x'\nheavy = 'y'", "[fonts.serif] heavy: unknown key; the keys here are family"),
        ("[fonts.serif]\nfamily = 'x'\nfallback = 3", "[fonts.serif] fallback: “3” is not a list of texts"),
        ("[fonts.serief]\nfamily = 'x'", "style.toml: [fonts] serief: unknown key; did you mean “serif”?"),
        ("fonts = 3", "fonts: “3” is not a table; write [fonts]"),
        ("[colours]\nink = 'red'", "[colours] ink: “red” is not a colour; write #1a2b3c"),
        ("[colours]\naccnt = '#123456'", "[colours] accnt: unknown key; did you mean “accent”?"),
        ("[dark]\npapr = '#123456'", "[dark] papr: unknown key; did you mean “paper”?"),
        (
            "[colours]\nsunset = '#123456'",
            "[colours] sunset: no sheet of the style uses it; write var(--sunset) in one",
        ),
        ("[colours]\n'a:red}b{' = '#123456'", "[colours] a:red}b{: “a:red}b{” is not a name that may stand here"),
        ("accent = '#123456'", "accent: unknown key; the keys here are title"),
        ("[colours]\npage = 'A4'", "[colours] page: “A4” is not a colour"),
        ("colours = 'red'", "colours: “red” is not a table; write [colours]"),
        ("page = 'A3'", "page: “A3” is not known here; choose among a4, letter"),
        ("justify = 'yes'", "justify: “yes” is not true or false"),
        ("title = 3", "title: “3” is not a text on one line"),
        ("title =", "style.toml:1: not TOML"),
        ("a = " + "[" * 3000, "style.toml:1: deeper or longer than any setting"),
        ("based-on = 'nowhere'", "no such style"),
        ("based-on = 'mine'", "based on itself"),
    ],
)
def test_mistakes_in_the_settings_are_told_with_their_place(tmp_path: Path, toml: str, place: str) -> None:
    with pytest.raises(UsageError, match=re.escape(place)):
        load_style("mine", make(tmp_path, toml=toml))


def test_a_colour_of_its_own_is_one_that_a_sheet_uses(tmp_path: Path) -> None:
    folder = make(tmp_path, toml="based-on = 'oim'\n[colours]\nsunset = '#ABCDEF'")
    (folder / "mine" / "epub.css").write_text("p { color: var(--sunset, red) }", "utf-8")
    assert load_style("mine", folder).tokens()["sunset"] == "#abcdef"
    (folder / "mine" / "epub.css").write_text("p { color: var(--sunset-2) }", "utf-8")
    with pytest.raises(UsageError, match="no sheet of the style uses it"):
        load_style("mine", folder)


@pytest.mark.parametrize("page", ["A4", "a4", "A4 ", "Letter", "letter", "LETTER"])
def test_paper_is_named_as_everywhere(page: str, tmp_path: Path) -> None:
    assert load_style("mine", make(tmp_path, toml=f"page = '{page}'")).settings.page == page.strip().lower()


def test_a_style_takes_from_its_base_what_it_lacks(tmp_path: Path) -> None:
    style = load_style("mine", make(tmp_path, toml="based-on = 'oim'\n[colours]\naccent = '#123456'"))
    house = load_style("oim")
    assert style.text("print.css") == house.text("print.css")
    assert style.settings.colours == {**house.settings.colours, "accent": "#123456"}
    assert style.settings.organisation == house.settings.organisation
    (style.path / "print.css").write_text("p { color: red }", "utf-8")
    assert style.text("print.css") == "p { color: red }"


@pytest.mark.parametrize("file", ["../oim/style.toml", "/etc/passwd", "fonts/../../x", "missing.css"])
def test_no_file_outside_the_folder_is_read(file: str) -> None:
    assert load_style("oim").find(file) is None
    with pytest.raises(UsageError, match="has no"):
        load_style("oim").data(file)


def test_settings_are_overridden_and_checked() -> None:
    style = load_style("oim")
    letter = style.with_settings(page="Letter", print_shop=True)
    assert (letter.settings.page, letter.settings.print_shop, style.settings.page) == ("letter", True, "a4")
    assert letter.fingerprint != style.fingerprint
    with pytest.raises(UsageError, match="oim: colour: unknown key; did you mean “colours”"):
        style.with_settings(colour="red")
    with pytest.raises(UsageError, match="oim: page: “a9” is not known here"):
        style.with_settings(page="a9")


def test_a_copy_is_a_style_of_its_own_with_the_same_looks(tmp_path: Path) -> None:
    made = new_style("mine", tmp_path)
    assert made == tmp_path / "mine"
    copy = load_style("mine", tmp_path)
    assert copy.fingerprint == load_style("oim").fingerprint
    with pytest.raises(UsageError, match="is there already"):
        new_style("mine", tmp_path)
    with pytest.raises(UsageError, match="not a name"):
        new_style("../mine", tmp_path)


def test_tokens_are_filled_into_a_sheet_for_readers_without_custom_properties(tmp_path: Path) -> None:
    style = load_style("mine", make(tmp_path, toml="based-on = 'oim'"))
    (style.path / "a.css").write_text("p { color: var(--ink); font: 1em var(--serif); top: var(--other) }", "utf-8")
    css = style.plain_css("a.css")
    assert f"color: {style.settings.colours['ink']}" in css
    assert '"Source Serif 4"' in css
    assert "var(--other)" in css


def test_a_sheet_that_is_not_utf_8_is_refused_with_its_place(tmp_path: Path) -> None:
    style = load_style("mine", make(tmp_path))
    (style.path / "a.css").write_bytes(b"p{}\xff")
    with pytest.raises(UsageError, match=r"a\.css: byte 3 is not UTF-8"):
        style.text("a.css")


def all_styles() -> list[Style]:
    return [load_style(name) for name in styles()]


@pytest.mark.parametrize("style", all_styles(), ids=lambda style: str(style.name))
@pytest.mark.parametrize("scheme", ["colours", "dark"])
@pytest.mark.parametrize("text", ["ink", "muted", "accent", "warm"])
def test_text_can_be_read_on_paper_and_on_tint(style: Style, scheme: str, text: str) -> None:
    colours = getattr(style.settings, scheme)
    for ground in ("paper", "tint"):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("style", all_styles(), ids=lambda style: str(style.name))
def test_every_font_of_a_style_is_there_and_has_the_narrow_space(style: Style) -> None:
    from fontTools.ttLib import TTFont

    for font in style.fonts.values():
        for file in font.files.values():
            path = style.find(file)
            assert path, file
            with TTFont(path) as opened:
                assert {0xA0, 0x202F, 0x178, 0x153} <= set(opened.getBestCmap()), file
