# SPDX-License-Identifier: Apache-2.0
"""The generated tables, triggers and statements of outbox, relay and consumer, run by SQLite's library.

Usage: test_outbox.py GENERATE_FILES FOLDER_OF_MODELS. R1, T1, ... are those of resources/help/generating.md.
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

WORK = None
PARKED = 9223372036854775807


def generate(name, text):
    """The folder of each context of a model."""
    path = os.path.join(WORK, f"{name}.factline.yaml")
    with open(path, "w") as file:
        file.write(text.replace("store: postgresql", "store: sqlite"))
    done = subprocess.run([sys.argv[1], path, os.path.join(WORK, name), "sqlite"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    contexts = sorted(f for f in os.listdir(os.path.join(WORK, name)) if not f.startswith("."))
    return {context: os.path.join(WORK, name, context, "sqlite/generated") for context in contexts}


def model(name):
    with open(os.path.join(sys.argv[2], f"{name}.factline.yaml")) as file:
        return file.read()


def read(folder, name):
    with open(os.path.join(folder, name)) as file:
        return file.read()


def statements(text):
    """The statements of a file by name, as sqlc and aiosql read them."""
    parts = re.split(r"^-- name: (\w+)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def open_database(name):
    connection = sqlite3.connect(os.path.join(WORK, f"{name}.db"), isolation_level=None, timeout=30, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def database(name, folder, *files):
    connection = open_database(name)
    for file in files or ("outbox.sql",):
        connection.executescript(read(folder, file))
    return connection


def append(connection, key, type="OrderPlaced", version=2, aggregate="order", payload=None, null=False):
    body = None if null else json.dumps({"orderId": key} if payload is None else payload)
    connection.execute("INSERT INTO outbox_append (type, schema_version, aggregatetype, aggregateid, payload) VALUES (?,?,?,?,?)",
                       (type, version, aggregate, key, body))


class Schema(unittest.TestCase):
    def test_loads_twice_without_change(self):
        folders = generate("twice", model("shop"))
        database("twice", folders["orders"]).executescript(read(folders["billing"], "consumer.sql"))
        connection = open_database("twice")
        append(connection, "a")

        def shape():
            return [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
                    for table in ("outbox_event", "outbox_route", "relay_shard", "projection_freshness")] + [
                        sorted(connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))]
        before = shape()
        for folder, file in (("orders", "outbox.sql"), ("orders", "narrow.sql"), ("billing", "consumer.sql")):
            connection.executescript(read(folders[folder], file))
        self.assertEqual(before, shape())

    def test_odd_names_do_not_get_out(self):
        folder = next(iter(generate("odd", model("odd")).values()))
        connection = database("odd", folder, "outbox.sql", "consumer.sql", "outbox.sql", "narrow.sql")
        payload = {"from": "a|b", "o'id": "c\\d", "back\\slash": "e", "Ärger": "f"}
        name = "Wölkchen'); DROP TABLE outbox_event; --"
        append(connection, "a\\|b|c\\\\d|e|f", name, 1, "select", payload)
        with self.assertRaises(sqlite3.IntegrityError):
            append(connection, "a|b|c|e|f", name, 1, "select", payload)
        self.assertEqual(1, connection.execute("SELECT count(*) FROM outbox_event").fetchone()[0])

    def test_more_events_than_an_expression_is_deep(self):
        events = "".join(f"      Thing{i}Happened: {{announces: [thing], channel: c, payload: {{id: string}}}}\n" for i in range(1500))
        text = ("factline: 1\nmodel: Many\ncontexts:\n  many:\n    store: sqlite\n    facts: {thing: {key: [id]}}\n"
                "    channels: {c: {}}\n    events:\n" + events)
        connection = database("many", generate("many", text)["many"], "outbox.sql", "narrow.sql", "outbox.sql")
        append(connection, "x", "Thing1499Happened", 1, "thing", {"id": "x"})

    def test_only_what_the_model_declares(self):
        connection = database("declared", generate("declared", model("shop"))["orders"])
        for bad in (dict(type="OrderPlcaed"), dict(version=3), dict(version=0), dict(aggregate="order-line"),
                    dict(payload={"orderId": "b"}), dict(payload={"total": 1}), dict(payload=[1]), dict(payload={"orderId": None})):
            with self.assertRaises(sqlite3.IntegrityError, msg=str(bad)):
                append(connection, "a", **bad)
        with self.assertRaises(sqlite3.IntegrityError):
            append(connection, "", null=True)
        with self.assertRaises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO outbox_append (type, schema_version, aggregatetype, aggregateid, payload) "
                               "VALUES ('OrderPlaced', 1, 'order', 'a', 'no json')")
        append(connection, "a\\|b|c", "LineAdded", 1, "order-line", {"orderId": "a|b", "sku": "c"})
        append(connection, "a", null=True)
        self.assertEqual([(1,), (1,)], connection.execute("SELECT last_seq FROM outbox_stream").fetchall())
        (uuid, at), = connection.execute("SELECT event_id, occurred_at FROM outbox_event WHERE aggregateid = 'a'")
        self.assertRegex(uuid, r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
        self.assertLess(abs(at - time.time() * 1000), 60000)

    def test_widens_then_narrows_from_the_contract_before(self):
        before = model("shop")
        after = before.replace("OrderCancelled", "OrderWithdrawn").replace("version: 2", "version: 3")
        old, new = generate("before", before)["orders"], generate("after", after)["orders"]
        connection = database("migrated", old)
        append(connection, "a")
        with self.assertRaises(sqlite3.IntegrityError):
            append(connection, "a", version=3)
        connection.executescript(read(new, "outbox.sql"))
        for good in (dict(type="OrderCancelled", version=1), dict(type="OrderWithdrawn", version=1), dict(version=3), dict(version=2)):
            append(connection, "a", **good)
        connection.executescript(read(new, "narrow.sql"))
        with self.assertRaises(sqlite3.IntegrityError):
            append(connection, "a", type="OrderCancelled", version=1)
        append(connection, "a", type="OrderWithdrawn", version=1)
        of_cancelled = "SELECT schema_version, topic FROM outbox_route WHERE type = 'OrderCancelled'"
        self.assertEqual([(0, "orders.order")], connection.execute(of_cancelled).fetchall(), "what still waits keeps its route")
        connection.execute("UPDATE outbox_event SET published_at = 1")
        connection.executescript(read(new, "narrow.sql"))
        self.assertEqual([], connection.execute(of_cancelled).fetchall())
        self.assertEqual([(6, 6)], connection.execute("SELECT count(*), max(aggregate_seq) FROM outbox_event").fetchall())


class Sequences(unittest.TestCase):
    def test_contiguous_under_writers_with_rollbacks(self):
        """R2: 6 writers on connections of their own, 5 aggregates, every tenth transaction rolled back."""
        database("writers", generate("writers", model("shop"))["orders"])
        problems = []

        def go(seed):
            try:
                connection = open_database("writers")
                for i in range(50):
                    connection.execute("BEGIN IMMEDIATE")
                    append(connection, f"k{(i * 7 + seed) % 5}")
                    connection.execute("ROLLBACK" if i % 10 == seed else "COMMIT")
            except sqlite3.Error as error:
                problems.append(error)

        threads = [threading.Thread(target=go, args=(seed,)) for seed in range(6)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        self.assertEqual([], problems)
        connection = open_database("writers")
        self.assertEqual(270, connection.execute("SELECT count(*) FROM outbox_event").fetchone()[0])
        self.assertEqual([], connection.execute("SELECT 1 FROM outbox_event GROUP BY aggregateid HAVING min(aggregate_seq) <> 1 "
                                                "OR max(aggregate_seq) <> count(*)").fetchall())
        self.assertEqual([], connection.execute("SELECT 1 FROM outbox_event a JOIN outbox_event b USING (aggregatetype, aggregateid) "
                                                "WHERE a.id < b.id AND a.aggregate_seq > b.aggregate_seq").fetchall())


class Once(unittest.TestCase):
    def test_what_is_there_is_refused(self):
        """R1, R2: an event's id, and a number of an aggregate, are in the outbox once."""
        connection = database("once", generate("once", model("shop"))["orders"])
        append(connection, "a")
        rest = "aggregatetype, aggregateid, type, schema_version, payload, occurred_at, partition_no"
        for number in ("'another', aggregate_seq", "event_id, aggregate_seq + 1"):
            with self.assertRaisesRegex(sqlite3.IntegrityError, "UNIQUE"):
                connection.execute(f"INSERT INTO outbox_event (event_id, aggregate_seq, {rest}) SELECT {number}, {rest} FROM outbox_event")


