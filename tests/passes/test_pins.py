"""What a person says that lines are binds the reading; words that stand nowhere, or contradict each other, are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from oimpress.errors import UsageError
from oimpress.model.draft import Line
from oimpress.model.nodes import Contact, Note, Para, Quote, Release, Section, SourceRef
from oimpress.model.runs import flatten
from oimpress.model.trail import Keep
from oimpress.model.walk import every_block
from oimpress.passes.limits import MOST_PINNED
from oimpress.passes.pins import contradiction, pin_of, pinned, pins_of, told_by_pins
from oimpress.pipeline import Normalised, normalise_source
from oimpress.settings import Metadata
from oimpress.sources import Source
from tests.passes.reading import bare, draft, items, paragraphs, title

PAGE = """Ville de Brémont

Notre action

Un pont, deux rives

Le pont de la Tannerie sera repeint en mai
du 5 au 23, la nuit seulement

La circulation des voitures y sera coupée chaque nuit, du 5 au 23 mai, de vingt et une heures à six heures.

Et les piétons, alors ?
Ils passeront sans interruption, sur une voie séparée du chantier, avec un éclairage provisoire.

Contact presse
Atelier Lumen
01 99 00 12 12
"""
LONG_TITLE = "Le pont de la Tannerie sera repeint en mai du 5 au 23, la nuit seulement"


def read(**pins: str | tuple[str, ...]) -> Normalised:
    lines: Any = {
        label.replace("_", "-"): (words,) if isinstance(words, str) else words for label, words in pins.items()
    }
    return normalise_source(Source("x.txt", PAGE.encode(), Metadata(lines=lines)))


def test_a_title_by_its_words() -> None:
    done = read(title="Un pont, deux rives")
    assert title(done) == "Un pont, deux rives"
    assert not {"H101", "H104"} & {one.code for one in done.notices}


def test_a_title_over_two_lines_of_the_source() -> None:
    assert title(read(title=LONG_TITLE)) == LONG_TITLE


def test_furniture_goes_with_the_rule_of_the_sidecar() -> None:
    done = read(furniture=("Notre action", "Un pont, deux rives"))
    assert done.trail is not None
    assert done.trail.rules["M003"] == 2
    assert not {"Notre action", "Un pont, deux rives"} & {*paragraphs(done.value.body)}


def test_a_heading_and_what_is_none() -> None:
    def headings(done: Normalised) -> list[str]:
        return [bare(str(flatten(block.heading))) for block in done.value.body if isinstance(block, Section)]

    assert headings(read(heading="Et les piétons, alors ?")) == ["Et les piétons, alors ?"]
    assert headings(read(body="Et les piétons, alors ?")) == []


def test_a_piece_of_a_contact() -> None:
    (found,) = [one for one in read(organisation="Atelier Lumen").value.contacts if isinstance(one, Contact)]
    assert (found.name, found.organisation) == ("", "Atelier Lumen")
    (found,) = [one for one in read(person="Atelier Lumen").value.contacts if isinstance(one, Contact)]
    assert (found.name, found.organisation) == ("Atelier Lumen", "")


def test_words_that_stand_nowhere_are_told() -> None:
    with pytest.raises(UsageError, match="Rien de tel"):
        read(title="Rien de tel")


def test_pins_that_contradict_each_other_are_told() -> None:
    with pytest.raises(UsageError, match="cannot all be so"):
        read(subtitle="Ville de Brémont", title="Notre action")


def test_readings_say_what_else_a_line_could_be() -> None:
    found = next(one for one in read().readings if one.words == "Un pont, deux rives" and one.region == "head")
    assert found.region == "head"
    assert found.losses[found.label] == 0
    assert found.losses["title"] > 0
    assert "short" in found.seen


PINNED = draft("Ville de Brémont\nUn pont\n\ndeux rives\nLa circulation des voitures y sera coupée.\nUn pont")


def marks(**pins: tuple[str, ...]) -> list[str]:
    """What each line of a flow is marked as."""
    done = pinned(replace(PINNED, pins={label.replace("_", "-"): words for label, words in pins.items()}))
    return [pin_of(item) for item in done.value.flow if isinstance(item, Line)]


def test_every_line_that_says_the_words_is_marked_however_they_are_typed() -> None:
    assert marks(title=("UN PONT",)) == ["", "title", "", "", "title"]
    assert marks(title=("Un pont deux rives",), kicker=("ville de bremont",)) == ["kicker", "title", "title", "", ""]


def test_the_words_of_a_piece_may_stand_in_a_line_and_mark_none() -> None:
    assert marks(role=("circulation des voitures",)) == [""] * 5
    with pytest.raises(UsageError, match=r"title = “circulation des voitures”: no line"):
        marks(title=("circulation des voitures",))


def test_words_over_too_many_lines_are_not_found() -> None:
    lines = [f"ligne {number}" for number in range(MOST_PINNED + 1)]
    given = draft("\n".join(lines))
    done = pinned(replace(given, pins={"title": (" ".join(lines[:MOST_PINNED]),)})).value
    assert [pin_of(item) for item in done.flow if isinstance(item, Line)] == ["title"] * MOST_PINNED + [""]
    with pytest.raises(UsageError, match=r"^: \[lines\] title"):
        pinned(replace(given, pins={"title": (" ".join(lines),)}))


def test_a_draft_without_pins_is_left_as_it_is() -> None:
    assert pinned(PINNED).value is PINNED


def test_what_contradicts_is_told_at_its_words() -> None:
    told = str(contradiction(PINNED, "x" * 79 + "yz"))
    assert told.startswith(": [lines] cannot all be so at “" + "x" * 79 + "y”; there is one title")
    named = replace(PINNED, release=replace(PINNED.release, source=SourceRef("a.txt", "0" * 64, "text/plain", "text")))
    assert str(contradiction(named, "x")).startswith("a.txt: [lines]")


def test_only_labels_of_the_search_are_bound_upon_lines() -> None:
    done = pinned(replace(PINNED, pins={"title": ("deux rives",), "furniture": ("Ville de Brémont",)})).value
    lines = [item for item in done.flow if isinstance(item, Line)]
    assert lines[0].plain == "Un pont"
    assert pins_of(lines, {"title"}.__contains__) == {1: "title"}
    assert pins_of(lines, {"kicker"}.__contains__) == {}


def test_words_of_two_lines_go_before_those_of_one_of_them() -> None:
    assert marks(body=("Un pont deux rives",), organisation=("deux rives",)) == ["", "body", "body", "", ""]
    assert marks(organisation=("deux rives",)) == ["", "", "organisation", "", ""]


def test_words_that_stand_twice_take_their_labels_in_the_order_of_a_page() -> None:
    assert marks(heading=("Un pont",), kicker=("Un pont",)) == ["", "kicker", "", "", "heading"]
    assert marks(body=("Un pont",)) == ["", "body", "", "", "body"]


LISTS = """Quatre gestes contre la chaleur

