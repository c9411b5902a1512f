-- Generated from the model: changes made here are refused on the next run.
-- Consumer tables of the context orders.
-- Run with: sqlite3 -bail FILE < consumer.sql, on the database of the projections, so that a projection and its
-- position commit together. Running it again changes nothing. Times are milliseconds since 1970 in UTC.

BEGIN IMMEDIATE;

-- Deduplication without a window: a sequence number at or below last_seq has been dealt with.
CREATE TABLE IF NOT EXISTS consumer_stream (
    consumer        TEXT    NOT NULL,
    aggregatetype   TEXT    NOT NULL, -- publishing context / aggregate type
    aggregateid     TEXT    NOT NULL,
    last_seq        INTEGER NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
    last_event_id   TEXT,
    last_event_time INTEGER,
    state           TEXT    NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'parked')),
    PRIMARY KEY (consumer, aggregatetype, aggregateid)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS consumer_stream_parked ON consumer_stream (consumer) WHERE state = 'parked';

-- Which events had the last 32 numbers of an aggregate.
CREATE TABLE IF NOT EXISTS consumer_number (
    consumer      TEXT    NOT NULL,
    aggregatetype TEXT    NOT NULL,
    aggregateid   TEXT    NOT NULL,
    seq           INTEGER NOT NULL,
    event_id      TEXT,
    PRIMARY KEY (consumer, aggregatetype, aggregateid, seq)
) STRICT, WITHOUT ROWID;
DROP TRIGGER IF EXISTS consumer_number_first;
CREATE TRIGGER consumer_number_first AFTER INSERT ON consumer_stream WHEN NEW.last_seq > 0 BEGIN
    INSERT INTO consumer_number VALUES (NEW.consumer, NEW.aggregatetype, NEW.aggregateid, NEW.last_seq, NEW.last_event_id);
END;
DROP TRIGGER IF EXISTS consumer_number_gone;
CREATE TRIGGER consumer_number_gone AFTER DELETE ON consumer_stream BEGIN
    DELETE FROM consumer_number WHERE consumer = OLD.consumer AND aggregatetype = OLD.aggregatetype
        AND aggregateid = OLD.aggregateid;
END;
DROP TRIGGER IF EXISTS consumer_number_next;
CREATE TRIGGER consumer_number_next AFTER UPDATE OF last_seq ON consumer_stream WHEN NEW.last_seq > OLD.last_seq BEGIN
    DELETE FROM consumer_number WHERE consumer = NEW.consumer AND aggregatetype = NEW.aggregatetype
        AND aggregateid = NEW.aggregateid AND seq NOT BETWEEN NEW.last_seq - 31 AND NEW.last_seq - 1;
    INSERT INTO consumer_number VALUES (NEW.consumer, NEW.aggregatetype, NEW.aggregateid, NEW.last_seq, NEW.last_event_id);
END;

CREATE TABLE IF NOT EXISTS consumer_offset (
    consumer    TEXT    NOT NULL,
    topic       TEXT    NOT NULL,
    partition   INTEGER NOT NULL,
    next_offset INTEGER NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
) STRICT, WITHOUT ROWID;

-- For events without a sequence number.
CREATE TABLE IF NOT EXISTS inbox (
    consumer    TEXT    NOT NULL,
    event_id    TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (consumer, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS inbox_received ON inbox (received_at);

CREATE TABLE IF NOT EXISTS projection_freshness (
    projection      TEXT PRIMARY KEY,
    last_event_time INTEGER, -- when the newest applied event happened
    last_applied_at INTEGER, -- when it was applied
    caught_up_at    INTEGER  -- until when there was nothing left to read in any partition
) STRICT, WITHOUT ROWID;
INSERT INTO projection_freshness (projection) VALUES
    ('orders/order-list')
ON CONFLICT DO NOTHING;

-- A view is as fresh as the oldest of its partitions: the later of both times. A row comes when the partition is assigned.
CREATE TABLE IF NOT EXISTS projection_partition (
    projection      TEXT    NOT NULL,
    topic           TEXT    NOT NULL,
    partition       INTEGER NOT NULL,
    last_event_time INTEGER, -- when the newest event that was read from it happened
    caught_up_at    INTEGER, -- when there was last nothing left to read in it
    PRIMARY KEY (projection, topic, partition)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dead_letter (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    consumer       TEXT    NOT NULL,
    topic          TEXT    NOT NULL,
    partition      INTEGER NOT NULL,
    "offset"       INTEGER NOT NULL,
    record_time    INTEGER,
    consumer_group TEXT    NOT NULL,
    aggregatetype  TEXT    NOT NULL,
    aggregateid    TEXT    NOT NULL,
    aggregate_seq  INTEGER,
    event_id       TEXT,
    reason         TEXT    NOT NULL CHECK (reason IN ('poison', 'gap', 'behind', 'skipped', 'reused')),
    error          TEXT    NOT NULL,
    key            BLOB,
    headers        TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(headers)),
    payload        BLOB,
    attempts       INTEGER NOT NULL DEFAULT 1,
    parked_at      INTEGER NOT NULL,
    replayed_at    INTEGER,
    UNIQUE (consumer, topic, partition, "offset")
) STRICT;
CREATE INDEX IF NOT EXISTS dead_letter_pending
    ON dead_letter (consumer, aggregatetype, aggregateid, aggregate_seq, id) WHERE replayed_at IS NULL;
CREATE INDEX IF NOT EXISTS dead_letter_resolved
    ON dead_letter (coalesce(replayed_at, parked_at)) WHERE replayed_at IS NOT NULL OR reason = 'skipped';

COMMIT;
