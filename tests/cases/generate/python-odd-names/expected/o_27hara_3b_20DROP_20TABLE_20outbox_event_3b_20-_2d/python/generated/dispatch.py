# Generated from the model: changes made here are refused on the next run.
"""The consumers that the model declares, with their routes to the handlers."""

from . import applier, events

__all__ = ["consumers", "events"]


def consumers() -> list[applier.Consumer]:
    """One of each, with the handlers as handlers/ has them. Raises TypeError where one lacks a method."""
    result: list[applier.Consumer] = []

    # The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
    from .handlers import view as module_view

    handler_view = module_view.View()
    result.append(
        applier.Consumer(
            name="o'hara; DROP TABLE outbox_event; --/view'; -- %",
            projection=True,
            within=0,
            topics=frozenset(["topic'; --"]),
            streams={
                ("o'hara; DROP TABLE outbox_event; --", "select"): True,
                ("o'hara; DROP TABLE outbox_event; --", "* bad"): True,
                ("o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --"): True,
            },
            declared={
                ("o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --"): applier.Declared("topic'; --", "select", 1),
                ("o'hara; DROP TABLE outbox_event; --", "$$ %"): applier.Declared("topic'; --", "* bad", 1),
                ("o'hara; DROP TABLE outbox_event; --", "class"): applier.Declared("topic'; --", "o'hara; DROP TABLE outbox_event; --", 1),
            },
            subscriptions={
                ("o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --"): applier.Subscription(
                    1, 1, applier.OnFailure.Park, events.WoelkchenDROPTABLEOutboxEvent.decode, handler_view.on_woelkchen_drop_table_outbox_event
                ),
                ("o'hara; DROP TABLE outbox_event; --", "$$ %"): applier.Subscription(
                    1, 1, applier.OnFailure.Park, events.unnamed.decode, handler_view.on_unnamed
                ),
                ("o'hara; DROP TABLE outbox_event; --", "class"): applier.Subscription(
                    1, 1, applier.OnFailure.Park, events.Class.decode, handler_view.on_class_
                ),
            },
        )
    )

    # The view o'hara; DROP TABLE outbox_event; --/transaction.
    from .handlers import transaction as module_transaction

    handler_transaction = module_transaction.Transaction()
    result.append(
        applier.Consumer(
            name="o'hara; DROP TABLE outbox_event; --/transaction",
            projection=True,
            within=0,
            topics=frozenset(["topic'; --"]),
            streams={
                ("o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --"): True,
            },
            declared={
                ("o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --"): applier.Declared("topic'; --", "select", 1),
                ("o'hara; DROP TABLE outbox_event; --", "$$ %"): applier.Declared("topic'; --", "* bad", 1),
                ("o'hara; DROP TABLE outbox_event; --", "class"): applier.Declared("topic'; --", "o'hara; DROP TABLE outbox_event; --", 1),
            },
            subscriptions={
                ("o'hara; DROP TABLE outbox_event; --", "class"): applier.Subscription(
                    1, 1, applier.OnFailure.Park, events.Class.decode, handler_transaction.on_class_
                ),
            },
        )
    )
    return result
