# Generated from the model: changes made here are refused on the next run.
"""What handlers/ has to give. A class without one of these methods cannot be made: the program does not start."""

from abc import ABC, abstractmethod

import psycopg

from . import events
from .envelope import Envelope

__all__ = ["ABC", "abstractmethod", "psycopg", "events", "Envelope"]


# The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
class ViewHandler(ABC):
    """Each method makes its changes through `connection` alone, without committing: they commit together with the
    position in the stream. Raise PermanentError where no later attempt can succeed, TransientError where one may.
    """

    @abstractmethod
    def on_woelkchen_drop_table_outbox_event(self, event: events.WoelkchenDROPTABLEOutboxEvent, envelope: Envelope, connection: psycopg.Connection) -> None:  # o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, understood as: * / #error \.
        raise NotImplementedError

    @abstractmethod
    def on_unnamed(self, event: events.unnamed, envelope: Envelope, connection: psycopg.Connection) -> None:  # o'hara; DROP TABLE outbox_event; --/$$ %
        raise NotImplementedError

    @abstractmethod
    def on_class_(self, event: events.Class, envelope: Envelope, connection: psycopg.Connection) -> None:  # o'hara; DROP TABLE outbox_event; --/class
        raise NotImplementedError


# The view o'hara; DROP TABLE outbox_event; --/transaction.
class TransactionHandler(ABC):
    """Each method makes its changes through `connection` alone, without committing: they commit together with the
    position in the stream. Raise PermanentError where no later attempt can succeed, TransientError where one may.
    """

    @abstractmethod
    def on_class_(self, event: events.Class, envelope: Envelope, connection: psycopg.Connection) -> None:  # o'hara; DROP TABLE outbox_event; --/class
        raise NotImplementedError
