"""Archives in buckets, as commands show them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from oimpress import buckets
from tests.cli.running import Command
from tests.publish.stores import BUCKET, WEED, credentials, s3_server, when_it_stores
from tests.publish.test_cache import PLACES, a_source

PLACE = f"s3://{BUCKET}"


@pytest.mark.slow
@pytest.mark.skipif(not WEED.exists(), reason="needs SeaweedFS, which pip installs")
def test_commands_read_and_write_buckets(oimpress: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "server").mkdir()
    with s3_server(folder / "server") as port:
        for key, said in credentials("owner", port).items():
            monkeypatch.setenv(key, said)
        buckets._store.cache_clear()
        when_it_stores(buckets.Address(f"{PLACE}/README.txt"))
        for name in PLACES:
            data = a_source(folder / "sources", name).read_bytes()
            buckets.create(buckets.Address(f"{PLACE}/sources/{name}.txt"), data)
        (folder / "oimpress.toml").write_text(f'sources = ["{PLACE}/sources"]\noutput = "{PLACE}/out"\n')
        made = oimpress("build", "-f", "html", "--cache", f"{PLACE}/kept")
        assert (made.code, made.out) == (0, f"{PLACE}/out/dossier-de-presse.html\n")
        assert oimpress("cache", "status", "--cache", f"{PLACE}/kept").out.startswith(f"{PLACE}/kept: 4 entries")
        plan = oimpress("build", "-f", "html", "--cache", f"{PLACE}/kept", "--dry-run")
        assert plan.err == "0 steps to do, 4 kept\n"
        assert oimpress("check").code == 0
        assert oimpress("normalise", "-o", "here").code == 0
        assert len(list(Path("here").glob("*.xml"))) == len(PLACES)
        nowhere = oimpress("normalise", "s3://nowhere-at-all/sources", "-o", "here")
        assert nowhere.code != 0
        assert oimpress("build", "--watch").code == 2
        assert oimpress("index", "count").code == 2


def test_a_library_that_is_missing_is_named(oimpress: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buckets._library.cache_clear()
    monkeypatch.setitem(sys.modules, "obstore", None)
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    ran = oimpress("check", f"{PLACE}/sources")
    buckets._library.cache_clear()
    assert ran.code == 6
    assert "is not installed; install oimpress with its extra: pip install 'oimpress[cloud]'" in ran.err
