"""What LibreOffice opens and saves is read as we wrote it: the same words, links, emphasis and structure."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from oimpress.errors import ReadError
from oimpress.model.codec import to_xml
from oimpress.model.nodes import (
    Aside,
    Cell,
    Contact,
    Edition,
    Emphasis,
    Foreign,
    Inlines,
    Item,
    Link,
    List,
    Para,
    Quote,
    Release,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from oimpress.model.runs import plain
from oimpress.model.walk import runs
from oimpress.readers import read
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find
from tests.readers.laws import lawful_all
from tests.strategies import releases

WAY = "https://exemple.test/reglement"


def run(*parts: str | Emphasis | Strong | Foreign | Link) -> Inlines:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


ARABIC = Foreign("ar", run("سلمى الخطيب"))
CHINESE = Foreign("zh", run("非常感谢"))
HEBREW = Foreign("he", run("דוד לוי"))
LINKED = Para(run("Le ", Link(WAY, run("règlement\u202f?")), " de ", Emphasis(run("1\u202f978 pages")), "\u202f!"))
QUOTED = Para(
    run("«\u00a0", CHINESE, "\u00a0», a dit ", Link(WAY, run("la présidente")), " du ", Strong(run("jury")), ".")
)
CARD = Contact(name="Ana Ruiz", emails=("ana@pont.example",))


def release(number: int, **more: object) -> Release:
    said: dict[str, object] = {
        "title": run("Le film ", Emphasis(run("La Mer haute")), " à ", ARABIC, f" et {number} à ", HEBREW),
        "contacts": (CARD, replace(CARD, name="Luc Roy")),
    }
    return Release(f"r{number}", **(said | more))  # type: ignore[arg-type]


RICH = (
    release(1, body=(Quote((QUOTED,), run("Mme ", ARABIC)), Quote((QUOTED, LINKED)), Para(run("La suite.")))),
    release(2, body=(Aside((LINKED,), "context", run("Contexte")), Aside((LINKED,), "sidebar"), LINKED)),
    release(3, body=(Aside((Quote((QUOTED,)), List((Item((LINKED,)), Item((QUOTED,))), marker="•")), "key-figures"),)),
    release(
        4,
        body=(
            Aside((Table((Row((Cell(run("a ", CHINESE)), Cell(run("1\u202f234")))),)),), "sidebar"),
            Section(run(ARABIC, " et ", CHINESE), (Section(run("Dedans"), (LINKED,)), QUOTED)),
            LINKED,
        ),
        about=(QUOTED, LINKED),
    ),
    release(5, title=run(CHINESE), contacts=(), body=(QUOTED,)),
    release(
        6,
        title=run("Jumelage de villes aux fins d’intégration des migrants"),
        body=(LINKED,),
        about=(Table((Row((Cell(run("Membres")), Cell(run("175")))),)), LINKED),
    ),
    release(7, about=(Table((Row((Cell(()), Cell(run("2025")))), Row((Cell(run("Membres")), Cell(run("175")))))),)),
)  # fmt: skip


def written(made: Sequence[Release]) -> bytes:
    return find("docx").write(Edition(tuple(made), "Dossier", "press-kit", "fr"), load_style("oim")).value


def saved(data: bytes, libreoffice: list[str], folder: Path) -> bytes:
    """The document as LibreOffice saves it."""
    (folder / "a.docx").write_bytes(data)
    command = [*libreoffice, "--convert-to", "docx", "--outdir", str(folder / "out"), "a.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return (folder / "out" / "a.docx").read_bytes()


def come_back(data: bytes) -> list[bytes]:
    found = lawful_all(Source("a.docx", data))
    return [to_xml(replace(each.value, id="x", source=None)) for each in found]


def test_a_rich_kit_comes_back_as_it_was(validator: Callable[[str], list[str]], tmp_path: Path) -> None:
    data = written(RICH)
    assert come_back(data) == [to_xml(replace(each, id="x")) for each in RICH]
    assert come_back(saved(data, validator("libreoffice"), tmp_path)) == come_back(data)


def words(data: bytes) -> list[list[str]]:
    """Those of each release as they are read.

    Before any pass: LibreOffice keeps Arabic and Chinese for letters of theirs, without which French rules are kept.
    """
    found = [each.draft.value for each in read(Source("a.docx", data)) if isinstance(each, Drafted)]
    assert not any(draft.flow for draft in found)  # all is settled
    return [" ".join(plain(run.children) for run in runs(draft.release)).split() for draft in found]


@pytest.mark.campaign
def test_any_releases_come_back_word_for_word(
    validator: Callable[[str], list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    @settings(
        max_examples=40,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(st.lists(releases, min_size=4, max_size=8))
    def check(made: list[Release]) -> None:
        data = written(made)
        try:
            before = words(data)
        except ReadError:  # nothing in it, or no head that tells
            return
        assert not before or words(saved(data, validator("libreoffice"), tmp_path_factory.mktemp("kit"))) == before

    check()
