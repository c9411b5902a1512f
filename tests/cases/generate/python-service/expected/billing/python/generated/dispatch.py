# Generated from the model: changes made here are refused on the next run.
"""The consumers that the model declares, with their routes to the handlers."""

from . import applier, events

__all__ = ["consumers", "events"]


def consumers() -> list[applier.Consumer]:
    """One of each, with the handlers as handlers/ has them. Raises TypeError where one lacks a method."""
    result: list[applier.Consumer] = []

    # The view billing/open-orders, promised within 30s for 99%.
    from .handlers import open_orders as module_open_orders

    handler_open_orders = module_open_orders.OpenOrders()
    result.append(
        applier.Consumer(
            name="billing/open-orders",
            projection=True,
            within=30,
            topics=frozenset(["orders.order"]),
            streams={
                ("orders", "order"): True,
                ("orders", "customer"): False,
            },
            declared={
                ("orders", "OrderPlaced"): applier.Declared("orders.order", "order", 3),
                ("orders", "OrderPacked"): applier.Declared("orders.order", "order", 1),
                ("orders", "CustomerJoined"): applier.Declared("orders.order", "customer", 1),
            },
            subscriptions={
                ("orders", "OrderPlaced"): applier.Subscription(
                    1, 2, applier.OnFailure.Halt, events.OrderPlaced.decode, handler_open_orders.on_order_placed
                ),
                ("orders", "CustomerJoined"): applier.Subscription(
                    1, 1, applier.OnFailure.Park, events.CustomerJoined.decode, handler_open_orders.on_customer_joined
                ),
            },
        )
    )

    # The policy billing/greet.
    from .handlers import greet as module_greet

    handler_greet = module_greet.Greet()
    result.append(
        applier.Consumer(
            name="billing/greet",
            projection=False,
            within=0,
            topics=frozenset(["orders.order", "letters.letter"]),
            streams={
                ("orders", "customer"): False,
            },
            declared={
                ("orders", "OrderPlaced"): applier.Declared("orders.order", "order", 3),
                ("orders", "OrderPacked"): applier.Declared("orders.order", "order", 1),
                ("orders", "CustomerJoined"): applier.Declared("orders.order", "customer", 1),
                ("letters", "LetterSent"): applier.Declared("letters.letter", "letters", 1),
            },
            subscriptions={
                ("orders", "CustomerJoined"): applier.Subscription(
                    1, 1, applier.OnFailure.Skip, events.CustomerJoined.decode, handler_greet.on_customer_joined
                ),
                ("letters", "LetterSent"): applier.Subscription(
                    1, 1, applier.OnFailure.Park, events.LetterSent.decode, handler_greet.on_letter_sent
                ),
            },
        )
    )
    return result
