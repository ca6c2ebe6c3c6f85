"""What a corpus teaches: labels at the menu's end and at the page's end; never contacts, facts or sentences."""

from __future__ import annotations

from pathlib import Path

from oimpress.learning import learn_profile
from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.model.trail import Drop
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MENU, MORE, bare, paragraphs

CONTACT = "Pour plus d'informations, veuillez contacter\nAwa Sow\nOIM Niger\nEmail: asow@iom.int"
FACTS = "-\nAnnée\n2019\n-\nStatut\nAchevé\n"


def page(n: int) -> str:
    extra = "Espace presse régional\nBureau de Niamey\n"
    return f"{MENU}{extra}Titre numéro {n} du communiqué\n{FACTS}{LEAD} {n}\n{MORE} {n}\n{CONTACT}\nPlan du site\nMentions légales\n"


def sources() -> list[Source]:
    return [Source(f"{n}.txt", page(n).encode()) for n in range(6)]


def test_a_learned_profile_finds_title_and_text(tmp_path: Path) -> None:
    profile = tmp_path / "site.toml"
    profile.write_text(learn_profile(sources()))
    done = normalise_source(sources()[2], str(profile))
    found = done.value
    assert done.trail
    assert bare(str(flatten(found.title))) == "Titre numéro 2 du communiqué"
    learned = [step.text for step in done.trail.steps if isinstance(step, Drop) and step.rule == "F007"]
    assert learned == ["Espace presse régional", "Bureau de Niamey"]
    assert paragraphs(found.body) == [f"{LEAD} 2", f"{MORE} 2"]
    assert [fact.label for fact in found.facts] == ["Année", "Statut"]
    assert [item.emails for item in found.contacts if isinstance(item, Contact)] == [("asow@iom.int",)]


def test_what_is_shared_but_is_no_label_is_not_learned() -> None:
    text = learn_profile(sources())
    assert "bureau de niamey" in text
    assert "plan du site" in text
    for words in ("asow", "veuillez", "cyclone", '"-"', "2019"):
        assert words not in text


def test_two_pages_teach_nothing() -> None:
    assert "niamey" not in learn_profile(sources()[:2])


def test_a_line_that_was_learned_stays_inside_the_text(tmp_path: Path) -> None:
    profile = tmp_path / "site.toml"
    profile.write_text(learn_profile(sources()))
    text = f"{MENU}Un titre ici bien à lui\n{LEAD}\nBureau de Niamey\n{MORE}\n{LEAD} Fin.\n"
    found = normalise_source(Source("x.txt", text.encode()), str(profile)).value
    assert "Bureau de Niamey" in "".join(
        str(flatten(block.children)) if hasattr(block, "children") else str(block) for block in found.body
    )
