"""The profiles: the one of every command, and the name it had."""

from __future__ import annotations

import pytest

from oimpress.errors import UsageError
from oimpress.passes.profiles import find_profile


def test_the_former_name_is_still_known() -> None:
    assert find_profile("oim-fr") == find_profile("press-fr")


def test_another_name_is_refused() -> None:
    with pytest.raises(UsageError, match="press-fr, plain"):
        find_profile("oim")
