# SPDX-License-Identifier: Apache-2.0
"""What consumers make of events, alone and beside one another."""

import os
import time

from service import HERE, Writers, orders, pg
from support import records
from support.programs import wait_until

from .checks import check_projection, fold_of, projection_of, same
from .registry import proves


@proves("R19", "R28")
def all_of_an_event_commits_together(stage):
    relay = stage.start("relay").ready()
    consumer = stage.start("consume").ready()
    order = orders(1)[0]
    with stage.connect() as connection:
        stage.append(connection, order, "OrderPlaced")
    stage.settle()
    row = stage.rows("SELECT a.top_xid, s.xmin::text, o.xmin::text, f.xmin::text FROM applied a, consumer_stream s, consumer_offset o, projection_freshness f "
                     "WHERE s.consumer = 'orders/order-status' AND s.aggregateid = %s AND o.consumer = s.consumer "
                     "AND f.last_applied_at IS NOT NULL AND f.projection = s.consumer ORDER BY f.caught_up_at NULLS FIRST LIMIT 1", order)[0]
    same(row[0], row[1], "transaction of the position")
    same(row[0], row[2], "transaction of the offset")
    # Freshness is written once more when the consumer has caught up; when it was applied tells the transaction all the same.
    same(True, stage.value("SELECT abs(extract(epoch FROM f.last_applied_at - a.at)) < 1 AND f.last_event_time = timestamptz 'epoch' + a.time_us * interval '1 microsecond' "
                           "FROM projection_freshness f, applied a WHERE f.last_applied_at IS NOT NULL"), "freshness")
    text = consumer.get("/metrics")
    for name in ("factline_consumer_last_event_timestamp_seconds", "factline_consumer_events_total", "factline_consumer_apply_seconds",
                 "factline_view_lag_seconds", "factline_consumer_parked_keys"):
        wait_until(lambda: name in consumer.get("/metrics"), f"no metric {name} in {text}", 20)
    same(False, order in consumer.get("/metrics"), "an aggregate id in the metrics")
    wait_until(lambda: relay.metric("factline_relay_published_total", event="orders/OrderPlaced") >= 1, "what is published is not counted", 20)
    same(True, abs(consumer.metric("factline_consumer_last_event_timestamp_seconds", consumer="orders/order-status") - time.time()) < 60, "a time in seconds")
    same("ready", consumer.get("/health/ready").strip(), "readiness")
    for line in filter(None, consumer.words().splitlines()):
        if not line.startswith("%"):  # librdkafka's own
            same("{", line[:1], "a structured line in the log")


@proves("R18", "R20", "T9")
def offsets_begin_again(stage):
    """At the broker nobody asks for them; in the database everything comes once more, and changes nothing."""
    stage.start("relay").ready()
    consumer = stage.start("consume").ready()
    with Writers(stage, orders(15)):
        time.sleep(1.5)
    stage.settle()
    same(0, consumer.stop(), "the consumer ended with")
    before = stage.rows("SELECT * FROM order_status ORDER BY 1")
    again = lambda: consumer.metric("factline_consumer_events_total", consumer="orders/order-status", result="duplicate")
    count = stage.value("SELECT count(*) FROM outbox_event WHERE aggregatetype = 'order'")
    stage.rewind()
    consumer = stage.start("consume").ready()
    with stage.connect() as connection:
        stage.append(connection, orders(1)[0], "OrderCompleted")
    stage.settle()
    same(0, again(), "events read twice")
    same(0, consumer.stop(), "the consumer ended with")
    stage.rows("DELETE FROM consumer_offset")
    consumer = stage.start("consume").ready()
    wait_until(lambda: again() >= count, lambda: "not read once more: " + consumer.get("/metrics"))
    same(before, stage.rows("SELECT * FROM order_status ORDER BY 1"), "the projection")
    check_projection(stage)
    return f"{count} events read twice"


