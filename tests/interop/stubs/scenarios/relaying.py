# SPDX-License-Identifier: Apache-2.0
"""What is written to the outbox and what goes out of it."""

import os
import tempfile

import psycopg

from service import TOPICS, orders, pg
from support.programs import sh, wait_until

from .checks import check_published, murmur2, same
from .registry import proves


@proves("R1")
def a_writer_that_crashes_leaves_nothing(stage):
    order = orders(1)[0]
    try:
        stage.run("append", f"{order}\ncrash\n")
    except AssertionError:
        same(0, stage.value("SELECT count(*) FROM outbox_event"), "events of a transaction that did not end")
    else:
        raise AssertionError("it did not crash")


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


@proves("R28")
def what_is_published_is_counted_once(stage):
    """Though the database does not take some of the marks at first, each time after those of another shard."""
    stage.rows("ALTER FUNCTION relay_mark(integer, bigint, bigint[]) RENAME TO relay_mark_in_the_end")
    stage.rows("CREATE SEQUENCE marks")
    stage.rows("CREATE FUNCTION relay_mark(integer, bigint, bigint[]) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN "
               "IF nextval('marks') IN (2, 4) THEN RAISE EXCEPTION 'not now'; END IF; RETURN relay_mark_in_the_end($1, $2, $3); END $$")
    mine = orders(40)
    with stage.connect() as connection:
        for order in mine:
            stage.append(connection, order, "OrderPlaced")
    relay = stage.start("relay").ready()
    counted = lambda: relay.metric("factline_relay_published_total")
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0 and counted() >= len(mine),
               lambda: f"{counted()} are counted: {relay.words()[-1500:]}", 30)
    same(2, relay.words().count("not now"), "marks that were not taken")
    same(len(mine), counted(), "events counted as published")
    same(0, check_published(stage), "records published twice")


@proves("R9", "R28")
def what_fails_is_counted_once(stage):
    """Though the database does not take some of the notes at first, each time after one that it has taken or with it."""
    stage.rows("ALTER FUNCTION relay_fail(integer, bigint, bigint, text, interval) RENAME TO relay_fail_in_the_end")
    stage.rows("CREATE SEQUENCE notes")
    stage.rows("CREATE FUNCTION relay_fail(integer, bigint, bigint, text, interval) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN "
               "IF nextval('notes') IN (2, 5) THEN RAISE EXCEPTION 'not now'; END IF; RETURN relay_fail_in_the_end($1, $2, $3, $4, $5); END $$")
    mine = orders(12)
    with stage.connect() as connection:
        for order in mine:
            stage.append(connection, order, "OrderPlaced")
    stage.rows("DELETE FROM outbox_declared WHERE type = 'OrderPlaced'")  # it has no route any more, and is refused for good
    relay = stage.start("relay").ready()
    noted = lambda: stage.rows("SELECT attempts, next_attempt_at = 'infinity', count(*) FROM outbox_event GROUP BY 1, 2")
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE next_attempt_at IS NULL") == 0, lambda: f"{noted()} {relay.words()[-1500:]}", 30)
    wait_until(lambda: relay.metric("factline_relay_parked_aggregates") == len(mine), "the metric does not say so", 20)
    same(2, relay.words().count("not now"), "notes that were not taken")
    same([(1, True, len(mine))], noted(), "attempts, whether they are parked, and how many")
    same(len(mine), relay.metric("factline_relay_failures_total"), "attempts counted as failed")


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


@proves("R10")
def a_page_of_large_events_is_not_the_last(stage):
    """Pages end early where events are large; the next one is asked for at once, and not after the pause between polls."""
    waits = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL"
    order = orders(1)[0]
    with stage.connect() as connection:
        for _ in range(40):
            stage.append(connection, order, "OrderPlaced", {"orderId": order, "lines": [], "total": "12.50", "note": "n" * 480_000})
    relay = stage.start("relay", RELAY_POLL_MS=300_000).ready()
    wait_until(lambda: stage.value(waits) == 0, lambda: f"{stage.value(waits)} wait for the next poll: {relay.words()[-1500:]}", 60)
    same(0, check_published(stage), "records published twice")


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
