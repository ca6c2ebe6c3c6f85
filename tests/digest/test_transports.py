"""Folders take a mail once; programs say by their exit code what became of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.transports import EmlFolder, Maildir, Sendmail, Smtp, Transport, transport_of
from oimpress.errors import MissingDependency, UsageError
from oimpress.plugins import EntryGroup

PARCEL = Parcel("presse-1-048", b"Subject: x\r\n\r\nMots\r\n", "p@oim.test", "l@oim.test")


def test_a_folder_of_files(tmp_path: Path) -> None:
    for _ in range(2):
        assert EmlFolder("out/box").deliver(PARCEL, tmp_path).state == "done"
    (path,) = (tmp_path / "out" / "box").iterdir()
    assert (path.name, path.read_bytes()) == ("presse-1-048.eml", PARCEL.content)


def test_a_maildir_takes_a_mail_once_even_when_it_was_read_meanwhile(tmp_path: Path) -> None:
    box = Maildir("box")
    assert box.deliver(PARCEL, tmp_path).state == "done"
    (path,) = (tmp_path / "box" / "new").iterdir()
    assert path.read_bytes() == b"Subject: x\n\nMots\n"
    path.rename(tmp_path / "box" / "cur" / f"{path.name}:2,S")
    assert box.deliver(PARCEL, tmp_path).state == "done"
    assert list((tmp_path / "box" / "new").iterdir()) == []


@pytest.mark.parametrize("place", ["new/presse-1-048", "cur/presse-1-048:2,RS", "cur/presse-1-048"])
def test_another_mail_of_the_same_name_is_not_this_one(place: str, tmp_path: Path) -> None:
    other = tmp_path / "box" / place
    other.parent.mkdir(parents=True)
    other.write_bytes(b"Subject: another\n\nMots\n")
    outcome = Maildir("box").deliver(PARCEL, tmp_path)
    assert (outcome.state, "move it away" in outcome.answer) == ("refused", True)
    assert other.read_bytes() == b"Subject: another\n\nMots\n"
    other.rename(tmp_path / "elsewhere")
    assert Maildir("box").deliver(PARCEL, tmp_path).state == "done"


def test_a_folder_in_the_place_of_a_mail_is_not_the_mail(tmp_path: Path) -> None:
    (tmp_path / "box" / "new" / "presse-1-048").mkdir(parents=True)
    (tmp_path / "out" / "presse-1-048.eml").mkdir(parents=True)
    for transport in (Maildir("box"), EmlFolder("out")):
        assert transport.deliver(PARCEL, tmp_path).state == "refused"


def test_a_file_of_the_same_name_with_other_bytes_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "presse-1-048.eml").write_bytes(b"corrected by hand")
    assert EmlFolder(".").deliver(PARCEL, tmp_path).state == "refused"
    assert (tmp_path / "presse-1-048.eml").read_bytes() == b"corrected by hand"


def test_a_folder_that_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "box").write_bytes(b"a file")
    for transport in (Maildir("box"), EmlFolder("box/inside")):
        assert transport.deliver(PARCEL, tmp_path).state == "deferred"


@pytest.mark.parametrize(("status", "state"), [(0, "done"), (75, "deferred"), (67, "refused"), (1, "refused")])
def test_sendmail(status: int, state: str, tmp_path: Path) -> None:
    script = tmp_path / "sendmail.py"
    script.write_text(
        "import sys, pathlib\n"
        f"pathlib.Path({str(tmp_path / 'took')!r}).write_bytes(sys.stdin.buffer.read() + repr(sys.argv[1:]).encode())\n"
        f"sys.exit({status})\n"
    )
    outcome = Sendmail((sys.executable, str(script), "-i")).deliver(PARCEL, tmp_path)
    assert outcome.state == state
    taken = (tmp_path / "took").read_bytes()
    assert taken == b"Subject: x\n\nMots\n['-i', '-f', 'p@oim.test', '--', 'l@oim.test']"


def test_a_program_that_may_not_do_its_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under NoNewPrivileges Postfix's postdrop, which is setgid, waits for a folder that it cannot write to."""
    monkeypatch.setattr(Path, "read_text", lambda *_said: "Name:\tx\nNoNewPrivs:\t1\n")
    hangs = Sendmail((sys.executable, "-c", "import time; time.sleep(9)"), timeout=1)
    assert "NoNewPrivileges is set" in hangs.deliver(PARCEL, tmp_path).answer


