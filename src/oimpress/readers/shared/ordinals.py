"""Numbers as the labels of lists write them: figures, letters, Roman figures."""

from __future__ import annotations

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def lettered(number: int) -> str:
    """``number``, from 1, as small letters: z is followed by aa."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)


def roman(number: int) -> str:
    """``number``, from 1, in small Roman figures."""
    found, rest = "", number
    for value, figure in ROMAN:
        found += figure * (rest // value)
        rest %= value
    return found
