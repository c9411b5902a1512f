# SPDX-License-Identifier: Apache-2.0
"""The faults, each with the requirements that it proves. A scenario gets a stage of its own and raises where one is not met."""

import collections
import os
import signal
import subprocess
import tempfile
import threading
import time

import psycopg

from service import TOPICS, Writers, orders, pg
from support import records
from support.broker import Broker
from support.proxy import Proxy
from support.programs import sh, wait_until

SUBSCRIBED = ("OrderPlaced", "OrderCancelled", "OrderShipped")
SCENARIOS = []


def proves(*requirements, soak=False):
    def register(function):
        SCENARIOS.append((function, requirements, soak))
        return function

    return register


def same(expected, got, what):
    if expected != got:
        raise AssertionError(f"{what}: expected {expected!r}, got {got!r}")


def fold_of(stage):
    """What the projection has to be: a pure fold of the committed events."""
    fold = {}
    for order, seq, kind in stage.rows("SELECT aggregateid, aggregate_seq, type FROM outbox_event WHERE aggregatetype = 'order' ORDER BY 1, 2"):
        if kind in SUBSCRIBED:
            fold.setdefault(order, []).append(str(seq))
    return {order: ",".join(numbers) for order, numbers in fold.items()}


def projection_of(stage):
    return dict(stage.rows("SELECT order_id, history FROM order_status"))


def check_projection(stage):
    fold, got = fold_of(stage), projection_of(stage)
    if fold != got:
        wrong = [(order, fold.get(order), got.get(order)) for order in fold.keys() | got.keys() if fold.get(order) != got.get(order)]
        raise AssertionError(f"{len(wrong)} of {len(fold)} orders are not the fold of their events, such as {wrong[:3]}")
    same([], stage.rows("SELECT order_id, seq, count(*) FROM applied GROUP BY 1, 2 HAVING count(*) > 1 LIMIT 3"), "applied twice")


def check_published(stage, *topics):
    """Everything committed and nothing else, per key in order at first sight; how many records came twice."""
    committed = {event: (order, seq) for event, order, seq in
                 stage.rows("SELECT event_id::text, aggregateid, aggregate_seq FROM outbox_event")}
    published = stage.published(topics or ("orders.order",))
    same(set(committed), {record.headers["ce_id"] for record in published}, "published events")
    latest = collections.defaultdict(int)
    places = collections.defaultdict(set)
    for record in published:
        order, seq = committed[record.headers["ce_id"]]
        same((order, f"{seq:020d}", order), (record.headers["ce_subject"], record.headers["ce_sequence"], record.key.decode()), "a record's headers")
        places[order].add(record.partition)
        if seq > latest[order]:
            if seq != latest[order] + 1:
                all_of_it = [(record.partition, record.offset, int(record.headers["ce_sequence"])) for record in published
                             if record.headers["ce_subject"] == order]
                raise AssertionError(f"{seq} of {order} was published before {latest[order] + 1}: (partition, offset, number) {all_of_it}")
            latest[order] = seq
    same(set(), {order for order, where in places.items() if len(where) > 1}, "keys on two partitions")
    return len(published) - len(committed)


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


@proves("R7")
def the_broker_knows_an_idempotent_producer(stage):
    stage.run("append", orders(1)[0] + "\n")
    relay = stage.start("relay", KAFKA_PROPERTIES="linger.ms=1").ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, "nothing published")
    record = stage.published()[0]
    relay.stop()
    segment = os.path.join(stage.broker.folder, "log", f"{record.topic}-{record.partition}", "00000000000000000000.log")
    dump = sh(*stage.broker.java("kafka.tools.DumpLogSegments"), "--files", segment)
    batch = [line for line in dump.splitlines() if line.startswith("baseOffset:")][-1]
    same(True, "producerId: -1" not in batch and "producerId:" in batch, f"a producer id in {batch}")


