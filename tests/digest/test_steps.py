"""From plan to hand-over: each release once, nothing forgotten, everything resumed."""

from __future__ import annotations

import mailbox
from datetime import timedelta
from pathlib import Path

import pytest

from oimpress.digest import (
    Candidate,
    Ledger,
    due,
    plan,
    send,
)
from oimpress.errors import ReadError
from tests.digest.lists import MONDAY, listed, made, place
from tests.digest.maildirs import WEEK, mails, sent_ids


def test_an_issue_from_plan_to_maildir(ledger: Ledger, tmp_path: Path) -> None:
    done = send(ledger, listed(), lambda: [made("a"), made("b", "2026-11-22")], place(tmp_path))
    (issue,) = done.issues
    assert (issue.volume, issue.number, issue.name) == (1, 48, "presse-1-048")
    (mail,) = mailbox.Maildir(tmp_path / "box")
    assert mail["Message-ID"] == "<presse-1-048@oim.test>"
    assert mail["Date"] == "Mon, 23 Nov 2026 08:00:00 +0100"
    assert mail["Auto-Submitted"] is None
    (text,) = mails(tmp_path)
    assert text.index("1. Titre b") < text.index("2. Titre a")
    assert "Volume 1, n°\u00a048 – 23\u00a0novembre 2026" in text


def test_a_second_run_does_nothing(ledger: Ledger, tmp_path: Path) -> None:
    for later in range(5):
        send(ledger, listed(), lambda: [made("a")], place(tmp_path, MONDAY + timedelta(minutes=later)))
    assert len(mails(tmp_path)) == 1
    assert len(ledger.issues("presse")) == 1


def test_nothing_is_due_before_the_hour(ledger: Ledger, tmp_path: Path) -> None:
    def unread() -> list[Candidate]:
        raise AssertionError("sources were read although nothing is due")

    send(ledger, listed(since="2026-11-23"), unread, place(tmp_path, MONDAY - timedelta(seconds=1)))
    assert due(ledger, listed(since="2026-11-24"), MONDAY) is None
    assert not (tmp_path / "box").exists()


def test_each_release_is_in_one_issue(ledger: Ledger, tmp_path: Path) -> None:
    archive = [made("old", "2025-12-31"), made("a"), made("undated", ""), made("next", "2026-11-24")]
    send(ledger, listed(), lambda: archive, place(tmp_path))
    archive += [made("late", "2026-11-02"), made("same-day", "2026-11-23"), made("b", "2026-11-30")]
    send(ledger, listed(), lambda: archive, place(tmp_path, MONDAY + WEEK))
    send(ledger, listed(), lambda: archive, place(tmp_path, MONDAY + 2 * WEEK))
    assert sent_ids(ledger) == [["a", "undated"], ["b", "next", "same-day", "late"], []]
    assert [issue.state for issue in ledger.issues("presse")] == ["handed-over", "handed-over", "empty"]


def test_a_long_absence_forgets_nothing(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(), lambda: [made("a")], place(tmp_path))
    found = [made("a"), made("b", "2026-11-25"), made("c", "2026-12-10"), made("d", "2026-12-21")]
    send(ledger, listed(), lambda: found, place(tmp_path, MONDAY + 4 * WEEK + timedelta(days=2)))
    assert sent_ids(ledger) == [["a"], ["d", "c", "b"]]
    assert [issue.number for issue in ledger.issues("presse")] == [48, 52]


def test_late_ones_stay_out_where_the_list_says_so(ledger: Ledger, tmp_path: Path) -> None:
    wanted = listed(include_late=False)
    send(ledger, wanted, lambda: [made("a")], place(tmp_path))
    for week in (1, 2):
        send(
            ledger,
            wanted,
            lambda: [made("late", "2026-11-02"), made("b", "2026-11-27")],
            place(tmp_path, MONDAY + week * WEEK),
        )
    assert sent_ids(ledger) == [["a"], ["b"], []]


@pytest.mark.parametrize(
    ("policy_word", "expected", "shown"), [("note", [["a"], ["a"]], 1), ("again", [["a"], ["a"]], 2)]
)
def test_a_corrected_release_is_told_once(
    ledger: Ledger, tmp_path: Path, policy_word: str, expected: list[list[str]], shown: int
) -> None:
    wanted = listed(corrected=policy_word)
    send(ledger, wanted, lambda: [made("a")], place(tmp_path))
    for week in (1, 2, 3):
        send(ledger, wanted, lambda: [made("a", words="Autres mots.")], place(tmp_path, MONDAY + week * WEEK))
    assert sent_ids(ledger)[:2] == expected
    assert sent_ids(ledger)[2:] == [[], []]
    assert "[Corrigé] Titre a" in mails(tmp_path)[1]
    assert ("Autres mots" in mails(tmp_path)[1]) == (shown == 2)


