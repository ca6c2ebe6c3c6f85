"""Tables made by hand are those that pydantic makes, and what it refuses is left to it."""

from __future__ import annotations

import datetime
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from oimpress.errors import UsageError
from oimpress.settings import tables
from oimpress.settings.mistakes import keys_of
from oimpress.settings.quick import quickly
from oimpress.settings.schemas import FILES

PLAIN = st.sampled_from(
    ["", "fr", "A4", "#aabbcc", "2026-11-22", "03/04/2026", "a\nb", "weekly", "oim", "https://a.b", True, 0, 3, 2.5]
) | st.just(datetime.date(2026, 11, 22))
KEYS = sorted({*FILES, "other", "title", "family", "since", *(key for made in FILES.values() for key in keys_of(made))})
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


def slowly(schema: type[Any], given: dict[str, Any]) -> Any:
    try:
        return tables._adapter(cast(Any, schema)).validate_python(given)
    except ValidationError:
        return None


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_what_is_made_quickly_is_what_pydantic_makes(name: str, data: st.DataObject) -> None:
    keys = st.sampled_from([*keys_of(FILES[name]), "other"])
    table = data.draw(st.dictionaries(keys, VALUES, max_size=3))
    assert quickly(FILES[name], table) == slowly(FILES[name], table)


def test_nested_tables_and_lists_are_made_quickly() -> None:
    said = {"lists": {"weekly": {"title": "A", "since": "2026-01-01", "from": "a@b.c", "transport": {"port": 25}}}}
    made = quickly(FILES["oimpress"], said)
    assert made == slowly(FILES["oimpress"], said)
    assert made is not None


def test_pydantic_says_what_is_wrong() -> None:
    with pytest.raises(UsageError, match="did you mean “title”"):
        tables.checked(FILES["sidecar"], {"titel": "A"}, tables.in_file("a.toml"))
