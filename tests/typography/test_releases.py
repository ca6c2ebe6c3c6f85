"""Whole releases: through markup, in their language, with the trail kept."""

from __future__ import annotations

import time

import pytest

from oimpress.model.nodes import (
    Break,
    Contact,
    Date,
    Dateline,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Inline,
    Inlines,
    Link,
    Para,
    Phone,
    Place,
    Release,
    Section,
    Strong,
    Superscript,
    Text,
    Words,
)
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source
from oimpress.model.walk import runs
from oimpress.typography import Convention, typeset_release
from oimpress.typography.convention import NBSP


def set_para(*children: Inline, lang: str = "fr") -> Inlines:
    release = Release("x", lang=lang, body=(Para(children),))
    para = typeset_release(release).value.body[0]
    assert isinstance(para, Para)
    return para.children


def test_rules_see_through_markup() -> None:
    assert set_para(Text("l'"), Emphasis((Text("Etat"),)), Text(" membre")) == (
        Text("l’"),
        Emphasis((Text("État"),)),
        Text(" membre"),
    )


def test_quotation_marks_find_their_partner_across_markup() -> None:
    assert set_para(Text('Il dit : "'), Strong((Text('Oui"'),)), Text(" !")) == (
        Text("Il dit\u00a0: «\u00a0"),
        Strong((Text("Oui\u00a0»"),)),
        Text("\u202f!"),
    )


def test_foreign_words_and_shown_addresses_stay() -> None:
    spanish = Foreign("es", (Text("no más trata... de personas!"),))
    link = Link("https://iom.int/a;b!c", (Text("https://iom.int/a;b!c"),))
    mail = Link("mailto:x@iom.int", (Text("x@iom.int"),))
    assert set_para(Text("L'"), spanish, Text(" "), link, Text(" "), mail) == (
        Text("L’"),
        spanish,
        Text(" "),
        link,
        Text(" "),
        mail,
    )


def test_other_links_are_text() -> None:
    assert set_para(Link("https://iom.int", (Text("l'Etat"),))) == (Link("https://iom.int", (Text("l’État"),)),)


def test_line_breaks_stay() -> None:
    assert set_para(Text("Oui !"), Break(), Text("Non !")) == (Text("Oui\u202f!"), Break(), Text("Non\u202f!"))


def test_every_text_for_readers_is_set_and_nothing_dialled() -> None:
    release = Release(
        "x",
        kicker=(Text("Communiqué - Global"),),
        title=(Text("L'aide"),),
        dateline=Dateline(Place("N'Djamena", "TD"), Date("5 mars 2026", "2026-03-05")),
        facts=(Fact("state", "Etat(s) membre(s):", Words("l'Egypte")),),
        body=(Section((Text("Qu'est-ce ?"),), (Para((Text("C'est ici."),)),)),),
        contacts=(Contact("M. D'Arc", "chef d'équipe", "l'OIM", (Phone("022 717  91 11"),), ("o'neil@iom.int",)),),
    )
    made = {run.path: str(flatten(run.children)) for run in runs(typeset_release(release).value)}
    assert made == {
        "head/kicker": "Communiqué – Global",
        "head/title": "L’aide",
        "head/dateline/place": "N’Djamena",
        "head/dateline/date": "5\u00a0mars 2026",
        "head/facts/fact[1]/label": "État(s) membre(s)\u00a0:",
        "head/facts/fact[1]/value": "l’Égypte",
        "body/section[1]/heading": "Qu’est-ce\u202f?",
        "body/section[1]/p[1]": "C’est ici.",
        "contacts/contact[1]/name": "M.\u00a0D’Arc",
        "contacts/contact[1]/role": "chef d’équipe",
        "contacts/contact[1]/organisation": "l’OIM",
        "contacts/contact[1]/phone[1]": "022 717  91 11",
        "contacts/contact[1]/email[1]": "o'neil@iom.int",
    }


def test_provenance_is_kept() -> None:
    source = 'Il dit: "Oui"!'
    release = Release("x", body=(Para((Text(of_source(source)),)),))
    (run,) = runs(typeset_release(release).value)
    text = flatten(run.children)
    assert isinstance(text, Traced)
    assert sum(piece.end - piece.start for piece in text.pieces) == len(source)
    assert {piece.edits for piece in text.pieces if piece.edits} == {"T041", "T006+T039", "T006+T039+T040"}


def test_doubts_become_notices_with_the_path() -> None:
    release = Release("x", body=(Para((Text('Le mot "x et 150000 personnes'),)),))
    notices = typeset_release(release).notices
    assert [(notice.code, notice.where) for notice in notices] == [("T102", "body/p[1]"), ("T106", "body/p[1]")]


def test_foreign_words_raise_no_doubt() -> None:
    release = Release("x", body=(Para((Foreign("en", (Text("1,200 people.Then"),)),)),))
    assert typeset_release(release).notices == ()


@pytest.mark.parametrize("lang", ["pt", "ar"])
def test_a_language_without_rules_is_left_and_told(lang: str) -> None:
    release = Release("x", lang=lang, body=(Para((Text("l'a  b"),)),))
    result = typeset_release(release)
    assert result.value == release
    assert [notice.code for notice in result.notices] == ["T121"]


def test_the_language_of_the_release_counts() -> None:
    assert set_para(Text('"Who?" - it\'s...'), lang="en") == (Text("“Who?” – it’s…"),)


