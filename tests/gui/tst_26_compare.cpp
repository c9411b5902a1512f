// SPDX-License-Identifier: Apache-2.0
#include <QMenu>
#include <QTreeView>

#include "canvas/hit.h"
#include "picture/style_sheet.h"
#include "shell/compare_view.h"
#include "shell/compare_window.h"
#include "support/colour_vision.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What has become of a model since the workshop began, or since another file, is seen in one picture and
/// walked through in a list.
class Compare : public QObject {
    Q_OBJECT
private slots:
    void withTheStart();
    void withAnotherFile();
    void withAStepOfTheHistory();
    void orderAloneIsNoChange();
    void followsTheDocument();
    void noFileIsSaid();
    void whatIsChosenIsToldInEveryEye_data();
    void whatIsChosenIsToldInEveryEye();
};

namespace {

using Kind = diagram::Badge::Kind;

const std::string shop = R"(factline: 1
model: Shop
contexts:
  sales:
    facts:
      order: {means: What was asked for.}
      price: {means: What it costs.}
    events:
      OrderPlaced: {announces: [order], rate: 5/s}
      PriceSet: {announces: [price]}
  billing:
    views:
      open-orders:
        shows: [sales/order]
        fedBy:
          sales/OrderPlaced: {lag: {fixed: 2s}}
          sales/PriceSet: {lag: {fixed: 2s}}
)";

struct Comparer : User {
    Comparer() {
        write(place.file("shop.factline.yaml"), shop);
        open(place.file("shop.factline.yaml"));
    }
    shell::CompareWindow* compared() {
        auto* found = window->findChild<shell::CompareWindow*>();
        if (!found || !QTest::qWaitForWindowActive(found)) return nullptr;
        return QTest::qWaitFor([&] { return !found->isBusy() && found->shown(); }, 20'000) ? found : nullptr;
    }
    static QTreeView& list(shell::CompareWindow& shown) { return *shown.findChild<QTreeView*>(); }
    /// Every line: the word, the name and the note, fields below.
    static QStringList lines(shell::CompareWindow& shown) {
        QStringList all;
        const auto& model = *list(shown).model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex line = model.index(row, 0);
            all += line.data(Qt::AccessibleTextRole).toString();
            for (int field = 0; field < model.rowCount(line); ++field)
                all += QStringLiteral("  ") +
                       model.index(field, 0, line).data(Qt::AccessibleTextRole).toString();
        }
        return all;
    }
    static const diagram::NodeShape* node(shell::CompareWindow& shown, const QString& name) {
        const auto& nodes = shown.view().diagram().nodes;
        const auto found =
            std::ranges::find_if(nodes, [&](const auto& each) { return nameOf(each.key) == name; });
        return found == nodes.end() ? nullptr : &*found;
    }
    static std::optional<Kind> badge(shell::CompareWindow& shown, const QString& name) {
        const auto* found = node(shown, name);
        if (!found || found->badges.empty()) return std::nullopt;
        return found->badges.front().kind;
    }
    /// Whether the picture on the screen has that colour on the ring around a shape.
    static bool isRinged(shell::CompareWindow& shown, const QString& name, const QColor& colour) {
        const auto* found = node(shown, name);
        if (!found) return false;
        const QImage image = shown.view().grab().toImage();
        const QRectF rect = picture::toQt(found->rect);
        const auto screen = [&](const QPointF& point) {
            return (shown.view().viewport().toScreen(point) * image.devicePixelRatio()).toPoint();
        };
        // Along the left side, where no badge is.
        const QPoint top = screen(rect.topLeft() + QPointF(0, 12));
        const QPoint bottom = screen(rect.bottomLeft() - QPointF(0, 12));
        for (int y = top.y(); y <= bottom.y(); ++y)
            for (int x = top.x() - 9; x <= top.x() + 2; ++x)
                if (image.rect().contains(x, y)) {
                    const QColor drawn = image.pixelColor(x, y);
                    if (std::abs(drawn.red() - colour.red()) + std::abs(drawn.green() - colour.green()) +
                            std::abs(drawn.blue() - colour.blue()) <
                        24)
                        return true;
                }
        return false;
    }
    /// How many rings somebody who sees like that crosses on the way to the left side of a shape.
    static int ringsSeen(shell::CompareWindow& shown, const diagram::NodeShape& node,
                         const colour_vision::Vision& vision) {
        const QImage image = shown.view().grab().toImage();
        const QPoint side = shown.view()
                                .viewport()
                                .toScreen(picture::toQt(node.rect).bottomLeft() - QPointF(0, 14))
                                .toPoint();
        const auto seen = [&](int x) { return colour_vision::seen(image.pixelColor(x, side.y()), vision); };
        const double width = std::max(2.0, 2 * shown.view().viewport().scale); // of a ring
        const int from = side.x() - static_cast<int>(6 * width);
        const auto ground = seen(from);
        int rings = 0;
        for (int x = from, before = false; x < side.x() - static_cast<int>(width / 2); ++x) {
            const bool differs = colour_vision::difference(seen(x), ground) > 10;
            rings += differs && !before;
            before = differs;
        }
        return rings;
    }
    /// How many pixels of the ring's colour stand side by side inside the badge of a shape: more than a
    /// stroke of its letters is the ring.
    static int longestRunInBadge(shell::CompareWindow& shown, const QString& name) {
        const auto* found = node(shown, name);
        if (!found || found->badges.empty()) return -1;
        const auto colours = shown.view().theme().badge(found->badges.front().kind);
        const QImage image = shown.view().grab().toImage();
        const auto& viewport = shown.view().viewport();
        const QRectF rect = picture::toQt(found->rect);
        const QRect around = QRect(viewport.toScreen(rect.topLeft()).toPoint() - QPoint(0, 16),
                                   viewport.toScreen(rect.topRight()).toPoint() + QPoint(0, 16)) &
                             image.rect();
        QRect inside;
        for (int y = around.top(); y <= around.bottom(); ++y)
            for (int x = around.left(); x <= around.right(); ++x)
                if (image.pixelColor(x, y) == colours.fill) inside |= QRect(x, y, 1, 1);
        int longest = inside.isEmpty() ? -1 : 0;
        for (int y = inside.top() + 2; y <= inside.bottom() - 2; ++y)
            for (int x = inside.left(), run = 0; x <= inside.right(); ++x) {
                run = image.pixelColor(x, y) == colours.text ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        return longest;
    }
    /// Whether that colour is anywhere on a shape as it is on the screen, not faded.
    static bool shows(shell::CompareWindow& shown, const QString& name, const QColor& colour) {
        const auto* found = node(shown, name);
        if (!found) return false;
        const QImage image = shown.view().grab().toImage();
        const auto& viewport = shown.view().viewport();
        const QRectF rect = picture::toQt(found->rect);
        const QRectF place(viewport.toScreen(rect.topLeft()) * image.devicePixelRatio(),
                           viewport.toScreen(rect.bottomRight()) * image.devicePixelRatio());
        const QRect pixels = place.toAlignedRect() & image.rect();
        for (int y = pixels.top(); y <= pixels.bottom(); ++y)
            for (int x = pixels.left(); x <= pixels.right(); ++x)
                if (image.pixelColor(x, y) == colour) return true;
        return false;
    }
};

} // namespace

