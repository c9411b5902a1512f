-- Generated from the model: changes made here are refused on the next run.
-- The statements of a relay on the outbox of orders, by name (the form of sqlc and aiosql). Each is one
-- transaction of its own; :now is the time in milliseconds since 1970.

-- name: relay_claim
-- Takes one free shard, or none: its number and fence.
UPDATE relay_shard SET owner = :owner, lease_until = :now + :lease, fence = fence + 1
WHERE partition_no = (SELECT partition_no FROM relay_shard WHERE owner IS NULL OR lease_until <= :now
                      ORDER BY lease_until NULLS FIRST, partition_no LIMIT 1)
RETURNING partition_no, fence;

-- name: relay_renew
-- Lengthens the lease. No row: it is lost, stop publishing.
UPDATE relay_shard SET lease_until = :now + :lease
WHERE partition_no = :partition_no AND fence = :fence AND owner IS NOT NULL RETURNING 1;

-- name: relay_pending
-- The next rows to publish, in order. While an event waits for its next attempt, later ones of its aggregate wait too.
SELECT e.*, (SELECT r.topic FROM outbox_route AS r
             WHERE r.type = e.type AND r.aggregatetype = e.aggregatetype) AS topic
FROM outbox_event AS e JOIN relay_shard AS s ON s.partition_no = e.partition_no
WHERE e.partition_no = :partition_no AND s.fence = :fence AND s.lease_until > :now AND e.published_at IS NULL
  AND e.id >= s.floor_id
  AND NOT EXISTS (SELECT 1 FROM outbox_event AS w
                  WHERE w.aggregatetype = e.aggregatetype AND w.aggregateid = e.aggregateid
                    AND w.aggregate_seq <= e.aggregate_seq AND w.published_at IS NULL
                    AND w.next_attempt_at IS NOT NULL AND w.next_attempt_at > :now)
ORDER BY e.id LIMIT :limit;

-- name: relay_mark
-- Marks a row as published. No row comes back where the fence is no longer ours.
UPDATE outbox_event SET published_at = :now, attempts = attempts + 1, next_attempt_at = NULL, last_error = NULL
WHERE id = :id AND partition_no = :partition_no AND published_at IS NULL
  AND EXISTS (SELECT 1 FROM relay_shard AS s WHERE s.partition_no = :partition_no AND s.fence = :fence)
RETURNING id;

-- name: relay_fail
-- Notes a failed attempt: its aggregate waits until :next_attempt_at, or is parked at 9223372036854775807.
UPDATE outbox_event SET attempts = attempts + 1, last_error = :error, next_attempt_at = :next_attempt_at
WHERE id = :id AND partition_no = :partition_no AND published_at IS NULL
  AND EXISTS (SELECT 1 FROM relay_shard AS s WHERE s.partition_no = :partition_no AND s.fence = :fence)
RETURNING id;

-- name: relay_unpark
UPDATE outbox_event SET next_attempt_at = NULL
WHERE aggregatetype = :aggregatetype AND aggregateid = :aggregateid AND published_at IS NULL
  AND next_attempt_at IS NOT NULL
RETURNING id;

-- name: relay_floor
-- One transaction writes at a time, so every id below the first pending one is final.
UPDATE relay_shard SET floor_id = coalesce(
    (SELECT min(id) FROM outbox_event WHERE partition_no = :partition_no AND published_at IS NULL AND id >= floor_id),
    (SELECT seq + 1 FROM sqlite_sequence WHERE name = 'outbox_event'), 0)
WHERE partition_no = :partition_no AND fence = :fence RETURNING floor_id;

-- name: relay_release
-- Gives a shard back, for a quick hand-over at shutdown.
UPDATE relay_shard SET owner = NULL, lease_until = NULL
WHERE partition_no = :partition_no AND fence = :fence AND owner IS NOT NULL RETURNING 1;

-- name: outbox_cleanup
-- Deletes up to :batch rows that were published before :now - 1209600000; until none comes back. What is not
-- published stays.
DELETE FROM outbox_event WHERE id IN (
    SELECT id FROM outbox_event WHERE published_at < :now - 1209600000 ORDER BY published_at LIMIT :batch)
RETURNING id;
