"""What the parts of a record and the entries of a list have in common."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from tools.model.dates import FORMS, Date

Item = TypeVar("Item")
# the forms of a date, for editors that mark what has none of them; they take 2020 for a number
_END = r"(\d{4}(-\d\d(-\d\d)?)?|\d{3}X)[~?]?"
DATE_PATTERN = rf"^({_END}|XXXX-\d\d(-\d\d)?|{_END}/({_END}|\.\.)|\.\./{_END})$"


def _date(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    if isinstance(value, str):
        return Date(value)
    raise ValueError("be a date as text, such as 2020-07-06")


def _passages(value: Any) -> Any:
    return (
        (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value
    )


def as_items(value: Any) -> Any:
    """`null` where a list belongs is an empty list, so that an editor may empty a section."""
    return () if value is None else tuple(value) if isinstance(value, list) else value


Items = Annotated[tuple[Item, ...], BeforeValidator(as_items)]
DateText = Annotated[
    Date,
    PlainValidator(_date),
    PlainSerializer(lambda date: date.text, return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": DATE_PATTERN,
            "description": f"A date: {FORMS}",
        }
    ),
]
Passages = Annotated[
    tuple[str, ...],
    BeforeValidator(_passages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ],
            "description": "One passage of the article, word for word, or a list of them",
        }
    ),
]


class Part(BaseModel):
    """A frozen part of a record; an unknown key is a fault.

    `needed` names fields that a whole record must give although a broken one can do without, so
    that one fault at the top does not hide all others below.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    needed: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        definition = handler.resolve_ref_schema(schema)
        if cls.needed:
            definition["required"] = sorted({*definition.get("required", ()), *cls.needed})
        return schema
