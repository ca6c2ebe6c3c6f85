"""What each file can say, and what is said of each mistake: one tone, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oimpress
from oimpress.errors import UsageError
from oimpress.i18n import phrases
from oimpress.model.draft import Draft
from oimpress.model.house import House
from oimpress.notices import Result
from oimpress.passes.profiles import Pass, find_profile
from oimpress.settings import Config, read_config, read_profile, read_sidecar
from oimpress.settings.mistakes import key_of
from oimpress.settings.schemas import FILES
from oimpress.settings.tables import checked, in_file

Read = Callable[[Path], Any]


def said(folder: Path, text: str, read: Read = read_config) -> Any:
    path = folder / "a.toml"
    path.write_text(text, "utf-8")
    return read(path)


def test_the_office_and_its_words_reach_readers_as_a_house(tmp_path: Path) -> None:
    config = said(
        tmp_path,
        '[office]\ncountry = "Suisse"\nname = "OIM Berne"\n'
        '[lexicon]\norganisations = ["OIM"]\nkickers = "Point presse"\nroles = ["porte-parole", "chargée de presse"]\n',
    )
    assert config.house == House("CH", "OIM Berne", ("OIM",), ("Point presse",), (), (), config.lexicon.roles)
    assert Config().house == House()


def test_values_are_taken_as_people_write_them(tmp_path: Path) -> None:
    config = said(tmp_path, 'lang = "espagnol"\npage = "A4"\nformats = "pdf"\n[edition]\ndate = "22 novembre 2026"\n')
    assert (config.lang, config.page, config.formats, config.edition.date) == ("es", "a4", ("pdf",), "2026-11-22")
    assert said(tmp_path, "[edition]\ndate = 2026-11-22T08:00:00Z").edition.date == "2026-11-22"


def test_options_go_over_the_file_and_are_read_alike(tmp_path: Path) -> None:
    config = said(tmp_path, 'lang = "fr"\neach = true\n[edition]\ntitle = "A"\ndate = 2026-01-02\n')
    over = config.with_options(
        lang="français canadien", date="22/11/2026", page="Letter", formats=("epub",), title=None
    )
    assert (over.lang, over.page, over.formats, over.each) == ("fr-CA", "letter", ("epub",), True)
    assert (over.edition.title, over.edition.date, over.folder) == ("A", "2026-11-22", tmp_path)
    with pytest.raises(UsageError, match="--date: “03/04/2026” may be two days; write 2026-04-03 or 2026-03-04"):
        config.with_options(date="03/04/2026")


def test_a_sidecar_says_what_lines_are(tmp_path: Path) -> None:
    known = said(
        tmp_path,
        'embargo = 2026-11-22T08:00:00+01:00\ncorrection = "Le chiffre du 2e paragraphe."\nkind = "Press Release"\n'
        '[lines]\ntitle = "La halle rouvre"\nfurniture = ["Partager", "Lire aussi"]\nend-mark = "- FIN -"\n',
        read_sidecar,
    )
    assert known.lines == {
        "title": ("La halle rouvre",),
        "furniture": ("Partager", "Lire aussi"),
        "end-mark": ("- FIN -",),
    }
    assert (known.embargo, known.correction[:8], known.kind) == (
        "2026-11-22T08:00:00+01:00",
        "Le chiff",
        "press-release",
    )
    assert said(tmp_path, 'embargo = "mardi à 8 h"', read_sidecar).embargo == "mardi à 8 h"


MISTAKES = {
    "a slip": (read_config, 'langue = "fr"', "langue: unknown key; did you mean “lang”?"),
    "a key of nothing": (read_profile, "wrong = 1", "wrong: unknown key; the keys here are based-on, head, foot"),
    "a slip in a table": (
        read_config,
        "[office]\ncontry = 'FR'",
        "[office] contry: unknown key; did you mean “country”?",
    ),
    "outside": (read_config, 'country = "FR"', "country: stands outside its table; write it under [office]"),
    "inside": (
        read_config,
        '[edition]\nlang = "fr"',
        "[edition] lang: stands inside a table; write it above the first",
    ),
    "in a list": (
        read_config,
        '[lists.presse]\ntitle = "a"\nsince = 2026-01-01\nfrom = "a@b.c"\norder = "newset"',
        "[lists.presse] order: “newset” is not known here; did you mean “newest”?",
    ),
    "the name of a list": (
        read_config,
        "[lists.Presse]\n",
        "[lists] Presse: “Presse” is not a name that may stand here",
    ),
    "a missing key": (
        read_config,
        "[lists.presse]\ntitle = 'a'\nfrom = 'a@b.c'",
        "[lists.presse] since: missing; write 2026",
    ),
    "no table": (read_config, "office = 3", "office: “3” is not a table; write [office]"),
    "a list for a table": (read_config, "[[office]]", "office: “[…]” is not a table; write [office]"),
    "a secret": (read_config, 'password = "hunter2"', "password: secrets do not belong in a file"),
    "country": (
        read_config,
        "[office]\ncountry = 'Atlantis'",
        "[office] country: “Atlantis” is not a country; write FR",
    ),
    "a key of control characters": (read_config, '"a\\u001b[31mb" = 1', "a\\x1b[31mb: unknown key; the keys here are"),
    "a long key": (read_profile, f"'{'x' * 500}' = 1", f"{'x' * 59}…: unknown key; the keys here are"),
    "pydantic's own word": (read_profile, "'[key]' = 1", "[key]: unknown key; the keys here are based-on"),
    "an empty key": (read_profile, "'' = 1", ": unknown key; the keys here are based-on"),
    "a list in a list": (read_config, "sources = [['a']]", "sources: “[…]” is not a text on one line"),
    "blank": (read_config, "sources = ['']", "sources: “” is not a text on one line"),
    "a label": (
        read_sidecar,
        "[lines]\ntitre = 'a'",
        "[lines] titre: “titre” is not known here; did you mean “title”?",
    ),
    "a line": (read_sidecar, "[lines]\ntitle = 3", "[lines] title: “3” is not a list of texts"),
    "embargo": (read_sidecar, "embargo = true", "embargo: “true” is not a moment with its time zone"),
    "long": (read_sidecar, f"lang = '{'x' * 500}'", f"lang: “{'x' * 59}…” is not a language"),
    "control": (read_sidecar, 'title = "a\\u001b[31mb"', "title: “a\\x1b[31mb” is not a text on one line"),
    "head": (read_profile, "head = 3", "head: “3” is not a list of texts"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_has_a_place_what_was_found_and_what_to_do(case: str, tmp_path: Path) -> None:
    read, text, sentence = MISTAKES[case]
    with pytest.raises(UsageError, match=re.escape(f"a.toml: {sentence}")) as caught:
        said(tmp_path, text, read)
    assert "hunter2" not in str(caught.value)
    french = caught.value.text(phrases("fr"))
    assert re.search("a.toml\N{NO-BREAK SPACE}?: ", french)
    assert "\N{NARROW NO-BREAK SPACE}; " in french
    assert not re.search(r"unknown|is not|missing|write|stands|choose", french)


KEYS = st.sampled_from([*(key_of(each.name) for schema in FILES.values() for each in fields(schema)), "[key]", ""])
MOMENTS = st.dates() | st.times() | st.datetimes()
VALUES = st.booleans() | st.integers() | st.floats() | MOMENTS | st.text(max_size=9)
TABLES = st.dictionaries(
    KEYS | st.text(max_size=3),
    st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)),
    max_size=4,
)


@given(TABLES, st.sampled_from([*FILES.values()]))
def test_any_table_is_read_or_refused_in_a_sentence(table: dict[str, Any], schema: type[Any]) -> None:
    with suppress(UsageError):
        assert isinstance(checked(schema, table, in_file("a.toml")), schema)


def test_a_pass_knows_whose_release_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[House] = []

    def look(draft: Draft) -> Result[Draft]:
        met.append(draft.house)
        return Result(draft.with_fields(lang="fr"))

    plain = find_profile("plain")
    monkeypatch.setattr(
        "oimpress.pipeline.profile_named", lambda _: replace(plain, structure=(Pass(look), *plain.structure))
    )
    house = House("CH", "OIM Berne")
    oimpress.normalise(b"Un titre\n", house=house)
    oimpress.normalise(b"Un titre\n")
    assert met == [house, House()]


def test_an_unknown_key_is_told_before_the_value_that_it_leaves_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\[lists\.presse\] sinse: unknown key; did you mean “since”"):
        said(tmp_path, "[lists.presse]\ntitle = 3\nsinse = 2026-01-01")