def test_a_corrected_release_is_ignored_where_the_list_says_so(ledger: Ledger, tmp_path: Path) -> None:
    wanted = listed(corrected="ignore")
    send(ledger, wanted, lambda: [made("a")], place(tmp_path))
    send(ledger, wanted, lambda: [made("a", words="Autres mots.")], place(tmp_path, MONDAY + WEEK))
    assert sent_ids(ledger) == [["a"], []]


def test_a_better_reading_of_the_same_source_is_no_correction(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(), lambda: [made("a", words="Mots.", stamp="e" * 64)], place(tmp_path))
    send(ledger, listed(), lambda: [made("a", words="Des mots.", stamp="e" * 64)], place(tmp_path, MONDAY + WEEK))
    assert sent_ids(ledger) == [["a"], []]


def test_what_is_over_the_limit_waits_for_the_next_issue(ledger: Ledger, tmp_path: Path) -> None:
    found = [made(name, f"2026-11-{day}") for name, day in (("a", 16), ("b", 17), ("c", 18), ("d", 19))]
    for week in range(3):
        send(ledger, listed(limit=2, order="oldest"), lambda: found, place(tmp_path, MONDAY + week * WEEK))
    assert sent_ids(ledger) == [["a", "b"], ["c", "d"], []]


def test_an_empty_issue_is_sent_where_the_list_says_so(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(when_empty="send"), list, place(tmp_path))
    assert "Aucun communiqué dans ce numéro." in mails(tmp_path)[0]


def test_a_count_waits_for_enough(ledger: Ledger, tmp_path: Path) -> None:
    table = {"period": "count", "at_least": 3, "day": None, "hour": None}
    wanted = listed(**table)
    found: list[Candidate] = []
    for number in range(7):
        found.append(made(f"r{number}"))
        send(ledger, wanted, lambda: found, place(tmp_path, MONDAY + timedelta(hours=number)))
    assert [sorted(ids) for ids in sent_ids(ledger)] == [["r0", "r1", "r2"], ["r3", "r4", "r5"]]
    assert [(issue.volume, issue.number) for issue in ledger.issues("presse")] == [(1, 1), (1, 2)]


def test_a_changed_period_takes_free_numbers(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(), lambda: [made("a")], place(tmp_path, MONDAY - 37 * WEEK))
    send(ledger, listed(period="monthly", day=1), lambda: [made("b")], place(tmp_path, MONDAY))
    assert [issue.number for issue in ledger.issues("presse")] == [11, 12]


def test_two_readings_of_one_source_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    one, two = made("a", stamp="f" * 64, origin="a.txt"), made("a", words="Autres.", stamp="f" * 64, origin="a.xml")
    with pytest.raises(ReadError, match=r"a: two differing releases of this id \(a\.txt, a\.xml\)"):
        plan(ledger, listed(), lambda: [one, two], MONDAY)
    assert ledger.issues("presse") == ()
    assert plan(ledger, listed(), lambda: [one, one], MONDAY) is not None


def test_a_title_that_comes_back_every_year_is_a_new_release(ledger: Ledger, tmp_path: Path) -> None:
    first = made("journee", "2026-11-20", "La première.", origin="2026.txt")
    second = made("journee", "2027-11-19", "La deuxième.", origin="2027.txt")
    send(ledger, listed(), lambda: [first], place(tmp_path))
    send(ledger, listed(), lambda: [first, second], place(tmp_path, MONDAY + 52 * WEEK))
    assert sent_ids(ledger) == [["journee"], ["journee"]]
    assert "Corrigé" not in mails(tmp_path)[1]
    assert "La deuxième." in mails(tmp_path)[1]


def test_a_new_title_of_a_known_source_is_a_correction(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(), lambda: [made("a", origin="x.txt")], place(tmp_path))
    send(ledger, listed(), lambda: [made("b", words="Autres.", origin="x.txt")], place(tmp_path, MONDAY + WEEK))
    assert "[Corrigé] Titre b" in mails(tmp_path)[1]


def test_a_source_that_moved_is_not_sent_again(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(), lambda: [made("a", origin="x.txt")], place(tmp_path))
    send(ledger, listed(), lambda: [made("a", origin="2026/x.txt")], place(tmp_path, MONDAY + WEEK))
    moved_and_edited = [made("a", words="Autres.", origin="2026/y.txt")]
    send(ledger, listed(), lambda: moved_and_edited, place(tmp_path, MONDAY + 2 * WEEK))
    assert sent_ids(ledger) == [["a"], [], ["a"]]
    assert "[Corrigé] Titre a" in mails(tmp_path)[1]