@proves("R19")
def what_concerns_nobody_is_not_read_for_ever(stage):
    """Where no event of a partition is for a consumer it moves on all the same, now and then, so that a start does not read it all."""
    from confluent_kafka import Producer
    consumer = stage.start("consume").ready()
    producer = Producer({"bootstrap.servers": stage.broker.address})
    headers = {"ce_specversion": "1.0", "ce_source": "payments", "ce_type": "PaymentRefunded", "ce_subject": "p", "ce_schemaversion": "1"}
    for number in range(1100):
        producer.produce("payments.payment", partition=0, value="{}", headers={**headers, "ce_id": str(number)})
    if producer.flush(30):
        raise AssertionError("the broker does not take the test's records")
    first = stage.begin["payments.payment", 0]
    noted = lambda: stage.rows("SELECT consumer, next_offset - %s FROM consumer_offset WHERE topic = 'payments.payment' ORDER BY 1", first)
    wait_until(lambda: noted() == [("orders/cancel-unpaid-order", 1000), ("orders/order-status", 1000)],
               lambda: f"{noted()} {consumer.words()[-1500:]}", 60)
    same(0, stage.value("SELECT count(*) FROM dead_letter"), "dead letters")


@proves("R10", "R26")
def a_consumer_cleans_up_after_itself(stage):
    """What was remembered long ago, and letters that were dealt with; what is new or still parked stays."""
    stage.rows("INSERT INTO inbox SELECT 'c', 'old-' || n, now() - interval '4000 days' FROM generate_series(1, 2500) n UNION SELECT 'c', 'new', now()")
    stage.rows("INSERT INTO dead_letter (consumer, topic, partition, \"offset\", consumer_group, aggregatetype, aggregateid, reason, error, parked_at, replayed_at) "
               "SELECT 'c', 't', 0, n, 'g', 'a', 'b', 'poison', 'e', now() - interval '4000 days', CASE WHEN n < 2000 THEN now() - interval '3000 days' END FROM generate_series(1, 2000) n")
    consumer = stage.start("consume").ready()
    left = lambda: (stage.rows("SELECT event_id FROM inbox"), stage.rows("SELECT \"offset\" FROM dead_letter"))
    wait_until(lambda: left() == ([("new",)], [(2000,)]), lambda: f"{stage.value('SELECT count(*) FROM inbox')} events, {stage.value('SELECT count(*) FROM dead_letter')} letters "
               f"are left: {consumer.words()[-1500:]}", 30)


@proves("R24", "R28")
def a_view_is_as_fresh_as_its_oldest_partition(stage):
    """One partition stands still while the others are busy: neither the tables nor the gauge call the view fresh."""
    view = "orders/order-status"
    age = lambda: stage.value("SELECT extract(epoch FROM max(clock_timestamp() - coalesce(greatest(caught_up_at, last_event_time), 'epoch')))::float8 "
                              "FROM projection_partition WHERE projection = %s", view)
    gauge = lambda: time.time() - consumer.metric("factline_consumer_caught_up_timestamp_seconds", consumer=view)
    fresh = lambda: wait_until(lambda: age() < 3 and gauge() < 3, lambda: f"{age()} s, {gauge()} s: not fresh though there is nothing to read", 60)
    stage.start("relay").ready()
    stormy, *calm = orders(10)
    consumer = None
    for _ in ("nothing was ever read from it", "it was fresh before"):
        stage.rows("INSERT INTO obstacle VALUES (%s, 'storm')", stormy)
        with stage.connect() as connection:
            stage.append(connection, stormy, "OrderPlaced")
        wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, "not published", 20)
        consumer = consumer or stage.start("consume").ready()
        wait_until(lambda: consumer.metric("factline_consumer_transient_errors_total") >= 1, "the obstacle is not met", 20)
        with Writers(stage, calm, threads=1, pause=0.1):
            time.sleep(6)
            same((True, True), (age() > 5, gauge() > 5), f"older than 5 s ({age()} s, {gauge()} s)")
            same(True, stage.value("SELECT last_event_time > (SELECT max(occurred_at) AT TIME ZONE 'UTC' + interval '2 s' FROM outbox_event WHERE aggregateid = %s) "
                                   "FROM projection_freshness WHERE projection = %s", stormy, view), "that other partitions go on")
        stage.rows("DELETE FROM obstacle")
        stage.settle(60)
        fresh()


