// SPDX-License-Identifier: Apache-2.0
#include "app/picture/paper.h"
#include "canvas/minimap.h"
#include "canvas/near.h"
#include "picture/prepared.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The nearer one comes, the more is told; a problem is seen from everywhere.
class SemanticZoom : public QObject {
    Q_OBJECT
private slots:
    void fromAfarContextsAndCounts();
    void thenKindNameAndState();
    void thenTheLag();
    void nearestOwnerVersionAndFields();
    void problemsAtEveryLevel();
    void theMinimapShowsTheRest();
    void theMinimapHidesNothingChosen();
};

namespace {

struct Reader : User {
    Reader() { open(retail); }
    void look(const QRectF& at, double scale) {
        canvas().lookAt({at.center(), scale});
        point({3, 3});
    }
    void lookAt(const QString& name, double scale) { look(places().at(name), scale); }
    QRectF onScreen(const diagram::Rect& rect) { return canvas().viewport().toScreen(picture::toQt(rect)); }
    /// In the window, and not below the minimap.
    bool isSeen(const QRectF& part) {
        const auto* map = canvas().findChild<canvas::Minimap*>();
        return QRectF(canvas().rect()).contains(part) &&
               !(map->isVisible() && QRectF(map->geometry()).intersects(part));
    }
    /// What can be read of the picture in the window: words that belong there and whose ink is there.
    std::vector<Word> words() {
        const auto& viewport = canvas().viewport();
        Paper paper;
        QPainter painter(&paper);
        painter.translate(viewport.offset);
        painter.scale(viewport.scale, viewport.scale);
        const picture::PaintOptions options{.scale = viewport.scale};
        picture::paintDiagram(painter, canvas().diagram(), canvas().theme(), options);
        if (viewport.scale >= canvas::nearAbove)
            canvas::paintNear(painter, canvas().diagram(), Lookup(model()), canvas().theme(), options);
        painter.end();
        const QImage image = canvas().grab().toImage();
        std::vector<Word> all;
        std::ranges::copy_if(paper.words(), std::back_inserter(all), [&](const Word& word) {
            return isSeen(word.place) && hasInk(image.copy(word.place.toAlignedRect()));
        });
        return all;
    }
    static bool hasInk(const QImage& image) {
        int darkest = 255, lightest = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y) {
                const int grey = qGray(image.pixel(x, y));
                darkest = std::min(darkest, grey);
                lightest = std::max(lightest, grey);
            }
        return lightest - darkest > 60;
    }
    /// Pixels of nearly that colour in a part of the diagram.
    int shows(const QRectF& part, const QColor& colour) {
        const QRect area = canvas().viewport().toScreen(part).toAlignedRect();
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
    /// Lags that stand on lines in the window: how many of them can be read, and how many there are.
    std::pair<int, int> lags() {
        const auto written = words();
        int read = 0, all = 0;
        for (const auto& edge : canvas().diagram().edges) {
            if (!edge.labelRect || edge.label.empty() || !isSeen(onScreen(*edge.labelRect))) continue;
            ++all;
            read += std::ranges::any_of(written, [&](const Word& word) {
                return word.text == QString::fromStdString(edge.label) &&
                       onScreen(*edge.labelRect).contains(word.place.center());
            });
        }
        return {read, all};
    }
};

bool isNumber(const Word& word) {
    bool is = false;
    return word.text.toInt(&is), is;
}

/// The whole of a text or a part of it before an ellipsis.
bool says(const Word& word, const std::string& text) {
    QString begin = word.text;
    begin.remove(QChar(0x2026)).remove("...");
    return begin.size() > 2 && QString::fromStdString(text).startsWith(begin);
}

/// How far a point is from the line between two others.
double away(const QPointF& point, const QLineF& line) {
    QLineF normal = line.normalVector();
    normal.translate(point - normal.p1());
    QPointF foot;
    return line.intersects(normal, &foot) == QLineF::BoundedIntersection || !foot.isNull()
               ? QLineF(point, foot).length()
               : HUGE_VAL;
}

} // namespace

/// Below 25 % contexts with readable names, and bundled lines with counts.
void SemanticZoom::fromAfarContextsAndCounts() {
    Reader user;
    const auto& canvas = user.canvas();
    const auto& contexts = canvas.diagram().contexts;
    const auto bundles = picture::bundle(canvas.diagram());
    QVERIFY(bundles.size() < canvas.diagram().edges.size());
    for (const double scale : {0.2, 0.249}) {
        user.look(canvas.extent(), scale);
        const auto words = user.words();
        for (const auto& context : contexts) {
            const QRectF box = user.onScreen(context.rect);
            QVERIFY2(std::ranges::any_of(words,
                                         [&](const Word& word) {
                                             return says(word, context.title) && word.size >= 10.9 &&
                                                    box.contains(word.place.center());
                                         }),
                     context.title.c_str());
        }
        int counts = 0;
        for (const Word& word : words) {
            // Nothing else is written there, and a number is that of problems or that of the lines it stands
            // on.
            const auto titles = [&](const auto& context) { return says(word, context.title); };
            QVERIFY2(isNumber(word) || std::ranges::any_of(contexts, titles), qPrintable(word.text));
            const QPointF at = word.place.center();
            const auto near = [&](const auto& context) {
                return user.onScreen(context.rect).adjusted(-8, -10, 8, 10).contains(at);
            };
            if (!isNumber(word) || std::ranges::any_of(contexts, near)) continue;
            ++counts;
            QVERIFY2(std::ranges::any_of(bundles,
                                         [&](const picture::Bundle& each) {
                                             const QLineF line(
                                                 user.onScreen(contexts[each.from].rect).center(),
                                                 user.onScreen(contexts[each.to].rect).center());
                                             return each.count == word.text.toUInt() && away(at, line) < 24;
                                         }),
                     qPrintable(word.text));
        }
        QVERIFY2(counts >= 2, qPrintable(QString::number(counts)));
    }
}

