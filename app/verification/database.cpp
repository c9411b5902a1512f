// SPDX-License-Identifier: Apache-2.0
#include "verification/database.h"

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
    return failure(
        ErrorCode::InvalidArgument,
        Phrase::of("The database's URL cannot be understood. Write postgresql://user@host/database, with "
                   "?schema=name where the tables are in a schema of their own, or sqlite:path."));
}

/// What else the URL says, such as sslmode, for PostgreSQL's library to understand or to refuse.
QString furtherOptions(const QUrlQuery& query) {
    QString options;
    for (auto [key, value] : query.queryItems(QUrl::FullyDecoded)) {
        value.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('\''), QLatin1String("\\'"));
        options += QStringLiteral(" %1='%2'").arg(key, value);
    }
    return options;
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
                       Phrase::of("Qt's driver {} is missing. Install the package {}.", driver.toStdString(),
                                  isSqlite ? "libqt6sql6-sqlite" : "libqt6sql6-psql"));
    QUrlQuery query(url);
    const auto asked = [&](const char* key, const QString& otherwise) {
        const QString value = query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
        query.removeAllQueryItems(QLatin1String(key));
        return value.isEmpty() ? otherwise : value;
    };
    const QString secret =
        asked("password", url.password().isEmpty() ? QString::fromStdString(password) : url.password());
    Database result(QUuid::createUuid().toString(), secret, isSqlite);
    QSqlDatabase database = QSqlDatabase::addDatabase(driver, result.m_connection);
    QString schema;
    if (isSqlite) {
        QString path = written.mid(7);
        if (path.startsWith(QLatin1String("//"))) path.remove(0, 2);
        if (!QFileInfo(path).isFile())
            return failure(ErrorCode::NotFound,
                           Phrase::of("There is no database {}; check its name.", path.toStdString()));
        database.setDatabaseName(path);
        database.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=%1").arg(seconds * 1000));
    } else {
        database.setHostName(asked("host", url.host()));
        database.setPort(asked("port", QString::number(url.port(-1))).toInt());
        database.setDatabaseName(asked("dbname", url.path().mid(1)));
        database.setUserName(asked("user", url.userName()));
        database.setPassword(secret);
        schema = asked("schema", QString());
        database.setConnectOptions(QStringLiteral("connect_timeout=%1").arg(seconds) + furtherOptions(query));
    }
    if (!database.open())
        return failure(ErrorCode::External, Phrase::of("The database cannot be reached: {}",
                                                       said(database.lastError(), result.m_secret)));
    if (isSqlite) return result;
    for (const QString& setting :
         {QStringLiteral("SET default_transaction_read_only = on"),
          QStringLiteral("SET statement_timeout = %1").arg(seconds * 1000),
          schema.isEmpty() ? QString()
                           : QStringLiteral("SET search_path = \"%1\"")
                                 .arg(schema.replace(QLatin1Char('"'), QLatin1String("\"\"")))})
        if (!setting.isEmpty())
            if (const auto done = result.rows(setting.toStdString()); !done)
                return tl::unexpected(done.error());
    const auto place = result.rows("SELECT current_user, current_schema()");
    if (!place) return tl::unexpected(place.error());
    if (place->at(0)[1].isNull()) {
        const std::string user = place->at(0)[0].toString().toStdString();
        return failure(
            ErrorCode::NotFound,
            written.contains(QLatin1String("schema="))
                ? Phrase::of("{} sees no schema of that name in the database. Check its name in ?schema=, "
                             "and that {} may use it.",
                             user, user)
                : Phrase::of("{} sees no schema in the database. Check its name in ?schema=, and that {} "
                             "may use it.",
                             user, user));
    }
    return result;
}

Result<std::vector<std::vector<QVariant>>> Database::rows(const std::string& sql) const {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(QString::fromStdString(sql)))
        return failure(ErrorCode::External,
                       Phrase::of("The database refuses a question: {}", said(query.lastError(), m_secret)));
    std::vector<std::vector<QVariant>> rows;
    while (query.next()) {
        std::vector<QVariant>& row = rows.emplace_back();
        for (int column = 0; column < query.record().count(); ++column)
            row.push_back(query.value(column));
    }
    return rows;
}

Result<Schema> Database::schema() const {
    // One column: SQL that would create what is there. It is read by the same reader as what is generated.
    const auto statements = rows(
        m_isSqlite
            ? "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            : R"(SELECT format('CREATE TABLE %I (%s)', c.relname, string_agg(part.text, ', ' ORDER BY part.number))
FROM pg_class c JOIN LATERAL (
    SELECT attnum::integer, format('%I %s%s', attname, format_type(atttypid, atttypmod),
                                   CASE WHEN attnotnull THEN ' NOT NULL' END)
    FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT 100000, format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = c.oid AND contype = 'c') AS part (number, text) ON true
WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relkind IN ('r', 'p', 'v')
GROUP BY c.oid, c.relname
UNION ALL
SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND i.indisvalid
UNION ALL
SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND NOT t.tgisinternal
  AND t.tgenabled <> 'D')");
    if (!statements) return tl::unexpected(statements.error());
    std::string all;
    for (const auto& row : *statements)
        all += row[0].toString().toStdString() + ";\n";
    return parseSchema(all);
}

} // namespace factline::verification
