"""The readers: what turns the bytes of a source into a draft."""