class Relay(unittest.TestCase):
    def setUp(self):
        name = self._testMethodName
        folder = generate(name, model("shop"))["orders"]
        self.connection = database(name, folder)
        self.named = statements(read(folder, "relay.sql"))

    def do(self, name, **values):
        sql = self.named[name]
        wanted = set(re.findall(r":([a-z_]+)", re.sub(r"--.*", "", sql)))
        return self.connection.execute(sql, {key: values[key] for key in wanted}).fetchall()

    def claim(self, key, now=0, lease=1000):
        shard, = self.connection.execute("SELECT partition_no FROM outbox_event WHERE aggregateid = ?", (key,)).fetchone()
        for _ in range(8):
            got, fence = self.do("relay_claim", owner="r", now=now, lease=lease)[0]
            if got == shard:
                return dict(partition_no=shard, fence=fence, limit=100)
        raise AssertionError("not to be had")

    def test_publishes_each_once_in_order(self):
        """R1, R2, R3: every row is pending until marked; ids of deleted rows are not given again."""
        for _ in range(3):
            append(self.connection, "a")
        mine = self.claim("a")
        rows = self.do("relay_pending", now=1, **mine)
        self.assertEqual([(1, "orders.order"), (2, "orders.order"), (3, "orders.order")], [(r[0], r[-1]) for r in rows])
        self.assertEqual([(2,)], self.do("relay_mark", id=2, now=1, **mine))
        self.assertEqual([], self.do("relay_mark", id=2, now=1, **mine))
        self.assertEqual([1, 3], [r[0] for r in self.do("relay_pending", now=1, **mine)])
        self.assertEqual([(1,)], self.do("relay_floor", **mine))
        for i in (1, 3):
            self.do("relay_mark", id=i, now=1, **mine)
        self.assertEqual([(4,)], self.do("relay_floor", **mine))
        self.connection.execute("DELETE FROM outbox_event")
        append(self.connection, "a")
        self.assertEqual([4], [r[0] for r in self.do("relay_pending", now=1, **mine)])

    def test_a_lost_lease_marks_nothing(self):
        """R4, T4."""
        append(self.connection, "a")
        zombie = self.claim("a", now=0, lease=10)
        self.assertEqual([(1,)], self.do("relay_renew", now=5, lease=10, **zombie))
        self.assertEqual([], self.do("relay_pending", now=20, **zombie))
        mine = self.claim("a", now=20, lease=1000)
        for name in ("relay_pending", "relay_mark", "relay_fail", "relay_renew", "relay_floor", "relay_release"):
            self.assertEqual([], self.do(name, id=1, now=21, lease=1, error="x", next_attempt_at=0, **zombie), name)
        self.assertEqual([(1,)], self.do("relay_mark", id=1, now=21, **mine))
        self.assertEqual([(1,)], self.do("relay_release", **mine))

    def test_a_failure_holds_back_its_aggregate_alone(self):
        """R6, R9."""
        append(self.connection, "a")
        append(self.connection, "a")
        mine = self.claim("a")
        other = next(f"b{i}" for i in range(200) if not append(self.connection, f"b{i}") and self.connection.execute(
            "SELECT partition_no FROM outbox_event WHERE aggregateid = ?", (f"b{i}",)).fetchone()[0] == mine["partition_no"])
        self.do("relay_fail", id=1, error="too big", next_attempt_at=PARKED, **mine)
        self.assertEqual({other}, {r[3] for r in self.do("relay_pending", now=1, **mine)})
        self.assertEqual([(1,)], self.do("relay_unpark", aggregatetype="order", aggregateid="a"))
        self.do("relay_fail", id=1, error="later", next_attempt_at=50, **mine)
        self.assertEqual({other}, {r[3] for r in self.do("relay_pending", now=49, **mine)})
        self.assertEqual([1, 2], [r[0] for r in self.do("relay_pending", now=50, **mine)][:2])

    def test_shards_are_spread(self):
        for i in range(200):
            append(self.connection, f"{i}")
        shards = self.connection.execute("SELECT partition_no, count(*) FROM outbox_event GROUP BY 1").fetchall()
        self.assertEqual(8, len(shards))

    def test_cleanup_is_bounded_and_spares_what_waits(self):
        """R10: retention of the model is 14 days."""
        for _ in range(7):
            append(self.connection, "a")
        day = 86400000
        self.connection.execute("UPDATE outbox_event SET published_at = ? WHERE id <= 5", (day,))
        self.assertEqual([0, 3, 2, 0], [len(self.do("outbox_cleanup", now=now * day, batch=3)) for now in (15, 16, 16, 16)])
        self.assertEqual(2, self.connection.execute("SELECT count(*) FROM outbox_event").fetchone()[0])

    def test_survives_dump_and_restore(self):
        """R12, T17."""
        append(self.connection, "a")
        copy = open_database("restored")
        copy.executescript("\n".join(self.connection.iterdump()))
        append(copy, "a")
        self.assertEqual([(1,), (2,)], copy.execute("SELECT aggregate_seq FROM outbox_event WHERE published_at IS NULL").fetchall())
        told = re.search(r"--     (INSERT INTO outbox_stream.*)\n--     (.*);", read(generate("moved_on", model("shop"))["orders"], "outbox.sql"))
        for last in (7, 5):
            copy.execute(" ".join(told.groups()).replace("'...', '...', 7", f"'order', 'a', {last}"))
        append(copy, "a")
        self.assertEqual((8,), copy.execute("SELECT max(aggregate_seq) FROM outbox_event").fetchone())


