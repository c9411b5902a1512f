// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCursor>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include "app/shell/place.h"
#include "canvas/canvas.h"
#include "domain/lookup.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "shell/docks.h"
#include "shell/notice_bar.h"
#include "shell/toast.h"
#include "shell/windows.h"
#include "watchdog.h"

namespace factline::testing {

/// Somebody at the program, with a keyboard and a mouse and a folder of their own. Keys go where the program
/// has put the keyboard, and the mouse hits what lies on top: both come in as from the desktop. Elements are
/// called as in "view search/stock-badge". A window that does not answer for too long fails the journey.
struct User {
    Place place;
    shell::Windows windows;
    QPointer<shell::MainWindow> window;
    Watchdog watchdog;
    /// Ms of processor time, as on a quiet machine, that the window may be away in one go; for models of a
    /// workshop's size. Nothing is to keep it for more than 100, event by event
    /// (tests/benchmarks/bench_window); a turn has in it all events that come together, and how busy the
    /// machine is can be told but roughly.
    double patience = 400;

    /// The program has just been started; with another layout program than its own, if need be.
    explicit User(picture::LayoutProcess layout = realWorker())
        : place{std::move(layout)}
        , windows(place.setup) {
        QApplication::setQuitOnLastWindowClosed(false);
        QTest::failOnWarning(QRegularExpression(QStringLiteral("Negative sizes|QPainter::|QLayout: ")));
        // The chooser of files remembers folders: not among the settings of who runs the test.
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, place.folder.path());
        const bool dark = qEnvironmentVariable("FACTLINE_THEME") == QLatin1String("dark");
        place.setup.settings->setTheme(dark ? shell::ThemeChoice::Dark : shell::ThemeChoice::Light);
        start();
    }
    ~User() {
        const Watchdog::Turn away = watchdog.longest();
        QVERIFY2(
            away.took < patience,
            qPrintable(
                QStringLiteral("the window was away for %1 ms, from %2 on").arg(away.took).arg(away.began)));
    }
    User(const User&) = delete;
    User& operator=(const User&) = delete;
    /// How long that may take is another question (tests/benchmarks/run).
    void start() {
        watchdog.pause(true);
        window = &windows.add();
        window->resize(1440, 900);
        window->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(window));
        watchdog.pause(false);
    }

    // -- keyboard
    /// The window that has the keyboard. (The tests' platform would name a list that has closed meanwhile.)
    static QWindow* keyboard() {
        const QWidget* focus = QApplication::focusWidget();
        return focus ? focus->window()->windowHandle() : QGuiApplication::focusWindow();
    }
    static inline int keys = 0; ///< pressed so far
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        ++keys;
        QWindow* to = keyboard();
        QVERIFY(to != nullptr);
        QTest::keyClick(to, key, modifiers);
        Watchdog::answered();
    }
    static void type(const QString& text) {
        for (const QChar letter : text) {
            ++keys;
            QWindow* to = keyboard();
            QVERIFY2(to != nullptr, qPrintable(text));
            QTest::sendKeyEvent(QTest::Click, to, QTest::asciiToKey(letter.toLatin1()), QString(letter),
                                Qt::NoModifier);
            Watchdog::answered();
        }
    }
    /// Types a text and takes it with Enter.
    static void enter(const QString& text) {
        type(text);
        press(Qt::Key_Return);
    }
    /// A command of the canvas that asks for a text.
    void say(Qt::Key key, const QString& text) {
        QTRY_VERIFY2(canvas().hasFocus(), qPrintable(text));
        press(key);
        QTRY_VERIFY2(!canvas().hasFocus(), qPrintable(text));
        enter(text);
    }
    /// Into the field that is open over the window: jump, palette.
    void find(const QString& text) {
        QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
        enter(text);
    }
    /// Jumps to an element, by its name alone.
    void jump(const QString& name) {
        press(Qt::Key_P, Qt::ControlModifier);
        find(name.section(QLatin1Char(' '), 1).section(QLatin1Char('/'), -1));
        QTRY_COMPARE(selected(), name);
        QTRY_VERIFY(canvas().hasFocus());
    }
    /// Answers the file chooser that these keys bring.
    void choose(const std::filesystem::path& file, Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog || QGuiApplication::focusWindow() != dialog->windowHandle()) return;
            timer.stop();
            enter(QString::fromStdString(file.string()));
        });
        timer.start(50);
        press(key, modifiers);
        activate();
        QTRY_VERIFY_WITH_TIMEOUT(!document().isSaving(), 20'000);
        awaitExports();
    }
    /// What leaves the window is made beside it.
    void awaitExports() { QTRY_VERIFY_WITH_TIMEOUT(!window->exporting().isBusy(), 60'000); }
    /// The picture, for other programs.
    void copy() {
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(window->exporting().isBusy());
        awaitExports();
        QCOMPARE(toasted(), shell::MainWindow::tr("Copied as SVG, PNG and text"));
    }
    /// The keys for it, and the time that the drive takes.
    void save() {
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!document().isSaving(), 20'000);
    }
    /// Brings the user's window to the front: the tests' platform has nobody who does so when another closes.
    void activate() const {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    void open(const std::filesystem::path& file) {
        choose(file, Qt::Key_O, Qt::ControlModifier);
        settle();
        QVERIFY2(window->noticed().isEmpty(), qPrintable(window->noticed()));
    }

    // -- mouse
    /// The middle of a node, the strip with the title of a context; null: not drawn.
    QPoint at(const QString& name) {
        const auto& nodes = canvas().diagram().nodes;
        const auto isIt = [&](const auto& each) { return nameOf(each.key) == name; };
        if (const auto node = std::ranges::find_if(nodes, isIt); node != nodes.end())
            return canvas().viewport().toScreen(picture::toQt(node->rect).center()).toPoint();
        const auto& contexts = canvas().diagram().contexts;
        const auto context = std::ranges::find_if(contexts, isIt);
        if (context == contexts.end()) return {};
        const QRectF rect = picture::toQt(context->rect);
        return canvas().viewport().toScreen(QPointF(rect.center().x(), rect.top() + 20)).toPoint();
    }
    /// Where the whole canvas shows nothing but ground, as near to its middle as there is.
    QPoint blank() {
        const QRect all = canvas().rect().adjusted(40, 40, -40, -40);
        QPoint best;
        for (int x = all.left(); x < all.right(); x += 16)
            for (int y = all.top(); y < all.bottom(); y += 16) {
                const QPointF here = canvas().viewport().toDiagram(QPointF(x, y));
                const double room = 60 / canvas().viewport().scale;
                const QRectF around(here - QPointF(room, room), QSizeF(2 * room, 2 * room));
                const auto stands = [&](const auto& shape) {
                    return picture::toQt(shape.rect).intersects(around);
                };
                const auto away = [&](const QPoint& p) { return (p - all.center()).manhattanLength(); };
                if (std::ranges::any_of(canvas().diagram().contexts, stands)) continue;
                if (best.isNull() || away({x, y}) < away(best)) best = {x, y};
            }
        return best;
    }
    void doubleClick(const QPoint& onCanvas) {
        QTest::mouseDClick(window->windowHandle(), Qt::LeftButton, {}, inWindow(onCanvas));
        Watchdog::answered();
    }
    /// The pointer rests there, with no button.
    void point(const QPoint& onCanvas) {
        QCursor::setPos(canvas().mapToGlobal(onCanvas));
        QTest::mouseMove(window->windowHandle(), inWindow(onCanvas));
        QTest::qWait(0);
    }
    /// From a point of the canvas to the window's.
    QPoint inWindow(const QPoint& onCanvas) { return canvas().mapTo(window.data(), onCanvas); }
    void click(const QPoint& onCanvas, Qt::KeyboardModifiers modifiers = {}) {
        QVERIFY(canvas().rect().contains(onCanvas));
        QTest::mouseClick(window->windowHandle(), Qt::LeftButton, modifiers, inWindow(onCanvas));
        Watchdog::answered();
    }
    void click(const QString& name, Qt::KeyboardModifiers modifiers = {}) {
        QVERIFY2(!at(name).isNull(), qPrintable(name));
        click(at(name), modifiers);
    }
    void drag(const QPoint& from, const QPoint& by, Qt::MouseButton button = Qt::LeftButton) {
        QWindow* to = window->windowHandle();
        QTest::mousePress(to, button, {}, inWindow(from));
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(to, inWindow(from + by * step / 4));
        QTest::mouseRelease(to, button, {}, inWindow(from + by));
        Watchdog::answered();
    }
    void drag(const QString& name, const QPoint& by) {
        QVERIFY2(!at(name).isNull(), qPrintable(name));
        drag(at(name), by);
    }
    void click(const QWidget& widget) const {
        QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {},
                          widget.mapTo(window.data(), widget.rect().center()));
        Watchdog::answered();
    }
    /// The button with this text in the bar that says that.
    void answer(const QString& said, const QString& text) {
        QTRY_VERIFY2(bar(said) != nullptr, qPrintable(said));
        QTest::qWait(0); // a bar that has just come finds its place
        for (auto* button : bar(said)->findChildren<QPushButton*>())
            if (button->text() == text) return click(*button);
        QFAIL(qPrintable("no button " + text));
    }

    // -- what came of it
    QString toasted() { return window->findChild<shell::Toast*>()->text(); }
    canvas::Canvas& canvas() { return window->view(); }
    document::Document& document() { return window->document(); }
    const Model& model() { return document().snapshot()->model; }
    /// Waits until everything is judged and drawn.
    void settle() {
        QTRY_VERIFY_WITH_TIMEOUT(document().isOpen() && !window->busy(), 20'000);
        QTRY_VERIFY(canvas().hasDiagram());
    }
    static QString nameOf(const ElementKey& key) {
        return QString::fromStdString(std::string(kindName(key.kind)) + ' ' + key.name);
    }
    /// None for what is not there.
    ElementId id(const QString& name) {
        const Lookup lookup(model());
        for (const Located& located : lookup.all())
            if (nameOf(located.key) == name) return located.id();
        return {};
    }
    /// What is selected; empty: nothing, or several.
    QString selected() {
        const auto& ids = window->selection().ids();
        const Lookup lookup(model());
        for (const Located& located : lookup.all())
            if (ids.size() == 1 && located.id() == ids.front()) return nameOf(located.key);
        return {};
    }
    /// What a save would write.
    QString text() {
        const auto& text = document().text();
        return QString::fromStdString(text ? *text->files.front().text : text.error().message.english());
    }
    int steps() { return document().history().count(); }
    /// The findings of a rule, once the model is judged.
    QStringList findings(const char* rule) {
        settle();
        QStringList messages;
        for (const Finding& finding : window->judge().latest()->findings)
            if (finding.rule == rule) messages += QString::fromStdString(finding.message);
        return messages;
    }
    template<typename Panel>
    Panel& panel(const char* id) {
        return *qobject_cast<Panel*>(window->docks().panel(id));
    }
    /// Every shape of the picture with its place.
    std::map<QString, QRectF> places() {
        std::map<QString, QRectF> all;
        for (const auto& node : canvas().diagram().nodes)
            all.emplace(nameOf(node.key), picture::toQt(node.rect));
        for (const auto& context : canvas().diagram().contexts)
            all.emplace(nameOf(context.key), picture::toQt(context.rect));
        return all;
    }
    /// For tests/gui/screenshots: what the user sees now goes to a file, where somebody wants to look at it.
    void picture(const QString& name, QWidget* of = nullptr) const {
        const QString folder = qEnvironmentVariable("FACTLINE_PICTURES");
        if (folder.isEmpty()) return;
        QTest::qWait(100);
        const QString theme = qEnvironmentVariable("FACTLINE_THEME");
        QVERIFY(
            (of ? of : window.data())->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, theme)));
    }
    /// The bar that says this; null where none does.
    shell::NoticeBar* bar(const QString& text) {
        for (auto* each : window->findChildren<shell::NoticeBar*>())
            if (each->isVisible() && each->text().contains(text)) return each;
        return nullptr;
    }
};

/// Somebody who has just begun a model on the start page, with nothing but a keyboard.
struct Builder : User {
    static inline const QString untitled = QStringLiteral("factline: 1\nmodel: Untitled\n");

    Builder() {
        for (int i = 0; i < 9 && focused() != QLatin1String("New model"); ++i)
            press(Qt::Key_Tab);
        QCOMPARE(focused(), QStringLiteral("New model"));
        press(Qt::Key_Space);
        QTRY_VERIFY(canvas().hasFocus());
        QCOMPARE(text(), untitled);
    }
    static QString focused() {
        const auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        return button ? button->text() : QString();
    }
};

} // namespace factline::testing
