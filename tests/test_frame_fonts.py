"""The vendored fonts: whole, licensed, unmodified, and able to set French."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "styles" / "oim" / "fonts"
NEEDED = {
    "no-break spaces": "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}",
    "punctuation": "’‘“”«»…–—•·€°№",
    "French": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ",
    "Spanish": "áíóúñÁÍÓÚÑ¿¡ªº",
    "names": "ăâîșțąćęłńóśźżčřšžğışāēīōūạảấầậắằặđơư",
}
# As published: the npm packages source-serif 4.5.1 and source-sans 3.52.0, folder TTF.
FAMILIES = {
    "SourceSans3-Bold.ttf": "9214b9d95e4231c609802815c2646c98174e2102d0d37f88978a7f8e71006e6a",
    "SourceSans3-BoldIt.ttf": "7978291fc1bf314db887e0366853b33c5cf2e964c7b95cfb9ce403a6ec46a842",
    "SourceSans3-It.ttf": "192afd78f0f54a3c69eaf02d43f4d9a821e9d6110e41d3d25d61a7385cd580e4",
    "SourceSans3-Regular.ttf": "4644c81b86ec9caaa76b634889968ed3c4f4f52f054855933acc7c2b21e53b0f",
    "SourceSerif4-Bold.ttf": "7cf4f4e1ad74f45058d5bc61716b82560442fbdcd9d3654d2dea96bf6c683d86",
    "SourceSerif4-BoldIt.ttf": "7b215b37f8873f5579f3f8d2ded3ca7c588e2f435cd996605ebfc5befe2cd5eb",
    "SourceSerif4-It.ttf": "9d2950a8f1da66e21502c35d646a1d2148e79f9ea43fd2158cf02f5232e7f430",
    "SourceSerif4-Regular.ttf": "e5a4ee6a3d87bb9024796be390c6771e2a0eb1883dae25effaf57ca01668e24b",
}


# For the letters of other scripts that a release may quote: Debian's package fonts-droid-fallback.
FALLBACKS = {
    "DroidSansFallbackFull.ttf": "acb6440a713d880a13a21b468ba7cd43f5a2b2934972e51be791c880730777b8",
}
LICENCES = {
    "SourceSans3": "SIL OPEN FONT LICENSE Version 1.1",
    "SourceSerif4": "SIL OPEN FONT LICENSE Version 1.1",
    "DroidSansFallback": "Apache License",
}


def test_every_file_is_known_and_as_published() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
    assert found == FAMILIES | FALLBACKS


@pytest.fixture(params=FAMILIES)
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(FONTS / request.param, lazy=True) as opened:
        yield opened


@pytest.mark.parametrize("what", NEEDED)
def test_a_font_has_every_character_that_releases_need(font: TTFont, what: str) -> None:
    characters = font.getBestCmap()
    assert [f"U+{ord(needed):04X} {needed}" for needed in NEEDED[what] if ord(needed) not in characters] == []


def test_a_font_may_be_embedded_and_is_one_of_the_four_styles_of_its_family(font: TTFont) -> None:
    assert font["OS/2"].fsType == 0
    assert font["name"].getDebugName(1) in ("Source Sans 3", "Source Serif 4")
    assert font["name"].getDebugName(2) in ("Regular", "Italic", "Bold", "Bold Italic")


@pytest.mark.parametrize("name", FAMILIES | FALLBACKS)
def test_the_licence_lies_beside_its_fonts(name: str) -> None:
    family = next(family for family in LICENCES if name.startswith(family))
    assert LICENCES[family] in next(path for path in FONTS.glob(f"{family}-*.*") if path.suffix != ".ttf").read_text(
        "utf-8"
    )
