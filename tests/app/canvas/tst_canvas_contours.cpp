// SPDX-License-Identifier: Apache-2.0
#include "easel.h"

using namespace factline;
using namespace factline::testing;

namespace {

// Every hop takes always the same.
const char* timed = R"(factline: 1
model: Shop
contexts:
  orders:
    publishing: {through: outbox, lag: {fixed: 1s}}
    facts:
      order: {means: What was asked for.}
    channels: {c: {lag: {fixed: 2s}}}
    events:
      OrderPlaced: {means: Somebody ordered., announces: [order], channel: c}
      OrderCancelled: {means: It was taken back., announces: [order], channel: c}
  finance:
    views:
      open-orders:
        shows: [orders/order]
        fedBy:
          orders/OrderPlaced: {lag: {fixed: 4s}}
    decisions:
      bill: {means: Whether to bill., reads: {open-orders: {tolerates: 1m}}, thinkTime: {fixed: 53s}}
  empty: {}
)";

const ElementKey view{ElementKind::View, "finance/open-orders"};

/// Selects the order by the mouse and waits for its times.
struct Followed : Easel {
    explicit Followed(const std::string& text = timed)
        : Easel(text) {
        click(on(ElementKind::Fact, "orders/order"));
        QTRY_VERIFY_WITH_TIMEOUT(canvas->contours() != nullptr, 10'000);
    }
    std::string timeAt(ElementKind kind, const std::string& name) const {
        if (!canvas->contours()) return "none";
        const auto found = canvas->contours()->reached.find({kind, name});
        return found == canvas->contours()->reached.end() ? "none" : found->second.text;
    }
    QWidget& key() const { return *canvas->findChild<QWidget*>(QStringLiteral("contour-key")); }
};

} // namespace

/// From the fact that is selected on, the canvas shows what its changes reach, and when.
class ContoursOnCanvas : public QObject {
    Q_OBJECT
private slots:
    void aFactShowsHowLongItsChangesTake() {
        Followed easel;
        QCOMPARE(easel.timeAt(ElementKind::Fact, "orders/order"), std::string("0 s"));
        QCOMPARE(easel.timeAt(ElementKind::Event, "orders/OrderPlaced"), std::string("1 s"));
        QCOMPARE(easel.timeAt(ElementKind::View, "finance/open-orders"), std::string("7 s"));
        QCOMPARE(easel.timeAt(ElementKind::Decision, "finance/bill"), std::string("1 min"));
        QVERIFY(easel.key().isVisible());
        QCOMPARE(easel.key().accessibleName(), QString("A change to order is there"));
        QVERIFY2(easel.key().accessibleDescription().contains("view finance/open-orders 7 s"),
                 qPrintable(easel.key().accessibleDescription()));
        // On the screen: the ground around the view is that of its band.
        const auto band = easel.canvas->contours()->reached.at(view).band.value();
        const QColor ground = easel.theme.delay(band, easel.canvas->contours()->bands.size());
        const QRectF place = easel.place(ElementKind::View, "finance/open-orders");
        const QPoint beside = easel.canvas->viewport().toScreen(place.topRight() + QPointF(4, 8)).toPoint();
        QCOMPARE(easel.canvas->grab().toImage().pixelColor(beside).name(), ground.name());
    }

    void itEndsWithTheSelection() {
        Followed easel;
        easel.Easel::key(Qt::Key_Escape);
        QVERIFY(easel.canvas->contours() == nullptr);
        QVERIFY(!easel.key().isVisible());
        easel.click(easel.onOrderPlaced());
        QTest::qWait(50);
        QVERIFY(easel.canvas->contours() == nullptr);
        easel.click(easel.on(ElementKind::Fact, "orders/order"));
        QTRY_COMPARE(easel.timeAt(ElementKind::View, "finance/open-orders"), std::string("7 s"));
        easel.click(easel.onOrderPlaced(), Qt::ControlModifier); // two: from which one on?
        QVERIFY(easel.canvas->contours() == nullptr);
    }

    void theNeighbourhoodComesBeforeIt() {
        Followed easel;
        easel.Easel::key(Qt::Key_F);
        QVERIFY(easel.canvas->contours() == nullptr);
        QVERIFY(!easel.key().isVisible());
        easel.Easel::key(Qt::Key_Escape);
        QVERIFY(easel.canvas->contours() != nullptr);
        QVERIFY(easel.key().isVisible());
    }

    void itFollowsTheModel() {
        Followed easel;
        const auto id = easel.id(ElementKind::Channel, "orders/c");
        const Lookup lookup(easel.model());
        Channel slower = *std::get<const Channel*>(lookup.find(id)->element);
        slower.lag = {Hop{.form = FixedLag{std::chrono::seconds(22)}}};
        QVERIFY(easel.document.apply(edit::ReplaceElement{slower}));
        QTRY_COMPARE_WITH_TIMEOUT(easel.timeAt(ElementKind::View, "finance/open-orders"), std::string("27 s"),
                                  10'000);
        easel.document.history().undo();
        QTRY_COMPARE_WITH_TIMEOUT(easel.timeAt(ElementKind::View, "finance/open-orders"), std::string("7 s"),
                                  10'000);
    }

    void aFactThatNobodyHearsOfHasNone() {
        Easel easel(R"(factline: 1
contexts:
  orders:
    facts: {order: {}}
)");
        easel.click(easel.on(ElementKind::Fact, "orders/order"));
        QTest::qWait(100);
        QVERIFY(easel.canvas->contours() == nullptr);
    }

    void theKeyHidesNothingThatIsLit() {
        Followed easel;
        for (const double scale : {0.6, 1.0, 1.4}) {
            easel.canvas->zoomTo(scale);
            const QRectF covered = easel.canvas->viewport().toDiagram(QRectF(easel.key().geometry()));
            QVERIFY(easel.canvas->rect().contains(easel.key().geometry()));
            for (const auto& [element, reached] : easel.canvas->contours()->reached)
                QVERIFY2(!easel.place(element.kind, element.name).intersects(covered), element.name.c_str());
            for (const auto& context : easel.canvas->diagram().contexts) {
                const QRectF title(context.rect.x, context.rect.y, context.rect.width, 36);
                QVERIFY2(!title.intersects(covered), context.title.c_str());
            }
        }
    }
};

QTEST_MAIN(ContoursOnCanvas)
#include "tst_canvas_contours.moc"
