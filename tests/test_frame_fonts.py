"""The vendored fonts: whole, licensed, unmodified, and able to set French."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import oimpress
from oimpress.writers.page.fonts import OWN

FONTS = Path(__file__).parents[1] / "styles" / "oim" / "fonts"
OWN_FONTS = Path(oimpress.__file__).with_name("fonts")
NEEDED = {
    "no-break spaces": "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}",
    "punctuation": "’‘“”«»…–—•·€°№",
    "French": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ",
    "Spanish": "áíóúñÁÍÓÚÑ¿¡ªº",
    "names": "ăâîșțąćęłńóśźżčřšžğışāēīōūạảấầậắằặđơư",
}
# As published: the npm packages source-serif 4.5.1, source-sans 3.52.0 and source-code-pro 2.42.0, folder TTF.
FAMILIES = {
    "SourceCodePro-Regular.ttf": "74bd80d3e42a08517cd7e1108ba3d86f2da29ac0f3065be95e0357956ab9db37",
    "SourceSans3-Bold.ttf": "9214b9d95e4231c609802815c2646c98174e2102d0d37f88978a7f8e71006e6a",
    "SourceSans3-BoldIt.ttf": "7978291fc1bf314db887e0366853b33c5cf2e964c7b95cfb9ce403a6ec46a842",
    "SourceSans3-It.ttf": "192afd78f0f54a3c69eaf02d43f4d9a821e9d6110e41d3d25d61a7385cd580e4",
    "SourceSans3-Regular.ttf": "4644c81b86ec9caaa76b634889968ed3c4f4f52f054855933acc7c2b21e53b0f",
    "SourceSerif4-Bold.ttf": "7cf4f4e1ad74f45058d5bc61716b82560442fbdcd9d3654d2dea96bf6c683d86",
    "SourceSerif4-BoldIt.ttf": "7b215b37f8873f5579f3f8d2ded3ca7c588e2f435cd996605ebfc5befe2cd5eb",
    "SourceSerif4-It.ttf": "9d2950a8f1da66e21502c35d646a1d2148e79f9ea43fd2158cf02f5232e7f430",
    "SourceSerif4-Regular.ttf": "e5a4ee6a3d87bb9024796be390c6771e2a0eb1883dae25effaf57ca01668e24b",
}

# For the letters and signs that a style lacks, from Debian 12: its packages fonts-noto-core 20201225-1,
# fonts-nanum 20200506-1 and fonts-droid-fallback.
OURS = {
    "DroidSansFallbackFull.ttf": "acb6440a713d880a13a21b468ba7cd43f5a2b2934972e51be791c880730777b8",
    "NanumSquareR.ttf": "5a51deae5237435d9a0bc0cc6cc30619a914b29801f895698cfdacadcad06e94",
    "NotoSans-Regular.ttf": "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d",
    "NotoSansArabic-Regular.ttf": "504d7407d86875acf7d04dfaa0fd7524d0b8797723bc4aa18022f29db25b0b6e",
    "NotoSansArmenian-Regular.ttf": "9636c32c121f4fc1fc6963dfad60ea32c41889507118a46f83a818eacf40348e",
    "NotoSansBengali-Regular.ttf": "9bb35b3547829ecc42041b6017e87fd4c5f1da1edcd00f59171777050f346018",
    "NotoSansDevanagari-Regular.ttf": "79a470365ccb210fa3c7d8d8ff2e005ef9d983cfd067f735a0caf7e15070ca9f",
    "NotoSansEthiopic-Regular.ttf": "58bc43b062961b38ee45757d2e74e6a991a12011aa0399fb03004ac432e5c852",
    "NotoSansGeorgian-Regular.ttf": "ba75f2154fef9beac8439f94c631dc37ef9c708d32f9254bb019afdfa9aa3138",
    "NotoSansHebrew-Regular.ttf": "436900d5ad77d33e4234247f3076eaecd25b92b9bea0519514f684140e3566a7",
    "NotoSansKhmer-Regular.ttf": "bc9a5e2afcee249849e409aabe6e22330c479b878ea3e59bf5e7c84482d7ee53",
    "NotoSansLao-Regular.ttf": "6c3de7db369e85cba20255d161eeeb3d934ea3c4c51e2574c2ddcce79a25025c",
    "NotoSansMyanmar-Regular.ttf": "3fe9a4babc12081adc979e0313433e6ec85bb3ad069681c23ee8d8ea8b91332b",
    "NotoSansSinhala-Regular.ttf": "31f83eec724a27779d1434afc84beabee239c0ff77dc8d04bee9f49c60b23fdd",
    "NotoSansSymbols-Regular.ttf": "24b615ceb7d50a2c09060664ca9e24a160c9beb6bfca0563e8359369a4bc0993",
    "NotoSansSymbols2-Regular.ttf": "876598db5f1e3bef2bc77c4d94c5b0d5d2c1620be4878a06f18fb5434e331688",
    "NotoSansTamil-Regular.ttf": "a7bb7f92f165479af2f0556c4fd669b74c5959f464f603e18389b532f4d07a71",
    "NotoSansThai-Regular.ttf": "dfbd5ed0f1e68c3cbc51aa08f646d1ab0e68e7c4ceab70a69e465225ff701f93",
}
LICENCES = {
    "SourceCodePro": "SIL OPEN FONT LICENSE Version 1.1",
    "SourceSans3": "SIL OPEN FONT LICENSE Version 1.1",
    "SourceSerif4": "SIL OPEN FONT LICENSE Version 1.1",
    "NotoSans": "SIL OPEN FONT LICENSE Version 1.1",
    "NanumSquare": "SIL OPEN FONT LICENSE Version 1.1",
    "DroidSansFallback": "Apache License",
}


@pytest.mark.parametrize(("folder", "known"), [(FONTS, FAMILIES), (OWN_FONTS, OURS)], ids=["style", "ours"])
def test_every_file_is_known_and_as_published(folder: Path, known: dict[str, str]) -> None:
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.ttf")} == known


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
    assert font["name"].getDebugName(1) in ("Source Sans 3", "Source Serif 4", "Source Code Pro")
    assert font["name"].getDebugName(2) in ("Regular", "Italic", "Bold", "Bold Italic")


@pytest.mark.parametrize("family", OWN)
def test_a_font_of_ours_goes_by_its_own_name_and_may_be_embedded(family: str) -> None:
    with TTFont(OWN_FONTS / OWN[family], lazy=True) as opened:
        assert opened["name"].getDebugName(1) == family
        assert opened["OS/2"].fsType & 0b10 == 0  # the bit of « restricted »


@pytest.mark.parametrize("name", FAMILIES | OURS)
def test_the_licence_lies_beside_its_fonts(name: str) -> None:
    family = next(family for family in LICENCES if name.startswith(family))
    folder = FONTS if name in FAMILIES else OWN_FONTS
    texts = [path.read_text("utf-8") for path in folder.glob(f"{family}-*.*") if path.suffix != ".ttf"]
    assert [LICENCES[family] in text for text in texts] == [True]
