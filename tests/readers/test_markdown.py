"""Markdown: front matter, blocks, notes and links are read; a text with one sign stays text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import oimpress
from oimpress.carried import OPENS
from oimpress.errors import ReadError
from oimpress.model.nodes import Figure, Link, List, Note, Para, Quote, Section, Table
from oimpress.model.runs import flatten, spans
from oimpress.pipeline import Normalised, normalise_source
from oimpress.readers import find, read
from oimpress.readers.markdown.code import fenced
from oimpress.readers.markdown.front import length
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.strategies import releases

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
FRONT = '---\ntitle: "La piscine rouvre après deux ans de travaux"\ndate: 2024-03-12\n{}---\n\n'
MORE = "lang: fr-CA  # ici\ntags:\n  - eau\n  - ville\nurl: https://vezelin.example/p\n"
WHOLE = f"""{FRONT.format(MORE)}{PROSE} Voir les [détails](https://vezelin.example/piscine)[^1].

## Un bassin plus sobre

> « Le bassin est plus économe. »

| Année | Coût |
|:------|-----:|
| 2021  | 1 M€ |

1. un
2. deux

![Le bassin](bassin.jpg)

**La Région** a payé la moitié du chantier.

[^1]: Une note.
"""


def md(text: str, name: str = "a.md") -> Source:
    return Source(name, text.encode())


def title(done: Normalised) -> str:
    return str(flatten(done.value.title))


def test_front_matter_and_blocks_are_read() -> None:
    done = lawful(md(WHOLE))
    assert title(done) == "La piscine rouvre après deux ans de travaux"
    assert (done.value.published, done.value.lang[:2]) == ("2024-03-12", "fr")
    assert done.value.source is not None
    assert done.value.source.url == "https://vezelin.example/p"
    para, section = done.value.body
    assert isinstance(para, Para)
    assert [link.href for _, _, link in spans(para.children, Link) if isinstance(link, Link)] == [
        "https://vezelin.example/piscine"
    ]
    assert str(flatten(para.children)).endswith("détails1.")
    assert isinstance(section, Section)
    assert [type(block) for block in section.blocks] == [Quote, Table, List, Figure, Para, Note]
    assert done.trail is not None
    assert "R047" in done.trail.rules


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("date: 2024-03-12", "2024-03-12"), ("date: 2024-03-12T09:00:00+01:00", "2024-03-12"),
        ("date: '12 mars 2024'", "2024-03-12"), ("date: 03/04/2024", ""), ("date: demain", ""), ("draft: true", ""),
    ],
)  # fmt: skip
def test_a_date_counts_when_it_can_mean_one_day(stated: str, published: str) -> None:
    assert lawful(md(f"---\n{stated}\n---\n# Un titre\n\n{PROSE}\n")).value.published == published


def test_toml_between_plus_signs_is_front_matter_too() -> None:
    done = lawful(md(f'+++\ntitle = "La halle"\ndate = 2024-03-12\n+++\n\n{PROSE}\n\n{PROSE} Oui.\n'))
    assert (title(done), done.value.published) == ("La halle", "2024-03-12")


def test_rules_that_part_a_text_are_no_front_matter() -> None:
    done = lawful(md(f"---\n\nUn texte.\n\n---\n\n# Un titre\n\n{PROSE}\n"))
    assert done.trail is not None
    assert "R047" not in done.trail.rules


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**Para más información**\nDepartamento de Comunicación · 950 55 52 10", 2),
        ("**Contact :**\nAwa Sow, chargée de communication de la ville et de son agglomération", 2),
        ("**Paris** et sa région\nse préparent", 1),
    ],
)
def test_a_bold_line_heads_those_below_it(text: str, lines: int) -> None:
    (done,) = read(md(f"# La piscine rouvre\n\n{PROSE}\n\n{text}\n"))
    assert isinstance(done, Drafted)
    assert len(done.draft.value.flow) == 2 + lines


def test_a_title_that_the_text_repeats_is_taken_once() -> None:
    done = lawful(md(FRONT.format("") + f"# La piscine rouvre après deux ans de travaux\n\n{PROSE}\n"))
    assert title(done) == "La piscine rouvre après deux ans de travaux"
    assert all(isinstance(block, Para) for block in done.value.body)


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.md", PROSE, "markdown"),
        ("a.txt", WHOLE, "markdown"),
        ("a.txt", f"## Un titre\n\n{PROSE}\n\n**Gras** et voilà", "markdown"),
        ("a.txt", FRONT.format("") + f"## Un titre\n\n{PROSE}", "markdown"),
        ("a.txt", f"# Un titre\n\n{PROSE}", "text"),
        ("a.txt", f"* un\n* deux\n\n{PROSE} * voir plus loin *", "text"),
        ("a.txt", f"Un titre\n\n**{PROSE}**", "text"),
        ("a.txt", f"Un titre\n---\n{PROSE}\n---\n2 ** 3 ** 4", "text"),
        ("a.txt", f"Un titre\n\n{PROSE} [1] (note) ### fin", "text"),
    ],
)
def test_markdown_is_told_by_two_of_its_signs(name: str, text: str, reader: str) -> None:
    assert find(md(text, name)).name == reader


@pytest.mark.parametrize(
    "text",
    ["> " * 5000 + "x", "- " * 3000 + "x", "[" * 20_000, "*a " * 20_000, "---\n" + "a: b\n" * 5000, "<div>" * 3000],
    ids=["quotes", "lists", "brackets", "stars", "front", "tags"],
)
def test_hostile_texts_are_read_or_refused(text: str) -> None:
    try:
        normalise_source(md(text))
    except ReadError:
        return


def test_what_stands_too_deep_is_refused_and_nothing_before_is_lost() -> None:
    lists = ["".join(f"{'  ' * depth}- niveau {depth}\n" for depth in range(deep)) for deep in (40, 60)]
    assert "niveau 39" in str(lawful(md(f"# Un titre\n\n{lists[0]}")).value)
    with pytest.raises(ReadError, match="too deep inside each other"):
        normalise_source(md(f"# Un titre\n\n{lists[1]}"))


def test_an_empty_one_is_refused() -> None:
    with pytest.raises(ReadError, match="no text was found"):
        normalise_source(md("---\nlang: fr\n---\n\n<!-- rien -->\n"))


# -- laws -------------------------------------------------------------------------------------------------

PIECES = st.sampled_from([
    "# Titre", "## Sous-titre", "mot", "**gras** et *italique*", "[lien](https://a.example/)", "[x](y)", "- un\n- deux",
    "1. un\n   - dedans",
    "> cité\n> encore", "| a | b |\n|---|---|\n| 1 | 2 |", "![alt](a.jpg)", "`code`",
    "```\npré\n```",
    "appel[^1]", "[^1]: note", "<b>brut</b>", "<p hidden>caché</p>",
    "ligne  \nsuite", "&eacute; &amp;", "\\*pas\\*", "é\u0301",
])  # fmt: skip
ROWS = st.sampled_from(["title: Un titre", "date: 2024-03-12", "lang: en", "tags: [a, b]", "  - liste", "autre"])
TEXTS = st.builds(
    lambda rows, pieces: (
        ("---\n" + "".join(f"{row}\n" for row in rows) + "---\n" if rows else "") + "\n\n".join(pieces)
    ),
    st.lists(ROWS, max_size=4),
    st.lists(PIECES, max_size=8),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS)
def test_every_letter_has_its_rule(text: str) -> None:
    try:
        (found,) = read(md(text))
    except ReadError:
        return
    lawful(md(text))
    assert isinstance(found, Drafted)
    assert found.text is not None
    missing = Counter(filter(str.isalnum, _seen(text))) - Counter(filter(str.isalnum, found.text.characters))
    assert not missing


UNSEEN = ("https://a.example/", "(y)", "a.jpg", "alt", "&eacute;", "&amp;", "<b>", "</b>", "<p hidden>", "</p>", "[^1]")


def _seen(text: str) -> str:
    """The letters that a reader of the source sees, without addresses, tags and marks of notes."""
    for gone in (
        "https://a.example/",
        "(y)",
        "a.jpg",
        "alt",
        "&eacute;",
        "&amp;",
        "<b>",
        "</b>",
        "<p hidden>",
        "</p>",
        "[^1]",
    ):
        text = text.replace(gone, "")
    return text.replace("1. un", " un")


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(releases)
def test_our_own_without_its_xml_is_read_by_its_words(release: oimpress.Release) -> None:
    data = oimpress.write(release, "markdown").partition(OPENS.encode())[0]
    try:
        (found,) = read(Source("a.md", data))
    except ReadError:
        return
    lawful(Source("a.md", data))
    assert isinstance(found, Drafted)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('{\n  "title": "Le bac \\"vert\\"",\n  "date": "2025-09-15"\n}\n\n', "2025-09-15"),
        ("# Le bac\n\nStatut: Publié\nDate: 15 septembre 2025\nThème: Ville, eau\n\n", "2025-09-15"),
        ("% Le bac\n% Aude\n% 15 septembre 2025\n\n", "2025-09-15"),
    ],
)
def test_what_stands_above_a_text_as_programs_write_it_is_front_matter(text: str, day: str) -> None:
    done = lawful(Source("a.md", f"{text}{PROSE}\n".encode()))
    assert str(flatten(done.value.title)).startswith("Le bac")
    assert (done.value.published, len(done.value.body)) == (day, 1)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}\n\n',
        "{un mot}\n\n",
        "# Le bac\n\nDate : 15 septembre 2025\nLieu : la halle\n\n",
        "# Le bac\n\nStatut: Publié\n\n",
        "# Le bac\n\nStatut : Publié\nDate : demain\n\n",
    ],
)
def test_what_only_looks_like_it_is_text(text: str) -> None:
    assert length(f"{text}{PROSE}\n") == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\n```\nb\n```\nc", ["```\nb\n```\n"]),
        ("```py\nb\n````\n~~~\nd\n~~~", ["```py\nb\n````\n", "~~~\nd\n~~~"]),
        ("````\n```\nb\n```\n````\n", ["````\n```\nb\n```\n````\n"]),
        ("```\nb\n~~~\n", []),
        ("```b``` c\n```\n", []),
        ("```py\n" * 20_000, []),
    ],
)
def test_code_stands_between_fences_that_close(text: str, code: list[str]) -> None:
    assert [text[start:end] for start, end in fenced(text)] == code
