# Yours: scaffolded once, never overwritten. The policy billing/greet.
# An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
# written, `replay` applies them in order.
import psycopg

from billing_service import events
from billing_service.contract import GreetHandler
from billing_service.decode import NotWritten
from billing_service.envelope import Envelope


class Greet(GreetHandler):
    def on_customer_joined(self, event: events.CustomerJoined, envelope: Envelope, connection: psycopg.Connection) -> None:
        # Write what billing/greet does with orders/CustomerJoined.
        # Make its changes by connection.execute("INSERT ... VALUES (%s)", [...]) alone, then take this line away.
        raise NotWritten("the handler of billing/greet for orders/CustomerJoined is not written yet")

    def on_letter_sent(self, event: events.LetterSent, envelope: Envelope, connection: psycopg.Connection) -> None:
        # Write what billing/greet does with letters/LetterSent.
        # Make its changes by connection.execute("INSERT ... VALUES (%s)", [...]) alone, then take this line away.
        raise NotWritten("the handler of billing/greet for letters/LetterSent is not written yet")

