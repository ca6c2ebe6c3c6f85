"""Order, names and memory: what holds for an archive of any length."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from oimpress.model.nodes import Release, SourceRef, Text
from oimpress.pipeline import Normalised
from oimpress.publish.build import Options, build_editions, make_edition
from oimpress.publish.identifiers import Names
from oimpress.publish.kept import keep
from oimpress.publish.report import Report
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find

ROOT = Path(__file__).parents[2]


def release(name: str, published: str = "") -> Release:
    ref = SourceRef(f"{name}.txt", name.ljust(64, "0"), "text/plain", "text")
    return Release(name, title=(Text(name),), published=published, source=ref)


def test_the_newest_comes_first_and_undated_ones_last_in_their_order() -> None:
    given = [
        release("u1"),
        release("old", "2019"),
        release("u2"),
        release("new", "2020-02-01"),
        release("day", "2019-03-01"),
    ]
    edition = make_edition(given, Options(), load_style())
    assert [each.id for each in edition.releases] == ["new", "day", "old", "u1", "u2"]
    assert edition.title == "Dossier de presse"
    assert make_edition(given[:1], Options(), load_style()).title == "u1"


def test_who_has_a_place_stands_before_the_others() -> None:
    given = [release("old", "2019"), release("new", "2020"), release("third", "2018"), release("first")]
    edition = make_edition(given, Options(), load_style(), [0, 0, 3, 1])
    assert [each.id for each in edition.releases] == ["first", "third", "new", "old"]


def test_each_release_has_a_name_of_its_own() -> None:
    names, one = Names(), release("a")
    other = replace(one, source=replace(one.source, sha256="b" * 64)) if one.source else one
    releases = (one, other, one, one, replace(one, source=None))
    made = [names.own(keep(Normalised(each, (), None, Source("a.txt", b"")))).value.id for each in releases]
    assert made == ["a", "a-bbbbbbbb", "a-a0000000", "a-2", "a-3"]


def sources(count: int) -> Iterator[Source]:
    for number in range(count):
        more = "".join(f"Un paragraphe de plus, le {place}e.\n" for place in range(2, 62))
        text = f"Titre {number}\nNiger - L'OIM aide {number} familles.\n{more}"
        yield Source(f"{number}.txt", text.encode())


def test_a_file_for_each_release_where_one_could_hold_all(tmp_path: Path) -> None:
    made = {}
    for each in (False, True):
        report = Report()
        forms = [find("html"), find("docx")]
        build_editions(sources(3), forms, tmp_path, load_style(), Options(each=each), report)
        assert not report.failures
        made[each] = sorted(output.path.name for output in report.outputs)
    assert made[False] == ["dossier-de-presse.docx", "dossier-de-presse.html"]
    assert made[True] == sorted(f"titre-{number}.{ending}" for number in range(3) for ending in ("html", "docx"))


def test_a_sidecar_gives_a_release_its_place(tmp_path: Path) -> None:
    for source in sources(3):
        (tmp_path / source.name).write_bytes(source.data)
    (tmp_path / "2.toml").write_text("order = 1\n")
    paths = sorted(tmp_path.glob("*.txt"))
    build_editions(paths, [find("html")], tmp_path / "out", load_style(), Options(), Report())
    (made,) = (tmp_path / "out").glob("*.html")
    text = made.read_text("utf-8")
    assert text.index("aide 2") < text.index("aide 0") < text.index("aide 1")


@pytest.mark.slow
@pytest.mark.parametrize(
    "way",
    [
        "read",
        pytest.param("normalise", marks=pytest.mark.campaign),
        pytest.param("normalise again", marks=pytest.mark.campaign),
    ],
)
def test_memory_does_not_grow_with_the_archive(way: str, tmp_path: Path) -> None:
    for _ in range(2 if way.endswith("again") else 1):
        early, late = measured(way.partition(" ")[0], tmp_path)
    assert late - early < 100_000  # bytes, for releases of more than that


def measured(way: str, folder: Path) -> list[int]:
    """Bytes in use at the 11th and 21st release, in a process of its own, where nothing else takes or holds memory."""
    calm = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    call = [sys.executable, "-m", "tests.publish.memory", way, str(folder)]
    done = subprocess.run(call, env=calm, cwd=ROOT, capture_output=True, text=True, check=True)
    held: list[int] = json.loads(done.stdout)
    return held


@pytest.mark.parametrize(("date", "lang"), [("2026-02-30", "fr"), ("yesterday", "fr"), ("", "not a tag")])
def test_options_that_cannot_be(date: str, lang: str) -> None:
    with pytest.raises(Exception, match="write"):
        Options(date=date, lang=lang)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    from oimpress.publish.files import store_together

    (tmp_path / "a").write_text("old")
    (tmp_path / "b").mkdir()
    with pytest.raises(Exception, match="cannot be written"):
        store_together((tmp_path / "b", b"1"), (tmp_path / "a", b"new"))
    assert (tmp_path / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("each", [True, False])
def test_an_untitled_release_is_called_by_its_first_words_in_every_format(each: bool, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(UNTITLED, "utf-8")
    report = Report()
    formats = [find(name) for name in ("html", "epub", "docx", "digest", "text", "markdown", "ninjs")]
    options = Options(each=each)
    build_editions([tmp_path / "a.txt"], formats, tmp_path / "out", load_style(), options, report)
    assert not report.failures
    words = "Les cars de la ligne 7 rouleront"
    for output in report.outputs:
        data = output.path.read_bytes()
        if output.format in ("epub", "docx"):
            with zipfile.ZipFile(output.path) as archive:
                name = "EPUB/content.opf" if output.format == "epub" else "docProps/core.xml"
                data = re.findall(b"<dc:title.*?</dc:title>", archive.read(name))[0]
        elif output.format == "html":
            data = re.findall(b"<title>.*?</title>", data)[0]
        said = data.decode()
        if output.format == "digest":
            said = str(message_from_bytes(data, policy=policy.default)["Subject"])
        assert words in said, output.format
        assert "sans titre" not in said


UNTITLED = """Port-Alban, le 5 mars 2026 – Les cars de la ligne 7 rouleront de nouveau lundi, après trois semaines de
travaux sur le pont des Tanneurs, a fait savoir la régie des transports.

Les horaires ne changent pas. Les billets achetés pendant les travaux restent valables jusqu’à la fin du mois.
"""
