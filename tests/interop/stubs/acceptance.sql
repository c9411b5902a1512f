-- SPDX-License-Identifier: Apache-2.0
-- What the handwritten handlers of the tests do, the same in each language: a projection that is a pure fold of the events,
-- and obstacles that a test lays in the way of one order.
CREATE TABLE order_status (order_id text PRIMARY KEY, changes integer NOT NULL, history text NOT NULL);
CREATE TABLE applied (
    order_id text NOT NULL, seq bigint NOT NULL, type text NOT NULL, event_id text NOT NULL, time_us bigint NOT NULL,
    top_xid text NOT NULL DEFAULT pg_current_xact_id()::text, at timestamptz NOT NULL DEFAULT clock_timestamp(),
    pid integer NOT NULL DEFAULT pg_backend_pid(), keepalive text NOT NULL DEFAULT current_setting('tcp_keepalives_idle'));
CREATE TABLE obstacle (order_id text PRIMARY KEY, kind text NOT NULL);
CREATE TABLE promised (order_id text PRIMARY KEY REFERENCES order_status DEFERRABLE INITIALLY DEFERRED);
CREATE SEQUENCE attempts; -- counts also what is rolled back

-- Gives the obstacle that the handler itself has to be: crash, or silence where a statement fails.
CREATE FUNCTION apply_order(p_order text, p_seq bigint, p_type text, p_event text, p_time_us bigint)
RETURNS text LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    v_kind text := (SELECT kind FROM obstacle WHERE order_id IN (p_order, '*'));
BEGIN
    PERFORM nextval('attempts');
    INSERT INTO order_status AS s VALUES (p_order, 1, p_seq::text)
    ON CONFLICT (order_id) DO UPDATE SET changes = s.changes + 1, history = s.history || ',' || p_seq;
    INSERT INTO applied (order_id, seq, type, event_id, time_us) VALUES (p_order, p_seq, p_type, p_event, p_time_us);
    IF v_kind = 'poison' THEN
        RAISE EXCEPTION 'this order is poisoned';
    ELSIF v_kind = 'storm' THEN
        RAISE EXCEPTION 'try again' USING ERRCODE = '40001';
    ELSIF v_kind = 'late' THEN -- the database objects at the end
        INSERT INTO promised VALUES ('nobody');
    ELSIF v_kind = 'slow' THEN
        PERFORM pg_sleep(1);
    END IF;
    RETURN coalesce(v_kind, '');
END $$;
