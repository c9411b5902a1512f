# SPDX-License-Identifier: Apache-2.0
"""Relays beside one another: whose a shard is, and until when."""

import signal
import time

import psycopg

from service import Writers, orders
from support.programs import wait_until

from .checks import check_projection, check_published, same
from .registry import proves


@proves("R3", "R11")
def two_relays_share_nothing(stage):
    """No record twice while two relays run, and one that stops hands its shards over at once, everything sent marked."""
    first = stage.start("relay", RELAY_LEASE_MS=30000).ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL") == 8, "the shards are not claimed")
    second = stage.start("relay", RELAY_LEASE_MS=30000).ready()
    with Writers(stage, orders(30)):
        time.sleep(2)
        same(1, stage.value("SELECT count(DISTINCT owner) FROM relay_shard"), "owners")
        same(0, first.stop(), "the first relay ended with")
        published_by_first = stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NOT NULL")
        time.sleep(1.5)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, lambda: "the second relay did not take over: " + second.words()[-1500:], 20)
    same(0, second.stop(), "the second relay ended with")
    same(0, stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL"), "shards not released")
    same(0, check_published(stage), "records published twice by relays that stopped cleanly")
    if not 0 < published_by_first < stage.value("SELECT count(*) FROM outbox_event"):
        raise AssertionError("only one of the relays had something to do")


@proves("R4", "T4")
def a_zombie_marks_nothing(stage):
    zombie = stage.start("relay", RELAY_LEASE_MS=2000, RELAY_DELIVERY_TIMEOUT_MS=1000).ready()
    mine = orders(20)
    with Writers(stage, mine):
        time.sleep(1.5)
        zombie.signal(signal.SIGSTOP)
        fences = stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1")
        other = stage.start("relay", RELAY_LEASE_MS=30000).ready()
        wait_until(lambda: stage.value("SELECT count(DISTINCT owner) FROM relay_shard") == 1 and
                   all(new > old for (_, new), (_, old) in zip(stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1"), fences)),
                   "the second relay did not take over", 30)
        time.sleep(1)
        zombie.signal(signal.SIGCONT)
        time.sleep(2)
    wait_until(lambda: stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0, "rows are pending", 30)
    # Each row was marked once: attempts counts the marks, and the fence of the zombie is an old one.
    same(0, stage.value("SELECT count(*) FROM outbox_event WHERE attempts > 1"), "rows marked twice")
    wait_until(lambda: zombie.metric("factline_relay_shards") == 0, "the zombie still thinks that it holds shards", 15)
    check_published(stage)
    # And by the letter: with nobody else at work, an old fence opens nothing.
    same(0, other.stop(), "the other relay ended with")
    zombie.kill()
    with stage.connect() as connection:
        stage.append(connection, mine[0], "OrderPlaced")
    row, shard = stage.rows("SELECT id, partition_no FROM outbox_event WHERE published_at IS NULL")[0]
    old = dict(fences)[shard]
    stage.rows("SELECT count(*) FROM generate_series(1, 8), LATERAL relay_claim('somebody', '1 minute')")
    same([(0, False, False, 0)], stage.rows("SELECT relay_mark(%s, %s, ARRAY[%s]::bigint[]), relay_renew(%s, %s), relay_fail(%s, %s, %s, 'late', NULL), "
                                            "(SELECT count(*) FROM relay_pending(%s, %s))", shard, old, row, shard, old, shard, old, row, shard, old), "by an old fence")


@proves("R3", "T11")
def a_relay_keeps_its_shards_over_an_outage(stage):
    """It need not wait for the end of its own lease, which is far away here; what another took meanwhile it lets go."""
    waits = "SELECT count(*) FROM outbox_event WHERE published_at IS NULL"
    relay = stage.start("relay", RELAY_LEASE_MS=45000).ready()
    wait_until(lambda: stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL") == 8, "the shards are not claimed", 30)
    fences = stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1")

    def cut_off():
        with psycopg.connect(stage.cluster.url(), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
        with stage.connect() as connection:
            for order in orders(20):
                stage.append(connection, order, "OrderPlaced")

    cut_off()
    wait_until(lambda: stage.value(waits) == 0, lambda: f"{stage.value(waits)} wait for a lease to end: {relay.words()[-1500:]}", 20)
    same(fences, stage.rows("SELECT partition_no, fence FROM relay_shard ORDER BY 1"), "fences")
    stage.rows("UPDATE relay_shard SET owner = 'another', fence = fence + 1 WHERE partition_no < 4")
    cut_off()
    wait_until(lambda: stage.value(waits + " AND partition_no >= 4") == 0 and relay.metric("factline_relay_shards") == 4,
               lambda: f"{stage.rows('SELECT partition_no, owner, fence FROM relay_shard')} {relay.words()[-1500:]}", 30)
    same(stage.value(waits), stage.value(waits + " AND partition_no < 4"), "what waits for the other one")
    same(4, relay.metric("factline_relay_lost_leases_total"), "shards told as lost")


@proves("R2", "R4", "R20")
def a_lease_is_lost_with_events_on_their_way(stage):
    """Half of the shards go to another relay, half were another's for a moment. What was sent under the lost lease is marked by nobody,
    and sent once more by whoever holds the shard now, before anything later of its order."""
    later = "SELECT count(*) FROM outbox_event WHERE published_at IS NOT NULL AND aggregate_seq > 1 AND partition_no < 4"
    former = stage.start("relay", RELAY_LEASE_MS=120000, RELAY_DELIVERY_TIMEOUT_MS=60000).ready()
    stage.start("consume").ready()
    mine = orders(24)

    def append(kind):
        with stage.connect() as connection:
            for order in mine:
                stage.append(connection, order, kind)

    append("OrderPlaced")
    stage.settle(60)
    stage.broker.suspend(True)
    try:
        append("OrderCancelled")
        append("OrderShipped")
        wait_until(lambda: former.metric("factline_relay_under_way_bytes") > len(mine) * 4000, lambda: "not on their way: " + former.words()[-1500:], 20)
        stage.rows("UPDATE relay_shard SET fence = fence + 1, owner = CASE WHEN partition_no < 4 THEN 'another' END, "
                   "lease_until = CASE WHEN partition_no < 4 THEN now() + interval '1 hour' ELSE '-infinity' END")
        wait_until(lambda: stage.value("SELECT count(*) FROM relay_shard WHERE owner IS NOT NULL") == 8, "the shards that are free are not claimed again", 20)
    finally:
        stage.broker.suspend(False)
    wait_until(lambda: former.metric("factline_relay_lost_leases_total") > 0 and former.metric("factline_relay_under_way_bytes") == 0,
               lambda: "the former holder has no answers: " + former.words()[-1500:], 60)
    same(0, stage.value(later), "events that were marked though the lease was lost")
    stage.rows("UPDATE relay_shard SET lease_until = '-infinity' WHERE owner = 'another'")
    stage.settle(60)
    same(len(mine), check_published(stage), "records published twice: those that were on their way")
    check_projection(stage)
