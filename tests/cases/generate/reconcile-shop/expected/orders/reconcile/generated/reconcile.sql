-- Generated from the model: changes made here are refused on the next run.
-- Comparison and repair of the views of orders that the model says are reconciled.
-- Run with: psql -v ON_ERROR_STOP=1 -f reconcile.sql, after the files in handlers/, in the schema of the projections.
-- Running it again changes nothing. The job: SELECT * FROM reconcile_step('context/view') until done is true, every step
-- in a transaction of its own, as often as reconcile_plan.every says.

BEGIN;
SET LOCAL client_min_messages = warning;

-- What the model says. Differences younger than grace are still travelling; up_to is how many are repaired in a run
-- before somebody has to look (NULL: no limit).
CREATE TABLE IF NOT EXISTS reconcile_plan (
    projection text PRIMARY KEY,
    name       text     NOT NULL,
    every      interval,
    grace      interval NOT NULL,
    automatic  boolean  NOT NULL,
    up_to      integer
);
INSERT INTO reconcile_plan (projection, name, every, grace, automatic, up_to) VALUES
    ('orders/open-orders', 'open_orders', '3600 seconds'::interval, '120 seconds'::interval, true, 3::integer),
    ('orders/order-list', 'order_list', '86400 seconds'::interval, '0 seconds'::interval, false, NULL::integer)
ON CONFLICT (projection) DO UPDATE SET name = excluded.name, every = excluded.every, grace = excluded.grace,
    automatic = excluded.automatic, up_to = excluded.up_to;

