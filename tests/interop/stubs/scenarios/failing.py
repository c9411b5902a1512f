# SPDX-License-Identifier: Apache-2.0
"""Events that are missing, unknown or fail, and services that cannot go on."""

import time

from service import TOPICS, orders
from support.programs import wait_until

from .checks import check_projection, murmur2, outbox, projection_of, same, send
from .registry import proves


@proves("R20", "R26")
def a_hole_parks_until_it_is_filled(stage):
    """A lost record: everything behind it waits, and goes on in order once it comes."""
    order, other = orders(2)
    consumer = stage.start("consume").ready()
    with stage.connect() as connection:
        for kind in ("OrderPlaced", "OrderCancelled", "OrderShipped"):
            stage.append(connection, order, kind)
        stage.append(connection, other, "OrderPlaced")
    send(stage, [row for row in outbox(stage) if not (row["aggregateid"] == order and row["aggregate_seq"] == 2)])
    wait_until(lambda: stage.rows("SELECT last_seq, state FROM consumer_stream WHERE aggregateid = %s AND consumer = 'orders/order-status'", order) == [(1, "parked")],
               lambda: "not parked: " + consumer.words()[-1500:])
    wait_until(lambda: consumer.metric("factline_consumer_gaps_total") == 1, "no gap is told", 20)
    same([("orders.order", stage.group, "gap", True, True)],
         stage.rows("SELECT topic, consumer_group, reason, \"offset\" >= 0 AND record_time > now() - interval '1 minute', error <> '' AND headers::text LIKE '%%ce_id%%' FROM dead_letter"), "the dead letter")
    wait_until(lambda: other in projection_of(stage), "the other order waits, too", 20)
    send(stage, [row for row in outbox(stage) if row["aggregateid"] == order and row["aggregate_seq"] == 2])
    wait_until(lambda: projection_of(stage).get(order) == "1,2,3", lambda: f"{projection_of(stage)} {stage.rows('SELECT aggregate_seq, reason, replayed_at, error FROM dead_letter')} {consumer.words()[-1500:]}", 20)
    # Live again is a transaction of its own, after the one that applied the last parked record.
    state = lambda: stage.rows("SELECT state FROM consumer_stream WHERE aggregateid = %s AND consumer = 'orders/order-status'", order)
    wait_until(lambda: state() == [("live",)], lambda: f"still {state()}", 20)
    check_projection(stage)


@proves("R23", "R26", "T10")
def a_poisoned_event_parks_its_order_alone(stage):
    bad, good = orders(2)
    stage.start("relay").ready()
    consumer = stage.start("consume").ready()
    stage.rows("INSERT INTO obstacle VALUES (%s, 'poison')", bad)
    with stage.connect() as connection:
        for kind in ("OrderPlaced", "OrderCompleted", "OrderCancelled", "OrderShipped"):
            for order in (bad, good):
                stage.append(connection, order, kind)
    wait_until(lambda: projection_of(stage) == {good: "1,3,4"}, lambda: f"{projection_of(stage)} {consumer.words()[-1500:]}")
    wait_until(lambda: stage.value("SELECT count(*) FROM dead_letter") == 4, lambda: f"{stage.rows('SELECT aggregate_seq, reason FROM dead_letter')}", 20)
    same([(1, "poison"), (2, "behind"), (3, "behind"), (4, "behind")],
         stage.rows("SELECT aggregate_seq, reason FROM dead_letter WHERE aggregateid = %s ORDER BY id", bad), "dead letters")
    same(True, "poisoned" in stage.value("SELECT error FROM dead_letter WHERE reason = 'poison'"), "the error")
    stage.run("replay")
    same([("parked", 0)], stage.rows("SELECT state, last_seq FROM consumer_stream WHERE aggregateid = %s AND consumer = 'orders/order-status'", bad), "still poisoned")
    stage.rows("DELETE FROM obstacle")
    stage.run("replay")
    check_projection(stage)
    same([("live", 4)], stage.rows("SELECT state, last_seq FROM consumer_stream WHERE aggregateid = %s AND consumer = 'orders/order-status'", bad), "mended")
    with stage.connect() as connection:
        stage.append(connection, bad, "OrderShipped")
    stage.settle()
    check_projection(stage)


