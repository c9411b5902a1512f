// SPDX-License-Identifier: Apache-2.0
#include "canvas/minimap.h"
#include "picture/lines.h"
#include "picture/prepared.h"

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The nearer one comes, the more is told; a problem is seen from everywhere.
class SemanticZoom : public QObject {
    Q_OBJECT
private slots:
    void tellsMoreAndMore();
    void problemsAtEveryLevel();
    void theMinimapShowsTheRest();
};

namespace {

struct Reader : User {
    Reader() { open(retail); }
    void look(const QRectF& at, double scale) {
        canvas().lookAt({at.center(), scale});
        point({3, 3});
    }
    void lookAt(const QString& name, double scale) { look(places().at(name), scale); }
    /// Pixels of nearly that colour in a part of the diagram.
    int shows(const QRectF& part, const QColor& colour) {
        const auto& viewport = canvas().viewport();
        const QRect area =
            QRectF(viewport.toScreen(part.topLeft()), viewport.toScreen(part.bottomRight())).toAlignedRect();
        const QImage image = canvas().grab().toImage().copy(area & canvas().rect());
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y) {
                const QColor is = image.pixelColor(x, y);
                const int off = std::abs(is.red() - colour.red()) + std::abs(is.green() - colour.green()) +
                                std::abs(is.blue() - colour.blue());
                if (off < 90) ++count;
            }
        return count;
    }
};

} // namespace

void SemanticZoom::tellsMoreAndMore() {
    Reader user;
    auto& canvas = user.canvas();
    const auto& theme = canvas.theme();
    // From afar: names of contexts, lines between them with their count.
    user.lookAt("context orders", 0.2);
    QVERIFY(user.shows(user.places().at("context orders"), theme.text) > 8);
    const auto bundles = picture::bundle(canvas.diagram());
    QVERIFY(std::ranges::any_of(bundles, [](const auto& each) { return each.count > 1; }));
    QVERIFY(bundles.size() < canvas.diagram().edges.size());
    // Then kinds and names, on lines nothing yet; then the lag.
    const auto& edges = canvas.diagram().edges;
    const auto edge = std::ranges::find_if(
        edges, [](const auto& each) { return each.labelRect && !each.clash && !each.badge; });
    QVERIFY(edge != edges.end());
    const QRectF label = picture::toQt(*edge->labelRect);
    const QColor ink = picture::lineStyle(edge->kind, false, theme).labelColour;
    user.look(label, 0.5);
    const int without = user.shows(label, ink);
    user.look(label, 1);
    QVERIFY2(user.shows(label, ink) > without + 8, qPrintable(QString::number(user.shows(label, ink))));
    // Nearest: owner, version and fields, in the margins that the name leaves.
    const QString event = "event orders/OrderCompleted";
    const QRectF place = user.places().at(event);
    const QRectF above(place.topLeft() + QPointF(30, 2), QSizeF(80, 7));
    const QRectF below(place.left() + 30, place.bottom() - 9, 100, 7);
    user.lookAt(event, 1.4);
    QCOMPARE(user.shows(above, theme.quietText), 0);
    QCOMPARE(user.shows(below, theme.quietText), 0);
    user.lookAt(event, 2);
    QVERIFY(user.shows(above, theme.quietText) > 20);
    QVERIFY(user.shows(below, theme.quietText) > 20);
}

void SemanticZoom::problemsAtEveryLevel() {
    Reader user;
    const auto& nodes = user.canvas().diagram().nodes;
    const auto bad = std::ranges::find_if(nodes, [](const auto& node) {
        return !node.badges.empty() && node.badges.front().kind == diagram::Badge::Kind::Error;
    });
    QVERIFY(bad != nodes.end());
    const QString name = User::nameOf(bad->key);
    const QString home = "context " + QString::fromStdString(bad->key.name).section('/', 0, 0);
    const QColor colour = user.canvas().theme().badge(diagram::Badge::Kind::Error).text;
    for (const double scale : {0.1, 0.2, 0.4, 1.0, 2.0}) {
        const bool afar = scale < 0.25;
        user.lookAt(afar ? home : name, scale);
        const QRectF place = user.places().at(afar ? home : name);
        const double reach = std::max(12.0, 10 / scale);
        const QRectF corner(place.right() - 5 * reach, place.top() - reach, 6 * reach, 2 * reach);
        QVERIFY2(user.shows(corner, colour) >= 4, qPrintable(QString::number(scale)));
    }
}

void SemanticZoom::theMinimapShowsTheRest() {
    Reader user;
    auto* map = user.canvas().findChild<canvas::Minimap*>();
    QVERIFY(!map->isVisible());
    user.lookAt("event orders/OrderCompleted", 2);
    QVERIFY(map->isVisible());
    const auto before = user.canvas().viewport();
    user.click(*map);
    QVERIFY(user.canvas().viewport() != before);
    QCOMPARE(user.canvas().viewport().scale, before.scale);
}

QTEST_MAIN(SemanticZoom)
#include "tst_10_semantic_zoom.moc"
