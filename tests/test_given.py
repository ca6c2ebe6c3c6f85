"""What a sidecar says of an embargo: a moment, a day, words, or that there is none."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from oimpress.errors import UsageError
from oimpress.given import zone
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Embargo
from oimpress.model.trail import rebuild
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source, load
from tests.writers import samples

TEXT = (
    "Sous embargo jusqu’au 14 mars 2025 à 6 h\n\nLa halle rouvre ses portes\n\n"
    "Paris, le 13 mars 2025 – La halle du centre rouvrira vendredi matin, après quatorze mois de travaux.\n"
)
BARE = TEXT.partition("\n\n")[2]


def normalised(folder: Path, sidecar: str, text: str = TEXT) -> Normalised:
    (folder / "halle.txt").write_text(text, "utf-8")
    (folder / "halle.toml").write_text(sidecar, "utf-8")
    return normalise_source(load(folder / "halle.txt"))


@pytest.mark.parametrize(
    ("sidecar", "embargo"),
    [
        ("embargo = 2025-03-14T06:00:00+01:00", ("14 mars 2025 à 6 h (UTC+1)", "2025-03-14T05:00:00Z")),
        ('embargo = "2025-03-14 06:30:00-04:30"', ("14 mars 2025 à 6 h 30 (UTC-4:30)", "2025-03-14T11:00:00Z")),
        ("embargo = 2025-03-14T06:00:00Z", ("14 mars 2025 à 6 h (UTC)", "2025-03-14T06:00:00Z")),
        ("embargo = 2025-03-14", ("14 mars 2025 inclus", "2025-03-14T23:00:00Z")),
    ],
)
@pytest.mark.parametrize("text", [TEXT, BARE])
def test_a_moment_and_a_day_are_told_in_words(
    tmp_path: Path, sidecar: str, embargo: tuple[str, str], text: str
) -> None:
    words, until = embargo
    found = normalised(tmp_path, sidecar, text).value.embargo
    assert found is not None
    assert str(found.text).replace("\u00a0", " ") == f"Sous embargo jusqu’au {words}"
    assert found.until == until


def test_words_are_taken_as_they_are_and_read_by_the_clock_of_the_place(tmp_path: Path) -> None:
    found = normalised(tmp_path, 'embargo = "À diffuser à partir du 15 mars 2025, 9 heures"').value.embargo
    assert found == Embargo("À diffuser à partir du 15\u00a0mars 2025, 9 heures", "2025-03-15T08:00:00Z")


@pytest.mark.parametrize("text", [TEXT, BARE])
def test_an_empty_text_takes_the_embargo_out(tmp_path: Path, text: str) -> None:
    assert normalised(tmp_path, 'embargo = ""', text).value.embargo is None


def test_without_a_word_of_the_sidecar_the_text_counts(tmp_path: Path) -> None:
    found = normalised(tmp_path, "").value.embargo
    assert found is not None
    assert found.until == "2025-03-14T05:00:00Z"


@pytest.mark.parametrize("sidecar", ["", 'embargo = ""', "embargo = 2025-03-14T06:00:00+01:00"])
def test_every_character_is_accounted_for(tmp_path: Path, sidecar: str) -> None:
    done = normalised(tmp_path, sidecar)
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == TEXT.encode()
    assert "X001" not in done.trail.rules


@pytest.mark.parametrize("given", ["2025-03-14T06:00:00", '"2025-03-14T06:00"', "06:00:00"])
def test_a_moment_without_a_zone_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(UsageError, match=r"embargo: “.*” is not a moment with its time zone.*2026-11-22T08:00:00"):
        normalised(tmp_path, f"embargo = {given}")


@pytest.mark.parametrize(
    ("sidecar", "codes"),
    [
        ("", {"H106"}),
        ("embargo = 2025-03-14T06:00:00+01:00", set()),
        ('embargo = "le 14 mars 2025 ou le 15 mars 2025"', {"H107"}),
        ('embargo = "plus tard"', {"H106"}),
        ('embargo = ""', set()),
    ],
)
def test_what_cannot_be_read_is_doubted_until_the_sidecar_says(tmp_path: Path, sidecar: str, codes: set[str]) -> None:
    done = normalised(tmp_path, sidecar, TEXT.replace("14 mars 2025 à 6 h", "mardi matin"))
    assert {each.code for each in done.notices} & {"H106", "H107"} == codes
    assert [each.where for each in done.notices if each.code in codes] == ["head/embargo"] * len(codes)


def test_it_speaks_for_canonical_xml_too(tmp_path: Path) -> None:
    (tmp_path / "halle.xml").write_bytes(to_xml(samples.market()))
    assert normalise_source(load(tmp_path / "halle.xml")).value.embargo == samples.market().embargo
    (tmp_path / "halle.toml").write_text('embargo = ""', "utf-8")
    assert normalise_source(load(tmp_path / "halle.xml")).value.embargo is None
    vague = Source("halle.xml", to_xml(samples.market()).replace(b' until="2026-03-20T06:00:00Z"', b""))
    assert [each.code for each in normalise_source(vague).notices] == ["H106"]


@pytest.mark.parametrize(
    ("minutes", "name"), [(0, "UTC"), (60, "UTC+1"), (-210, "UTC-3:30"), (345, "UTC+5:45"), (840, "UTC+14")]
)
def test_zones_have_names(minutes: int, name: str) -> None:
    assert zone(timedelta(minutes=minutes)) == name
