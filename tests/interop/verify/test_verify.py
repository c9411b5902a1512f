# SPDX-License-Identifier: Apache-2.0
"""`factline verify` on databases that match their contract, and on ones that do not.

Usage: test_verify.py FACTLINE. PostgreSQL runs in a temporary folder; SQLite is Python's own."""

import atexit
import glob
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../postgresql"))
from cluster import Cluster, run, run_file  # noqa: E402

MODEL = os.path.join(HERE, "../postgresql/shop.factline.yaml")
FACTLINE = None
CLUSTER = None


def model_for(target):
    """The shop with its rows in that kind of database."""
    if target != "sqlite":
        return MODEL
    path = os.path.join(tempfile.gettempdir(), f"factline-verify-{os.getpid()}-{target}.factline.yaml")
    with open(MODEL, encoding="utf-8") as stream, open(path, "w", encoding="utf-8") as copy:
        copy.write(stream.read().replace("store: postgresql", f"store: {target}"))
    atexit.register(lambda: os.path.exists(path) and os.remove(path))
    return path


def verify(url, context, *more):
    model = model_for("sqlite" if url.startswith("sqlite:") else "postgresql")
    return subprocess.run([FACTLINE, "verify", model, "--database", url, "--context", context, *more],
                          capture_output=True, text=True)


def generated(target, context, folder):
    done = subprocess.run([FACTLINE, "generate", model_for(target), "-o", folder, "--target", target, "--context", context],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return sorted(glob.glob(f"{folder}/{context}/{target}/generated/*.sql"), reverse=True)


class Postgres:
    """One schema of the cluster with what is generated for a context."""
    number = 0

    def __init__(self, context):
        Postgres.number += 1
        self.name = f"s{Postgres.number}"
        run(CLUSTER.url(), f"CREATE SCHEMA {self.name}")
        with tempfile.TemporaryDirectory() as folder:
            for file in generated("postgresql", context, folder):
                run_file(CLUSTER.url(self.name), file)
        host = urllib.parse.quote(CLUSTER.folder, safe="")
        self.url = f"postgresql://postgres:unspoken@/postgres?host={host}&schema={self.name}"

    def run(self, sql):
        return run(CLUSTER.url(self.name), sql)

    dropped_check = "ALTER TABLE outbox_event DROP CONSTRAINT outbox_event_declared"
    another_check = ("ALTER TABLE outbox_event DROP CONSTRAINT outbox_event_key; ALTER TABLE outbox_event ADD CONSTRAINT outbox_event_key "
                     "CHECK (aggregateid <> '')")
    now = "clock_timestamp()"
    long_ago = "clock_timestamp() - interval '1 hour'"
    happened = "(clock_timestamp() AT TIME ZONE 'UTC') - interval '1 hour'"
    for_ever = "'infinity'"


class Sqlite:
    """One file with what is generated for a context."""

    def __init__(self, context):
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "a.db")
        self.connection = sqlite3.connect(path, isolation_level=None)
        with tempfile.TemporaryDirectory() as folder:
            for file in generated("sqlite", context, folder):
                if os.path.basename(file) in ("outbox.sql", "consumer.sql"):
                    with open(file, encoding="utf-8") as stream:
                        self.connection.executescript(stream.read())
        self.url = "sqlite:" + path

    def run(self, sql):
        if "; " in sql:
            return self.connection.executescript(sql)
        return self.connection.execute(sql).fetchall()

    dropped_check = "DROP TRIGGER outbox_event_declared"
    another_check = ("DROP TRIGGER outbox_event_key; CREATE TRIGGER outbox_event_key BEFORE INSERT ON outbox_event "
                     "WHEN NEW.aggregateid = '' BEGIN SELECT RAISE(ABORT, 'no'); END")
    now = "CAST(strftime('%s', 'now') AS INTEGER) * 1000"
    long_ago = "(CAST(strftime('%s', 'now') AS INTEGER) - 3600) * 1000"
    happened = long_ago
    for_ever = "9223372036854775807"