@proves("R3", "R11")
def two_relays_share_nothing(stage):
    """No record twice while two relays run, and one that stops hands its shards over at once, everything sent marked."""
    first = stage.start("relay", RELAY_LEASE_MS=30000).ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL") == 8, "the shards are not claimed")
    second = stage.start("relay", RELAY_LEASE_MS=30000).ready()
    with Writers(stage, orders(30)):
        time.sleep(2)
        same(1, stage.value("SELECT count(DISTINCT owner) FROM relay_shard"), "owners")
        same(0, first.stop(), "the first relay ended with")
        published_by_first = stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NOT NULL")
        time.sleep(1.5)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, lambda: "the second relay did not take over: " + second.words()[-1500:], 20)
    same(0, second.stop(), "the second relay ended with")
    same(0, stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL"), "shards not released")
    same(0, check_published(stage), "records published twice by relays that stopped cleanly")
    if not 0 < published_by_first < stage.value("SELECT count(*) FROM outbox_event"):
        raise AssertionError("only one of the relays had something to do")


@proves("R4", "T4")
def a_zombie_marks_nothing(stage):
    zombie = stage.start("relay", RELAY_LEASE_MS=2000, RELAY_DELIVERY_TIMEOUT_MS=1000).ready()
    mine = orders(20)
    with Writers(stage, mine):
        time.sleep(1.5)
        zombie.signal(signal.SIGSTOP)
        fences = stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1")
        other = stage.start("relay", RELAY_LEASE_MS=30000).ready()
        wait_until(lambda: stage.value("SELECT count(DISTINCT owner) FROM relay_shard") == 1 and
                   all(new > old for (_, new), (_, old) in zip(stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1"), fences)),
                   "the second relay did not take over", 30)
        time.sleep(1)
        zombie.signal(signal.SIGCONT)
        time.sleep(2)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, "rows are pending", 30)
    # Each row was marked once: attempts counts the marks, and the fence of the zombie is an old one.
    same(0, stage.value("SELECT count(*) FROM outbox_event WHERE attempts > 1"), "rows marked twice")
    wait_until(lambda: zombie.metric("factline_relay_shards") == 0, "the zombie still thinks that it holds shards", 15)
    check_published(stage)
    # And by the letter: with nobody else at work, an old fence opens nothing.
    same(0, other.stop(), "the other relay ended with")
    zombie.kill()
    with stage.connect() as connection:
        stage.append(connection, mine[0], "OrderPlaced")
    row, shard = stage.rows("SELECT id, partition_no FROM outbox_event WHERE published_at IS NULL")[0]
    old = dict(fences)[shard]
    stage.rows("SELECT count(*) FROM generate_series(1, 8), LATERAL relay_claim('somebody', '1 minute')")
    same([(0, False, False, 0)], stage.rows("SELECT relay_mark(%s, %s, ARRAY[%s]::bigint[]), relay_renew(%s, %s), relay_fail(%s, %s, %s, 'late', NULL), "
                                            "(SELECT count(*) FROM relay_pending(%s, %s))", shard, old, row, shard, old, shard, old, row, shard, old), "by an old fence")


@proves("R1", "R2")
def what_is_there_is_refused(stage):
    """An event id, or a number of an aggregate, is in the outbox once."""
    order = orders(1)[0]
    with stage.connect() as connection:
        stage.append(connection, order, "OrderPlaced")
    for what, column in (("a number", "gen_random_uuid()"), ("an event id", "event_id")):
        number = "aggregate_seq" if column != "event_id" else "aggregate_seq + 1"
        try:
            stage.rows("INSERT INTO outbox_event (event_id, aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload, partition_no) "
                       f"SELECT {column}, aggregatetype, aggregateid, {number}, type, schema_version, payload, partition_no FROM outbox_event")
        except psycopg.errors.UniqueViolation:
            continue
        raise AssertionError(f"{what} came in twice")


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


class Leases:
    """Looks all the while whether those who hold shards hold them by a lease that is not over."""

    def __init__(self, stage):
        self.stage, self.over = stage, threading.Event()
        self.late = 0.0
        self.thread = threading.Thread(target=self._look)

    def __enter__(self):
        self.thread.start()

    def __exit__(self, kind, *_):
        self.over.set()
        self.thread.join()
        if not kind and self.late:
            raise AssertionError(f"a lease was over for {self.late:.1f} s while its relay went on")

    def _look(self):
        with self.stage.connect() as connection:
            while not self.over.wait(0.1):
                self.late = max(self.late, connection.execute(
                    "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - lease_until)), 0)::float8 FROM relay_shard WHERE owner IS NOT NULL").fetchone()[0])


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


@proves("R2", "R6", "R11")
def the_leader_of_a_partition_is_away(stage):
    """A delivery may take a minute. Meanwhile the events of one partition, more than a page of one order among them, wait for
    its broker; all others go out, one after the other of each order. A relay that is told to end waits for what it has sent."""
    topic = stage.name + ".shipments"
    stage.rows("UPDATE outbox_declared SET topic = %s WHERE type = 'OrderShipped'", topic)
    of_partition = lambda number, count: [order for order in orders(4 * count) if murmur2(order.encode()) % 2 == number][:count]
    many, *few = of_partition(1, 31)
    away = [many] * 600 + few * 2
    waiting = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND aggregateid <> ALL (%s)"
    shipped = "SELECT count(*) FROM outbox_event WHERE published_at IS NOT NULL AND aggregateid = ANY (%s)"
    with Broker(beside=stage.broker) as other:
        records.create_topics(stage.broker.address, {topic: [stage.broker.node, other.node]})
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
        records.delete_topics(stage.broker.address, [topic])
    return f"the others went out within {took:.1f} s"


@proves("R9")
def a_row_that_cannot_be_sent_parks_its_aggregate_alone(stage):
    good, bad = orders(2)
    with stage.connect() as connection:
        stage.append(connection, bad, "OrderPlaced")
        stage.append(connection, bad, "OrderPlaced", {"orderId": bad, "lines": [], "total": "1", "note": os.urandom(1_200_000).hex()})
        stage.append(connection, bad, "OrderCancelled")
        for _ in range(5):
            stage.append(connection, good, "OrderPlaced")
    relay = stage.start("relay").ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 2,
               lambda: f"{stage.rows('SELECT aggregateid, aggregate_seq, published_at, last_error FROM outbox_event')} {relay.words()[-1500:]}")
    wait_until(lambda: relay.metric("factline_relay_parked_aggregates") == 1, "the metric does not say so", 20)
    with stage.connect() as connection:  # another look at the outbox, and what it takes along
        stage.append(connection, good, "OrderCancelled")
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE aggregateid = %s AND published_at IS NOT NULL", good) == 6, "the other does not go on")
    same([(bad, 2)], stage.rows("SELECT aggregateid, aggregate_seq FROM outbox_event WHERE next_attempt_at = 'infinity'"), "parked")
    same([(bad, 2), (bad, 3)], stage.rows("SELECT aggregateid, aggregate_seq FROM outbox_event WHERE published_at IS NULL ORDER BY 2"), "what waits")
    stage.rows("UPDATE outbox_event SET payload = payload - 'note' WHERE next_attempt_at = 'infinity'")
    stage.rows("SELECT relay_unpark('order', %s)", bad)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, "not sent once mended")
    same(0, check_published(stage), "records published twice")