def test_a_program_that_is_not_there_or_hangs(tmp_path: Path) -> None:
    assert Sendmail(("/no/such/program",)).deliver(PARCEL, tmp_path).state == "deferred"
    warns = "import sys, time; print('warning: mail_queue_enter', file=sys.stderr, flush=True); time.sleep(9)"
    hanging = Sendmail((sys.executable, "-c", warns), timeout=1).deliver(PARCEL, tmp_path)
    assert (hanging.state, "warning: mail_queue_enter" in hanging.answer) == ("lost", True)
    dies = Sendmail((sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"))
    assert dies.deliver(PARCEL, tmp_path).state == "lost"


def test_what_each_way_promises() -> None:
    ways = (EmlFolder, Maildir, Sendmail, Smtp)
    assert [(way.takes_once, way.by_recipient) for way in ways] == [
        (True, False),
        (True, False),
        (False, True),
        (False, True),
    ]
    assert all(isinstance(way, Transport) for way in (EmlFolder("box"), Maildir("box"), Sendmail(("x",)), Smtp("x")))


def test_each_way_says_what_became_of_a_mail(tmp_path: Path) -> None:
    for way, path in ((EmlFolder("out"), "out/presse-1-048.eml"), (Maildir("box"), "box/new/presse-1-048")):
        assert way.deliver(PARCEL, tmp_path) == Outcome("done", str(tmp_path / path))
        assert way.deliver(PARCEL, tmp_path) == Outcome("done", "was there already")
    assert sorted(path.name for path in (tmp_path / "box").iterdir()) == ["cur", "new", "tmp"]


def test_a_link_in_the_place_of_a_mail_is_another_mail_even_where_it_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "presse-1-048.eml").symlink_to(tmp_path / "nowhere")
    found = EmlFolder(".").deliver(PARCEL, tmp_path)
    path = tmp_path / "." / "presse-1-048.eml"
    assert found == Outcome("refused", f"{path}: another mail has this name; move it away, then run send --retry")


def test_a_folder_that_cannot_be_written_is_told_with_the_systems_words(tmp_path: Path) -> None:
    (tmp_path / "box").write_bytes(b"a file")
    box = tmp_path / "box"
    assert Maildir("box").deliver(PARCEL, tmp_path).answer in (f"{box}: Not a directory", f"{box}: File exists")
    assert Sendmail(("/no/such/program",)).deliver(PARCEL, tmp_path) == Outcome(
        "deferred", "/no/such/program: No such file or directory", of_all=True
    )


def program(words: str, **settings: int) -> Sendmail:
    return Sendmail((sys.executable, "-c", words), **settings)


def test_the_words_of_a_program_are_told_with_its_end(tmp_path: Path) -> None:
    says = program("import sys; print('no such box ', file=sys.stderr); sys.exit(67)")
    assert says.deliver(PARCEL, tmp_path) == Outcome("refused", f"{sys.executable}: exit 67 no such box")
    assert program("").deliver(PARCEL, tmp_path) == Outcome("done", f"{sys.executable}: exit 0")


class Pigeon(EmlFolder):
    """The way of another package."""


def makes(options: Mapping[str, str]) -> object:
    if options["what"] == "fails":
        raise KeyError("loft")
    if options["what"] == "refuses":
        raise UsageError("Non.")
    return Pigeon("loft") if options["what"] == "pigeon" else options["what"]


def made_of(what: str) -> Transport:
    return transport_of(EntryPoint("pigeon", f"{__name__}:makes", EntryGroup.TRANSPORTS), {"what": what})


def test_a_way_of_another_package_is_made_of_its_options() -> None:
    assert made_of("pigeon") == Pigeon("loft")
    with pytest.raises(UsageError, match=r"^Non\.$"):
        made_of("refuses")


@pytest.mark.parametrize(("what", "found"), [("nothing", "nothing"), ("fails", "KeyError: 'loft'")])
def test_what_is_no_way_is_told_with_the_package(what: str, found: str) -> None:
    words = (
        f"pigeon: {__name__}:makes makes no transport of these options ({found}); look into the manual of its package"
    )
    with pytest.raises(MissingDependency, match=f"^{re.escape(words)}$"):
        made_of(what)
