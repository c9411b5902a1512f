# SPDX-License-Identifier: Apache-2.0
"""The generated tables and procedures of outbox, relay and consumer, on a real MariaDB.

Usage: test_outbox.py GENERATE_FILES FOLDER_OF_MODELS. R1, T1, ... are those of resources/help/generating.md.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from server import Server, SqlError

SERVER = None
WORK = None


def generate(name, text):
    """The folder of the context `orders` (or the only one) of a model."""
    path = os.path.join(WORK, f"{name}.factline.yaml")
    with open(path, "w") as file:
        file.write(text.replace("store: postgresql", "store: mariadb"))
    done = subprocess.run([sys.argv[1], path, os.path.join(WORK, name), "mariadb"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    contexts = sorted(f for f in os.listdir(os.path.join(WORK, name)) if not f.startswith("."))
    return {context: os.path.join(WORK, name, context, "mariadb/generated") for context in contexts}


def model(name):
    with open(os.path.join(sys.argv[2], f"{name}.factline.yaml")) as file:
        return file.read()


def database(name, folder, *files):
    SERVER.run("mysql", f"CREATE DATABASE {name}")
    for file in files or ("outbox.sql",):
        SERVER.run_file(name, os.path.join(folder, file))
    return lambda sql: SERVER.run(name, sql)


def text(value):
    return "'" + str(value).replace("\\", "\\\\").replace("'", "''") + "'"


def append(key, type="OrderPlaced", version=2, aggregate="order", payload=None, null=False):
    body = "NULL" if null else text(json.dumps({"orderId": key} if payload is None else payload, ensure_ascii=False))
    return (f"CALL outbox_append({text(type)}, {version}, {text(aggregate)}, {text(key)}, {body}, NULL, NULL, NULL, NULL, "
            "NULL, @seq); SELECT @seq;")


def claim(run, owner, number, lease=30):
    for _ in range(8):
        rows = run(f"CALL relay_claim('{owner}', {lease})")
        if rows and rows[0][0] == str(number):
            return rows[0][1]
    raise AssertionError(f"shard {number} was not to be had")


class Schema(unittest.TestCase):
    def test_loads_twice_without_change(self):
        folders = generate("twice", model("shop"))
        run = database("twice", folders["orders"])
        SERVER.run_file("twice", os.path.join(folders["billing"], "consumer.sql"))
        run(append("a"))
        shape = ("SELECT * FROM outbox_event; SELECT * FROM outbox_route; SELECT * FROM relay_shard; "
                 "SELECT table_name, column_name, column_type, is_nullable, collation_name FROM information_schema.columns "
                 "WHERE table_schema = 'twice' ORDER BY 1, 2; SELECT routine_name, routine_definition FROM "
                 "information_schema.routines WHERE routine_schema = 'twice' ORDER BY 1; SELECT trigger_name, "
                 "action_statement FROM information_schema.triggers WHERE trigger_schema = 'twice' ORDER BY 1")
        before = run(shape)
        for folder, file in (("orders", "outbox.sql"), ("orders", "narrow.sql"), ("billing", "consumer.sql")):
            SERVER.run_file("twice", os.path.join(folders[folder], file))
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
        SERVER.run("mysql", "CREATE DATABASE atonce")
        problems = []

        def go():
            try:
                SERVER.run_file("atonce", os.path.join(folder, "outbox.sql"))
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
        SERVER.run_file("migrated", os.path.join(new, "outbox.sql"))
        for good in (append("a", "OrderCancelled", 1), append("a", "OrderWithdrawn", 1), append("a", version=3), append("a")):
            run(good)
        SERVER.run_file("migrated", os.path.join(new, "narrow.sql"))
        with self.assertRaises(SqlError):
            run(append("a", "OrderCancelled", 1))
        run(append("a", "OrderWithdrawn", 1))
        self.assertEqual([["0", "orders.order"]],
                         run("SELECT schema_version, topic FROM outbox_route WHERE type = 'OrderCancelled'"),
                         "what still waits keeps its route")
        run("UPDATE outbox_event SET published_at = UTC_TIMESTAMP(6)")
        SERVER.run_file("migrated", os.path.join(new, "narrow.sql"))
        self.assertEqual([], run("SELECT * FROM outbox_route WHERE type = 'OrderCancelled'"))
        self.assertEqual([["6"]], run("SELECT count(*) FROM outbox_event"))


class Migration(unittest.TestCase):
    """The scripts run while services are at work."""

    def test_one_that_has_to_wait_gives_up_soon(self):
        """A report or a dump that has read the table: who writes must not wait for it behind the script."""
        folder = generate("waiting", model("shop"))["orders"]
        run = database("waiting", folder)
        report = SERVER.session("waiting")
        self.addCleanup(report.close)
        report.run("START TRANSACTION; SELECT count(*) FROM outbox_event")
        problems = []

        def migrate():
            try:
                SERVER.run_file("waiting", os.path.join(folder, "outbox.sql"))
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
        SERVER.run_file("waiting", os.path.join(folder, "outbox.sql"))
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
            session = SERVER.session("live")
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
                SERVER.run_file("live", script)
        finally:
            ended.set()
            [caller.join() for caller in callers]
        self.assertEqual([], problems)
        self.assertGreater(min(made.values()), 20, made)

    def test_one_at_a_time(self):
        """Where another is at work and does not end, a script says so and changes nothing."""
        folders = generate("alone", model("shop"))
        run = database("alone", folders["orders"])
        SERVER.run("mysql", "CREATE DATABASE alone_too")
        other = SERVER.session("alone")
        other.run("SELECT GET_LOCK(CONCAT('factline', SHA2(DATABASE(), 224)), 0)")
        for context, file in (("orders", "outbox.sql"), ("orders", "narrow.sql"), ("billing", "consumer.sql")):
            with open(os.path.join(folders[context], file)) as stream:
                script = stream.read()
            self.assertEqual(1, script.count(", 30)"))
            with self.assertRaisesRegex(SqlError, "somebody else runs such a script here: try again"):
                run("DROP TABLE IF EXISTS inbox; " + script.replace(", 30)", ", 1)"))
        self.assertEqual([], run("SHOW TABLES LIKE 'inbox'"))
        SERVER.run_file("alone_too", os.path.join(folders["billing"], "consumer.sql"))
        other.close()
        SERVER.run_file("alone", os.path.join(folders["billing"], "consumer.sql"))
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
            began, second, third = (SERVER.session("given_up") for _ in range(3))
            began.run("BEGIN")
            began.run(append(key))
            second.send(f"CALL place_order('{key}', FALSE)")
            third.send(f"CALL place_order('{key}', FALSE)")
            waiting = "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
            for _ in range(300):
                if SERVER.run("given_up", waiting) == [["2"]]:
                    break
                time.sleep(0.05)
            self.assertEqual([["2"]], SERVER.run("given_up", waiting))
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
        slow = SERVER.session(self.name)
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
        SERVER.run_file(self.name, os.path.join(WORK, self.name, "orders/mariadb/generated/outbox.sql"))
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
        dump = subprocess.run(["mariadb-dump", "--no-defaults", f"--socket={SERVER.socket}", "--user=root", "--routines",
                               "--triggers", self.name], capture_output=True, text=True)
        self.assertEqual(0, dump.returncode, dump.stderr)
        SERVER.run("mysql", "CREATE DATABASE restored")
        SERVER.run("restored", dump.stdout)
        self.assertEqual([["3"]], SERVER.run("restored", append("a")))
        shard = self.shard("a")
        fence = claim(lambda sql: SERVER.run("restored", sql), "r", shard)
        rows = SERVER.run("restored", f"CALL relay_pending({shard}, {fence}, 100)")
        self.assertEqual(["1", "2", "3"], [row[4] for row in rows])
        SERVER.run("restored", "".join(f"CALL outbox_move_on('order', '{key}', 7);" for key in "ab") + "CALL outbox_move_on('order', 'a', 5)")
        self.assertEqual([["8"], ["8"]], SERVER.run("restored", append("a") + append("b")))
        with self.assertRaisesRegex(SqlError, "outbox_move_on: no such aggregate type. Give one of these, without a context in front: .*order"):
            SERVER.run("restored", "CALL outbox_move_on('orders/order', 'a', 9)")
        self.assertEqual([], SERVER.run("restored", "SELECT * FROM outbox_stream WHERE aggregatetype = 'orders/order'"))


class Consumer(unittest.TestCase):
    def test_cleanup_and_origin(self):
        """R26: a dead letter keeps where it came from, and is kept once."""
        run = database("consumer_", generate("consumer_", model("shop"))["billing"], "consumer.sql")
        run("INSERT INTO inbox VALUES ('c', 'old', UTC_TIMESTAMP(6) - INTERVAL 40 DAY), ('c', 'new', UTC_TIMESTAMP(6))")
        self.assertEqual([["1"], ["0"]], run("CALL inbox_cleanup(NULL, 10); CALL inbox_cleanup(NULL, 10)"))
        letter = ("INSERT INTO dead_letter (consumer, topic, `partition`, `offset`, consumer_group, aggregatetype, aggregateid, "
                  "reason, error, headers, parked_at, replayed_at) VALUES ('c', 't', 0, {}, 'g', 'order', 'a', 'poison', 'x', "
                  "'[]', UTC_TIMESTAMP(6) - INTERVAL 100 DAY, {})")
        run(letter.format(1, "NULL"))
        run(letter.format(2, "UTC_TIMESTAMP(6) - INTERVAL 99 DAY"))
        with self.assertRaisesRegex(SqlError, "Duplicate entry"):
            run(letter.format(1, "NULL"))
        self.assertEqual([["1"]], run("CALL dead_letter_cleanup(NULL, 10)"))
        self.assertEqual([["1"]], run("SELECT `offset` FROM dead_letter"))
        self.assertEqual([["billing/open-orders"]], run("SELECT projection FROM projection_freshness"))

    def consumer(self):
        """A consumer of the aggregate `a`: functions that offer an event, park it and replay what is parked."""
        name = self._testMethodName
        run = database(name, generate(name, model("shop"))["billing"], "consumer.sql")

        def take(seq, inbox_id=None, contiguous=True, any_start=False, then=""):
            number = "NULL" if seq is None else seq
            inbox_id = inbox_id or f"e{number}"
            return run(f"START TRANSACTION; CALL consumer_take('billing/open-orders', 'orders/order', 'a', {number}, "
                       f"{contiguous}, {text(inbox_id)}, {any_start}, @verdict); SELECT @verdict; {then} COMMIT")[0][0]

        def advance(seq, time=1):
            number = "NULL" if seq is None else seq
            return f"CALL consumer_advance('billing/open-orders', 'orders/order', 'a', {number}, 'e{number}', {time}, TRUE);"

        def park(seq, offset, reason):
            return run(f"CALL consumer_park('billing/open-orders', 'orders/order', 'a', {seq}, 't', 0, {offset}, 1000001, 'g', "
                       f"'e{seq}', '{reason}', 'why', 'k', '[]', 'p', @goes_on); SELECT @goes_on")[0][0]
        return run, take, advance, park

    def test_a_number_is_applied_once_and_in_order(self):
        """R18, R20: skipped when known, applied when next, a hole stops where numbers are contiguous."""
        run, take, advance, _ = self.consumer()
        self.assertEqual(["gap", "apply", "apply", "duplicate", "gap", "apply", "duplicate"],
                         [take(seq, then=then) for seq, then in
                          ((2, ""), (1, ""), (1, advance(1)), (1, ""), (3, ""), (2, advance(2)), (1, ""))])
        self.assertEqual("apply", take(9, contiguous=False))
        run("DELETE FROM consumer_stream")
        self.assertEqual(["apply", "gap"], [take(9, any_start=True), take(9)])

    def test_an_event_without_a_number_is_remembered(self):
        """R18: with its own change, and forgotten with it."""
        run, take, advance, _ = self.consumer()
        self.assertEqual("apply", take(None, "x", then="ROLLBACK;"))
        self.assertEqual(["apply", "duplicate", "apply"], [take(None, name, then=advance(None)) for name in "xxy"])
        self.assertEqual([["0"]], run("SELECT last_seq FROM consumer_stream"))
        with self.assertRaisesRegex(SqlError, "too long"):
            take(None, "x" * 300)

    def test_a_failure_holds_back_its_aggregate_until_it_is_replayed(self):
        """R23, R26, T11."""
        run, take, advance, park = self.consumer()
        take(1, then=advance(1))
        self.assertEqual("0", park(2, 5, "poison"))
        self.assertEqual(["parked", "duplicate"], [take(3), take(1)])
        self.assertEqual(["0", "0"], [park(3, 6, "behind"), park(3, 6, "behind")])  # once, though it comes twice
        run("CALL consumer_take('billing/open-orders', 'orders/order', 'b', 1, TRUE, NULL, FALSE, @v)")
        self.assertEqual([["a", "parked"], ["b", "live"]], run("SELECT aggregateid, state FROM consumer_stream ORDER BY 1"))
        following = "CALL consumer_next_parked('billing/open-orders', 'orders/order', 'a')"
        self.assertEqual([["1", "1", "2", "t", "0", "5", "1000001", "k", "[]", "p"]], run(following))
        run("CALL consumer_resolve(1, 'again')")
        self.assertEqual([["2", "again", "NULL"]], run("SELECT attempts, error, replayed_at FROM dead_letter WHERE id = 1"))
        for letter, seq in ((1, 2), (2, 3)):
            found = run(f"START TRANSACTION; {following}; {advance(seq)} CALL consumer_resolve({letter}, NULL); COMMIT")
            self.assertEqual([str(letter), str(seq - 1), str(seq)], found[0][:3])
        self.assertEqual([], run(following))
        self.assertEqual([["live", "3"]], run("SELECT state, last_seq FROM consumer_stream WHERE aggregateid = 'a'"))

    def test_a_number_that_is_given_twice_is_not_taken_for_the_first(self):
        """R12, R20, T17: after the publisher's database came back from a backup; as far back as 32 numbers."""
        run, take, advance, park = self.consumer()
        run("ALTER TABLE consumer_stream DROP COLUMN recent_ids; ALTER TABLE dead_letter MODIFY reason VARCHAR(10) NOT NULL "
            "CHECK (reason IN ('poison', 'gap', 'behind', 'skipped'))")  # as an earlier Factline had them
        SERVER.run_file(self._testMethodName, os.path.join(WORK, self._testMethodName, "billing/mariadb/generated/consumer.sql"))
        for seq in (*range(1, 40), 42):
            take(seq, f"e{seq}", contiguous=False, then=advance(seq))
        self.assertEqual([["256", "42"]], run("SELECT LENGTH(recent_ids), last_seq FROM consumer_stream"))
        self.assertEqual(["duplicate"] * 7, [take(seq, name) for seq, name in
                                             ((42, "e42"), (39, "e39"), (12, "e12"), (1, "e1"), (10, "other"), (41, "other"), (1, "other"))])
        self.assertEqual(["reused", "reused", "duplicate", "reused", "duplicate"],
                         [take(seq, name) for seq, name in ((42, "late"), (11, "early"), (11, "early"), (39, "other"), (39, "e39"))])
        run("CALL consumer_park('billing/open-orders', 'orders/order', 'a', 39, 't', 0, 1, 1000001, 'g', 'other', 'reused', 'why', "
            "'k', '[]', 'p', @goes_on)")
        self.assertEqual(["parked", "0"], [take(43), park(43, 2, "behind")])  # nobody goes on before somebody has looked
        following = "CALL consumer_next_parked('billing/open-orders', 'orders/order', 'a')"
        for letter, seq in ((1, None), (2, 43)):
            found = run(f"START TRANSACTION; {following}; {advance(seq)} CALL consumer_resolve({letter}, NULL); COMMIT")
            self.assertEqual([str(letter), "42", "NULL" if seq is None else str(seq)], found[0][:3])
        self.assertEqual(["duplicate", "duplicate"], [take(39, "e39"), take(42, "e42")])

    def test_the_one_that_fills_the_hole_says_so(self):
        """R20: the missing event comes, and the replay can go on; what is skipped parks nothing."""
        run, take, advance, park = self.consumer()
        self.assertEqual(["gap", "0"], [take(2), park(2, 1, "gap")])
        self.assertEqual(["parked", "1", "0"], [take(1), park(1, 2, "behind"), park(1, 2, "behind")])
        run("UPDATE consumer_stream SET state = 'live'")
        park(7, 3, "skipped")
        self.assertEqual([["live"]], run("SELECT state FROM consumer_stream"))

    def test_two_that_come_together_wait_for_one_another(self):
        """R19, T5: a second instance sees what the first has committed, and neither is a deadlock's victim."""
        run, _, advance, _ = self.consumer()
        call = "CALL consumer_take('billing/open-orders', 'orders/order', 'a', {}, TRUE, NULL, FALSE, @v); SELECT @v"
        name = self._testMethodName
        for seq in (1, 2, 3):
            first, second = SERVER.session(name), SERVER.session(name)
            for session in (first, second):
                session.run("START TRANSACTION; SELECT count(*) FROM consumer_stream")  # and from then on what it saw
            self.assertEqual([["apply"]], first.run(call.format(seq)))
            second.send(call.format(seq))
            first.run(advance(seq) + " COMMIT")
            self.assertEqual([["duplicate"]], second.wait())
            for session in (first, second):
                session.run("COMMIT")
                session.close()
        self.assertEqual([["3"]], run("SELECT last_seq FROM consumer_stream"))

    def test_a_replay_sees_what_came_meanwhile(self):
        """R23, R26: else the aggregate would be live before all its letters are applied."""
        run, take, _, park = self.consumer()
        take(1)
        park(1, 5, "poison")
        replay = SERVER.session(self._testMethodName)
        replay.run("START TRANSACTION; SELECT count(*) FROM dead_letter; CALL consumer_resolve(1, NULL)")
        park(2, 6, "behind")
        self.assertEqual("2", replay.run("CALL consumer_next_parked('billing/open-orders', 'orders/order', 'a')")[0][0])
        replay.run("COMMIT")
        replay.close()
        self.assertEqual([["parked"]], run("SELECT state FROM consumer_stream"))

    def test_position_and_freshness(self):
        """R19, R21: they only go on."""
        run, take, advance, _ = self.consumer()
        take(1, then=advance(1, 5_000_000) + "CALL consumer_note_offset('c', 't', 0, 7); CALL consumer_note_offset('c', 't', 0, 8);")
        take(2, then=advance(2, 3_000_000))
        self.assertEqual([["8"]], run("SELECT next_offset FROM consumer_offset"))
        self.assertEqual([["1970-01-01 00:00:05.000000", "1"]],
                         run("SELECT last_event_time, last_applied_at <= UTC_TIMESTAMP(6) FROM projection_freshness"))

    def test_where_a_consumer_begins(self):
        """R19."""
        run, *_ = self.consumer()
        begin = "CALL consumer_begin('billing/open-orders', 't', 1, TRUE, @next); SELECT COALESCE(@next, 'nowhere')"
        self.assertEqual([["nowhere"]], run(begin))
        run("CALL consumer_note_offset('billing/open-orders', 't', 1, 8)")
        self.assertEqual([["8"]], run(begin))

    def test_a_view_is_as_fresh_as_its_oldest_partition(self):
        run, *_ = self.consumer()
        for partition in (0, 1):
            run(f"CALL consumer_begin('billing/open-orders', 't', {partition}, TRUE, @next)")
        for time in (5_000_000, 3_000_000):
            run(f"CALL consumer_note_time('billing/open-orders', 't', 0, {time})")
        run("CALL consumer_reached_end('billing/open-orders', 't', 0)")
        caught_up = "SELECT caught_up_at IS NOT NULL FROM projection_freshness"
        self.assertEqual([["0"]], run(caught_up))
        self.assertEqual([["0", "1970-01-01 00:00:05.000000", "1"], ["1", "NULL", "0"]],
                         run("SELECT `partition`, COALESCE(last_event_time, 'NULL'), caught_up_at IS NOT NULL FROM projection_partition ORDER BY 1"))
        run("CALL consumer_reached_end('billing/open-orders', 't', 1)")
        self.assertEqual([["1"]], run(caught_up))
        self.assertEqual([["1"]], run("SELECT f.caught_up_at = MIN(p.caught_up_at) FROM projection_freshness f, projection_partition p GROUP BY f.caught_up_at"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as WORK, Server() as SERVER:
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
