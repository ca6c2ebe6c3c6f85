"""HTML in a text: read as what it is when that is certain; the remains of torn tags in a text dump stay text."""

from __future__ import annotations

from pathlib import Path

import pytest

from oimpress.readers import find
from oimpress.sources import Source
from tests.readers.laws import lawful

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FRAGMENT = """La piscine rouvre après deux ans de travaux

<p><em>Lyon, le 12 mars 2024.</em></p>
<p>La piscine ouvre <a class="lien" href="https://www.vezelin.example/piscine">le public</a> à partir du 3 juin.</p>
"""


@pytest.mark.parametrize(
    "text",
    [
        FRAGMENT,
        "<h2>Un titre</h2><p>Une phrase.<br/>Une autre.</p>",
        "Un titre\n\n<ul>\n  <li>un</li>\n  <li>deux</li>\n</ul>\n",
        "<!-- exporté --><div><p>Une phrase.</p></div>",
    ],
)
def test_certain_ones_are_pages(text: str) -> None:
    assert find(Source("a.txt", text.encode())).name == "html"


@pytest.mark.parametrize(
    "text",
    [
        "<p>Un seul paragraphe, puis rien.",
        "<p>Un</p>\n<p>Deux</p>\n<p class=\ntrois",
        "Le prix est < 5 euros.\n<p>Un</p>\n<p>Deux</p>\nEt a <b 3.",
        "La balise <p>un</p> et la balise <p>deux</p> servent au paragraphe.",
        '"http://x.test" target="_blank">le reste</a>\nUn texte.</p>\n<p>',
        "<machin>\n<p>Un</p>\n<p>Deux</p>\n</machin>",
        "<p>Un <em>texte</p></em>\n<p>Deux</p>",
    ],
)
def test_doubtful_ones_stay_text(text: str) -> None:
    assert find(Source("a.txt", text.encode())).name == "text"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_seeds_stay_text(seed: Path) -> None:
    assert find(Source(seed.name, seed.read_bytes())).name == "text"


def test_a_fragment_keeps_its_links_and_has_its_title() -> None:
    done = lawful(Source("a.txt", FRAGMENT.encode()))
    assert str(done.value.title[0].value) == "La piscine rouvre après deux ans de travaux"  # type: ignore[union-attr]
    assert "vezelin.example/piscine" in repr(done.value.body)
