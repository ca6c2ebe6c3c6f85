"""What several tests of writers share."""

from __future__ import annotations

import pytest

from oimpress.style import Style, load_style
from tests.writers import samples
from tests.writers.word_parts import Opened, made


@pytest.fixture(scope="session")
def kit() -> Opened:
    return made(samples.edition())


@pytest.fixture(scope="session")
def style() -> Style:
    return load_style("oim")
