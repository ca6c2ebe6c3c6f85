"""What several tests of writers share."""

from __future__ import annotations

import pytest

from tests.writers import samples
from tests.writers.word_parts import Opened, made


@pytest.fixture(scope="session")
def kit() -> Opened:
    return made(samples.edition())
