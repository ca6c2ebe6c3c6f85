"""The passes for press releases, but for the one that makes addresses in running text links."""

from __future__ import annotations

from dataclasses import replace

from oimpress import find_profile

PRESS = find_profile("press-fr")
PROFILE = replace(PRESS, finish=tuple(step for step in PRESS.finish if step.name != "links"))