class Verifying:
    """What holds for every kind of database."""

    def append(self, database, happened, parked=False):
        database.run("INSERT INTO outbox_event (event_id, aggregatetype, aggregateid, aggregate_seq, type, schema_version, "
                     "payload, occurred_at, partition_no, next_attempt_at) VALUES "
                     "('00000000-0000-0000-0000-000000000001', 'order', 'o1', 1, 'OrderPlaced', 2, "
                     f"'{{\"orderId\": \"o1\"}}', {happened}, 0, {database.for_ever if parked else 'NULL'})")

    def objects(self, database, context, *texts):
        done = verify(database.url, context)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertEqual(done.stderr, "")
        for text in texts:
            self.assertIn(text, done.stdout)

    def test_what_matches_is_not_objected_to(self):
        database = self.database("orders")  # it goes with the last name for it
        done = verify(database.url, "orders")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("Outbox: 0 events to publish.", done.stdout)
        self.assertIn("The database is as the model has it.", done.stdout)

    def test_a_dropped_check(self):
        database = self.database("orders")
        database.run(database.dropped_check)
        self.objects(database, "orders", "The check outbox_event_declared is missing.", "1 objection.")

    def test_a_check_and_an_index_that_are_others(self):
        database = self.database("orders")
        database.run(database.another_check)
        database.run("DROP INDEX outbox_event_pending")
        database.run("CREATE INDEX outbox_event_pending ON outbox_event (partition_no, id)")
        self.objects(database, "orders", "The check outbox_event_key is another one than in the contract",
                     "The index outbox_event_pending is another one than in the contract", "2 objections.")

    def test_a_missing_index_and_a_table(self):
        database = self.database("orders")
        database.run("DROP INDEX outbox_event_pending")
        database.run("DROP TABLE relay_shard")
        self.objects(database, "orders", "The index outbox_event_pending is missing.", "The table relay_shard is missing.")

    def test_an_extra_column(self):
        database = self.database("orders")
        database.run("ALTER TABLE outbox_event ADD COLUMN extra integer")
        self.objects(database, "orders", "The column outbox_event.extra is not in the contract.", "1 objection.")

    def test_an_old_backlog(self):
        database = self.database("orders")
        self.append(database, database.happened)
        self.objects(database, "orders", "The oldest event in the outbox has waited for 60", "30 s", "1 event to publish")

    def test_a_parked_aggregate(self):
        database = self.database("orders")
        self.append(database, database.happened, parked=True)
        self.objects(database, "orders", "The outbox has parked order o1")

    def test_a_parked_stream_and_a_stale_projection(self):
        database = self.database("billing")
        self.objects(database, "billing", "billing/open-orders has never been up to date; 30 s is promised.")
        database.run("INSERT INTO consumer_stream (consumer, aggregatetype, aggregateid, state) VALUES "
                     "('billing/open-orders', 'orders/order', 'o1', 'parked')")
        self.read(database, 0, database.long_ago, "NULL")
        self.objects(database, "billing", "billing/open-orders: orders/order o1", "billing/open-orders is 60", "30 s is promised")

    def read(self, database, partition, happened, caught_up):
        database.run("INSERT INTO projection_partition (projection, topic, partition, last_event_time, caught_up_at) VALUES "
                     f"('billing/open-orders', 'orders.order', {partition}, {happened}, {caught_up})")

    def test_a_partition_that_stands_still_beside_busy_ones(self):
        database = self.database("billing")
        self.read(database, 0, database.now, database.now)
        self.read(database, 1, database.long_ago, database.long_ago)
        database.run(f"UPDATE projection_freshness SET last_event_time = {database.now}, caught_up_at = {database.now}")
        self.objects(database, "billing", "billing/open-orders is 60", "30 s is promised")
        self.read(database, 2, "NULL", "NULL")
        self.objects(database, "billing", "billing/open-orders has never been up to date; 30 s is promised.")

    def test_json_of_a_fresh_projection(self):
        database = self.database("billing")
        self.read(database, 0, database.long_ago, database.now)
        self.read(database, 1, database.now, "NULL")
        done = verify(database.url, "billing", "--format", "json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual(said["deviations"], [])
        self.assertIsNone(said["outbox"])
        self.assertEqual(said["projections"][0]["projection"], "billing/open-orders")
        self.assertFalse(said["projections"][0]["stale"])
        self.assertLess(abs(said["projections"][0]["age"]), 20)

    def test_nothing_is_written(self):
        database = self.database("orders")
        self.append(database, database.happened)
        before = database.run("SELECT * FROM outbox_event")
        verify(database.url, "orders")
        self.assertEqual(database.run("SELECT * FROM outbox_event"), before)


class OnPostgres(Verifying, unittest.TestCase):
    database = Postgres

    def test_columns_and_keys_that_are_others(self):
        database = Postgres("orders")
        database.run("ALTER TABLE outbox_event ALTER traceparent TYPE varchar(9), ALTER event_id DROP NOT NULL, DROP correlation_id, "
                     "DROP CONSTRAINT outbox_event_aggregatetype_aggregateid_aggregate_seq_key, DROP CONSTRAINT outbox_event_aggregate_seq_check, "
                     "ADD CHECK (aggregate_seq >= 0)")
        self.objects(database, "orders", "The column outbox_event.traceparent is character varying; the contract has text.",
                     "The column outbox_event.event_id may be NULL", "The column outbox_event.correlation_id is missing.",
                     "The table outbox_event lets aggregate_seq, aggregateid, aggregatetype be there twice",
                     "The table outbox_event does not check (aggregate_seq > 0).", "5 objections.")

    def test_an_outbox_that_debezium_reads(self):
        """Its columns and its trigger are part of the contract, and what went out is known a little later."""
        database = Postgres("orders")
        with tempfile.TemporaryDirectory() as folder:
            for file in generated("debezium", "orders", folder):
                run_file(CLUSTER.url(database.name), file)
        done = verify(database.url, "orders")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.append(database, database.happened.replace("1 hour", "1 minute"))
        done = verify(database.url, "orders")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("Outbox: 1 event to publish", done.stdout)
        database.run(f"UPDATE outbox_event SET occurred_at = {database.happened}")
        self.objects(database, "orders", "The oldest event in the outbox has waited for 60", "1 objection.")
        database.run("DELETE FROM outbox_event; ALTER TABLE outbox_event DISABLE TRIGGER outbox_event_headers, ADD extra integer, "
                     "DROP ce_time")
        self.objects(database, "orders", "The check outbox_event_headers is missing.", "The column outbox_event.extra is not in the contract.",
                     "The column outbox_event.ce_time is missing.", "3 objections.")

    def test_an_index_that_was_never_built(self):
        """CREATE INDEX CONCURRENTLY leaves one behind where it fails, which no query uses."""
        database = Postgres("orders")
        database.run("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'outbox_event_pending'::regclass")
        self.objects(database, "orders", "The index outbox_event_pending is missing.", "1 objection.")

    def test_a_schema_that_is_not_there_or_not_to_be_seen(self):
        database = Postgres("orders")
        for url in (database.url.replace("schema=s", "schema=no"), database.url.replace("//postgres:", "//reader:")):
            if "reader" in url:
                database.run("CREATE ROLE reader LOGIN PASSWORD 'unspoken'")
            done = verify(url, "orders")
            self.assertEqual(done.returncode, 2, done.stdout)
            self.assertIn("sees no schema of that name", done.stderr)
        database.run(f"GRANT USAGE ON SCHEMA {database.name} TO reader")
        self.assertIn("permission denied for", verify(url, "orders").stderr)
        database.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA {database.name} TO reader")
        self.assertEqual(verify(url, "orders").returncode, 0)

    def test_what_else_a_url_says_is_the_librarys(self):
        url = Postgres("orders").url
        self.assertEqual(verify(url + "&application_name=it's%20me", "orders").returncode, 0)
        self.assertIn("nonsense", verify(url + "&nonsense=1", "orders").stderr)
        # On a socket nothing is encrypted; that it is asked for is not passed over.
        self.assertIn("sslmode", verify(url + "&sslmode=nonsense", "orders").stderr)

    def test_an_event_that_was_declared_later(self):
        database = Postgres("orders")
        database.run("CREATE OR REPLACE VIEW outbox_route (type, schema_version, aggregatetype, source, topic, partitions) "
                     "AS VALUES ('OrderPlaced'::text, 1, 'order'::text, 'orders'::text, 'orders.order'::text, 4)")
        self.objects(database, "orders", "The event OrderPlaced in version 2 is not what outbox_route has",
                     "The event LineAdded in version 1")

    def test_a_password_is_never_told(self):
        for url in ("postgresql://somebody:very-secret@127.0.0.1:1/nowhere", "postgres://a:very-secret@[broken",
                    "mysql://a:very-secret@host/db",
                    "postgresql://somebody@127.0.0.1:1/nowhere?password=very-secret"):
            done = verify(url, "orders")
            self.assertEqual(done.returncode, 2)
            self.assertNotEqual(done.stderr, "")
            self.assertNotIn("very-secret", done.stdout + done.stderr)

    def test_a_lock_does_not_hold_it_for_ever(self):
        from cluster import Session
        database = Postgres("orders")
        session = Session(CLUSTER.url(database.name))
        try:
            session.run("BEGIN; LOCK TABLE outbox_event IN ACCESS EXCLUSIVE MODE")
            done = verify(database.url, "orders")
            self.assertEqual(done.returncode, 2)
            self.assertIn("statement timeout", done.stderr)
        finally:
            session.close()

    def test_usage(self):
        self.assertEqual(verify(Postgres("orders").url, "nowhere").returncode, 2)
        self.assertIn("nowhere", verify(Postgres("orders").url, "nowhere").stderr)


class OnSqlite(Verifying, unittest.TestCase):
    database = Sqlite

    def test_a_file_that_is_not_there_is_not_made(self):
        done = verify("sqlite:/nowhere/a.db", "orders")
        self.assertEqual(done.returncode, 2)
        self.assertIn("There is no database /nowhere/a.db", done.stderr)
        self.assertFalse(os.path.exists("/nowhere"))


if __name__ == "__main__":
    FACTLINE = sys.argv.pop(1)
    listed = subprocess.run([FACTLINE, "generate", "--list"], capture_output=True, text=True).stdout
    if "sqlite" not in listed:
        del OnSqlite
    with Cluster() as CLUSTER:
        unittest.main(verbosity=1)
