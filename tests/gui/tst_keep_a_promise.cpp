// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSvgRenderer>
#include <QToolButton>

#include "panels/figure_view.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A promise that cannot be kept is looked into: where the time goes, what would do, what follows from an
/// edit; and the picture of it goes into a file for the meeting.
class KeepAPromise : public QObject {
    Q_OBJECT
private slots:
    void findsOutWhyAndMends();
};

namespace {

struct Architect : User {
    QWidget& freshness() { return *window->docks().panel("freshness"); }
    QString said(const char* role) {
        const auto* label = freshness().findChild<QLabel*>(QString::fromLatin1(role));
        return label ? label->text() : QString();
    }
    QString shown(const char* box) {
        return freshness().findChild<QComboBox*>(QString::fromLatin1(box))->currentText();
    }
    const picture::Figure& waterfall() {
        return freshness().findChild<panels::FigureView*>(QStringLiteral("waterfall"))->figure();
    }
    /// Into a field of the inspector, as one who clicks there and types over what stands there.
    void fillIn(const char* field, const QString& text) {
        auto& inspector = panel<panels::InspectorPanel>("inspector");
        inspector.form()->focusOn(field);
        QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
        press(Qt::Key_A, Qt::ControlModifier);
        enter(text);
        settle();
    }
    /// Chooses from the menu of the button, and answers the file chooser.
    void exportTo(const std::filesystem::path& file, int entry) {
        auto* button = freshness().findChild<QToolButton*>(QStringLiteral("export"));
        QVERIFY(button->isVisible());
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, [&] {
            if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
                timer.stop();
                for (int i = 0; i <= entry; ++i)
                    QTest::keyClick(menu, Qt::Key_Down);
                QTest::keyClick(menu, Qt::Key_Return);
            }
        });
        timer.start(50);
        QTimer answer;
        QObject::connect(&answer, &QTimer::timeout, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog || QGuiApplication::focusWindow() != dialog->windowHandle()) return;
            answer.stop();
            enter(QString::fromStdString(file.string()));
        });
        answer.start(50);
        click(*button);
        activate();
        awaitExports();
        QVERIFY(std::filesystem::exists(file));
    }
};

} // namespace

void KeepAPromise::findsOutWhyAndMends() {
    Architect user;
    user.open(retail);
    user.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(user.freshness().isVisible());

    // A view, wherever it is selected.
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.find(QStringLiteral("shelf-display"));
    QTRY_COMPARE(user.selected(), QString("view stores/shelf-display"));
    QTRY_COMPARE(user.shown("view"), QString("stores/shelf-display"));
    QCOMPARE(user.shown("change"), QString("erp/StockPositionsReported"));
    QVERIFY(user.said("sentence").contains("the batch of erp alone takes up to 19 min"));
    for (const char* hop : {"Batch of erp", "Import into shelf-display"})
        QVERIFY2(user.waterfall().description.contains(hop), hop);
    user.picture("promise");

    // What it says follows the model.
    user.fillIn("freshness.within", QStringLiteral("30m"));
    QTRY_COMPARE(user.said("verdict"), QString("Kept for certain"));
    QVERIFY(user.said("sentence").startsWith("The promise of 30 min is kept"));
    user.canvas().setFocus();
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QTRY_COMPARE(user.said("verdict"), QString("Cannot be kept"));

    // Another view is chosen in the panel, and it is the one that is selected.
    auto* views = user.freshness().findChild<QComboBox*>(QStringLiteral("view"));
    views->setFocus();
    user.press(Qt::Key_Home);
    QTRY_COMPARE(user.selected(), QString("view availability/stock-position"));
    QTRY_COMPARE(user.shown("view"), QString("availability/stock-position"));

    // Both pictures for the meeting.
    const auto svg = user.place.file("where-the-time-goes.svg"),
               png = user.place.file("how-long-it-takes.png");
    user.exportTo(svg, 0);
    user.exportTo(png, 2);
    QVERIFY(QSvgRenderer(QString::fromStdString(svg.string())).isValid());
    QVERIFY(!QImage(QString::fromStdString(png.string())).isNull());
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(KeepAPromise)
#include "tst_keep_a_promise.moc"
