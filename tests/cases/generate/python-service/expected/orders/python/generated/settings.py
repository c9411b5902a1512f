# Generated from the model: changes made here are refused on the next run.
"""What the environment sets."""

import os
from dataclasses import dataclass, field


def _properties(text: str) -> dict[str, str]:
    result = {}
    for entry in filter(None, text.split(";")):
        name, equals, value = entry.partition("=")
        if not equals:
            raise ValueError(f'KAFKA_PROPERTIES: "{entry}" is not name=value')
        result[name] = value
    return result


def _number(name: str, otherwise: int) -> int:
    text = os.environ.get(name) or str(otherwise)
    if not text.isdigit():
        raise ValueError(f"{name}: {text} is not a number")
    return int(text)


def _text(name: str, otherwise: str) -> str:
    return os.environ.get(name) or otherwise


@dataclass(frozen=True)
class Settings:
    """Read once, at the start."""

    database_url: str = field(default_factory=lambda: _text("DATABASE_URL", ""))
    brokers: str = field(default_factory=lambda: _text("KAFKA_BROKERS", "localhost:9092"))
    database_timeout: float = field(default_factory=lambda: _number("DATABASE_TIMEOUT_MS", 30000) / 1000)
    live: float = field(default_factory=lambda: _number("LIVE_MS", 120000) / 1000)
    group: str = field(default_factory=lambda: _text("KAFKA_GROUP", "orders"))
    properties: dict[str, str] = field(default_factory=lambda: _properties(_text("KAFKA_PROPERTIES", "")))
    metrics_address: str = field(default_factory=lambda: _text("METRICS_ADDRESS", "0.0.0.0"))
    metrics_port: int = field(default_factory=lambda: _number("METRICS_PORT", 9464))
    accept_first_seen: bool = field(default_factory=lambda: _text("FIRST_SEEN", "gap") == "accept")
    relay_poll: float = field(default_factory=lambda: _number("RELAY_POLL_MS", 500) / 1000)
    relay_lease: float = field(default_factory=lambda: _number("RELAY_LEASE_MS", 30000) / 1000)
    relay_delivery_timeout: float = field(default_factory=lambda: _number("RELAY_DELIVERY_TIMEOUT_MS", 10000) / 1000)
    rebuild_per_second: int = field(default_factory=lambda: _number("REBUILD_PER_SECOND", 0))
