// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What is near is all that is seen, and one key brings the rest back.
class Focus : public QObject {
    Q_OBJECT
private slots:
    void dimsAllButTheNeighbourhood();
    void aFactLightsWhatItReaches();
};

void Focus::dimsAllButTheNeighbourhood() {
    User user;
    user.open(retail);
    auto& canvas = user.canvas();
    user.click("view search/stock-badge");
    user.point({3, 3});
    const auto picture = [&] { return canvas.grab().toImage(); };
    const QImage before = picture();
    const auto look = canvas.viewport();
    const auto differs = [&](const QImage& other, const QString& name) {
        const QRectF place = user.places().at(name);
        const QPoint from = canvas.viewport().toScreen(place.topLeft()).toPoint();
        const QPoint to = canvas.viewport().toScreen(place.bottomRight()).toPoint();
        return picture().copy(QRect(from, to)) != other.copy(QRect(from, to));
    };
    // A neighbour two lines away is dimmed first, and lit once the circle is wider.
    user.press(Qt::Key_F);
    const QImage near = picture();
    QVERIFY(near != before);
    user.press(Qt::Key_F);
    QVERIFY(picture() != near);
    QVERIFY(!differs(near, "view search/stock-badge"));
    // Meanwhile one may look around.
    user.press(Qt::Key_1);
    user.drag(canvas.rect().center(), {-60, 20}, Qt::MiddleButton);
    user.point({3, 3});
    QVERIFY(canvas.viewport() != look);
    user.press(Qt::Key_Escape);
    QCOMPARE(canvas.viewport(), look);
    QCOMPARE(user.selected(), QString("view search/stock-badge"));
    QVERIFY(picture() == before);
}

void Focus::aFactLightsWhatItReaches() {
    User user;
    user.open(retail);
    auto& canvas = user.canvas();
    user.click("fact erp/stock-on-hand");
    QTRY_VERIFY_WITH_TIMEOUT(canvas.contours() != nullptr, 20'000);
    const auto& reached = canvas.contours()->reached;
    for (const char* view : {"search/stock-badge", "stores/shelf-display", "availability/stock-position"}) {
        const auto found = reached.find({ElementKind::View, view});
        QVERIFY2(found != reached.end() && !found->second.text.empty(), view);
    }
    QCOMPARE(reached.at({ElementKind::View, "search/stock-badge"}).text, std::string("3.3 s"));
    QVERIFY(!reached.contains({ElementKind::View, "orders/order-status"}));
}

QTEST_MAIN(Focus)
#include "tst_09_focus.moc"
