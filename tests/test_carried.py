"""What is carried beside words agrees with them wherever they are cut, and whatever blanks stand in them."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.carried import agreement, all_seen, seen


@settings(max_examples=60)
@given(st.lists(st.text()), st.lists(st.binary(max_size=20), max_size=3))
def test_the_digest_is_that_of_the_words_without_blanks(words: list[str], releases: list[bytes]) -> None:
    said = "".join("".join(words).split()).encode() + b"".join(b"\0" + each.strip() for each in releases)
    assert agreement(words, releases) == sha256(said).hexdigest()


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["<p>", "</p>", "\n", "a b", "&amp;", "&eacute", "<img\nalt='x\ny'>", "<a href=u>"])))
def test_a_page_says_the_same_line_by_line(pieces: list[str]) -> None:
    page = "".join(pieces)
    told = "".join(all_seen(page.splitlines(keepends=True)))
    assert "".join(told.split()) == "".join(seen(page).split())
