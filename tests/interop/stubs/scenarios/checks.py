# SPDX-License-Identifier: Apache-2.0
"""What several scenarios look at, and what they look with."""

import collections
import threading

SUBSCRIBED = ("OrderPlaced", "OrderCancelled", "OrderShipped")


def same(expected, got, what):
    if expected != got:
        raise AssertionError(f"{what}: expected {expected!r}, got {got!r}")


def fold_of(stage):
    """What the projection has to be: a pure fold of the committed events."""
    fold = {}
    for order, seq, kind in stage.rows("SELECT aggregateid, aggregate_seq, type FROM outbox_event WHERE aggregatetype = 'order' ORDER BY 1, 2"):
        if kind in SUBSCRIBED:
            fold.setdefault(order, []).append(str(seq))
    return {order: ",".join(numbers) for order, numbers in fold.items()}


def projection_of(stage):
    return dict(stage.rows("SELECT order_id, history FROM order_status"))


def check_projection(stage):
    fold, got = fold_of(stage), projection_of(stage)
    if fold != got:
        wrong = [(order, fold.get(order), got.get(order)) for order in fold.keys() | got.keys() if fold.get(order) != got.get(order)]
        raise AssertionError(f"{len(wrong)} of {len(fold)} orders are not the fold of their events, such as {wrong[:3]}")
    same([], stage.rows("SELECT order_id, seq, count(*) FROM applied GROUP BY 1, 2 HAVING count(*) > 1 LIMIT 3"), "applied twice")


def check_published(stage, *topics):
    """Everything committed and nothing else, per key in order at first sight; how many records came twice."""
    committed = {event: (order, seq) for event, order, seq in
                 stage.rows("SELECT event_id::text, aggregateid, aggregate_seq FROM outbox_event")}
    published = stage.published(topics or ("orders.order",))
    same(set(committed), {record.headers["ce_id"] for record in published}, "published events")
    latest = collections.defaultdict(int)
    places = collections.defaultdict(set)
    for record in published:
        order, seq = committed[record.headers["ce_id"]]
        same((order, f"{seq:020d}", order), (record.headers["ce_subject"], record.headers["ce_sequence"], record.key.decode()), "a record's headers")
        places[order].add(record.partition)
        if seq > latest[order]:
            if seq != latest[order] + 1:
                all_of_it = [(record.partition, record.offset, int(record.headers["ce_sequence"])) for record in published
                             if record.headers["ce_subject"] == order]
                raise AssertionError(f"{seq} of {order} was published before {latest[order] + 1}: (partition, offset, number) {all_of_it}")
            latest[order] = seq
    same(set(), {order for order, where in places.items() if len(where) > 1}, "keys on two partitions")
    return len(published) - len(committed)


def outbox(stage):
    with stage.connect() as connection:
        from psycopg.rows import dict_row
        connection.row_factory = dict_row
        return connection.execute("SELECT *, payload::text AS body, to_char(occurred_at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS at FROM outbox_event ORDER BY id").fetchall()


def send(stage, rows, **headers):
    """What a relay would, by hand."""
    from confluent_kafka import Producer
    producer = Producer({"bootstrap.servers": stage.broker.address, "partitioner": "murmur2_random"})
    for row in rows:
        told = {"ce_specversion": "1.0", "ce_id": str(row["event_id"]), "ce_source": "orders", "ce_type": row["type"],
                "ce_schemaversion": str(row["schema_version"]), "ce_subject": row["aggregateid"], "ce_aggregatetype": row["aggregatetype"],
                "ce_sequence": f"{row['aggregate_seq']:020d}", "ce_time": row["at"], **headers}
        producer.produce("orders.order", key=row["aggregateid"], value=row["body"], headers=told)
    if producer.flush(30):
        raise AssertionError("the broker does not take the test's records")


def murmur2(data):
    """Kafka's own hash of a key (org.apache.kafka.common.utils.Utils.murmur2)."""
    mask, m, length = 0xFFFFFFFF, 0x5BD1E995, len(data)
    h = 0x9747B28C ^ length
    for at in range(0, length - length % 4, 4):
        k = int.from_bytes(data[at:at + 4], "little") * m & mask
        k = (k ^ k >> 24) * m & mask
        h = (h * m & mask) ^ k
    rest = data[length - length % 4:]
    if rest:
        h = (h ^ int.from_bytes(rest, "little")) * m & mask
    h = (h ^ h >> 13) * m & mask
    return h ^ h >> 15


class Leases:
    """Looks all the while whether those who hold shards hold them by a lease that is not over."""

    def __init__(self, stage):
        self.stage, self.over = stage, threading.Event()
        self.late = 0.0
        self.thread = threading.Thread(target=self._look)

    def __enter__(self):
        self.thread.start()

    def __exit__(self, kind, *_):
        self.over.set()
        self.thread.join()
        if not kind and self.late:
            raise AssertionError(f"a lease was over for {self.late:.1f} s while its relay went on")

    def _look(self):
        with self.stage.connect() as connection:
            while not self.over.wait(0.1):
                self.late = max(self.late, connection.execute(
                    "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - lease_until)), 0)::float8 FROM relay_shard WHERE owner IS NOT NULL").fetchone()[0])
