"""``oimpress digest …`` as a press office uses it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result

import oimpress
from oimpress.cli.digest import digest
from oimpress.digest import Issue, LedgerError, Member, building
from oimpress.digest.account import reason_of
from oimpress.digest.rendering import render
from oimpress.digest.selection import Verdict
from oimpress.errors import UsageError, WriteError
from tests.passes.reading import bare
from tests.readers.test_docx_own import rewritten

CONFIG = """
sources = ["archive"]
[lists.presse]
title = "Communiqués de l’OIM"
since = 2026-11-17
time-zone = "Europe/Zurich"
from = "Service de presse <presse@oim.test>"
to = "liste@oim.test"
list-archive = "https://oim.test/archives"
transport = { kind = "maildir", path = "box" }
"""
TEXT = "L’OIM ouvre un centre à Motozintla\nMexico - Un centre a ouvert ses portes mercredi. Il aidera les migrants.\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and one dated source."""
    (tmp_path / "oimpress.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "centre.txt").write_text(TEXT, "utf-8")
    (tmp_path / "archive" / "centre.toml").write_text("date = 2026-11-20\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments, catch_exceptions=False)


def test_a_week_at_the_office(office: Path) -> None:
    outlook = run("plan", "--dry-run", "--now", "2026-11-22T10:00")
    assert outlook.output.startswith("presse-1-048: cut-off 2026-11-23 08:00 CET\n")
    assert outlook.output.endswith(": new\n")
    assert not (office / "box").exists()
    early = run("send", "--due", "--now", "2026-11-18T10:00")
    assert (early.exit_code, early.output) == (0, "")
    planned = run("plan", "--list", "presse", "--now", "2026-11-23T08:00")
    assert planned.output.startswith("presse-1-048: 1 release\n")
    built = run("build", "--now", "2026-11-23T08:01")
    assert built.output.strip().endswith("presse-1-048.eml")
    assert run("send", "--due", "--now", "2026-11-23T08:02").output == "presse-1-048: handed over\n"
    assert run("send", "--due", "--now", "2026-11-23T08:03").output == ""
    assert run("send", "--now", "2026-11-23T08:04").stderr.endswith("nothing is due before 2026-11-30 08:00 CET\n")
    assert len(list((office / "box" / "new").iterdir())) == 1


def test_a_cache_that_there_is_has_the_releases_of_the_next_call(office: Path) -> None:
    kept = office / ".oimpress" / "cache"
    first = run("plan", "--dry-run", "--now", "2026-11-22T10:00")
    assert not kept.exists()
    kept.mkdir(parents=True)
    assert run("plan", "--dry-run", "--now", "2026-11-22T10:00").output == first.output
    (entry,) = kept.glob("??/*")
    written = entry.stat().st_mtime_ns
    assert run("plan", "--dry-run", "--now", "2026-11-22T10:00").output == first.output
    assert [each.stat().st_mtime_ns for each in kept.glob("??/*")] == [written]


def test_log_and_status(office: Path) -> None:
    run("send", "--now", "2026-11-23T08:00")
    (row,) = json.loads(run("log", "--json").output)
    assert (row["list"], row["issue"], row["reason"]) == ("presse", "presse-1-048", "presse-1-048: new")
    issue, following = json.loads(run("status", "--json", "--now", "2026-11-24T08:00").output)
    assert (issue["state"], issue["releases"], issue["open"]) == ("handed-over", 1, [])
    assert (following["next"], following["due"], following["stuck"]) == ("2026-11-30 08:00 CET", "", False)
    assert "presse-1-048\thanded over\t1 release\n" in run("status", "--now", "2026-11-24T08:00").output


def test_preview_is_one_file_that_loads_nothing(office: Path) -> None:
    path = Path(run("preview", "--now", "2026-11-22T10:00").output.strip())
    page = path.read_text("utf-8")
    assert page.count("<iframe") == 4
    assert page.count('sandbox="allow-same-origin"') == 4  # which lets no script run
    assert "Volume 1, n°" in page
    assert " src=" not in page
    assert "<link" not in page
    assert not (office / "box").exists()
    assert json.loads(run("log", "--json").output) == []


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


@pytest.mark.parametrize(
    "arguments", [["status"], ["log"], ["plan", "--dry-run"], ["send", "--dry-run"], ["status", "--json"]]
)
@pytest.mark.parametrize("before", [[], ["plan"], ["send"]])
def test_looking_makes_nothing(office: Path, arguments: list[str], before: list[str]) -> None:
    if before:
        run(*before, "--now", "2026-11-23T08:00")
    there = {path: path.stat().st_mtime_ns for path in office.rglob("*")}
    now = [] if arguments == ["log"] else ["--now", "2026-11-23T08:30"]
    assert run(*arguments, *now).exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in office.rglob("*")} == there


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


def test_its_own_files_are_no_sources(office: Path) -> None:
    config = CONFIG.replace('["archive"]', '["."]')
    (office / "oimpress.toml").write_text(config, "utf-8")
    run("preview", "--now", "2026-11-22T10:00")
    assert run("plan", "--dry-run", "--now", "2026-11-22T10:00").output.count("\n") == 2


def test_a_preview_that_cannot_be_stored(office: Path) -> None:
    with pytest.raises(WriteError, match="another file stands there"):
        run("preview", "--now", "2026-11-22T10:00", "--output", str(office / "archive"))


def test_a_plan_made_again_takes_what_came_since(office: Path) -> None:
    run("plan", "--now", "2026-11-23T08:00")
    (office / "archive" / "autre.txt").write_text(TEXT.replace("ouvre", "inaugure"), "utf-8")
    assert run("plan", "--now", "2026-11-23T09:00").stderr.startswith("presse: nothing is due before")
    assert "presse-1-048: 2 releases" in run("plan", "--again", "--now", "2026-11-23T09:00").output
    page = Path(run("preview", "--now", "2026-11-23T09:01", "--output", str(office / "page.html")).output.strip())
    assert "inaugure" in page.read_text("utf-8")
    run("send", "--now", "2026-11-23T09:02")
    assert "nothing is due" in run("plan", "--again", "--now", "2026-11-23T09:03").stderr


def test_every_verdict_is_told_in_words() -> None:
    told = {lang: [reason_of(verdict, lang) for verdict in get_args(Verdict)] for lang in ("en", "fr")}
    assert all(len(set(words)) == len(words) == len(get_args(Verdict)) for words in told.values())
    assert not set(told["en"]) & set(told["fr"])


def test_a_count_that_waits(office: Path) -> None:
    (office / "oimpress.toml").write_text(CONFIG + 'period = "count"\nat-least = 2\n', "utf-8")
    assert run("send", "--now", "2026-11-23T08:00").stderr == "presse: too little waits for an issue\n"
    (row,) = json.loads(run("log", "--json").output)
    assert (row["issue"], row["reason"]) == ("", "waits: its issue is not planned yet")
    assert json.loads(run("status", "--json").output) == [{"list": "presse", "due": "", "next": "", "stuck": False}]
    assert "presse: an issue as soon as 2 releases wait\n" in run("status").output


def test_each_release_of_a_kit_is_one_of_the_list(office: Path) -> None:
    """One that waited is new when its turn comes, though the kit it stands in was met before."""
    for number in (1, 2, 3):
        (office / f"{number}.txt").write_text(TEXT.replace("Motozintla", f"Motozintla {number}"), "utf-8")
    texts = [office / f"{number}.txt" for number in (1, 2, 3)]
    (made,) = oimpress.build(texts, ["docx"], office / "kit").outputs
    made.path.rename(office / "archive" / "kit.docx")
    (office / "archive" / "centre.txt").unlink()
    (office / "oimpress.toml").write_text(CONFIG + "limit = 2\n", "utf-8")
    assert run("plan", "--now", "2026-11-23T08:00").output.count("(new)") == 2
    assert run("send", "--now", "2026-11-23T08:00").output == "presse-1-048: handed over\n"
    assert run("plan", "--now", "2026-11-30T08:00").output.count("(new)") == 1
    assert run("send", "--now", "2026-11-30T08:00").output == "presse-1-049: handed over\n"
    assert run("plan", "--dry-run", "--now", "2026-12-07T08:00").output.splitlines() == [
        "presse-1-050: cut-off 2026-12-07 08:00 CET",
        "  3 sent before",
    ]
    kit = office / "archive" / "kit.docx"
    kit.write_bytes(rewritten(kit.read_bytes(), lambda xml: xml.replace("mercredi", "jeudi", 1)))
    assert run("plan", "--now", "2026-12-07T08:00").output.splitlines() == [
        "presse-1-050: 1 release",
        "  oim-ouvre-centre-motozintla-1 (corrected)",
    ]


def test_an_embargo_is_held_back_and_told(office: Path) -> None:
    (office / "archive" / "centre.toml").write_text("date = 2026-11-20\nembargo = 2026-11-24T06:00:00+01:00\n", "utf-8")
    held = "oim-ouvre-centre-motozintla: held back until 2026-11-24 06:00 CET: under embargo\n"
    outlook = run("plan", "--dry-run", "--now", "2026-11-22T10:00")
    assert (outlook.exit_code, outlook.output) == (0, f"presse-1-048: cut-off 2026-11-23 08:00 CET\n  {held}")
    planned = run("plan", "--now", "2026-11-23T08:00")
    assert (planned.exit_code, planned.stdout, planned.stderr) == (0, "presse-1-048: 0 releases\n", held)
    assert run("send", "--due", "--retry", "--now", "2026-11-23T08:01").output == ""
    (row,) = json.loads(run("log", "--json").output)
    assert (row["until"], row["reason"]) == ("2026-11-24T05:00:00Z", held.partition(": ")[2].strip())
    assert run("send", "--due", "--now", "2026-11-30T08:00").output == "presse-1-049: handed over\n"


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


def unreachable(office: Path) -> None:
    """Have the list go by a program that puts every mail off."""
    puts_off = '{ kind = "sendmail", command = ["sh", "-c", "echo busy >&2; exit 75"] }'
    (office / "oimpress.toml").write_text(CONFIG.replace('{ kind = "maildir", path = "box" }', puts_off), "utf-8")


def test_a_timer_tells_a_trouble_once(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    unreachable(office)
    first = run("send", "--due", "--now", "2026-11-23T08:00")
    assert (first.exit_code, "tried again later: sh: exit 75 busy" in first.stderr) == (8, True)
    for minute in ("08:01", "08:02", "08:04"):
        again = run("send", "--due", "--now", f"2026-11-23T{minute}")
        assert (again.exit_code, again.output) == (0, "")
    asked = run("send", "--now", "2026-11-23T08:05")  # somebody, not a timer
    assert (asked.exit_code, "busy" in asked.stderr) == (8, True)
    (office / "oimpress.toml").write_text(CONFIG, "utf-8")
    over = run("send", "--due", "--retry", "--now", "2026-11-23T08:06")
    assert (over.exit_code, over.stdout) == (0, "presse-1-048: handed over\n")
    assert not (office / "digest" / "presse.told").exists()


def test_retry_does_not_wait_for_the_next_try(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    unreachable(office)
    run("send", "--now", "2026-11-23T08:00")
    puts_off = (office / "oimpress.toml").read_text("utf-8")
    (office / "oimpress.toml").write_text(puts_off.replace("exit 75", "exit 0"), "utf-8")
    assert run("send", "--now", "2026-11-23T08:00:10").exit_code == 8
    assert run("send", "--retry", "--now", "2026-11-23T08:00:20").stdout == "presse-1-048: handed over\n"


def test_status_says_what_is_stuck_and_when_it_is_tried_next(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    assert run("status", "--now", "2026-11-23T08:30").exit_code == 0
    unreachable(office)
    run("send", "--now", "2026-11-23T08:00")
    ran = run("status", "--now", "2026-11-23T08:00:30")
    assert (ran.exit_code, "exit 75 busy; next try 2026-11-23 08:01 CET" in ran.output) == (8, True)
    issue, whole = json.loads(run("status", "--json", "--now", "2026-11-23T08:00:30").output)
    assert issue["open"][0] | {"answer": ""} == {
        "recipient": "liste@oim.test",
        "state": "deferred",
        "attempts": 1,
        "answer": "",
        "next_try": "2026-11-23 08:01 CET",
    }
    assert whole["stuck"] is True


def test_status_tells_a_timer_that_does_not_run(office: Path) -> None:
    run("plan", "--now", "2026-11-23T08:00")
    ran = run("status", "--now", "2026-11-23T08:30")
    assert (ran.exit_code, "presse-1-048\tplanned\t1 release" in ran.output) == (0, True)
    late = run("status", "--now", "2026-11-23T10:00")
    assert (late.exit_code, "send --due still run?" in late.output) == (8, True)
    never = run("status", "--now", "2026-12-01T08:00")
    assert (never.exit_code, "presse: due since 2026-11-30 08:00 CET" in never.output) == (8, True)


def test_what_waits_for_approval_is_not_stuck(office: Path) -> None:
    (office / "oimpress.toml").write_text(CONFIG + "approve = true\n", "utf-8")
    first = run("send", "--due", "--now", "2026-11-23T08:00")
    assert "waits for approval" in first.stderr
    assert run("send", "--due", "--now", "2026-11-23T08:01").output == ""
    ran = run("status", "--now", "2026-11-23T12:00")
    assert (ran.exit_code, "presse-1-048\twaits for approval\t1 release" in ran.output) == (0, True)


@pytest.mark.parametrize("sidecar", ["", 'correction = "Rectificatif : la date d’ouverture."\n'])
def test_a_correction_says_what_was_corrected(office: Path, sidecar: str) -> None:
    run("send", "--now", "2026-11-23T08:00")
    (office / "archive" / "centre.txt").write_text(TEXT.replace("mercredi", "jeudi"), "utf-8")
    (office / "archive" / "centre.toml").write_text(f"date = 2026-11-20\n{sidecar}", "utf-8")
    foreseen = run("preview", "--now", "2026-11-28T08:00", "--output", str(office / "page.html")).output.strip()
    run("send", "--now", "2026-11-30T08:00")
    mail = message_from_bytes((office / "box" / "new" / "presse-1-049").read_bytes(), policy=policy.default)
    words = (
        "Rectificatif : la date d'ouverture." if sidecar else "Corrigé : paragraphe 1 : « mercredi », devenu « jeudi »."
    )
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        assert part is not None
        assert words in bare(unescape(part.get_content())).replace("\n", " ")
    assert words.partition(" ")[0] in Path(foreseen).read_text("utf-8")