@proves("R21")
def two_consumers_race(stage):
    """Two groups apply the same events to the same tables; one is held in the middle of a transaction and killed there."""
    order = orders(1)[0]
    stage.rows("INSERT INTO obstacle VALUES ('*', 'slow')")
    first = stage.start("consume").ready()
    stage.start("relay").ready()
    with stage.connect() as connection:
        stage.append(connection, order, "OrderPlaced")
    wait_until(lambda: stage.value("SELECT last_value FROM attempts WHERE is_called") if stage.rows("SELECT 1 FROM attempts WHERE is_called") else 0, "not begun", 30)
    second = stage.start("consume", KAFKA_GROUP=stage.group + "-b")
    first.kill()  # its transaction rolls back, and the second applies the event
    second.ready()
    wait_until(lambda: projection_of(stage) == {order: "1"}, lambda: f"{projection_of(stage)} {second.words()[-1500:]}", 30)
    third = stage.start("consume").ready()
    stage.rows("DELETE FROM obstacle")
    with Writers(stage, [*orders(9), order]):
        time.sleep(2)
    stage.settle()
    check_projection(stage)
    wait_until(lambda: sum(service.metric("factline_consumer_events_total", result="duplicate") for service in (second, third)) > 0, "they never met", 20)


@proves("R22", "T8")
def consumers_come_and_go(stage):
    stage.start("relay").ready()
    consumers = [stage.start("consume").ready()]
    with Writers(stage, orders(40)):
        for _ in range(3):
            consumers.append(stage.start("consume").ready())
            time.sleep(2)
            same(0, consumers.pop(0).stop(), "a consumer ended with")
            time.sleep(0.5)
    stage.settle()
    check_projection(stage)
    same(0, consumers[0].stop(), "the last consumer ended with")
    # Everything that was applied is committed at the broker, too: nothing comes again.
    done = records.committed(stage.broker.address, stage.group, ["orders.order"])
    last = {place: end for place, (_, end) in records.ends(stage.broker.address, ["orders.order"]).items()}
    same(last, done, "offsets committed at the broker")


@proves("R27")
def a_view_is_rebuilt_beside(stage):
    """Twice, each time into fresh tables, which then take the place of the first: nothing is missing, nothing comes twice."""
    stage.start("relay").ready()
    live = stage.start("consume").ready()
    with Writers(stage, orders(10)):
        time.sleep(1)
    stage.settle()
    before = projection_of(stage)
    count = stage.value("SELECT count(*) FROM outbox_event")
    schemas = [f"{stage.name}_{word}" for word in ("new", "newer")]
    try:
        for fresh in schemas:
            stage.administer(f"CREATE SCHEMA {fresh}")
            for path in (os.path.join(stage.language.project, "generated", "consumer.sql"), os.path.join(HERE, "acceptance.sql")):
                pg.run_file(stage.url(fresh), path)
            start = time.monotonic()
            rebuild = stage.start("rebuild", DATABASE_URL=stage.language.database_url(stage, fresh), REBUILD_PER_SECOND=200).ready()
            same(1, rebuild.metric("factline_consumer_rebuilding"), "rebuilding")
            view = lambda: dict(stage.rows(f"SELECT order_id, history FROM {fresh}.order_status"))
            wait_until(lambda: view() == before, lambda: "not rebuilt: " + rebuild.words()[-1500:])
            took = time.monotonic() - start
            if took < count / 200 * 0.8:
                raise AssertionError(f"{count} events in {took:.1f} s: faster than it may")
            wait_until(lambda: rebuild.metric("factline_consumer_rebuilding") == 0, "it still says that it rebuilds", 20)
            same([], stage.rows(f"SELECT DISTINCT consumer FROM {fresh}.consumer_offset WHERE consumer <> 'orders/order-status'"), "policies that ran")
            same(before, projection_of(stage), "the old view")
            same(0, rebuild.stop(), "the rebuild ended with")
        # The group has read on for the first tables; the rebuilt ones do not have that yet.
        with Writers(stage, orders(10)):
            time.sleep(1)
        stage.settle()
        same(0, live.stop(), "the consumer ended with")
        live = stage.start("consume", DATABASE_URL=stage.language.database_url(stage, fresh)).ready()
        wait_until(lambda: view() == fold_of(stage), lambda: f"the rebuilt tables do not go on: {live.words()[-1500:]}", 60)
        same(0, stage.value(f"SELECT count(*) FROM {fresh}.dead_letter"), "dead letters")
        same(0, live.metric("factline_consumer_events_total", consumer="orders/order-status", result="duplicate"), "events read twice")
        same(0, live.stop(), "the consumer ended with")
    finally:
        for service in stage.services:
            service.kill()
        for fresh in schemas:
            stage.administer(f"DROP SCHEMA IF EXISTS {fresh} CASCADE")
    return f"{count} events in {took:.1f} s"
