"""The comparison with accepted outputs can fail, and --accept stores them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[str, bytes | str], None]


@pytest.fixture
def checkout(request: pytest.FixtureRequest, golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with one accepted output in it."""
    monkeypatch.setitem(golden.__globals__, "ROOT", tmp_path)
    monkeypatch.setattr(request.config.option, "accept", False)
    (tmp_path / "tests" / "golden").mkdir(parents=True)
    (tmp_path / "tests" / "golden" / "kit.txt").write_bytes(b"un\ndeux\n")
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_the_accepted_output_passes(golden: Golden) -> None:
    golden("kit.txt", "un\ndeux\n")
    golden("kit.txt", b"un\ndeux\n")


@pytest.mark.parametrize(
    ("name", "made", "reason"),
    [
        ("kit.txt", "un\ntrois\n", r"-deux\n\+trois"),
        ("kit.txt", b"un\r\ndeux\r\n", "only the line ends differ"),
        ("kit.txt", b"un\xff", "8 bytes accepted, 3 made; the first difference is at byte 2"),
        ("other.txt", "un", "no such golden"),
    ],
)
@pytest.mark.usefixtures("checkout")
def test_another_output_fails_and_says_why(golden: Golden, name: str, made: bytes | str, reason: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=reason):
        golden(name, made)


def test_accept_stores_the_output(
    golden: Golden, checkout: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request.config.option, "accept", True)
    golden("digest/new.eml", "É\n")
    assert (checkout / "tests" / "golden" / "digest" / "new.eml").read_bytes() == "É\n".encode()
