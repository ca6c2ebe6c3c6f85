"""A press office that sends a digest: its configuration, its one text, and its commands."""

from __future__ import annotations

from click.testing import CliRunner, Result

from oimpress.cli.digest import digest

CONFIG = """
sources = ["archive"]
[lists.presse]
title = "Communiqués de l’OIM"
since = 2026-11-17
time-zone = "Europe/Zurich"
from = "Service de presse <presse@oim.test>"
to = "liste@oim.test"
list-archive = "https://oim.test/archives"
transport = { kind = "maildir", path = "box" }
"""
TEXT = "L’OIM ouvre un centre à Motozintla\nMexico - Un centre a ouvert ses portes mercredi. Il aidera les migrants.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments, catch_exceptions=False)
