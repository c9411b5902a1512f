-- Yours: scaffolded once, never overwritten. What reconcile_step needs to know of orders/open-orders, which is compared with
-- orders/order. A step reads both sides from one key on in the order of keys: an index on the key's expression, in the
-- database's own collation (a primary key has one), lets it read no more than it compares.

-- The owner's snapshot: one row a key, with what the view should say of it and when it last changed there.
CREATE OR REPLACE VIEW reconcile_owner_open_orders (key, state, changed_at) AS
SELECT NULL::text, NULL::jsonb, NULL::timestamptz WHERE false;

-- What the view says.
CREATE OR REPLACE VIEW reconcile_view_open_orders (key, state) AS
SELECT NULL::text, NULL::jsonb WHERE false;

-- Makes the view say what the owner says of a key; NULL: the owner knows it no more.
CREATE OR REPLACE FUNCTION reconcile_repair_open_orders(p_key text, p_state jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'reconcile_repair_open_orders is not written yet';
END $$;