void Compare::withTheStart() {
    Comparer user;
    const auto before = user.places();
    // A workshop changes one thing of each sort.
    user.click("event sales/OrderPlaced");
    user.press(Qt::Key_F2);
    user.enter("OrderTaken");
    user.settle();
    user.click("event sales/PriceSet");
    user.press(Qt::Key_Delete);
    user.settle();
    user.click("fact sales/order");
    user.say(Qt::Key_E, "OrderCancelled");
    user.settle();
    user.click("fact sales/price");
    user.say(Qt::Key_M, "billing");
    user.settle();
    const auto places = user.places();

    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    QVERIFY(shown->windowTitle().contains("since it was opened"));
    const QStringList lines = user.lines(*shown);
    QVERIFY2(lines.contains("renamed OrderTaken, event in Sales"), qPrintable(lines.join('\n')));
    QVERIFY2(lines.contains("  name: OrderPlaced → OrderTaken"), qPrintable(lines.join('\n')));
    QVERIFY2(lines.contains("gone PriceSet, event in Sales"), qPrintable(lines.join('\n')));
    QVERIFY2(lines.contains("new OrderCancelled, event in Sales"), qPrintable(lines.join('\n')));
    QVERIFY2(lines.contains("moved price, fact in Billing"), qPrintable(lines.join('\n')));

    // One layout: that of the newer one, what is gone at its old place.
    for (const auto& node : shown->view().diagram().nodes) {
        const QString name = user.nameOf(node.key);
        if (name == "event sales/PriceSet")
            QCOMPARE(picture::toQt(node.rect).topLeft(), before.at(name).topLeft());
        else
            QCOMPARE(picture::toQt(node.rect), places.at(name));
    }
    // Each with its badge and its colour; what stayed has neither.
    QCOMPARE(user.badge(*shown, "event sales/OrderTaken"), Kind::Renamed);
    QCOMPARE(user.badge(*shown, "event sales/PriceSet"), Kind::Removed);
    QCOMPARE(user.badge(*shown, "event sales/OrderCancelled"), Kind::Added);
    QCOMPARE(user.badge(*shown, "fact billing/price"), Kind::Moved);
    QVERIFY(!user.badge(*shown, "fact sales/order"));
    const auto theme = shown->view().theme();
    shown->view().choose({}); // no other ring
    QVERIFY(user.isRinged(*shown, "event sales/OrderTaken", theme.named.text));
    QVERIFY(user.isRinged(*shown, "event sales/PriceSet", theme.broken.text));
    QVERIFY(user.isRinged(*shown, "event sales/OrderCancelled", theme.kept.text));
    QVERIFY(user.isRinged(*shown, "fact billing/price", theme.badge(Kind::Moved).text));
    QVERIFY(!user.isRinged(*shown, "fact sales/order", theme.kept.text));
    // The ring goes through no badge, also where that has grown to be read.
    for (const double scale : {1.0, 0.5}) {
        shown->view().zoomTo(scale);
        const int run = user.longestRunInBadge(*shown, "event sales/OrderTaken");
        QVERIFY2(run >= 0 && run < 6, qPrintable(QStringLiteral("%1 at %2").arg(run).arg(scale)));
    }
    shown->view().fit();
    // What stayed steps back behind what has changed, and what is chosen has the ring of the selection too.
    QVERIFY(user.shows(*shown, "fact billing/price", theme.fact.outline));
    QVERIFY(!user.shows(*shown, "fact sales/order", theme.fact.outline));
    QVERIFY(!user.isRinged(*shown, "event sales/OrderCancelled", theme.accent));
    shown->view().choose({user.node(*shown, "event sales/OrderCancelled")->key});
    QVERIFY(user.isRinged(*shown, "event sales/OrderCancelled", theme.accent));
    shown->view().choose({});
    if (const QString folder = qEnvironmentVariable("FACTLINE_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(100);
        shown->grab().save(
            QStringLiteral("%1/compare-%2.png").arg(folder, qEnvironmentVariable("FACTLINE_THEME")));
    }

    // F8 walks through them, round and round; a click on a shape goes to its line.
    QTreeView& list = user.list(*shown);
    QStringList way;
    const int count = list.model()->rowCount();
    for (int i = 0; i < count; ++i) {
        way += list.currentIndex().data().toString();
        user.press(Qt::Key_F8);
    }
    QCOMPARE(list.currentIndex().data().toString(), way.front());
    QCOMPARE(QSet<QString>(way.begin(), way.end()).size(), count);
    user.press(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(list.currentIndex().data().toString(), way.back());
    const QPoint place =
        shown->view()
            .viewport()
            .toScreen(picture::toQt(user.node(*shown, "event sales/OrderCancelled")->rect).center())
            .toPoint();
    QTest::mouseClick(shown->windowHandle(), Qt::LeftButton, {}, shown->view().mapTo(shown, place));
    QCOMPARE(list.currentIndex().data().toString(), QString("OrderCancelled"));
    // Enter shows it in the model.
    user.press(Qt::Key_Return);
    QVERIFY(QTest::qWaitForWindowActive(user.window));
    QCOMPARE(user.selected(), QString("event sales/OrderCancelled"));
    QCOMPARE(user.places(), places); // and nothing of the model's own picture has moved
}

void Compare::withAnotherFile() {
    Comparer user;
    std::string older = shop;
    older.replace(older.find("rate: 5/s"), 9, "rate: 1/s");
    write(user.place.file("older.factline.yaml"), older);
    user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    user.type("Compare with a file");
    QTimer timer;
    connect(&timer, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog || QGuiApplication::focusWindow() != dialog->windowHandle()) return;
        timer.stop();
        user.enter(QString::fromStdString(user.place.file("older.factline.yaml").string()));
    });
    timer.start(50);
    user.press(Qt::Key_Return);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    QVERIFY(shown->windowTitle().contains("older.factline.yaml"));
    QCOMPARE(user.lines(*shown), QStringList({"changed OrderPlaced, event in Sales", "  rate: 1/s → 5/s"}));
    QCOMPARE(user.badge(*shown, "event sales/OrderPlaced"), Kind::Changed);
    const auto theme = shown->view().theme();
    shown->view().choose({});
    QVERIFY(user.isRinged(*shown, "event sales/OrderPlaced", theme.badge(Kind::Changed).text));
    QVERIFY(!user.isRinged(*shown, "event sales/PriceSet", theme.badge(Kind::Changed).text));
    QVERIFY(!user.document().isDirty());
    user.press(Qt::Key_Escape);
    QTRY_VERIFY(!shown->isVisible());
}

