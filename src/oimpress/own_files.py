"""The files that lie beside the modules of our packages.

``importlib.resources`` finds them inside an archive too, and loads tempfile, zipfile and whatever those load, which
takes longer than to read a table of ours.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path


def own_file(package: str, *names: str) -> Path:
    """The file or folder of these ``names``, one below the other, in ``package``."""
    return Path(import_module(package).__path__[0], *names)
