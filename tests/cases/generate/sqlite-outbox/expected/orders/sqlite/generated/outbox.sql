-- Generated from the model: changes made here are refused on the next run.
-- Transactional outbox of the context orders.
-- Run with: sqlite3 -bail FILE < outbox.sql, on the database of the service's own tables, so that a change and its
-- event commit together. Running it again changes nothing. After a change of the model run it first: it takes what
-- the old and the new model declare. Once every service is replaced, narrow.sql takes the new model's alone.

BEGIN IMMEDIATE;

CREATE TABLE IF NOT EXISTS outbox_stream (
    aggregatetype TEXT    NOT NULL,
    aggregateid   TEXT    NOT NULL,
    last_seq      INTEGER NOT NULL CHECK (last_seq > 0),
    PRIMARY KEY (aggregatetype, aggregateid)
) STRICT, WITHOUT ROWID;

-- Times are milliseconds since 1970 in UTC. AUTOINCREMENT: else the ids of deleted rows would be given again.
CREATE TABLE IF NOT EXISTS outbox_event (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id        TEXT    NOT NULL UNIQUE,
    aggregatetype   TEXT    NOT NULL,
    aggregateid     TEXT    NOT NULL, -- key fields in declared order joined by |, with \ before | and \
    aggregate_seq   INTEGER NOT NULL CHECK (aggregate_seq > 0),
    type            TEXT    NOT NULL,
    schema_version  INTEGER NOT NULL,
    payload         TEXT    CHECK (payload IS NULL OR json_valid(payload)), -- NULL: tombstone
    occurred_at     INTEGER NOT NULL,
    traceparent     TEXT,
    correlation_id  TEXT,
    causation_id    TEXT,
    partition_no    INTEGER NOT NULL,
    published_at    INTEGER,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER, -- in the future: this aggregate waits; 9223372036854775807: it is parked
    last_error      TEXT,
    UNIQUE (aggregatetype, aggregateid, aggregate_seq)
) STRICT;

CREATE INDEX IF NOT EXISTS outbox_event_pending ON outbox_event (partition_no, id) WHERE published_at IS NULL;
CREATE INDEX IF NOT EXISTS outbox_event_waiting ON outbox_event (aggregatetype, aggregateid, aggregate_seq)
    WHERE published_at IS NULL AND next_attempt_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS outbox_event_published ON outbox_event (published_at) WHERE published_at IS NOT NULL;

