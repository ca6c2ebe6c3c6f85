"""Editions made by hand: every kind of block and inline, in clean French, and a hostile one."""

from tests.writers.samples.conference import conference
from tests.writers.samples.editions import edition, embargoed, single
from tests.writers.samples.hostile import hostile
from tests.writers.samples.journey import journey
from tests.writers.samples.market import market
from tests.writers.samples.mexico import twinning
from tests.writers.samples.prose import ORGANISATION

__all__ = ["ORGANISATION", "conference", "edition", "embargoed", "hostile", "journey", "market", "single", "twinning"]