@proves("R19", "R23")
def however_a_handler_fails_its_order_parks_alone(stage):
    """By the worst that its language can throw, in silence, or only at the end of the transaction: nothing of what it did
    stays, and the process goes on."""
    kinds = ["crash", "silence", "late"]
    good, *bad = orders(1 + len(kinds))
    stage.start("relay").ready()
    consumer = stage.start("consume").ready()
    for order, kind in zip(bad, kinds):
        stage.rows("INSERT INTO obstacle VALUES (%s, %s)", order, kind)
    with stage.connect() as connection:
        for kind in ("OrderPlaced", "OrderCancelled"):
            for order in (*bad, good):
                stage.append(connection, order, kind)
    letters = lambda: dict(stage.rows("SELECT o.kind, array_agg(l.reason ORDER BY l.id) FROM dead_letter l JOIN obstacle o ON o.order_id = l.aggregateid GROUP BY 1"))
    wait_until(lambda: projection_of(stage).get(good) == "1,2" and letters() == {kind: ["poison", "behind"] for kind in kinds},
               lambda: f"{projection_of(stage)} {letters()} {consumer.words()[-2500:]}")
    same({good: "1,2"}, projection_of(stage), "the projection")
    same(0, stage.value("SELECT count(*) FROM applied WHERE order_id <> %s", good), "halves of handlers that failed")
    same((None, 0), (consumer.process.poll(), consumer.metric("factline_consumer_transient_errors_total")), "the process, and what it took for transient")
    stage.rows("DELETE FROM obstacle")
    stage.run("replay")
    check_projection(stage)


@proves("ends")
def a_process_that_cannot_go_on_ends(stage):
    """Rather than to stand there, alive and idle, for whoever looks after it."""
    for verb in ("relay", "consume"):
        crippled = stage.language.without_a_library(verb)
        services = [stage.start(verb, KAFKA_PROPERTIES="nothing")] + ([stage.play(crippled, verb + " without a library")] if crippled else [])
        for service in services:
            wait_until(lambda: service.process.poll() is not None, lambda: f"{service.what} does not end: {service.words()[-1500:]}", 30)
            same(True, service.process.returncode > 0, f"{service.what} failed")


@proves("R24")
def a_transient_error_pauses_and_passes(stage):
    """No event is lost or parked for it, the consumer stays in its group, and other partitions go on."""
    stage.start("relay").ready()
    consumer = stage.start("consume", KAFKA_PROPERTIES="session.timeout.ms=4000;heartbeat.interval.ms=1000;max.poll.interval.ms=4000").ready()
    stormy, *calm = orders(40)
    stage.rows("INSERT INTO obstacle VALUES (%s, 'storm')", stormy)
    with stage.connect() as connection:
        for order in [stormy, *calm]:
            for kind in ("OrderPlaced", "OrderCancelled"):
                stage.append(connection, order, kind)
    partition = (murmur2(stormy.encode()) & 0x7FFFFFFF) % TOPICS["orders.order"]
    elsewhere = [order for order in calm if (murmur2(order.encode()) & 0x7FFFFFFF) % TOPICS["orders.order"] != partition]
    wait_until(lambda: set(elsewhere) <= projection_of(stage).keys(), lambda: "other partitions wait: " + consumer.words()[-1500:])
    wait_until(lambda: consumer.metric("factline_consumer_transient_errors_total") >= 2, "it is not tried again", 20)
    time.sleep(5)  # longer than a consumer may go without polling
    same(0, stage.value("SELECT count(*) FROM dead_letter"), "dead letters")
    same(None, projection_of(stage).get(stormy), "the stormy order")
    same("ready", consumer.get("/health/ready").strip(), "readiness")
    stage.rows("DELETE FROM obstacle")
    stage.settle(60)
    check_projection(stage)


@proves("R25", "T16")
def what_is_not_known_is_parked(stage):
    """The version before is read, since OrderPlaced is backward compatible; a later one, and an unknown type, are kept."""
    old, new, strange, broken = orders(4)
    consumer = stage.start("consume").ready()
    with stage.connect() as connection:
        stage.append(connection, old, "OrderPlaced", {"orderId": old, "lines": [], "total": "1"}, version=1)
        for order in (new, strange, broken):
            stage.append(connection, order, "OrderPlaced")
    rows = {row["aggregateid"]: row for row in outbox(stage)}
    send(stage, [rows[old]])
    send(stage, [rows[new]], ce_schemaversion="3")
    send(stage, [rows[strange]], ce_type="OrderTeleported")
    send(stage, [{**rows[broken], "body": '{"orderId": "no uuid"}'}])
    wait_until(lambda: stage.value("SELECT count(*) FROM dead_letter WHERE consumer = 'orders/order-status'") == 3 and old in projection_of(stage),
               lambda: f"{stage.rows('SELECT aggregateid, error FROM dead_letter')} {projection_of(stage)} {consumer.words()[-1500:]}")
    errors = dict(stage.rows("SELECT aggregateid, error FROM dead_letter"))
    for order, word in ((new, "version 3"), (strange, "OrderTeleported"), (broken, "UUID")):
        same(True, word in errors[order], f"{word} in {errors[order]}")
    same({old: "1"}, projection_of(stage), "the projection")
