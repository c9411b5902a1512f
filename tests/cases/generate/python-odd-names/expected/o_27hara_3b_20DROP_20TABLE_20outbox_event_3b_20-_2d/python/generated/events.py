# Generated from the model: changes made here are refused on the next run.
"""The events that this service reads, and the value objects in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from . import decode

__all__ = ["Any", "Decimal", "UUID", "date", "datetime"]


# o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, version 1.
@dataclass(frozen=True)
class WoelkchenDROPTABLEOutboxEvent:
    from_: str
    o_id: str
    back_slash: str
    aerger: str

    @classmethod
    def decode(cls, value: Any, where: str) -> "WoelkchenDROPTABLEOutboxEvent":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "from", where, decode.text),
            decode.required(fields, "o'id", where, decode.text),
            decode.required(fields, "back\\slash", where, decode.text),
            decode.required(fields, "\u00c4rger", where, decode.text),
        )


# o'hara; DROP TABLE outbox_event; --/$$ %, version 1.
@dataclass(frozen=True)
class unnamed:
    drop_table_x: str

    @classmethod
    def decode(cls, value: Any, where: str) -> "unnamed":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "*/ ); DROP TABLE x; --", where, decode.text),
        )


# o'hara; DROP TABLE outbox_event; --/class, a value object.
@dataclass(frozen=True)
class Class_2:
    class_: bool
    template_: list[bool]

    @classmethod
    def decode(cls, value: Any, where: str) -> "Class_2":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "class", where, decode.boolean),
            decode.required(fields, "template", where, decode.list_of(decode.boolean)),
        )


# o'hara; DROP TABLE outbox_event; --/Loop, a value object.
@dataclass(frozen=True)
class Loop:
    again: Any
    more: list[Any]
    class_: Class_2

    @classmethod
    def decode(cls, value: Any, where: str) -> "Loop":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "again", where, decode.anything),
            decode.required(fields, "more", where, decode.list_of(decode.anything)),
            decode.required(fields, "class", where, Class_2.decode),
        )


# o'hara; DROP TABLE outbox_event; --/class, version 1.
@dataclass(frozen=True)
class Class:
    class_: int
    class_2: int
    int_: list[Class_2]
    std_: dict[str, Loop]
    n1st: str

    @classmethod
    def decode(cls, value: Any, where: str) -> "Class":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "class", where, decode.int32),
            decode.required(fields, "class ", where, decode.int32),
            decode.required(fields, "int", where, decode.list_of(Class_2.decode)),
            decode.required(fields, "std", where, decode.map_of(Loop.decode)),
            decode.required(fields, "1st", where, decode.one_of("a", "\"b\\\"c\"")),
        )
