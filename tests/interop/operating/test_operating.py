# SPDX-License-Identifier: Apache-2.0
"""Reconciliation, Debezium's settings and topics: run, or read by what reads them in operation.

Usage: test_operating.py GENERATE_FILES SOURCE_TREE. R14, ... are those of resources/help/generating.md.
"""

import json
import os
import re
import stat
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "postgresql"))
from cluster import Cluster, Session, SqlError, run, run_file  # noqa: E402

CLUSTER = None
WORK = None
CASES = os.path.join(sys.argv[2], "tests/cases/generate")


def generate(model, name, *targets):
    done = subprocess.run([sys.argv[1], model, os.path.join(WORK, name), *targets], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return os.path.join(WORK, name)


def schema(name):
    url = CLUSTER.url(name)
    run(url, f"CREATE SCHEMA {name}")
    return url


class Reconcile(unittest.TestCase):
    def setUp(self):
        name = self.schema = "r" + str(abs(hash(self._testMethodName)))
        self.url = schema(name)
        folder = generate(os.path.join(CASES, "reconcile-shop/model.factline.yaml"), name, "reconcile") + "/orders/reconcile"
        for file in ("handlers/open_orders.sql", "handlers/order_list.sql"):
            run_file(self.url, os.path.join(folder, file))
        self.script = os.path.join(folder, "generated/reconcile.sql")
        run_file(self.url, self.script)
        run(self.url, """
            CREATE TABLE orders (id text PRIMARY KEY, total integer, changed_at timestamptz DEFAULT now() - interval '1 day');
            CREATE TABLE open_orders (id text PRIMARY KEY, total integer);
            INSERT INTO orders SELECT 'k' || lpad(i::text, 5, '0'), i FROM generate_series(1, 2500) AS i;
            INSERT INTO open_orders SELECT id, total FROM orders;""")
        for view in ("open_orders", "order_list"):
            run(self.url, f"""
                CREATE OR REPLACE VIEW reconcile_owner_{view} AS
                    SELECT id AS key, jsonb_build_object('total', total) AS state, changed_at FROM orders;
                CREATE OR REPLACE VIEW reconcile_view_{view} AS
                    SELECT id AS key, jsonb_build_object('total', total) AS state FROM open_orders;
                CREATE OR REPLACE FUNCTION reconcile_repair_{view}(p_key text, p_state jsonb) RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                    IF p_state IS NULL THEN DELETE FROM open_orders WHERE id = p_key;
                    ELSE INSERT INTO open_orders VALUES (p_key, (p_state ->> 'total')::integer)
                         ON CONFLICT (id) DO UPDATE SET total = excluded.total;
                    END IF;
                END $$;""")

    def steps(self, projection, batch=1000):
        rows = []
        while not rows or rows[-1][4] == "f":
            rows += run(self.url, f"SELECT * FROM reconcile_step('orders/{projection}', {batch})")
        return [[int(value) for value in row[1:4]] for row in rows]

    def drift(self, projection):
        return run(self.url, "SELECT compared, travelling, different, repaired, waiting, round(drift_ratio::numeric, 6) "
                             f"FROM reconcile_drift WHERE projection = 'orders/{projection}'")[0]

    def test_repairs_up_to_the_limit_in_bounded_batches_and_keeps_a_trail(self):
        run(self.url, """UPDATE open_orders SET total = -1 WHERE id IN ('k00010', 'k01500');
                         DELETE FROM open_orders WHERE id = 'k00020';
                         INSERT INTO open_orders VALUES ('k09999', 1), ('k09998', 1);
                         UPDATE orders SET total = 7, changed_at = now() WHERE id = 'k00030'""")
        self.assertEqual([[1000, 2, 2], [1000, 1, 1], [502, 2, 0]], self.steps("open-orders"))
        self.assertEqual(["2502", "1", "5", "3", "2", "0.001998"], self.drift("open-orders"))
        self.assertEqual([["k00010", "repaired", '{"total": -1}', '{"total": 10}'], ["k00020", "repaired", "", '{"total": 20}'],
                          ["k01500", "repaired", '{"total": -1}', '{"total": 1500}'], ["k09998", "waits", '{"total": 1}', ""],
                          ["k09999", "waits", '{"total": 1}', ""]],
                         run(self.url, "SELECT key, outcome, view_state, owner_state FROM reconcile_repair ORDER BY key"))
        waiting = run(self.url, "SELECT id FROM reconcile_repair WHERE outcome = 'waits' ORDER BY key")
        self.assertEqual([["t"]], run(self.url, f"SELECT reconcile_approve({waiting[0][0]}, 'ann')"))
        self.assertEqual([["f"]], run(self.url, f"SELECT reconcile_approve({waiting[0][0]}, 'ann')"))
        run(self.url, "UPDATE open_orders SET total = 2 WHERE id = 'k09999'")
        self.assertEqual([["f"]], run(self.url, f"SELECT reconcile_approve({waiting[1][0]}, 'ann')"), "it has changed since")
        self.assertEqual([["ann"]], run(self.url, "SELECT repaired_by FROM reconcile_repair WHERE key = 'k09998'"))
        self.assertEqual([[1000, 0, 0], [1000, 0, 0], [501, 1, 1]], self.steps("open-orders"))

    def test_manual_repairs_nothing_by_itself(self):
        run(self.url, "UPDATE open_orders SET total = -1 WHERE id = 'k00001'")
        self.assertEqual([[2500, 1, 0]], self.steps("order-list", 5000))
        self.assertEqual([["-1"]], run(self.url, "SELECT total FROM open_orders WHERE id = 'k00001'"))

    def test_a_repair_that_fails_is_told_and_the_others_go_on(self):
        run(self.url, """UPDATE open_orders SET total = -1 WHERE id IN ('k00001', 'k00002');
                         CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                         BEGIN IF NEW.id = 'k00001' THEN RAISE 'not this one'; END IF; RETURN NEW; END $$;
                         CREATE TRIGGER refuse BEFORE UPDATE ON open_orders FOR EACH ROW EXECUTE FUNCTION refuse()""")
        self.steps("open-orders")
        self.assertEqual([["k00001", "failed", "not this one"], ["k00002", "repaired", ""]],
                         run(self.url, "SELECT key, outcome, error FROM reconcile_repair ORDER BY key"))

    def test_a_role_that_may_read_the_view_is_enough(self):
        """Who may not lock the view's rows repairs by what it reads; the tables are another matter."""
        role = "clerk_" + self.schema
        run(self.url, f"""CREATE ROLE {role};
                          GRANT USAGE ON SCHEMA {self.schema} TO {role};
                          GRANT SELECT, INSERT, UPDATE, DELETE ON open_orders, reconcile_plan, reconcile_run, reconcile_repair TO {role};
                          GRANT SELECT ON reconcile_owner_open_orders, reconcile_view_open_orders TO {role};
                          UPDATE open_orders SET total = -1 WHERE id = 'k00001'""")
        run(self.url, f"SET ROLE {role}; SELECT * FROM reconcile_step('orders/open-orders', 5000)")
        self.assertEqual([["k00001", "repaired", ""]], run(self.url, "SELECT key, outcome, error FROM reconcile_repair"))
        self.assertEqual([["1"]], run(self.url, "SELECT total FROM open_orders WHERE id = 'k00001'"))

    def test_what_is_applied_meanwhile_stays(self):
        """Neither what has come since the step began is overwritten, nor what is on its way in another transaction."""
        run(self.url, """UPDATE open_orders SET total = -1 WHERE id IN ('k00001', 'k00002', 'k00003', 'k00004');
                         CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
                         BEGIN IF NEW.id = 'k00001' THEN PERFORM pg_advisory_xact_lock(1); END IF; RETURN NEW; END $$;
                         CREATE TRIGGER hold BEFORE UPDATE ON open_orders FOR EACH ROW EXECUTE FUNCTION hold()""")
        applied = "; ".join(f"UPDATE {table} SET total = 7 WHERE id = '{{0}}'" for table in ("orders", "open_orders"))
        holder, consumer, step = (Session(self.url) for _ in range(3))
        waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%reconcile_step%' AND pid <> pg_backend_pid()"
        holder.run("BEGIN; SELECT pg_advisory_xact_lock(1)")
        step.send("SELECT compared, different, repaired FROM reconcile_step('orders/open-orders', 5000)")
        self.until(waits, "1")  # the repair of the first key waits
        run(self.url, applied.format("k00002"))
        consumer.run("BEGIN; " + applied.format("k00003"))
        holder.run("COMMIT")
        self.until("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'", "1")  # the third one's row is held
        consumer.run("COMMIT")
        self.assertEqual([["2500", "2", "2"]], step.wait())
        self.assertEqual([["k00001", "1"], ["k00002", "7"], ["k00003", "7"], ["k00004", "4"]], run(self.url, "SELECT id, total FROM open_orders ORDER BY 1 LIMIT 4"))
        self.assertEqual([["k00001"], ["k00004"]], run(self.url, "SELECT key FROM reconcile_repair ORDER BY 1"))
        for session in (holder, consumer, step):
            session.close()

    def until(self, question, answer):
        for _ in range(300):
            if run(self.url, question) == [[answer]]:
                return
            time.sleep(0.1)
        self.fail(f"{question} does not become {answer}")

    def test_a_step_reads_what_it_compares(self):
        run(self.url, """INSERT INTO orders SELECT 'm' || lpad(i::text, 5, '0'), i FROM generate_series(1, 50000) AS i;
                         INSERT INTO open_orders SELECT id, total FROM orders ON CONFLICT DO NOTHING;""")
        run(self.url, "VACUUM ANALYZE orders, open_orders")
        read = "SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_user_tables WHERE relname IN ('orders', 'open_orders') AND schemaname = current_schema()"
        for _ in range(3):
            before = int(run(self.url, read)[0][0])
            self.assertEqual([["1000", "0", "0"]], run(self.url, "SELECT compared, different, repaired FROM reconcile_step('orders/open-orders', 1000)"))
            # A thousand of each side; a few more where the planner has looked at the ends of an index.
            self.assertLessEqual(int(run(self.url, read)[0][0]) - before, 2020)

    def test_runs_twice_without_change_and_knows_only_the_model(self):
        self.steps("open-orders")
        before = run(self.url, "SELECT * FROM reconcile_plan ORDER BY 1") + run(self.url, "SELECT * FROM reconcile_run")
        run_file(self.url, self.script)
        self.assertEqual(before, run(self.url, "SELECT * FROM reconcile_plan ORDER BY 1") + run(self.url, "SELECT * FROM reconcile_run"))
        with self.assertRaises(SqlError):
            run(self.url, "SELECT * FROM reconcile_step('orders/unwatched')")


class Debezium(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = generate(os.path.join(sys.argv[2], "tests/interop/postgresql/shop.factline.yaml"), "debezium", "debezium", "postgresql")
        cls.made = os.path.join(cls.folder, "orders/debezium/generated")
        with open(os.path.join(cls.made, "connector.json")) as file:
            cls.config = json.loads(file.read().replace("${env:DATABASE_SCHEMA}", "debezium"))["config"]
        cls.url = schema("debezium")
        run_file(cls.url, os.path.join(cls.folder, "orders/postgresql/generated/outbox.sql"))
        for _ in range(2):
            run_file(cls.url, os.path.join(cls.made, "setup.sql"))

    def test_publication_and_heartbeat(self):
        """R13, R14: two tables are published, and the connector's own query beats."""
        self.assertEqual("filtered", self.config["publication.autocreate.mode"])
        self.assertEqual([["debezium_heartbeat"], ["outbox_event"]],
                         run(self.url, f"SELECT tablename FROM pg_publication_tables WHERE pubname = '{self.config['publication.name']}' ORDER BY 1"))
        self.assertEqual({"debezium.debezium_heartbeat", "debezium.outbox_event"}, set(self.config["table.include.list"].split(",")))
        for _ in range(2):
            run(CLUSTER.url(), self.config["heartbeat.action.query"])
        self.assertEqual([["1"]], run(self.url, "SELECT count(*) FROM debezium_heartbeat"))

    def test_what_the_slot_has_confirmed_is_published_and_cleaned_up(self):
        """R10, R16: nothing before, nor while one who writes has not ended; what was kept long enough is deleted."""
        url = schema("slot")
        for file in (os.path.join(self.folder, "orders/postgresql/generated/outbox.sql"), os.path.join(self.made, "setup.sql")):
            run_file(url, file)
        slot = self.config["slot.name"]

        def append(key):
            return f"""SELECT outbox_append('OrderPlaced', 2, 'order', '{key}', '{{"orderId": "{key}"}}')"""

        def beat(times):
            for _ in range(times):
                run(url, self.config["heartbeat.action.query"].replace("debezium.", "slot."))
            return [key for key, in run(url, "SELECT aggregateid FROM outbox_event WHERE published_at IS NOT NULL ORDER BY 1")]

        def advance():
            run(url, "SET synchronous_commit = on; SELECT pg_logical_emit_message(true, '', '')")  # all is flushed
            run(url, f"SELECT pg_replication_slot_advance('{slot}', pg_current_wal_lsn())")

        run(url, append("a"))
        self.assertEqual([], beat(5), "there is no slot")
        run(url, f"SELECT pg_create_logical_replication_slot('{slot}', 'pgoutput')")
        try:
            late = Session(url)
            late.run("BEGIN; " + append("late"))
            run(url, append("b"))
            beat(5)
            advance()
            self.assertEqual(["a"], beat(5), "b came while another wrote")
            late.run("COMMIT")
            late.close()
            self.assertEqual(["a"], beat(5), "the slot has not come so far")
            advance()
            self.assertEqual(["a", "b", "late"], beat(1))
            run(url, "UPDATE outbox_event SET published_at = published_at - interval '1 year' WHERE aggregateid IN ('a', 'b')")
            self.assertEqual(["late"], beat(1))
            # What another server has noted, from a dump, is given up.
            run(url, append("c"))
            run(url, "UPDATE debezium_heartbeat SET next_id = 1000, next_xid = '9999999', next_lsn = 'FF/0'")
            beat(2)
            advance()
            self.assertEqual(["c", "late"], beat(1))
        finally:
            run(url, f"SELECT pg_drop_replication_slot('{slot}')")

    def test_headers_come_from_columns_that_are_there(self):
        """R15, R17: the sequence has 20 digits, the time is ISO 8601, JSON is not expanded."""
        self.assertEqual("false", self.config["transforms.outbox.table.expand.json.payload"])
        self.assertTrue(self.config["value.converter"].endswith("StringConverter"))
        run(self.url, """SELECT outbox_append('OrderPlaced', 2, 'order', 'a', '{"orderId": "a"}', '2026-03-01 12:00:00.5')""")
        placed = [entry.split(":") for entry in self.config["transforms.outbox.table.fields.additional.placement"].split(",")]
        row = run(self.url, f"SELECT {', '.join(column for column, _, _ in placed)} FROM outbox_event")[0]
        headers = {name: value for (_, _, name), value in zip(placed, row)}
        self.assertEqual("00000000000000000001", headers["ce_sequence"])
        self.assertEqual("2026-03-01T12:00:00.500000Z", headers["ce_time"])
        self.assertEqual(("OrderPlaced", "2", "order", "a"), tuple(headers["ce_" + n] for n in ("type", "schemaversion", "aggregatetype", "subject")))
        for field in ("event.id", "event.key", "event.payload", "event.timestamp"):
            run(self.url, f"SELECT {self.config['transforms.outbox.table.field.' + field]} FROM outbox_event")

    def test_every_type_goes_to_its_topic(self):
        routes = run(self.url, "SELECT type, topic FROM outbox_route")
        names = self.config["transforms"].split(",")
        self.assertEqual(4, len(routes))
        for type_, topic in routes:
            at = self.config["transforms.outbox.route.topic.replacement"].replace("${routedByValue}", type_)
            for name in names:
                if self.config[f"transforms.{name}.type"].endswith("RegexRouter") and re.fullmatch(self.config[f"transforms.{name}.regex"], at):
                    at = self.config[f"transforms.{name}.replacement"]
            self.assertEqual(topic, at)

    def test_alerts_are_sound(self):
        done = subprocess.run(["promtool", "check", "rules", os.path.join(self.made, "alerts.yaml")], capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertIn("2 rules", done.stdout)


class Topics(unittest.TestCase):
    def test_the_script_says_what_the_model_says(self):
        folder = generate(os.path.join(sys.argv[2], "tests/interop/postgresql/shop.factline.yaml"), "topics", "kafka-topics")
        made = os.path.join(folder, "orders/kafka-topics/generated")
        said = os.path.join(WORK, "said")
        for program in ("kafka-topics.sh", "kafka-configs.sh"):
            path = os.path.join(WORK, program)
            with open(path, "w") as file:
                file.write(f'#!/bin/sh\necho "$@" >> {said}\n')
            os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        subprocess.run(["sh", os.path.join(made, "topics.sh"), "b:1"], check=True, env={**os.environ, "PATH": WORK + ":" + os.environ["PATH"]})
        with open(said) as file:
            lines = file.read().splitlines()
        self.assertIn("--bootstrap-server b:1 --create --if-not-exists --topic orders.order --partitions 4 --replication-factor 3", lines)
        self.assertIn("--bootstrap-server b:1 --alter --entity-type topics --entity-name orders.line --add-config "
                      "cleanup.policy=delete,retention.ms=259200000,min.insync.replicas=2", lines)
        for replication, insync in ((1, 1), (2, 1), (5, 4)):
            subprocess.run(["sh", os.path.join(made, "topics.sh"), "b:1"], check=True,
                           env={**os.environ, "REPLICATION": str(replication), "PATH": WORK + ":" + os.environ["PATH"]})
            with open(said) as file:
                last = file.read().splitlines()[-2:]
            self.assertTrue(last[0].endswith(f"--replication-factor {replication}"), last)
            self.assertTrue(last[1].endswith(f",min.insync.replicas={insync}"), last)
        with open(os.path.join(made, "strimzi.yaml")) as file:
            self.assertEqual(2, file.read().count('    min.insync.replicas: "2"\n'))
        with open(os.path.join(made, "topics.tf.json")) as file:
            terraform = json.load(file)
        topics = terraform["resource"]["kafka_topic"]
        self.assertEqual(2, terraform["variable"]["min_insync_replicas"]["default"])
        self.assertEqual({"${var.min_insync_replicas}"}, {t["config"]["min.insync.replicas"] for t in topics.values()})
        self.assertEqual({("orders.order", 4), ("orders.line", 2)}, {(t["name"], t["partitions"]) for t in topics.values()})


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as WORK, Cluster() as CLUSTER:
        unittest.main(argv=sys.argv[:1])
