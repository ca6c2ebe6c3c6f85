"""Profiles: the ordered passes of a house."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from oimpress.errors import OimpressError, ReadError, UsageError
from oimpress.model.convention import DEFAULT
from oimpress.model.draft import Draft
from oimpress.model.house import PRESS, House
from oimpress.model.nodes import Release
from oimpress.notices import Result
from oimpress.passes.body.headings import headings
from oimpress.passes.body.lists import lists
from oimpress.passes.body.settle import settle, stray_quotes
from oimpress.passes.body.sidebar import pull_quotes, sidebar
from oimpress.passes.body.tables import tables
from oimpress.passes.finish.accepted import accept
from oimpress.passes.finish.foreign import foreign
from oimpress.passes.finish.links import links
from oimpress.passes.finish.proof import proof
from oimpress.passes.finish.within import within
from oimpress.passes.foot.backmatter import about, figures, notes
from oimpress.passes.foot.contacts import contacts
from oimpress.passes.foot.marks import end_marks
from oimpress.passes.foot.signed import signed
from oimpress.passes.head.covering import covering
from oimpress.passes.head.dateline import dateline
from oimpress.passes.head.embargo import embargo
from oimpress.passes.head.facts import facts
from oimpress.passes.head.letterhead import letterhead
from oimpress.passes.head.reading import head
from oimpress.passes.head.withheld import asked_first, below_the_head
from oimpress.passes.lines.anchors import anchors
from oimpress.passes.lines.boxes import boxes
from oimpress.passes.lines.duplicates import duplicates
from oimpress.passes.lines.furniture import furniture, widgets
from oimpress.passes.lines.language import language
from oimpress.passes.lines.learned import Learned, shared_lines
from oimpress.passes.lines.side_by_side import side_by_side
from oimpress.passes.lines.unwrap import unwrap
from oimpress.passes.pins import pinned
from oimpress.plugins import EntryGroup, added, entries, plugged
from oimpress.records import record
from oimpress.typography import typeset_release

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Changed = TypeVar("Changed", Draft, Release)


@record
class Pass(Generic[Changed]):
    """A pass, and those ``after`` which it must stand, since it needs their work.

    Which rules and notices it gives, its docstring says; tests/passes/test_order.py holds both against pages.
    """

    run: Callable[[Changed], Result[Changed]]
    after: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return getattr(self.run, "func", self.run).__name__

    def __call__(self, given: Changed) -> Result[Changed]:
        return self.run(given)


@record
class Profile:
    """``structure`` finds what the lines are and ends with a settled release; ``finish`` works on that release."""

    structure: tuple[Pass[Draft], ...]
    finish: tuple[Pass[Release], ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for a pass that stands before one whose work it needs."""
        steps: tuple[Pass[Draft] | Pass[Release], ...] = (*self.structure, *self.finish)
        names = [step.name for step in steps]
        for at, step in enumerate(steps):
            if step.after and (late := set(step.after).intersection(names[at:])):
                raise ValueError(f"{step.name} stands before {', '.join(sorted(late))}, whose work it needs")


PROFILES: dict[str, Profile] = {
    PRESS: Profile(
        (
            Pass(pinned),
            Pass(furniture, ("pinned",)),
            Pass(boxes),
            Pass(anchors),
            Pass(widgets, ("anchors",)),
            Pass(side_by_side, ("boxes",)),
            Pass(tables, ("boxes",)),
            Pass(unwrap, ("furniture", "widgets", "side_by_side", "tables")),
            Pass(duplicates, ("unwrap",)),
            Pass(language, ("duplicates",)),
            Pass(covering, ("language",)),
            Pass(asked_first),
            Pass(letterhead),
            Pass(facts, ("language",)),
            Pass(head, ("covering", "asked_first", "facts", "letterhead")),
            Pass(figures, ("head",)),
            Pass(sidebar, ("figures",)),
            Pass(pull_quotes, ("sidebar",)),
            Pass(dateline, ("head", "sidebar")),
            Pass(below_the_head, ("head",)),
            Pass(embargo, ("dateline", "below_the_head")),
            Pass(signed),
            Pass(end_marks),
            Pass(contacts, ("unwrap", "head", "dateline", "end_marks")),
            Pass(about, ("contacts",)),
            Pass(stray_quotes, ("head",)),
            Pass(notes),
            Pass(lists, ("unwrap", "contacts")),
            Pass(headings, ("pull_quotes", "signed", "about", "notes", "lists")),
            Pass(settle, ("stray_quotes", "headings")),
        ),
        (
            Pass(links),
            Pass(foreign),
            Pass(typeset_release, ("foreign",)),
            Pass(proof, ("typeset_release",)),
            Pass(within),
        ),
    ),
    "plain": Profile((Pass(settle),), (Pass(within),)),
}


FORMER = {"oim-fr": PRESS}  # what settings of before may say; a house's own words are its [lexicon] now


def with_learned(profile: Profile, learned: Learned) -> Profile:
    """``profile`` that also takes off what a corpus showed to be furniture, right after the menu."""
    at = [step.name for step in profile.structure].index("furniture") + 1
    step = Pass(partial(shared_lines, learned=learned), ("furniture",))
    return replace(profile, structure=(*profile.structure[:at], step, *profile.structure[at:]))


def at_home(profile: Profile, house: House, accepted: Mapping[str, str]) -> Profile:
    """``profile`` with the typography of ``house``, after the proposals that a person ``accepted``."""
    if house.convention == DEFAULT and not accepted:
        return profile
    setting = partial(typeset_release, convention=house.convention)
    finish = tuple(replace(step, run=setting) if step.run is typeset_release else step for step in profile.finish)
    return replace(profile, finish=(Pass(partial(accept, proposals=accepted)), *finish) if accepted else finish)


def find_profile(name: str) -> Profile:
    """The profile called ``name``, with the passes of other packages in that of press releases.

    Raises UsageError when there is none, MissingDependency for a profile or a pass that cannot be used.
    """
    name = FORMER.get(name, name)
    if name in PROFILES:
        return with_others(PROFILES[name]) if name == PRESS else PROFILES[name]
    theirs = {entry.name: entry for entry in entries(EntryGroup.PROFILES)}
    if name in theirs:
        return added(theirs[name], Profile, "a Profile")
    raise UsageError("{name}: no such profile; choose among {known}", name=name, known=", ".join((*PROFILES, *theirs)))


def with_others(profile: Profile) -> Profile:
    """``profile`` with the passes of other packages, right before what they wrote is set."""
    theirs = tuple(Pass(partial(_by_others, entry=entry)) for entry in entries(EntryGroup.PASSES))
    if not theirs:
        return profile
    at = [step.name for step in profile.finish].index("typeset_release")
    return replace(profile, finish=(*profile.finish[:at], *theirs, *profile.finish[at:]))


def _by_others(release: Release, entry: EntryPoint) -> Result[Release]:
    """What another package's pass makes of ``release``; whatever it does wrong is a refusal that names it."""
    run = plugged(entry)
    try:
        done = cast(Callable[[Release], object], run)(release)
        if isinstance(done, Result) and isinstance(done.value, Release):
            return done
        reason = f"{type(done).__name__} is no Result of a Release"
    except OimpressError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
    raise ReadError(
        "{name}: the plug-in fails on the release {id} ({reason}); tell those who make it",
        name=entry.name,
        id=release.id,
        reason=reason,
    )
