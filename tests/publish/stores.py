"""A server of S3 on this machine alone: SeaweedFS, with two who may enter: one may write, the other only read."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oimpress import buckets
from oimpress.buckets import Address
from oimpress.errors import OimpressError
from tests.publish.clusters import PATIENCE, free_port, wait_for

WEED = Path(sys.executable).with_name("weed")
BUCKET = "press"
RIGHTS = {"owner": ["Admin"], "writer": ["Read", "Write", "List"], "reader": ["Read", "List"]}


def credentials(name: str, port: int) -> dict[str, str]:
    """What the environment says to enter as ``name``, whoever that is."""
    return {
        "AWS_ENDPOINT": f"http://127.0.0.1:{port}",
        "AWS_ALLOW_HTTP": "true",
        "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": name,
        "AWS_SECRET_ACCESS_KEY": f"{name}-secret",
    }


@contextmanager
def s3_server(folder: Path) -> Iterator[int]:
    """The port of a server that keeps its objects in ``folder``, for the time being."""
    identities = [
        {"name": name, "credentials": [{"accessKey": name, "secretKey": f"{name}-secret"}], "actions": actions}
        for name, actions in RIGHTS.items()
    ]
    (folder / "s3.json").write_text(json.dumps({"identities": identities}))
    ports = {name: free_port() for name in ("master", "volume", "filer", "s3")}
    listening = [f"-{name}.port={port}" for name, port in ports.items()]
    inner = [f"-{name}.port.grpc={free_port()}" for name in ("master", "volume", "filer", "s3")]
    alone = ["-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false", "-s3.port.iceberg=0", "-s3.port.lance=0"]
    kept = [f"-dir={folder}", f"-s3.config={folder / 's3.json'}", "-master.volumeSizeLimitMB=64", "-volume.max=10"]
    command = [str(WEED), "server", "-s3", *alone, *kept, *listening, *inner]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet)
    try:
        wait_for(ports["s3"])
        yield ports["s3"]
    finally:
        server.kill()
        server.wait()


def when_it_stores(address: Address) -> None:
    """Put an object there, as soon as the server does: it listens earlier."""
    late = time.monotonic() + PATIENCE
    while True:
        try:
            buckets.create(address, b"no source")
            return
        except OimpressError:
            if time.monotonic() > late:
                raise
            time.sleep(0.2)
