"""The desk: a local web page over the same files that the commands work on, for staff who do not type commands.

Everything it does is a change of a file that a command reads too: a sidecar, ``oimpress.toml``, the ledger of a list.
``workroom`` is the folder, ``guard`` lets nobody else in, ``index`` knows the archive, ``sidecars`` changes what is
said of a source, ``pages/`` are what people see. It needs the extra ``desk``.
"""
