"""The samples together."""

from __future__ import annotations

from oimpress.model.nodes import Edition
from tests.writers.samples.conference import conference
from tests.writers.samples.journey import journey
from tests.writers.samples.market import market
from tests.writers.samples.mexico import durango, elearning, twinning
from tests.writers.samples.prose import ORGANISATION, spaced


def edition() -> Edition:
    """Five releases in clean French, dated and undated, that hold every kind of node; one picture is missing."""
    return Edition(
        (conference(), journey(), durango(), elearning(), twinning()),
        title=spaced("Dossier de presse~: l’OIM au Mexique et en Amérique centrale"),
        date="2019-05-14",
        subtitle="Communiqués et projets",
        organisation=ORGANISATION,
    )


def single() -> Edition:
    """One undated release, as a reader gets it who asked for one file per release."""
    return Edition((durango(),), title="L’OIM au Mexique et l’état de Durango", kind="single")


def embargoed() -> Edition:
    """A press kit of which one release of three is under embargo: all that a letterhead and a contact can say."""
    return Edition(
        (conference(), market(), durango()),
        title="Dossier de presse",
        date="2026-03-19",
        organisation="Ville de Vézelin",
    )
