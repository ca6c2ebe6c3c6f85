"""Words and ends of titles that stay on one line, and no character changed for it."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from oimpress.writers.page.linebreaks import keep_together
from oimpress.writers.page.markup import to_html

UNTOUCHED = [
    "<p>vice-ministre, sud-est, 2019-2024, États-Unis, peut-être</p>",
    "<p>http://a-b.test/e-x, a-b@c.test, 10:3-4</p>",
    "<p>- tiret – et -x y- x--y</p>",
    "<p>e-anticonstitutionnellement-trop-long</p>",
    "<p>Un accord visant à protéger les migrants de la région tout entière</p>",
    '<h2 class="title">Un titre bref</h2>',
    '<h2 class="title">Ouverture <em>centrale</em></h2>',
    "<h3>Les contacts de la presse</h3>",
    '<h2 class="title">Réouverture interadministratifdesmigrationsforcées</h2>',
    "<h3>L’accord vise les interadministratifs-migratoires</h3>",
    '<div class="body"><p>Bref.</p></div>',
]
KEPT = [
    (
        '<h2 class="title">Jumelage de villes aux fins d’intégration des migrants</h2>',
        '<h2 class="title">Jumelage <span class="whole">de villes</span> <span class="whole">aux fins</span>'
        ' d’intégration <span class="ending">des migrants</span></h2>',
    ),
    ("<p>une plateforme d’e-learning,</p>", '<p>une plateforme <span class="whole">d’e-learning,</span></p>'),
    ("<p>« …\u00a0», a-t-il dit</p>", '<p>« …\u00a0», <span class="whole">a-t-il</span> dit</p>'),
    ("<p><em>là-bas</em> et là-haut.</p>", None),
    ("<p>e-a e-b</p>", '<p><span class="whole">e-a</span> <span class="whole">e-b</span></p>'),
    (
        '<h2 class="title">Un accord visant à protéger les migrants</h2>',
        '<h2 class="title">Un accord visant <span class="ending">à protéger les migrants</span></h2>',
    ),
    (
        '<h2 class="title">De <em>Tapachula</em> au centre de Motozintla de Mendoza</h2>',
        '<h2 class="title">De <em>Tapachula</em> <span class="whole">au centre</span>'
        ' <span class="ending">de Motozintla de Mendoza</span></h2>',
    ),
    ("<h3>Ouverture <em>à la frontière</em> du pays</h3>", None),
    (
        '<div class="body"><p>Les deux États ont signé hier un accord à Durango.</p><p>Il entre en vigueur au bout'
        " de deux mois.</p></div>",
        '<div class="body"><p>Les deux États ont signé hier un accord <span class="ending">à Durango.</span></p>'
        "<p>Il entre en vigueur au bout de deux mois.</p></div>",
    ),
]


@pytest.mark.parametrize("given", UNTOUCHED)
def test_nothing_changes(given: str) -> None:
    tree = lxml_html.fromstring(given)
    keep_together(tree)
    assert to_html(tree) == given


@pytest.mark.parametrize(("given", "expected"), KEPT)
def test_kept_together(given: str, expected: str | None) -> None:
    tree = lxml_html.fromstring(given)
    keep_together(tree)
    assert tree.text_content() == lxml_html.fromstring(given).text_content()
    assert "<span" in to_html(tree)
    assert expected is None or to_html(tree) == expected
