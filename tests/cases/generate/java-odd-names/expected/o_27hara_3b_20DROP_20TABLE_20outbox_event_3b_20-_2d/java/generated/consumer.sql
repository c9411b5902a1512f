-- Generated from the model: changes made here are refused on the next run.
-- Consumer tables of the context o'hara; DROP TABLE outbox_event; --.
-- Run with: psql -v ON_ERROR_STOP=1 -f consumer.sql, in the schema (search_path) of the projections, so that a
-- projection and its position commit together. Running it again changes nothing.
-- The targets postgresql and cpp write the same file: either one is enough.

BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL client_min_messages = warning;
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('factline consumer')); END $$;

-- Deduplication without a window: a sequence number at or below last_seq has been dealt with.
CREATE TABLE IF NOT EXISTS consumer_stream (
    consumer        text   NOT NULL,
    aggregatetype   text   NOT NULL, -- publishing context / aggregate type
    aggregateid     text   NOT NULL,
    last_seq        bigint NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
    recent_ids      text   NOT NULL DEFAULT '', -- marks of the last 32 numbers' events, eight characters each, the newest first
    last_event_id   text,
    last_event_time timestamptz,
    state           text   NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'parked')),
    PRIMARY KEY (consumer, aggregatetype, aggregateid)
);
CREATE INDEX IF NOT EXISTS consumer_stream_parked ON consumer_stream (consumer) WHERE state = 'parked';
COMMENT ON TABLE consumer_stream IS 'Context o''hara; DROP TABLE outbox_event; --: how far each consumer is with each aggregate (view''; -- %, transaction)';

CREATE TABLE IF NOT EXISTS consumer_offset (
    consumer    text    NOT NULL,
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
);
COMMENT ON TABLE consumer_offset IS 'Context o''hara; DROP TABLE outbox_event; --: how far each consumer is with each partition';

CREATE TABLE IF NOT EXISTS inbox (
    consumer    text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX IF NOT EXISTS inbox_received ON inbox (received_at);
COMMENT ON TABLE inbox IS 'Context o''hara; DROP TABLE outbox_event; --: events without a sequence number that were applied';

-- Forgets up to p_batch events that came longer ago than p_keep and says how many; call it until it says fewer. An
-- event that comes once more after that is applied once more, so keep longer than any topic does.
CREATE OR REPLACE FUNCTION inbox_cleanup(p_keep interval DEFAULT '1209600 seconds', p_batch integer DEFAULT 1000)
RETURNS integer LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH gone AS (
        DELETE FROM inbox WHERE (consumer, event_id) IN (
            SELECT consumer, event_id FROM inbox WHERE received_at < clock_timestamp() - p_keep
            ORDER BY received_at LIMIT p_batch FOR UPDATE SKIP LOCKED)
        RETURNING 1)
    SELECT count(*)::integer FROM gone
$$;

CREATE TABLE IF NOT EXISTS projection_freshness (
    projection      text PRIMARY KEY,
    last_event_time timestamptz, -- when the newest applied event happened
    last_applied_at timestamptz, -- when it was applied
    caught_up_at    timestamptz  -- until when there was nothing left to read in any partition
);
COMMENT ON TABLE projection_freshness IS 'Context o''hara; DROP TABLE outbox_event; --: how fresh each view is';
INSERT INTO projection_freshness (projection) VALUES
    ('o''hara; DROP TABLE outbox_event; --/view''; -- %'),
    ('o''hara; DROP TABLE outbox_event; --/transaction')
ON CONFLICT DO NOTHING;

-- A view is as fresh as the oldest of its partitions: the later of both times. A row comes when the partition is assigned.
CREATE TABLE IF NOT EXISTS projection_partition (
    projection      text    NOT NULL,
    topic           text    NOT NULL,
    partition       integer NOT NULL,
    last_event_time timestamptz, -- when the newest event that was read from it happened
    caught_up_at    timestamptz, -- when there was last nothing left to read in it
    PRIMARY KEY (projection, topic, partition)
);
COMMENT ON TABLE projection_partition IS 'Context o''hara; DROP TABLE outbox_event; --: how fresh each view is';

CREATE TABLE IF NOT EXISTS dead_letter (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer       text        NOT NULL,
    topic          text        NOT NULL,
    partition      integer     NOT NULL,
    "offset"       bigint      NOT NULL,
    record_time    timestamptz,
    consumer_group text        NOT NULL,
    aggregatetype  text        NOT NULL,
    aggregateid    text        NOT NULL,
    aggregate_seq  bigint,
    event_id       text,
    reason         text        NOT NULL CHECK (reason IN ('poison', 'gap', 'behind', 'reused', 'skipped')),
    error          text        NOT NULL,
    key            bytea,
    headers        jsonb       NOT NULL DEFAULT '[]',
    payload        bytea,
    attempts       integer     NOT NULL DEFAULT 1,
    parked_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    replayed_at    timestamptz,
    UNIQUE (consumer, topic, partition, "offset")
);
CREATE INDEX IF NOT EXISTS dead_letter_pending
    ON dead_letter (consumer, aggregatetype, aggregateid, aggregate_seq, id) WHERE replayed_at IS NULL;
CREATE INDEX IF NOT EXISTS dead_letter_resolved
    ON dead_letter (coalesce(replayed_at, parked_at)) WHERE replayed_at IS NOT NULL OR reason = 'skipped';
COMMENT ON TABLE dead_letter IS 'Context o''hara; DROP TABLE outbox_event; --: records that could not be applied, with where they came from';

-- Tables from before numbers were compared with event ids; those that have this already are not locked.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'consumer_stream'::regclass AND attname = 'recent_ids') THEN
        ALTER TABLE consumer_stream ADD COLUMN recent_ids text NOT NULL DEFAULT '';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'dead_letter'::regclass AND contype = 'c'
                   AND pg_get_constraintdef(oid) LIKE '%reused%') THEN
        ALTER TABLE dead_letter DROP CONSTRAINT IF EXISTS dead_letter_reason_check, ADD CONSTRAINT dead_letter_reason_check
            CHECK (reason IN ('poison', 'gap', 'behind', 'reused', 'skipped')) NOT VALID;
    END IF;