-- What may go out, up to which version, and where to. An earlier model's rows stay until narrow.sql.
CREATE TABLE IF NOT EXISTS outbox_route (
    type           TEXT    NOT NULL,
    schema_version INTEGER NOT NULL,
    aggregatetype  TEXT    NOT NULL,
    source         TEXT    NOT NULL,
    topic          TEXT    NOT NULL,
    partitions     INTEGER NOT NULL,
    PRIMARY KEY (type, aggregatetype)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_route (type, schema_version, aggregatetype, source, topic, partitions) VALUES
    ('OrderPlaced', 3, 'order', 'orders', 'orders.order', 12),
    ('OrderCancelled', 1, 'order', 'orders', 'orders.order', 12),
    ('LineAdded', 1, 'order-line', 'orders', 'orders.line', 1),
    ('ShopOpened', 1, 'orders', 'orders', 'orders.order', 12)
ON CONFLICT (type, aggregatetype) DO UPDATE SET schema_version = max(schema_version, excluded.schema_version),
    source = excluded.source, topic = excluded.topic, partitions = excluded.partitions;

-- Checks of new rows as triggers: SQLite changes no CHECK of a table that exists, and a row of an earlier model stays.
DROP TRIGGER IF EXISTS outbox_event_declared;
CREATE TRIGGER outbox_event_declared BEFORE INSERT ON outbox_event
WHEN NOT EXISTS (SELECT 1 FROM outbox_route AS r WHERE r.type = NEW.type AND r.aggregatetype = NEW.aggregatetype
                 AND NEW.schema_version BETWEEN 1 AND r.schema_version)
BEGIN
    SELECT RAISE(ABORT, 'outbox_event_declared: the model declares no such type, version and aggregate type');
END;

-- A payload carries its key, from the version on that brought the key's fields, and the key is the aggregate's.
DROP TRIGGER IF EXISTS outbox_event_key;
CREATE TRIGGER outbox_event_key BEFORE INSERT ON outbox_event
WHEN NEW.aggregateid = '' OR (NEW.payload IS NOT NULL AND json_valid(NEW.payload) AND NOT CASE
    WHEN NEW.type IN ('OrderPlaced', 'OrderCancelled')
    THEN coalesce(NEW.aggregateid = (SELECT replace(replace(CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(value AS TEXT) END, '\', '\\'), '|', '\|') FROM json_each(NEW.payload) WHERE key = 'orderId'), 0)
    WHEN NEW.type IN ('LineAdded')
    THEN coalesce(NEW.aggregateid = (SELECT replace(replace(CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(value AS TEXT) END, '\', '\\'), '|', '\|') FROM json_each(NEW.payload) WHERE key = 'orderId') || '|' || (SELECT replace(replace(CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(value AS TEXT) END, '\', '\\'), '|', '\|') FROM json_each(NEW.payload) WHERE key = 'sku'), 0)
    ELSE 1
END)

BEGIN
    SELECT RAISE(ABORT, 'outbox_event_key: the payload''s key is not the aggregate''s');
END;

-- SQLite has no procedures: writing an event is an INSERT into this view, in the transaction of the change.
--     INSERT INTO outbox_append (type, schema_version, aggregatetype, aggregateid, payload)
--     VALUES ('...', 1, '...', '...', '{...}');
-- occurred_at, event_id, traceparent, correlation_id and causation_id may be given. Its number within the aggregate is
-- outbox_stream.last_seq, without holes and in the order of commits: one transaction writes at a time (BEGIN IMMEDIATE).
-- After the file came back from a backup, before anything is appended, so that numbers that were given since then are not
-- given once more, with the greatest number that a consumer has of the aggregate, once all that was published has been read:
--     INSERT INTO outbox_stream (aggregatetype, aggregateid, last_seq) VALUES ('...', '...', 7)
--     ON CONFLICT (aggregatetype, aggregateid) DO UPDATE SET last_seq = max(last_seq, excluded.last_seq);
DROP VIEW IF EXISTS outbox_append;
CREATE VIEW outbox_append (type, schema_version, aggregatetype, aggregateid, payload, occurred_at, traceparent,
                           correlation_id, causation_id, event_id) AS
SELECT type, schema_version, aggregatetype, aggregateid, payload, occurred_at, traceparent, correlation_id,
       causation_id, event_id
FROM outbox_event;
CREATE TRIGGER outbox_append_row INSTEAD OF INSERT ON outbox_append BEGIN
    INSERT INTO outbox_stream (aggregatetype, aggregateid, last_seq) VALUES (NEW.aggregatetype, NEW.aggregateid, 1)
    ON CONFLICT (aggregatetype, aggregateid) DO UPDATE SET last_seq = last_seq + 1;
    INSERT INTO outbox_event (event_id, aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload,
                              occurred_at, traceparent, correlation_id, causation_id, partition_no)
    SELECT coalesce(NEW.event_id, lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'
               || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1)
               || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
           s.aggregatetype, s.aggregateid, s.last_seq, NEW.type, NEW.schema_version, NEW.payload,
           coalesce(NEW.occurred_at, CAST(round((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER)),
           NEW.traceparent, NEW.correlation_id, NEW.causation_id,
           (length(s.aggregateid) * 31 + unicode(s.aggregatetype) * 7 + unicode(substr(s.aggregateid, -1))
            + coalesce(unicode(substr(s.aggregateid, -2, 1)), 0) * 3) % 8
    FROM outbox_stream AS s WHERE s.aggregatetype = NEW.aggregatetype AND s.aggregateid = NEW.aggregateid;
END;

-- One publisher a shard. fence grows with each claim: whoever holds an older one marks nothing any more.
CREATE TABLE IF NOT EXISTS relay_shard (
    partition_no INTEGER PRIMARY KEY,
    owner        TEXT,
    lease_until  INTEGER,
    fence        INTEGER NOT NULL DEFAULT 0,
    floor_id     INTEGER NOT NULL DEFAULT 0 -- below it nothing is pending and nothing will be
) STRICT;
INSERT INTO relay_shard (partition_no) VALUES (0), (1), (2), (3), (4), (5), (6), (7) ON CONFLICT DO NOTHING;

COMMIT;
