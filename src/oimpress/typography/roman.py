"""Roman numerals, as ordinals use them."""

from __future__ import annotations

from oimpress.patterns import lazy

ROMAN = lazy(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
