-- Generated from the model: changes made here are refused on the next run.
-- Consumer tables of the context orders, for MariaDB 10.6 and MySQL 8.0.16 and newer.
-- Run with: mariadb DATABASE < consumer.sql, in the database of the projections, so that a projection and its position
-- commit together. Running it again changes nothing. Times are UTC.

SET NAMES utf8mb4;
SET SESSION sql_notes = 0;
DO GET_LOCK('factline consumer', 30);

-- Deduplication without a window: a sequence number at or below last_seq has been dealt with.
CREATE TABLE IF NOT EXISTS consumer_stream (
    consumer        VARCHAR(120) NOT NULL,
    aggregatetype   VARCHAR(160) NOT NULL, -- publishing context / aggregate type
    aggregateid     VARCHAR(480) NOT NULL,
    last_seq        BIGINT       NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
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
    caught_up_at    DATETIME(6)  -- when the consumer last had nothing left to read
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT IGNORE INTO projection_freshness (projection) VALUES
    ('orders/order-list')
;

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
    reason         VARCHAR(10)  NOT NULL CHECK (reason IN ('poison', 'gap', 'behind', 'skipped')),
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

DELIMITER $$

-- Forgets up to p_batch events that came longer ago than p_keep_seconds (NULL: 1814400) and says how many; call it
-- until it says fewer. An event that comes once more after that is applied once more, so keep longer than any topic
-- does.
DROP PROCEDURE IF EXISTS inbox_cleanup $$
CREATE PROCEDURE inbox_cleanup(IN p_keep_seconds BIGINT, IN p_batch INT)
    MODIFIES SQL DATA
BEGIN
    DELETE FROM inbox WHERE received_at < TIMESTAMPADD(SECOND, -COALESCE(p_keep_seconds, 1814400), UTC_TIMESTAMP(6))
    ORDER BY received_at LIMIT p_batch;
    SELECT ROW_COUNT() AS gone;
END $$

-- Deletes up to p_batch letters that were replayed or skipped longer ago than p_keep_seconds (NULL: 90 days). What is
-- still parked stays.
DROP PROCEDURE IF EXISTS dead_letter_cleanup $$
CREATE PROCEDURE dead_letter_cleanup(IN p_keep_seconds BIGINT, IN p_batch INT)
    MODIFIES SQL DATA
BEGIN
    DELETE FROM dead_letter
    WHERE (replayed_at IS NOT NULL OR reason = 'skipped')
      AND COALESCE(replayed_at, parked_at) < TIMESTAMPADD(SECOND, -COALESCE(p_keep_seconds, 7776000), UTC_TIMESTAMP(6))
    ORDER BY id LIMIT p_batch;
    SELECT ROW_COUNT() AS gone;
END $$

DELIMITER ;
DO RELEASE_LOCK('factline consumer');
