"""Any Word document gives a release whose trail rebuilds the document's text, or a refusal that says what to do."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.errors import ReadError
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.word import ALLOWED, BODIES, p, word

NOTES = f'<w:footnote w:id="2">{p("Une note.")}</w:footnote><w:footnote w:id="3">{p("Perdue.")}</w:footnote>'


@settings(max_examples=60)
@given(BODIES, st.sampled_from(["press-fr", "plain"]))
def test_any_document_is_rebuilt(body: str, profile: str) -> None:
    with contextlib.suppress(ReadError):
        lawful(word(body, footnotes=NOTES, header1=p("En-tête"), comments=p("À revoir")), profile)


@settings(max_examples=40)
@given(st.lists(ALLOWED, min_size=1, max_size=6))
def test_any_words_are_rebuilt(words: list[str]) -> None:
    with contextlib.suppress(ReadError):
        lawful(word("".join(p(each) for each in words)))


@settings(max_examples=40)
@given(st.binary(max_size=300), st.integers(0, 4000), st.sampled_from([b"", b"PK\x03\x04"]))
def test_damaged_archives_are_rebuilt_or_refused(data: bytes, at: int, head: bytes) -> None:
    whole = word(p("Un titre", style="Titre") + p("Du texte.")).data
    for damaged in (head + data, whole[:at], whole[:at] + data + whole[at + len(data) :]):
        with contextlib.suppress(ReadError):
            lawful(Source("lettre.docx", b"PK\x03\x04" + damaged[4:]))
