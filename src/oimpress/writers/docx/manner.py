"""In which styles the blocks of a text are set, by what they stand in."""

from __future__ import annotations

from oimpress.records import record


@record
class Manner:
    """The styles that the blocks of one container are set in, how deep they stand, and their language."""

    para: str = "Body Text"
    bullet: str = "List Bullet"
    number: str = "List Number"
    further: str = ""  # a later paragraph of a list item
    heading: int = 2
    level: int = 0
    lang: str = ""


QUOTED = Manner(para="Quote")
BOXED = Manner(para="Press Aside", bullet="Press Aside Bullet", number="Press Aside Number")
ABOUT = Manner(para="Press About")
