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
        const Schema schema =
            parseSchema("-- CREATE TABLE no (a int);\n"
                        "CREATE TABLE IF NOT EXISTS t (\n"
                        "    a text NOT NULL DEFAULT 'CHECK, (', -- CHECK (a)\n"
                        "    \"offset\" bigint CHECK (\"offset\" > 0), b numeric(10, 2) UNIQUE,\n"
                        "    PRIMARY KEY (a, b)\n);\n"
                        "CREATE UNIQUE INDEX i ON t (a) WHERE b IS NULL;");
        QCOMPARE(schema.tables.size(), std::size_t(1));
        const Table& table = schema.tables.at("t");
        QCOMPARE(table.columns, (Names{"a", "offset", "b"}));
        QCOMPARE(table.checks, std::size_t(1));
        QCOMPARE(table.uniques, std::size_t(2));
        QVERIFY(schema.indexes.contains("i"));
    }

    void readsWhatIsGenerated() {
        Schema schema = generated("outbox.sql");
        merge(schema, generated("consumer.sql"));
        QCOMPARE(schema.tables.size(), std::size_t(9));
        QCOMPARE(schema.tables.at("outbox_event").columns.size(), std::size_t(17));
        QCOMPARE(schema.tables.at("outbox_event").uniques, std::size_t(3));
        QVERIFY(schema.indexes.contains("outbox_event_pending") && schema.indexes.contains("inbox_received"));
        QVERIFY(schema.checks.contains("outbox_event_declared") &&
                schema.checks.contains("outbox_event_key"));
        QVERIFY(schema.routes.starts_with("("));
        QVERIFY(schema.routes.ends_with(")"));
    }

    void saysWhatDeviates() {
        const Schema expected = parseSchema("CREATE TABLE t (a int CHECK (a > 0), b int UNIQUE);"
                                            "CREATE TABLE gone (a int); CREATE INDEX i ON t (a);"
                                            "ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0);");
        const Schema found = parseSchema("CREATE TABLE t(a int, z int); CREATE TABLE other (x int)");
        QCOMPARE(deviations(expected, found),
                 (Names{"The table gone is missing.", "The column t.b is missing.",
                        "The column t.z is not in the contract.", "The table t has 0 of its 1 checks.",
                        "The table t has 0 of its 1 unique keys.", "The index i is missing.",
                        "The check c is missing."}));
        QCOMPARE(deviations(expected, expected), Names());
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
