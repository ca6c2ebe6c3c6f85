"""Trails say what they rebuild: bytes of a text, text of a source with markup; explain and verify go by it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from oimpress.cli.verify import rebuilt, verify
from oimpress.errors import InvalidRelease
from oimpress.model.codec import to_xml
from oimpress.model.trail import rebuild
from oimpress.model.trail_json import from_json, to_json
from oimpress.pipeline import normalise_source
from oimpress.publish.explain import line_fates
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.pages import page
from tests.readers.word import p, word

TEXT = "Les migrants de onze pays se réunissent cette semaine à Genève pour parler de leurs droits."
PAGE = page(
    f"<nav>Accueil</nav>\n<article>\n<h1>Un\n  titre</h1><p>{TEXT}<br>Deux  lignes.</p><h2>La suite</h2>"
    f"<ul><li>un</li><li>deux</li></ul></article><footer>© OIM</footer>"
)
WORD = word(p("Un titre", style="Titre") + p(TEXT) + p("un", listed="1.0"), header1=p("En-tête"))


def test_trails_of_texts_are_stored_as_they_always_were_with_reasons_behind_them() -> None:
    done = normalise_source(Source("a.txt", f"Un titre\n\n{TEXT}\n".encode()))
    assert done.trail is not None
    stored = json.loads(to_json(done.trail))
    assert stored.keys() == {"trail", "release", "encoding", "steps", "reasons"}
    assert (stored["trail"], done.trail.law, done.trail.sha256) == (1, "bytes", "")


@pytest.mark.parametrize("source", [PAGE, WORD], ids=["html", "docx"])
def test_trails_of_markup_say_that_they_rebuild_text(source: Source) -> None:
    done = lawful(source)
    assert done.trail is not None
    stored = json.loads(to_json(done.trail))
    assert (stored["trail"], stored["law"], len(stored["sha256"])) == (2, "text", 64)


@pytest.mark.parametrize("change", [{"law": "picture"}, {"law": None}, {"trail": 3}, {"sha256": None}])
def test_an_unknown_law_is_refused(change: dict[str, object]) -> None:
    done = lawful(PAGE)
    assert done.trail is not None
    stored = json.loads(to_json(done.trail))
    stored |= change
    if change.get("sha256", "") is None:
        del stored["sha256"]
    with pytest.raises(InvalidRelease, match=r"t\.json"):
        from_json(json.dumps(stored).encode(), "t.json")


@pytest.mark.parametrize("source", [PAGE, WORD], ids=["html", "docx"])
def test_verify_rebuilds_the_text_and_finds_edits(source: Source, tmp_path: Path) -> None:
    done = lawful(source)
    assert done.trail is not None
    xml = tmp_path / "a.xml"
    xml.write_bytes(to_xml(done.value))
    xml.with_suffix(".trail.json").write_bytes(to_json(done.trail))
    assert rebuilt(xml) == (source.name, len(rebuild(done.value, done.trail)), "text")
    said = CliRunner().invoke(verify, [str(xml)])
    assert said.exit_code == 0, said.output
    xml.write_bytes(to_xml(done.value).replace(b"semaine", b"demaine"))
    with pytest.raises(InvalidRelease):
        rebuilt(xml)
    xml.write_bytes(to_xml(done.value))
    xml.with_suffix(".trail.json").write_bytes(to_json(replace(done.trail, sha256="0" * 64)))
    with pytest.raises(InvalidRelease):
        rebuilt(xml)


def test_explain_tells_a_page_line_by_line() -> None:
    done = lawful(PAGE)
    assert done.trail is not None
    told = {line.text.strip(): line for line in line_fates(done.value, done.trail)}
    assert (told["Accueil"].fate, told["Accueil"].rules) == ("removed", ("R010",))
    assert told["Un"].places == ("head/title",)
    assert told[TEXT].places == ("body/p[1]",)
    assert "L004" not in told["Accueil"].rules  # the line break is told where it stands
    assert told["La suite"].places == ("body/section[1]/heading",)
    assert told["deux"].places == ("body/section[1]/list[1]/item[2]/p[1]",)
    assert told["© OIM"].fate == "removed"


def test_explain_tells_a_document_line_by_line() -> None:
    done = lawful(WORD)
    assert done.trail is not None
    told = {line.text.strip(): line for line in line_fates(done.value, done.trail)}
    assert told[TEXT].fate == "kept"
    assert (told["En-tête"].fate, told["En-tête"].rules) == ("removed", ("R016",))
