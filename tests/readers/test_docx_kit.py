"""Our own press kits in Word, corrected there and brought back: the same releases, each with its own trail."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from oimpress.errors import ReadError, UsageError
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition, Note, Para, Release, Text
from oimpress.model.runs import plain
from oimpress.model.trail_json import to_json
from oimpress.pipeline import Normalised, normalise_all, normalise_source
from oimpress.settings import Metadata
from oimpress.sources import Source, load
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.wording import ordered
from tests.readers.laws import lawful_all
from tests.readers.test_docx_own import lines, parts_rewritten, rewritten
from tests.readers.word import p
from tests.strategies import releases
from tests.writers import samples

BOOKMARKS = re.compile(r"<w:bookmark(?:Start|End) [^>]*/>")
RELEASE_MARK = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="_oimpress_release_\d+"/>')
RELEASE = re.compile(rf"<w:p>(?:(?!<w:p>).)*?{RELEASE_MARK.pattern}")
DATELINE = re.compile(r'<w:p><w:pPr><w:pStyle w:val="PressDateline"/>.*?</w:p>')


def kit_of(*releases: Release, title: str = "Dossier de presse") -> bytes:
    edition = Edition(releases, title, "press-kit", "fr", organisation="OIM")
    return find("docx").write(edition, load_style("oim")).value


def short(number: int, **more: object) -> Release:
    """A short release."""
    more = {"body": (Para((Text(f"L’OIM aide {number} familles à Diffa."),)),)} | more
    return Release(f"r{number}", title=(Text(f"Titre {number}"),), **more)  # type: ignore[arg-type]


def back(data: bytes, change: Callable[[str], str] = str) -> list[Normalised]:
    return lawful_all(Source("kit.docx", rewritten(data, change)))


def titles(found: list[Normalised]) -> list[str]:
    return [plain(each.value.title) for each in found]


def same(found: list[Normalised], releases: list[Release]) -> None:
    """Word for word the same, in the same order."""
    bare = [to_xml(replace(each.value, source=None, id="x")) for each in found]
    assert bare == [to_xml(replace(each, source=None, id="x")) for each in releases]


@pytest.fixture(scope="module")
def made(request: pytest.FixtureRequest) -> list[Release]:
    return [normalise_source(load(path)).value for path in request.getfixturevalue("seeds")]


# -- there and back ---------------------------------------------------------------------------------------


def test_the_seeds_come_back_from_one_kit(made: list[Release]) -> None:
    data = kit_of(*made)
    found = back(data)
    same(found, made)
    assert all(each.trail and each.trail.rules["R022"] and each.trail.rules["R021"] for each in found)
    assert len({each.value.id for each in found}) == len(made)
    again = normalise_all(Source("kit.docx", rewritten(data, str)))
    assert [to_json(each.trail) for each in again if each.trail] == [
        to_json(each.trail) for each in found if each.trail
    ]


def test_a_kit_of_what_came_back_is_the_same_kit(made: list[Release]) -> None:
    data = kit_of(*made)
    assert kit_of(*(replace(each.value, id=one.id) for each, one in zip(back(data), made, strict=True))) == data


def test_the_seeds_come_back_through_libreoffice(
    made: list[Release], validator: Callable[[str], list[str]], tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(kit_of(*made))
    command = [*validator("libreoffice"), "--convert-to", "docx", "--outdir", str(tmp_path / "out"), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    same(lawful_all(load(tmp_path / "out" / "a.docx")), made)


@pytest.mark.parametrize("change", [str, lambda xml: RELEASE_MARK.sub("", xml)], ids=["as written", "no bookmarks"])
@pytest.mark.parametrize("edition", [samples.edition(), samples.embargoed()], ids=["five", "under embargo"])
def test_samples_come_back_from_one_kit(edition: Edition, change: Callable[[str], str]) -> None:
    """Kickers, notes, asides, dates, embargoes: with the bookmarks of the releases and without them."""
    found = back(find("docx").write(edition, load_style("oim")).value, change)
    assert [lines(each.value) for each in found] == [lines(each) for each in ordered(edition)]


def test_releases_under_embargo_come_back_through_libreoffice(
    validator: Callable[[str], list[str]], tmp_path: Path
) -> None:
    edition = samples.embargoed()
    (tmp_path / "a.docx").write_bytes(find("docx").write(edition, load_style("oim")).value)
    command = [*validator("libreoffice"), "--convert-to", "docx", "--outdir", str(tmp_path / "out"), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    found = [each.value for each in lawful_all(load(tmp_path / "out" / "a.docx"))]
    for one, other in zip(found, ordered(edition), strict=True):
        assert (one.issuer, one.reference, one.embargo) == (other.issuer, other.reference, other.embargo)
        assert (plain(one.title), one.dateline, one.contacts) == (plain(other.title), other.dateline, other.contacts)


def test_without_any_bookmark_styles_tell_the_releases() -> None:
    found = back(kit_of(short(1, kicker=(Text("Niger"),)), short(2), short(3)), lambda xml: BOOKMARKS.sub("", xml))
    assert titles(found) == ["Titre 1", "Titre 2", "Titre 3"]
    assert plain(found[0].value.kicker) == "Niger"


def test_kits_of_before_come_back_by_their_content_controls_and_styles() -> None:
    """Until 0.2 a content control held each release, and our styles were called by a house's initials."""

    def former(name: str, part: str) -> str:
        if name != "word/document.xml":
            return part.replace('w:val="Press ', 'w:val="OIM ')
        first, second = (match.start() for match in RELEASE.finditer(part))
        end = part.rindex("<w:sectPr")
        tags = ('<w:sdtPr><w:tag w:val="oimpress:release:r1"/></w:sdtPr>', "</w:sdtContent></w:sdt>")
        held = [f"<w:sdt>{tags[0]}<w:sdtContent>{each}{tags[1]}" for each in (part[first:second], part[second:end])]
        return BOOKMARKS.sub("", f"{part[:first]}{''.join(held)}{part[end:]}")

    data = parts_rewritten(kit_of(short(1, kicker=(Text("Niger"),)), short(2)), former)
    heading = p("Un intertitre", style="Heading1")  # in a control it begins no release
    found = back(data, lambda xml: xml.replace("</w:sdtContent>", heading + "</w:sdtContent>", 1))
    assert titles(found) == ["Titre 1", "Titre 2"]
    assert plain(found[0].value.kicker) == "Niger"
    assert "Un intertitre" in str(found[0].value.body)
    shown = back(data, lambda xml: xml.replace("</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>", 1))
    assert titles(shown) == ["Titre 2"]


