"""A table of TOML, checked against a frozen dataclass whose fields have kinds; the one file that knows pydantic.

Why pydantic. Three libraries were tried on the same tables (Python 3.11, CPU time to import and to set up). msgspec is
the quickest, 23 ms, but hides the key of a mapping's wrong value (``$.fonts[...]``), stops at the first mistake, speaks
English only and asks for classes of its own. cattrs, 58 ms, tells the place of every mistake, but makes no JSON Schema.
pydantic, 170 ms, gives each mistake as data (place, code, value), so that we word it in the user's language, makes the
JSON Schema that editors read from the same definition, and takes plain dataclasses. It is loaded with the first
mistake, and for the schemas: a table without one is made by ``quick``, which costs a millisecond.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

from oimpress.records import record
from oimpress.settings.kinds import shown
from oimpress.settings.mistakes import Keys, Where, is_unknown, key_of, refusal
from oimpress.settings.quick import quickly

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

T = TypeVar("T")


def key(words: str, *, default: Any) -> Any:
    """A field whose key means what ``words`` say, for those who write the file."""
    return field(default=default, metadata={"words": words})


@dataclass_transform(frozen_default=True, field_specifiers=(field, key))
def table(made: type[T]) -> type[T]:
    """A record that :func:`checked` can make of a table: each field a key, and no key besides."""
    made.__pydantic_config__ = {"extra": "forbid", "alias_generator": key_of}  # type: ignore[attr-defined]
    made.__get_pydantic_json_schema__ = classmethod(_explained)  # type: ignore[attr-defined]
    return record(made)


def meanings(schema: type[Any]) -> dict[str, str]:
    """What the keys of a table mean, in English, by the names of their fields."""
    return {each.name: each.metadata["words"] for each in fields(schema) if "words" in each.metadata}


def in_file(path: object) -> Where:
    """Names places in the file at ``path``: ``oimpress.toml: [office] country``."""

    def where(keys: Keys) -> str:
        *sections, key = map(shown, keys)
        return f"{path}: [{'.'.join(sections)}] {key}" if sections else f"{path}: {key}"

    return where


def checked(schema: type[T], given: Mapping[str, Any], where: Where) -> T:
    """What ``given`` says, as ``schema`` has it. Raises UsageError for the first unknown key, else the first value."""
    if (quick := quickly(schema, given)) is not None:
        return quick
    from pydantic import ValidationError

    try:
        made: T = _adapter(cast(Any, schema)).validate_python(given)
    except ValidationError as error:
        faults = sorted(error.errors(include_url=False), key=lambda fault: not is_unknown(fault))
        raise refusal(schema, faults[0], where) from None
    return made


def changes(schema: type[Any], given: Mapping[str, Any], where: Where) -> dict[str, Any]:
    """What ``given``, by the names of the fields of ``schema``, would have them be. Raises UsageError."""
    if not given:
        return {}
    said = checked(schema, {key_of(name): value for name, value in given.items()}, where)
    return {name: getattr(said, name) for name in given}


def json_schema(schema: type[Any]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the files that ``schema`` describes."""
    made = _adapter(cast(Any, schema)).json_schema(schema_generator=_generator())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _explained(schema: Any, core: Any, handler: Any) -> Any:
    """The JSON Schema of a table that says what each key means."""
    made = handler(core)
    keys = handler.resolve_ref_schema(made)["properties"]
    for name, words in meanings(schema).items():
        keys[key_of(name)]["description"] = words
    return made


def _generator() -> type[GenerateJsonSchema]:
    """Makes schemas for TOML, which has no null, and for people, to whom a key is its own title."""
    from pydantic.json_schema import GenerateJsonSchema

    class Generator(GenerateJsonSchema):
        ignored_warning_kinds = {"non-serializable-default"}  # noqa: RUF012

        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

        def nullable_schema(self, schema: Any) -> Any:
            return self.generate_inner(schema["schema"])

        def default_schema(self, schema: Any) -> Any:
            made = super().default_schema(schema)
            return {name: value for name, value in made.items() if value is not None}

        def dict_schema(self, schema: Any) -> Any:
            return {**super().dict_schema(schema), "propertyNames": self.generate_inner(schema["keys_schema"])}

    return Generator


@cache
def _adapter(schema: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(schema)