def test_the_convention_is_handed_on() -> None:
    release = Release("x", title=(Text("Oui !"),))
    assert typeset_release(release, Convention(narrow=NBSP)).value.title == (Text("Oui\u00a0!"),)


def test_twice_is_once() -> None:
    release = Release("x", body=(Para((Text("l'"), Emphasis((Text('"Etat"'),)), Text("...  !"))),))
    once = typeset_release(release).value
    assert typeset_release(once).value == once


def test_the_ends_of_ordinals_are_raised() -> None:
    assert set_para(Text("Le 1er mai, la 2ème session, au XXIe siècle, les 3èmes")) == (
        Text("Le 1"),
        Superscript((Text("er"),)),
        Text("\u00a0mai, la 2"),
        Superscript((Text("e"),)),
        Text(" session, au XXI"),
        Superscript((Text("e"),)),
        Text("\u00a0siècle, les 3"),
        Superscript((Text("es"),)),
    )


@pytest.mark.parametrize(
    "text",
    ["A320e", "H1er", "1e5", "la 1e", "Ire", "Le 2er", "S/2e", "1.2e", "https://iom.int/2e", "Me", "Ie", "de", "1Xe"],
)
def test_what_is_no_ordinal_is_not_raised(text: str) -> None:
    expected = (Text("I"), Superscript((Text("re"),))) if text == "Ire" else (Text(text),)
    assert set_para(Text(text)) == expected


def test_ordinals_in_superscript_stay_and_other_markup_is_kept() -> None:
    raised = (Text("1"), Superscript((Text("er"),)), Text("\u00a0mars"))
    assert set_para(*raised) == raised
    assert set_para(Strong((Text("2"), Superscript((Text("ème"),)))), Text(" fois")) == (
        Strong((Text("2"), Superscript((Text("e"),)))),
        Text(" fois"),
    )
    assert set_para(Text("2"), Emphasis((Text("e"),)), Text(" fois")) == (
        Text("2"),
        Emphasis((Superscript((Text("e"),)),)),
        Text(" fois"),
    )


def test_fields_without_markup_and_other_languages_hold_no_superscript() -> None:
    release = Release("x", contacts=(Contact("M. Ba", "2ème secrétaire"),))
    (contact,) = typeset_release(release).value.contacts
    assert contact == Contact("M.\u00a0Ba", "2e secrétaire")
    foreign = (Foreign("en", (Text("the 2e thing"),)),)
    assert set_para(*foreign) == foreign
    assert set_para(Text("Le 2e"), lang="en") == (Text("Le 2e"),)


def test_raising_ordinals_keeps_provenance() -> None:
    source = "La 2ème session et le 1 er mars, le 3e"
    release = Release("x", body=(Para((Text(of_source(source)),)),))
    once = typeset_release(release).value
    (run,) = runs(once)
    text = flatten(run.children)
    assert text == "La 2e session et le 1er\u00a0mars, le 3e"
    assert isinstance(text, Traced)
    assert sum(piece.end - piece.start for piece in text.pieces) == len(source)
    assert typeset_release(once).value == once


def test_many_ordinals_take_no_longer_for_being_together() -> None:
    release = Release("x", body=(Para((Text(of_source("le 2ème et " * 20_000)),)),))
    start = time.process_time()
    typeset_release(release)
    assert time.process_time() - start < 20


def test_the_alternative_text_of_a_figure_is_set() -> None:
    release = Release("x", body=(Figure("https://iom.int/a b.png", 'L\'aide arrive: "enfin" la 2ème fois'),))
    (figure,) = typeset_release(release).value.body
    assert figure == Figure("https://iom.int/a b.png", "L’aide arrive\u00a0: «\u00a0enfin\u00a0» la 2e fois")


def test_a_headline_that_ends_in_an_acronym_has_no_full_stop() -> None:
    release = Release("x", title=(Text("Un siège à l'O.N.U."),), body=(Para((Text("Un siège à l'O.N.U."),)),))
    made = typeset_release(release).value
    assert made.title == (Text("Un siège à l’ONU"),)
    assert made.body == (Para((Text("Un siège à l’ONU."),)),)


def test_the_space_inside_guillemets_stays_outside_a_link() -> None:
    link = Link("https://iom.int", (Text("lien"),))
    assert set_para(Text("«"), link, Text("» et « "), link, Text(" »")) == (
        Text("«\u00a0"),
        link,
        Text("\u00a0» et «\u00a0"),
        link,
        Text("\u00a0»"),
    )


def test_quotation_marks_are_decided_once_for_the_release() -> None:
    body = (
        Para((Text("Nous disons “non” à la guerre."),)),
        Para((Text("“Asylum”"),)),
        Para((Text("“The end of war”"),)),
    )
    made = [str(flatten(run.children)) for run in runs(typeset_release(Release("x", body=body)).value)]
    assert made == [
        "Nous disons «\u00a0non\u00a0» à la guerre.",
        "«\u00a0Asylum\u00a0»",
        "“The end of war”",
    ]


def test_a_paragraph_in_another_language_is_set_by_its_rules() -> None:
    body = (
        Para((Text('Nous disons "non" à la guerre !'),)),
        Para((Text('The members\' vote is "final" for all of us !'),)),
    )
    made = [str(flatten(run.children)) for run in runs(typeset_release(Release("x", body=body)).value)]
    assert made[1] == "The members’ vote is “final” for all of us!"
