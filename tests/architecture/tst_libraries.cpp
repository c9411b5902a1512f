// SPDX-License-Identifier: Apache-2.0
#include "architecture/libraries.h"

#include <QTest>

#include "architecture/small_tree.h"

using namespace factline::architecture;

class LibrariesTest : public QObject {
    Q_OBJECT
private slots:
    void everyLibraryStaysBehindItsDoor() {
        const SourceTree tree = readTree(FACTLINE_SOURCE_DIR);
        QCOMPARE(joined(libraryOffences(tree, installedWidgetHeaders())), QString());
    }

    void knowsTheHeadersOfWidgets() {
        const auto headers = installedWidgetHeaders();
        QVERIFY(headers.contains("QWidget"));
        QVERIFY(headers.contains("qgraphicsview.h"));
        QVERIFY(!headers.contains("QObject"));
    }

    void refusesQtInTheLibrary() {
        const SmallTree small({{"model/lint/a.cpp", "#include <QString>\n"},
                               {"model/base/b.cpp", "#include <QtCore/QFile>\n"},
                               {"model/catalogue/c.cpp", "#include <QSqlDatabase>\n"}});
        const Offences offences = libraryOffences(small.read(), {});
        QCOMPARE(offences.size(), std::size_t(2));
        QVERIFY(offences[0].starts_with("model/base/b.cpp:1: <QtCore/QFile> is Qt"));
    }

    void refusesQtInTheCommandLineButWhereItDraws() {
        const SmallTree small({{"app/cli/a.cpp", "#include <QString>\n"},
                               {"app/drawing/b.cpp", "#include <QGuiApplication>\n"}});
        const Offences offences = libraryOffences(small.read(), {});
        QCOMPARE(offences.size(), std::size_t(1));
        QVERIFY(offences[0].starts_with("app/cli/a.cpp:1: <QString> is Qt"));
    }

    void refusesWidgetsWhereThereIsNoScreen() {
        const SmallTree small({{"app/picture/a.cpp", "#include <QWidget>\n#include <QImage>\n"},
                               {"app/drawing/b.cpp", "#include <QtWidgets/QLabel>\n"},
                               {"app/layout-worker/CMakeLists.txt", "room(x\n  Qt6::Widgets)\n"},
                               {"app/shell/c.cpp", "#include <QWidget>\n"},
                               {"app/shell/CMakeLists.txt", "room(shell Qt6::Widgets)\n"}});
        const Offences offences = libraryOffences(small.read(), {"QWidget"});
        QCOMPARE(offences.size(), std::size_t(3));
        QVERIFY(offences[2].starts_with("app/layout-worker/CMakeLists.txt:2"));
    }

    void refusesForeignLibrariesOutsideTheirRoom() {
        const SmallTree small({{"model/diagram/layout.cpp", "#include <graphviz/gvc.h>\n"},
                               {"model/diagram/engine/dot.cpp", "#include <graphviz/gvc.h>\n"},
                               {"model/edit/a.cpp", "#include <yaml-cpp/yaml.h>\n"},
                               {"model/contract/b.cpp", "#include <yaml-cpp/yaml.h>\n"},
                               {"app/canvas/c.cpp", "#include <CLI/CLI.hpp>\n"},
                               {"model/generate/d.cpp", "#include <libpq-fe.h>\n"}});
        QCOMPARE(libraryOffences(small.read(), {}).size(), std::size_t(4));
    }

    void keepsMustacheBehindOneFile() {
        const SmallTree one({{"model/generate/templates.cpp", "#include <kainjow/mustache.hpp>\n"},
                             {"model/generate/names.cpp", ""}});
        QCOMPARE(joined(libraryOffences(one.read(), {})), QString());
        const SmallTree two({{"model/generate/templates.cpp", "#include <kainjow/mustache.hpp>\n"},
                             {"model/generate/other.cpp", "#include <kainjow/mustache.hpp>\n"}});
        QCOMPARE(libraryOffences(two.read(), {}).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(LibrariesTest)
#include "tst_libraries.moc"
