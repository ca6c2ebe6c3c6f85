"""The mail of an issue is made once, stored whole, and made again only where it was lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from oimpress.digest import Built, Candidate, Issue, Ledger, Member, building, look_at_ledger, plan
from oimpress.digest.building import built, is_untouched
from oimpress.digest.copies import COPY
from oimpress.errors import UsageError, WriteError
from oimpress.notices import Result, notice
from tests.digest.lists import MONDAY, listed, made, place

Render = Callable[[Issue, Sequence[Member]], Result[bytes]]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    (tmp_path / "digest").mkdir()
    with look_at_ledger(tmp_path / "digest" / "ledger.sqlite3") as opened:
        yield opened


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The releases of each mail that was rendered; with « odd » among them it fails, with « fault » unforeseen."""
    calls: list[list[str]] = []

    def render(issue: Issue, members: Sequence[Member], *_: Any) -> Result[bytes]:
        names = [member.release.id for member in members]
        calls.append(names)
        if any("odd" in name for name in names):
            raise WriteError("{names}: too large", names=" ".join(names))
        if any("fault" in name for name in names):
            raise RuntimeError("no such thing")
        return Result(f"{issue.name}: {' '.join(names)}\r\n".encode(), (notice("D001", "", ""),))

    monkeypatch.setattr(building, "render", render)
    return calls


def issue_of(ledger: Ledger, *names: str) -> Issue:
    found: list[Candidate] = [made(name, words=f"Le texte de {name}.") for name in names]
    issue = plan(ledger, listed(), lambda: found, MONDAY)
    assert issue is not None
    return issue


def make(ledger: Ledger, root: Path) -> Built:
    (issue,) = ledger.issues("presse")
    return built(ledger, listed(), issue, place(root))


def test_a_mail_is_stored_and_the_ledger_knows_it(ledger: Ledger, tmp_path: Path, rendered: list[list[str]]) -> None:
    issue_of(ledger, "a", "b")
    done = make(ledger, tmp_path)
    assert done.path == tmp_path / "digest" / "presse" / "presse-1-048.eml"
    assert done.path.read_bytes() == done.content == b"presse-1-048: a b\r\n"
    assert ([each.code for each in done.notices], done.left) == (["D001"], ())
    (issue,) = ledger.issues("presse")
    assert (issue.state, issue.sha256) == ("stored", hashlib.sha256(done.content).hexdigest())
    again = make(ledger, tmp_path)
    assert (again.content, again.notices, rendered) == (done.content, (), [["a", "b"]])


def test_the_copy_of_the_ledger_knows_the_issue_before_its_mail_is_there(
    ledger: Ledger, tmp_path: Path, rendered: list[list[str]]
) -> None:
    issue_of(ledger, "a")
    (tmp_path / "digest" / "presse").write_bytes(b"a file in the place of the folder")
    with pytest.raises(
        WriteError, match=r"presse-1-048\.eml: cannot be stored \((File exists|Not a directory)\); free"
    ):
        make(ledger, tmp_path)
    assert ledger.issues("presse")[0].state == "planned"
    with look_at_ledger(tmp_path / "digest" / COPY) as copy:
        assert [issue.name for issue in copy.issues("presse")] == ["presse-1-048"]


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"other bytes")])
def test_a_mail_that_was_lost_or_changed_is_made_again(
    ledger: Ledger, tmp_path: Path, rendered: list[list[str]], spoil: Callable[[Path], object]
) -> None:
    issue_of(ledger, "a")
    done = make(ledger, tmp_path)
    ledger.db.execute("UPDATE issues SET state = 'handed-over'")
    spoil(done.path)
    assert make(ledger, tmp_path).content == done.path.read_bytes() == done.content
    assert len(rendered) == 2
    assert ledger.issues("presse")[0].state == "handed-over"


@pytest.mark.parametrize(
    ("odd", "words"),
    [("odd", "odd: too large"), ("fault", "presse-1-048: its mail cannot be made (RuntimeError: no such thing)")],
)
def test_a_release_that_no_mail_can_be_made_with_is_left_out(
    ledger: Ledger, tmp_path: Path, rendered: list[list[str]], odd: str, words: str
) -> None:
    issue_of(ledger, "a", odd, "z")
    done = make(ledger, tmp_path)
    assert done.content == b"presse-1-048: a z\r\n"
    assert [(each.name, str(each.fault)) for each in done.left] == [(odd, words)]
    (issue,) = ledger.issues("presse")
    assert [member.release.id for member in ledger.members(issue)] == ["a", "z"]


def test_when_no_release_can_be_made_the_issue_stays_as_it_is(
    ledger: Ledger, tmp_path: Path, rendered: list[list[str]]
) -> None:
    issue = issue_of(ledger, "odd-1", "odd-2")
    with pytest.raises(WriteError, match="odd-1 odd-2: too large"):
        make(ledger, tmp_path)
    assert len(ledger.members(issue)) == 2
    assert not (tmp_path / "digest" / "presse").exists()


def test_releases_that_are_too_many_together_are_told(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render(issue: Issue, members: Sequence[Member], *_: Any) -> Result[bytes]:
        if len(members) > 1:
            raise WriteError("together too large")
        return Result(b"one")

    monkeypatch.setattr(building, "render", render)
    issue = issue_of(ledger, "a", "b")
    with pytest.raises(WriteError, match="together too large"):
        make(ledger, tmp_path)
    assert len(ledger.members(issue)) == 2


@pytest.mark.parametrize("begun", ["state = 'trying'", "state = 'deferred'", "attempts = 1", "state = 'done'"])
def test_what_somebody_may_have_is_not_changed(
    ledger: Ledger, tmp_path: Path, rendered: list[list[str]], begun: str
) -> None:
    issue = issue_of(ledger, "a", "odd")
    assert is_untouched(ledger, issue)
    ledger.db.execute(f"UPDATE deliveries SET {begun}")
    assert not is_untouched(ledger, issue)
    with pytest.raises(WriteError, match="too large"):
        make(ledger, tmp_path)
    assert len(ledger.members(issue)) == 2


def test_an_unknown_style_is_a_fault_of_the_settings(ledger: Ledger, tmp_path: Path) -> None:
    issue = issue_of(ledger, "a")
    with pytest.raises(UsageError, match="nowhere"):
        built(ledger, listed(style="nowhere"), issue, place(tmp_path))
