"""Reading a region of lines as a whole: each gets one label, and the labelling with the most points wins."""

from oimpress.passes.labelling.search import Reading, read
from oimpress.passes.labelling.tables import Label, Table, load

__all__ = ["Label", "Reading", "Table", "load", "read"]
