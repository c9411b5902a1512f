# Generated from the model: changes made here are refused on the next run.
"""Appends events to the outbox, within the transaction that makes the change."""

import json
from dataclasses import dataclass
from typing import Any, Mapping

import psycopg


@dataclass(frozen=True)
class Announcement:
    """An event that this context announces."""

    type: str
    version: int
    aggregate_type: str
    key: tuple[str, ...]  # the payload's fields that name the aggregate; empty: it is given


# A customer placed an order.
OrderPlaced = Announcement("OrderPlaced", 3, "order", ("orderId",))


# OrderPacked
OrderPacked = Announcement("OrderPacked", 1, "order", ())


# CustomerJoined
CustomerJoined = Announcement("CustomerJoined", 1, "customer", ("customerId",))


# CustomerHonoured
CustomerHonoured = Announcement("CustomerHonoured", 1, "customer", ("customerId",))


def aggregate_id(values: list[str]) -> str:
    r"""Key fields joined by |, with \ before | and \."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def _text(value: Any) -> str:
    """As PostgreSQL's ->> gives it."""
    return value if isinstance(value, str) else json.dumps(value, default=str)


def append(connection: psycopg.Connection, event: Announcement, payload: Mapping[str, Any] | None, *,
           aggregate: str | None = None, traceparent: str | None = None, correlation_id: str | None = None,
           causation_id: str | None = None, event_id: str | None = None) -> int:
    """Gives the event's number within its aggregate, whose row stays locked until the transaction ends: append for several
    aggregates in one fixed order. `aggregate` is read from the payload where that carries the key; a payload of None is a
    tombstone."""
    if aggregate is None:
        if payload is None or not event.key:
            raise ValueError(f"{event.type}: say `aggregate`, since the payload does not tell it")
        aggregate = aggregate_id([_text(payload[name]) for name in event.key])
    document = None if payload is None else json.dumps(payload, default=str)
    row = connection.execute(
        "SELECT outbox_append(%s::text, %s::integer, %s::text, %s::text, %s::jsonb, p_traceparent => %s::text, "
        "p_correlation_id => %s::text, p_causation_id => %s::text, p_event_id => %s::uuid)",
        [event.type, event.version, event.aggregate_type, aggregate, document, traceparent, correlation_id, causation_id,
         event_id]).fetchone()
    assert row is not None
    return int(row[0])
