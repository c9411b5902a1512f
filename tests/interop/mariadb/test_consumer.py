# SPDX-License-Identifier: Apache-2.0
"""The generated tables and procedures of the consumer, on a real MariaDB.

Usage: test_consumer.py GENERATE_FILES FOLDER_OF_MODELS. R1, T1, ... are those of resources/help/generating.md.
"""

import os
import unittest

import shop
from server import SqlError
from shop import database, generate, model, text


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
        shop.SERVER.run_file(self._testMethodName, os.path.join(shop.WORK, self._testMethodName, "billing/mariadb/generated/consumer.sql"))
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
            first, second = shop.SERVER.session(name), shop.SERVER.session(name)
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
        replay = shop.SERVER.session(self._testMethodName)
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
    shop.main()
