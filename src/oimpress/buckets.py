"""Objects in buckets – ``s3://…``, ``gs://…``, ``az://…`` –, read and written whole.

obstore, imported in this file alone, speaks with the stores; who may do so is said by the variables that their own
tools read (``AWS_ACCESS_KEY_ID``, ``GOOGLE_APPLICATION_CREDENTIALS``, ``AZURE_STORAGE_ACCOUNT_KEY`` …).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any, NamedTuple

from oimpress.errors import MissingDependency, Unavailable, UsageError
from oimpress.patterns import lazy
from oimpress.spool import MappedFile

SCHEMES = ("s3://", "gs://", "az://")
MARK = "oimpress-sha256"  # of the bytes that oimpress wrote; whoever writes others leaves it out
PATIENCE = {"max_retries": 4, "retry_timeout": timedelta(seconds=30)}
TOLD = lazy("<Code>([A-Za-z]+)</Code>")  # how S3 and Azure name a refusal
REFUSED = ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "403 Forbidden", "401 Unauthorized")


def in_bucket(name: object) -> bool:
    """Whether ``name`` is the address of a bucket, or of something in one."""
    return str(name).startswith(SCHEMES)


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An object in a bucket, or all whose names begin so: ``s3://press/2024``."""

    url: str

    def __str__(self) -> str:
        return self.url

    def __truediv__(self, name: str) -> Address:
        return Address(f"{self.url.rstrip('/')}/{name}")

    @property
    def name(self) -> str:
        """What stands behind the last stroke."""
        return self.url.rpartition("/")[2]

    @property
    def folder(self) -> Address:
        """All that stands beside the object."""
        return Address(self.url.rpartition("/")[0])

    @property
    def root(self) -> str:
        """The bucket."""
        return "/".join(self.url.split("/")[:3])

    @property
    def key(self) -> str:
        """The name of the object in its bucket."""
        return self.url[len(self.root) :].strip("/")

    def beside(self, ending: str) -> Address:
        """The object of the same name with another ending."""
        stem, dot, _ = self.name.rpartition(".")
        return Address(self.url[: len(self.url) - len(self.name)] + (stem if dot else self.name) + ending)


class FoundObject(NamedTuple):
    """The bytes of an object, whether they are what oimpress wrote, and what its next version replaces."""

    data: bytes
    ours: bool
    version: Any


def sizes(address: Address) -> Iterator[tuple[Address, int]]:
    """Every object at ``address`` and below with its bytes, page by page. Raises UsageError, Unavailable."""
    pages = iter(_library().list(_store(address.root), address.key or None))
    while True:
        with _told(address):
            page = next(pages, None)
        if page is None:
            return
        yield from ((Address(f"{address.root}/{each['path']}"), each["size"]) for each in page)


def remove(addresses: Iterable[Address]) -> None:
    """Remove objects. Raises UsageError, Unavailable."""
    for address in addresses:
        with suppress(FileNotFoundError), _told(address):
            _library().delete(_store(address.root), address.key)


def read(address: Address, most: int | None = None) -> FoundObject | None:
    """The object at ``address``; None where there is none, or one of more than ``most`` bytes.

    Raises UsageError, Unavailable.
    """
    try:
        with _told(address):
            found = _library().get(_store(address.root), address.key)
            if most is not None and found.meta["size"] > most:
                return None
            data = bytes(found.bytes())
            version = {key: found.meta[key] for key in ("e_tag", "version") if found.meta.get(key)}
            return FoundObject(data, found.attributes.get(MARK) == hashlib.sha256(data).hexdigest(), version)
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise _no_bucket(address) from None
        return None


def fetched(address: Address) -> bytes | None:
    """The object at ``address`` in a file that nobody sees; None for none. Raises UsageError, Unavailable."""
    from tempfile import TemporaryFile

    try:
        with TemporaryFile() as file, _told(address):
            for piece in _library().get(_store(address.root), address.key).stream():
                file.write(piece)
            file.flush()
            return MappedFile.of(file) if file.tell() else b""
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise _no_bucket(address) from None
        return None


def create(address: Address, data: bytes) -> bool:
    """Put an object where there is none; whether there was none. Raises UsageError, Unavailable."""
    return _put(address, data, "create")


def replace(address: Address, data: bytes, version: Any) -> bool:
    """Put an object in the place of one version; whether that was still there. Raises UsageError, Unavailable."""
    return _put(address, data, version)


def _put(address: Address, data: bytes, mode: Any) -> bool:
    library, mark = _library(), {MARK: hashlib.sha256(data).hexdigest()}
    refusals = library.exceptions.AlreadyExistsError, library.exceptions.PreconditionError
    try:
        with _told(address):
            library.put(_store(address.root), address.key, data, attributes=mark, mode=mode)
    except refusals:
        return False
    except FileNotFoundError:
        raise _no_bucket(address) from None
    return True


@contextmanager
def _told(address: Address) -> Iterator[None]:
    """Say in a sentence what a store refuses, and when it cannot be reached; what is not there is for the caller."""
    errors = _library().exceptions
    try:
        yield
    except (errors.AlreadyExistsError, errors.PreconditionError, FileNotFoundError):
        raise
    except errors.BaseError as error:
        said = str(error)
        code = TOLD.search(said)
        if "NoSuchBucket" in said:
            raise _no_bucket(address) from None
        if any(word in said for word in REFUSED):
            raise UsageError(
                "{path}: the store refuses this ({reason}); check the key that is given, and its rights",
                path=address,
                reason=code[1] if code else "no right",
            ) from None
        raise Unavailable(
            "{path}: the store does not answer; check its address and the network, then give the same command again",
            path=address,
        ) from None


def _no_bucket(address: Address) -> UsageError:
    return UsageError("{path}: there is no such bucket; make it, or name another", path=address.root)


@cache
def _store(root: str) -> Any:
    """The bucket at ``root``. Raises UsageError, Unavailable."""
    library = _library()
    try:
        return library.store.from_url(root, retry_config=PATIENCE)
    except (library.exceptions.BaseError, ValueError):
        raise UsageError("{path}: this names no bucket; write s3://BUCKET/PATH, gs:// or az://", path=root) from None


@cache
def _library() -> Any:
    try:
        import obstore.store
    except ModuleNotFoundError as error:
        raise MissingDependency(
            "{name} is not installed; install oimpress with its extra: pip install 'oimpress[cloud]'", name=error.name
        ) from None
    return obstore
