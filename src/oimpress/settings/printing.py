"""How a publication is made: what a style sets, and what a file, a command or a call may want otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal, TypeAlias, TypedDict, cast, get_args

from oimpress.settings.kinds import choice

PageSize: TypeAlias = Literal["a4", "letter"]
PAPER = replace(choice(*get_args(PageSize)), schema={"enum": ["A4", "Letter", "a4", "letter"]})
PageSetting: TypeAlias = Annotated[PageSize, PAPER]


class Printing(TypedDict, total=False):
    """What one may want otherwise than the style has it: all of it of a PDF, the colophon of EPUB and HTML too."""

    page: PageSize
    print_shop: bool
    hyphenate: bool
    justify: bool
    run_on: bool
    draft: bool
    colophon: bool


def printing(said: Any) -> Printing:
    """What ``said`` sets of it: the fields of these names that are not None."""
    given = {name: getattr(said, name) for name in Printing.__annotations__}
    return cast(Printing, {name: value for name, value in given.items() if value is not None})
