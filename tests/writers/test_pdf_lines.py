"""Lines of a PDF as they stand on the page: titles balanced, hyphens few and in no name."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

from pypdf import PdfReader

from oimpress.model.nodes import Edition, Para, Release, Text
from oimpress.style import Style, load_style
from oimpress.writers.pdf.hyphens import Dictionaries
from oimpress.writers.pdf.kit import write

STYLE = load_style("oim")
TITLE = "L’OIM au Mexique et l’état de Durango signent un accord de coopération visant à protéger les migrants"
LONG = "intergouvernementalisation professionnellement constitutionnellement multidisciplinairement "


def printed(title: str, body: str, style: Style) -> list[str]:
    """The lines of the one release that a PDF holds."""
    release = Release("a", title=(Text(title),), body=(Para((Text(body),)),))
    data = write(Edition((release,), "Un titre", "single"), style).value
    return [line.strip() for line in PdfReader(io.BytesIO(data)).pages[0].extract_text().splitlines() if line.strip()]


@cache
def hyphenated() -> list[str]:
    body = (LONG + "et Internationaldemigrationshausen ") * 12
    return printed("Un titre", body, STYLE.with_settings(hyphenate=True, justify=True))


def runs_of_hyphens(lines: list[str]) -> Iterator[int]:
    run = 0
    for line in lines:
        run = run + 1 if line.endswith(("-", "\u2010")) else 0
        yield run


def test_the_lines_of_a_title_are_of_about_one_length_and_end_in_no_small_word() -> None:
    for name in ("oim", "sobre"):
        lines = printed(TITLE, "Un paragraphe.", load_style(name))
        title = lines[next(at for at, line in enumerate(lines) if line.startswith("L’OIM")) :]
        title = title[: next(at for at, line in enumerate(title) if line.endswith("migrants")) + 1]
        assert " ".join(title) == TITLE
        assert min(map(len, title)) > 0.7 * max(map(len, title))
        assert not any(line.endswith((" à", " de", " un", " et", " les")) for line in title)


def test_a_lead_ends_in_no_line_of_one_short_word() -> None:
    leads = [f"{'mot ' * words}pris à Lyon." for words in range(14, 30)]
    many = tuple(Release(f"r{at}", title=(Text("T"),), body=(Para((Text(lead),)),)) for at, lead in enumerate(leads))
    file = PdfReader(io.BytesIO(write(Edition(many, "Un titre", "press-kit"), STYLE).value))
    lines = [line.strip() for page in file.pages for line in page.extract_text().splitlines()]
    ends = [line for line in lines if line.endswith("Lyon.")]
    assert len(ends) == len(leads)
    assert min(ends, key=len) == "pris à Lyon."


def test_a_title_of_one_line_stays_one() -> None:
    assert "Un titre bref de deux pays" in printed("Un titre bref de deux pays", "Un paragraphe.", STYLE)


def test_no_more_than_two_lines_below_each_other_end_in_a_hyphen() -> None:
    assert max(runs_of_hyphens(hyphenated())) == 2


def test_no_name_is_cut() -> None:
    assert sum("Internationaldemigrationshausen" in line for line in hyphenated()) == 12


def test_words_are_cut_where_they_may_be() -> None:
    words = Dictionaries().get(("fr", 3, 3, 6))
    assert list(words.iterate("organisation"))
    assert not list(words.iterate("Organisation"))
    assert not list(words.iterate("l’OIM"))
    assert list(Dictionaries().get(("de", 3, 3, 6)).iterate("Organisation"))


def test_thin_spaces_of_thousands_can_be_copied() -> None:
    assert "Il y a 1\u202f531\u202f298 habitants." in printed(
        "Un titre", "Il y a 1\u202f531\u202f298 habitants.", STYLE
    )
