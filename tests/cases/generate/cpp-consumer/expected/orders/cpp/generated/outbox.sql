-- Generated from the model: changes made here are refused on the next run.
-- Transactional outbox of the context orders.
-- Run with: psql -v ON_ERROR_STOP=1 -f outbox.sql, in the schema (search_path) of the service's own tables, so that
-- a change and its event commit together. Running it again changes nothing. After a change of the model run it first:
-- it takes what the old and the new model declare. Once every service is replaced, narrow.sql takes the new model's alone.

BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL client_min_messages = warning;
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('factline outbox')); END $$;
SET LOCAL lock_timeout = '1s';

CREATE TABLE IF NOT EXISTS outbox_stream (
    aggregatetype text   NOT NULL,
    aggregateid   text   NOT NULL,
    last_seq      bigint NOT NULL CHECK (last_seq > 0),
    PRIMARY KEY (aggregatetype, aggregateid)
);
COMMENT ON TABLE outbox_stream IS 'Context orders: the last sequence number given to each aggregate';

CREATE TABLE IF NOT EXISTS outbox_event (
    id              bigint    GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    event_id        uuid      NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    aggregatetype   text      NOT NULL,
    aggregateid     text      NOT NULL, -- key fields in declared order joined by |, with \ before | and \
    aggregate_seq   bigint    NOT NULL CHECK (aggregate_seq > 0),
    type            text      NOT NULL,
    schema_version  integer   NOT NULL,
    payload         jsonb,              -- NULL: tombstone
    occurred_at     timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'), -- UTC
    traceparent     text,
    correlation_id  text,
    causation_id    text,
    partition_no    integer   NOT NULL,
    published_at    timestamptz,
    attempts        integer   NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,        -- in the future: this aggregate waits; 'infinity': it is parked
    last_error      text,
    UNIQUE (aggregatetype, aggregateid, aggregate_seq)
);
COMMENT ON TABLE outbox_event IS 'Context orders: events on their way out, 4 declared types';

-- What may go out, up to which version, and where to. What only an earlier model declares stays until narrow.sql; of
-- an outbox from before there was this table it is what its view had.
CREATE TABLE IF NOT EXISTS outbox_declared (
    type           text    NOT NULL,
    schema_version integer NOT NULL, -- the newest; 0: nothing new of it
    aggregatetype  text    NOT NULL,
    source         text    NOT NULL,
    topic          text    NOT NULL,
    partitions     integer NOT NULL,
    model_version  integer,          -- the newest in the model that was run last; 0: it has none
    PRIMARY KEY (type, aggregatetype)
);
COMMENT ON TABLE outbox_declared IS 'Context orders: what may go out, by the model and by those before it';
DO $$ BEGIN
    IF to_regclass(quote_ident(current_schema()) || '.outbox_route') IS NOT NULL
       AND NOT EXISTS (SELECT FROM outbox_declared) THEN
        INSERT INTO outbox_declared
        SELECT type, schema_version, aggregatetype, source, topic, partitions, 0 FROM outbox_route;
    END IF;
END $$;
UPDATE outbox_declared SET model_version = 0;
INSERT INTO outbox_declared AS d (type, schema_version, aggregatetype, source, topic, partitions) VALUES
    ('OrderPlaced'::text, 3, 'order'::text, 'orders'::text, 'orders.order'::text, 1),
    ('OrderPacked'::text, 1, 'order'::text, 'orders'::text, 'orders.order'::text, 1),
    ('CustomerJoined'::text, 1, 'customer'::text, 'orders'::text, 'orders.order'::text, 1),
    ('CustomerHonoured'::text, 1, 'customer'::text, 'orders'::text, 'orders.vip'::text, 1)
ON CONFLICT (type, aggregatetype) DO UPDATE SET schema_version = greatest(d.schema_version, excluded.schema_version),
    source = excluded.source, topic = excluded.topic, partitions = excluded.partitions,
    model_version = excluded.schema_version;
UPDATE outbox_declared SET model_version = schema_version WHERE model_version IS NULL;

-- Indexes and checks are made on a twin, so that a table that has them already is not locked: its writers would wait.
CREATE TEMPORARY TABLE outbox_event (LIKE outbox_event) ON COMMIT DROP;
CREATE INDEX outbox_event_pending ON pg_temp.outbox_event (partition_no, id) WHERE published_at IS NULL;
CREATE INDEX outbox_event_waiting ON pg_temp.outbox_event (aggregatetype, aggregateid, aggregate_seq)
    WHERE published_at IS NULL AND next_attempt_at IS NOT NULL;