END $$;

-- Deletes up to p_batch letters that were replayed or skipped longer ago than p_keep and says how many; call it until
-- it says fewer. What is still parked stays, however old.
CREATE OR REPLACE FUNCTION dead_letter_cleanup(p_keep interval DEFAULT '90 days', p_batch integer DEFAULT 1000)
RETURNS integer LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH gone AS (
        DELETE FROM dead_letter WHERE id IN (
            SELECT id FROM dead_letter
            WHERE (replayed_at IS NOT NULL OR reason = 'skipped')
              AND coalesce(replayed_at, parked_at) < clock_timestamp() - p_keep
            ORDER BY coalesce(replayed_at, parked_at) LIMIT p_batch FOR UPDATE SKIP LOCKED)
        RETURNING 1)
    SELECT count(*)::integer FROM gone
$$;

-- What a consumer does with one record, for clients in any language. All of it, and the handler's own changes, in one
-- transaction, in this order: consumer_take; where it says 'apply' the handler and then consumer_advance, else
-- consumer_park ('gap', 'parked', 'reused') or nothing ('duplicate'); consumer_note_offset; commit; and only then the
-- broker is told. When a partition is assigned, the client goes on at the least that consumer_begin says for the consumers that read
-- it; at the beginning where that is NULL for one of them. Times are microseconds since 1970.

-- What is kept of an event's id.
CREATE OR REPLACE FUNCTION consumer_mark(p_event_id text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_event_id <> '' THEN left(encode(sha256(convert_to(p_event_id, 'UTF8')), 'hex'), 8) ELSE '--------' END
$$;

-- Whether another event has had this number, as far as recent_ids tells: a database that came back from a backup gives
-- numbers once more.
CREATE OR REPLACE FUNCTION consumer_number_taken(p_recent_ids text, p_last_seq bigint, p_seq bigint, p_event_id text)
RETURNS boolean LANGUAGE sql SET search_path FROM CURRENT AS $$
    SELECT CASE WHEN p_seq BETWEEN p_last_seq - 31 AND p_last_seq
        THEN p_event_id <> '' AND substr(p_recent_ids, (p_last_seq - p_seq)::integer * 8 + 1, 8)
            NOT IN ('', '--------', consumer_mark(p_event_id))
        ELSE false END
$$;

-- Locks the aggregate's position and says what is to be done with the event: 'apply', 'duplicate', 'parked' (its aggregate
-- is), 'gap' or 'reused' (another event had its number; its id is remembered instead). p_seq NULL: not numbered, remembered by p_inbox_id. p_contiguous: a hole means a lost event. p_any_start:
-- an aggregate seen for the first time may begin at any number.
CREATE OR REPLACE FUNCTION consumer_take(p_consumer text, p_aggregatetype text, p_aggregateid text, p_seq bigint,
                                         p_contiguous boolean, p_inbox_id text, p_any_start boolean)