@proves("R8", "T15")
def the_same_key_goes_to_the_same_partition(stage):
    """Appended by the service's own producer; the partition as Kafka's murmur2 has it."""
    mine = orders(40)
    stage.run("append", "".join(order + "\n" for order in mine))
    same(len(mine), stage.value("SELECT count(*) FROM outbox_event WHERE type = 'OrderPlaced' AND schema_version = 2 AND correlation_id = 'check'"), "appended")
    relay = stage.start("relay").ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, lambda: "not published: " + relay.words()[-1500:])
    published = stage.published()
    same(set(mine), {record.key.decode() for record in published}, "keys")
    for record in published:
        same((murmur2(record.key) & 0x7FFFFFFF) % TOPICS["orders.order"], record.partition, f"partition of {record.key}")
        same({"ce_specversion": "1.0", "ce_source": "orders", "ce_type": "OrderPlaced", "ce_schemaversion": "2",
              "ce_aggregatetype": "order", "ce_subject": record.key.decode(), "ce_sequence": f"{1:020d}", "ce_correlationid": "check"},
             {name: value for name, value in record.headers.items() if name not in ("ce_id", "ce_time")}, "headers")


def murmur2(data):
    """Kafka's own hash of a key (org.apache.kafka.common.utils.Utils.murmur2)."""
    mask, m, length = 0xFFFFFFFF, 0x5BD1E995, len(data)
    h = 0x9747B28C ^ length
    for at in range(0, length - length % 4, 4):
        k = int.from_bytes(data[at:at + 4], "little") * m & mask
        k = (k ^ k >> 24) * m & mask
        h = (h * m & mask) ^ k
    rest = data[length - length % 4:]
    if rest:
        h = (h ^ int.from_bytes(rest, "little")) * m & mask
    h = (h ^ h >> 13) * m & mask
    return h ^ h >> 15


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