CREATE INDEX outbox_event_published ON pg_temp.outbox_event (published_at) WHERE published_at IS NOT NULL;

-- What the model declares, in every version up to the declared one: a service that is not replaced yet goes on with
-- the version before. A row that was tried is looked at no more, for to mark it as published would be to check it again.
ALTER TABLE pg_temp.outbox_event ADD CONSTRAINT outbox_event_declared CHECK (attempts > 0 OR
    (type = 'OrderPlaced' AND aggregatetype = 'order' AND schema_version BETWEEN 1 AND 3) -- orders/OrderPlaced
    OR (type = 'OrderPacked' AND aggregatetype = 'order' AND schema_version BETWEEN 1 AND 1) -- orders/OrderPacked
    OR (type = 'CustomerJoined' AND aggregatetype = 'customer' AND schema_version BETWEEN 1 AND 1) -- orders/CustomerJoined
    OR (type = 'CustomerHonoured' AND aggregatetype = 'customer' AND schema_version BETWEEN 1 AND 1) -- orders/CustomerHonoured
);

-- A payload carries its key, from the version on that brought the key's fields, and the key is the aggregate's.
ALTER TABLE pg_temp.outbox_event ADD CONSTRAINT outbox_event_key CHECK (attempts > 0 OR payload IS NULL OR CASE
    WHEN type IN ('OrderPlaced')
    THEN coalesce(aggregateid = replace(replace(payload ->> 'orderId', E'\\', E'\\\\'), '|', E'\\|'), false)
    WHEN type IN ('CustomerJoined', 'CustomerHonoured')
    THEN coalesce(aggregateid = replace(replace(payload ->> 'customerId', E'\\', E'\\\\'), '|', E'\\|'), false)
    WHEN aggregateid = '' THEN false
    ELSE true
END);
ALTER TABLE pg_temp.outbox_event RENAME TO outbox_event_twin;

-- Wider, where an earlier model declares more.
DO $$
DECLARE
    v_declared text;
BEGIN
    IF NOT EXISTS (SELECT FROM outbox_declared WHERE schema_version <> model_version) THEN
        RETURN;
    END IF;
    SELECT string_agg(format('(type = %L AND aggregatetype = %L AND schema_version BETWEEN 1 AND %s)',
                             type, aggregatetype, schema_version), ' OR ' ORDER BY type, aggregatetype)
    INTO v_declared FROM outbox_declared;
    ALTER TABLE outbox_event_twin DROP CONSTRAINT outbox_event_declared;
    EXECUTE format('ALTER TABLE outbox_event_twin ADD CONSTRAINT outbox_event_declared CHECK (attempts > 0 OR %s)', v_declared);
END $$;

-- What the table lacks. Who comes while this waits for its lock waits behind it: a second each time, with as long in
-- between. NOT VALID: rows of an earlier version of the model stay, every new row is checked.
DO $$
DECLARE
    v_changes text[];
    v_change  text;
    v_tries   integer := 5;
BEGIN
    SELECT array_agg(change) INTO v_changes FROM (
        SELECT format('ALTER TABLE outbox_event DROP CONSTRAINT IF EXISTS %1$I, ADD CONSTRAINT %1$I CHECK (%2$s) NOT VALID',
                      mine.conname, pg_get_expr(mine.conbin, mine.conrelid)) AS change
        FROM pg_constraint AS mine
        LEFT JOIN pg_constraint AS found ON found.conrelid = 'outbox_event'::regclass AND found.conname = mine.conname
        WHERE mine.conrelid = 'outbox_event_twin'::regclass AND mine.conname IN ('outbox_event_declared', 'outbox_event_key')
          AND pg_get_expr(mine.conbin, mine.conrelid) IS DISTINCT FROM pg_get_expr(found.conbin, found.conrelid)
        UNION ALL
        SELECT regexp_replace(pg_get_indexdef(indexrelid), ' ON .* USING ', ' ON outbox_event USING ')
        FROM pg_index JOIN pg_class AS mine ON mine.oid = indexrelid
        WHERE indrelid = 'outbox_event_twin'::regclass
          AND NOT EXISTS (SELECT FROM pg_class AS found WHERE found.relname = mine.relname
                          AND found.relnamespace = to_regnamespace(quote_ident(current_schema())))) AS lacking;
    WHILE v_changes IS NOT NULL AND v_tries > 0 LOOP
        BEGIN
            LOCK TABLE outbox_event IN ACCESS EXCLUSIVE MODE;
            FOREACH v_change IN ARRAY v_changes LOOP
                EXECUTE v_change;
            END LOOP;
            v_tries := 0;
        EXCEPTION WHEN lock_not_available THEN
            v_tries := v_tries - 1;
            IF v_tries = 0 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(1);
        END;
    END LOOP;
