"""A style in a package: its folder lies beside this file."""

from __future__ import annotations

from pathlib import Path

STYLE = Path(__file__).parent / "foret"
