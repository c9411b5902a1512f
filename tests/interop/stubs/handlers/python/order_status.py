# SPDX-License-Identifier: Apache-2.0
import contextlib

import psycopg

from orders_service import events
from orders_service.contract import OrderStatusHandler
from orders_service.envelope import Envelope


class OrderStatus(OrderStatusHandler):
    def on_order_placed(self, event: events.OrderPlaced, envelope: Envelope, connection: psycopg.Connection) -> None:
        self._apply(event.order_id, envelope, connection)

    def on_order_cancelled(self, event: events.OrderCancelled, envelope: Envelope, connection: psycopg.Connection) -> None:
        self._apply(event.order_id, envelope, connection)

    def on_order_shipped(self, event: events.OrderShipped, envelope: Envelope, connection: psycopg.Connection) -> None:
        self._apply(event.order_id, envelope, connection)

    def on_payment_captured(self, event: events.PaymentCaptured, envelope: Envelope, connection: psycopg.Connection) -> None:
        pass

    @staticmethod
    def _apply(order_id, envelope: Envelope, connection: psycopg.Connection) -> None:
        (obstacle,) = connection.execute("SELECT apply_order(%s, %s, %s, %s, %s)",
                                         [str(order_id), envelope.sequence, envelope.type, envelope.id, envelope.time_us]).fetchone()
        assert obstacle != "crash", "this order crashes"
        if obstacle == "silence":
            with contextlib.suppress(psycopg.Error):
                connection.execute("SELECT 1 / 0")