class Consumer(unittest.TestCase):
    def setUp(self):
        name = self._testMethodName
        folder = generate(name, model("shop"))["billing"]
        self.connection = database(name, folder, "consumer.sql")
        self.named = statements(read(folder, "applying.sql"))

    do = Relay.do

    def test_a_number_is_applied_once_and_in_order(self):
        """R18, R20, R23."""
        who = dict(consumer="c", aggregatetype="orders/order", aggregateid="a", event_id="e", event_time=1)

        def offer(seq):
            return len(self.do("consumer_advance", seq=seq, **who))
        self.assertEqual([0, 1, 0, 0, 1, 0], [offer(seq) for seq in (2, 1, 1, 3, 2, 1)])
        self.do("consumer_park", **who)
        self.assertEqual(0, offer(3))
        self.assertEqual([(2, "parked", "e")], self.do("consumer_position", seq=2, **who))
        self.do("consumer_unpark", **who)
        self.assertEqual(1, offer(3))
        self.assertEqual([1, 0], [len(self.do("inbox_take", consumer="c", event_id="x", now=1)) for _ in range(2)])

    def test_a_number_tells_whose_it_was(self):
        """R12, R20, T17: as far back as 32 numbers, so that one that is given twice is told from one that comes twice."""
        who = dict(consumer="c", aggregatetype="orders/order", aggregateid="a", event_time=1)
        for seq in range(1, 41):
            self.do("consumer_advance", seq=seq, event_id=f"e{seq}", **who)
        self.assertEqual([None, "e9", "e40", None], [self.do("consumer_position", seq=seq, **who)[0][2] for seq in (8, 9, 40, 41)])

    def test_numbers_go_with_their_stream(self):
        """R27: a rebuild takes the positions away, somebody sets one back, and the same numbers are applied again."""
        who = dict(consumer="c", aggregatetype="orders/order", aggregateid="a", event_time=1)
        apply = lambda event, *numbers: [len(self.do("consumer_advance", seq=seq, event_id=event, **who)) for seq in numbers]
        self.assertEqual([1, 1, 1], apply("old", 1, 2, 3))
        self.connection.execute("UPDATE consumer_stream SET last_seq = 1")
        self.assertEqual([1], apply("back", 2))
        self.assertEqual([("old",), ("back",)], [self.do("consumer_position", seq=seq, **who)[0][2:] for seq in (1, 2)])
        self.connection.execute("DELETE FROM consumer_stream")
        self.assertEqual([1, 1], apply("new", 1, 2))
        self.assertEqual([("new",), ("new",), (None,)], [self.do("consumer_position", seq=seq, **who)[0][2:] for seq in (1, 2, 3)])

    def test_letters_are_kept_once_and_cleaned_up(self):
        """R26."""
        letter = dict(consumer="c", topic="t", partition=0, record_time=1, consumer_group="g", aggregatetype="o",
                      aggregateid="a", seq=1, event_id="e", reason="poison", error="x", key=b"k", headers="[]", payload=b"p", now=1)
        for offset in (1, 1, 2):
            self.do("dead_letter_add", offset=offset, **letter)
        self.assertEqual([(1, 2), (2, 1)], self.connection.execute('SELECT "offset", attempts FROM dead_letter').fetchall())
        for offset, reason in enumerate(("gap", "behind", "reused"), 3):
            self.do("dead_letter_add", offset=offset, **{**letter, "reason": reason, "aggregateid": reason})
        first = self.do("dead_letter_pending", **letter)[0][0]
        self.do("dead_letter_replayed", id=first, now=2)
        far = 100 * 86400000
        self.assertEqual(1, len(self.do("dead_letter_cleanup", now=far, batch=10)))
        self.do("inbox_take", consumer="c", event_id="x", now=1)
        self.assertEqual(1, len(self.do("inbox_cleanup", now=far, batch=10)))
        self.do("offset_store", consumer="c", topic="t", partition=0, next_offset=5)
        self.do("freshness_applied", projection="billing/open-orders", event_time=3, now=4)
        self.assertEqual([("billing/open-orders", 3, 4, None)], self.connection.execute("SELECT * FROM projection_freshness").fetchall())

    def test_a_view_is_as_fresh_as_its_oldest_partition(self):
        places = [dict(projection="billing/open-orders", topic="t", partition=partition) for partition in (0, 1)]
        freshness = lambda: self.connection.execute("SELECT caught_up_at FROM projection_freshness").fetchall()
        for place in places:
            self.do("partition_begin", **place)
        for time in (5, 3):
            self.do("partition_read", event_time=time, **places[0])
        for place, now, expected in ((places[0], 7, None), (places[1], 8, 7), (places[0], 9, 8)):
            self.do("partition_reached_end", now=now, **place)
            self.do("freshness_caught_up", **place)
            self.assertEqual([(expected,)], freshness())
        self.do("partition_begin", **places[0])
        self.assertEqual([(0, 5, 9), (1, None, 8)],
                         self.connection.execute("SELECT partition, last_event_time, caught_up_at FROM projection_partition ORDER BY 1").fetchall())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as WORK:
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
