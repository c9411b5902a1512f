// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QString>
#include <QVariant>

#include "base/result.h"
#include "verification/schema.h"

namespace factline::verification {

/// A connection that only reads, closed at the end. What it says when something fails holds no password.
class Database {
public:
    /// `password`: where the URL holds none. `seconds`: for one statement.
    static Result<Database> open(const std::string& url, const std::string& password, int seconds);
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;
    ~Database();

    bool isSqlite() const { return m_isSqlite; }
    /// The rows that a query gives, column by column.
    Result<std::vector<std::vector<QVariant>>> rows(const std::string& sql) const;
    /// What it holds of tables, columns, indexes and checks.
    Result<Schema> schema() const;

private:
    Database(QString connection, QString secret, bool isSqlite);

    QString m_connection;
    QString m_secret;
    bool m_isSqlite = false;
};

} // namespace factline::verification
