-- Generated from the model: changes made here are refused on the next run.
-- The statements of a consumer of orders, by name (the form of sqlc and aiosql). Those of one event belong into one
-- transaction with the change of the projection (BEGIN IMMEDIATE); :now is the time in milliseconds since 1970.

-- name: consumer_advance
-- The next number of a live stream moves it on: one row comes back, apply the event. No row: seen before, beyond a
-- gap, parked, or a number that another event had; consumer_position says which.
INSERT INTO consumer_stream (consumer, aggregatetype, aggregateid, last_seq, last_event_id, last_event_time)
SELECT :consumer, :aggregatetype, :aggregateid, :seq, :event_id, :event_time
WHERE :seq = 1 OR EXISTS (SELECT 1 FROM consumer_stream WHERE consumer = :consumer AND aggregatetype = :aggregatetype
                          AND aggregateid = :aggregateid)
ON CONFLICT (consumer, aggregatetype, aggregateid) DO UPDATE
SET last_seq = excluded.last_seq, last_event_id = excluded.last_event_id, last_event_time = excluded.last_event_time
WHERE last_seq = excluded.last_seq - 1 AND state = 'live'
RETURNING last_seq;

-- name: consumer_position
-- had_by: whose number :seq was. Where that is another event than the one at hand, the publisher's database has come back
-- from a backup and gives numbers once more: park it, and remember it by inbox_take. NULL: long ago, or not yet given.
SELECT last_seq, state,
    (SELECT event_id FROM consumer_number WHERE consumer = :consumer AND aggregatetype = :aggregatetype
     AND aggregateid = :aggregateid AND seq = :seq) AS had_by
FROM consumer_stream
WHERE consumer = :consumer AND aggregatetype = :aggregatetype AND aggregateid = :aggregateid;

-- name: consumer_park
INSERT INTO consumer_stream (consumer, aggregatetype, aggregateid, state)
VALUES (:consumer, :aggregatetype, :aggregateid, 'parked')
ON CONFLICT (consumer, aggregatetype, aggregateid) DO UPDATE SET state = 'parked';

-- name: consumer_unpark
UPDATE consumer_stream SET state = 'live'
WHERE consumer = :consumer AND aggregatetype = :aggregatetype AND aggregateid = :aggregateid RETURNING last_seq;

-- name: inbox_take
-- For events without a number: one row comes back the first time.
INSERT INTO inbox (consumer, event_id, received_at) VALUES (:consumer, :event_id, :now)
ON CONFLICT DO NOTHING RETURNING 1;

-- name: offset_store
-- From here the client goes on at its next start, whatever the broker says; where there is none, at the beginning.
INSERT INTO consumer_offset (consumer, topic, partition, next_offset) VALUES (:consumer, :topic, :partition, :next_offset)
ON CONFLICT (consumer, topic, partition) DO UPDATE SET next_offset = excluded.next_offset;

-- name: freshness_applied
UPDATE projection_freshness SET last_event_time = max(coalesce(last_event_time, :event_time), :event_time),
    last_applied_at = :now WHERE projection = :projection;

-- name: partition_begin
-- When a projection is given a partition; else nobody would miss one of which nothing was ever read.
INSERT INTO projection_partition (projection, topic, partition) VALUES (:projection, :topic, :partition) ON CONFLICT DO NOTHING;

-- name: partition_read
-- The projection has everything of the partition until the event that happened then.
INSERT INTO projection_partition (projection, topic, partition, last_event_time)
VALUES (:projection, :topic, :partition, :event_time)
ON CONFLICT (projection, topic, partition) DO UPDATE
SET last_event_time = max(coalesce(last_event_time, excluded.last_event_time), excluded.last_event_time);

-- name: partition_reached_end
-- There was nothing left to read in the partition.
INSERT INTO projection_partition (projection, topic, partition, caught_up_at) VALUES (:projection, :topic, :partition, :now)
ON CONFLICT (projection, topic, partition) DO UPDATE SET caught_up_at = excluded.caught_up_at;

-- name: freshness_caught_up
-- After partition_reached_end: until when there was nothing left to read in any partition.
UPDATE projection_freshness
SET caught_up_at = (SELECT min(caught_up_at) FROM projection_partition WHERE projection = :projection)
WHERE projection = :projection
    AND NOT EXISTS (SELECT 1 FROM projection_partition WHERE projection = :projection AND caught_up_at IS NULL);

-- name: dead_letter_add
INSERT INTO dead_letter (consumer, topic, partition, "offset", record_time, consumer_group, aggregatetype, aggregateid,
                         aggregate_seq, event_id, reason, error, key, headers, payload, parked_at)
VALUES (:consumer, :topic, :partition, :offset, :record_time, :consumer_group, :aggregatetype, :aggregateid, :seq,
        :event_id, :reason, :error, :key, :headers, :payload, :now)
ON CONFLICT (consumer, topic, partition, "offset") DO UPDATE SET attempts = attempts + 1, error = excluded.error;

-- name: dead_letter_pending
SELECT * FROM dead_letter WHERE consumer = :consumer AND aggregatetype = :aggregatetype AND aggregateid = :aggregateid
    AND replayed_at IS NULL ORDER BY aggregate_seq, id;

-- name: dead_letter_replayed
UPDATE dead_letter SET replayed_at = :now WHERE id = :id AND replayed_at IS NULL RETURNING id;

-- name: inbox_cleanup
-- Forgets up to :batch events.
DELETE FROM inbox WHERE (consumer, event_id) IN (
    SELECT consumer, event_id FROM inbox WHERE received_at < :now - 1814400000 ORDER BY received_at LIMIT :batch)
RETURNING 1;

-- name: dead_letter_cleanup
-- Deletes up to :batch letters that were replayed or skipped 90 days ago. What is still parked stays.
DELETE FROM dead_letter WHERE id IN (
    SELECT id FROM dead_letter WHERE (replayed_at IS NOT NULL OR reason = 'skipped')
        AND coalesce(replayed_at, parked_at) < :now - 7776000000
    ORDER BY coalesce(replayed_at, parked_at) LIMIT :batch)
RETURNING id;
