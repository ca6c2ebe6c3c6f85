"""A kit joined from parts is the kit that is laid out as a whole: its words, pixels, structure, outline and links."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from oimpress.model.codec import to_xml
from oimpress.model.nodes import Contact, Edition, Figure, Para, Release, SourceRef, Text
from oimpress.notices import Result
from oimpress.style import Style, load_style
from oimpress.writers import NotInSteps, WorkStep
from oimpress.writers.pdf import around
from oimpress.writers.pdf.apart import apart, cuttable
from oimpress.writers.pdf.assembled import assembled
from oimpress.writers.pdf.frames import MARKED, frames
from oimpress.writers.pdf.kit import whole, write
from tests.writers import samples
from tests.writers.pdfsight import Sight, mapped, sight
from tests.writers.test_html import png

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="red"/></svg>'
HEADS = """
@page { @top-center { content: url("logo.svg"); width: 8mm } }
@page wide { @bottom-center { content: "tourné " counter(pages, lower-roman) } }
.release .subtitle { string-set: said content() } @page { @left-middle { content: string(said, last) } }
"""


def here(steps: Iterable[WorkStep]) -> Iterator[bytes]:
    return (step() for step in steps)


def joined(
    edition: Edition, style: Style, steps: Callable[[Iterable[WorkStep]], Iterator[bytes]] = here
) -> Result[bytes]:
    files = {str(each.id): to_xml(each) for each in edition.releases}
    notices = assembled(edition, files, style, steps, out := io.BytesIO())
    return Result(out.getvalue(), notices)


def pictured() -> Edition:
    """Pictures that two releases share and one has for itself, and characters that no font holds."""
    figure = Figure("a.png", alt="Un carré", caption=(Text("Une légende \ue001"),))
    releases = tuple(
        Release(name, title=(Text(f"Avec \ue002 image {name}"),), body=(Para((Text("Voici."),)), figure))
        for name in "abc"
    )
    return Edition(releases, "Images", assets={"a.png": png(60, 40), ("b", "a.png"): png(90, 40)})


@pytest.fixture(scope="module")
def designed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Style]:
    """A style of a designer's own, with a sheet after that of ours."""
    folder = tmp_path_factory.mktemp("styles")

    @cache
    def made(css: str) -> Style:
        own = folder / f"own-{abs(hash(css))}"
        own.mkdir()
        (own / "style.toml").write_text('title = "Own"\nbased-on = "oim"\n')
        (own / "logo.svg").write_text(LOGO)
        (own / "print.css").write_text(load_style("oim").text("print.css") + css)
        return load_style(own.name, folder)

    return made


MARKS = {
    "kit": [pytest.mark.slow],
    "sobre": [pytest.mark.campaign],
    "pieces": [pytest.mark.slow],
    "pieces of lines that stay together": [pytest.mark.campaign],
}
SMALL = "@page { size: 210mm 105mm; margin: 20mm 20mm 20mm 52mm }"  # few entries on a page


def asked() -> Edition:
    """Releases each of which names others to ask, and what it was made from."""
    return Edition(tuple(map(_asked, range(6))), "Annuaire")


def _asked(number: int) -> Release:
    people = tuple(
        Contact(f"Ada {number}-{each}", "porte-parole", f"Org {number % 4}") for each in range(1 + number % 3)
    )
    title = (Text(f"Un titre, le {number}" + ", qui a plus de mots qu'une seule ligne de la table" * (number % 3)),)
    source = SourceRef(f"{number}.txt", "ab" * 32, "text/plain", "text")
    return Release(f"r{number}", title=title, body=(Para((Text("Voici."),)),), contacts=people, source=source)


EDITIONS: dict[str, tuple[Callable[[], Edition], str, dict[str, object]]] = {
    "kit": (samples.edition, "oim", {}),
    "sobre": (samples.embargoed, "sobre", {"print_shop": True, "page": "letter", "hyphenate": True}),
    "hostile": (samples.hostile, HEADS, {"print_shop": True, "draft": True}),
    "pictures": (pictured, "oim", {}),  # which name nobody to ask, so that nothing comes after them
    "ended": (pictured, "oim", {"colophon": True}),
    "pieces": (asked, SMALL, {"colophon": True}),
    "pieces of lines that stay together": (asked, SMALL + "body { orphans: 3; widows: 3 }", {"colophon": True}),
}