@proves("R18", "R19", "R20")
def the_tables_of_the_consumer_come_back_from_a_backup(stage):
    """They are behind what the broker knows of the group then; what came since is applied once more, and nothing is a hole."""
    tables = ("consumer_stream", "consumer_offset", "inbox", "projection_freshness", "order_status", "applied")
    stage.start("relay").ready()
    for earlier in (True, False):
        consumer = stage.start("consume").ready()
        with Writers(stage, orders(12)):
            time.sleep(1)
        stage.settle()
        same(0, consumer.stop(), "the consumer ended with")
        if earlier:
            for table in tables:
                stage.rows(f"CREATE TABLE earlier_{table} AS TABLE {table}")
    lost = stage.value("SELECT (SELECT count(*) FROM applied) - (SELECT count(*) FROM earlier_applied)")
    if lost <= 0:
        raise AssertionError("nothing came after the backup")
    for table in tables:
        stage.rows(f"DELETE FROM {table}")
        stage.rows(f"INSERT INTO {table} TABLE earlier_{table}")
    consumer = stage.start("consume").ready()
    wait_until(lambda: fold_of(stage) == projection_of(stage), lambda: f"behind: {stage.behind()[:3]} {consumer.words()[-1500:]}", 60)
    stage.settle()
    check_projection(stage)
    same(0, stage.value("SELECT count(*) FROM dead_letter"), "dead letters")
    return f"{lost} changes applied once more"


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


def outbox(stage):
    with stage.connect() as connection:
        from psycopg.rows import dict_row
        connection.row_factory = dict_row
        return connection.execute("SELECT *, payload::text AS body, to_char(occurred_at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS at FROM outbox_event ORDER BY id").fetchall()


def send(stage, rows, **headers):
    """What a relay would, by hand."""
    from confluent_kafka import Producer
    producer = Producer({"bootstrap.servers": stage.broker.address, "partitioner": "murmur2_random"})
    for row in rows:
        told = {"ce_specversion": "1.0", "ce_id": str(row["event_id"]), "ce_source": "orders", "ce_type": row["type"],
                "ce_schemaversion": str(row["schema_version"]), "ce_subject": row["aggregateid"], "ce_aggregatetype": row["aggregatetype"],
                "ce_sequence": f"{row['aggregate_seq']:020d}", "ce_time": row["at"], **headers}
        producer.produce("orders.order", key=row["aggregateid"], value=row["body"], headers=told)
    if producer.flush(30):
        raise AssertionError("the broker does not take the test's records")


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


@proves("R1")
def a_writer_that_crashes_leaves_nothing(stage):
    order = orders(1)[0]
    try:
        stage.run("append", f"{order}\ncrash\n")
    except AssertionError:
        same(0, stage.value("SELECT count(*) FROM outbox_event"), "events of a transaction that did not end")
    else:
        raise AssertionError("it did not crash")


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