# -- edited -----------------------------------------------------------------------------------------------


def test_an_edited_word_arrives_in_its_release_alone(made: list[Release]) -> None:
    before = back(kit_of(*made))
    after = back(kit_of(*made), lambda xml: xml.replace("Jorge Herrera Caldera", "Jorge Herrera", 1))
    changed = [old.value.body != new.value.body for old, new in zip(before, after, strict=True)]
    assert changed == [True, False, False, False, False]


def test_text_between_two_releases_belongs_to_the_one_before() -> None:
    typed = p("Tapé entre deux.")

    def edited(xml: str) -> str:
        first, second, *_ = RELEASE.finditer(xml)
        return (
            xml[: first.start()]
            + p("Tapé avant.")
            + xml[first.start() : second.start()]
            + typed
            + xml[second.start() :]
        )

    one, two = back(kit_of(short(1), short(2)), edited)
    assert [plain(block.children) for block in one.value.body if isinstance(block, Para)] == [
        "Tapé avant.",
        "L’OIM aide 1 familles à Diffa.",
        "Tapé entre deux.",
    ]
    assert two.value.body == short(2).body


@pytest.mark.parametrize("inside", [True, False])
def test_a_release_pasted_without_its_bookmark_is_one_more(inside: bool) -> None:
    pasted = p("Titre 9", style="Heading1") + p("Niger – 3 mai 2019", style="PressDateline") + p("Du texte collé.")

    def edited(xml: str) -> str:
        at = xml.rindex("<w:sectPr")
        if inside:  # the end of the last release behind what was pasted
            end: str = BOOKMARKS.findall(xml)[-1]
            return xml[:at].replace(end, "") + pasted.removesuffix("</w:p>") + end + "</w:p>" + xml[at:]
        return xml[:at] + pasted + xml[at:]

    assert titles(back(kit_of(short(1), short(2)), edited)) == ["Titre 1", "Titre 2", "Titre 9"]


def test_a_copied_release_keeps_an_id_of_its_own() -> None:
    def doubled(xml: str) -> str:
        first, second, *_ = (match.start() for match in RELEASE.finditer(xml))
        return xml[:second] + xml[first:second].replace("1 familles", "5 familles") + xml[second:]

    found = back(kit_of(short(1), short(2)), doubled)
    assert [each.value.id for each in found] == ["titre-1", "titre-1-2", "titre-2"]


