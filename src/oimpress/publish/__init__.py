"""Publishing: from sources to files, one bad source never in the way of the others."""
