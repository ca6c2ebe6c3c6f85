"""Texts as they are compared: without the differences that typography makes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"}
    | {"\u00a0": " ", "\u202f": " ", "…": "...", "\u2212": "-"}
)


def bare(text: str) -> str:
    """``text`` without the differences that typography makes: quotation marks, dashes, spaces, accents of capitals."""
    return _bare(str(text))


@cache  # what is found is mostly what is wanted, and asked for field by field
def _bare(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(ALIKE)
    text = "".join(unicodedata.normalize("NFD", char)[0] if char.isupper() else char for char in text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<=\d)[ .](?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", ",", text)
    text = re.sub(r"(?<=\d) ?[hH] ?(?=\d\d(?!\d)|(?!\w))", "h", text)  # « 17 H », « 6H00 » of capitals
    text = re.sub(r"(?<!\w)([nN][°º]|[nN]\.[°º]) ?(?=\w)", r"\1", text)  # « N°017 »
    text = re.sub(r"(?<=\d)(?:ème|eme)\b", "e", text)
    text = re.sub(r"(?<!\w)'([^']+)'(?!\w)", r'"\1"', text)  # the inner level of quotation marks
    text = re.sub(r"""\.(["']+)(?=[\s"']|$)""", r"\1.", text)  # a full stop goes behind them in Spanish (RAE)
    return re.sub(r' ?([":;!?%()/-]) ?', r"\1", text).strip()


def words(text: str) -> list[str]:
    """The words of ``text``, folded; digits that one number is written with are one word."""
    return re.findall(r"\w+", bare(text).replace(",", " ").casefold())