@proves("T11")
def the_database_restarts(stage):
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    with Writers(stage, orders(20)):
        time.sleep(1)
        for _ in range(2):
            with psycopg.connect(stage.cluster.url(), autocommit=True) as connection:
                connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
            time.sleep(1)
        stage.cluster.stop()
        time.sleep(1)
        stage.cluster.start()
        time.sleep(1)
    stage.settle()
    same((None, None), (relay.process.poll(), consumer.process.poll()), "processes that ended")
    check_published(stage)
    check_projection(stage)


@proves("R24", "T11")
def the_database_is_gone_without_a_word(stage):
    """Nobody resets the connection, nothing is answered any more. What waits is given up after a bound that is set, and the
    process goes on over a new connection; one that is to wait for longer than it may stand still says that it is not live."""
    with Proxy(stage.cluster.port) as proxy:
        through = {"DATABASE_URL": stage.address().replace(f":{stage.cluster.port}/", f":{proxy.port}/")}
        start = lambda **bounds: [stage.start(verb, **through, **bounds).ready() for verb in ("relay", "consume")]
        live = lambda services: [service.get("/health/live").strip() for service in services]
        answers = lambda services: [service.status("/health/live") for service in services]
        bounded = start(DATABASE_TIMEOUT_MS=2000, LIVE_MS=20000)
        with stage.connect() as connection:
            for order in orders(10):
                stage.append(connection, order, "OrderPlaced")
            stage.settle()
            proxy.swallow(True)
            for order in orders(10):
                stage.append(connection, order, "OrderPlaced")
            for _ in range(8):
                time.sleep(1)
                same(["live", "live"], live(bounded), "that try again and again")
            proxy.swallow(False)
            stage.settle(20)
            check_published(stage)
            check_projection(stage)
            same([("15",)], stage.rows("SELECT DISTINCT keepalive FROM applied"), "seconds until the server asks whether the process is still there")
            for service in bounded:
                same(0, service.stop(), f"{service.what} ended with")
            patient = start(DATABASE_TIMEOUT_MS=600000, LIVE_MS=4000)
            stage.append(connection, orders(1)[0], "OrderPlaced")
            stage.settle()
            same(["live", "live"], live(patient), "that have a database")
            proxy.swallow(True)
            wait_until(lambda: answers(patient) == [503, 503], lambda: f"{answers(patient)} {[service.words()[-1000:] for service in patient]}", 30)


