"""Today's reading as a sidecar: it gives today's release again, and one edit of it changes one line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from oimpress.errors import UsageError
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Release
from oimpress.model.walk import slots
from oimpress.pipeline import Normalised, normalise_source
from oimpress.publish.pinning import as_sidecar, whole_reading
from oimpress.settings import Metadata
from oimpress.sources import Source

ROOT = Path(__file__).parents[2]
OFFICES, CORPUS = ROOT / "tests/quality/offices", ROOT / "tests/quality/corpus"
# Each for what stands in it: facts, letterhead, cells, a note that covers a mail, columns, words that
# stand twice, contacts whose lines stay, in a list too, somebody who signs below the
# contacts, a line above the title that nothing explains.
PAGES = (
    "office-quebec-ministere.txt", "office-quebec-cisss.html", "office-prefecture-feux.eml", "office-belgique-spf.eml",
    "office-company-levee.txt", "office-wire-menu.txt", "third-md-ong-liste.md", "contact-html-cartes.html",
    "office-region-trains.txt", "office-suisse-federal.txt", "head-madagascar-devise.txt",
    "office-afrique-senegal.txt", "third-musee-quebec-trente.txt", "eighth-html-en-port.html",
    "eighth-md-es-festival.md", "tenth-mail-agence.eml",
    "eighth-region-presse-sans-personne.txt",
)  # fmt: skip
OWN = ("held3-menu-titre-double-mongolie-2020.txt", "cg-crlf-maldives-2006.txt", "nav-project-en-2016.txt")
EVERY = [path for room in (OFFICES, CORPUS) for path in sorted(room.iterdir()) if path.suffix != ".json"]
PATHS = [*(OFFICES / name for name in PAGES), *(CORPUS / name for name in OWN), *sorted((ROOT / "seeds").glob("*.txt"))]


def read(path: Path, said: dict[str, list[str]] | None = None) -> Normalised:
    lines = {label: tuple(words) for label, words in (said or {}).items()}
    return normalise_source(Source(path.name, path.read_bytes(), Metadata(lines=lines)))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_todays_reading_gives_todays_release(path: Path) -> None:
    done = read(path)
    said = tomllib.loads(as_sidecar(done))["lines"]
    assert said == whole_reading(done)
    assert read(path, said).value == done.value


@pytest.mark.parametrize("path", EVERY[::12], ids=lambda path: path.stem)
def test_a_page_in_twelve_gives_its_release_again(path: Path) -> None:
    done = read(path)
    assert read(path, whole_reading(done)).value == done.value


PORTAL = """<article><h1>La régie ouvre trois lignes de nuit</h1>
<p>La régie des transports ouvre lundi trois lignes de nuit, qui relient la gare aux quartiers du nord de la ville.</p>
<h2>Source</h2><p>Régie du Nord</p><h2>Information</h2>
<ul><li>Awa Sow</li><li>Régie du Nord</li><li>awa@regie.example</li></ul></article>"""


def test_headings_of_a_portal_stay_what_they_were_read_as() -> None:
    source = Source("x.html", PORTAL.encode())
    done = normalise_source(source)
    assert (str(done.value.issuer), len(done.value.contacts)) == ("Régie du Nord", 2)
    lines = {label: tuple(words) for label, words in whole_reading(done).items()}
    again = Source(source.name, source.data, Metadata(lines=lines))  # type: ignore[arg-type]
    assert normalise_source(again).value == done.value


@pytest.mark.campaign
def test_every_page_gives_its_release_again() -> None:
    readings = ((path, read(path)) for path in EVERY)
    changed = [path.stem for path, done in readings if read(path, whole_reading(done)).value != done.value]
    assert changed == []


HALLE = OFFICES / "office-ville-halle.txt"


def places(release: Release) -> dict[str, str]:
    return {path: str(text) for path, text in slots(release)}


def test_each_pin_left_out_changes_nothing_that_others_say() -> None:
    done = read(HALLE)
    said = whole_reading(done)
    assert {"title", "kicker", "issuer", "dateline", "heading", "lead", "person"} <= set(said)
    for label in ("kicker", "dateline", "heading", "person"):
        less = {name: words for name, words in said.items() if name != label}
        assert read(HALLE, less).value == done.value


def test_a_heading_made_a_paragraph_leaves_the_others() -> None:
    done = read(HALLE)
    said = whole_reading(done)
    first, *others = said["heading"]
    changed = read(HALLE, said | {"heading": others, "body": [first]}).value
    assert list(places(changed).values()) == list(places(done.value).values())
    assert sum("/heading" in path for path in places(changed)) == len(others)


def test_a_kicker_made_furniture_leaves_all_else() -> None:
    done = read(OFFICES / "office-quebec-ministere.txt")
    said = whole_reading(done)
    label = "reference" if "reference" in said else "kicker"
    first, *others = said[label]
    changed = read(OFFICES / "office-quebec-ministere.txt", said | {label: others, "furniture": [first]}).value
    before, after = places(done.value), places(changed)
    assert {path: text for path, text in before.items() if label not in path} == {
        path: text for path, text in after.items() if label not in path
    }


def test_canonical_xml_has_no_lines() -> None:
    data = to_xml(read(HALLE).value)
    with pytest.raises(UsageError, match="taken as it is"):
        as_sidecar(normalise_source(Source("x.xml", data)))