/// 25-60 %: kind, name and state of each, and nothing on the lines yet.
void SemanticZoom::thenKindNameAndState() {
    Reader user;
    for (const double scale : {0.251, 0.4, 0.599}) {
        user.lookAt("context orders", scale);
        const auto words = user.words();
        int states = 0;
        for (const auto& node : user.canvas().diagram().nodes) {
            const QRectF rect = user.onScreen(node.rect);
            if (!user.isSeen(rect.adjusted(-8, -8, 8, 8))) continue;
            QVERIFY2(std::ranges::any_of(words,
                                         [&](const Word& word) {
                                             return word.size >= 5.9 && word.text.size() > 2 &&
                                                    rect.adjusted(-1, -2, 1, 2).contains(word.place);
                                         }),
                     node.key.name.c_str());
            if (!node.declared) continue;
            const auto& theme = user.canvas().theme();
            QVERIFY2(user.shows(picture::toQt(node.rect), theme.kind(node.key.kind).outline) > 4,
                     node.key.name.c_str());
            for (const diagram::Badge& badge : node.badges) {
                using enum diagram::Badge::Kind;
                if (badge.kind != Kept && badge.kind != AtRisk && badge.kind != Broken) continue;
                ++states;
                const QRectF corner(node.rect.right() - 60, node.rect.bottom() - 16, 70, 32);
                QVERIFY2(user.shows(corner, theme.badge(badge.kind).text) >= 2, node.key.name.c_str());
            }
        }
        QVERIFY(states > 0);
        const auto [read, all] = user.lags();
        QVERIFY(all > 3);
        QCOMPARE(read, 0);
    }
}

/// 60-150 %: the lag on the lines as well.
void SemanticZoom::thenTheLag() {
    Reader user;
    for (const double scale : {0.601, 1.0, 1.49}) {
        user.lookAt("context orders", scale);
        const auto [read, all] = user.lags();
        QVERIFY(all > 0);
        QCOMPARE(read, all);
    }
}

/// Above: owner, version and fields, in the margins that the name leaves.
void SemanticZoom::nearestOwnerVersionAndFields() {
    Reader user;
    const QString event = "event orders/OrderCompleted";
    const QRectF place = user.places().at(event);
    const auto& theme = user.canvas().theme();
    const QRectF above(place.topLeft() + QPointF(30, 2), QSizeF(80, 7));
    const QRectF below(place.left() + 30, place.bottom() - 9, 100, 7);
    user.lookAt(event, 1.49);
    QCOMPARE(user.shows(above, theme.quietText), 0);
    QCOMPARE(user.shows(below, theme.quietText), 0);
    user.lookAt(event, 1.51);
    QVERIFY(user.shows(above, theme.quietText) > 10);
    QVERIFY(user.shows(below, theme.quietText) > 10);
    user.lookAt(event, 2.5); // with room for all of it
    const auto written = [&](const QRectF& part) {
        for (const Word& word : user.words())
            if (user.canvas().viewport().toScreen(part.adjusted(-4, -2, 80, 2)).contains(word.place.center()))
                return word.text;
        return QString();
    };
    QVERIFY2(written(above).startsWith("order-squad") && written(above).contains("v1"),
             qPrintable(written(above)));
    QVERIFY2(written(below).startsWith("orderId, lines"), qPrintable(written(below)));
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

/// Whatever is chosen, wherever it stands in the view: the map makes way. Before a room there is none.
void SemanticZoom::theMinimapHidesNothingChosen() {
    Reader user;
    user.window->resize(1280, 720);
    QTest::qWait(100); // the canvas follows
    auto* map = user.canvas().findChild<canvas::Minimap*>();
    const QRect view = user.canvas().rect().adjusted(130, 60, -130, -60); // whole there, and below the map
    for (const QPoint& corner : {view.bottomRight(), view.bottomLeft(), view.topLeft(), view.topRight()}) {
        for (const auto* name : {"event orders/OrderCompleted", "view stores/shelf-label"}) {
            user.window->selection().clear();
            const auto middle = QPointF(user.canvas().rect().center() - corner);
            user.canvas().lookAt({user.places().at(name).center() + middle, 1});
            user.window->selection().select(user.id(name));
            QCOMPARE(user.selected(), QString(name));
            QVERIFY(map->isVisible());
            const QRectF place = user.canvas().viewport().toScreen(user.places().at(name));
            QVERIFY2((place.center() - corner).manhattanLength() < 3, name); // it stays where it is
            QVERIFY2(!place.intersects(map->geometry()), name);
        }
    }
    user.press(Qt::Key_F5);
    QVERIFY(!map->isVisible());
    user.press(Qt::Key_F5);
    QVERIFY(map->isVisible());
}

QTEST_MAIN(SemanticZoom)
#include "tst_10_semantic_zoom.moc"
