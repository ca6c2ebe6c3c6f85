"""What a summary keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.model.nodes import Emphasis, Link, Para, Release, Section, SourceRef, Text
from oimpress.model.runs import flatten
from oimpress.writers.mail.summary import shortened, summary

URL = "https://press.test/r"


def release(*paragraphs: str, url: str = URL) -> Release:
    body = tuple(Para((Text(paragraph),)) for paragraph in paragraphs)
    return Release("r", body=body, source=SourceRef("r.txt", "0" * 64, "text/plain", "text", url))


def words(made: Release, room: int) -> list[str]:
    return [str(flatten(block.children)) for block in summary(made, room).blocks if isinstance(block, Para)]


def test_whole_sentences_that_fit() -> None:
    made = release("Un. Deux mots. Trois mots ici.", "Autre.")
    assert words(made, 16) == ["Un. Deux mots."]
    assert words(made, 400) == ["Un. Deux mots. Trois mots ici."]
    assert summary(made).more == URL


def test_a_sentence_too_long_is_cut_between_words() -> None:
    made = release("Une phrase, qui n’en finit pas de dire ce qu’elle a à dire à qui veut bien l’entendre ici même")
    assert words(made, 30) == ["Une phrase, qui n’en finit pas\u00a0[…]"]


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd"])
def test_without_a_web_address_everything_stays(url: str) -> None:
    made = release("Un. " * 400, "Deux.", url=url)
    assert summary(made, 10) == summary(made, 0)
    assert summary(made, 10).blocks == made.body
    assert summary(made).more == ""


def test_the_subtitle_comes_first() -> None:
    made = replace(release("Corps."), subtitle=(Text("Un chapô"),))
    assert words(made, 400) == ["Un chapô", "Corps."]
    assert words(replace(made, subtitle=(Text("Un chapô long. " * 30),)), 400)[0].startswith("Un chapô long.")


def test_the_first_words_may_stand_under_a_heading() -> None:
    made = release("Corps.")
    made = replace(made, body=(Section((Text("Intertitre"),), made.body),))
    assert words(made, 400) == ["Corps."]


def test_a_long_paragraph_takes_no_long_time() -> None:
    assert words(release("Une phrase. " * 100_000), 30) == ["Une phrase. Une phrase."]


def test_room_for_nothing_leaves_the_address() -> None:
    assert summary(release("Un."), 0).blocks == ()
    assert summary(release("Un."), 0).more == URL


def test_markup_survives_the_cut_and_no_link_is_cut() -> None:
    run = (Text("Voir "), Emphasis((Text("ceci"),)), Text(". Puis "), Link(URL, (Text("un lien très long"),)))
    assert shortened(run, 12) == (Text("Voir "), Emphasis((Text("ceci"),)), Text("."))
    assert shortened((Text("Voir donc "), Link(URL, (Text("un lien très long"),))), 16) == (Text("Voir donc\u00a0[…]"),)


@given(st.text("ab. M«»é!()\u00a0", max_size=200), st.integers(5, 60))
def test_a_summary_is_the_beginning(run: str, room: int) -> None:
    kept = str(flatten(shortened((Text(run),), room))) if run else ""
    assert run.strip().startswith(kept.removesuffix("\u00a0[…]").strip())
    assert len(kept) <= max(len(run), room * 3 // 2 + 4)
