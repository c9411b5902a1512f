-- Generated from the model: changes made here are refused on the next run.
-- Takes away from the outbox of orders what only earlier models declare. Run it when no service writes that any
-- more, as outbox.sql is run: psql -v ON_ERROR_STOP=1 -f narrow.sql. Rows that are there stay and are published: not
-- until they are, does the route of their type go.

BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL client_min_messages = warning;
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('factline outbox')); END $$;
-- Who comes while this waits for the table waits behind it: a second each time, with as long in between.
SET LOCAL lock_timeout = '1s';
DO $$ BEGIN
    FOR i IN 1 .. 5 LOOP
        BEGIN
            LOCK TABLE outbox_event IN ACCESS EXCLUSIVE MODE;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            IF i = 5 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(1);
        END;
    END LOOP;
END $$;

ALTER TABLE outbox_event DROP CONSTRAINT IF EXISTS outbox_event_declared;
ALTER TABLE outbox_event ADD CONSTRAINT outbox_event_declared CHECK (attempts > 0 OR
    (type = 'OrderPlaced' AND aggregatetype = 'order' AND schema_version BETWEEN 1 AND 3) -- orders/OrderPlaced
    OR (type = 'OrderCancelled' AND aggregatetype = 'order' AND schema_version BETWEEN 1 AND 1) -- orders/OrderCancelled
    OR (type = 'LineAdded' AND aggregatetype = 'order-line' AND schema_version BETWEEN 1 AND 1) -- orders/LineAdded
    OR (type = 'ShopOpened' AND aggregatetype = 'orders' AND schema_version BETWEEN 1 AND 1) -- orders/ShopOpened
) NOT VALID;

-- Nobody writes meanwhile: what waits now is all that will ever wait of an earlier model.
CREATE TEMPORARY TABLE outbox_model ON COMMIT DROP AS SELECT * FROM (VALUES
    ('OrderPlaced'::text, 3, 'order'::text),
    ('OrderCancelled'::text, 1, 'order'::text),
    ('LineAdded'::text, 1, 'order-line'::text),
    ('ShopOpened'::text, 1, 'orders'::text)
) AS m (type, schema_version, aggregatetype);
DELETE FROM outbox_declared AS d
WHERE NOT EXISTS (SELECT FROM outbox_model AS m WHERE m.type = d.type AND m.aggregatetype = d.aggregatetype)
  AND NOT EXISTS (SELECT FROM outbox_event AS e WHERE e.type = d.type AND e.aggregatetype = d.aggregatetype
                  AND e.published_at IS NULL);
-- Of what still waits nothing new: version 0 is below every version.
UPDATE outbox_declared AS d SET schema_version = coalesce(
    (SELECT m.schema_version FROM outbox_model AS m WHERE m.type = d.type AND m.aggregatetype = d.aggregatetype), 0);
COMMIT;

-- Where the table is small, old rows are looked at too. Rows of an earlier model stay, and the check stays NOT VALID.
BEGIN;
SET LOCAL lock_timeout = '10s';
DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('factline outbox'));
    IF pg_table_size('outbox_event') > 64 * 1024 * 1024 THEN
        RETURN;
    END IF;
    ALTER TABLE outbox_event VALIDATE CONSTRAINT outbox_event_declared;
EXCEPTION WHEN check_violation OR lock_not_available THEN
    RAISE NOTICE 'outbox_event_declared is not validated: %', SQLERRM;
END $$;
COMMIT;