@proves("R3", "T11")
def a_relay_keeps_its_shards_over_an_outage(stage):
    """It need not wait for the end of its own lease, which is far away here; what another took meanwhile it lets go."""
    waits = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL"
    relay = stage.start("relay", RELAY_LEASE_MS=45000).ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL") == 8, "the shards are not claimed", 30)
    fences = stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1")

    def cut_off():
        with psycopg.connect(stage.cluster.url(), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
        with stage.connect() as connection:
            for order in orders(20):
                stage.append(connection, order, "OrderPlaced")

    cut_off()
    wait_until(lambda: stage.value(waits) == 0, lambda: f"{stage.value(waits)} wait for a lease to end: {relay.words()[-1500:]}", 20)
    same(fences, stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1"), "fences")
    stage.rows("UPDATE relay_shard SET owner = 'another', fence = fence + 1 WHERE partition_no < 4")
    cut_off()
    wait_until(lambda: stage.value(waits + " AND partition_no >= 4") == 0 and relay.metric("factline_relay_shards") == 4,
               lambda: f"{stage.rows('SELECT partition_no, owner, fence FROM relay_shard')} {relay.words()[-1500:]}", 30)
    same(stage.value(waits), stage.value(waits + " AND partition_no < 4"), "what waits for the other one")
    same(4, relay.metric("factline_relay_lost_leases_total"), "shards told as lost")


@proves("R12", "T17")
def the_backlog_moves_to_another_database(stage):
    """Dump and restore in the middle of a backlog; the relay and the consumer go on there."""
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    with Writers(stage, orders(20)):
        time.sleep(1)
        relay.kill()
        time.sleep(1)
    consumer.stop()
    pending = stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL")
    if pending == 0:
        raise AssertionError("there is no backlog")
    name = restored(stage, dumped(stage))
    stage.database = name
    try:
        relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
        with stage.connect() as connection:
            stage.append(connection, orders(1)[0], "OrderPlaced")
        stage.settle()
        check_published(stage)
        check_projection(stage)
        relay.kill()
        consumer.kill()
    finally:
        stage.database = "postgres"
        stage.administer(f"DROP DATABASE {name} WITH (FORCE)")
    return f"{pending} events waited"


def dumped(stage):
    return sh(pg._program("pg_dump"), "-n", stage.name, "-d", stage.cluster.url())


def restored(stage, dump):
    """The name of a database of its own that holds what was dumped."""
    name = stage.name + "_copy"
    stage.administer(f"CREATE DATABASE {name}")
    copy = stage.cluster.url(stage.name).replace("dbname=postgres", f"dbname={name}")
    done = subprocess.run([pg._program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", copy], input=dump, capture_output=True, text=True)
    same("", done.stderr, "psql says")
    return name


@proves("R12", "R20", "R23", "T17")
def the_publisher_comes_back_from_a_backup(stage):
    """It has lost what its consumers know. Where it gives a number once more the event is not taken for the one that had it:
    it is parked and told, and a replay applies it. Where it was moved on first, nothing is wrong."""
    twice, moved_on = orders(2)
    of_view = "consumer = 'orders/order-status' AND aggregateid = %s"
    letters = lambda: stage.rows(f"SELECT aggregate_seq, reason FROM dead_letter WHERE {of_view} ORDER BY id", twice)
    told = lambda result: consumer.metric("factline_consumer_events_total", consumer="orders/order-status", result=result)
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    with stage.connect() as connection:
        for order in (twice, moved_on):
            stage.append(connection, order, "OrderPlaced")
    stage.settle()
    dump = dumped(stage)
    with stage.connect() as connection:
        for order in (twice, twice, moved_on):
            stage.append(connection, order, "OrderCancelled")
    stage.settle()
    relay.kill()
    name = restored(stage, dump)
    try:
        stage.database = name
        stage.start("relay")
        with stage.connect() as connection:
            stage.database = "postgres"
            last = stage.value(f"SELECT last_seq FROM consumer_stream WHERE {of_view}", moved_on)
            same((2,), connection.execute("SELECT outbox_move_on('order', %s, %s)", [moved_on, last]).fetchone(), "the last number, moved on")
            same((2,), connection.execute("SELECT outbox_move_on('order', %s, 1)", [moved_on]).fetchone(), "the last number, which does not go back")
            for kind in ("OrderShipped", "OrderCancelled", "OrderShipped"):
                stage.append(connection, twice, kind)
            stage.append(connection, moved_on, "OrderShipped")
        wait_until(lambda: letters() == [(2, "reused"), (3, "reused"), (4, "behind")] and projection_of(stage) == {twice: "1,2,3", moved_on: "1,2,3"},
                   lambda: f"{letters()} {projection_of(stage)} {consumer.words()[-2500:]}", 60)
        same(2, consumer.metric("factline_consumer_reused_numbers_total", consumer="orders/order-status"), "numbers told as given twice")
        same(True, "number 2 was given to another event before" in consumer.words(), "the log tells it")
        stage.run("replay")
        same({twice: "1,2,3,2,3,4", moved_on: "1,2,3"}, projection_of(stage), "the projection after the replay")
        same([("live", 4)], stage.rows(f"SELECT state, last_seq FROM consumer_stream WHERE {of_view}", twice), "the order")
        same(0, consumer.stop(), "the consumer ended with")
        stage.rows("DELETE FROM consumer_offset")  # all of it comes once more
        consumer = stage.start("consume").ready()
        wait_until(lambda: told("duplicate") >= 9, lambda: "not read once more: " + consumer.get("/metrics"))
        same((0, 3), (told("parked"), len(letters())), "what was parked once more, and the letters")
        same({twice: "1,2,3,2,3,4", moved_on: "1,2,3"}, projection_of(stage), "the projection")
    finally:
        stage.database = "postgres"
        for service in stage.services:
            service.kill()
        stage.administer(f"DROP DATABASE {name} WITH (FORCE)")


@proves("R10", "T14")
def pages_stay_short(stage, rows=20000):
    """An old snapshot keeps dead rows; the relay raises the floor over them, and cleans up what was published long ago."""
    order = orders(1)[0]
    with stage.connect(autocommit=False) as old:
        old.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ  # else the snapshot goes when the statement ends
        old.execute("SELECT 1")
        with stage.connect() as connection:
            stage.append(connection, order, "OrderPlaced")
            connection.execute("INSERT INTO outbox_event (aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload, partition_no, published_at) "
                               "SELECT 'order', 'old-' || n, 1, 'OrderPlaced', 2, NULL, n %% 8, now() - interval '400 days' FROM generate_series(1, %s) n", [rows])
        relay = stage.start("relay").ready()
        wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event") == 1, lambda: "not cleaned up: " + relay.words()[-1000:], 45)
        wait_until(lambda: stage.value("SELECT min(floor_id) FROM relay_shard") > rows, lambda: f"{stage.rows('SELECT partition_no, floor_id, next_floor FROM relay_shard')}", 45)
        plan = "\n".join(row[0] for row in stage.rows(
            "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) SELECT * FROM outbox_event WHERE partition_no = 0 AND published_at IS NULL AND id >= (SELECT floor_id FROM relay_shard WHERE partition_no = 0) ORDER BY id LIMIT 500"))
        same(True, "outbox_event_pending" in plan, f"the index in {plan}")
        same(0, old.execute("SELECT count(*) FROM outbox_event").fetchone()[0], "what the old snapshot sees")


@proves("T14", soak=True)
def pages_stay_short_over_many_rows(stage):
    return pages_stay_short(stage, 300_000)


@proves("migration")
def what_an_earlier_model_declared_goes_out_and_then_away(stage):
    """Another model has declared a type that this one does not know, and one of its events still waits: narrowing lets
    nobody write more of them, the relay sends what waits, and after that nothing of the type is left."""
    order = orders(1)[0]
    waits = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL"
    routed = "SELECT count(*) FROM outbox_route WHERE type = 'OrderReopened'"
    generated = os.path.join(stage.language.project, "generated", "outbox.sql")
    with open(generated) as file, tempfile.NamedTemporaryFile("w", suffix=".sql") as earlier:
        earlier.write(file.read().replace("OrderShipped", "OrderReopened"))
        earlier.flush()
        pg.run_file(stage.url(), earlier.name)
    pg.run_file(stage.url(), generated)

    def reopen():
        stage.rows("SELECT outbox_append('OrderReopened', 1, 'order', %s, jsonb_build_object('orderId', %s::text, 'pieces', 1, 'shippedOn', '2026-03-01'))", order, order)

    with stage.connect() as connection:
        stage.append(connection, order, "OrderPlaced")
        reopen()
        stage.append(connection, order, "OrderShipped")
    pg.run_file(stage.url(), stage.narrow)
    try:
        reopen()
        raise AssertionError("what no model declares any more came in")
    except psycopg.errors.CheckViolation:
        pass
    same((3, 1), (stage.value(waits), stage.value(routed)), "rows that wait, and the route of the earlier one")
    relay = stage.start("relay").ready()
    wait_until(lambda: stage.value(waits) == 0, lambda: "not published: " + relay.words()[-1500:])
    same(["OrderPlaced", "OrderReopened", "OrderShipped"], [record.headers["ce_type"] for record in stage.published()], "published")
    pg.run_file(stage.url(), stage.narrow)
    same(0, stage.value(routed), "routes of what no model declares")
    with stage.connect() as connection:
        stage.append(connection, order, "OrderCancelled")
    wait_until(lambda: stage.value(waits) == 0, lambda: "not published: " + relay.words()[-1500:])
    same(0, check_published(stage), "records published twice")


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
            for path in (os.path.join(stage.language.project, "generated", "consumer.sql"), os.path.join(os.path.dirname(__file__), "acceptance.sql")):
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
