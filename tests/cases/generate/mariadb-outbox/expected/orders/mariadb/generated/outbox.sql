-- Generated from the model: changes made here are refused on the next run.
-- Transactional outbox of the context orders, for MariaDB 10.6 and MySQL 8.0.16 and newer.
-- Run with: mariadb DATABASE < outbox.sql, in the database of the service's own tables, so that a change and its event
-- commit together. Running it again changes nothing. After a change of the model run it first: it takes what the old
-- and the new model declare. Once every service is replaced, narrow.sql takes the new model's alone.

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

-- Binary collation: keys that differ in case or accents are two. Times are UTC.
CREATE TABLE IF NOT EXISTS outbox_stream (
    aggregatetype VARCHAR(160) NOT NULL,
    aggregateid   VARCHAR(480) NOT NULL,
    last_seq      BIGINT       NOT NULL CHECK (last_seq > 0),
    PRIMARY KEY (aggregatetype, aggregateid)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS outbox_event (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    aggregatetype   VARCHAR(160) NOT NULL,
    aggregateid     VARCHAR(480) NOT NULL, -- key fields in declared order joined by |, with \ before | and \
    aggregate_seq   BIGINT       NOT NULL CHECK (aggregate_seq > 0),
    type            VARCHAR(255) NOT NULL,
    schema_version  INT          NOT NULL,
    payload         JSON,                  -- NULL: tombstone
    occurred_at     DATETIME(6)  NOT NULL,
    traceparent     VARCHAR(255),
    correlation_id  VARCHAR(255),
    causation_id    VARCHAR(255),
    partition_no    INT          NOT NULL,
    published_at    DATETIME(6),
    attempts        INT          NOT NULL DEFAULT 0,
    next_attempt_at DATETIME(6),           -- in the future: this aggregate waits; '9999-12-31': it is parked
    last_error      TEXT,
    waits           BOOLEAN      AS (IF(next_attempt_at IS NULL, NULL, TRUE)) VIRTUAL, -- or did, for the index
    CONSTRAINT outbox_event_sequence UNIQUE (aggregatetype, aggregateid, aggregate_seq),
    INDEX outbox_event_pending (published_at, partition_no, id),
    INDEX outbox_event_waiting (aggregatetype, aggregateid, waits)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a table of an earlier Factline lacks. Writers go on meanwhile.
SET @factline = (SELECT IF(count(*) > 0, 'DO 0',
    'ALTER TABLE outbox_event ADD COLUMN waits BOOLEAN AS (IF(next_attempt_at IS NULL, NULL, TRUE)) VIRTUAL')
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'outbox_event' AND column_name = 'waits');
PREPARE factline FROM @factline;
EXECUTE factline;
SET @factline = (SELECT IF(count(*) > 0, 'DO 0',
    'ALTER TABLE outbox_event ADD INDEX outbox_event_waiting (aggregatetype, aggregateid, waits), LOCK = NONE')
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name = 'outbox_event' AND index_name = 'outbox_event_waiting');
PREPARE factline FROM @factline;
EXECUTE factline;
DEALLOCATE PREPARE factline;

-- What may go out, up to which version, and where to. An earlier model's rows stay until narrow.sql.
CREATE TABLE IF NOT EXISTS outbox_route (
    type           VARCHAR(255) NOT NULL,
    schema_version INT          NOT NULL,
    aggregatetype  VARCHAR(160) NOT NULL,
    source         VARCHAR(255) NOT NULL,
    topic          VARCHAR(255) NOT NULL,
    partitions     INT          NOT NULL,
    PRIMARY KEY (type, aggregatetype)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO outbox_route (type, schema_version, aggregatetype, source, topic, partitions) VALUES
    ('OrderPlaced', 3, 'order', 'orders', 'orders.order', 12),
    ('OrderCancelled', 1, 'order', 'orders', 'orders.order', 12),
    ('LineAdded', 1, 'order-line', 'orders', 'orders.line', 1),
    ('ShopOpened', 1, 'orders', 'orders', 'orders.order', 12)
ON DUPLICATE KEY UPDATE schema_version = GREATEST(outbox_route.schema_version, VALUES(schema_version)),
    source = VALUES(source), topic = VALUES(topic), partitions = VALUES(partitions);

-- One publisher a shard. fence grows with each claim: whoever holds an older one marks nothing any more.
CREATE TABLE IF NOT EXISTS relay_shard (
    partition_no INT          NOT NULL PRIMARY KEY,
    owner        VARCHAR(255),
    lease_until  DATETIME(6),
    fence        BIGINT       NOT NULL DEFAULT 0,
    floor_id     BIGINT       NOT NULL DEFAULT 0 -- for a relay of its own; nothing here hangs on it
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT IGNORE INTO relay_shard (partition_no) VALUES (0), (1), (2), (3), (4), (5), (6), (7);

DELIMITER $$

-- MariaDB replaces a procedure at once. MySQL cannot: there it is gone for a moment, and a call that ends with error 1305
-- (the procedure does not exist) is to be made again, with its transaction.

-- Checks of new rows, and their numbers, as a trigger: a CHECK would refuse to be added while a row of an earlier model is
-- there, and would copy the table. The lock lets nobody write while it is replaced.
LOCK TABLES outbox_event WRITE $$
DROP TRIGGER IF EXISTS outbox_event_declared $$
CREATE TRIGGER outbox_event_declared BEFORE INSERT ON outbox_event FOR EACH ROW
BEGIN
    IF NOT EXISTS (SELECT 1 FROM outbox_route AS r WHERE r.type = NEW.type AND r.aggregatetype = NEW.aggregatetype
                   AND NEW.schema_version BETWEEN 1 AND r.schema_version) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT =
            'outbox_event_declared: the model declares no such type, version and aggregate type';
    END IF;
    -- A payload carries its key, from the version on that brought the key's fields, and the key is the aggregate's.
    -- To the collation a blank at the end is nothing, so a key may not end with one. MariaDB finds a field whose name
    -- is not ASCII only where the payload has it as it is, not as \u....
    IF NEW.aggregateid = '' OR RIGHT(NEW.aggregateid, 1) = '' OR (NEW.payload IS NOT NULL AND NOT CASE
        WHEN NEW.type IN ('OrderPlaced', 'OrderCancelled')
        THEN COALESCE(NEW.aggregateid = REPLACE(REPLACE(CASE JSON_TYPE(JSON_EXTRACT(NEW.payload, '$."orderId"')) WHEN 'NULL' THEN NULL ELSE JSON_UNQUOTE(JSON_EXTRACT(NEW.payload, '$."orderId"')) END, _utf8mb4 X'5C', _utf8mb4 X'5C5C'), '|', _utf8mb4 X'5C7C') COLLATE utf8mb4_bin, FALSE)
        WHEN NEW.type IN ('LineAdded')
        THEN COALESCE(NEW.aggregateid = CONCAT(REPLACE(REPLACE(CASE JSON_TYPE(JSON_EXTRACT(NEW.payload, '$."orderId"')) WHEN 'NULL' THEN NULL ELSE JSON_UNQUOTE(JSON_EXTRACT(NEW.payload, '$."orderId"')) END, _utf8mb4 X'5C', _utf8mb4 X'5C5C'), '|', _utf8mb4 X'5C7C'), '|', REPLACE(REPLACE(CASE JSON_TYPE(JSON_EXTRACT(NEW.payload, '$."sku"')) WHEN 'NULL' THEN NULL ELSE JSON_UNQUOTE(JSON_EXTRACT(NEW.payload, '$."sku"')) END, _utf8mb4 X'5C', _utf8mb4 X'5C5C'), '|', _utf8mb4 X'5C7C')) COLLATE utf8mb4_bin, FALSE)
        ELSE TRUE
    END) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT =
            'outbox_event_key: the key in the payload is not that of the aggregate';
    END IF;
    -- The number is given in the same statement: where that fails, none is used up, with and without a transaction.
    IF NEW.aggregate_seq = 0 THEN
        INSERT INTO outbox_stream (aggregatetype, aggregateid, last_seq) VALUES (NEW.aggregatetype, NEW.aggregateid, 1)
        ON DUPLICATE KEY UPDATE last_seq = last_seq + 1;
        SET NEW.aggregate_seq = (SELECT s.last_seq FROM outbox_stream AS s WHERE s.aggregatetype = NEW.aggregatetype
                                 AND s.aggregateid = NEW.aggregateid);
    END IF;
END $$
UNLOCK TABLES $$

-- Writes an event into the caller's transaction and gives its number within the aggregate. The row lock on
-- outbox_stream is held until that transaction ends, so numbers follow the order of commits and have no holes.
-- Append for several aggregates in one fixed order, or two transactions may wait for one another. Be ready to run a
-- transaction again, whole, that ends with error 1213 (deadlock): where one that began an aggregate is rolled back while
-- others wait for it, InnoDB ends all of these but one. What is NULL of occurred_at and event_id is filled in.
/*!80000 DROP PROCEDURE IF EXISTS outbox_append */ $$
CREATE /*M! OR REPLACE */ PROCEDURE outbox_append(
    IN p_type VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, IN p_schema_version INT,
    IN p_aggregatetype VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_aggregateid VARCHAR(480) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, IN p_payload JSON,
    IN p_occurred_at DATETIME(6), IN p_traceparent VARCHAR(255), IN p_correlation_id VARCHAR(255),
    IN p_causation_id VARCHAR(255), IN p_event_id CHAR(36), OUT p_seq BIGINT)
    MODIFIES SQL DATA
BEGIN
    INSERT INTO outbox_event (event_id, aggregatetype, aggregateid, aggregate_seq, type, schema_version, payload,
                              occurred_at, traceparent, correlation_id, causation_id, partition_no)
    VALUES (COALESCE(p_event_id, UUID()), p_aggregatetype, p_aggregateid, 0, p_type, p_schema_version, p_payload,
            COALESCE(p_occurred_at, UTC_TIMESTAMP(6)), p_traceparent, p_correlation_id, p_causation_id,
            CONV(LEFT(SHA2(CONCAT(p_aggregatetype, CHAR(31), p_aggregateid), 256), 2), 16, 10) % 8);
    SELECT aggregate_seq INTO p_seq FROM outbox_event WHERE id = LAST_INSERT_ID();
END $$

-- After the database came back from a backup, before anything is appended: numbers that were given since then are not given
-- once more. p_last_seq is the greatest that a consumer has of the aggregate (consumer_stream.last_seq), once all that was
-- published has been read.
/*!80000 DROP PROCEDURE IF EXISTS outbox_move_on */ $$
CREATE /*M! OR REPLACE */ PROCEDURE outbox_move_on(
    IN p_aggregatetype VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_aggregateid VARCHAR(480) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, IN p_last_seq BIGINT)
    MODIFIES SQL DATA
BEGIN
    DECLARE v_problem VARCHAR(128) CHARACTER SET utf8mb4; -- a message has no room for more
    IF NOT EXISTS (SELECT 1 FROM outbox_route AS r WHERE r.aggregatetype = p_aggregatetype) THEN
        SET v_problem = LEFT(CONCAT('outbox_move_on: no such aggregate type. Give one of these, without a context in front: ',
            (SELECT GROUP_CONCAT(DISTINCT r.aggregatetype ORDER BY r.aggregatetype SEPARATOR ', ') FROM outbox_route AS r)), 128);
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = v_problem;
    END IF;
    INSERT INTO outbox_stream (aggregatetype, aggregateid, last_seq) VALUES (p_aggregatetype, p_aggregateid, p_last_seq)
    ON DUPLICATE KEY UPDATE last_seq = GREATEST(last_seq, p_last_seq);
END $$

-- The relay's procedures are called outside of transactions.

-- Takes one free shard: a row with its number and fence; no row: none is free, or another was faster.
/*!80000 DROP PROCEDURE IF EXISTS relay_claim */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_claim(IN p_owner VARCHAR(255), IN p_lease_seconds INT)
    MODIFIES SQL DATA
BEGIN
    DECLARE v_partition INT;
    DECLARE v_fence BIGINT;
    SELECT partition_no, fence INTO v_partition, v_fence FROM relay_shard
    WHERE owner IS NULL OR lease_until <= UTC_TIMESTAMP(6)
    ORDER BY lease_until IS NULL DESC, lease_until, partition_no LIMIT 1;
    UPDATE relay_shard
    SET owner = p_owner, lease_until = TIMESTAMPADD(SECOND, p_lease_seconds, UTC_TIMESTAMP(6)), fence = fence + 1
    WHERE partition_no = v_partition AND fence = v_fence AND (owner IS NULL OR lease_until <= UTC_TIMESTAMP(6));
    IF ROW_COUNT() = 1 THEN
        SELECT v_partition AS partition_no, v_fence + 1 AS fence;
    END IF;
END $$

-- Lengthens the lease; 0: it is lost, stop publishing.
/*!80000 DROP PROCEDURE IF EXISTS relay_renew */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_renew(IN p_partition_no INT, IN p_fence BIGINT, IN p_lease_seconds INT)
    MODIFIES SQL DATA
BEGIN
    UPDATE relay_shard SET lease_until = TIMESTAMPADD(SECOND, p_lease_seconds, UTC_TIMESTAMP(6))
    WHERE partition_no = p_partition_no AND fence = p_fence AND owner IS NOT NULL;
    SELECT ROW_COUNT() AS renewed;
END $$

-- The next rows to publish, in order. Pending is what is not marked, whatever its id: a transaction that commits late
-- is not passed over. While an event waits for its next attempt, later ones of its aggregate wait with it. The index is
-- named, since by its statistics a server may rather read all that is pending, once for every row of the page.
/*!80000 DROP PROCEDURE IF EXISTS relay_pending */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_pending(IN p_partition_no INT, IN p_fence BIGINT, IN p_limit INT)
    READS SQL DATA
BEGIN
    SELECT e.*, r.topic FROM outbox_event AS e JOIN relay_shard AS s ON s.partition_no = e.partition_no
    LEFT JOIN outbox_route AS r ON r.type = e.type AND r.aggregatetype = e.aggregatetype
    WHERE e.partition_no = p_partition_no AND s.fence = p_fence AND s.lease_until > UTC_TIMESTAMP(6)
      AND e.published_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM outbox_event AS w FORCE INDEX (outbox_event_waiting)
                      WHERE w.aggregatetype = e.aggregatetype AND w.aggregateid = e.aggregateid AND w.waits = 1
                        AND w.aggregate_seq <= e.aggregate_seq AND w.published_at IS NULL
                        AND w.next_attempt_at > UTC_TIMESTAMP(6))
    ORDER BY e.id LIMIT p_limit;
END $$

-- Marks rows, a JSON list of ids, as published and says how many; none where the fence is no longer ours.
/*!80000 DROP PROCEDURE IF EXISTS relay_mark */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_mark(IN p_partition_no INT, IN p_fence BIGINT, IN p_ids JSON)
    MODIFIES SQL DATA
BEGIN
    UPDATE outbox_event AS e
    JOIN JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS j ON j.id = e.id
    JOIN relay_shard AS s ON s.partition_no = e.partition_no AND s.fence = p_fence
    SET e.published_at = UTC_TIMESTAMP(6), e.attempts = e.attempts + 1, e.next_attempt_at = NULL, e.last_error = NULL
    WHERE e.partition_no = p_partition_no AND e.published_at IS NULL;
    SELECT ROW_COUNT() AS marked;
END $$

-- Notes a failed attempt: its aggregate waits that long, or is parked where that is NULL. 0: the fence is lost.
/*!80000 DROP PROCEDURE IF EXISTS relay_fail */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_fail(IN p_partition_no INT, IN p_fence BIGINT, IN p_id BIGINT, IN p_error TEXT,
                            IN p_retry_seconds INT)
    MODIFIES SQL DATA
BEGIN
    UPDATE outbox_event AS e JOIN relay_shard AS s ON s.partition_no = e.partition_no AND s.fence = p_fence
    SET e.attempts = e.attempts + 1, e.last_error = p_error,
        e.next_attempt_at = COALESCE(TIMESTAMPADD(SECOND, p_retry_seconds, UTC_TIMESTAMP(6)), '9999-12-31')
    WHERE e.id = p_id AND e.partition_no = p_partition_no AND e.published_at IS NULL;
    SELECT ROW_COUNT() AS noted;
END $$

-- Gives a shard back, for a quick hand-over at shutdown.
/*!80000 DROP PROCEDURE IF EXISTS relay_release */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_release(IN p_partition_no INT, IN p_fence BIGINT)
    MODIFIES SQL DATA
BEGIN
    UPDATE relay_shard SET owner = NULL, lease_until = NULL
    WHERE partition_no = p_partition_no AND fence = p_fence AND owner IS NOT NULL;
    SELECT ROW_COUNT() AS released;
END $$

-- Lets a parked aggregate go on and says how many of its events waited.
/*!80000 DROP PROCEDURE IF EXISTS relay_unpark */ $$
CREATE /*M! OR REPLACE */ PROCEDURE relay_unpark(IN p_aggregatetype VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
                              IN p_aggregateid VARCHAR(480) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
    MODIFIES SQL DATA
BEGIN
    UPDATE outbox_event SET next_attempt_at = NULL
    WHERE aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid AND published_at IS NULL
      AND next_attempt_at IS NOT NULL;
    SELECT ROW_COUNT() AS woken;
END $$

-- Deletes up to p_batch rows that were published longer ago than p_keep_seconds (NULL: 1209600, as long as the
-- longest channel keeps its records) and says how many; call it until it says fewer. What is not published stays.
/*!80000 DROP PROCEDURE IF EXISTS outbox_cleanup */ $$
CREATE /*M! OR REPLACE */ PROCEDURE outbox_cleanup(IN p_keep_seconds BIGINT, IN p_batch INT)
    MODIFIES SQL DATA
BEGIN
    DELETE FROM outbox_event
    WHERE published_at < TIMESTAMPADD(SECOND, -COALESCE(p_keep_seconds, 1209600), UTC_TIMESTAMP(6))
    ORDER BY published_at LIMIT p_batch;
    SELECT ROW_COUNT() AS gone;
END $$

DELIMITER ;
DO RELEASE_LOCK(@factline_lock);
