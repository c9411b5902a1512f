// SPDX-License-Identifier: Apache-2.0
#include "verification/schema.h"

#include <fstream>

#include <QTest>

using namespace factline::verification;

namespace {

using Names = std::vector<std::string>;

Schema generated(const char* file) {
    std::ifstream stream(std::string(FACTLINE_SOURCE_DIR "/tests/cases/generate/postgresql-outbox/expected/"
                                                         "orders/postgresql/generated/") +
                         file);
    const std::string sql{std::istreambuf_iterator<char>(stream), {}};
    return parseSchema(sql);
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void readsTablesWithTheirKeysAndChecks() {
        const Schema schema = parseSchema(
            "-- CREATE TABLE no (a int);\n"
            "CREATE TABLE IF NOT EXISTS t (\n"
            "    a text NOT NULL DEFAULT 'CHECK, (', -- CHECK (a)\n"
            "    \"offset\" bigint CHECK (\"offset\" > 0), b numeric(10, 2) UNIQUE,\n"
            "    c TIMESTAMPTZ DEFAULT now(), PRIMARY KEY (b, a)\n);\n"
            "CREATE INDEX i ON t (a) WHERE b IS NULL; CREATE UNIQUE INDEX k ON s.t USING btree (c);"
            "CREATE UNIQUE INDEX some ON t (a) WHERE b IS NULL;");
        QCOMPARE(schema.tables.size(), std::size_t(1));
        const Table& table = schema.tables.at("t");
        QCOMPARE(table.columns, (std::vector<Column>{{"a", "text", true},
                                                     {"offset", "bigint", false},
                                                     {"b", "numeric", false},
                                                     {"c", "timestamp with time zone", false}}));
        QCOMPARE(table.checks.size(), std::size_t(1));
        QCOMPARE(table.checks[0].text, std::string("(\"offset\" > 0)"));
        QCOMPARE(table.keys, (std::set<Names>{{"a", "b"}, {"b"}, {"c"}})); // a partial one is none
        QCOMPARE(schema.indexes.at("i").table, std::string("t"));
    }

    void readsWhatIsGenerated() {
        Schema schema = generated("outbox.sql");
        merge(schema, generated("consumer.sql"));
        QCOMPARE(schema.tables.size(), std::size_t(10));
        QCOMPARE(schema.tables.at("outbox_event").columns.size(), std::size_t(17));
        QCOMPARE(schema.tables.at("outbox_event").keys,
                 (std::set<Names>{{"id"}, {"event_id"}, {"aggregate_seq", "aggregateid", "aggregatetype"}}));
        QVERIFY(schema.indexes.contains("outbox_event_pending") && schema.indexes.contains("inbox_received"));
        QVERIFY(schema.checks.contains("outbox_event_declared") &&
                schema.checks.contains("outbox_event_key"));
        QVERIFY(schema.routes.starts_with("("));
        QVERIFY(schema.routes.ends_with(")"));
    }

    void addsWhatOneFileCreatesToWhatAnotherDoes() {
        Schema schema = parseSchema("CREATE TABLE t (a int)");
        merge(schema, parseSchema("ALTER TABLE t ADD COLUMN IF NOT EXISTS b text; CREATE TABLE u (a int);"
                                  "CREATE TRIGGER w BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION f();"
                                  "CREATE INDEX i ON t (a);"));
        QCOMPARE(schema.tables.size(), std::size_t(2));
        QCOMPARE(schema.tables.at("t").columns,
                 (std::vector<Column>{{"a", "int", false}, {"b", "text", false}}));
        QCOMPARE(schema.checks.at("w").table, std::string("t"));
        QVERIFY(schema.indexes.contains("i"));
    }

    void saysWhatDeviates() {
        const Schema expected = parseSchema("CREATE TABLE t (a int CHECK (a > 0), b int UNIQUE);"
                                            "CREATE TABLE gone (a int); CREATE INDEX i ON t (a);"
                                            "ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0);");
        const Schema found = parseSchema("CREATE TABLE t(a int, z int); CREATE TABLE other (x int)");
        QCOMPARE(deviations(expected, found),
                 (Names{"The table gone is missing.", "The column t.b is missing.",
                        "The column t.z is not in the contract.", "The table t does not check (a > 0).",
                        "The table t lets b be there twice: the unique key is missing.",
                        "The index i is missing.", "The check c is missing."}));
        QCOMPARE(deviations(expected, expected), Names());
    }

    void saysWhatIsAnother() {
        const Schema expected =
            parseSchema("CREATE TABLE t (a int NOT NULL CHECK (a > 0), b text); CREATE INDEX i ON t (a, b);"
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (b IN ('x', 'y') AND a BETWEEN 1 AND 9);");
        const Schema found =
            parseSchema("CREATE TABLE t (a int CHECK (a >= 0), b int); CREATE INDEX i ON t (b, a);"
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (b IN ('x') AND a BETWEEN 1 AND 9);");
        QCOMPARE(
            deviations(expected, found),
            (Names{
                "The column t.a may be NULL, which the contract forbids.",
                "The column t.b is int; the contract has text.", "The table t does not check (a > 0).",
                "The index i is another one than in the contract: drop it and run the generated SQL again.",
                "The check c is another one than in the contract: run the generated SQL again."}));
    }

    /// As PostgreSQL says what it was told.
    void knowsWhatIsWrittenDownAgain() {
        const Schema expected =
            parseSchema("CREATE TABLE t (a bigint NOT NULL, b text CHECK (b IN ('x', 'y')), at timestamptz, "
                        "PRIMARY KEY (a));"
                        "CREATE INDEX i ON t (a, at) WHERE b IS NOT NULL;"
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0 OR b = 'x' AND a BETWEEN 1 AND 3"
                        " OR b = replace(b, E'\\\\', E'it''s'));");
        const Schema found =
            parseSchema("CREATE TABLE t (a bigint NOT NULL, b text, at timestamp with time zone,"
                        " CONSTRAINT t_b_check CHECK ((b = ANY (ARRAY['x'::text, 'y'::text]))),"
                        " CONSTRAINT c CHECK (((a > 0) OR ((b = 'x'::text) AND ((a >= 1) AND (a <= 3)))"
                        " OR (b = replace(b, '\\'::text, 'it''s'::text)))) NOT VALID);"
                        "CREATE UNIQUE INDEX t_pkey ON s1.t USING btree (a);"
                        "CREATE INDEX i ON s1.t USING btree (a, at) WHERE (b IS NOT NULL)");
        QCOMPARE(deviations(expected, found), Names());
    }

    void aTriggerIsAnotherWhereItFiresOtherwise() {
        const auto with = [](const std::string& when) {
            return parseSchema("CREATE TABLE t (a int); CREATE TRIGGER g BEFORE INSERT ON t WHEN NEW.a < " +
                               when + " BEGIN SELECT RAISE(ABORT, 'no'); END;");
        };
        QCOMPARE(deviations(with("1"), with("1")), Names());
        QCOMPARE(deviations(with("1"), with("0")).size(), std::size_t(1));
    }

    /// While services are replaced it takes what the model before declares, too.
    void theDeclaredMayBeMore() {
        const auto with = [](const std::string& types) {
            return parseSchema(
                "CREATE TABLE outbox_event (type text); ALTER TABLE outbox_event ADD CONSTRAINT "
                "outbox_event_declared CHECK (type IN (" +
                types + "))");
        };
        QCOMPARE(deviations(with("'a'"), with("'a', 'b'")), Names());
        QCOMPARE(deviations(with("'a', 'b'"), with("'a'")).size(), std::size_t(1));
    }

    void anyTextEnds_data() {
        QTest::addColumn<QByteArray>("sql");
        for (const char* sql :
             {"", ";", "CREATE", "CREATE TABLE", "CREATE TABLE t (", "CREATE TABLE t (a '", "$$", "--",
              "CREATE VIEW outbox_route AS VALUES", "INSERT INTO outbox_route", "INSERT INTO", "'"})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void anyTextEnds() {
        QFETCH(QByteArray, sql);
        QVERIFY(parseSchema(sql.toStdString()).indexes.empty());
    }
};

QTEST_APPLESS_MAIN(SchemaTest)
#include "tst_schema.moc"
