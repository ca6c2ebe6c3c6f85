"""A Dask scheduler and workers of this machine alone, each a program of its own that can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 60  # seconds until a program listens


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def wait_for(port: int) -> None:
    """Return when somebody listens there."""
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens at {port}")


@dataclass
class LocalCluster:
    """Programs that a test may kill."""

    folder: Path
    port: int = field(default_factory=free_port)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + program, *arguments, "--no-dashboard"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONWARNINGS": "ignore"}
        quiet = subprocess.DEVNULL
        begun = subprocess.Popen(command, cwd=self.folder, env=environment, stdout=quiet, stderr=quiet)
        self.running.append(begun)
        return begun

    def scheduler(self) -> subprocess.Popen[bytes]:
        begun = self.start("scheduler", "--host", "127.0.0.1", "--port", str(self.port))
        wait_for(self.port)
        return begun

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", self.address, "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")

    def end(self) -> None:
        for program in self.running:
            program.send_signal(signal.SIGKILL)
        for program in self.running:
            program.wait()


@contextmanager
def local_cluster(folder: Path, workers: int) -> Iterator[LocalCluster]:
    """A scheduler with so many workers, for the time being."""
    cluster = LocalCluster(folder)
    try:
        cluster.scheduler()
        for _ in range(workers):
            cluster.worker()
        yield cluster
    finally:
        cluster.end()
