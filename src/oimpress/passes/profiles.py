"""Profiles: the ordered passes of a house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from oimpress.errors import UsageError
from oimpress.model.draft import Draft
from oimpress.model.nodes import Release
from oimpress.notices import Result
from oimpress.passes.anchors import anchors
from oimpress.passes.backmatter import about, figures, notes
from oimpress.passes.body import settle, stray_quotes
from oimpress.passes.contacts import contacts
from oimpress.passes.dateline import dateline
from oimpress.passes.duplicates import duplicates
from oimpress.passes.facts import facts
from oimpress.passes.foreign import foreign
from oimpress.passes.furniture import furniture, widgets
from oimpress.passes.headings import headings
from oimpress.passes.headmatter import headmatter
from oimpress.passes.language import language
from oimpress.passes.learned import Learned, shared_lines
from oimpress.passes.links import links
from oimpress.passes.lists import lists
from oimpress.passes.proof import proof
from oimpress.passes.sidebar import pull_quotes, sidebar
from oimpress.passes.tables import tables
from oimpress.passes.typography import typeset_release
from oimpress.passes.unwrap import unwrap

DraftPass: TypeAlias = Callable[[Draft], Result[Draft]]
ReleasePass: TypeAlias = Callable[[Release], Result[Release]]


@dataclass(frozen=True, slots=True)
class Profile:
    """``structure`` finds what the lines are and ends with a settled release; ``finish`` works on that release."""

    structure: tuple[DraftPass, ...]
    finish: tuple[ReleasePass, ...] = ()


PROFILES: dict[str, Profile] = {
    "oim-fr": Profile(
        (
            furniture,
            anchors,
            widgets,
            tables,
            unwrap,
            duplicates,
            language,
            headmatter,
            facts,
            figures,
            sidebar,
            pull_quotes,
            dateline,
            contacts,
            about,
            stray_quotes,
            notes,
            lists,
            headings,
            settle,
        ),
        (links, foreign, typeset_release, proof),
    ),
    "plain": Profile((settle,)),
}


def with_learned(profile: Profile, learned: Learned) -> Profile:
    """``profile`` that also takes off what a corpus showed to be furniture, right after the menu."""
    at = profile.structure.index(furniture) + 1
    step = partial(shared_lines, learned=learned)
    return replace(profile, structure=(*profile.structure[:at], step, *profile.structure[at:]))


def find_profile(name: str) -> Profile:
    """The profile called ``name``. Raises UsageError when there is none."""
    if name not in PROFILES:
        raise UsageError("{name}: no such profile; choose among {known}", name=name, known=", ".join(PROFILES))
    return PROFILES[name]
