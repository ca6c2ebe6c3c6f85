"""A table of TOML, checked against a frozen dataclass whose fields have kinds; the one file that knows pydantic.

Why pydantic. Three libraries were tried on the same tables (Python 3.11, CPU time to import and to set up). msgspec is
the quickest, 23 ms, but hides the key of a mapping's wrong value (``$.fonts[...]``), stops at the first mistake, speaks
English only and asks for classes of its own. cattrs, 58 ms, tells the place of every mistake, but makes no JSON Schema.
pydantic, 170 ms, gives each mistake as data (place, code, value), so that we word it in the user's language, makes the
JSON Schema that editors read from the same definition, and takes plain dataclasses. Its time is paid only where there
is a file of settings: it is loaded when a table is checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast, dataclass_transform, get_args, get_type_hints

from oimpress.errors import UsageError
from oimpress.i18n import gettext_noop
from oimpress.settings.kinds import Kind, Unfit, near, shown

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema
    from pydantic_core import ErrorDetails

T = TypeVar("T")
Keys: TypeAlias = tuple[str, ...]
Where: TypeAlias = Callable[[Keys], str]  # the place of a key, as people call it

SECRET = re.compile(r"pass|secret|token|user|login|auth|credential", re.IGNORECASE)
NO_TABLE = gettext_noop("{place}: “{found}” is not a table; write [{key}]")
MISSING = gettext_noop("{place}: missing; write {wanted}")
MISSPELT_KEY = gettext_noop("{place}: unknown key; did you mean “{near}”?")
UNKNOWN_KEY = gettext_noop("{place}: unknown key; the keys here are {known}")
OUTSIDE = gettext_noop("{place}: stands outside its table; write it under [{table}]")
NO_SECRETS = gettext_noop(
    "{place}: secrets do not belong in a file; delete the line and set OIMPRESS_SMTP_USER and "
    "OIMPRESS_SMTP_PASSWORD in the environment"
)
INSIDE = gettext_noop("{place}: stands inside a table; write it above the first line in brackets")


def key_of(name: str) -> str:
    """The key of TOML that stands for the field called ``name``."""
    return name.rstrip("_").replace("_", "-")


def key(words: str, *, default: Any) -> Any:
    """A field whose key means what ``words`` say, for those who write the file."""
    return field(default=default, metadata={"words": words})


@dataclass_transform(frozen_default=True, field_specifiers=(field, key))
def table(made: type[T]) -> type[T]:
    """A frozen dataclass that :func:`checked` can make of a table: each field a key, and no key besides."""
    made.__pydantic_config__ = {"extra": "forbid", "alias_generator": key_of}  # type: ignore[attr-defined]
    made.__get_pydantic_json_schema__ = classmethod(_explained)  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True)(made)


def meanings(schema: type[Any]) -> dict[str, str]:
    """What the keys of a table mean, in English, by the names of their fields."""
    return {each.name: each.metadata["words"] for each in fields(schema) if "words" in each.metadata}


def in_file(path: object) -> Where:
    """Names places in the file at ``path``: ``oimpress.toml: [office] country``."""

    def where(keys: Keys) -> str:
        section = ".".join(keys[:-1])
        return f"{path}: [{section}] {keys[-1]}" if section else f"{path}: {keys[-1]}"

    return where


def checked(schema: type[T], given: Mapping[str, Any], where: Where) -> T:
    """What ``given`` says, as ``schema`` has it. Raises UsageError for the first unknown key, else the first value."""
    from pydantic import ValidationError

    try:
        made: T = _adapter(cast(Any, schema)).validate_python(given)
    except ValidationError as error:
        faults = sorted(error.errors(include_url=False), key=lambda fault: not _is_unknown(fault))
        raise _refusal(schema, faults[0], where) from None
    return made


def changes(schema: type[Any], given: Mapping[str, Any], where: Where) -> dict[str, Any]:
    """What ``given``, by the names of the fields of ``schema``, would have them be. Raises UsageError."""
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


def _is_unknown(fault: ErrorDetails) -> bool:
    return fault["type"] == "unexpected_keyword_argument" or fault["loc"][-1] == "[key]"


def _refusal(schema: Any, fault: ErrorDetails, where: Where) -> UsageError:
    keys = tuple(str(part) for part in fault["loc"] if part != "[key]")
    place = where(keys)
    match fault["type"]:
        case "unexpected_keyword_argument":
            return _misplaced(schema, keys, place) or unknown_key(
                place, keys[-1], tuple(_keys(_inside(schema, keys[:-1])))
            )
        case "missing":
            return UsageError(MISSING, place=place, wanted=_kind(_inside(schema, keys)).wanted)
        case "value_error":
            unfit: Unfit = fault["ctx"]["error"]
            return unfit.at(place)
        case _:
            return UsageError(NO_TABLE, place=place, found=shown(fault["input"]), key=".".join(keys))


def _misplaced(schema: Any, keys: Keys, place: str) -> UsageError | None:
    """The error for a key of another table, as it comes of a line in brackets that is forgotten or in the way."""
    here, top = _keys(_inside(schema, keys[:-1])), _keys(schema)
    if len(keys) > 1 and keys[-1] in top:
        return UsageError(INSIDE, place=place)
    below = (key for key, hint in here.items() if is_dataclass(hint) and keys[-1] in _keys(hint))
    return UsageError(OUTSIDE, place=place, table=found) if (found := next(below, "")) else None


def unknown_key(place: str, key: str, known: Sequence[str]) -> UsageError:
    """The error for a key that is none of those ``known``; the value of a secret is not shown."""
    if SECRET.search(key):
        return UsageError(NO_SECRETS, place=place)
    if meant := near(key, known):
        return UsageError(MISSPELT_KEY, place=place, near=meant)
    return UsageError(UNKNOWN_KEY, place=place, known=", ".join(known))


def _keys(hint: Any) -> dict[str, Any]:
    """The keys of a table, each with the type of its value."""
    hints = get_type_hints(hint, include_extras=True)
    return {key_of(each.name): hints[each.name] for each in fields(hint)}


def _inside(hint: Any, keys: Keys) -> Any:
    """The type of what stands under ``keys`` in a value of type ``hint``."""
    for key in keys:
        hint = _keys(hint)[key] if is_dataclass(hint) else get_args(hint)[1]
    return hint


def _kind(hint: Any) -> Kind:
    return next(each for each in get_args(hint) if isinstance(each, Kind))
