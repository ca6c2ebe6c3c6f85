"""A release with names in many scripts, and its PDF: ``python -m tests.writers.scripts`` prints the SHA-256 of it."""

from __future__ import annotations

import sys
from hashlib import sha256

from oimpress.model.nodes import Edition, Emphasis, Para, Release, Strong, Text
from oimpress.style import load_style
from oimpress.writers.pdf.kit import write

# What each font of ours is there for.
WORDS = {
    "Noto Sans": "Ɗanɓaƙi, ƴanuwa",
    "Noto Sans Arabic": "المنظمة الدولية للهجرة، گچپژ",
    "Noto Sans Armenian": "Երևան",
    "Noto Sans Bengali": "কক্সবাজার",
    "Noto Sans Devanagari": "काठमाडौं",
    "Noto Sans Ethiopic": "አዲስ አበባ፣ ትግራይ",
    "Noto Sans Georgian": "თბილისი",
    "Noto Sans Hebrew": "ירושלים",
    "Noto Sans Khmer": "ភ្នំពេញ",
    "Noto Sans Lao": "ວຽງຈັນ",
    "Noto Sans Myanmar": "ရန်ကုန်",
    "Noto Sans Sinhala": "කොළඹ",
    "Noto Sans Tamil": "யாழ்ப்பாணம்",
    "Noto Sans Thai": "กรุงเทพฯ",
    "Noto Sans Symbols": "① ②",
    "Noto Sans Symbols2": "☎ ✉ ★",
    "Droid Sans Fallback": "北京，東京（カタカナ）",
    "NanumSquare": "서울 똠방각하",
}
STYLED = "Αθήνα, Київ, Țară, Nguyễn Thị Phương, Đặng, ● ▪ ■ ✓ →"  # which the fonts of the style hold


def edition() -> Edition:
    """The words in a title, upright, bold and slanted."""
    lines = (*WORDS.values(), STYLED)
    body = tuple(
        Para((Text(f"{line} – "), Strong((Text(line),)), Text(" – "), Emphasis((Text(line),)))) for line in lines
    )
    title = (Text("Noms en plusieurs écritures\u00a0: القاهرة, 서울, 北京"),)
    return Edition((Release("noms", title=title, body=body),), "Noms", "single")


def main(guest: str = "") -> None:
    """Print the hash. As a guest oimpress comes into a process in which WeasyPrint has been at work."""
    if guest:
        from weasyprint import HTML  # type: ignore[import-untyped]

        HTML(string="<p style='font-family: monospace'>Αθήνα 서울").write_pdf()
    print(sha256(write(edition(), load_style()).value).hexdigest())


if __name__ == "__main__":
    main(*sys.argv[1:])
