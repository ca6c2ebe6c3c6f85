"""Reading a region of lines as a whole: each gets one label, and the labelling with the most points wins."""

from oimpress.passes.labelling.search import Contradiction, read
from oimpress.passes.labelling.tables import Label, LabelTable, Reading, load, told

__all__ = ["Contradiction", "Label", "LabelTable", "Reading", "load", "read", "told"]
