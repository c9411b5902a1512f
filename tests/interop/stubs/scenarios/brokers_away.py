# SPDX-License-Identifier: Apache-2.0
"""Relays whose broker, or a part of it, is away."""

import contextlib
import os
import signal
import time

from service import Writers, orders
from support import records
from support.programs import wait_until

from .checks import check_published, Leases, murmur2, same
from .registry import proves


@proves("R6", "T5")
def the_broker_is_away_for_longer_than_a_delivery_may_take(stage):
    relay = stage.start("relay", RELAY_DELIVERY_TIMEOUT_MS=1000).ready()
    with Writers(stage, orders(20)):
        wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NOT NULL") > 50, "the relay has not begun", 30)
        stage.broker.suspend(True)
        try:
            time.sleep(5)
        finally:
            stage.broker.suspend(False)
        failed = relay.metric("factline_relay_failures_total")
        time.sleep(1)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0,
               lambda: f"rows are pending: {relay.words()[-2000:]}", 90)
    twice = check_published(stage)
    if stage.language.name == "go" and failed == 0:  # franz-go keeps what may have been written until it knows: it is written once
        same(0, twice, "records published twice")
    elif failed == 0:
        raise AssertionError("no delivery failed, so nothing was proven")
    return f"{failed:.0f} deliveries failed"


@proves("R6", "T5")
def the_broker_is_away_when_the_relay_starts(stage):
    """Nothing is known of any topic yet. The relay keeps its shards, ends when it is told to, and sends all of it in the end."""
    with stage.connect() as connection:
        for order in orders(30):
            stage.append(connection, order, "OrderPlaced")
            stage.append(connection, order, "OrderCancelled")
    stage.broker.suspend(True)
    try:
        relay = stage.start("relay", RELAY_LEASE_MS=9000).ready()
        with Leases(stage):
            time.sleep(12)
        same(0, relay.stop(), "the relay ended with")
        relay = stage.start("relay", RELAY_LEASE_MS=9000).ready()
        time.sleep(2)
    finally:
        stage.broker.suspend(False)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0,
               lambda: f"rows are pending: {relay.words()[-2000:]}", 60)
    check_published(stage)


@proves("R6", "T5")
def one_of_two_topics_is_missing(stage):
    """What goes elsewhere goes on, however much waits for the missing one."""
    elsewhere = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND type <> 'OrderShipped'"
    stage.rows("UPDATE outbox_declared SET topic = 'not.created' WHERE type = 'OrderShipped'")
    with stage.connect() as connection:
        for order in orders(100):
            stage.append(connection, order, "OrderShipped")
        for order in orders(10):
            for kind in ("OrderPlaced", "OrderCompleted", "OrderCancelled"):
                stage.append(connection, order, kind)
    relay = stage.start("relay", RELAY_LEASE_MS=9000).ready()
    with Leases(stage):
        wait_until(lambda: stage.value(elsewhere) == 0, lambda: f"{stage.value(elsewhere)} wait with it: {relay.words()[-1500:]}", 15)
        time.sleep(5)
    same(100, stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND next_attempt_at < 'infinity'"), "events that wait")
    stage.rows("UPDATE outbox_declared SET topic = 'orders.order' WHERE type = 'OrderShipped'")
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0,
               lambda: f"rows are pending: {relay.words()[-2000:]}", 60)
    same(0, check_published(stage), "records published twice")
    same(0, relay.stop(), "the relay ended with")


@contextlib.contextmanager
def two_leaders(stage):
    """What is shipped goes to a topic of two partitions; another broker leads the second one."""
    topic = stage.name + ".shipments"
    stage.rows("UPDATE outbox_declared SET topic = %s WHERE type = 'OrderShipped'", topic)
    other = stage.broker.neighbour()
    records.create_topics(stage.broker.address, {topic: [stage.broker.node, other.node]})
    yield topic, other
    records.delete_topics(stage.broker.address, [topic])


def of_partition(number, count):
    """So many orders whose events go to one of the two."""
    return [order for order in orders(3 * count + 40) if murmur2(order.encode()) % 2 == number][:count]


