"""The next issue as it would be: the one that is planned, else the one that is due, else the one that comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from oimpress.digest import Candidate, Ledger, build, judge, look_at_ledger, outlook, plan
from oimpress.digest.outlook import next_cut_off, next_issue
from oimpress.errors import ReadError
from tests.digest.lists import MONDAY, listed, made, place

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)
NEXT = (date(2026, 11, 30), MONDAY + WEEK)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    (tmp_path / "digest").mkdir()
    with look_at_ledger(tmp_path / "digest" / "ledger.sqlite3") as opened:
        yield opened


def test_the_next_cut_off_is_the_one_that_is_due_or_comes_first(ledger: Ledger) -> None:
    wanted = listed(since="2026-11-23")
    assert next_cut_off(ledger, wanted, MONDAY - HOUR) == (date(2026, 11, 23), MONDAY)
    assert next_cut_off(ledger, wanted, MONDAY + HOUR) == (date(2026, 11, 23), MONDAY)
    plan(ledger, wanted, list, MONDAY)
    assert next_cut_off(ledger, wanted, MONDAY + HOUR) == NEXT
    assert next_cut_off(ledger, wanted, MONDAY - HOUR) == NEXT  # this Monday's is planned, be it ahead


def test_the_next_issue_is_the_planned_one_or_has_no_number_in_the_ledger(ledger: Ledger) -> None:
    foreseen = next_issue(ledger, listed(since="2026-11-23"), MONDAY - HOUR)
    assert (foreseen.id, foreseen.name, foreseen.state, foreseen.sha256) == (0, "presse-1-048", "planned", "")
    assert (foreseen.day, foreseen.cut_off, foreseen.planned) == (date(2026, 11, 23), MONDAY, MONDAY)
    assert next_issue(ledger, listed(), MONDAY + HOUR).planned == MONDAY + HOUR
    planned = plan(ledger, listed(), lambda: [made("a")], MONDAY)
    assert next_issue(ledger, listed(), MONDAY + HOUR) == planned
    ledger.db.execute("UPDATE issues SET state = 'handed-over'")
    assert next_issue(ledger, listed(), MONDAY + HOUR).name == "presse-1-049"


def test_every_release_is_judged_as_the_next_issue_would(ledger: Ledger) -> None:
    found = [made("a"), made("b", "2026-11-25"), made("held", until="2026-11-30T07:00:01Z")]

    def verdicts(now_minutes: int = 0) -> dict[str, str]:
        now = MONDAY + timedelta(minutes=now_minutes)
        return {each.candidate.release.id: each.verdict for each in judge(ledger, listed(), lambda: found, now)}

    assert verdicts() == {"a": "new", "b": "early", "held": "held"}
    plan(ledger, listed(), lambda: found, MONDAY)
    assert verdicts() == {"a": "in", "b": "new", "held": "held"}
    assert judge(ledger, listed(), lambda: [found[0], found[0]], MONDAY)[1:] == ()


def text_of(mail: bytes) -> str:
    part = message_from_bytes(mail, policy=policy.default).get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_the_mail_of_the_next_issue(ledger: Ledger, tmp_path: Path) -> None:
    found = [made("a", words="Le pont rouvre lundi.")]
    before = outlook(ledger, listed(), lambda: found, place(tmp_path)).value
    assert ledger.issues("presse") == ()
    plan(ledger, listed(), lambda: found, MONDAY)
    assert outlook(ledger, listed(), unread, place(tmp_path)).value == before
    (made_of,) = build(ledger, listed(), place(tmp_path))
    assert made_of.content == before
    ledger.db.execute("UPDATE issues SET state = 'handed-over'")
    mended = [made("a", words="Le pont rouvre mardi."), made("b", "2026-11-25")]
    following = outlook(ledger, listed(), lambda: mended, place(tmp_path)).value
    assert b"Message-ID: <presse-1-049@oim.test>" in following
    words = text_of(following).replace("\u00a0", " ")
    assert "[Corrigé] Titre a" in words
    assert "« lundi », devenu « mardi »" in words
    assert words.index("Titre b") < words.index("Titre a")


def unread() -> list[Candidate]:
    raise ReadError("sources were read although the issue is planned")


def test_a_mail_that_is_too_large_is_shown_all_the_same(ledger: Ledger, tmp_path: Path) -> None:
    huge = made("huge", words="Trois cents kilo-octets. " * 12_000)
    assert len(outlook(ledger, listed(), lambda: [huge], place(tmp_path)).value) > 100_000
