-- Generated from the model: changes made here are refused on the next run.
-- What connector.json needs beside outbox.sql of the context shop, which is run first.
-- Run with: psql -v ON_ERROR_STOP=1 -f setup.sql, in the schema of the outbox. Running it again changes nothing. The
-- server needs wal_level = logical; rows of a snapshot are published once more, and consumers skip them by their number.

BEGIN;
SET LOCAL client_min_messages = warning;

-- The heartbeat's row moves the slot on while nothing else is written; without it a quiet outbox keeps the WAL of the
-- whole server.
CREATE TABLE IF NOT EXISTS debezium_heartbeat (
    id      integer PRIMARY KEY CHECK (id = 1),
    beat_at timestamptz NOT NULL
);
ALTER TABLE debezium_heartbeat ADD COLUMN IF NOT EXISTS next_id bigint;  -- all events below it are published,
ALTER TABLE debezium_heartbeat ADD COLUMN IF NOT EXISTS next_xid xid8;   -- once those who wrote them have ended
ALTER TABLE debezium_heartbeat ADD COLUMN IF NOT EXISTS next_lsn pg_lsn; -- and the slot has come this far

-- The connector's heartbeat. It marks the events that the slot has confirmed as published, as a relay would, and deletes
-- those that were kept long enough, up to p_batch of each. The connector's user needs SELECT, INSERT and UPDATE on
-- debezium_heartbeat, and SELECT, UPDATE and DELETE on outbox_event.
CREATE OR REPLACE FUNCTION debezium_beat(p_batch integer DEFAULT 10000)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
    v_beat  debezium_heartbeat;
    v_next  bigint;
    v_count integer;
BEGIN
    -- Before this transaction has a number: who was given an id below has a smaller one.
    SELECT coalesce(max(last_value) + 1, 0) INTO v_next
    FROM pg_sequences WHERE (quote_ident(schemaname) || '.' || quote_ident(sequencename))::regclass
                          = pg_get_serial_sequence('outbox_event', 'id')::regclass;
    INSERT INTO debezium_heartbeat AS h (id, beat_at) VALUES (1, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at RETURNING h.* INTO v_beat;
    IF v_beat.next_lsn <= (SELECT confirmed_flush_lsn FROM pg_replication_slots
                           WHERE slot_name = 'outbox_shop' AND database = current_database()) THEN
        UPDATE outbox_event SET published_at = clock_timestamp(), attempts = attempts + 1
        WHERE id IN (SELECT id FROM outbox_event WHERE published_at IS NULL AND id < v_beat.next_id LIMIT p_batch);
        GET DIAGNOSTICS v_count = ROW_COUNT;
        IF v_count < p_batch THEN
            v_beat.next_id := NULL;
        END IF;
    ELSIF v_beat.next_lsn IS NULL AND v_beat.next_xid <= pg_snapshot_xmin(pg_current_snapshot()) THEN
        v_beat.next_lsn := pg_current_wal_insert_lsn();
    END IF;
    -- Ahead of ourselves it is another server's, from a dump.
    IF v_beat.next_id IS NULL OR v_beat.next_xid > pg_current_xact_id() OR v_beat.next_lsn > pg_current_wal_insert_lsn() THEN
        v_beat.next_id := v_next;
        v_beat.next_xid := pg_current_xact_id();
        v_beat.next_lsn := NULL;
    END IF;
    UPDATE debezium_heartbeat SET next_id = v_beat.next_id, next_xid = v_beat.next_xid, next_lsn = v_beat.next_lsn;
    PERFORM outbox_cleanup(p_batch => p_batch);
END $$;

-- A connector writes columns as they are, so what a header has to look like is written with the row. A generated
-- column would not do: it is not replicated.
ALTER TABLE outbox_event ADD COLUMN IF NOT EXISTS ce_sequence text;
ALTER TABLE outbox_event ADD COLUMN IF NOT EXISTS ce_time text;
CREATE OR REPLACE FUNCTION outbox_event_headers() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    NEW.ce_sequence := lpad(NEW.aggregate_seq::text, 20, '0');
    NEW.ce_time := to_char(NEW.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS outbox_event_headers ON outbox_event;
CREATE TRIGGER outbox_event_headers BEFORE INSERT ON outbox_event FOR EACH ROW EXECUTE FUNCTION outbox_event_headers();

-- The connector makes it by itself where it may (publication.autocreate.mode is filtered); here it need not be allowed to.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_publication WHERE pubname = 'outbox_shop') THEN
        CREATE PUBLICATION outbox_shop FOR TABLE outbox_event, debezium_heartbeat WITH (publish = 'insert, update');
    END IF;
END $$;

COMMIT;
