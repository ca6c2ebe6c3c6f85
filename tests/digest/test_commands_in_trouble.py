"""What goes wrong is told by words and by the exit code, and holds up nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from oimpress.digest import Issue, LedgerError, Member, building
from oimpress.digest.rendering import render
from oimpress.errors import UsageError, WriteError
from tests.digest.press import CONFIG, TEXT, run


def test_a_source_that_cannot_be_read_holds_up_no_other(office: Path) -> None:
    (office / "archive" / "empty.txt").write_bytes(b"")
    done = run("send", "--now", "2026-11-23T08:00")
    assert "presse-1-048: handed over" in done.output
    assert "empty.txt" in done.stderr
    assert done.exit_code == 1
    assert run("send", "--due", "--now", "2026-11-23T09:00").exit_code == 0


@pytest.mark.parametrize("arguments", [["plan"], ["plan", "--dry-run"], ["build"], ["send", "--due"]])
def test_a_source_that_was_left_shows_in_the_exit_code(office: Path, arguments: list[str]) -> None:
    assert run(*arguments, "--now", "2026-11-23T08:00").exit_code == 0
    (office / "archive" / "autre.txt").write_text(TEXT.replace("ouvre", "inaugure"), "utf-8")
    (office / "archive" / "autre.toml").write_text("titel = 1\n", "utf-8")
    done = run(*arguments, "--now", "2026-11-30T08:00")
    assert (done.exit_code, "titel" in done.stderr) == (1, True)


def test_a_release_that_no_mail_can_be_made_with_shows_in_the_exit_code(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(issue: Issue, members: Sequence[Member], *rest: Any) -> Any:
        if any("Tapachula" in str(member.release.title) for member in members):
            raise RuntimeError("no such thing")
        return render(issue, members, *rest)

    (office / "archive" / "odd.txt").write_text(TEXT.replace("Motozintla", "Tapachula"), "utf-8")
    monkeypatch.setattr(building, "render", failing)
    done = run("send", "--now", "2026-11-23T08:00")
    assert (done.exit_code, done.stdout) == (1, "presse-1-048: handed over\n")
    assert "oim-ouvre-centre-tapachula: left for the next run: presse-1-048: its mail cannot be made" in done.stderr


def test_what_was_given_up_has_an_exit_code_of_its_own(office: Path) -> None:
    dies = '{ kind = "sendmail", command = ["sh", "-c", "kill -9 $$"] }'
    (office / "oimpress.toml").write_text(CONFIG.replace('{ kind = "maildir", path = "box" }', dies), "utf-8")
    codes = [run("send", "--now", f"2026-11-23T{hour}:00").exit_code for hour in (10, 11, 12, 13)]
    assert codes == [8, 8, 9, 0]
    ran = run("status", "--now", "2026-11-23T13:00")
    assert (ran.exit_code, "run send --retry if it did not: sh: exit -9" in ran.output) == (9, True)


def test_an_emptied_ledger_beside_stored_issues_is_refused(office: Path) -> None:
    run("send", "--now", "2026-11-23T08:00")
    mail = (office / "box" / "new" / "presse-1-048").read_bytes()
    (office / "digest" / "ledger.sqlite3").write_bytes(b"")
    (office / "digest" / "ledger-copy.sqlite3").unlink()
    (office / "archive" / "autre.txt").write_text(TEXT.replace("ouvre", "inaugure"), "utf-8")
    done = run("send", "--now", "2026-11-23T09:00")
    assert (done.exit_code, "presse-1-048.eml" in done.stderr, done.stdout) == (7, True, "")
    assert [path.read_bytes() for path in (office / "box" / "new").iterdir()] == [mail]


def test_another_mail_in_its_place_is_told(office: Path) -> None:
    (office / "box" / "new").mkdir(parents=True)
    (office / "box" / "new" / "presse-1-048").write_bytes(b"another")
    done = run("send", "--now", "2026-11-23T08:00")
    assert (done.exit_code, done.stdout, "move it away" in done.stderr) == (8, "", True)
    (office / "box" / "new" / "presse-1-048").unlink()
    assert run("send", "--retry", "--now", "2026-11-23T08:01").output == "presse-1-048: handed over\n"


def test_what_cannot_be_sent_has_an_exit_code(office: Path) -> None:
    (office / "oimpress.toml").write_text(
        CONFIG.replace('{ kind = "maildir", path = "box" }', '{ kind = "sendmail", command = ["false"] }'), "utf-8"
    )
    done = run("send", "--now", "2026-11-23T08:00")
    assert done.exit_code == 8
    assert "refused" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["send", "--list", "autre"], "autre: no such mailing list; oimpress.toml has presse"),
        (["send", "--now", "tomorrow"], "--now tomorrow: no moment"),
    ],
)
def test_mistakes(office: Path, arguments: list[str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        run(*arguments)


def test_no_list_at_all(office: Path) -> None:
    (office / "oimpress.toml").write_text('sources = ["archive"]\n', "utf-8")
    with pytest.raises(UsageError, match="no mailing list"):
        run("status")


def test_a_damaged_ledger_stops_everything(office: Path) -> None:
    (office / "digest").mkdir()
    (office / "digest" / "ledger.sqlite3").write_bytes(b"x" * 5000)
    done = run("send", "--now", "2026-11-23T08:00")
    assert (done.exit_code, "damaged" in done.stderr) == (7, True)
    with pytest.raises(LedgerError, match="damaged"):
        run("log")
    assert not (office / "box").exists()


def test_one_list_in_trouble_holds_up_no_other(office: Path) -> None:
    other = CONFIG.partition("[lists.presse]")[2].replace('"box"', '"other"')
    (office / "oimpress.toml").write_text(f'{CONFIG}\n[lists.autre]\nfolder = "elsewhere"\n{other}', "utf-8")
    (office / "digest").mkdir()
    (office / "digest" / "ledger.sqlite3").write_bytes(b"x" * 5000)
    done = run("send", "--now", "2026-11-23T08:00")
    assert (done.exit_code, done.stdout) == (7, "autre-1-048: handed over\n")


def test_a_preview_that_cannot_be_stored(office: Path) -> None:
    with pytest.raises(WriteError, match="another file stands there"):
        run("preview", "--now", "2026-11-22T10:00", "--output", str(office / "archive"))


def test_an_embargo_that_cannot_be_read_is_told_by_the_exit_code(office: Path) -> None:
    (office / "archive" / "centre.toml").write_text('date = 2026-11-20\nembargo = "jusqu’à nouvel ordre"\n', "utf-8")
    (office / "archive" / "autre.txt").write_text(TEXT.replace("ouvre", "inaugure"), "utf-8")
    for arguments in (["plan", "--dry-run"], ["plan"], ["build"], ["send", "--due"]):
        done = run(*arguments, "--now", "2026-11-23T08:00")
        assert done.exit_code == 1, arguments
        assert "oim-ouvre-centre-motozintla: held back: under an embargo that cannot be read" in done.output
    assert "presse-1-048: handed over" in done.output
    quiet = run("send", "--due", "--now", "2026-11-23T08:01")
    assert (quiet.exit_code, quiet.output) == (0, "")
    (office / "archive" / "centre.toml").write_text('date = 2026-11-20\nembargo = ""\n', "utf-8")
    assert run("send", "--now", "2026-11-30T08:00").output == "presse-1-049: handed over\n"
