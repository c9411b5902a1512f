-- Generated from the model: changes made here are refused on the next run.
-- Consumer tables of the context orders, for MariaDB 10.6 and MySQL 8.0.16 and newer.
-- Run with: mariadb DATABASE < consumer.sql, in the database of the projections, so that a projection and its position
-- commit together. Running it again changes nothing. Times are UTC.

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

-- Deduplication without a window: a sequence number at or below last_seq has been dealt with.
CREATE TABLE IF NOT EXISTS consumer_stream (
    consumer        VARCHAR(120) NOT NULL,
    aggregatetype   VARCHAR(160) NOT NULL, -- publishing context / aggregate type
    aggregateid     VARCHAR(480) NOT NULL,
    last_seq        BIGINT       NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
    recent_ids      VARCHAR(256) NOT NULL DEFAULT '', -- marks of the last 32 numbers' events, eight characters each, the newest first
    last_event_id   VARCHAR(255),
    last_event_time DATETIME(6),
    state           VARCHAR(10)  NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'parked')),
    PRIMARY KEY (consumer, aggregatetype, aggregateid),
    INDEX consumer_stream_parked (state, consumer)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS consumer_offset (
    consumer    VARCHAR(120) NOT NULL,
    topic       VARCHAR(255) NOT NULL,
    `partition` INT          NOT NULL,
    next_offset BIGINT       NOT NULL,
    PRIMARY KEY (consumer, topic, `partition`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- For events without a sequence number.
CREATE TABLE IF NOT EXISTS inbox (
    consumer    VARCHAR(120) NOT NULL,
    event_id    VARCHAR(255) NOT NULL,
    received_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (consumer, event_id),
    INDEX inbox_received (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS projection_freshness (
    projection      VARCHAR(255) NOT NULL PRIMARY KEY,
    last_event_time DATETIME(6), -- when the newest applied event happened
    last_applied_at DATETIME(6), -- when it was applied
    caught_up_at    DATETIME(6)  -- until when there was nothing left to read in any partition
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT IGNORE INTO projection_freshness (projection) VALUES
    ('orders/order-list')
;

-- A view is as fresh as the oldest of its partitions: the later of both times. A row comes when the partition is assigned.
CREATE TABLE IF NOT EXISTS projection_partition (
    projection      VARCHAR(255) NOT NULL,
    topic           VARCHAR(255) NOT NULL,
    `partition`     INT          NOT NULL,
    last_event_time DATETIME(6), -- when the newest event that was read from it happened
    caught_up_at    DATETIME(6), -- when there was last nothing left to read in it
    PRIMARY KEY (projection, topic, `partition`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS dead_letter (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    consumer       VARCHAR(120) NOT NULL,
    topic          VARCHAR(255) NOT NULL,
    `partition`    INT          NOT NULL,
    `offset`       BIGINT       NOT NULL,
    record_time    DATETIME(6),
    consumer_group VARCHAR(255) NOT NULL,
    aggregatetype  VARCHAR(160) NOT NULL,
    aggregateid    VARCHAR(480) NOT NULL,
    aggregate_seq  BIGINT,
    event_id       VARCHAR(255),
    reason         VARCHAR(10)  NOT NULL CHECK (reason IN ('poison', 'gap', 'behind', 'reused', 'skipped')),
    error          TEXT         NOT NULL,
    `key`          LONGBLOB,
    headers        JSON         NOT NULL,
    payload        LONGBLOB,
    attempts       INT          NOT NULL DEFAULT 1,
    parked_at      DATETIME(6)  NOT NULL,
    replayed_at    DATETIME(6),
    CONSTRAINT dead_letter_origin UNIQUE (consumer, topic, `partition`, `offset`),
    INDEX dead_letter_pending (aggregatetype, aggregateid, replayed_at),
    INDEX dead_letter_resolved (replayed_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Tables from before numbers were compared with event ids.
SET @factline = (SELECT IF(COUNT(*) > 0, 'DO 0', 'ALTER TABLE consumer_stream ADD COLUMN recent_ids VARCHAR(256) NOT NULL DEFAULT \'\'')
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'consumer_stream' AND column_name = 'recent_ids');
PREPARE factline FROM @factline;
EXECUTE factline;
SET @factline = (SELECT IF(COUNT(*) = 0, 'DO 0', CONCAT('ALTER TABLE dead_letter ',
        /*M! 'MODIFY reason VARCHAR(10) NOT NULL ' */ /*!80000 CONCAT('DROP CHECK ', MIN(c.constraint_name), ', ADD ') */,
        'CHECK (reason IN (\'poison\', \'gap\', \'behind\', \'reused\', \'skipped\'))'))
    FROM information_schema.check_constraints AS c
    JOIN information_schema.table_constraints AS t USING (constraint_schema, constraint_name)
    WHERE c.constraint_schema = DATABASE() AND t.table_name = 'dead_letter' AND c.check_clause LIKE '%behind%'
      AND c.check_clause NOT LIKE '%reused%');
PREPARE factline FROM @factline;
EXECUTE factline;
DEALLOCATE PREPARE factline;

DELIMITER $$

-- MariaDB replaces a procedure at once. MySQL cannot: there it is gone for a moment, and a call that ends with error 1305
-- (the procedure does not exist) is to be made again, with its transaction.

-- Forgets up to p_batch events that came longer ago than p_keep_seconds (NULL: 1814400) and says how many; call it
-- until it says fewer. An event that comes once more after that is applied once more, so keep longer than any topic
-- does.
/*!80000 DROP PROCEDURE IF EXISTS inbox_cleanup */ $$
CREATE /*M! OR REPLACE */ PROCEDURE inbox_cleanup(IN p_keep_seconds BIGINT, IN p_batch INT)
    MODIFIES SQL DATA
BEGIN
    DELETE FROM inbox WHERE received_at < TIMESTAMPADD(SECOND, -COALESCE(p_keep_seconds, 1814400), UTC_TIMESTAMP(6))
    ORDER BY received_at LIMIT p_batch;
    SELECT ROW_COUNT() AS gone;
END $$

-- Deletes up to p_batch letters that were replayed or skipped longer ago than p_keep_seconds (NULL: 90 days). What is
-- still parked stays.
/*!80000 DROP PROCEDURE IF EXISTS dead_letter_cleanup */ $$
CREATE /*M! OR REPLACE */ PROCEDURE dead_letter_cleanup(IN p_keep_seconds BIGINT, IN p_batch INT)
    MODIFIES SQL DATA
BEGIN
    DELETE FROM dead_letter
    WHERE (replayed_at IS NOT NULL OR reason = 'skipped')
      AND COALESCE(replayed_at, parked_at) < TIMESTAMPADD(SECOND, -COALESCE(p_keep_seconds, 7776000), UTC_TIMESTAMP(6))
    ORDER BY id LIMIT p_batch;
    SELECT ROW_COUNT() AS gone;
END $$

-- What a consumer does with one record, for clients in any language. All of it, and the handler's own changes, in one
-- transaction, in this order: consumer_take; where it says 'apply' the handler and then consumer_advance, else
-- consumer_park ('gap', 'parked', 'reused') or nothing ('duplicate'); consumer_note_offset; commit; and only then the broker is
-- told; for a projection consumer_note_time stands beside consumer_note_offset. When a partition is assigned, the client goes
-- on at the least that consumer_begin says for the consumers that read it; at the beginning where that is NULL for one of
-- them. Times are microseconds since 1970.

-- What is kept of an event's id.
/*!80000 DROP FUNCTION IF EXISTS consumer_mark */ $$
CREATE /*M! OR REPLACE */ FUNCTION consumer_mark(p_event_id VARCHAR(255)) RETURNS CHAR(8) DETERMINISTIC NO SQL
    RETURN IF(p_event_id <> '', LEFT(SHA2(p_event_id, 256), 8), '--------') $$

-- Whether another event has had this number, as far as recent_ids tells: a database that came back from a backup gives
-- numbers once more.
/*!80000 DROP FUNCTION IF EXISTS consumer_number_taken */ $$
CREATE /*M! OR REPLACE */ FUNCTION consumer_number_taken(p_recent_ids VARCHAR(256), p_last_seq BIGINT, p_seq BIGINT,
                                                         p_event_id VARCHAR(255))
    RETURNS BOOLEAN DETERMINISTIC NO SQL
    RETURN COALESCE(p_seq BETWEEN p_last_seq - 31 AND p_last_seq AND p_event_id <> ''
                    AND SUBSTR(p_recent_ids, (p_last_seq - p_seq) * 8 + 1, 8)
                        NOT IN ('', '--------', consumer_mark(p_event_id)), FALSE) $$

-- Locks the aggregate's position and says what is to be done with the event: 'apply', 'duplicate', 'parked' (its aggregate
-- is), 'gap' or 'reused' (another event had its number; its id is remembered instead). p_seq NULL: not numbered, remembered by p_inbox_id. p_contiguous: a hole means a lost event. p_any_start:
-- an aggregate seen for the first time may begin at any number.
/*!80000 DROP PROCEDURE IF EXISTS consumer_take */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_take(
    IN p_consumer VARCHAR(120), IN p_aggregatetype VARCHAR(160), IN p_aggregateid VARCHAR(480), IN p_seq BIGINT,
    IN p_contiguous BOOLEAN, IN p_inbox_id VARCHAR(255), IN p_any_start BOOLEAN, OUT p_verdict VARCHAR(10))
    MODIFIES SQL DATA
BEGIN
    DECLARE v_last_seq BIGINT;
    DECLARE v_state VARCHAR(10);
    DECLARE v_recent VARCHAR(256);
    DECLARE v_reused, v_seen BOOLEAN DEFAULT FALSE;
    -- Locks the row whether it is new or not; reading it first would let two that come together block one another.
    INSERT INTO consumer_stream (consumer, aggregatetype, aggregateid) VALUES (p_consumer, p_aggregatetype, p_aggregateid)
    ON DUPLICATE KEY UPDATE last_seq = last_seq;
    SELECT last_seq, state, recent_ids INTO v_last_seq, v_state, v_recent FROM consumer_stream
    WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid FOR UPDATE;
    SET v_reused = consumer_number_taken(v_recent, v_last_seq, p_seq, p_inbox_id);
    IF p_seq IS NULL OR v_reused THEN
        BEGIN
            DECLARE EXIT HANDLER FOR 1062 SET v_seen = TRUE;
            INSERT INTO inbox (consumer, event_id, received_at) VALUES (p_consumer, p_inbox_id, UTC_TIMESTAMP(6));
        END;
    ELSE
        SET v_seen = p_seq <= v_last_seq;
    END IF;
    SET p_verdict = CASE
        WHEN v_seen THEN 'duplicate'
        WHEN v_reused THEN 'reused'
        WHEN v_state = 'parked' THEN 'parked'
        WHEN p_seq > v_last_seq + 1 AND p_contiguous AND NOT (p_any_start AND v_last_seq = 0) THEN 'gap'
        ELSE 'apply' END;
END $$

-- Moves the aggregate's position on, and the freshness of the projection where the consumer is one.
/*!80000 DROP PROCEDURE IF EXISTS consumer_advance */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_advance(
    IN p_consumer VARCHAR(120), IN p_aggregatetype VARCHAR(160), IN p_aggregateid VARCHAR(480), IN p_seq BIGINT,
    IN p_event_id VARCHAR(255), IN p_time BIGINT, IN p_projection BOOLEAN)
    MODIFIES SQL DATA
BEGIN
    DECLARE v_time DATETIME(6) DEFAULT TIMESTAMP'1970-01-01 00:00:00' + INTERVAL p_time MICROSECOND;
    UPDATE consumer_stream
    SET recent_ids = IF(p_seq IS NULL, recent_ids, LEFT(CONCAT(consumer_mark(p_event_id),
                        REPEAT('--------', LEAST(p_seq - last_seq - 1, 31)), recent_ids), 256)),
        last_seq = COALESCE(p_seq, last_seq), last_event_id = p_event_id, last_event_time = v_time
    WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid;
    IF p_projection THEN
        INSERT INTO projection_freshness (projection, last_event_time, last_applied_at)
        VALUES (p_consumer, v_time, UTC_TIMESTAMP(6))
        ON DUPLICATE KEY UPDATE last_event_time = GREATEST(COALESCE(last_event_time, v_time), v_time),
                                last_applied_at = UTC_TIMESTAMP(6);
    END IF;
END $$

/*!80000 DROP PROCEDURE IF EXISTS consumer_note_offset */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_note_offset(IN p_consumer VARCHAR(120), IN p_topic VARCHAR(255), IN p_partition INT,
                                      IN p_next BIGINT)
    MODIFIES SQL DATA
BEGIN
    INSERT INTO consumer_offset (consumer, topic, `partition`, next_offset)
    VALUES (p_consumer, p_topic, p_partition, p_next)
    ON DUPLICATE KEY UPDATE next_offset = p_next;
END $$

-- Where a consumer goes on in a partition that it is given; NULL: at the beginning.
/*!80000 DROP PROCEDURE IF EXISTS consumer_begin */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_begin(IN p_consumer VARCHAR(120), IN p_topic VARCHAR(255), IN p_partition INT,
    IN p_projection BOOLEAN, OUT p_next BIGINT)
    MODIFIES SQL DATA
BEGIN
    IF p_projection THEN
        INSERT INTO projection_partition (projection, topic, `partition`) VALUES (p_consumer, p_topic, p_partition)
        ON DUPLICATE KEY UPDATE caught_up_at = caught_up_at;
    END IF;
    SET p_next = (SELECT next_offset FROM consumer_offset
                  WHERE consumer = p_consumer AND topic = p_topic AND `partition` = p_partition);
END $$

-- Notes that a projection has everything of the partition until the event that happened then.
/*!80000 DROP PROCEDURE IF EXISTS consumer_note_time */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_note_time(IN p_projection VARCHAR(255), IN p_topic VARCHAR(255), IN p_partition INT,
                                    IN p_time BIGINT)
    MODIFIES SQL DATA
BEGIN
    DECLARE v_time DATETIME(6) DEFAULT TIMESTAMP'1970-01-01 00:00:00' + INTERVAL p_time MICROSECOND;
    INSERT INTO projection_partition (projection, topic, `partition`, last_event_time)
    VALUES (p_projection, p_topic, p_partition, v_time)
    ON DUPLICATE KEY UPDATE last_event_time = GREATEST(COALESCE(last_event_time, v_time), v_time);
END $$

-- Keeps a record as a dead letter, and parks its aggregate unless the reason is 'skipped'. p_goes_on: it fills the hole that
-- its parked aggregate waits for, so that a replay of the aggregate may go on now; where a number was given twice somebody
-- has to look first.
/*!80000 DROP PROCEDURE IF EXISTS consumer_park */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_park(
    IN p_consumer VARCHAR(120), IN p_aggregatetype VARCHAR(160), IN p_aggregateid VARCHAR(480), IN p_seq BIGINT,
    IN p_topic VARCHAR(255), IN p_partition INT, IN p_offset BIGINT, IN p_record_time BIGINT, IN p_group VARCHAR(255),
    IN p_event_id VARCHAR(255), IN p_reason VARCHAR(10), IN p_error TEXT, IN p_key LONGBLOB, IN p_headers JSON,
    IN p_payload LONGBLOB, OUT p_goes_on BOOLEAN)
    MODIFIES SQL DATA
BEGIN
    DECLARE v_new BOOLEAN DEFAULT TRUE;
    DECLARE v_last_seq BIGINT;
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 SET v_new = FALSE;
        INSERT INTO dead_letter (consumer, topic, `partition`, `offset`, record_time, consumer_group, aggregatetype,
                                 aggregateid, aggregate_seq, event_id, reason, error, `key`, headers, payload, parked_at)
        VALUES (p_consumer, p_topic, p_partition, p_offset,
                TIMESTAMP'1970-01-01 00:00:00' + INTERVAL p_record_time MICROSECOND, p_group, p_aggregatetype,
                p_aggregateid, p_seq, p_event_id, p_reason, p_error, p_key, p_headers, p_payload, UTC_TIMESTAMP(6));
    END;
    IF p_reason <> 'skipped' THEN
        UPDATE consumer_stream SET state = 'parked'
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid;
    END IF;
    SELECT last_seq INTO v_last_seq FROM consumer_stream
    WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid FOR UPDATE;
    SET p_goes_on = v_new AND p_reason = 'behind' AND COALESCE(p_seq = v_last_seq + 1, FALSE) AND NOT EXISTS (
        SELECT 1 FROM dead_letter
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid
          AND reason = 'reused' AND replayed_at IS NULL);
END $$

-- The first parked record of an aggregate, whose position it locks; no row: nothing is parked any more, and the aggregate is
-- live again. The client applies it (where its number is the next) and calls consumer_resolve in the same transaction. An
-- event whose number another one had comes without one.
/*!80000 DROP PROCEDURE IF EXISTS consumer_next_parked */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_next_parked(IN p_consumer VARCHAR(120), IN p_aggregatetype VARCHAR(160),
                                      IN p_aggregateid VARCHAR(480))
    MODIFIES SQL DATA
BEGIN
    DECLARE v_last_seq BIGINT;
    DECLARE v_recent VARCHAR(256);
    DECLARE v_letter BIGINT;
    SELECT last_seq, recent_ids INTO v_last_seq, v_recent FROM consumer_stream
    WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid FOR UPDATE;
    -- FOR UPDATE: what others have committed since the transaction's first read is seen too.
    SET v_letter = (
        SELECT id FROM dead_letter
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid
          AND replayed_at IS NULL AND reason <> 'skipped'
        ORDER BY aggregate_seq IS NULL, aggregate_seq, id LIMIT 1 FOR UPDATE);
    IF v_letter IS NULL THEN
        UPDATE consumer_stream SET state = 'live'
        WHERE consumer = p_consumer AND aggregatetype = p_aggregatetype AND aggregateid = p_aggregateid;
    END IF;
    SELECT id AS letter, v_last_seq AS last_seq,
           IF(reason = 'reused' OR consumer_number_taken(v_recent, v_last_seq, aggregate_seq, event_id), NULL, aggregate_seq)
               AS aggregate_seq, topic, `partition`, `offset`,
           TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', record_time) AS record_time, `key`, headers, payload
    FROM dead_letter WHERE id = v_letter FOR UPDATE;
END $$

-- Notes that a parked record was applied, or that it failed once more (p_error).
/*!80000 DROP PROCEDURE IF EXISTS consumer_resolve */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_resolve(IN p_letter BIGINT, IN p_error TEXT)
    MODIFIES SQL DATA
BEGIN
    UPDATE dead_letter
    SET attempts = attempts + (p_error IS NOT NULL), error = COALESCE(p_error, error),
        replayed_at = IF(p_error IS NULL, UTC_TIMESTAMP(6), NULL)
    WHERE id = p_letter;
END $$

-- Notes that there was nothing left to read in a partition.
/*!80000 DROP PROCEDURE IF EXISTS consumer_reached_end */ $$
CREATE /*M! OR REPLACE */ PROCEDURE consumer_reached_end(IN p_projection VARCHAR(255), IN p_topic VARCHAR(255), IN p_partition INT)
    MODIFIES SQL DATA
BEGIN
    DECLARE v_until DATETIME(6);
    DECLARE v_missing BOOLEAN;
    INSERT INTO projection_partition (projection, topic, `partition`, caught_up_at)
    VALUES (p_projection, p_topic, p_partition, UTC_TIMESTAMP(6))
    ON DUPLICATE KEY UPDATE caught_up_at = UTC_TIMESTAMP(6);
    SELECT MIN(caught_up_at), COUNT(*) > COUNT(caught_up_at) INTO v_until, v_missing
    FROM projection_partition WHERE projection = p_projection;
    IF NOT v_missing THEN
        UPDATE projection_freshness SET caught_up_at = v_until WHERE projection = p_projection;
    END IF;
END $$

DELIMITER ;
DO RELEASE_LOCK(@factline_lock);