CREATE TABLE IF NOT EXISTS reconcile_run (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    projection  text        NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    position    text        NOT NULL DEFAULT '', -- the last key that was compared
    compared    bigint      NOT NULL DEFAULT 0,
    travelling  bigint      NOT NULL DEFAULT 0,
    different   bigint      NOT NULL DEFAULT 0,
    repaired    bigint      NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS reconcile_run_open ON reconcile_run (projection) WHERE finished_at IS NULL;

-- The audit trail: every difference, what both sides said, what became of it and who did it.
CREATE TABLE IF NOT EXISTS reconcile_repair (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      bigint      NOT NULL REFERENCES reconcile_run,
    projection  text        NOT NULL,
    key         text        NOT NULL,
    owner_state jsonb,
    view_state  jsonb,
    found_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome     text        NOT NULL CHECK (outcome IN ('repaired', 'waits', 'failed')),
    repaired_at timestamptz,
    repaired_by text,
    error       text
);
CREATE INDEX IF NOT EXISTS reconcile_repair_waiting ON reconcile_repair (projection, key) WHERE outcome <> 'repaired';

-- What both sides say of a key now. Whoever changes the view's row waits until the transaction of this has ended, as far as
-- the view lets its rows be locked (no GROUP BY in it) and the role that runs this may (UPDATE on the view).
CREATE OR REPLACE FUNCTION reconcile_now(p_name text, p_key text, OUT owner_state jsonb, OUT view_state jsonb,
                                         OUT changed_at timestamptz)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    BEGIN
        EXECUTE format('SELECT state FROM reconcile_view_%s WHERE key = $1 FOR UPDATE', p_name) INTO view_state USING p_key;
    EXCEPTION WHEN feature_not_supported OR wrong_object_type OR insufficient_privilege THEN
        EXECUTE format('SELECT state FROM reconcile_view_%s WHERE key = $1', p_name) INTO view_state USING p_key;
    END;
    EXECUTE format('SELECT state, changed_at FROM reconcile_owner_%s WHERE key = $1', p_name)
    INTO owner_state, changed_at USING p_key;
END $$;

-- Compares the next p_batch keys, repairs what it may, and says what the step found. A run begins by itself.
CREATE OR REPLACE FUNCTION reconcile_step(p_projection text, p_batch integer DEFAULT 1000)
RETURNS TABLE (run_id bigint, compared bigint, different bigint, repaired bigint, done boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
    v_plan       reconcile_plan;
    v_run        reconcile_run;
    v_row        record;
    v_now        record;
    v_last       text;
    v_compared   bigint := 0;
    v_travelling bigint := 0;
    v_different  bigint := 0;
    v_repaired   bigint := 0;
    v_error      text;
BEGIN
    SELECT * INTO v_plan FROM reconcile_plan WHERE projection = p_projection;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the model says nothing of reconciling %', p_projection;
    END IF;
    INSERT INTO reconcile_run (projection) VALUES (p_projection)
    ON CONFLICT (projection) WHERE finished_at IS NULL DO NOTHING;
    SELECT * INTO v_run FROM reconcile_run WHERE projection = p_projection AND finished_at IS NULL FOR UPDATE;
    FOR v_row IN EXECUTE format(
        -- The first keys of both together are among the first of each: nothing behind them is read.
        'SELECT key, o.state AS owner_state, v.state AS view_state, o.changed_at
         FROM (SELECT key COLLATE "default" AS key, state, changed_at FROM reconcile_owner_%1$s
               WHERE key COLLATE "default" > $1 ORDER BY 1 LIMIT $2) AS o
         FULL JOIN (SELECT key COLLATE "default" AS key, state FROM reconcile_view_%1$s
                    WHERE key COLLATE "default" > $1 ORDER BY 1 LIMIT $2) AS v USING (key)
         ORDER BY key LIMIT $2', v_plan.name) USING v_run.position, p_batch
    LOOP
        v_compared := v_compared + 1;
        v_last := v_row.key;
        CONTINUE WHEN v_row.owner_state IS NOT DISTINCT FROM v_row.view_state;
        IF v_row.changed_at > clock_timestamp() - v_plan.grace THEN
            v_travelling := v_travelling + 1;
            CONTINUE;
        END IF;
        IF v_plan.automatic AND (v_plan.up_to IS NULL OR v_run.repaired + v_repaired < v_plan.up_to) THEN
            BEGIN
                v_now := reconcile_now(v_plan.name, v_row.key); -- what was applied meanwhile stays
                CONTINUE WHEN v_now.owner_state IS NOT DISTINCT FROM v_now.view_state;
                IF v_now.changed_at > clock_timestamp() - v_plan.grace THEN
                    v_travelling := v_travelling + 1;
                    CONTINUE;
                END IF;
                EXECUTE format('SELECT reconcile_repair_%1$s($1, $2)', v_plan.name) USING v_row.key, v_now.owner_state;
                v_repaired := v_repaired + 1;
                INSERT INTO reconcile_repair (run_id, projection, key, owner_state, view_state, outcome, repaired_at, repaired_by)
                VALUES (v_run.id, p_projection, v_row.key, v_now.owner_state, v_now.view_state, 'repaired', clock_timestamp(),
                        current_user);
            EXCEPTION WHEN others THEN
                v_error := SQLERRM;
                INSERT INTO reconcile_repair (run_id, projection, key, owner_state, view_state, outcome, error)
                VALUES (v_run.id, p_projection, v_row.key, v_row.owner_state, v_row.view_state, 'failed', v_error);
            END;
        ELSE
            INSERT INTO reconcile_repair (run_id, projection, key, owner_state, view_state, outcome)
            VALUES (v_run.id, p_projection, v_row.key, v_row.owner_state, v_row.view_state, 'waits');
        END IF;
        v_different := v_different + 1;
    END LOOP;
    UPDATE reconcile_run AS r
    SET position = coalesce(v_last, r.position), compared = r.compared + v_compared, travelling = r.travelling + v_travelling,
        different = r.different + v_different, repaired = r.repaired + v_repaired,
        finished_at = CASE WHEN v_compared < p_batch THEN clock_timestamp() END
    WHERE r.id = v_run.id;
    RETURN QUERY SELECT v_run.id, v_compared, v_different, v_repaired, v_compared < p_batch;
END $$;

-- Repairs one difference that waits, in the name of whoever looked at it. False: there is no such one, or the view
-- has changed since.
CREATE OR REPLACE FUNCTION reconcile_approve(p_repair bigint, p_by text)
RETURNS boolean LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_repair reconcile_repair;
    v_name   text;
    v_now    record;
BEGIN
    SELECT * INTO v_repair FROM reconcile_repair WHERE id = p_repair AND outcome <> 'repaired' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    SELECT name INTO v_name FROM reconcile_plan WHERE projection = v_repair.projection;
    v_now := reconcile_now(v_name, v_repair.key);
    IF v_now.view_state IS DISTINCT FROM v_repair.view_state OR v_now.owner_state IS DISTINCT FROM v_repair.owner_state THEN
        RETURN false;
    END IF;
    EXECUTE format('SELECT reconcile_repair_%1$s($1, $2)', v_name) USING v_repair.key, v_repair.owner_state;
    UPDATE reconcile_repair SET outcome = 'repaired', repaired_at = clock_timestamp(), repaired_by = p_by, error = NULL
    WHERE id = p_repair;
    RETURN true;
END $$;

-- For metrics: drift_ratio is the share of keys that the last whole run found different.
CREATE OR REPLACE VIEW reconcile_drift AS
SELECT p.projection, r.id AS run_id, r.compared, r.travelling, r.different, r.repaired,
       coalesce(r.different::double precision / nullif(r.compared, 0), 0) AS drift_ratio,
       (SELECT count(*) FROM reconcile_repair AS w WHERE w.run_id = r.id AND w.outcome <> 'repaired') AS waiting,
       extract(epoch FROM clock_timestamp() - r.finished_at) AS age_seconds
FROM reconcile_plan AS p
LEFT JOIN LATERAL (SELECT * FROM reconcile_run AS r WHERE r.projection = p.projection AND r.finished_at IS NOT NULL
                   ORDER BY r.id DESC LIMIT 1) AS r ON true;

COMMIT;
