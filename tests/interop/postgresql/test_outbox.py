# SPDX-License-Identifier: Apache-2.0
"""The generated tables and functions of the outbox and its relay, on a real PostgreSQL.

Usage: test_outbox.py GENERATE_FILES. The names R1, T1, ... are those of resources/help/generating.md.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from cluster import Cluster, Session, SqlError, run, run_file

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATE = None
CLUSTER = None
FILES = None


def generate(model, folder):
    done = subprocess.run([GENERATE, model, folder, "postgresql"], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def schema(name, sql_file=None):
    """A fresh schema with the shop's outbox in it, and how to reach it."""
    url = CLUSTER.url(name)
    run(url, f"CREATE SCHEMA {name}")
    run_file(url, sql_file or os.path.join(FILES, "shop/orders/postgresql/generated/outbox.sql"))
    return url


def append(key, type="OrderPlaced", version=2, aggregate="order", payload=None):
    payload = json.dumps({"orderId": key} if payload is None else payload).replace("'", "''")
    return f"SELECT outbox_append('{type}', {version}, '{aggregate}', '{key}', '{payload}')"


def shard_of(url, key):
    return run(url, f"SELECT partition_no FROM outbox_event WHERE aggregateid = '{key}' LIMIT 1")[0][0]


def claim(url, owner, number, lease="30 seconds"):
    """Claims until the wanted shard is among them; gives its fence."""
    for _ in range(8):
        rows = run(url, f"SELECT partition_no, fence FROM relay_claim('{owner}', '{lease}')")
        if rows and rows[0][0] == str(number):
            return rows[0][1]
    raise AssertionError(f"shard {number} was not to be had")


