// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

namespace {

/// A chain of contexts: each hop of the neighbourhood brings one more shape of it.
const std::string chain = sketch + R"(  shipping:
    policies:
      send:
        when: [orders/OrderPlaced]
        then: [ParcelSent]
    events:
      ParcelSent: {}
    views:
      parcels:
        fedBy: {ParcelSent: {}}
)";

} // namespace

/// F dims all but the neighbourhood, one hop wider each time; Esc brings the very view back that was there.
class Focus : public QObject {
    Q_OBJECT
private slots:
    void dimsAndComesBack_data();
    void dimsAndComesBack();
    void asksForASelection();
    void aFactLightsWhatItReaches();
    void oneMayLookAroundMeanwhile();
    void aFactLightsTheTimeToEachView();
    void theKeyOfTheTimesCoversNothing_data();
    void theKeyOfTheTimesCoversNothing();
};

void Focus::dimsAndComesBack_data() {
    QTest::addColumn<QString>("at");
    QTest::addColumn<QStringList>("once");  ///< lit after the first F
    QTest::addColumn<QStringList>("twice"); ///< what the second one adds
    QTest::newRow("event") << "event orders/OrderPlaced"
                           << QStringList(
                                  {"fact orders/order", "policy shipping/send", "view finance/open-orders"})
                           << QStringList({"event shipping/ParcelSent", "decision finance/bill"});
    QTest::newRow("fact") << "fact orders/order" << QStringList({"event orders/OrderPlaced"})
                          << QStringList({"policy shipping/send", "view finance/open-orders"});
    QTest::newRow("declared nowhere") << "event tax/RateSet" << QStringList({"view finance/open-orders"})
                                      << QStringList({"decision finance/bill", "event orders/OrderPlaced"});
}

void Focus::dimsAndComesBack() {
    QFETCH(QString, at);
    QFETCH(QStringList, once);
    QFETCH(QStringList, twice);
    Sketcher user(chain);
    auto& canvas = user.canvas();
    user.press(Qt::Key_Minus);
    canvas.scrollBy({31, -17});
    user.moveTo({2, 2});
    const QImage plain = canvas.grab().toImage();
    user.click(at);
    user.moveTo({2, 2});
    if (at.startsWith("fact")) QTRY_VERIFY_WITH_TIMEOUT(canvas.contours() != nullptr, 20'000);
    const auto viewport = canvas.viewport();
    const QString selected = user.selected();
    const QImage before = canvas.grab().toImage();

    // What is dimmed is paler than it is with nothing selected.
    const auto ink = [&](const QImage& image, const QString& name) {
        const QPoint centre = user.at(name);
        int darkest = 255;
        for (int x = -40; x <= 40; ++x)
            for (int y = -8; y <= 8; ++y)
                darkest = std::min(darkest, qGray(image.pixel(centre + QPoint(x, y))));
        return darkest;
    };
    const auto isLit = [&](const QString& name) {
        return ink(canvas.grab().toImage(), name) < ink(plain, name) + 20;
    };
    user.press(Qt::Key_F);
    QVERIFY(isLit(at));
    for (const QString& name : once)
        QVERIFY2(isLit(name), qPrintable(name));
    for (const QString& name : twice)
        QVERIFY2(!isLit(name), qPrintable(name));
    QVERIFY(!isLit("view shipping/parcels"));
    user.picture("focus");
    user.press(Qt::Key_F);
    for (const QString& name : once + twice)
        QVERIFY2(isLit(name), qPrintable(name));
    QVERIFY(!isLit("view shipping/parcels"));

    user.press(Qt::Key_Escape);
    QCOMPARE(canvas.viewport(), viewport);
    QCOMPARE(user.selected(), selected);
    QCOMPARE(canvas.grab().toImage(), before);
    QCOMPARE(user.steps(), 0);
    user.press(Qt::Key_F); // it begins with one hop again
    QVERIFY(!isLit(twice.front()));
}

void Focus::asksForASelection() {
    Sketcher user(chain);
    user.press(Qt::Key_F);
    QVERIFY2(user.toasted().contains("press F"), qPrintable(user.toasted()));
    user.press(Qt::Key_Escape);
    QCOMPARE(user.selected(), QString());
    QVERIFY(user.canvas().contours() == nullptr);
}

void Focus::aFactLightsWhatItReaches() {
    Sketcher user(chain);
    auto& canvas = user.canvas();
    user.click("fact orders/order");
    QTRY_VERIFY_WITH_TIMEOUT(canvas.contours() != nullptr, 20'000);
    const auto& reached = canvas.contours()->reached;
    const auto view = reached.find({ElementKind::View, "finance/open-orders"});
    QVERIFY(view != reached.end() && !view->second.text.empty());
    QVERIFY(!canvas.contours()->light.shapes.contains({ElementKind::Event, "tax/RateSet"}));
}

void Focus::oneMayLookAroundMeanwhile() {
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

void Focus::aFactLightsTheTimeToEachView() {
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

void Focus::theKeyOfTheTimesCoversNothing_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("projector") << QSize(1280, 720);
    QTest::newRow("desk") << QSize(1920, 1080);
}

/// Whatever fact it is about: a picture that is seen whole leaves room for it.
void Focus::theKeyOfTheTimesCoversNothing() {
    QFETCH(QSize, size);
    User user;
    user.window->resize(size);
    user.open(retail);
    auto& canvas = user.canvas();
    const auto* key = canvas.findChild<QWidget*>("contour-key");
    user.press(Qt::Key_0);
    int facts = 0;
    for (const auto& node : canvas.diagram().nodes) {
        if (node.key.kind != ElementKind::Fact || !node.id) continue;
        user.click(User::nameOf(node.key));
        (void)QTest::qWaitFor([&] { return canvas.contours() && canvas.contours()->fact == node.key; }, 300);
        if (!canvas.contours() || canvas.contours()->fact != node.key) continue; // nobody hears of it
        ++facts;
        QVERIFY(key->isVisible() && canvas.rect().contains(key->geometry()));
        const QRectF covered = canvas.viewport().toDiagram(QRectF(key->geometry()));
        for (const auto& [name, place] : user.places())
            QVERIFY2(!place.intersects(covered), qPrintable(User::nameOf(node.key) + ": " + name));
    }
    QVERIFY2(facts > 5, qPrintable(QString::number(facts)));
    user.picture(QStringLiteral("key-of-times-%1").arg(size.width()));
}

QTEST_MAIN(Focus)
#include "tst_09_focus.moc"
