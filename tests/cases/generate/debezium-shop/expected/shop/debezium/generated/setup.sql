-- Generated from the model: changes made here are refused on the next run.
-- What connector.json needs beside outbox.sql of the context shop.
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
