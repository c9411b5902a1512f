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


# orders/Money, a value object.
@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str

    @classmethod
    def decode(cls, value: Any, where: str) -> "Money":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "amount", where, decode.decimal),
            decode.required(fields, "currency", where, decode.text),
        )


# orders/Line, a value object.
@dataclass(frozen=True)
class Line:
    sku: str
    price: Money
    quantity: int
    gift: bool | None = None

    @classmethod
    def decode(cls, value: Any, where: str) -> "Line":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "sku", where, decode.text),
            decode.required(fields, "price", where, Money.decode),
            decode.required(fields, "quantity", where, decode.int32),
            decode.optional(fields, "gift", where, decode.boolean),
        )


# orders/OrderPlaced, version 3. A customer placed an order.
@dataclass(frozen=True)
class OrderPlaced:
    order_id: UUID
    total: Decimal  # Gross.
    lines: list[Line]
    source: str
    voucher: str | None = None
    labels: dict[str, str] | None = None

    @classmethod
    def decode(cls, value: Any, where: str) -> "OrderPlaced":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "orderId", where, decode.uuid),
            decode.required(fields, "total", where, decode.decimal),
            decode.required(fields, "lines", where, decode.list_of(Line.decode)),
            decode.required(fields, "source", where, decode.one_of("web", "shop")),
            decode.optional(fields, "voucher", where, decode.text),
            decode.optional(fields, "labels", where, decode.map_of(decode.text)),
        )


# orders/CustomerJoined, version 1.
@dataclass(frozen=True)
class CustomerJoined:
    customer_id: int

    @classmethod
    def decode(cls, value: Any, where: str) -> "CustomerJoined":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "customerId", where, decode.int64),
        )


# letters/LetterSent, version 1.
@dataclass(frozen=True)
class LetterSent:
    letter_id: str

    @classmethod
    def decode(cls, value: Any, where: str) -> "LetterSent":
        fields = decode.fields(value, where)
        return cls(
            decode.required(fields, "letterId", where, decode.text),
        )
