# SPDX-License-Identifier: Apache-2.0
"""Many events, and services that are killed again and again."""

import os
import threading
import time

from service import Writers, orders

from .checks import check_projection, check_published, same
from .registry import proves


@proves("R1", "R2", "R4", "R7", "R18", "T1", "T2", "T3", "T7")
def everything_is_killed_under_load(stage, seconds=8):
    """Relay and consumer are killed again and again while writers go on; one transaction is held open all the time."""
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    held = stage.connect(autocommit=False)
    mine = orders(40)
    stage.append(held, "11111111-1111-4111-8111-111111111111", "OrderPlaced")
    kills = 0
    end = time.monotonic() + seconds
    with Writers(stage, mine):
        while time.monotonic() < end:
            time.sleep(0.7)
            relay.kill()
            relay = stage.start("relay", RELAY_LEASE_MS=2000, RELAY_DELIVERY_TIMEOUT_MS=1000)
            if kills % 2:
                consumer.kill()
                consumer = stage.start("consume")
            kills += 1
            time.sleep(0.8)
    held.commit()
    held.close()
    stage.settle()
    duplicates = check_published(stage)
    check_projection(stage)
    redelivered = sum(service.metric("factline_consumer_events_total", consumer="orders/order-status", result="duplicate") for service in [consumer])
    return f"{stage.value('SELECT count(*) FROM outbox_event')} events, {kills} kills, {duplicates} published twice, {redelivered:.0f} redelivered to the last consumer"


@proves("soak", soak=True)
def a_million_events_under_kills(stage):
    """A kill every second for ten minutes; the rest of the events while nobody is killed any more."""
    events, seconds = int(os.environ.get("FACTLINE_SOAK_EVENTS", "1000000")), int(os.environ.get("FACTLINE_SOAK_SECONDS", "600"))
    services = {verb: stage.start(verb, RELAY_LEASE_MS=2000, RELAY_DELIVERY_TIMEOUT_MS=1000).ready() for verb in ("relay", "consume")}
    mine = orders(2000)
    stopping = threading.Event()
    problems = []

    def write():
        try:
            with stage.connect() as connection:
                connection.execute("CREATE TEMP TABLE mine AS SELECT id, row_number() OVER () AS n FROM unnest(%s::text[]) id", [mine])
                for start in range(0, events, 1000):
                    if stopping.is_set():
                        return
                    # In one order of aggregates, as whoever appends for several has to.
                    connection.execute("SELECT outbox_append('OrderCancelled', 1, 'order', id, jsonb_build_object('orderId', id, 'reason', 'customer', 'lines', '[]'::jsonb)) "
                                       "FROM (SELECT id FROM mine WHERE n BETWEEN %s AND %s ORDER BY id) m", [start % 2000 + 1, start % 2000 + 1000])
        except Exception as error:  # told below
            problems.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    kills = 0
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            time.sleep(1)
            verb = "relay" if kills % 2 else "consume"
            services[verb].kill()
            stage.services.remove(services[verb])
            services[verb] = stage.start(verb, RELAY_LEASE_MS=2000, RELAY_DELIVERY_TIMEOUT_MS=1000)
            kills += 1
    finally:
        if time.monotonic() < end:
            stopping.set()
        writer.join()
    if problems:
        raise problems[0]
    stage.settle(7200)
    duplicates = check_published(stage)
    check_projection(stage)
    same(events, stage.value("SELECT count(*) FROM outbox_event"), "events")
    return f"{events} events, {kills} kills, {duplicates} published twice, nothing lost, nothing applied twice, order kept per key"
