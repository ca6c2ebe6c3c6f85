"""An attribute that is worked out once for each instance."""

from __future__ import annotations

from oimpress.passes.kept import kept


class Box:
    def __init__(self, size: int) -> None:
        self.size, self.asked = size, 0

    @kept
    def twice(self) -> int:
        """Twice its size."""
        self.asked += 1
        return 2 * self.size


def test_an_attribute_is_worked_out_once_for_each_instance() -> None:
    one, other = Box(2), Box(5)
    assert (one.twice, one.twice, other.twice) == (4, 4, 10)
    assert (one.asked, other.asked) == (1, 1)


def test_of_the_class_it_is_the_attribute_with_its_words() -> None:
    assert isinstance(Box.twice, kept)
    assert Box.twice.__doc__ == "Twice its size."
