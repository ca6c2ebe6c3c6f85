"""A release stays whole, and alone, in the shells of many systems."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from tests.readers.laws import lawful
from tests.readers.pages import page
from tests.readers.shells import CONTACTED, DATED, DAY, SHELLS, TEXT, TITLE, shelled
from tests.readers.sites import plain


@pytest.mark.parametrize("name", SHELLS)
def test_a_release_stays_whole_and_alone(name: str) -> None:
    head, body = shelled(name)
    release = lawful(page(body, head)).value
    found = plain(" ".join(str(flatten(run.children)) for run in runs(release)))
    assert plain(flatten(release.title)) == plain(TITLE)
    assert [each for each in TEXT if plain(each) not in found] == []
    assert "Ailleurs" not in found
    assert release.published == (DAY if name in DATED else "")
    assert any(isinstance(each, Contact) for each in release.contacts) == (name in CONTACTED)