@proves("R2", "R6", "R11")
def the_leader_of_a_partition_is_away(stage):
    """A delivery may take a minute. Meanwhile the events of one partition, more than a page of one order among them, wait for
    its broker; all others go out, one after the other of each order. A relay that is told to end waits for what it has sent."""
    many, *few = of_partition(1, 31)
    away = [many] * 600 + few * 2
    waiting = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND aggregateid <> ALL (%s)"
    shipped = "SELECT count(*) FROM outbox_event WHERE published_at IS NOT NULL AND aggregateid = ANY (%s)"
    with two_leaders(stage) as (topic, other):
        relay = stage.start("relay", RELAY_LEASE_MS=120000, RELAY_DELIVERY_TIMEOUT_MS=60000).ready()

        def others_go_on():
            with stage.connect() as connection:
                for number, order in enumerate(of_partition(0, 60)):
                    for kind in ["OrderShipped"] * 3 if number % 2 else ("OrderPlaced", "OrderCompleted", "OrderCancelled"):
                        stage.append(connection, order, kind)
            start = time.monotonic()
            wait_until(lambda: stage.value(waiting, away) == 0,
                       lambda: f"{stage.value(waiting, away)} wait for another partition: {relay.words()[-1500:]}", 20)
            return time.monotonic() - start

        others_go_on()
        other.suspend(True)
        try:
            with stage.connect() as connection:
                for order in away:
                    stage.append(connection, order, "OrderShipped")
            took = max(others_go_on(), others_go_on())
            same(0, stage.value("SELECT count(*) FROM outbox_event WHERE attempts > 0 AND aggregateid = ANY (%s)", away), "answers of the broker that is away")
            relay.signal(signal.SIGTERM)
            time.sleep(2)
            same(None, relay.process.poll(), "the relay that has sent something ended with")
        finally:
            other.suspend(False)
        same(0, relay.process.wait(60), "the relay ended with")
        same(len({*away}), stage.value(shipped, away), "events that were on their way, one of each order, and are marked")
        same(0, stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL"), "shards not released")
        relay = stage.start("relay").ready()
        wait_until(lambda: stage.value(shipped, away) == len(away), lambda: f"rows are pending: {relay.words()[-2000:]}", 60)
        same(0, check_published(stage, "orders.order", topic), "records published twice")
    return f"the others went out within {took:.1f} s"


@proves("R1", "R2", "R6")
def more_waits_for_a_partition_than_may_be_on_its_way(stage):
    """Of 20 MB, where each event counts 4 kB beside its payload. Neither the many small events nor the large ones alone are as much.
    The events of the other partition go out."""
    most = 20_000_000
    taken = []
    waits = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND aggregateid = ANY (%s)"

    def look():
        taken.append(relay.metric("factline_relay_under_way_bytes"))
        return taken[-1]

    def ship(orders, large=0):
        stage.rows("SELECT count(outbox_append('OrderShipped', 1, 'order', id, jsonb_build_object('orderId', id, 'pieces', 1, 'shippedOn', '2026-03-01', "
                   "'note', CASE WHEN n <= %s THEN %s::text END))) FROM unnest(%s::text[]) WITH ORDINALITY AS o(id, n)", large, os.urandom(10_000).hex(), orders)

    with two_leaders(stage) as (topic, other):
        relay = stage.start("relay", RELAY_LEASE_MS=12000, RELAY_DELIVERY_TIMEOUT_MS=3000).ready()
        first, others = of_partition(1, 1), of_partition(0, 60)
        ship(first + others)
        wait_until(lambda: stage.value(waits, first + others) == 0, lambda: "not published: " + relay.words()[-1500:], 30)
        other.suspend(True)
        try:
            ship(of_partition(1, 3100), large=600)
            wait_until(lambda: look() > 0.9 * most, lambda: f"{max(taken)} B are on their way: {relay.words()[-1500:]}", 30)
            start = time.monotonic()
            ship(others)
            wait_until(lambda: look() >= 0 and stage.value(waits, others) == 0, lambda: f"{stage.value(waits, others)} wait: {relay.words()[-2500:]}", 90)
            took = time.monotonic() - start
            if stage.language.name != "go":  # whose client is given up with all that it has just sent
                same([], stage.rows("SELECT attempts, last_error FROM outbox_event WHERE aggregateid = ANY (%s) AND attempts > 1 LIMIT 3", others), "others that failed")
        finally:
            other.suspend(False)
        wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, lambda: "rows are pending: " + relay.words()[-2000:], 90)
        same(True, max(taken) < most + 30_000, f"{max(taken)} B at the most, and one event beyond {most}")
        twice = check_published(stage, topic)
        same(0, relay.stop(), "the relay ended with")
    return f"the others went out within {took:.1f} s, {twice} records came twice"
