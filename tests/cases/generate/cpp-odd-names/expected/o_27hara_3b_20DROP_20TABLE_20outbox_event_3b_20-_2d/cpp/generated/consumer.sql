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
    caught_up_at    timestamptz  -- when the consumer last had nothing left to read
);
COMMENT ON TABLE projection_freshness IS 'Context o''hara; DROP TABLE outbox_event; --: how fresh each view is';
INSERT INTO projection_freshness (projection) VALUES
    ('o''hara; DROP TABLE outbox_event; --/view''; -- %'),
    ('o''hara; DROP TABLE outbox_event; --/transaction')
ON CONFLICT DO NOTHING;

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
    reason         text        NOT NULL CHECK (reason IN ('poison', 'gap', 'behind', 'skipped')),
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

COMMIT;
