"""Bytes that wait: they come back as they were, from memory or from a file that nobody sees."""

from __future__ import annotations

import hashlib
import pickle
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from oimpress.spool import BLOCK, HELD, Content, room, spool


@pytest.mark.parametrize("size", [3, HELD])
def test_what_is_put_aside_comes_back_by_its_place_whatever_was_asked_before(size: int) -> None:
    pieces = [bytes([number]) * (size // 2 + number) for number in range(4)]
    with spool() as kept:
        places = [kept.append(piece) for piece in pieces[:3]]
        assert kept[places[1]] == pieces[1]
        places.append(kept.append(pieces[3]))
        assert [kept[place] for place in reversed(places)] == pieces[::-1]
        assert list(kept) == pieces
        assert [piece for piece, _ in zip(kept, kept, strict=True)] == pieces  # two readers at once


@pytest.mark.parametrize("data", [b"", b"ab", b"x" * BLOCK, b"xyz" * BLOCK])
def test_a_content_is_what_stands_behind_its_start(data: bytes, tmp_path: Path) -> None:
    found = Content(BytesIO(b"head\n" + data), 5)
    assert (found.size, found.digest) == (len(data), hashlib.sha256(data).hexdigest())
    assert b"".join(found.blocks()) == found.read() == data
    for other in (data, data + b"z", data[:-1], data[:-1] + b"!"):
        (tmp_path / "other").write_bytes(other)
        assert found.equals(tmp_path / "other") == (other == data)


def test_a_content_that_goes_to_another_process_is_used_up_in_this_one() -> None:
    file = BytesIO(b"head\ndata")
    assert pickle.loads(pickle.dumps(Content(file, 5))).read() == b"data"
    assert file.closed


def test_a_file_that_was_not_written_whole_is_closed() -> None:
    with pytest.raises(ValueError, match="no more"), room() as out:
        raise ValueError("no more")
    assert out.closed
    with room() as out:
        out.write(b"all")
    with closing(Content(out)) as made:
        assert made.read() == b"all"