class Schema(unittest.TestCase):
    def test_runs_twice_without_change(self):
        url = schema("twice")
        run(url, append("a"))
        before = run(url, "SELECT e.*, s.* FROM outbox_event e, relay_shard s ORDER BY e.id, s.partition_no")
        dump = ("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'twice'::regnamespace "
                "UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'twice' "
                "UNION ALL SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'twice'::regnamespace ORDER BY 1, 2")
        shape = run(url, dump)
        run_file(url, os.path.join(FILES, "shop/orders/postgresql/generated/outbox.sql"))
        self.assertEqual(before, run(url, "SELECT e.*, s.* FROM outbox_event e, relay_shard s ORDER BY e.id, s.partition_no"))
        self.assertEqual(shape, run(url, dump))

    def test_two_first_runs_at_once(self):
        url = CLUSTER.url("atonce")
        run(url, "CREATE SCHEMA atonce")
        problems = []

        def go():
            try:
                run_file(url, os.path.join(FILES, "shop/orders/postgresql/generated/outbox.sql"))
            except SqlError as error:
                problems.append(error)

        threads = [threading.Thread(target=go) for _ in range(4)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        self.assertEqual([], problems)

    def test_odd_names_do_not_get_out(self):
        folder = next(f for f in os.listdir(os.path.join(FILES, "odd")) if not f.startswith("."))
        url = schema("odd", os.path.join(FILES, "odd", folder, "postgresql/generated/outbox.sql"))
        run_file(url, os.path.join(FILES, "odd", folder, "postgresql/generated/consumer.sql"))
        run_file(url, os.path.join(FILES, "odd", folder, "postgresql/generated/outbox.sql"))
        payload = json.dumps({"from": "a|b", "o'id": "c\\d", "back\\slash": "e", "Ärger": "f"}).replace("'", "''")
        key = "a\\|b|c\\\\d|e|f"
        run(url, f"SELECT outbox_append('Wölkchen''); DROP TABLE outbox_event; --', 1, 'select', '{key}', '{payload}')")
        with self.assertRaises(SqlError):
            run(url, f"SELECT outbox_append('Wölkchen''); DROP TABLE outbox_event; --', 1, 'select', 'a|b|c|e|f', '{payload}')")
        self.assertEqual([["1"]], run(url, "SELECT count(*) FROM outbox_event"))
        self.assertIn("o'hara; DROP", run(url, "SELECT obj_description('outbox_event'::regclass)")[0][0])

    def test_every_generated_model_runs_twice(self):
        folder = os.path.join(FILES, "random")
        done = subprocess.run([GENERATE, "--random", "60", folder], capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stderr)
        script, count = "", 0
        for base, _, files in sorted(os.walk(folder)):
            for file in sorted(files):
                if not file.endswith(".sql") or "/postgresql/" not in base:
                    continue
                count += 1
                script += f"DROP SCHEMA IF EXISTS r CASCADE;\nCREATE SCHEMA r;\nSET search_path = r;\n"
                if file == "narrow.sql":
                    script += f"\\i '{base}/outbox.sql'\n"
                script += f"\\echo {count}\n\\i '{base}/{file}'\n\\i '{base}/{file}'\n".replace("\\'", "'")
        self.assertGreater(count, 30)
        run(CLUSTER.url("r"), "SET client_min_messages = error;\n" + script)

    def test_only_what_the_model_declares(self):
        url = schema("declared")
        for bad in (append("a", type="OrderPlcaed"), append("a", version=3), append("a", version=0), append("a", aggregate="order-line"),
                    append("a", payload={"orderId": "b"}), append("a", payload={"total": 1}), append("a", payload=[1]),
                    append("a", payload={"orderId": None}),
                    append("a|b", type="LineAdded", version=1, aggregate="order-line", payload={"orderId": "a|b", "sku": ""}),
                    append("a|", type="LineAdded", version=1, aggregate="order-line", payload={"orderId": "a"})):
            with self.assertRaises(SqlError, msg=bad):
                run(url, bad)
        run(url, append("a\\|b|c", type="LineAdded", version=1, aggregate="order-line", payload={"orderId": "a|b", "sku": "c"}))
        run(url, "SELECT outbox_append('OrderPlaced', 2, 'order', 'a', NULL)")
        self.assertEqual([["2"]], run(url, "SELECT count(*) FROM outbox_event"))
        self.assertEqual([["0"]], run(url, "SELECT count(*) FROM outbox_stream WHERE last_seq <> 1"))

    def test_the_version_before_goes_on_while_services_are_replaced(self):
        """Rows of version 1; the model goes to version 2 and the script runs again; both are taken, a third is not."""
        with open(os.path.join(HERE, "shop.factline.yaml")) as file:
            text = file.read()
        before = text.replace("        version: 2\n", "")
        after = text.replace("total: \"decimal(12,2)\",", "total: \"decimal(12,2)\", shop: {type: string, since: 2},").replace(
            "order: {key: [orderId]}", "order: {key: [orderId, shop]}")
        self.assertNotEqual(text, before)
        self.assertEqual(2, after.count("shop: {type") + after.count("[orderId, shop]"))
        scripts = []
        for name, model in (("one", before), ("two", after)):
            path = os.path.join(FILES, f"{name}.factline.yaml")
            with open(path, "w") as file:
                file.write(model)
            generate(path, os.path.join(FILES, name))
            scripts.append(os.path.join(FILES, name, "orders/postgresql/generated/outbox.sql"))
        valid = "SELECT conname FROM pg_constraint WHERE conrelid = 'outbox_event'::regclass AND contype = 'c' " \
                "AND convalidated AND conname IN ('outbox_event_declared', 'outbox_event_key') ORDER BY 1"

        url = schema("replaced", scripts[0])
        self.assertEqual([["1"]], run(url, append("a", version=1)))
        with self.assertRaises(SqlError):
            run(url, append("a", version=2))
        run_file(url, scripts[1])
        self.assertEqual([["outbox_event_declared"], ["outbox_event_key"]], run(url, valid))
        self.assertEqual([["2"]], run(url, append("a", version=1)))
        self.assertEqual([["1"]], run(url, append("a|s", version=2, payload={"orderId": "a", "shop": "s"})))
        for bad in (append("a", version=2), append("a|s", version=3, payload={"orderId": "a", "shop": "s"}), append("", version=1)):
            with self.assertRaises(SqlError, msg=bad):
                run(url, bad)
        run_file(url, scripts[1])
        self.assertEqual([["3"]], run(url, append("a", version=1)))
        self.assertEqual([["OrderPlaced", "2"]], run(url, "SELECT type, schema_version FROM outbox_route WHERE type = 'OrderPlaced'"))

        # Back to the model before: its rows of version 2 stay; once it is narrow, nothing new of that version comes in.
        run_file(url, scripts[0])
        run_file(url, scripts[0].replace("outbox.sql", "narrow.sql"))
        self.assertNotIn(["outbox_event_declared"], run(url, valid))
        self.assertEqual([["4"]], run(url, "SELECT count(*) FROM outbox_event"))
        with self.assertRaises(SqlError):
            run(url, append("a", version=2))

    def contract(self, name, model):
        """The scripts of a model: outbox.sql, narrow.sql."""
        path = os.path.join(FILES, f"{name}.factline.yaml")
        with open(path, "w") as file:
            file.write(model)
        generate(path, os.path.join(FILES, name))
        return [os.path.join(FILES, name, "orders/postgresql/generated", file) for file in ("outbox.sql", "narrow.sql")]

    def test_a_script_that_changes_nothing_waits_for_nobody(self):
        """Neither for a report nor for one who writes, behind whom others would wait with it."""
        url = schema("unchanged")
        sessions = [Session(url), Session(url)]
        for session, sql in zip(sessions, (append("a"), "SELECT count(*) FROM outbox_event")):
            self.addCleanup(session.close)
            session.run("BEGIN; " + sql)
        run_file(url, os.path.join(FILES, "shop/orders/postgresql/generated/outbox.sql"))
        for session in sessions:
            session.run("COMMIT")

    def test_a_script_that_has_to_wait_lets_others_through(self):
        """A second each time, and again until the report has ended."""
        with open(os.path.join(HERE, "shop.factline.yaml")) as file:
            scripts = self.contract("patient", file.read().replace("version: 2", "version: 3"))
        for script, version in zip(scripts, (3, 4)):
            url = schema("patient" + str(version))
            report = Session(url)
            self.addCleanup(report.close)
            report.run("BEGIN; SELECT count(*) FROM outbox_event")
            problems = []

            def migrate():
                try:
                    run_file(url, script)
                except SqlError as error:
                    problems.append(error)

            migration = threading.Thread(target=migrate)
            migration.start()
            waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'outbox_event'::regclass"
            longest = 0
            while run(url, waits) == [["0"]] and migration.is_alive():
                time.sleep(0.02)
            for _ in range(3):
                start = time.monotonic()
                run(url, append("a"))
                longest = max(longest, time.monotonic() - start)
                time.sleep(0.5)
            report.run("COMMIT")
            migration.join()
            self.assertEqual([], problems)
            self.assertLess(longest, 5)
            with self.assertRaises(SqlError):
                run(url, append("a", version=4))

    def test_widens_then_narrows_from_the_contract_before(self):
        with open(os.path.join(HERE, "shop.factline.yaml")) as file:
            before = file.read()
        after = before.replace("OrderCancelled", "OrderWithdrawn").replace("version: 2", "version: 3")
        self.assertNotIn("OrderCancelled", after)
        old, new = self.contract("before", before), self.contract("after", after)
        url = schema("migrated", old[0])
        run(url, append("a"))
        of_cancelled = "SELECT schema_version, topic FROM outbox_route WHERE type = 'OrderCancelled'"
        valid = "SELECT convalidated FROM pg_constraint WHERE conrelid = 'outbox_event'::regclass AND conname = 'outbox_event_declared'"
        for _ in range(2):  # a second run is the same
            run_file(url, new[0])
            for good in (append("a", "OrderCancelled", 1), append("a", "OrderWithdrawn", 1), append("a", version=3), append("a")):
                run(url, good)
            for bad in (append("a", version=4), append("a", "OrderCancelled", 2), append("a", "OrderLost", 1)):
                with self.assertRaises(SqlError, msg=bad):
                    run(url, bad)
        self.assertEqual([["t"]], run(url, valid))
        self.assertEqual([["1", "orders.order"]], run(url, of_cancelled))
        for _ in range(2):
            run_file(url, new[1])
            with self.assertRaises(SqlError):
                run(url, append("a", "OrderCancelled", 1))
            run(url, append("a", "OrderWithdrawn", 1))
            self.assertEqual([["0", "orders.order"]], run(url, of_cancelled), "what still waits keeps its route")
            run_file(url, new[0])  # nor does it come back
        with self.assertRaises(SqlError):
            run(url, append("a", "OrderCancelled", 1))
        self.assertEqual([["f"]], run(url, valid))
        shard = shard_of(url, "a")
        fence = claim(url, "r", shard)
        pending = run(url, f"SELECT id FROM relay_pending({shard}, {fence})")
        self.assertEqual(11, len(pending))
        ids = ", ".join(row[0] for row in pending[1:])
        self.assertEqual([["10"]], run(url, f"SELECT relay_mark({shard}, {fence}, ARRAY[{ids}])"), "by whatever model")
        self.assertEqual([["t"]], run(url, f"SELECT relay_fail({shard}, {fence}, {pending[0][0]}, 'lost', NULL)"))
        run_file(url, new[1])
        self.assertEqual([], run(url, of_cancelled))
        self.assertEqual([["11"]], run(url, "SELECT count(*) FROM outbox_event"), "no row is lost")

    def test_an_outbox_from_before_there_was_a_table_of_what_is_declared(self):
        with open(os.path.join(HERE, "shop.factline.yaml")) as file:
            before = file.read()
        new = self.contract("younger", before.replace("OrderCancelled", "OrderWithdrawn"))
        url = schema("elder")
        columns = "type, schema_version, aggregatetype, source, topic, partitions"
        rows = ", ".join(f"('{r[0]}'::text, {r[1]}, '{r[2]}'::text, '{r[3]}'::text, '{r[4]}'::text, {r[5]})"
                         for r in run(url, f"SELECT {columns} FROM outbox_route"))
        run(url, f"CREATE OR REPLACE VIEW outbox_route ({columns}) AS VALUES {rows}; DROP TABLE outbox_declared")
        run_file(url, new[0])
        for good in (append("a", "OrderCancelled", 1), append("a", "OrderWithdrawn", 1)):
            run(url, good)

    def test_an_event_that_moves_has_one_route(self):
        """Relays join by type alone: an event told of another aggregate from now on must not go out twice."""
        with open(os.path.join(HERE, "shop.factline.yaml")) as file:
            before = file.read()
        new = self.contract("moved", before)
        url = schema("moved", new[0])
        run(url, "UPDATE outbox_declared SET aggregatetype = 'basket' WHERE type = 'OrderPlaced'")  # as it was once
        run_file(url, new[0])
        self.assertEqual([["order"]], run(url, "SELECT aggregatetype FROM outbox_route WHERE type = 'OrderPlaced'"))
        run(url, append("a", payload={"orderId": "a"}))
        run(url, append("a", aggregate="basket", payload={"orderId": "a"}))

    def test_columns_that_debezium_reads(self):
        url = schema("columns")
        types = dict(run(url, "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
                              "WHERE attrelid = 'outbox_event'::regclass AND attnum > 0"))
        self.assertEqual("timestamp without time zone", types["occurred_at"])
        self.assertEqual("uuid", types["event_id"])
        self.assertEqual("jsonb", types["payload"])
        run(url, append("a"))
        self.assertEqual([["t"]], run(url, "SET timezone = 'Asia/Tokyo'; SELECT abs(extract(epoch FROM occurred_at - "
                                           "(clock_timestamp() AT TIME ZONE 'UTC'))) < 60 FROM outbox_event"))


class Sequences(unittest.TestCase):
    def test_contiguous_under_concurrent_writers_with_rollbacks(self):
        url = schema("writers")

        def script(seed):
            rng = random.Random(seed)
            lines = []
            for _ in range(150):
                lines.append("BEGIN;")
                for key in sorted(rng.sample(range(12), rng.randint(1, 3))):
                    lines.append(append(f"k{key}") + ";")
                lines.append("ROLLBACK;" if rng.random() < 0.1 else "COMMIT;")
            return "\n".join(lines)

        seen, stop, holes = {}, threading.Event(), []

        def relay():
            """Reads as a relay does, while the writers write: per key, in order and without a hole (T1, R1, R2)."""
            fences = dict(run(url, "SELECT c.partition_no, c.fence FROM generate_series(1, 8) g, LATERAL (SELECT * FROM relay_claim('r' || left(g::text, 0), '5 minutes')) c"))
            session = Session(url)
            while True:
                last_round = stop.is_set()
                for shard, fence in fences.items():
                    rows = session.run(f"SELECT id, aggregateid, aggregate_seq FROM relay_pending({shard}, {fence}, 50)")
                    for _, key, seq in rows:
                        if int(seq) != seen.get(key, 0) + 1:
                            holes.append((key, seq, seen.get(key, 0)))
                        seen[key] = int(seq)
                    if rows:
                        session.run(f"SELECT relay_mark({shard}, {fence}, ARRAY[{','.join(r[0] for r in rows)}]::bigint[])")
                    session.run(f"SELECT relay_floor({shard}, {fence})")
                if last_round and run(url, "SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == [["0"]]:
                    break
            session.close()

        reader = threading.Thread(target=relay)
        writers = [subprocess.Popen(["psql", "-X", "-q", "-d", url, "-v", "ON_ERROR_STOP=1"], stdin=subprocess.PIPE,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(8)]
        reader.start()
        feeds = [threading.Thread(target=lambda w=w, i=i: (w.stdin.write(script(i)), w.stdin.close())) for i, w in enumerate(writers)]
        [f.start() for f in feeds]
        [f.join() for f in feeds]
        codes = [w.wait() for w in writers]
        stop.set()
        reader.join()
        complaints = [w.stderr.read() for w in writers]
        [w.stderr.close() for w in writers]
        self.assertEqual([0] * 8, codes, complaints)
        self.assertEqual([], holes)
        rows = run(url, "SELECT aggregateid, count(*), max(aggregate_seq) FROM outbox_event GROUP BY 1")
        self.assertEqual(12, len(rows))
        self.assertEqual({key: int(n) for key, n, _ in rows}, seen)
        for key, count, last in rows:
            self.assertEqual(count, last, key)
        self.assertEqual([["0"]], run(url, "SELECT count(*) FROM (SELECT aggregate_seq - lag(aggregate_seq, 1, 0::bigint) "
                                           "OVER (PARTITION BY aggregateid ORDER BY id) AS step FROM outbox_event) s WHERE step <> 1"))

    def test_nothing_is_lost_while_a_transaction_is_held_open(self):
        url = schema("held")
        late = Session(url)
        late.run("BEGIN; " + append("late"))
        for i in range(20):
            run(url, append(f"early{i}"))
        published = []
        fences = {}
        for _ in range(8):
            shard, fence = run(url, "SELECT partition_no, fence FROM relay_claim('r', '5 minutes')")[0]
            fences[shard] = fence

        def drain():
            for shard, fence in fences.items():
                run(url, f"SELECT relay_floor({shard}, {fence})")
                rows = run(url, f"SELECT id, aggregateid FROM relay_pending({shard}, {fence})")
                self.assertEqual(sorted(rows, key=lambda r: int(r[0])), rows)
                published.extend(r[1] for r in rows)
                if rows:
                    run(url, f"SELECT relay_mark({shard}, {fence}, ARRAY[{','.join(r[0] for r in rows)}]::bigint[])")

        for _ in range(3):
            drain()
        self.assertEqual(20, len(published))
        late.run("COMMIT")
        drain()
        late.close()
        self.assertEqual(sorted(published), sorted([f"early{i}" for i in range(20)] + ["late"]))
        drain()
        drain()
        self.assertEqual([["0"]], run(url, "SELECT count(*) FROM relay_shard WHERE floor_id < 22"))

    def test_the_floor_waits_for_one_that_nobody_has_followed(self):
        """R1, T1: the transaction that writes is the newest of all, and ends after the floor was raised twice."""
        url = schema("newest")
        fences = dict(run(url, "SELECT partition_no, fence FROM relay_claim('r', '5 minutes')")[0] for _ in range(8))
        late = Session(url)
        late.run("BEGIN; " + append("late"))
        shard = late.run("SELECT partition_no FROM outbox_event")[0][0]
        for _ in range(3):
            run(url, f"SELECT relay_floor({shard}, {fences[shard]})")
        late.run("COMMIT")
        late.close()
        self.assertEqual([["late"]], run(url, f"SELECT aggregateid FROM relay_pending({shard}, {fences[shard]})"))
        run(url, "UPDATE relay_shard SET floor_id = 100")
        run_file(url, os.path.join(FILES, "shop/orders/postgresql/generated/outbox.sql"))
        self.assertEqual([["late"]], run(url, f"SELECT aggregateid FROM relay_pending({shard}, {fences[shard]})"))
        with self.assertRaisesRegex(SqlError, "a transaction of its own"):
            run(url, f"BEGIN; {append('a')}; SELECT relay_floor({shard}, {fences[shard]}); COMMIT")

    def test_a_page_is_short_behind_many_that_are_published_and_before_many_that_wait(self):
        """R1, T14: whichever index a page is read by, it reads what it gives, times the shards at the most, and not what
        went out before it."""
        url = schema("pages")
        run(url, "SELECT count(outbox_append('OrderPlaced', 2, 'order', 'k' || n % 40, "
                 "jsonb_build_object('orderId', 'k' || n % 40))) FROM generate_series(1, 30000) AS n")
        run(url, "UPDATE outbox_event SET published_at = now() WHERE id <= 10000")
        fence = claim(url, "r", 3)
        for _ in range(3):
            run(url, f"SELECT relay_floor(3, {fence})")
        run(url, "VACUUM ANALYZE outbox_event")
        read = "SELECT idx_tup_fetch + seq_tup_read FROM pg_stat_user_tables WHERE relid = 'outbox_event'::regclass"
        page = f"SELECT count(*) FROM relay_pending(3, {fence}, 100)"
        by_id = "SET enable_seqscan = off; SET enable_bitmapscan = off; DROP INDEX outbox_event_pending; "
        others = run(url, "SELECT (array_agg(id))[2:] FROM (SELECT min(id) AS id FROM outbox_event "
                         "WHERE partition_no = 3 AND published_at IS NULL GROUP BY aggregateid) AS f")[0][0]
        one_is_left = page.replace("100)", f"100, '{others}')")
        self.assertIn(",", others)
        for way, page in (("", page), ("", one_is_left), (by_id, page)):
            before = int(run(url, read)[0][0])
            self.assertEqual(["100"], run(url, way + page)[-1])
            self.assertLess(int(run(url, read)[0][0]) - before, 2000, way + page)

    def test_a_page_ends_where_its_payloads_come_to_8_mb(self):
        """However well they are compressed in the table; and what is larger by itself is a page by itself."""
        url = schema("large")
        payload = "jsonb_build_object('orderId', n::text, 'note', repeat('x', {0}))"
        large, tombstones, many = ("SELECT count(outbox_append('OrderPlaced', 2, 'order', n::text, " + each + ")) FROM generate_series({1}) AS n"
                                   for each in (payload, "NULL", payload))
        for events in (large.format(9_000_000, "1, 1"), large.format(1_000_000, "2, 21"), tombstones.format(0, "22, 400"),
                       many.format(1, "401, 700")):
            run(url, events)
        run(url, "UPDATE outbox_event SET partition_no = 3")
        fence = claim(url, "r", 3)
        page = f"WITH page AS (SELECT id FROM relay_pending(3, {fence}) AS e LIMIT 500) SELECT count(*), min(id), max(id), relay_mark(3, {fence}, array_agg(id)) FROM page"
        self.assertEqual([["1"] * 4, ["8", "2", "9", "8"], ["8", "10", "17", "8"], ["500", "18", "517", "500"], ["183", "518", "700", "183"]],
                         [run(url, page)[0] for _ in range(5)])

    def test_pages_stay_short_while_an_old_snapshot_keeps_what_went_out(self):
        """T14: 300,000 rows are marked while somebody still sees them as pending, so that no VACUUM may take them out of the
        index. A page reads over all of them until the floor is raised, and a few blocks from then on."""
        url = schema("snapshot")
        insert = ("INSERT INTO outbox_event (aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload, partition_no) "
                  "SELECT 'order', '{0}' || n, 1, 'OrderPlaced', 2, NULL, n % 8 FROM generate_series({1}) AS n")
        run(url, insert.format("early", "1, 300000"))
        run(url, "ANALYZE outbox_event")
        old = Session(url)
        old.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1 FROM outbox_event LIMIT 1")
        fence = claim(url, "r", 3, "1 hour")
        marked = run(url, f"SELECT relay_mark(3, {fence}, array_agg(id)) FROM outbox_event WHERE partition_no = 3")
        self.assertEqual([["37500"]], marked)
        run(url, "UPDATE outbox_event SET published_at = now() WHERE published_at IS NULL")
        run(url, insert.format("late", "3, 3"))
        run(url, "VACUUM ANALYZE outbox_event")

        def blocks_of_a_page():
            page = f"SELECT * FROM relay_pending(3, {fence})"
            # Once before, so that what a new session reads to plan it does not count.
            plan = run(url, f"CREATE TEMP TABLE first_page AS {page}; EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {page}")
            top = json.loads("\n".join(line[0] for line in plan))[0]["Plan"]
            self.assertEqual(1, top["Actual Rows"])
            return top["Shared Hit Blocks"] + top["Shared Read Blocks"]

        unbounded = blocks_of_a_page()
        for _ in range(2):
            run(url, f"SELECT relay_floor(3, {fence})")
        bounded = blocks_of_a_page()
        self.assertEqual([["300000"]], old.run("SELECT count(*) FROM outbox_event WHERE published_at IS NULL"))
        old.close()
        self.assertGreater(unbounded, 1000)
        self.assertLess(bounded, 50)


class Once(unittest.TestCase):
    def test_what_is_there_is_refused(self):
        """R1, R2: an event's id, and a number of an aggregate, are in the outbox once."""
        url = schema("once")
        run(url, append("a"))
        rest = "aggregatetype, aggregateid, type, schema_version, payload, partition_no"
        for number in ("gen_random_uuid(), aggregate_seq", "event_id, aggregate_seq + 1"):
            with self.assertRaisesRegex(SqlError, "unique"):
                run(url, f"INSERT INTO outbox_event (event_id, aggregate_seq, {rest}) SELECT {number}, {rest} FROM outbox_event")


class Relay(unittest.TestCase):
    def test_one_claimer_a_shard(self):
        """R3."""
        url = schema("claims")
        sessions = [Session(url) for _ in range(10)]
        for number, session in enumerate(sessions):  # all at once, each holding its claim for a while
            session.send(f"BEGIN; SELECT partition_no FROM relay_claim('r{number}'); SELECT pg_sleep(0.5); COMMIT")
        got = [row[0] for session in sessions for row in session.wait() if row[0]]
        [session.close() for session in sessions]
        self.assertEqual([str(i) for i in range(8)], sorted(got))
        self.assertEqual([], run(url, "SELECT * FROM relay_claim('late')"))

    def test_a_zombie_marks_nothing(self):
        """R4, T4."""
        url = schema("zombie")
        run(url, append("a"))
        shard = shard_of(url, "a")
        old = claim(url, "old", shard, "300 milliseconds")
        row = run(url, f"SELECT id FROM relay_pending({shard}, {old})")[0][0]
        time.sleep(0.5)
        self.assertEqual([], run(url, f"SELECT id FROM relay_pending({shard}, {old})"))
        new = claim(url, "new", shard)
        self.assertGreater(int(new), int(old))
        self.assertEqual([], run(url, f"SELECT id FROM relay_pending({shard}, {old})"))
        self.assertEqual([["t"]], run(url, f"SELECT relay_floor({shard}, {old}) IS NULL"))
        self.assertEqual([["0"]], run(url, f"SELECT relay_mark({shard}, {old}, ARRAY[{row}]::bigint[])"))
        self.assertEqual([["f"]], run(url, f"SELECT relay_fail({shard}, {old}, {row}, 'x', '1 second')"))
        self.assertEqual([["f"]], run(url, f"SELECT relay_renew({shard}, {old})"))
        self.assertEqual([["f"]], run(url, f"SELECT relay_release({shard}, {old})"))
        self.assertEqual([["1"]], run(url, "SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND attempts = 0"))
        self.assertEqual([["t"]], run(url, f"SELECT relay_renew({shard}, {new})"))
        self.assertEqual([["1"]], run(url, f"SELECT relay_mark({shard}, {new}, ARRAY[{row}]::bigint[])"))
        self.assertEqual([["0"]], run(url, f"SELECT relay_mark({shard}, {new}, ARRAY[{row}]::bigint[])"))
        self.assertEqual([["t"]], run(url, f"SELECT relay_release({shard}, {new})"))
        self.assertEqual([["f"]], run(url, f"SELECT relay_renew({shard}, {new})"))

    def test_a_failure_holds_back_its_aggregate_alone(self):
        """R6, R9."""
        url = schema("failure")
        run(url, append("a"))
        shard = shard_of(url, "a")
        other = "b"
        run(url, append(other))
        while shard_of(url, other) != shard:
            other += "b"
            run(url, append(other))
        run(url, append("a"))
        fence = claim(url, "r", shard)

        def pending():
            return [r[0] + r[1] for r in run(url, f"SELECT aggregateid, aggregate_seq FROM relay_pending({shard}, {fence})"
                                                  f" WHERE aggregateid IN ('a', '{other}')")]

        self.assertEqual(["a1", other + "1", "a2"], pending())
        first = run(url, "SELECT id FROM outbox_event WHERE aggregateid = 'a' AND aggregate_seq = 1")[0][0]
        run(url, f"SELECT relay_fail({shard}, {fence}, {first}, 'broker down', '700 milliseconds')")
        self.assertEqual([other + "1"], pending())
        time.sleep(1)
        self.assertEqual(["a1", other + "1", "a2"], pending())
        run(url, f"SELECT relay_fail({shard}, {fence}, {first}, 'too large', NULL)")
        run(url, append("a"))
        self.assertEqual([other + "1"], pending())
        self.assertEqual([["1"]], run(url, "SELECT relay_unpark('order', 'a')"))
        self.assertEqual(["a1", other + "1", "a2", "a3"], pending())

    def test_a_page_leaves_out_what_is_on_its_way(self):
        """R2, R6: of an aggregate of which an event is on its way nothing is read, and the page is full of others all the same;
        nor, where the relay asks for that, of one whose last attempt failed."""
        url = schema("under_way")
        run(url, "SELECT count(outbox_append('OrderPlaced', 2, 'order', 'k' || n % 3, jsonb_build_object('orderId', 'k' || n % 3))) "
                 "FROM generate_series(0, 299) AS n; UPDATE outbox_event SET partition_no = 3")
        fence = claim(url, "r", 3)

        def page(*options):
            return run(url, "SELECT string_agg(DISTINCT aggregateid, ' '), count(*), min(id) FROM relay_pending(" +
                       ", ".join(("3", fence, "50", *options)) + ")")

        self.assertEqual([["k0 k1 k2", "50", "1"]], page())
        self.assertEqual([["k1 k2", "50", "2"]], page("'{1}'"))
        self.assertEqual([["k2", "50", "3"]], page("'{1,2}'"))
        self.assertEqual([["", "0", ""]], page("'{1,2,3}'"))
        run(url, f"SELECT relay_fail(3, {fence}, 2, 'broker down', '-1 seconds')")
        self.assertEqual([["k0 k1 k2", "50", "1"]], page("'{}'"))
        self.assertEqual([["k0 k2", "50", "1"]], page("'{}'", "false"))
        self.assertEqual([["k2", "50", "3"]], page("'{1}'", "false"))
        run(url, f"SELECT relay_mark(3, {fence}, '{{2}}')")
        self.assertEqual([["k1 k2", "50", "3"]], page("'{1}'", "false"))

    def test_a_wait_that_ends_while_the_page_is_read(self):
        """Either the whole aggregate still waits or all of it goes on: never its later events alone (R2, R6)."""
        url = schema("wait")
        run(url, append("a"))
        run(url, "INSERT INTO outbox_event (aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload, partition_no) "
                 "SELECT aggregatetype, aggregateid, n, type, schema_version, payload, partition_no "
                 "FROM outbox_event, generate_series(2, 5000) n")
        shard = run(url, "SELECT partition_no FROM outbox_event LIMIT 1")[0][0]
        run(url, f"UPDATE relay_shard SET owner = 'r', fence = 1, lease_until = 'infinity' WHERE partition_no = {shard}")
        # However the server joins: here row by row.
        pages = run(url, "SET enable_hashjoin = off; SET enable_mergejoin = off;\n" + "\n".join(
            f"UPDATE outbox_event SET next_attempt_at = clock_timestamp() + interval '{wait} milliseconds' WHERE aggregate_seq = 1;\n"
            f"SELECT coalesce(min(aggregate_seq), 0) FROM relay_pending({shard}, 1, 10000);" for wait in range(0, 40, 2)))
        self.assertEqual(20, len(pages))
        self.assertEqual(set(), {first for (first,) in pages} - {"0", "1"})

    def test_cleanup_spares_what_is_not_published(self):
        """R10."""
        url = schema("cleanup")
        run(url, ";\n".join(append(f"k{i % 5}") for i in range(50)))
        run(url, "UPDATE outbox_event SET published_at = now() - interval '15 days' WHERE id <= 20")
        run(url, "UPDATE outbox_event SET published_at = now() - interval '13 days' WHERE id BETWEEN 21 AND 30")
        run(url, "UPDATE outbox_event SET occurred_at = '2001-01-01' WHERE id > 30")
        deleted = [int(run(url, "SELECT outbox_cleanup(p_batch => 8)")[0][0]) for _ in range(4)]
        self.assertEqual([8, 8, 4, 0], deleted)
        self.assertEqual([["30", "20"]], run(url, "SELECT count(*), count(*) FILTER (WHERE published_at IS NULL) FROM outbox_event"))
        self.assertEqual([["11"]], run(url, append("k0")))

    def test_only_what_the_model_declares_is_moved_on(self):
        url = schema("moved_on")
        for type in ("orders/order", "odrer"):
            with self.assertRaisesRegex(SqlError, f'outbox_move_on: the model declares no aggregate type "{type}"(.|\n)*Give one of these: .*order'):
                run(url, f"SELECT outbox_move_on('{type}', 'a', 7)")
        self.assertEqual([["7"], ["7"]], run(url, "SELECT outbox_move_on('order', 'a', 7); SELECT outbox_move_on('order', 'a', 5)"))
        self.assertEqual([["order", "a"]], run(url, "SELECT aggregatetype, aggregateid FROM outbox_stream"))
        self.assertEqual([["8"]], run(url, append("a")))

    def test_survives_dump_and_restore(self):
        """R12, T17."""
        url = schema("dumped")
        run(url, ";\n".join(append(f"k{i % 3}") for i in range(9)))
        dump = subprocess.run(["pg_dump", "-d", CLUSTER.url(), "-n", "dumped"], capture_output=True, text=True)
        self.assertEqual(0, dump.returncode, dump.stderr)
        run(url, "SET client_min_messages = error; DROP SCHEMA dumped CASCADE")
        run(url, dump.stdout)
        self.assertEqual([["4"]], run(url, append("k0")))
        fence = claim(url, "r", shard_of(url, "k0"))
        rows = run(url, f"SELECT aggregate_seq FROM relay_pending({shard_of(url, 'k0')}, {fence}) WHERE aggregateid = 'k0'")
        self.assertEqual([["1"], ["2"], ["3"], ["4"]], rows)
        with self.assertRaises(SqlError):
            run(url, append("k0", type="Nonsense"))


if __name__ == "__main__":
    GENERATE = os.path.abspath(sys.argv.pop(1))
    with Cluster() as CLUSTER, tempfile.TemporaryDirectory() as FILES:
        for name in ("shop", "odd"):
            generate(os.path.join(HERE, name + ".factline.yaml"), os.path.join(FILES, name))
        unittest.main(verbosity=1, exit=True)
