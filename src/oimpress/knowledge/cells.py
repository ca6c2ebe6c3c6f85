"""What the cells of tables hold: amounts, years, how to reach somebody."""

from __future__ import annotations

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.labels import labelled
from oimpress.patterns import lazy

AMOUNT = lazy(r"[-+–−]?\d[\d \u00a0\u202f.,/]*[ \u00a0\u202f]?(?:%|€|\$|£|k€|M€)?|[-–—]")
YEAR = lazy(r"(?:19|20)\d\d")
# How to reach somebody: columns of it are people side by side.
REACHED = labelled(r"(?:\+\d{2}|\b0\d)(?:[ .\u00a0-]?\d{2}){4}|\b(?:(?&phone)|(?&mail))\b")


def is_amount(text: str) -> bool:
    """Whether ``text`` is an amount and nothing else."""
    return AMOUNT.fullmatch(text) is not None


def is_reached(text: str) -> bool:
    """Whether ``text`` says how to reach somebody."""
    return has_mail(text) or REACHED.search(text) is not None
