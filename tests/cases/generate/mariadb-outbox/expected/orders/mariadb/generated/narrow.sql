-- Generated from the model: changes made here are refused on the next run.
-- Takes away from the outbox of orders what only earlier models declare. Run it when no service writes that any
-- more: mariadb DATABASE < narrow.sql. Rows that are there stay and are published: not until they are, does the route
-- of their type go.

SET NAMES utf8mb4;
SET SESSION sql_notes = 0;
-- While this waits for a transaction that has used a table, all who come later wait behind it: five seconds, and it
-- fails. Nothing is lost then, run it again.
SET SESSION lock_wait_timeout = 5;
SET SESSION innodb_lock_wait_timeout = 5;
-- One at a time in a database.
SET @factline_lock = CONCAT('factline', SHA2(DATABASE(), 224));
CREATE TEMPORARY TABLE factline_lock (
    is_ours BOOLEAN NOT NULL, CONSTRAINT `somebody else runs such a script here: try again` CHECK (is_ours = 1)
);
INSERT INTO factline_lock VALUES (COALESCE(GET_LOCK(@factline_lock, 30), FALSE));
DROP TEMPORARY TABLE factline_lock;

DROP TEMPORARY TABLE IF EXISTS declared_route;
CREATE TEMPORARY TABLE declared_route LIKE outbox_route;
INSERT INTO declared_route (type, schema_version, aggregatetype, source, topic, partitions) VALUES
    ('OrderPlaced', 3, 'order', 'orders', 'orders.order', 12),
    ('OrderCancelled', 1, 'order', 'orders', 'orders.order', 12),
    ('LineAdded', 1, 'order-line', 'orders', 'orders.line', 1),
    ('ShopOpened', 1, 'orders', 'orders', 'orders.order', 12)
;
START TRANSACTION;
DELETE FROM outbox_route WHERE (type, aggregatetype) NOT IN (SELECT type, aggregatetype FROM declared_route)
    AND NOT EXISTS (SELECT 1 FROM outbox_event AS e WHERE e.type = outbox_route.type
                    AND e.aggregatetype = outbox_route.aggregatetype AND e.published_at IS NULL);
-- Nothing new of what still waits: version 0 is below every version.
UPDATE outbox_route LEFT JOIN declared_route AS d
    ON d.type = outbox_route.type AND d.aggregatetype = outbox_route.aggregatetype
SET outbox_route.schema_version = COALESCE(d.schema_version, 0);
COMMIT;
DROP TEMPORARY TABLE declared_route;

DO RELEASE_LOCK(@factline_lock);
