// SPDX-License-Identifier: Apache-2.0
#include "verification/database.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

namespace factline::verification {

namespace {

/// What a database said, in one line and without what nobody else may read.
std::string said(const QSqlError& error, const QString& secret) {
    QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    text = text.section(QLatin1Char('\n'), 0, 0).trimmed();
    if (!secret.isEmpty()) text.replace(secret, QStringLiteral("***"));
    return text.toStdString();
}

tl::unexpected<Error> notUnderstood() {
    return failure(ErrorCode::InvalidArgument,
                   "The database's URL cannot be understood. Write postgresql://user@host/database, with "
                   "?schema=name where the tables are in a schema of their own, or sqlite:path.");
}

} // namespace

Database::Database(QString connection, QString secret, bool isSqlite)
    : m_connection(std::move(connection))
    , m_secret(std::move(secret))
    , m_isSqlite(isSqlite) {}

Database::Database(Database&& other) noexcept
    : m_connection(std::exchange(other.m_connection, {}))
    , m_secret(std::move(other.m_secret))
    , m_isSqlite(other.m_isSqlite) {}

Database::~Database() {
    if (m_connection.isEmpty()) return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Database> Database::open(const std::string& text, const std::string& password, int seconds) {
    const QString written = QString::fromStdString(text);
    const bool isSqlite = written.startsWith(QLatin1String("sqlite:"));
    const QUrl url(written);
    if (!isSqlite && (!url.isValid() || (url.scheme() != QLatin1String("postgresql") &&
                                         url.scheme() != QLatin1String("postgres"))))
        return notUnderstood();
    const QString driver = isSqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
    if (!QSqlDatabase::isDriverAvailable(driver))
        return failure(ErrorCode::NotFound,
                       fmt::format("Qt's driver {} is missing. Install the package {}.", driver.toStdString(),
                                   isSqlite ? "libqt6sql6-sqlite" : "libqt6sql6-psql"));
    const QUrlQuery query(url);
    const auto asked = [&](const char* key, const QString& otherwise) {
        const QString value = query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
        return value.isEmpty() ? otherwise : value;
    };
    const QString secret = url.password().isEmpty() ? QString::fromStdString(password) : url.password();
    Database result(QUuid::createUuid().toString(), secret, isSqlite);
    QSqlDatabase database = QSqlDatabase::addDatabase(driver, result.m_connection);
    if (isSqlite) {
        QString path = written.mid(7);
        if (path.startsWith(QLatin1String("//"))) path.remove(0, 2);
        if (!QFileInfo(path).isFile())
            return failure(ErrorCode::NotFound,
                           fmt::format("There is no database {}; check its name.", path.toStdString()));
        database.setDatabaseName(path);
        database.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=%1").arg(seconds * 1000));
    } else {
        database.setHostName(asked("host", url.host()));
        database.setPort(url.port(-1));
        database.setDatabaseName(asked("dbname", url.path().mid(1)));
        database.setUserName(asked("user", url.userName()));
        database.setPassword(secret);
        database.setConnectOptions(QStringLiteral("connect_timeout=%1").arg(seconds));
    }
    if (!database.open())
        return failure(ErrorCode::External, fmt::format("The database cannot be reached: {}",
                                                        said(database.lastError(), result.m_secret)));
    if (isSqlite) return result;
    QString schema = asked("schema", QString());
    for (const QString& setting :
         {QStringLiteral("SET default_transaction_read_only = on"),
          QStringLiteral("SET statement_timeout = %1").arg(seconds * 1000),
          schema.isEmpty() ? QString()
                           : QStringLiteral("SET search_path = \"%1\"")
                                 .arg(schema.replace(QLatin1Char('"'), QLatin1String("\"\"")))})
        if (!setting.isEmpty())
            if (const auto done = result.rows(setting.toStdString()); !done)
                return tl::unexpected(done.error());
    return result;
}

Result<std::vector<std::vector<QVariant>>> Database::rows(const std::string& sql) const {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(QString::fromStdString(sql)))
        return failure(ErrorCode::External,
                       fmt::format("The database refuses a question: {}", said(query.lastError(), m_secret)));
    std::vector<std::vector<QVariant>> rows;
    while (query.next()) {
        std::vector<QVariant>& row = rows.emplace_back();
        for (int column = 0; column < query.record().count(); ++column)
            row.push_back(query.value(column));
    }
    return rows;
}

Result<Schema> Database::schema() const {
    if (m_isSqlite) return sqliteSchema();
    Schema schema;
    const auto text = [](const QVariant& value) { return value.toString().toStdString(); };
    const auto columns = rows("SELECT table_name::text, column_name::text FROM information_schema.columns "
                              "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position");
    if (!columns) return tl::unexpected(columns.error());
    for (const auto& row : *columns)
        schema.tables[text(row[0])].columns.push_back(text(row[1]));
    const auto indexes = rows("SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema()");
    if (!indexes) return tl::unexpected(indexes.error());
    for (const auto& row : *indexes)
        schema.indexes.insert(text(row[0]));
    const auto constraints =
        rows("SELECT c.relname::text, k.conname::text, k.contype::text FROM pg_constraint k "
             "JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = current_schema()::regnamespace");
    if (!constraints) return tl::unexpected(constraints.error());
    for (const auto& row : *constraints) {
        Table& table = schema.tables[text(row[0])];
        if (text(row[2]) == "c") {
            ++table.checks;
            schema.checks.insert(text(row[1]));
        } else if (text(row[2]) == "u" || text(row[2]) == "p") {
            ++table.uniques;
        }
    }
    return schema;
}

Result<Schema> Database::sqliteSchema() const {
    const auto statements = rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL");
    if (!statements) return tl::unexpected(statements.error());
    std::string all;
    for (const auto& row : *statements)
        all += row[0].toString().toStdString() + ";\n";
    return parseSchema(all);
}

} // namespace factline::verification
