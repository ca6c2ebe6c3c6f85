"""The real cause of wrapped releases: HTML Tidy, then a tag stripper that works line by line."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Sequence

WIDTH = 68
TAG = re.compile(r"<[^<>]*>|<[^<>]*$")


def tidy(program: Sequence[str], paragraphs: Sequence[str], encoding: Sequence[str] = ("-latin1",)) -> list[str]:
    """The lines that are left of ``paragraphs`` after Tidy's wrapping and the stripping of tags.

    A paragraph may hold tags. The first one stands without ``<p>``, as on the pages of that time.
    """
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    page = f"<html><head><title>x</title></head><body><div>{body}</div></body></html>"
    options = ["-q", "-w", str(WIDTH), "--show-warnings", "no", "--tidy-mark", "no", "--preserve-entities", "no"]
    command = [*program, *options, "-ascii", "--input-encoding", "utf8"]
    done = subprocess.run(command, input=page.encode(), capture_output=True, timeout=60, check=False)
    inside = done.stdout.decode("ascii").partition("<body>")[2].partition("</body>")[0]
    lines = [html.unescape(TAG.sub("", line)) for line in inside.splitlines()]
    return [line.strip() for line in lines if line.strip()]