RETURNS text LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_stream consumer_stream;
BEGIN
    INSERT INTO consumer_stream (consumer, aggregatetype, aggregateid) VALUES (p_consumer, p_aggregatetype, p_aggregateid)
    ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT v_stream FROM consumer_stream
    WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid FOR UPDATE;
    IF p_seq IS NULL THEN
        INSERT INTO inbox (consumer, event_id) VALUES (p_consumer, p_inbox_id) ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            RETURN 'duplicate';
        END IF;
    ELSIF p_seq <= v_stream.last_seq THEN
        IF consumer_number_taken(v_stream.recent_ids, v_stream.last_seq, p_seq, p_inbox_id) THEN
            INSERT INTO inbox (consumer, event_id) VALUES (p_consumer, p_inbox_id) ON CONFLICT DO NOTHING;
            IF FOUND THEN
                RETURN 'reused';
            END IF;
        END IF;
        RETURN 'duplicate';
    END IF;
    IF v_stream.state = 'parked' THEN
        RETURN 'parked';
    END IF;
    IF p_seq > v_stream.last_seq + 1 AND p_contiguous AND NOT (p_any_start AND v_stream.last_seq = 0) THEN
        RETURN 'gap';
    END IF;
    RETURN 'apply';
END $$;

-- Moves the aggregate's position on, and the freshness of the projection where the consumer is one.
CREATE OR REPLACE FUNCTION consumer_advance(p_consumer text, p_aggregatetype text, p_aggregateid text, p_seq bigint,
                                            p_event_id text, p_time bigint, p_projection boolean)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_time timestamptz := timestamptz 'epoch' + p_time * interval '1 microsecond';
BEGIN
    UPDATE consumer_stream
    SET last_seq = coalesce(p_seq, last_seq), last_event_id = p_event_id, last_event_time = v_time,
        recent_ids = CASE WHEN p_seq IS NULL THEN recent_ids ELSE left(
            consumer_mark(p_event_id) || repeat('--------', least(p_seq - last_seq - 1, 31)::integer)
            || recent_ids, 32 * 8) END
    WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid;
    IF p_projection THEN
        INSERT INTO projection_freshness AS f (projection, last_event_time, last_applied_at)
        VALUES (p_consumer, v_time, clock_timestamp())
        ON CONFLICT (projection) DO UPDATE SET last_event_time = greatest(f.last_event_time, EXCLUDED.last_event_time),
                                               last_applied_at = EXCLUDED.last_applied_at;
    END IF;
END $$;

-- Where a consumer goes on in a partition that it is given; NULL: at the beginning.
CREATE OR REPLACE FUNCTION consumer_begin(p_consumer text, p_topic text, p_partition integer, p_projection boolean)
RETURNS bigint LANGUAGE sql SET search_path FROM CURRENT AS $$
    INSERT INTO projection_partition (projection, topic, partition) SELECT p_consumer, p_topic, p_partition WHERE p_projection
    ON CONFLICT DO NOTHING;
    SELECT max(next_offset) FROM consumer_offset
    WHERE consumer = p_consumer AND topic = p_topic AND partition = p_partition
$$;

CREATE OR REPLACE FUNCTION consumer_note_offset(p_consumer text, p_topic text, p_partition integer, p_next bigint)
RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    INSERT INTO consumer_offset (consumer, topic, partition, next_offset) VALUES (p_consumer, p_topic, p_partition, p_next)
    ON CONFLICT (consumer, topic, partition) DO UPDATE SET next_offset = EXCLUDED.next_offset
$$;

-- With the time of the event where the consumer is a projection: it has everything of the partition until then.
CREATE OR REPLACE FUNCTION consumer_note_offset(p_consumer text, p_topic text, p_partition integer, p_next bigint, p_time bigint)
RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    SELECT consumer_note_offset(p_consumer, p_topic, p_partition, p_next);
    INSERT INTO projection_partition AS p (projection, topic, partition, last_event_time)
    VALUES (p_consumer, p_topic, p_partition, timestamptz 'epoch' + p_time * interval '1 microsecond')
    ON CONFLICT (projection, topic, partition) DO UPDATE
    SET last_event_time = greatest(p.last_event_time, EXCLUDED.last_event_time)
$$;

-- Keeps a record as a dead letter, and parks its aggregate unless the reason is 'skipped'. True: it fills the hole that its
-- parked aggregate waits for, so that a replay of the aggregate may go on now; where a number was given twice somebody has
-- to look first.
CREATE OR REPLACE FUNCTION consumer_park(
    p_consumer text, p_aggregatetype text, p_aggregateid text, p_seq bigint, p_topic text, p_partition integer,
    p_offset bigint, p_record_time bigint, p_group text, p_event_id text, p_reason text, p_error text, p_key bytea,
    p_headers jsonb, p_payload bytea)
