"""What a corrected release says was corrected: its sidecar's words, else what differs from the wording sent before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from oimpress.digest.ledger import Ledger
from oimpress.digest.lists import MailingList
from oimpress.digest.selection import Judged, SentWording
from oimpress.i18n import listed, phrases, plural
from oimpress.model.codec import from_xml
from oimpress.model.comparison import Difference, differences
from oimpress.model.naming import block_name
from oimpress.model.nodes import Release

MOST = 3  # places that are told
LONGEST = 60  # characters of words that are quoted


def corrections(
    ledger: Ledger,
    wanted: MailingList,
    taken: Iterable[Judged],
    before: Mapping[tuple[str, str], Sequence[SentWording]],
) -> dict[tuple[str, str], str]:
    """For each release that is taken what was corrected, in the language of the list; ``before`` are its wordings."""
    return {each.candidate.key: _correction(ledger, wanted, each, before[each.candidate.key]) for each in taken}


def _correction(ledger: Ledger, wanted: MailingList, judged: Judged, before: Sequence[SentWording]) -> str:
    if judged.verdict != "corrected":
        return ""
    if judged.candidate.correction:
        return judged.candidate.correction
    sent = _last_sent(ledger, wanted, before)
    return told(differences(sent, judged.candidate.release), wanted.language) if sent else ""


def told(found: Iterable[Difference], lang: str) -> str:
    """``Corrected: paragraph 2: “1,200”, now “12,000”; title.``; empty when nothing differs that a reader sees."""
    _, several = phrases(lang), plural(lang)
    seen = [each for each in found if "@" not in each.place]
    places = list(dict.fromkeys(_told(each, lang) for each in seen))
    shown, more = places[:MOST], len(places) - MOST
    if more > 0:
        shown.append(several("{count} more place", "{count} more places", more).format(count=more))
    return _("Corrected: {places}.").format(places=listed(shown, lang)) if shown else ""


def _told(difference: Difference, lang: str) -> str:
    """The place, with the words that were replaced there when they are one stretch and few."""
    _ = phrases(lang)
    name = block_name(difference.place, lang)
    gone = [each.text for each in difference.pieces() if each.kind == "gone"]
    new = [each.text for each in difference.pieces() if each.kind == "new"]
    if len(gone) == len(new) == 1 and len(gone[0]) <= LONGEST and len(new[0]) <= LONGEST:
        words = _("{place}: “{before}”, now “{after}”")
        return words.format(place=name, before=gone[0].strip(), after=new[0].strip())
    return name


def _last_sent(ledger: Ledger, wanted: MailingList, before: Sequence[SentWording]) -> Release | None:
    """The wording of ``before`` that the list sent last."""
    query = "SELECT xml, issue FROM members WHERE list = ? AND release = ? AND hash = ?"
    found = [row for told in before for row in ledger.rows(query, (wanted.name, told.release, told.hash), bytes, int)]
    return from_xml(max(found, key=lambda row: row[1])[0], str(ledger.path)) if found else None
