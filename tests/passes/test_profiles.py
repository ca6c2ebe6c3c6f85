"""The profiles: the one of every command, the name it had, and what a house, a corpus and a person add to it."""

from __future__ import annotations

from functools import partial

import pytest

from oimpress.errors import UsageError
from oimpress.model.convention import Convention
from oimpress.model.draft import Draft
from oimpress.model.house import ANY_HOUSE, House
from oimpress.model.nodes import Para, Release, Text
from oimpress.model.runs import plain
from oimpress.model.traced import of_source
from oimpress.notices import Result
from oimpress.passes.lines.furniture import furniture
from oimpress.passes.lines.learned import Learned
from oimpress.passes.profiles import PROFILES, Pass, Profile, at_home, find_profile, with_learned
from tests.passes.reading import LEAD, MENU, draft, said


def names(profile: Profile) -> list[str]:
    return [*(step.name for step in profile.structure), *(step.name for step in profile.finish)]


def test_the_former_name_is_still_known() -> None:
    assert find_profile("oim-fr") == find_profile("press-fr") == PROFILES["press-fr"]
    assert find_profile("plain") == PROFILES["plain"] != PROFILES["press-fr"]


def test_another_name_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^oim: no such profile; choose among press-fr, plain$"):
        find_profile("oim")


def first(given: Draft) -> Result[Draft]:
    return Result(given)


def second(given: Draft) -> Result[Draft]:
    return Result(given)


def test_a_pass_stands_behind_those_whose_work_it_needs() -> None:
    assert names(Profile((Pass(first), Pass(second, ("first",))))) == ["first", "second"]
    with pytest.raises(ValueError, match=r"^second stands before first, whose work it needs$"):
        Profile((Pass(second, ("first",)), Pass(first)))
    with pytest.raises(ValueError, match=r"^second stands before first, second, whose"):
        Profile((Pass(second, ("second", "first")), Pass(first)))
    assert names(Profile((Pass(second, ("absent",)),))) == ["second"]


def test_a_pass_has_the_name_of_its_function_also_where_that_is_told_something() -> None:
    assert Pass(partial(first)).name == "first"
    assert Pass(first)(draft("Un")).value == draft("Un")


def test_what_was_learned_goes_right_behind_the_menu() -> None:
    made = with_learned(PROFILES["press-fr"], Learned(frozenset({"espace presse"})))
    assert names(made)[:4] == ["pinned", "furniture", "shared_lines", "boxes"]
    assert [name for name in names(made) if name != "shared_lines"] == names(PROFILES["press-fr"])
    page = furniture(draft(f"{MENU}Espace presse\n{LEAD}")).value
    assert said(made.structure[2](page).value) == [LEAD]


def test_a_house_sets_in_its_own_way_and_what_a_person_accepted_comes_first() -> None:
    plainly, accepted = (at_home(PROFILES["press-fr"], ANY_HOUSE, words) for words in ({}, {"qu il": "qu’il"}))
    assert names(plainly) == names(PROFILES["press-fr"])
    assert [step.name for step in accepted.finish] == ["accept", *(step.name for step in PROFILES["press-fr"].finish)]
    release = Release("x", body=(Para((Text(of_source("Il faut qu il vienne !")),)),))
    assert words_of(accepted.finish[0](release).value) == "Il faut qu’il vienne !"


def words_of(release: Release) -> str:
    (block,) = release.body
    assert isinstance(block, Para)
    return plain(block.children)


@pytest.mark.parametrize(("off", "words"), [(set(), "Il vient\u202f!"), ({"T040"}, "Il vient !")])
def test_the_convention_of_a_house_is_that_of_its_typography(off: set[str], words: str) -> None:
    release = Release("x", body=(Para((Text(of_source("Il vient !")),)),))
    made = at_home(PROFILES["press-fr"], House(convention=Convention(off=frozenset(off))), {})
    (setting,) = [step for step in made.finish if step.name == "typeset_release"]
    assert words_of(setting(release).value) == words
    assert made.structure == PROFILES["press-fr"].structure
