"""A list where it works: what the settings of its folder say of its ledger, its sources, its styles and its clock."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from oimpress.digest.mailroom import MailRoom, lists_of
from oimpress.errors import OimpressError, UsageError
from oimpress.settings import Config
from oimpress.settings.office import read_config
from tests.digest.lists import MONDAY

PRESSE = """[lists.presse]
title = "Communiqués"
since = 2026-01-01
time-zone = "Europe/Zurich"
from = "presse@oim.test"
transport = { kind = "maildir", path = "box" }
"""
AUTRE = (
    PRESSE.replace("presse]", "autre]") + 'language = "es"\nstyle = "sober"\nfolder = "mails"\nsources = ["autres"]\n'
)


def config(root: Path, text: str) -> Config:
    path = root / "oimpress.toml"
    path.write_text(text, "utf-8")
    return read_config(path)


def room(root: Path, text: str) -> MailRoom:
    read = config(root, text)
    told: list[OimpressError] = []
    return MailRoom(read, lists_of(read)[0], MONDAY, told.append)


def test_a_list_works_in_its_folder_with_the_sources_of_the_settings(tmp_path: Path) -> None:
    found = room(tmp_path, f'sources = ["archive"]\nprofile = "plain"\noutput = "made"\n{PRESSE}')
    assert (found.folder, found.told) == (tmp_path / "digest", tmp_path / "digest" / "presse.told")
    assert (found.place.root, found.place.now, found.place.styles) == (tmp_path, MONDAY, None)
    read = found.candidates
    assert (read.root, read.names, read.profile) == (tmp_path, ("archive",), "plain")
    assert read.made == (tmp_path / "digest", tmp_path / "made")


def test_a_list_can_have_its_own_sources_and_folder_and_the_settings_their_styles(tmp_path: Path) -> None:
    found = room(tmp_path, f'styles = "looks"\n[office]\nname = "OIM"\n{AUTRE}')
    assert (found.folder, found.place.styles) == (tmp_path / "mails", tmp_path / "looks")
    assert found.candidates.names == ("autres",)
    assert found.candidates.house.name == "OIM"


def test_looking_makes_no_ledger_and_working_does(tmp_path: Path) -> None:
    found = room(tmp_path, PRESSE)
    with found.look() as ledger:
        assert ledger.issues("presse") == ()
    assert not found.folder.exists()
    with found.ledger() as ledger:
        assert ledger.path == tmp_path / "digest" / "ledger.sqlite3"
    assert ledger.path.is_file()


def test_moments_are_told_as_the_clocks_of_the_list_show_them(tmp_path: Path) -> None:
    found = room(tmp_path, PRESSE)
    assert found.local(datetime(2026, 1, 5, 23, 30, tzinfo=UTC)) == "2026-01-06 00:30 CET"
    assert found.local(datetime(2026, 7, 5, 6, 5, tzinfo=UTC)) == "2026-07-05 08:05 CEST"


def test_lists_are_found_by_their_names_or_all(tmp_path: Path) -> None:
    read = config(tmp_path, PRESSE + AUTRE)
    assert [one.name for one in lists_of(read)] == ["presse", "autre"]
    assert [one.name for one in lists_of(read, ["autre"])] == ["autre"]
    with pytest.raises(UsageError, match=r"^radio: no such mailing list; oimpress\.toml has presse, autre$"):
        lists_of(read, ["autre", "radio"])


def test_settings_without_lists_are_told_with_their_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"oimpress\.toml: no mailing list; describe one under \[lists\.NAME\]$"):
        lists_of(config(tmp_path, 'style = "oim"\n'))


def test_a_list_has_the_language_and_the_style_of_the_settings_where_it_says_none(tmp_path: Path) -> None:
    read = config(tmp_path, f'lang = "en"\nstyle = "plain"\n{PRESSE}{AUTRE}')
    assert [(one.language, one.style) for one in lists_of(read)] == [("en", "plain"), ("es", "sober")]
