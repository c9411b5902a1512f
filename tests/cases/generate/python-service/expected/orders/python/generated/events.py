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

