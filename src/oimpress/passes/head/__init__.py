"""The head of a release: facts of records, then the lines from the top, the dateline of the text, the embargo's end.

``reading`` weighs the lines as ``head.toml`` says, by the questions of ``evidence``; ``fields`` makes of them what a
release holds. The words they are told by stand in ``words.toml``.
"""
