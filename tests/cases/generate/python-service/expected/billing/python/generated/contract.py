# Generated from the model: changes made here are refused on the next run.
"""What handlers/ has to give. A class without one of these methods cannot be made: the program does not start."""

from abc import ABC, abstractmethod

import psycopg

from . import events
from .envelope import Envelope

__all__ = ["ABC", "abstractmethod", "psycopg", "events", "Envelope"]


# The view billing/open-orders, promised within 30s for 99%.
class OpenOrdersHandler(ABC):
    """Each method makes its changes through `connection` alone, without committing: they commit together with the
    position in the stream. Raise PermanentError where no later attempt can succeed, TransientError where one may.
    """

    @abstractmethod
    def on_order_placed(self, event: events.OrderPlaced, envelope: Envelope, connection: psycopg.Connection) -> None:  # orders/OrderPlaced, understood as: Something to bill.
        raise NotImplementedError

    @abstractmethod
    def on_customer_joined(self, event: events.CustomerJoined, envelope: Envelope, connection: psycopg.Connection) -> None:  # orders/CustomerJoined
        raise NotImplementedError


# The policy billing/greet.
class GreetHandler(ABC):
    """Each method makes its changes through `connection` alone, without committing: they commit together with the
    position in the stream. Raise PermanentError where no later attempt can succeed, TransientError where one may.
    """

    @abstractmethod
    def on_customer_joined(self, event: events.CustomerJoined, envelope: Envelope, connection: psycopg.Connection) -> None:  # orders/CustomerJoined
        raise NotImplementedError

    @abstractmethod
    def on_letter_sent(self, event: events.LetterSent, envelope: Envelope, connection: psycopg.Connection) -> None:  # letters/LetterSent
        raise NotImplementedError
