-- Generated from the model: changes made here are refused on the next run.
-- Consumer tables of the context orders.
-- Run with: psql -v ON_ERROR_STOP=1 -f consumer.sql, in the schema (search_path) of the projections, so that a
-- projection and its position commit together. Running it again changes nothing.

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
COMMENT ON TABLE consumer_stream IS 'Context orders: how far each consumer is with each aggregate (order-list)';

CREATE TABLE IF NOT EXISTS consumer_offset (
    consumer    text    NOT NULL,
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
);
COMMENT ON TABLE consumer_offset IS 'Context orders: how far each consumer is with each partition';

CREATE TABLE IF NOT EXISTS inbox (
    consumer    text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, event_id)
);
COMMENT ON TABLE inbox IS 'Context orders: events without a sequence number that were applied';

CREATE TABLE IF NOT EXISTS projection_freshness (
    projection      text PRIMARY KEY,
    last_event_time timestamptz, -- when the newest applied event happened
    last_applied_at timestamptz, -- when it was applied
    caught_up_at    timestamptz  -- when the consumer last had nothing left to read
);
COMMENT ON TABLE projection_freshness IS 'Context orders: how fresh each view is';
INSERT INTO projection_freshness (projection) VALUES
    ('orders/order-list')
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
COMMENT ON TABLE dead_letter IS 'Context orders: records that could not be applied, with where they came from';

COMMIT;
