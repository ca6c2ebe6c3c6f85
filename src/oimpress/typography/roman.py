"""Roman numerals, as ordinals use them."""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
