# Generated from the model: changes made here are refused on the next run.
"""What handlers/ has to give. A class without one of these methods cannot be made: the program does not start."""

from abc import ABC, abstractmethod

import psycopg

from . import events
from .envelope import Envelope

__all__ = ["ABC", "abstractmethod", "psycopg", "events", "Envelope"]