END $$;
DROP TABLE outbox_event_twin;

-- One row a type: every version of it goes the same way. schema_version is the newest.
CREATE OR REPLACE VIEW outbox_route (type, schema_version, aggregatetype, source, topic, partitions) AS
    SELECT DISTINCT ON (type) type, schema_version, aggregatetype, source, topic, partitions FROM outbox_declared
    ORDER BY type, model_version DESC, aggregatetype;
COMMENT ON VIEW outbox_route IS 'Context orders: where each declared event goes';

-- Writes an event into the caller's transaction and gives its number within the aggregate. The row lock on
-- outbox_stream is held until that transaction ends, so numbers follow the order of commits and have no holes.
-- Append for several aggregates in one fixed order, or two transactions may wait for one another.
CREATE OR REPLACE FUNCTION outbox_append(
    p_type text, p_schema_version integer, p_aggregatetype text, p_aggregateid text, p_payload jsonb,
    p_occurred_at timestamp DEFAULT NULL, p_traceparent text DEFAULT NULL, p_correlation_id text DEFAULT NULL,
    p_causation_id text DEFAULT NULL, p_event_id uuid DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_seq bigint;
BEGIN
    INSERT INTO outbox_stream AS s (aggregatetype, aggregateid, last_seq) VALUES (p_aggregatetype, p_aggregateid, 1)
    ON CONFLICT (aggregatetype, aggregateid) DO UPDATE SET last_seq = s.last_seq + 1
    RETURNING s.last_seq INTO v_seq;
    INSERT INTO outbox_event (event_id, aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload,
                              occurred_at, traceparent, correlation_id, causation_id, partition_no)
    VALUES (coalesce(p_event_id, gen_random_uuid()), p_aggregatetype, p_aggregateid, v_seq, p_type, p_schema_version,
            p_payload, coalesce(p_occurred_at, clock_timestamp() AT TIME ZONE 'UTC'), p_traceparent, p_correlation_id,
            p_causation_id, get_byte(sha256(convert_to(p_aggregatetype || chr(31) || p_aggregateid, 'UTF8')), 0) % 8);
    RETURN v_seq;
END $$;

-- After the database came back from a backup, before anything is appended: numbers that were given since then are not given
-- once more. p_last_seq is the greatest that a consumer has of the aggregate (consumer_stream.last_seq), once all that was
-- published has been read. Gives the aggregate's last number.
CREATE OR REPLACE FUNCTION outbox_move_on(p_aggregatetype text, p_aggregateid text, p_last_seq bigint)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_last     bigint;
    v_declared text := (SELECT string_agg(DISTINCT aggregatetype, ', ') FROM outbox_declared);
BEGIN
    IF NOT EXISTS (SELECT FROM outbox_declared WHERE aggregatetype = p_aggregatetype) THEN
        RAISE EXCEPTION 'outbox_move_on: the model declares no aggregate type "%"', p_aggregatetype
            USING ERRCODE = 'invalid_parameter_value',
                  HINT = format('Give one of these: %s. consumer_stream has them with their context in front; leave that away.', v_declared);
    END IF;
    INSERT INTO outbox_stream AS s (aggregatetype, aggregateid, last_seq) VALUES (p_aggregatetype, p_aggregateid, p_last_seq)
    ON CONFLICT (aggregatetype, aggregateid) DO UPDATE SET last_seq = greatest(s.last_seq, excluded.last_seq)
    RETURNING s.last_seq INTO v_last;
    RETURN v_last;
END $$;

-- One publisher a shard. fence grows with each claim: whoever holds an older one marks nothing any more.
CREATE TABLE IF NOT EXISTS relay_shard (
    partition_no integer PRIMARY KEY,
    owner        text,
    lease_until  timestamptz,
    fence        bigint  NOT NULL DEFAULT 0,
    floor_id     bigint  NOT NULL DEFAULT 0, -- below it nothing is pending and nothing will be
    next_floor   bigint,                     -- the floor to come,
    next_xid     xid8                        -- once every transaction before this one has ended
);
COMMENT ON TABLE relay_shard IS 'Context orders: which relay may publish which part of the outbox';
INSERT INTO relay_shard (partition_no) SELECT generate_series(0, 7) ON CONFLICT DO NOTHING;
-- A floor that an earlier Factline raised may be above an event that still waits.
UPDATE relay_shard AS s SET floor_id = w.id, next_floor = NULL, next_xid = NULL
FROM (SELECT partition_no, min(id) AS id FROM outbox_event WHERE published_at IS NULL GROUP BY partition_no) AS w
WHERE w.partition_no = s.partition_no AND w.id < s.floor_id;

-- Takes one free shard, or none.
CREATE OR REPLACE FUNCTION relay_claim(p_owner text, p_lease interval DEFAULT '30 seconds')
RETURNS TABLE (partition_no integer, fence bigint) LANGUAGE sql SET search_path FROM CURRENT AS $$
    UPDATE relay_shard AS s
    SET owner = p_owner, lease_until = clock_timestamp() + p_lease, fence = s.fence + 1, next_floor = NULL, next_xid = NULL
    WHERE s.partition_no = (
        SELECT c.partition_no FROM relay_shard AS c
        WHERE c.owner IS NULL OR c.lease_until <= clock_timestamp()
        ORDER BY c.lease_until NULLS FIRST, c.partition_no LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING s.partition_no, s.fence
$$;

-- Lengthens the lease; false: it is lost, stop publishing.
CREATE OR REPLACE FUNCTION relay_renew(p_partition_no integer, p_fence bigint, p_lease interval DEFAULT '30 seconds')
RETURNS boolean LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH renewed AS (
        UPDATE relay_shard SET lease_until = clock_timestamp() + p_lease
        WHERE partition_no = p_partition_no AND fence = p_fence AND owner IS NOT NULL RETURNING 1)
    SELECT EXISTS (SELECT FROM renewed)
$$;

-- The next rows to publish, in order. Pending is what is not marked, whatever its id: a transaction that commits
-- late is not passed over. While an event waits for its next attempt, later ones of its aggregate wait with it: by one
-- time for the whole statement, or a wait that ends while rows are looked at would let the later ones go first.
-- Aggregates are left out of which an event is on its way (p_under_way, ids); where not p_again, also those of which one
-- has failed and has not gone out since.
-- The floor is asked for first, so that whichever index is read is read from there on. A page ends where its payloads come
-- to 8 MB, with the row that brings them there: whoever reads it can hold it, and a row larger than that goes out, too.
-- It is planned anew each time, since what waits is more and less while a relay stays connected.
DROP FUNCTION IF EXISTS relay_pending(integer, bigint, integer); -- of an earlier Factline
CREATE OR REPLACE FUNCTION relay_pending(p_partition_no integer, p_fence bigint, p_limit integer DEFAULT 500,
                                         p_under_way bigint[] DEFAULT '{}', p_again boolean DEFAULT true)
RETURNS SETOF outbox_event LANGUAGE plpgsql SET search_path FROM CURRENT
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_event outbox_event;
    v_bytes bigint := 0;
BEGIN
    FOR v_event IN
        SELECT e.* FROM outbox_event AS e
        WHERE e.partition_no = p_partition_no AND e.published_at IS NULL
          AND e.id >= (SELECT s.floor_id FROM relay_shard AS s
                       WHERE s.partition_no = p_partition_no AND s.fence = p_fence AND s.lease_until > statement_timestamp())
          AND (e.aggregatetype, e.aggregateid) NOT IN (
              SELECT u.aggregatetype, u.aggregateid FROM outbox_event AS u WHERE u.id = ANY (p_under_way))
          AND NOT EXISTS (
              SELECT FROM outbox_event AS w
              WHERE w.aggregatetype = e.aggregatetype AND w.aggregateid = e.aggregateid
                AND w.aggregate_seq <= e.aggregate_seq AND w.published_at IS NULL
                AND w.next_attempt_at IS NOT NULL AND (w.next_attempt_at > statement_timestamp() OR NOT p_again))
        ORDER BY e.id LIMIT p_limit
    LOOP
        RETURN NEXT v_event;
        v_bytes := v_bytes + coalesce(octet_length(v_event.payload::text), 0);
        EXIT WHEN v_bytes >= 8000000;
    END LOOP;
END $$;

-- Marks rows as published and says how many; none where the fence is no longer ours.
CREATE OR REPLACE FUNCTION relay_mark(p_partition_no integer, p_fence bigint, p_ids bigint[])
RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_count integer;
BEGIN
    PERFORM FROM relay_shard WHERE partition_no = p_partition_no AND fence = p_fence FOR SHARE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    UPDATE outbox_event SET published_at = clock_timestamp(), attempts = attempts + 1, next_attempt_at = NULL,
                            last_error = NULL
    WHERE id = ANY (p_ids) AND partition_no = p_partition_no AND published_at IS NULL;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END $$;

-- Notes a failed attempt: its aggregate waits for p_retry, or is parked where that is NULL. False: the fence is lost.
CREATE OR REPLACE FUNCTION relay_fail(p_partition_no integer, p_fence bigint, p_id bigint, p_error text, p_retry interval)
RETURNS boolean LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM FROM relay_shard WHERE partition_no = p_partition_no AND fence = p_fence FOR SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE outbox_event SET attempts = attempts + 1, last_error = p_error,
                            next_attempt_at = coalesce(clock_timestamp() + p_retry, 'infinity')
    WHERE id = p_id AND partition_no = p_partition_no AND published_at IS NULL;
    RETURN FOUND;
END $$;

-- Gives a shard back, for a quick hand-over at shutdown.
CREATE OR REPLACE FUNCTION relay_release(p_partition_no integer, p_fence bigint)
RETURNS boolean LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH released AS (
        UPDATE relay_shard SET owner = NULL, lease_until = NULL
        WHERE partition_no = p_partition_no AND fence = p_fence RETURNING 1)
    SELECT EXISTS (SELECT FROM released)
$$;

-- Lets a parked aggregate go on.
CREATE OR REPLACE FUNCTION relay_unpark(p_aggregatetype text, p_aggregateid text)
RETURNS integer LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH woken AS (
        UPDATE outbox_event SET next_attempt_at = NULL
        WHERE aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid AND published_at IS NULL
          AND next_attempt_at IS NOT NULL RETURNING 1)
    SELECT count(*)::integer FROM woken
$$;

-- Raises floor_id, so that pages stay short while an old snapshot keeps dead rows in the index. An id is final once
-- every transaction that was running when it was given has ended. Call it now and then, each time in a transaction
-- of its own: its number is greater than that of each that was given an id before. The snapshot's xmax would not do,
-- for it is that of the last one that has ended, and who began after that may still be running.
CREATE OR REPLACE FUNCTION relay_floor(p_partition_no integer, p_fence bigint)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_shard relay_shard;
    v_floor bigint;
    v_next  bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'relay_floor needs the isolation level read committed';
    END IF;
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RAISE EXCEPTION 'relay_floor needs a transaction of its own';
    END IF;
    SELECT coalesce(max(last_value) + 1, 0) INTO v_next
    FROM pg_sequences WHERE (quote_ident(schemaname) || '.' || quote_ident(sequencename))::regclass
                          = pg_get_serial_sequence('outbox_event', 'id')::regclass;
    SELECT * INTO v_shard FROM relay_shard WHERE partition_no = p_partition_no AND fence = p_fence FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    v_floor := v_shard.floor_id;
    IF v_shard.next_floor IS NOT NULL AND v_shard.next_xid > pg_snapshot_xmin(pg_current_snapshot()) THEN
        RETURN v_floor;
    END IF;
    IF v_shard.next_floor IS NOT NULL THEN
        SELECT coalesce(min(id), v_shard.next_floor) INTO v_floor FROM outbox_event
        WHERE partition_no = p_partition_no AND published_at IS NULL AND id >= v_floor AND id < v_shard.next_floor;
    END IF;
    UPDATE relay_shard SET floor_id = v_floor, next_floor = v_next, next_xid = pg_current_xact_id()
    WHERE partition_no = p_partition_no;
    RETURN v_floor;
END $$;

-- Deletes up to p_batch rows that were published longer ago than p_keep and says how many; call it until it says
-- fewer. What is not published stays.
CREATE OR REPLACE FUNCTION outbox_cleanup(p_keep interval DEFAULT '604800 seconds', p_batch integer DEFAULT 1000)
RETURNS integer LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH gone AS (
        DELETE FROM outbox_event WHERE id IN (
            SELECT id FROM outbox_event WHERE published_at < clock_timestamp() - p_keep
            ORDER BY published_at LIMIT p_batch FOR UPDATE SKIP LOCKED)
        RETURNING 1)
    SELECT count(*)::integer FROM gone
$$;

COMMIT;

-- Where the table is small, old rows are looked at too; writers go on meanwhile. A row of an earlier model that does
-- not fit stays, and its constraint stays NOT VALID.
BEGIN;
SET LOCAL lock_timeout = '10s';
DO $$
DECLARE
    v_name text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('factline outbox'));
    IF pg_table_size('outbox_event') > 64 * 1024 * 1024 THEN
        RETURN;
    END IF;
    FOREACH v_name IN ARRAY ARRAY['outbox_event_declared', 'outbox_event_key'] LOOP
        BEGIN
            EXECUTE format('ALTER TABLE outbox_event VALIDATE CONSTRAINT %I', v_name);
        EXCEPTION WHEN check_violation OR lock_not_available THEN
            RAISE NOTICE '% is not validated: %', v_name, SQLERRM;
        END;
    END LOOP;
END $$;
COMMIT;
