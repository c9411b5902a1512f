# SPDX-License-Identifier: Apache-2.0
"""The generated functions of the outbox and its relay, on a real PostgreSQL.

Usage: test_relay.py GENERATE_FILES. The names R1, T1, ... are those of resources/help/generating.md.
"""

import json
import os
import random
import subprocess
import threading
import time
import unittest

import shop
from cluster import Session, SqlError, run, run_file
from shop import append, claim, schema, shard_of


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
        run_file(url, os.path.join(shop.FILES, "shop/orders/postgresql/generated/outbox.sql"))
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
        dump = subprocess.run(["pg_dump", "-d", shop.CLUSTER.url(), "-n", "dumped"], capture_output=True, text=True)
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
    shop.main()
