# SPDX-License-Identifier: Apache-2.0
"""The generated tables of the outbox and what they take, on a real PostgreSQL.

Usage: test_outbox.py GENERATE_FILES. The names R1, T1, ... are those of resources/help/generating.md.
"""

import json
import os
import subprocess
import threading
import time
import unittest

import shop
from cluster import Session, SqlError, run, run_file
from shop import append, claim, generate, schema, shard_of

HERE = os.path.dirname(os.path.abspath(__file__))


class Schema(unittest.TestCase):
    def test_runs_twice_without_change(self):
        url = schema("twice")
        run(url, append("a"))
        before = run(url, "SELECT e.*, s.* FROM outbox_event e, relay_shard s ORDER BY e.id, s.partition_no")
        dump = ("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'twice'::regnamespace "
                "UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'twice' "
                "UNION ALL SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'twice'::regnamespace ORDER BY 1, 2")
        shape = run(url, dump)
        run_file(url, os.path.join(shop.FILES, "shop/orders/postgresql/generated/outbox.sql"))
        self.assertEqual(before, run(url, "SELECT e.*, s.* FROM outbox_event e, relay_shard s ORDER BY e.id, s.partition_no"))
        self.assertEqual(shape, run(url, dump))

    def test_two_first_runs_at_once(self):
        url = shop.CLUSTER.url("atonce")
        run(url, "CREATE SCHEMA atonce")
        problems = []

        def go():
            try:
                run_file(url, os.path.join(shop.FILES, "shop/orders/postgresql/generated/outbox.sql"))
            except SqlError as error:
                problems.append(error)

        threads = [threading.Thread(target=go) for _ in range(4)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        self.assertEqual([], problems)

    def test_odd_names_do_not_get_out(self):
        folder = next(f for f in os.listdir(os.path.join(shop.FILES, "odd")) if not f.startswith("."))
        url = schema("odd", os.path.join(shop.FILES, "odd", folder, "postgresql/generated/outbox.sql"))
        run_file(url, os.path.join(shop.FILES, "odd", folder, "postgresql/generated/consumer.sql"))
        run_file(url, os.path.join(shop.FILES, "odd", folder, "postgresql/generated/outbox.sql"))
        payload = json.dumps({"from": "a|b", "o'id": "c\\d", "back\\slash": "e", "Ärger": "f"}).replace("'", "''")
        key = "a\\|b|c\\\\d|e|f"
        run(url, f"SELECT outbox_append('Wölkchen''); DROP TABLE outbox_event; --', 1, 'select', '{key}', '{payload}')")
        with self.assertRaises(SqlError):
            run(url, f"SELECT outbox_append('Wölkchen''); DROP TABLE outbox_event; --', 1, 'select', 'a|b|c|e|f', '{payload}')")
        self.assertEqual([["1"]], run(url, "SELECT count(*) FROM outbox_event"))
        self.assertIn("o'hara; DROP", run(url, "SELECT obj_description('outbox_event'::regclass)")[0][0])

    def test_every_generated_model_runs_twice(self):
        folder = os.path.join(shop.FILES, "random")
        done = subprocess.run([shop.GENERATE, "--random", "60", folder], capture_output=True, text=True)
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
        run(shop.CLUSTER.url("r"), "SET client_min_messages = error;\n" + script)

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
            path = os.path.join(shop.FILES, f"{name}.factline.yaml")
            with open(path, "w") as file:
                file.write(model)
            generate(path, os.path.join(shop.FILES, name))
            scripts.append(os.path.join(shop.FILES, name, "orders/postgresql/generated/outbox.sql"))
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
        path = os.path.join(shop.FILES, f"{name}.factline.yaml")
        with open(path, "w") as file:
            file.write(model)
        generate(path, os.path.join(shop.FILES, name))
        return [os.path.join(shop.FILES, name, "orders/postgresql/generated", file) for file in ("outbox.sql", "narrow.sql")]

    def test_a_script_that_changes_nothing_waits_for_nobody(self):
        """Neither for a report nor for one who writes, behind whom others would wait with it."""
        url = schema("unchanged")
        sessions = [Session(url), Session(url)]
        for session, sql in zip(sessions, (append("a"), "SELECT count(*) FROM outbox_event")):
            self.addCleanup(session.close)
            session.run("BEGIN; " + sql)
        run_file(url, os.path.join(shop.FILES, "shop/orders/postgresql/generated/outbox.sql"))
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


class Once(unittest.TestCase):
    def test_what_is_there_is_refused(self):
        """R1, R2: an event's id, and a number of an aggregate, are in the outbox once."""
        url = schema("once")
        run(url, append("a"))
        rest = "aggregatetype, aggregateid, type, schema_version, payload, partition_no"
        for number in ("gen_random_uuid(), aggregate_seq", "event_id, aggregate_seq + 1"):
            with self.assertRaisesRegex(SqlError, "unique"):
                run(url, f"INSERT INTO outbox_event (event_id, aggregate_seq, {rest}) SELECT {number}, {rest} FROM outbox_event")


if __name__ == "__main__":
    shop.main()
