"""The version, said once: the wheel, the command line and colophons read it here."""

from __future__ import annotations

__version__ = "0.2.0"