@pytest.mark.parametrize("name", [pytest.param(name, marks=MARKS.get(name, [])) for name in EDITIONS])
def test_parts_together_are_the_whole(
    name: str,
    designed: Callable[[str], Style],
    tmp_path: Path,
    validator: Callable[[str], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(around, "TOGETHER", 4)
    make, style, settings = EDITIONS[name]
    edition, look = make(), designed(style) if "{" in style else load_style(style)
    look = look.with_settings(**settings)
    one, other = whole(edition, look), joined(edition, look)
    for field, expected, found in zip(Sight._fields, sight(one.value), sight(other.value), strict=True):
        assert found == expected, field
    assert mapped(other.value) == mapped(one.value) > 0
    assert other.notices == one.notices
    (tmp_path / "kit.pdf").write_bytes(other.value)
    subprocess.run([*validator("qpdf"), "--check", tmp_path / "kit.pdf"], check=True, capture_output=True)


@cache
def with_pictures() -> Result[bytes]:
    return joined(pictured(), load_style("oim"))


def test_pictures_that_releases_share_stand_in_the_kit_once() -> None:
    assert with_pictures().value.count(b"/Subtype /Image") == 2


def test_the_order_in_which_parts_are_made_is_not_seen() -> None:
    def backwards(steps: Iterable[WorkStep]) -> Iterator[bytes]:
        return reversed([step() for step in reversed(list(steps))])

    assert joined(pictured(), load_style("oim"), backwards) == with_pictures()


def layouts(edition: Edition) -> list[str]:
    """What the steps of the releases depend on."""

    class Seen(Exception):
        pass

    def look(steps: Iterable[WorkStep]) -> Iterator[bytes]:
        raise Seen([repr(step.inputs) for step in steps])

    with pytest.raises(Seen) as found:
        joined(edition, load_style("oim"), look)
    return list(found.value.args[0])


def test_the_step_of_a_release_depends_on_nothing_of_the_others() -> None:
    edition = pictured()
    first, *rest = edition.releases
    changed = replace(edition, title="Autres", releases=(replace(first, subtitle=(Text("Un sous-titre"),)), *rest))
    before = layouts(edition)
    assert len(set(before)) == 3
    assert [one == other for one, other in zip(layouts(changed), before, strict=True)] == [False, True, True]


@pytest.mark.parametrize(
    "css",
    [
        "@page :first { margin: 0 }",
        "@page wide:nth(2) { margin: 0 }",
        ".release { break-before: right }",
        "body { counter-reset: part } .release { counter-increment: part }",
        ".release + .release { color: red }",
        ".release:first-child .title { color: red }",
        ".note::after { content: target-text(attr(href)) }",
        ".stamp { position: fixed }",
        "@page { @top-left { content: string(running, start) } }",
        ".cover { height: 50vh }",
    ],
)
def test_a_style_that_looks_across_releases_is_laid_out_as_a_whole(css: str, designed: Callable[[str], Style]) -> None:
    assert not apart(designed(css))


@pytest.mark.parametrize(
    "css", ["", "/* @page :first */", ".body p + p { color: red }", ".body > :first-child { top: 0 }"]
)
def test_a_style_that_looks_within_releases_is_not(css: str, designed: Callable[[str], Style]) -> None:
    assert apart(designed(css))


@pytest.mark.parametrize(
    ("css", "can"),
    [
        ("", True),
        (".toc tr:first-child th, .toc tr + tr th { color: red }", True),
        (".toc tr:nth-child(even) { color: red }", False),
        (".contents > :first-child { color: red }", False),
        (".cards { columns: 2 }", False),
        (".cards { display: flex }", False),
    ],
)
def test_contents_are_cut_where_no_entry_is_known_by_its_place(
    css: str, can: bool, designed: Callable[[str], Style]
) -> None:
    assert cuttable(designed(css)) is can


def test_releases_that_share_pages_are_not_laid_out_apart() -> None:
    assert not apart(load_style("oim").with_settings(run_on=True))


@pytest.mark.parametrize(
    "css",
    [
        ".kit .release { break-before: auto }",
        ".title::after { content: counter(page) }",
        ".kit .last { break-before: auto }",
    ],
)
def test_what_is_seen_only_when_it_is_laid_out_is_refused_then(css: str, designed: Callable[[str], Style]) -> None:
    with pytest.raises(NotInSteps):
        joined(pictured(), designed(css).with_settings(colophon=True))


def test_releases_of_one_name_and_few_releases_are_laid_out_as_a_whole() -> None:
    style, edition = load_style("oim"), pictured()
    twice = replace(edition, releases=edition.releases * 2)
    with pytest.raises(NotInSteps):
        joined(twice, style)
    assert write(edition, style) == whole(edition, style)


def test_a_kit_of_many_is_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    edition, style = pictured(), load_style("oim")
    monkeypatch.setattr("oimpress.writers.pdf.kit.MANY", len(edition.releases))
    assert write(edition, style) == with_pictures()


def test_a_page_is_cut_where_its_releases_stand() -> None:
    page = (
        "<!DOCTYPE html><html lang='fr'><head><title>T</title><style>a{}</style></head><body class='kit'><p>un</p>"
        f"<main>deux<div><p>trois</p>{MARKED}<p>quatre</p></div></main><p>cinq</p></body></html>"
    )
    cut = frames(page)
    assert cut.before.text_content() == "Ta{}undeuxtrois"
    assert cut.after is not None
    assert cut.after.text_content() == "Ta{}quatrecinq"
    assert frames(f"<html><body><p>un</p>{MARKED}</body></html>").after is None
    head = '<!DOCTYPE html>\n<html lang="fr"><head><style>a{}</style></head><body class="kit"><main><div>'
    assert (cut.opening, cut.closing) == (head, "</div></main></body></html>")
    assert "<title>T</title>" in cut.frame
    assert "un" not in cut.frame
    with pytest.raises(NotInSteps):
        frames("<p>nichts</p>")
