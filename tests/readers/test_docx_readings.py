"""Signs with their readings in Word stand as those of pages do: the signs, then in parentheses how they are read."""

from __future__ import annotations

from tests.readers.laws import lawful
from tests.readers.outlines import outline
from tests.readers.word import p, r, word
from tests.readers.word_shapes import PROSE

READ = "<w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>"


def test_a_reading_stands_behind_its_signs_in_parentheses() -> None:
    ruby = f"<w:r>{READ.format(r('kan'), r('漢', '<w:b/>'))}</w:r>"
    done = lawful(
        word(p("La piscine ouvre", style="Titre") + p("Le signe ", ruby, " se lit ainsi. ", PROSE) + p(PROSE))
    )
    assert outline(done.value)[1].startswith("Le signe 漢(kan) se lit ainsi.")


def test_signs_without_a_reading_stand_alone() -> None:
    ruby = f"<w:r>{READ.format('', r('漢'))}</w:r>"
    done = lawful(word(p("La piscine ouvre", style="Titre") + p("Le signe ", ruby, " est là. ", PROSE) + p(PROSE)))
    assert outline(done.value)[1].startswith("Le signe 漢 est là.")
