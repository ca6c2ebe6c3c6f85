"""What the markup of the source says of a line of the head."""

from __future__ import annotations

from itertools import takewhile

from oimpress.model.draft import SUBJECT, SUBJECT_ALONE
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import LONG, NEXT, SHORT
from oimpress.passes.head.sight import Sight, is_section


@evidence()
def heading_of_the_first_level(line: Sight, page: Page) -> object:
    return line.line.level == 1 and SUBJECT_ALONE not in line.line.marks


@evidence()
def a_mail_s_subject(line: Sight, page: Page) -> object:
    """What a mail's field says, and no line of it: the title, unless a line of the mail is one."""
    return SUBJECT_ALONE in line.line.marks


@evidence(LONG)
def says_a_mail_s_subject(line: Sight, page: Page) -> object:
    """The line of a mail that has most words of its subject."""
    return SUBJECT in line.line.marks


@evidence()
def lower_heading(line: Sight, page: Page) -> object:
    return line.line.level > 1


@evidence(LONG)
def page_s_own_title(line: Sight, page: Page) -> object:
    return page.titles and line.size > 3 and line.folded in page.titles


@evidence(LONG)
def heading_that_names_the_page(line: Sight, page: Page) -> object:
    """A lower heading that the page is called by: what the text is about, rather than who issues it as a first one."""
    return line.line.level > 1 and page_s_own_title(line, page)


@evidence(LONG)
def called_otherwise(line: Sight, page: Page) -> object:
    """Whether the page has a title beside its text, and it is another."""
    return page.titles and line.folded not in page.titles


@evidence(LONG)
def heads_the_site(line: Sight, page: Page) -> object:
    """The name of a site as its ``<title>`` says it, which no label, date or service follows: its menu, or a title.

    A heading that is called otherwise than offices are, « Groupe Bellavoine », heads a site above a lower one too.
    """
    below = line.beside(1)
    if not below or not page.site or line.folded not in page.site:
        return False
    titled = line.line.level == 1 and any(one.line.level > 1 for one in line.others[line.at + 1 : line.at + NEXT])
    followed = below.label or below.date or below.holds("press_service")
    return not followed or (titled and not line.house)


@evidence(SHORT)
def names_a_section(line: Sight, page: Page) -> object:
    """« Espace presse »: where the release stands on its site; a heading or a label is above another heading."""
    if not is_section(line.text):
        return False
    below = takewhile(lambda one: not one.prose, line.others[line.at + 1 :])
    headed = any(one.line.level and not is_section(one.text) and not one.label for one in below)
    return headed or not (line.line.level or line.label)


def _marked(mark: str, name: str) -> None:
    """Register the question whether the reader marked the line so."""

    def asks(line: Sight, page: Page) -> object:
        return mark in line.line.marks

    asks.__name__ = name
    evidence()(asks)


_marked("bold", "bold")
for _mark in ("kicker", "subtitle", "standfirst", "date", "title"):
    _marked(_mark, f"marked_{_mark}")