void Compare::withAStepOfTheHistory() {
    Comparer user;
    user.click("fact sales/order");
    user.say(Qt::Key_E, "OrderCancelled");
    user.settle();
    user.say(Qt::Key_E, "OrderShipped");
    user.settle();
    user.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto* button = user.window->docks().panel("history")->findChild<QPushButton*>("compare");
    QVERIFY(button != nullptr && button->isEnabled());
    QTRY_VERIFY(button->isVisible());
    const QString now = user.text();
    QTimer::singleShot(0, [&] { // opened by the click, which waits for the menu
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (int i = 0; i < 3; ++i) // the start, the second step, the first
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    user.click(*button);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    QCOMPARE(user.lines(*shown), QStringList({"new OrderShipped, event in Sales"}));
    QCOMPARE(user.text(), now);
}

void Compare::orderAloneIsNoChange() {
    Comparer user;
    const std::string reordered = R"(# the same in another order
factline: 1
model: Shop
contexts:
  billing:
    views:
      open-orders:
        fedBy:
          sales/PriceSet:
            lag: {fixed: 2s}
          sales/OrderPlaced: {lag: {fixed: 2s}}
        shows: [sales/order]
  sales:
    events:
      PriceSet: {announces: [price]}
      OrderPlaced: {rate: 5/s, announces: [order]}
    facts:
      price: {means: What it costs.}
      order: {means: What was asked for.}
)";
    write(user.place.file("shop.factline.yaml"), reordered);
    QTRY_VERIFY(user.bar("changed shop on disk") != nullptr);
    user.settle();
    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    QVERIFY2(user.lines(*shown).isEmpty(), qPrintable(user.lines(*shown).join('\n')));
    QString said;
    for (const auto* label : shown->findChildren<QLabel*>())
        if (label->isVisible()) said += label->text() + '\n';
    QVERIFY2(said.contains("No semantic change"), qPrintable(said));
    for (const auto& node : shown->view().diagram().nodes)
        QVERIFY(node.badges.empty());
}

void Compare::followsTheDocument() {
    Comparer user;
    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    QVERIFY(user.lines(*shown).isEmpty());
    user.activate();
    user.canvas().setFocus();
    user.click("fact sales/order");
    user.say(Qt::Key_E, "OrderCancelled");
    QTRY_COMPARE(user.lines(*shown), QStringList({"new OrderCancelled, event in Sales"}));
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(user.lines(*shown).isEmpty());
}

void Compare::whatIsChosenIsToldInEveryEye_data() {
    QTest::addColumn<QString>("theme");
    for (const std::string& theme : picture::themeNames())
        QTest::newRow(theme.c_str()) << QString::fromStdString(theme);
}

/// The colours of what is new and of what is chosen come together in some eyes: a ring more does not.
void Compare::whatIsChosenIsToldInEveryEye() {
    QFETCH(QString, theme);
    Comparer user;
    user.click("fact sales/order");
    user.say(Qt::Key_E, "OrderCancelled");
    user.settle();
    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    shown->setTheme(picture::loadTheme(theme.toStdString()).value());
    const auto* node = user.node(*shown, "event sales/OrderCancelled");
    QVERIFY(node != nullptr);
    for (const double scale : {2.0, 1.0})
        for (const auto& vision : colour_vision::visions) {
            shown->view().lookAt({picture::toQt(node->rect).center(), scale});
            shown->view().choose({});
            QCOMPARE(user.ringsSeen(*shown, *node, vision), 1);
            shown->view().choose({node->key});
            QVERIFY2(user.ringsSeen(*shown, *node, vision) == 2, vision.name);
        }
}

void Compare::noFileIsSaid() {
    Comparer user;
    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* shown = user.compared();
    QVERIFY(shown != nullptr);
    shown->with(user.place.file("none.factline.yaml"), {});
    QTRY_VERIFY(!shown->isBusy());
    QString said;
    for (const auto* label : shown->findChildren<QLabel*>())
        if (label->isVisible()) said += label->text() + '\n';
    QVERIFY2(said.contains("none.factline.yaml"), qPrintable(said));
    QVERIFY2(!said.contains("Comparing"), qPrintable(said));
}

QTEST_MAIN(Compare)
#include "tst_26_compare.moc"