La ville rappelle quatre gestes simples, que chacun peut faire chez soi, du matin jusqu'au soir.

- boire avant d'avoir soif ;
- fermer les volets.
Appeler ses voisins

Le service répond au 3975, tous les jours, de huit heures à vingt heures, et prend les messages la nuit.
Ne pas jeter sur la voie publique
Fait à Brémont, un jour de canicule
"""


def listed(**pins: str | tuple[str, ...]) -> Release:
    lines: Any = {label.replace("_", "-"): (said,) if isinstance(said, str) else said for label, said in pins.items()}
    return normalise_source(Source("x.txt", LISTS.encode(), Metadata(lines=lines))).value


def test_an_item_more_and_one_less() -> None:
    both = ["boire avant d'avoir soif ;", "fermer les volets."]
    assert items(listed()) == [both]
    assert items(listed(list="Appeler ses voisins")) == [[*both, "Appeler ses voisins"]]
    assert items(listed(body="- fermer les volets.", list="- boire avant d'avoir soif ;")) == [both[:1]]
    assert items(listed(body=("- fermer les volets.", "- boire avant d'avoir soif ;"))) == []


def test_a_quotation_a_note_and_a_dateline_by_their_words() -> None:
    found = every_block(listed(quote="Appeler ses voisins").body)
    assert [type(block) for block in found].count(Quote) == 1
    found = every_block(listed(note="Ne pas jeter sur la voie publique").body)
    assert [type(block) for block in found].count(Note) == 1
    dateline = listed(dateline="Fait à Brémont, un jour de canicule").dateline
    assert dateline is not None
    assert dateline.date is not None
    assert bare(str(dateline.date.text)) == "Fait à Brémont, un jour de canicule"


def test_what_stands_below_the_text_can_belong_to_the_head() -> None:
    release = listed(issuer="Ne pas jeter sur la voie publique")
    assert str(release.issuer) == "Ne pas jeter sur la voie publique"
    texts = [bare(str(flatten(block.children))) for block in every_block(release.body) if isinstance(block, Para)]
    assert texts[-1] == "Fait à Brémont, un jour de canicule"


def test_an_end_mark_goes_and_a_fact_wants_a_label() -> None:
    assert "Ne pas jeter sur la voie publique" not in paragraphs(
        listed(end_mark="Ne pas jeter sur la voie publique").body
    )
    with pytest.raises(UsageError, match="a label, a colon and a value"):
        listed(fact="Appeler ses voisins")


def test_every_pin_is_a_rule_of_the_trail() -> None:
    done = read(title="Un pont, deux rives", heading="Et les piétons, alors ?", organisation="Atelier Lumen")
    assert done.trail is not None
    kept = {step.path for step in done.trail.steps if isinstance(step, Keep) and step.rule == "M003"}
    assert kept == {"head/title", "body/section[1]/heading", "contacts/contact[1]/organisation"}


def test_a_piece_that_no_contact_holds_is_told() -> None:
    with pytest.raises(UsageError, match=r"person = “une voie séparée”: no contact has a piece"):
        read(person="une voie séparée")
    apart = PAGE.replace("\nContact presse\nAtelier Lumen\n01 99 00 12 12\n", "\nNadège Cormeray\n")
    done = normalise_source(Source("x.txt", apart.encode(), Metadata(lines={"person": ("Nadège Cormeray",)})))
    assert "C102" in {one.code for one in done.notices}  # a stretch of its own, without details


@pytest.mark.parametrize(("label", "level"), [("heading", 2), ("title", 2), ("kicker", 2), ("body", 0), ("list", 0)])
def test_a_heading_keeps_its_level_as_what_a_person_says_it_is(label: str, level: int) -> None:
    first, *rest = PINNED.flow
    assert isinstance(first, Line)
    given = replace(PINNED, flow=(replace(first, level=2), *rest), pins={label: ("Ville de Brémont",)})
    done = pinned(given).value.flow[0]
    assert isinstance(done, Line)
    assert done.level == level


def test_lines_that_one_wording_names_together_are_a_piece() -> None:
    pins = {"organisation": ("Un pont deux rives",)}
    done = pinned(replace(PINNED, pins=pins)).value
    told_by_pins(done, [])
    with pytest.raises(UsageError, match="no contact has a piece that says just that"):
        told_by_pins(replace(PINNED, pins=pins), ["Un pont", "deux rives"])


def test_messages_begin_with_the_source_and_the_words() -> None:
    named = replace(PINNED, release=Release("x", source=SourceRef("pont.txt", "0" * 64, "text/plain", "text")))
    with pytest.raises(UsageError, match=r"^pont\.txt: \[lines\] fact = “Un pont”: a fact is a label"):
        pinned(replace(named, pins={"fact": ("Un pont",)}))
    with pytest.raises(UsageError, match=r"^pont\.txt: \[lines\] role = “Un gué”: no contact has"):
        told_by_pins(replace(named, pins={"role": ("Un gué",)}), ["Un pont"])
    told_by_pins(replace(named, pins={"role": ("Un gué",), "note": ("Une île",)}), ["un gué"])
