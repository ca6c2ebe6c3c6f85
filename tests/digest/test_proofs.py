"""A proof goes to one person, under an identity of its own, and the ledger hears nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, ClassVar

import pytest

from oimpress.digest import Ledger, MailingList, look_at_ledger
from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.proofs import send_proof
from oimpress.writers.mail.headers import address
from tests.digest.lists import MONDAY, listed, made, place

EDITOR = address("Awa Sow <asow@oim.test>", "here")


@dataclass
class Post:
    """A way of handing over that keeps what it is given."""

    by_recipient: ClassVar[bool] = True
    takes_once: ClassVar[bool] = False
    taken: list[Parcel] = field(default_factory=list)

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        self.taken.append(parcel)
        return Outcome("done", str(root))


class Folder(Post):
    by_recipient: ClassVar[bool] = False


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with look_at_ledger(tmp_path / "ledger.sqlite3") as opened:
        yield opened


def proof(ledger: Ledger, root: Path, post: Post, **settings: Any) -> tuple[Parcel, EmailMessage, Outcome]:
    wanted: MailingList = replace(listed(**settings), transport=post)
    done = send_proof(ledger, wanted, lambda: [made("a")], place(root, MONDAY.replace(second=9)), EDITOR)
    (parcel,) = post.taken
    return parcel, message_from_bytes(parcel.content, policy=policy.default), done


def test_a_proof_goes_to_one_person_alone(ledger: Ledger, tmp_path: Path) -> None:
    links = {"list_unsubscribe": ["mailto:stop@oim.test"], "list_id": "presse.oim.test", "reply_to": ["x@oim.test"]}
    parcel, mail, done = proof(ledger, tmp_path, Post(), **links)
    assert (parcel.recipient, parcel.sender, done) == (
        "asow@oim.test",
        "presse@oim.test",
        Outcome("done", str(tmp_path)),
    )
    assert mail["To"] == "Awa Sow <asow@oim.test>"
    assert not {"Reply-To", "List-Id", "List-Unsubscribe"} & set(mail.keys())
    assert ledger.issues("presse") == ()


def test_a_proof_says_that_it_is_one_and_has_an_identity_of_its_own(ledger: Ledger, tmp_path: Path) -> None:
    parcel, mail, _ = proof(ledger, tmp_path, Post())
    assert parcel.name == "presse-proof-20261123070009"
    assert mail["Message-ID"] == "<presse-proof-20261123070009.presse-1-048@oim.test>"
    assert mail["Subject"].replace("\u00a0", " ") == "Épreuve : Communiqués de l’OIM – Volume 1, n° 48"


def test_words_of_a_release_that_look_like_an_identity_stay(ledger: Ledger, tmp_path: Path) -> None:
    post = Post()
    wanted = replace(listed(), transport=post)
    send_proof(ledger, wanted, lambda: [made("a", words="Message-ID: <x@oim.test>")], place(tmp_path), EDITOR)
    assert b"\r\nMessage-ID: <x@oim.test>" in post.taken[0].content


def test_a_proof_of_a_folder_has_no_recipient(ledger: Ledger, tmp_path: Path) -> None:
    parcel, mail, _ = proof(ledger, tmp_path, Folder())
    assert (parcel.recipient, mail["To"]) == ("", "Awa Sow <asow@oim.test>")


def test_what_comes_back_of_a_proof_goes_where_the_lists_does(ledger: Ledger, tmp_path: Path) -> None:
    parcel, _, _ = proof(ledger, tmp_path, Post(), bounces="retours@oim.test")
    assert parcel.sender == "retours@oim.test"
