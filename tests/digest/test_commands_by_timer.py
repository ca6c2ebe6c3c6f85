"""A timer that sends, and who asks how it goes: each trouble once, what is stuck, what waits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.digest.press import CONFIG, run


def test_a_count_that_waits(office: Path) -> None:
    (office / "oimpress.toml").write_text(CONFIG + 'period = "count"\nat-least = 2\n', "utf-8")
    assert run("send", "--now", "2026-11-23T08:00").stderr == "presse: too little waits for an issue\n"
    (row,) = json.loads(run("log", "--json").output)
    assert (row["issue"], row["reason"]) == ("", "waits: its issue is not planned yet")
    assert json.loads(run("status", "--json").output) == [{"list": "presse", "due": "", "next": "", "stuck": False}]
    assert "presse: an issue as soon as 2 releases wait\n" in run("status").output


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