RETURNS boolean LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_new boolean;
BEGIN
    INSERT INTO dead_letter (consumer, topic, partition, "offset", record_time, consumer_group, aggregatetype, aggregateid,
                             aggregate_seq, event_id, reason, error, key, headers, payload)
    VALUES (p_consumer, p_topic, p_partition, p_offset, timestamptz 'epoch' + p_record_time * interval '1 microsecond',
            p_group, p_aggregatetype, p_aggregateid, p_seq, p_event_id, p_reason, p_error, p_key, p_headers, p_payload)
    ON CONFLICT (consumer, topic, partition, "offset") DO NOTHING;
    v_new := FOUND;
    IF p_reason <> 'skipped' THEN
        UPDATE consumer_stream SET state = 'parked'
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid
          AND state <> 'parked';
    END IF;
    RETURN v_new AND p_reason = 'behind' AND EXISTS (
        SELECT FROM consumer_stream
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid
          AND p_seq = last_seq + 1)
        AND NOT EXISTS (
        SELECT FROM dead_letter
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid
          AND reason = 'reused' AND replayed_at IS NULL);
END $$;

-- The first parked record of an aggregate, whose position it locks; none: nothing is parked any more, and the aggregate is
-- live again. The client applies it (where its number is the next) and calls consumer_resolve in the same transaction. An
-- event whose number another one had comes without one.
CREATE OR REPLACE FUNCTION consumer_next_parked(p_consumer text, p_aggregatetype text, p_aggregateid text)
RETURNS TABLE (letter bigint, last_seq bigint, aggregate_seq bigint, topic text, partition integer, "offset" bigint,
               record_time bigint, key bytea, headers jsonb, payload bytea)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
    v_last   bigint;
    v_recent text;
BEGIN
    SELECT s.last_seq, s.recent_ids INTO v_last, v_recent FROM consumer_stream AS s
    WHERE s.consumer = p_consumer AND s.aggregatetype = p_aggregatetype AND s.aggregateid = p_aggregateid FOR UPDATE;
    RETURN QUERY
        SELECT d.id, v_last, CASE WHEN d.reason <> 'reused'
                   AND consumer_number_taken(v_recent, v_last, d.aggregate_seq, d.event_id) IS NOT TRUE THEN d.aggregate_seq END,
               d.topic, d.partition, d."offset", (extract(epoch FROM d.record_time) * 1000000)::bigint, d.key, d.headers,
               d.payload
        FROM dead_letter AS d
        WHERE d.consumer = p_consumer AND d.aggregatetype = p_aggregatetype AND d.aggregateid = p_aggregateid
          AND d.replayed_at IS NULL AND d.reason <> 'skipped'
        ORDER BY d.aggregate_seq NULLS LAST, d.id LIMIT 1;
    IF NOT FOUND THEN
        UPDATE consumer_stream AS s SET state = 'live'
        WHERE s.consumer = p_consumer AND s.aggregatetype = p_aggregatetype AND s.aggregateid = p_aggregateid;
    END IF;
END $$;

-- Notes that a parked record was applied, or that it failed once more (p_error).
CREATE OR REPLACE FUNCTION consumer_resolve(p_letter bigint, p_error text)
RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    UPDATE dead_letter SET attempts = attempts + (p_error IS NOT NULL)::integer, error = coalesce(p_error, error),
                           replayed_at = CASE WHEN p_error IS NULL THEN clock_timestamp() END
    WHERE id = p_letter
$$;

-- Notes that there was nothing left to read in these partitions.
CREATE OR REPLACE FUNCTION consumer_reached_end(p_projection text, p_topics text[], p_partitions integer[])
RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    INSERT INTO projection_partition (projection, topic, partition, caught_up_at)
    SELECT p_projection, topic, partition, clock_timestamp() FROM unnest(p_topics, p_partitions) AS ended (topic, partition)
    ORDER BY 2, 3
    ON CONFLICT (projection, topic, partition) DO UPDATE SET caught_up_at = EXCLUDED.caught_up_at;
    UPDATE projection_freshness SET caught_up_at = (
        SELECT min(caught_up_at) FROM projection_partition WHERE projection = p_projection)
    WHERE projection = p_projection
      AND NOT EXISTS (SELECT FROM projection_partition WHERE projection = p_projection AND caught_up_at IS NULL)
$$;

COMMIT;
