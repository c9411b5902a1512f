// SPDX-License-Identifier: Apache-2.0
#include <QListWidget>
#include <QScrollArea>
#include <QTreeView>

#include "shell/choice_delegate.h"
#include "shell/chooser.h"
#include "user.h"
#include "viewmodels/used_in_model.h"

using namespace factline;
using namespace factline::testing;

/// Anything is found by typing a little of it, and the way back is one key.
class Find : public QObject {
    Q_OBJECT
private slots:
    void jumpsToAnyElement();
    void runsAnyAction();
    void usedInLeadsBothWays();
    void goesBackToWhatWasSeen();
};

namespace {

QListWidget& offers(User& user) {
    return *user.window->findChild<shell::Chooser*>()->findChild<QListWidget*>();
}

} // namespace

void Find::jumpsToAnyElement() {
    User user;
    user.open(retail);
    const Lookup lookup(user.model());
    std::map<ElementKind, int> kinds;
    const auto bareName = [](const Located& located) {
        const std::string& name = located.key.name;
        return name.substr(name.find('/') + 1);
    };
    std::map<std::string, int> names;
    for (const Located& located : lookup.all())
        ++names[bareName(located)];
    for (const Located& located : lookup.all()) {
        if (located.key.kind == ElementKind::Subscription || names[bareName(located)] > 1) continue;
        if (++kinds[located.key.kind] > 2) continue; // two of each kind
        user.press(Qt::Key_Escape);
        user.press(Qt::Key_P, Qt::ControlModifier);
        user.find(QString::fromStdString(bareName(located)));
        QCOMPARE(user.selected(), User::nameOf(located.key));
    }
    QVERIFY(kinds.size() >= 8);
}

void Find::runsAnyAction() {
    User user;
    user.open(retail);
    user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(offers(user).isVisible());
    QStringList said;
    for (int row = 0; row < offers(user).count(); ++row)
        said += offers(user).item(row)->data(Qt::AccessibleTextRole).toString() + ' ' +
                offers(user).item(row)->text();
    // Every action of the menus is on it, and each panel, with its keys.
    std::vector<const QListWidgetItem*> withKeys;
    for (const auto& [line, action] : user.window->actions().all()) {
        if (!action->isEnabled() || action->text().isEmpty()) continue;
        const QString text = QString(action->text()).remove('&');
        const auto found =
            std::ranges::find_if(said, [&](const QString& each) { return each.contains(text); });
        QVERIFY2(found != said.end(), qPrintable(text));
        const auto& item = *offers(user).item(static_cast<int>(found - said.begin()));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (keys.isEmpty()) continue;
        QVERIFY2(item.data(shell::ChoiceDelegate::Keys).toString() == keys, qPrintable(text + " " + keys));
        withKeys.push_back(&item);
    }
    // And they are seen, at the right of the line.
    QVERIFY(withKeys.size() > 30);
    auto& list = offers(user);
    for (const auto* item : withKeys) {
        list.scrollToItem(item);
        const QRect line = list.visualItemRect(item).adjusted(list.viewport()->width() * 2 / 3, 2, -4, -2);
        const QImage image = list.viewport()->grab(line).toImage();
        std::set<QRgb> colours;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 4, qPrintable(item->text()));
    }
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().theme().name == "light");
    user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    user.find("dark theme");
    QTRY_VERIFY(user.canvas().theme().name == "dark");
    user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    user.find("zoom to 100");
    QTRY_COMPARE(user.canvas().viewport().scale, 1.0);
}

void Find::usedInLeadsBothWays() {
    User user;
    user.open(retail);
    const QString event("event orders/OrderCompleted");
    user.click(event);
    auto* inspector = user.window->docks().panel("inspector");
    QTreeView* uses = nullptr;
    for (auto* tree : inspector->findChildren<QTreeView*>())
        if (tree->accessibleName() == "Used in and uses") uses = tree;
    QVERIFY(uses != nullptr);
    QTRY_VERIFY(uses->isVisible() && uses->model()->rowCount() >= 2); // both ways
    const auto line = [&](const QString& name) {
        const auto hits = uses->model()->match(uses->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                               Qt::MatchContains | Qt::MatchRecursive);
        return hits.isEmpty() ? QModelIndex() : hits.front();
    };
    const auto click = [&](const QString& name) {
        QVERIFY2(line(name).isValid(), qPrintable(name));
        const QPoint place = uses->visualRect(line(name)).center();
        for (QWidget* around = uses->parentWidget(); around; around = around->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(around)) {
                const QPoint there = uses->viewport()->mapTo(area->widget(), place);
                area->ensureVisible(there.x(), there.y());
            }
        QTest::mouseClick(user.window->windowHandle(), Qt::LeftButton, {},
                          uses->viewport()->mapTo(user.window.data(), place));
    };
    click("completed-orders");
    QTRY_COMPARE(user.selected(), QString("view finance/completed-orders"));
    click("OrderCompleted");
    QTRY_COMPARE(user.selected(), event);
}

void Find::goesBackToWhatWasSeen() {
    User user;
    user.open(retail);
    user.canvas().setFocus();
    const auto go = [&](const char* name) {
        user.press(Qt::Key_P, Qt::ControlModifier);
        user.find(name);
    };
    go("stock-badge");
    user.press(Qt::Key_2); // close to it
    const QString first = user.selected();
    const auto seen = user.canvas().viewport();
    go("completed-orders");
    user.press(Qt::Key_0);
    const QString second = user.selected();
    const auto whole = user.canvas().viewport();
    QVERIFY(second != first && !(whole == seen));
    user.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(user.selected(), first);
    QCOMPARE(user.canvas().viewport(), seen);
    user.press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(user.selected(), second);
    QCOMPARE(user.canvas().viewport(), whole);
}

QTEST_MAIN(Find)
#include "tst_25_find.moc"
