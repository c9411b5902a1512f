// SPDX-License-Identifier: Apache-2.0
#pragma once

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
#include "shell/windows.h"

namespace factline::testing {

/// Somebody at the program, with a keyboard and a mouse and a folder of their own. Keys go where the program
/// has put the keyboard, and the mouse hits what lies on top: both come in as from the desktop. Elements are
/// called as in "view search/stock-badge".
struct User {
    Place place;
    shell::Windows windows;
    QPointer<shell::MainWindow> window;

    /// The program has just been started.
    User()
        : windows(place.setup) {
        QApplication::setQuitOnLastWindowClosed(false);
        // The chooser of files remembers folders: not among the settings of who runs the test.
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, place.folder.path());
        const bool dark = qEnvironmentVariable("FACTLINE_THEME") == QLatin1String("dark");
        place.setup.settings->setTheme(dark ? shell::ThemeChoice::Dark : shell::ThemeChoice::Light);
        start();
    }
    void start() {
        window = &windows.add();
        window->resize(1440, 900);
        window->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }

    // -- keyboard
    /// The window that has the keyboard. (The tests' platform would name a list that has closed meanwhile.)
    static QWindow* keyboard() {
        const QWidget* focus = QApplication::focusWidget();
        return focus ? focus->window()->windowHandle() : QGuiApplication::focusWindow();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWindow* to = keyboard();
        QVERIFY(to != nullptr);
        QTest::keyClick(to, key, modifiers);
    }
    static void type(const QString& text) {
        for (const QChar letter : text) {
            QWindow* to = keyboard();
            QVERIFY2(to != nullptr, qPrintable(text));
            QTest::sendKeyEvent(QTest::Click, to, QTest::asciiToKey(letter.toLatin1()), QString(letter),
                                Qt::NoModifier);
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
    QPoint at(const QString& name) {
        const auto& nodes = canvas().diagram().nodes;
        const auto node =
            std::ranges::find_if(nodes, [&](const auto& each) { return nameOf(each.key) == name; });
        if (node == nodes.end()) return {};
        return canvas().viewport().toScreen(picture::toQt(node->rect).center()).toPoint();
    }
    /// From a point of the canvas to the window's.
    QPoint inWindow(const QPoint& onCanvas) { return canvas().mapTo(window.data(), onCanvas); }
    void click(const QPoint& onCanvas, Qt::KeyboardModifiers modifiers = {}) {
        QVERIFY(canvas().rect().contains(onCanvas));
        QTest::mouseClick(window->windowHandle(), Qt::LeftButton, modifiers, inWindow(onCanvas));
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
    }
    void drag(const QString& name, const QPoint& by) {
        QVERIFY2(!at(name).isNull(), qPrintable(name));
        drag(at(name), by);
    }
    void click(const QWidget& widget) const {
        QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {},
                          widget.mapTo(window.data(), widget.rect().center()));
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
            if (nameOf(located.key) == name)
                return std::visit([](const auto* element) { return element->id; }, located.element);
        return {};
    }
    /// What is selected; empty: nothing, or several.
    QString selected() {
        const auto& ids = window->selection().ids();
        const Lookup lookup(model());
        for (const Located& located : lookup.all())
            if (ids.size() == 1 &&
                std::visit([](const auto* element) { return element->id; }, located.element) == ids.front())
                return nameOf(located.key);
        return {};
    }
    /// What a save would write.
    QString text() {
        const auto& text = document().text();
        return QString::fromStdString(text ? text->files.front().text : text.error().message);
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
    void picture(const char* name) const {
        const QString folder = qEnvironmentVariable("FACTLINE_PICTURES");
        if (folder.isEmpty()) return;
        QTest::qWait(100);
        const QString theme = qEnvironmentVariable("FACTLINE_THEME");
        QVERIFY(window->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), theme)));
    }
    /// The bar that says this; null where none does.
    shell::NoticeBar* bar(const QString& text) {
        for (auto* each : window->findChildren<shell::NoticeBar*>())
            if (each->isVisible() && each->text().contains(text)) return each;
        return nullptr;
    }
};

} // namespace factline::testing