def test_a_heading_put_into_a_release_begins_no_other() -> None:
    heading = p("Un intertitre", style="Heading1")
    found = back(kit_of(short(1), short(2)), lambda xml: DATELINE.sub(lambda line: line[0] + heading, xml, count=1))
    assert titles(found) == ["Titre 1", "Titre 2"]
    assert "Un intertitre" in str(found[0].value.body)


def test_a_dateline_deleted_in_a_bookmark_leaves_a_release_without_one() -> None:
    found = back(kit_of(short(1), short(2)), lambda xml: DATELINE.sub("", xml))
    assert titles(found) == ["Titre 1", "Titre 2"]


@pytest.mark.parametrize("left", ["", p()], ids=["nothing", "blank"])
def test_an_emptied_release_is_none(left: str) -> None:
    def emptied(xml: str) -> str:
        first, second, *_ = RELEASE.finditer(xml)
        return f"{xml[: first.start()]}{left}{xml[second.start() :]}"

    assert titles(back(kit_of(short(1), short(2), short(3)), emptied)) == ["Titre 2", "Titre 3"]
    (only,) = back(kit_of(short(1), short(2)), emptied)
    assert only.value.body == short(2).body
    assert normalise_source(Source("kit.docx", rewritten(kit_of(short(1), short(2)), emptied))).value == only.value


def test_notes_stay_with_their_release() -> None:
    notes = [Note((Text(f"Selon la source {number}."),)) for number in (1, 2)]
    found = back(kit_of(*(short(at, body=(*short(at).body, note)) for at, note in enumerate(notes, 1))))
    assert [each.value.body[1:] for each in found] == [(note,) for note in notes]
    assert all(each.trail and "R012" not in each.trail.rules for each in found)


@settings(max_examples=6, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # shrinking takes minutes
@given(releases, st.booleans())
def test_any_release_comes_back_lawfully_from_a_kit(release: Release, first: bool) -> None:
    with contextlib.suppress(ReadError):
        found = back(kit_of(*([release, short(1)] if first else [short(1), release])))
        assert "Titre 1" in titles(found)


# -- refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: BOOKMARKS.sub("", DATELINE.sub("", xml, count=1)),  # a title alone: heading, or a release?
        lambda xml: BOOKMARKS.sub("", xml.replace('"Heading1"', '"BodyText"')),  # datelines alone
        lambda xml: stretched(xml, RELEASE_MARK.findall(xml)[0]),  # a release in the midst of another
    ],
    ids=["a dateline is missing", "titles are missing", "one in another"],
)
def test_where_a_release_begins_must_be_certain(change: Callable[[str], str]) -> None:
    dated = [replace(short(number), published=f"2019-05-0{number}") for number in (1, 2, 3)]
    data = rewritten(kit_of(*dated), change)
    with pytest.raises(ReadError, match=r"kit\.docx: .* where each begins is not certain; put its title .* together"):
        normalise_all(Source("kit.docx", data))


def stretched(xml: str, number: str) -> str:
    """The bookmark of this number up to the end of the document."""
    end = f'<w:bookmarkEnd w:id="{number}"/>'
    before, last = xml.replace(end, "").rsplit("</w:p>", 1)
    return f"{before}{end}</w:p>{last}"


def test_a_kit_whose_releases_are_all_empty() -> None:
    with pytest.raises(ReadError, match="no text was found"):
        back(kit_of(short(1), short(2)), lambda xml: re.sub(r"<w:t( [^>]*)?>[^<]*</w:t>", "", xml))


def test_a_damaged_kit() -> None:
    whole = kit_of(short(1), short(2))
    with pytest.raises(ReadError, match="damaged"):
        normalise_all(Source("kit.docx", whole[: len(whole) // 2]))
    with pytest.raises(ReadError, match=r"damaged \(word/document\.xml"):
        normalise_all(Source("kit.docx", rewritten(whole, lambda xml: xml.replace("</w:p>", "", 1))))


def test_one_release_is_asked_of_several() -> None:
    with pytest.raises(ReadError, match=r"kit\.docx: this document holds 2 releases; normalise_all gives each"):
        normalise_source(Source("kit.docx", kit_of(short(1), short(2))))


@pytest.mark.parametrize("known", [Metadata(title="Un titre"), Metadata(date=date(2026, 1, 2).isoformat())])
def test_a_sidecar_cannot_title_several(known: Metadata) -> None:
    with pytest.raises(UsageError, match="holds 2 releases, and its sidecar gives them all one title or date"):
        normalise_all(Source("kit.docx", kit_of(short(1), short(2)), known))
    assert normalise_all(Source("kit.docx", kit_of(short(1), short(2)), Metadata(lang="es")))[1].value.lang == "es"
