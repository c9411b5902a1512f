# SPDX-License-Identifier: Apache-2.0
"""The generated tables and procedures of outbox and relay, on a real MariaDB.

Usage: test_outbox.py GENERATE_FILES FOLDER_OF_MODELS. R1, T1, ... are those of resources/help/generating.md.
"""

import os
import re
import subprocess
import threading
import time
import unittest

import shop
from server import SqlError
from shop import append, claim, database, generate, model


class Schema(unittest.TestCase):
    def test_loads_twice_without_change(self):
        folders = generate("twice", model("shop"))
        run = database("twice", folders["orders"])
        shop.SERVER.run_file("twice", os.path.join(folders["billing"], "consumer.sql"))
        run(append("a"))
        shape = ("SELECT * FROM outbox_event; SELECT * FROM outbox_route; SELECT * FROM relay_shard; "
                 "SELECT table_name, column_name, column_type, is_nullable, collation_name FROM information_schema.columns "
                 "WHERE table_schema = 'twice' ORDER BY 1, 2; SELECT routine_name, routine_definition FROM "
                 "information_schema.routines WHERE routine_schema = 'twice' ORDER BY 1; SELECT trigger_name, "
                 "action_statement FROM information_schema.triggers WHERE trigger_schema = 'twice' ORDER BY 1")
        before = run(shape)
        for folder, file in (("orders", "outbox.sql"), ("orders", "narrow.sql"), ("billing", "consumer.sql")):
            shop.SERVER.run_file("twice", os.path.join(folders[folder], file))
        self.assertEqual(before, run(shape))

    def test_loads_twice_as_mysql_reads_it(self):
        """Comments of either database are read by it alone; what MySQL reads is here read by MariaDB."""
        folders = generate("mysql_", model("shop"))
        run = database("mysql_", folders["orders"])
        for folder, file in [("orders", "outbox.sql"), ("orders", "narrow.sql"), ("billing", "consumer.sql")] * 2:
            with open(os.path.join(folders[folder], file)) as stream:
                script = re.sub(r"/\*M!.*?\*/", "", stream.read())
            run(re.sub(r"/\*!80000 (.*?) \*/", r"\1", script))
        self.assertEqual([["1"]], run(append("a")))

    def test_two_first_runs_at_once(self):
        folder = generate("atonce", model("shop"))["orders"]
        shop.SERVER.run("mysql", "CREATE DATABASE atonce")
        problems = []

        def go():
            try:
                shop.SERVER.run_file("atonce", os.path.join(folder, "outbox.sql"))
            except SqlError as error:
                problems.append(error)

        threads = [threading.Thread(target=go) for _ in range(4)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        self.assertEqual([], problems)

    def test_columns_that_debezium_reads(self):
        run = database("columns_", generate("columns_", model("shop"))["orders"])
        types = dict(row[:2] for row in run("SELECT column_name, column_type FROM information_schema.columns "
                                            "WHERE table_schema = 'columns_' AND table_name = 'outbox_event'"))
        self.assertEqual("datetime(6)", types["occurred_at"])
        self.assertEqual([["utf8mb4_bin"]], run("SELECT collation_name FROM information_schema.columns WHERE table_schema = "
                                                "'columns_' AND table_name = 'outbox_event' AND column_name = 'aggregateid'"))
        self.assertEqual([["published_at"], ["partition_no"], ["id"]],
                         run("SELECT column_name FROM information_schema.statistics WHERE table_schema = 'columns_' AND "
                             "index_name = 'outbox_event_pending' ORDER BY seq_in_index"))

    def test_odd_names_do_not_get_out(self):
        folder = next(iter(generate("odd", model("odd")).values()))
        run = database("odd", folder, "outbox.sql", "consumer.sql", "outbox.sql", "consumer.sql", "narrow.sql")
        payload = {"from": "a|b", "o'id": "c\\d", "back\\slash": "e", "Ärger": "f"}
        name = "Wölkchen'); DROP TABLE outbox_event; --"
        run(append("a\\|b|c\\\\d|e|f", name, 1, "select", payload))
        with self.assertRaises(SqlError):
            run(append("a|b|c|e|f", name, 1, "select", payload))
        self.assertEqual([["1"]], run("SELECT count(*) FROM outbox_event"))

    def test_only_what_the_model_declares(self):
        run = database("declared", generate("declared", model("shop"))["orders"])
        for bad in (append("a", type="OrderPlcaed"), append("a", version=3), append("a", version=0),
                    append("a", aggregate="order-line"), append("a", type="orderplaced"), append("a", aggregate="Order"),
                    append("a", payload={"orderId": "b"}), append("a", payload={"orderId": "A"}),
                    append("a", payload={"total": 1}), append("a", payload=[1]), append("a", payload={"orderId": None}),
                    append("a "), append("", null=True),
                    append("a|b", type="LineAdded", version=1, aggregate="order-line", payload={"orderId": "a|b", "sku": ""})):
            with self.assertRaises(SqlError, msg=bad):
                run(bad)
        run(append("a\\|b|c", type="LineAdded", version=1, aggregate="order-line", payload={"orderId": "a|b", "sku": "c"}))
        run(append("a", null=True))
        self.assertEqual([["2"]], run("SELECT count(*) FROM outbox_event"))
        self.assertEqual([["0"]], run("SELECT count(*) FROM outbox_stream WHERE last_seq <> 1"))

    def test_widens_then_narrows_from_the_contract_before(self):
        before = model("shop")
        after = before.replace("OrderCancelled", "OrderWithdrawn").replace("version: 2", "version: 3")
        old, new = generate("before", before)["orders"], generate("after", after)["orders"]
        run = database("migrated", old)
        run(append("a"))
        shop.SERVER.run_file("migrated", os.path.join(new, "outbox.sql"))
        for good in (append("a", "OrderCancelled", 1), append("a", "OrderWithdrawn", 1), append("a", version=3), append("a")):
            run(good)
        shop.SERVER.run_file("migrated", os.path.join(new, "narrow.sql"))
        with self.assertRaises(SqlError):
            run(append("a", "OrderCancelled", 1))
        run(append("a", "OrderWithdrawn", 1))
        self.assertEqual([["0", "orders.order"]],
                         run("SELECT schema_version, topic FROM outbox_route WHERE type = 'OrderCancelled'"),
                         "what still waits keeps its route")
        run("UPDATE outbox_event SET published_at = UTC_TIMESTAMP(6)")
        shop.SERVER.run_file("migrated", os.path.join(new, "narrow.sql"))
        self.assertEqual([], run("SELECT * FROM outbox_route WHERE type = 'OrderCancelled'"))
        self.assertEqual([["6"]], run("SELECT count(*) FROM outbox_event"))


class Migration(unittest.TestCase):
    """The scripts run while services are at work."""

    def test_one_that_has_to_wait_gives_up_soon(self):
        """A report or a dump that has read the table: who writes must not wait for it behind the script."""
        folder = generate("waiting", model("shop"))["orders"]
        run = database("waiting", folder)
        report = shop.SERVER.session("waiting")
        self.addCleanup(report.close)
        report.run("START TRANSACTION; SELECT count(*) FROM outbox_event")
        problems = []

        def migrate():
            try:
                shop.SERVER.run_file("waiting", os.path.join(folder, "outbox.sql"))
            except SqlError as error:
                problems.append(str(error))

        migration = threading.Thread(target=migrate)
        migration.start()
        waits = "SELECT count(*) FROM information_schema.processlist WHERE state = 'Waiting for table metadata lock'"
        for _ in range(300):
            if run(waits) != [["0"]]:
                break
            time.sleep(0.05)
        start = time.monotonic()
        done = run("SET SESSION lock_wait_timeout = 20; " + append("a"))
        self.assertLess(time.monotonic() - start, 10)
        self.assertEqual([["1"]], done)
        migration.join()
        self.assertRegex("".join(problems), "Lock wait timeout exceeded")
        report.run("COMMIT")
        shop.SERVER.run_file("waiting", os.path.join(folder, "outbox.sql"))
        self.assertEqual([["2"]], run(append("a")))

    def test_who_calls_meanwhile_is_not_broken_off(self):
        """A writer, a relay and a consumer go on while the scripts run again and again."""
        folders = generate("live", model("shop"))
        scripts = [os.path.join(folders["orders"], "outbox.sql"), os.path.join(folders["billing"], "consumer.sql")]
        database("live", "", *scripts)
        calls = {"writer": append("a"), "relay": "CALL relay_renew(0, 0, 1)",
                 "consumer": "CALL consumer_take('c', 'orders/order', 'a', 1, TRUE, NULL, FALSE, @verdict)"}
        ended, problems, made = threading.Event(), [], dict.fromkeys(calls, 0)

        def call(name):
            session = shop.SERVER.session("live")
            try:
                while not ended.is_set():
                    session.run(calls[name])
                    made[name] += 1
            except SqlError as error:
                problems.append(f"{name}: {error}")
            finally:
                session.close()

        callers = [threading.Thread(target=call, args=(name,)) for name in calls]
        [caller.start() for caller in callers]
        try:
            for script in scripts * 10:
                shop.SERVER.run_file("live", script)
        finally:
            ended.set()
            [caller.join() for caller in callers]
        self.assertEqual([], problems)
        self.assertGreater(min(made.values()), 20, made)

    def test_one_at_a_time(self):
        """Where another is at work and does not end, a script says so and changes nothing."""
        folders = generate("alone", model("shop"))
        run = database("alone", folders["orders"])
        shop.SERVER.run("mysql", "CREATE DATABASE alone_too")
        other = shop.SERVER.session("alone")
        other.run("SELECT GET_LOCK(CONCAT('factline', SHA2(DATABASE(), 224)), 0)")
        for context, file in (("orders", "outbox.sql"), ("orders", "narrow.sql"), ("billing", "consumer.sql")):
            with open(os.path.join(folders[context], file)) as stream:
                script = stream.read()
            self.assertEqual(1, script.count(", 30)"))
            with self.assertRaisesRegex(SqlError, "somebody else runs such a script here: try again"):
                run("DROP TABLE IF EXISTS inbox; " + script.replace(", 30)", ", 1)"))
        self.assertEqual([], run("SHOW TABLES LIKE 'inbox'"))
        shop.SERVER.run_file("alone_too", os.path.join(folders["billing"], "consumer.sql"))
        other.close()
        shop.SERVER.run_file("alone", os.path.join(folders["billing"], "consumer.sql"))
        self.assertEqual([["inbox"]], run("SHOW TABLES LIKE 'inbox'"))


# A writer as applications have to be on InnoDB: a transaction that a deadlock ended is run again, whole.
AGAIN_AFTER_A_DEADLOCK = """DELIMITER $$
CREATE PROCEDURE place_order(IN p_key VARCHAR(480), IN p_gives_up BOOLEAN)
BEGIN
    DECLARE v_ended BOOLEAN DEFAULT FALSE;
    WHILE NOT v_ended DO
    BEGIN
        DECLARE EXIT HANDLER FOR 1213 SET v_ended = FALSE;
        SET v_ended = TRUE;
        START TRANSACTION;
        CALL outbox_append('OrderPlaced', 2, 'order', p_key, JSON_OBJECT('orderId', p_key), NULL, NULL, NULL, NULL, NULL, @seq);
        IF p_gives_up THEN ROLLBACK; ELSE COMMIT; END IF;
    END;
    END WHILE;
END $$
"""


class Sequences(unittest.TestCase):
    def test_contiguous_in_the_order_of_commits_under_writers_with_rollbacks(self):
        """R2: 8 writers, 5 aggregates, every tenth transaction rolled back."""
        run = database("writers", generate("writers", model("shop"))["orders"])
        run(AGAIN_AFTER_A_DEADLOCK)

        def script(seed):
            return "\n".join(f"CALL place_order('k{(i * 7 + seed) % 5}', {i % 10 == seed % 10});" for i in range(60))

        problems = []

        def go(seed):
            try:
                run(script(seed))
            except SqlError as error:
                problems.append(error)

        threads = [threading.Thread(target=go, args=(seed,)) for seed in range(8)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        self.assertEqual([], problems)
        self.assertEqual([["432"]], run("SELECT count(*) FROM outbox_event"))
        self.assertEqual([], run("SELECT aggregateid FROM outbox_event GROUP BY aggregateid "
                                 "HAVING min(aggregate_seq) <> 1 OR max(aggregate_seq) <> count(*)"))
        self.assertEqual([], run("SELECT 1 FROM outbox_event a JOIN outbox_event b USING (aggregatetype, aggregateid) "
                                 "WHERE a.id < b.id AND a.aggregate_seq > b.aggregate_seq"))

    def test_who_waits_for_a_first_event_that_is_given_up_may_have_to_begin_again(self):
        """Two wait for the transaction that began an aggregate: where it rolls back, InnoDB may end one of the two."""
        run = database("given_up", generate("given_up", model("shop"))["orders"])
        run(AGAIN_AFTER_A_DEADLOCK)
        for key in ("a", "b", "c"):
            began, second, third = (shop.SERVER.session("given_up") for _ in range(3))
            began.run("BEGIN")
            began.run(append(key))
            second.send(f"CALL place_order('{key}', FALSE)")
            third.send(f"CALL place_order('{key}', FALSE)")
            waiting = "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
            for _ in range(300):
                if shop.SERVER.run("given_up", waiting) == [["2"]]:
                    break
                time.sleep(0.05)
            self.assertEqual([["2"]], shop.SERVER.run("given_up", waiting))
            began.run("ROLLBACK")
            second.wait()
            third.wait()
            self.assertEqual([["1"], ["2"]],
                             run(f"SELECT aggregate_seq FROM outbox_event WHERE aggregateid = '{key}' ORDER BY id"))
            for session in (began, second, third):
                session.close()


class Once(unittest.TestCase):
    def test_what_is_there_is_refused(self):
        """R1, R2: an event's id, and a number of an aggregate, are in the outbox once."""
        run = database("once", generate("once", model("shop"))["orders"])
        run(append("a"))
        rest = "aggregatetype, aggregateid, type, schema_version, payload, occurred_at, partition_no"
        for number in ("UUID(), aggregate_seq", "event_id, aggregate_seq + 1"):
            with self.assertRaisesRegex(SqlError, "Duplicate entry"):
                run(f"INSERT INTO outbox_event (event_id, aggregate_seq, {rest}) SELECT {number}, {rest} FROM outbox_event")


class Relay(unittest.TestCase):
    def setUp(self):
        self.name = self._testMethodName[5:25]
        self.run_sql = database(self.name, generate(self.name, model("shop"))["orders"])

    def shard(self, key):
        return self.run_sql(f"SELECT partition_no FROM outbox_event WHERE aggregateid = '{key}' LIMIT 1")[0][0]

    def pending(self, shard, fence):
        return [row[4] for row in self.run_sql(f"CALL relay_pending({shard}, {fence}, 100)")]

    def test_a_transaction_held_open_loses_nothing(self):
        """R1, T1: the row with the lower id commits last and is still found."""
        slow = shop.SERVER.session(self.name)
        slow.run("BEGIN; " + append("slow"))
        self.run_sql("".join(append("fast") for _ in range(3)))
        shard = self.shard("fast")
        fence = claim(self.run_sql, "r", shard)
        ids = [row[0] for row in self.run_sql(f"CALL relay_pending({shard}, {fence}, 100)")]
        self.assertEqual(3, len(ids))
        self.assertEqual([["3"]], self.run_sql(f"CALL relay_mark({shard}, {fence}, '[{','.join(ids)}]')"))
        slow.run("COMMIT")
        slow.close()
        late = self.shard("slow")
        if late != shard:
            self.run_sql("UPDATE relay_shard SET owner = NULL")
            fence = claim(self.run_sql, "r", late)
        self.assertEqual(["1"], self.pending(late, fence))

    def test_a_lost_lease_marks_nothing(self):
        """R3, R4, T4: the lease runs out, another claims, the first one's fence is worth nothing."""
        self.run_sql(append("a"))
        shard = self.shard("a")
        zombie = claim(self.run_sql, "zombie", shard, lease=3600)
        self.assertTrue(all(row[0] != shard for row in [r for _ in range(7) for r in self.run_sql("CALL relay_claim('x', 3600)")]))
        self.run_sql(f"UPDATE relay_shard SET lease_until = UTC_TIMESTAMP(6) WHERE partition_no = {shard}")
        fence = claim(self.run_sql, "next", shard)
        self.assertEqual([], self.pending(shard, zombie))
        self.assertEqual([["0"]], self.run_sql(f"CALL relay_mark({shard}, {zombie}, '[1]')"))
        self.assertEqual([["0"]], self.run_sql(f"CALL relay_fail({shard}, {zombie}, 1, 'x', 1)"))
        self.assertEqual([["0"]], self.run_sql(f"CALL relay_renew({shard}, {zombie}, 1)"))
        self.assertEqual([["0"]], self.run_sql(f"CALL relay_release({shard}, {zombie})"))
        self.assertEqual(["1"], self.pending(shard, fence))
        self.assertEqual([["1"]], self.run_sql(f"CALL relay_mark({shard}, {fence}, '[1]')"))

    def test_a_failure_holds_back_its_aggregate_alone(self):
        """R6, R9: later events of the key wait, others go on; parked until somebody unparks."""
        self.run_sql(append("a") + append("a"))
        shard = self.shard("a")
        other = next(key for key in (f"b{i}" for i in range(100))
                     if [[shard]] == self.run_sql(append(key) + f"SELECT partition_no FROM outbox_event WHERE aggregateid = '{key}'")[1:])
        fence = claim(self.run_sql, "r", shard)
        self.assertEqual([["1"]], self.run_sql(f"CALL relay_fail({shard}, {fence}, 1, 'too big', NULL)"))
        keys = {row[3] for row in self.run_sql(f"CALL relay_pending({shard}, {fence}, 100)")}
        self.assertEqual({other}, keys)
        self.run_sql("CALL relay_unpark('order', 'a')")
        self.assertEqual("1", self.pending(shard, fence)[0])

    def test_a_page_reads_what_it_gives(self):
        """R1, T14: however many events a key has, published, pending or behind one that failed, and however many keys wait.
        So does the outbox of an earlier Factline, which had no index of what waits."""
        self.run_sql("ALTER TABLE outbox_event DROP INDEX outbox_event_waiting; ALTER TABLE outbox_event DROP COLUMN waits")
        shop.SERVER.run_file(self.name, os.path.join(shop.WORK, self.name, "orders/mariadb/generated/outbox.sql"))
        fence = claim(self.run_sql, "r", 0, lease=3600)
        for keys, published, pending, failed, given in ((1, 10000, 500, "FALSE", 500), (400, 0, 4000, "seq <= 400", 0),
                                                        (2000, 0, 4000, "seq > 1000 AND seq <= 2000", 500)):
            self.run_sql(f"""DELETE FROM outbox_event;
                INSERT INTO outbox_event (event_id, aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload,
                                          occurred_at, partition_no, published_at, next_attempt_at)
                SELECT UUID(), 'order', CONCAT('k', seq % {keys}), 1 + seq DIV {keys}, 'OrderPlaced', 2, NULL, UTC_TIMESTAMP(6), 0,
                       IF(seq <= {published}, UTC_TIMESTAMP(6), NULL), IF({failed}, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR, NULL)
                FROM seq_1_to_{published + pending}; ANALYZE TABLE outbox_event""")
            rows = self.run_sql(f"FLUSH STATUS; CALL relay_pending(0, {fence}, 500); SHOW SESSION STATUS LIKE 'Handler_read_%'")
            read = sum(int(row[1]) for row in rows if row[0].startswith("Handler_read_"))
            self.assertEqual(given, sum(not row[0].startswith("Handler_read_") for row in rows), (keys, failed))
            self.assertLess(read, 4 * (given or pending), (keys, failed))

    def test_cleanup_is_bounded_and_spares_what_waits(self):
        """R10."""
        self.run_sql("".join(append("a") for _ in range(7)))
        self.run_sql("UPDATE outbox_event SET published_at = UTC_TIMESTAMP(6) - INTERVAL 15 DAY WHERE id <= 5")
        self.assertEqual([["3"], ["2"], ["0"]], self.run_sql("CALL outbox_cleanup(NULL, 3); " * 3))
        self.assertEqual([["2"]], self.run_sql("SELECT count(*) FROM outbox_event"))

    def test_survives_dump_and_restore(self):
        """R12, T17: the backlog drains in the copy, numbers go on."""
        self.run_sql(append("a") + append("a"))
        dump = subprocess.run(["mariadb-dump", "--no-defaults", f"--socket={shop.SERVER.socket}", "--user=root", "--routines",
                               "--triggers", self.name], capture_output=True, text=True)
        self.assertEqual(0, dump.returncode, dump.stderr)
        shop.SERVER.run("mysql", "CREATE DATABASE restored")
        shop.SERVER.run("restored", dump.stdout)
        self.assertEqual([["3"]], shop.SERVER.run("restored", append("a")))
        shard = self.shard("a")
        fence = claim(lambda sql: shop.SERVER.run("restored", sql), "r", shard)
        rows = shop.SERVER.run("restored", f"CALL relay_pending({shard}, {fence}, 100)")
        self.assertEqual(["1", "2", "3"], [row[4] for row in rows])
        shop.SERVER.run("restored", "".join(f"CALL outbox_move_on('order', '{key}', 7);" for key in "ab") + "CALL outbox_move_on('order', 'a', 5)")
        self.assertEqual([["8"], ["8"]], shop.SERVER.run("restored", append("a") + append("b")))
        with self.assertRaisesRegex(SqlError, "outbox_move_on: no such aggregate type. Give one of these, without a context in front: .*order"):
            shop.SERVER.run("restored", "CALL outbox_move_on('orders/order', 'a', 9)")
        self.assertEqual([], shop.SERVER.run("restored", "SELECT * FROM outbox_stream WHERE aggregatetype = 'orders/order'"))


if __name__ == "__main__":
    shop.main()
