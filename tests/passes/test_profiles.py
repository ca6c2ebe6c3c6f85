"""The profiles: the one of every command, the name it had, and what a house, a corpus and a person add to it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from importlib.metadata import EntryPoint

import pytest

from oimpress.errors import MissingDependency, ReadError, UsageError
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
from oimpress.plugins import EntryGroup
from tests.passes.reading import LEAD, MENU, draft, said
from tests.plugging import plug


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


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_what_a_pass_stands_after_is_a_pass_of_its_profile(profile: Profile) -> None:
    wanted = [name for step in profile.structure for name in step.after]
    wanted += [name for step in profile.finish for name in step.after]
    assert set(names(profile)).issuperset(wanted)


def sets_a_kicker(release: Release) -> Result[Release]:
    return Result(replace(release, kicker=(Text("Communiqué"),)))


def gives_none(release: Release) -> object:
    return Result(release.title)


def gives_words(release: Release) -> object:
    return "un mot"


def divides(release: Release) -> object:
    return 1 // 0


def refuses(release: Release) -> object:
    raise UsageError("Non.")


def with_entry(monkeypatch: pytest.MonkeyPatch, target: str, group: EntryGroup = EntryGroup.PASSES) -> None:
    plug(monkeypatch, EntryPoint("extra", f"{__name__}:{target}", group))


def test_the_passes_of_other_packages_stand_right_before_the_typography(monkeypatch: pytest.MonkeyPatch) -> None:
    with_entry(monkeypatch, "sets_a_kicker")
    made = find_profile("press-fr")
    assert names(made)[-6:] == ["links", "foreign", "_by_others", "typeset_release", "proof", "within"]
    assert made.finish[2](Release("x")).value.kicker == (Text("Communiqué"),)
    assert names(find_profile("plain")) == ["settle", "within"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("gives_none", "Result is no Result of a Release"),
        ("gives_words", "str is no Result of a Release"),
        ("divides", "ZeroDivisionError: integer division or modulo by zero"),
    ],
)
def test_a_pass_of_another_package_that_fails_is_named(
    target: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_entry(monkeypatch, target)
    words = f"extra: the plug-in fails on the release x ({reason}); tell those who make it"
    with pytest.raises(ReadError, match=f"^{re.escape(words)}$"):
        find_profile("press-fr").finish[2](Release("x"))


def test_what_a_pass_of_another_package_refuses_is_told_in_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with_entry(monkeypatch, "refuses")
    with pytest.raises(UsageError, match=r"^Non\.$"):
        find_profile("press-fr").finish[2](Release("x"))


THEIRS = Profile((Pass(first),))


def test_the_profile_of_another_package_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with_entry(monkeypatch, "THEIRS", EntryGroup.PROFILES)
    assert names(find_profile("extra")) == ["first"]
    with pytest.raises(UsageError, match=r"choose among press-fr, plain, extra$"):
        find_profile("oim")
    with_entry(monkeypatch, "first", EntryGroup.PROFILES)
    with pytest.raises(MissingDependency, match=r"the entry point extra must name a Profile$"):
        find_profile("extra")


def test_what_was_learned_stands_behind_the_menu_or_the_profile_is_refused() -> None:
    (learned,) = [
        step for step in with_learned(PROFILES["press-fr"], Learned()).structure if step.name == "shared_lines"
    ]
    assert learned.after == ("furniture",)
