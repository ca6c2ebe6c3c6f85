"""What is protected, as patterns. Each begins with a character that is looked for fast."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from oimpress.knowledge.labels import labelled
from oimpress.patterns import lazy
from oimpress.typography.rule import Look, begun

MASK: Final = "ꀀ"
PHONE: Final = "ꀁ"
FOREIGN: Final = "ꀂ"
TAG: Final = "\ue000"  # no letter: a word may begin after a tag
GAP: Final = "\ue001"  # a space that is written as an entity
MASKS: Final = frozenset((MASK, PHONE, FOREIGN, TAG, GAP))
LETTER: Final = rf"[^\W{MASK}]"  # or digit; not what is masked already
S: Final = "[ \u00a0\u202f]"
WEB: Final = r"[^\s<>«»\"“”]"


class Guard(NamedTuple):
    """Matches of ``pattern`` are masked; it is tried only on texts that hold ``sign``, of which ``need`` is a part.

    Where what it begins with is common, ``look`` finds the rarer thing it holds first. Not in the language ``but``,
    which has a rule for what it matches.
    """

    sign: str
    need: str
    pattern: re.Pattern[str]
    mask: str = MASK
    but: str = ""
    look: Look = ()


def _guard(sign: str, pattern: str, mask: str = MASK, but: str = "", look: tuple[str, ...] = ()) -> Guard:
    return Guard(sign, rarest(sign), lazy(pattern), mask, but, begun(look))


def rarest(sign: str) -> str:
    """The character of ``sign`` that French text holds least often."""
    return min(sign, key=_commonness, default="")


def _commonness(char: str) -> int:
    """How likely French text holds ``char``: blanks most, then small letters, then capitals, digits, full stops."""
    if char.isspace():
        return 3
    return 2 if char.islower() and char not in "kw" else char.isalnum() or char in ",."


#: Code, addresses, markup, paths, emoticons.
GUARDS: Final = (
    _guard("`", rf"```[\s\S]*?```|`(?<!{LETTER}`)[^`\n]+`(?!{LETTER})"),
    _guard("www.", rf"www\.(?<![\w@]www\.){WEB}+"),
    _guard("WWW.", rf"WWW\.(?<![\w@]WWW\.){WEB}+"),
    _guard("mailto:", rf"mailto:{WEB}+"),
    _guard("tel:", rf"tel:{WEB}+"),
    _guard(">", r"<(?<!<<)(?:/?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?|!--[^<>]*--)>(?!>)", TAG),
    _guard("&", r"&(?:nbsp|thinsp|[en][nm]sp|#160|#8239|#[xX](?:[aA]0|202[fF]));", GAP),
    _guard("&", r"&(?:[A-Za-z]\w{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"),
    _guard("\\", rf"[A-Za-z]:\\(?<!\w...){WEB}*|\\\\(?<!\w..){WEB}*"),
    _guard("/", r"/(?:(?<![^\s(«\"'.~]/)(?<!\w\./))[\w~-](?:[\w.~-]|'(?=\w))*(?:/(?:[\w.~-]|'(?=\w))*)*"),
    _guard(
        "::",
        r"(?<![\w:])(?:(?:[0-9A-Fa-f]{1,4}:){1,7}:(?:[0-9A-Fa-f]{1,4}:?){0,7}|::(?:[0-9A-Fa-f]{1,4}:?){1,7}(?!\w))",
    ),
    _guard(":", r":(?<!\S:)(?:[a-z][a-z0-9_+-]{1,30}:|-?[()DPp|/])(?!\w)"),
    _guard(";", r";(?<!\S;)-?[()DPp|/](?!\w)"),
    _guard("#", r"#(?<!\w#)\w+"),
    _guard('("', r"\(\"(?<=[a-z_]..)[^\"\n]{0,80}\"\)"),
    _guard("[ ]", r" {0,3}\[ \]"),
    _guard("( )", r" {0,3}\( \)"),
)
#: A number in groups of three behind its first digit, and what it counts: « 1.250.000 habitants ».
COUNT: Final = rf"\d{{0,2}}(?:\.\d{{3}}){{2}}(?:\.000)?(?:,\d\d?)?{S}(?:[^\W\d_A-ZÀ-Þ]|[€$£])"
#: Tried only where there are digits: identifiers, times and ratios, minutes of arc, telephones, accounts.
NUMBER_GUARDS: Final = (
    _guard("10.", r"10\.(?<![\w.]10\.)\d{4,9}/[^\s«»\"“”]+"),
    _guard("IS", rf"IS[BS]N(?:-1[03])?{S}?:?{S}?\d[\dXx \u00a0\u202f-]{{6,16}}[\dXx]"),
    _guard("/", r"[A-Z]{1,8}(?:/[A-Z][\w.]{0,12}){0,6}(?:/\d[\w.]*)+", look=(r"/(?=\d)",)),
    _guard(":", rf"[0-9](?<![\w.,:][0-9])\d*(?::\d+)+(?!\d|{S}\d{{3}})", look=(r":(?=\d)",)),
    _guard("'", r"'(?<=[0-9]')[ \u00a0]?\d{1,2}+(?:[.,]\d++)?+(?![\w\"”]|'')", but="en"),
    _guard("″", r"[0-9]″"),
    _guard("′", r"[0-9]′"),
    _guard("+", rf"\+(?<!\w\+){S}?[1-9](?:[ \u00a0\u202f.()/-]{{0,3}}\d){{6,14}}(?!\w)", PHONE),
    _guard("00", r"00(?<![\w+.,]00)[1-9](?:[ \u00a0\u202f.()/-]{0,3}\d){6,14}(?!\w)", PHONE),
    _guard("0", rf"0[1-9](?<![\w,.+-]0.)(?<!\d{S}0.)(?:[ \u00a0\u202f.-]?\d\d){{4}}(?!\d)", PHONE),
    _guard("08", r"08[0-2]\d(?<!\w....)(?:[ \u00a0\u202f.-]\d{2,4}){1,3}(?!\d)", PHONE),
    _guard("(", r"\([2-9]\d\d\)[ \u00a0]?\d{3}[ \u00a0.-]\d{4}(?!\w)", PHONE),
    _guard(
        "-",
        r"[1-9](?<![\w.,+-].)(?:(?<=1)[ \u00a0.-]\(?[2-9]\d\d\)?|(?<=[2-9])\d\d)[ \u00a0.-]\d{3}[.-]\d{4}(?!\w)",
        PHONE,
        look=(r"-(?=\d{4})", r"\.(?=\d{4})"),
    ),
    _guard("118", r"118(?<=[leaudu]{2} 118) \d{3}(?!\w|[ \u00a0\u202f]\w)", PHONE),
    _guard("1-800", r"1-800(?<!\w.....)(?:[ \u00a0\u202f.-]\d{2,4}){1,3}(?!\d)", PHONE),
    _guard("(0)", r"\(0\)[ \u00a0]?\d(?:[ \u00a0.-]?\d){5,11}", PHONE),
    _guard(".", rf"[0-9](?<![\w.:][0-9])(?!{COUNT})\d*(?:\.\d+){{2,}}(?!\w)", look=(r"\.(?=\d+\.\d)",)),
    _guard(".", r"v\.?[0-9]+(?:\.\d+)+"),
)
#: The number of a bank account (ISO 13616) behind the letters of its country.
ACCOUNT: Final = lazy(
    rf"[0-9](?<=[A-Z][A-Z].)(?<!\w...)[0-9](?:{S}?[A-Z0-9]{{4}}){{3,7}}(?:{S}?[A-Z0-9]{{1,3}})?(?!\w)"
)
#: An address of a machine written whole: it has seven colons.
COLONS: Final = 7
MACHINE: Final = lazy(r"[0-9A-Fa-f](?<![\w:].)[0-9A-Fa-f]{0,3}(?::[0-9A-Fa-f]{1,4}){7}(?!\w)")
LABELLED: Final = lazy(r"[0-9](?<![0-9].)(?:[ \u00a0\u202f().\-/]{0,3}\d){4,20}")
LABEL: Final = labelled(r"(?<!\w)(?:(?&phone)|numéro vert|standard)(?!\w)[^\d\n+]{0,14}$")
#: What stands before the number of a firm, of an article on sale, of a file.
REGISTER: Final = lazy(
    r"(?<!\w)(?:RCS|R\.C\.S\.|SIRE[NT]|RNA|RCCM|NINEA|NIF|CIF|NIT|RUC|RFC|EAN|GTIN|DUNS|ISIN|BCE|KBO|IDE|matricule"
    r"|TVA(?: intracommunautaire)?(?:[ \u00a0]?:|[ \u00a0]n°|[ \u00a0][A-Z]{2})"
    r"|(?:company|charity|registration|registered|policy|case|order|account|invoice) (?:number|no\.?)"
    r"|(?:número|n\.º) de (?:registro|expediente|cuenta|pedido)|(?:[Dd]ossier|[Cc]ommande|[Ff]acture|[Cc]ompte) n°"
    r")(?!\w)[^\d\n,;€$%]{0,40}$"
)
