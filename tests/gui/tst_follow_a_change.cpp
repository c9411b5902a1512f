// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QLabel>

#include "canvas/hit.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// An architect points at a fact and reads when its changes are where, what a promise comes to and what a
/// decision risks.
class FollowAChange : public QObject {
    Q_OBJECT
private slots:
    void follows();
};

void FollowAChange::follows() {
    User user;
    user.open(retail);
    auto& canvas = user.canvas();
    const auto timeAt = [&](ElementKind kind, const char* name) -> std::string {
        if (!canvas.contours()) return "nothing shown";
        const auto found = canvas.contours()->reached.find({kind, name});
        return found == canvas.contours()->reached.end() ? "none" : found->second.text;
    };

    // A click on a fact: everything downstream says when a change is there.
    const QImage plain = canvas.grab().toImage();
    user.click("fact erp/stock-on-hand");
    QTRY_VERIFY_WITH_TIMEOUT(canvas.contours() != nullptr, 20'000);
    QCOMPARE(timeAt(ElementKind::Fact, "erp/stock-on-hand"), std::string("0 s"));
    QCOMPARE(timeAt(ElementKind::View, "availability/stock-position"), std::string("1.7 s"));
    QCOMPARE(timeAt(ElementKind::View, "search/stock-badge"), std::string("3.3 s"));
    QCOMPARE(timeAt(ElementKind::View, "stores/shelf-display"), std::string("19 min"));
    QCOMPARE(timeAt(ElementKind::Decision, "stores/promise-at-the-counter"), std::string("19 min"));
    QCOMPARE(timeAt(ElementKind::Event, "availability/ReservationConfirmed"), std::string("none"));
    QVERIFY(
        canvas.contours()->light.shapes.contains({ElementKind::Event, "availability/ReservationConfirmed"}));
    QVERIFY(!canvas.contours()->light.shapes.contains({ElementKind::View, "orders/order-status"}));
    user.picture("contours");

    // On the screen each stands on the ground of its band.
    const QImage lit = canvas.grab().toImage();
    const auto groundAt = [&](const QImage& image, const char* name) {
        const auto place = canvas::rectOf(canvas.diagram(), {ElementKind::View, name}).value();
        return image.pixelColor(canvas.viewport().toScreen(place.topRight() + QPointF(4.5, 12)).toPoint())
            .name();
    };
    const auto& theme = canvas.theme();
    const auto& contours = *canvas.contours();
    for (const char* name : {"availability/stock-position", "search/stock-badge", "stores/shelf-display"}) {
        const auto band = contours.reached.at({ElementKind::View, name}).band.value();
        QCOMPARE(groundAt(lit, name), theme.delay(band, contours.bands.size()).name());
        QVERIFY(groundAt(plain, name) != groundAt(lit, name));
    }

    // The export holds what is shown.
    const QString file = user.place.folder.filePath("reach.svg");
    user.window->exportTo(file.toStdString());
    user.awaitExports();
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains(">19 min<"));
    QVERIFY(text.contains("A change to stock on hand is there within"));

    // A click on the view: whether its promise can be kept, and what would mend it.
    user.click("view stores/shelf-display");
    QVERIFY(canvas.contours() == nullptr);
    auto* inspector = user.window->docks().panel("inspector");
    const auto said = [&](const char* label) {
        const auto* found = inspector->findChild<QLabel*>(QLatin1String(label));
        return found && found->isVisible() ? found->text() : QString("not shown");
    };
    QTRY_VERIFY2_WITH_TIMEOUT(said("outlookVerdict").contains("Cannot be kept"),
                              qPrintable(said("outlookVerdict")), 20'000);
    QVERIFY2(said("outlookVerdict").contains("19.2 min at 99 %"), qPrintable(said("outlookVerdict")));
    QVERIFY2(said("outlookNumbers").contains("99 % within 5 s"), qPrintable(said("outlookNumbers")));
    QVERIFY2(said("outlookWords").contains("cannot be kept: the batch of erp alone takes up to 19 min"),
             qPrintable(said("outlookWords")));
    QVERIFY2(said("outlookMend").contains("it would still take 50.3 s"), qPrintable(said("outlookMend")));
    user.picture("outlook");

    // A click on the decision: what it risks.
    user.click("decision stores/promise-at-the-counter");
    QTRY_VERIFY2(said("outlookVerdict").contains("Too old"), qPrintable(said("outlookVerdict")));
    QVERIFY2(said("outlookWords").contains("52.7 % of decisions miss the latest change"),
             qPrintable(said("outlookWords")));
    user.click("event erp/StockAdjusted");
    QTRY_COMPARE(said("outlookVerdict"), QString("not shown"));
}

QTEST_MAIN(FollowAChange)
#include "tst_follow_a_change.moc"
