// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "app/viewmodels/orders_that_store.h"
#include "contract/read.h"
#include "generate/generate.h"

namespace factline::testing {

/// The context "orders" with its tables on SQLite.
inline const std::string ordersOnSqlite = [] {
    std::string text = ordersThatStore;
    const std::string from = "store: postgresql";
    return text.replace(text.find(from), from.size(), "store: sqlite");
}();

/// A SQLite database with what is generated for the orders.
class Shop {
public:
    Shop() {
        const Model model = contract::parseModel({{"m.factline.yaml", ordersOnSqlite}}).model;
        const auto output =
            generate::generate(Lookup(model), {{"sqlite"}, "orders"}, generate::Templates()).value();
        const auto outbox = std::ranges::find(output.files, std::string("orders/sqlite/generated/outbox.sql"),
                                              &generate::GeneratedFile::path);
        run(QString::fromStdString(outbox->content));
    }
    QString path() const { return m_folder.filePath("shop.db"); }
    QString url() const { return "sqlite:" + path(); }
    /// Several statements at once, triggers among them, are more than Qt takes.
    void run(const QString& sql) const {
        QProcess python;
        python.start("python3", {"-c",
                                 "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None)."
                                 "executescript(sys.stdin.read())",
                                 path()});
        python.write(sql.toUtf8());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace factline::testing
