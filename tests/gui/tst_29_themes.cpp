// SPDX-License-Identifier: Apache-2.0
#include <QDockWidget>
#include <QProcess>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The look of the window: themes change while one works, and panels come back whatever was done to them.
class Themes : public QObject {
    Q_OBJECT
private slots:
    void switchLive();
    void twiceAsLargeIsTheSame();
    void layoutComesBack();
    void brokenLayoutGivesTheDefault();
};

namespace {

void runAction(User& user, const char* text) {
    user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    user.find(text);
}

/// How many of a hundred pixels differ clearly.
double difference(const QImage& one, const QImage& other) {
    if (one.size() != other.size()) return 100;
    int differ = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            differ +=
                std::abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 24 ? 1 : 0;
    return 100.0 * differ / (static_cast<double>(one.width()) * one.height());
}

QImage shownIn(shell::ThemeChoice first, const char* then) {
    User user;
    user.place.setup.settings->setTheme(first);
    user.window->setTheme(first);
    user.open(retail);
    user.window->selection().select(user.id("view search/stock-badge"));
    if (then) {
        (void)user.window->grab(); // everything was painted in the former theme
        runAction(user, then);
    }
    user.canvas().setFocus();
    user.settle();
    QTest::qWait(200);
    return user.window->grab().toImage();
}

} // namespace

void Themes::switchLive() {
    using shell::ThemeChoice;
    const QImage dark = shownIn(ThemeChoice::Dark, nullptr);
    const QImage light = shownIn(ThemeChoice::Light, nullptr);
    QVERIFY(difference(dark, light) > 50); // they are not the same
    // A window that changed its theme looks as one that was opened in it: nothing of the former one is left.
    const double toDark = difference(shownIn(ThemeChoice::Light, "dark theme"), dark);
    QVERIFY2(toDark < 0.3, qPrintable(QString::number(toDark)));
    const double toLight = difference(shownIn(ThemeChoice::Dark, "light theme"), light);
    QVERIFY2(toLight < 0.3, qPrintable(QString::number(toLight)));
}

void Themes::twiceAsLargeIsTheSame() {
    // The program itself, because a scale holds for a whole process: the same window with four times the
    // pixels, so nothing is cut that was not before.
    const QTemporaryDir folder;
    const auto shoot = [&](const char* scale) {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        environment.insert("QT_SCALE_FACTOR", scale);
        program.setProcessEnvironment(environment);
        const QString file = folder.filePath(QString("at-%1.png").arg(scale));
        program.start(FACTLINE_BIN_DIR "/factline-desktop",
                      {"--screenshot", file, "--size", "1280x720", "--theme", "light", "--select",
                       "view search/stock-badge", QString::fromStdString(retail.string())});
        return program.waitForFinished(60'000) && program.exitCode() == 0 ? QImage(file) : QImage();
    };
    const QImage once = shoot("1");
    const QImage twice = shoot("2");
    QCOMPARE(once.size(), QSize(1280, 720));
    QCOMPARE(twice.size(), once.size() * 2);
    const QImage small = twice.scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const double differs = difference(once, small);
    if (const QString pictures = qEnvironmentVariable("FACTLINE_PICTURES"); !pictures.isEmpty())
        twice.save(pictures + "/twice-as-large.png");
    QVERIFY2(differs < 6, qPrintable(QString::number(differs)));
}

void Themes::layoutComesBack() {
    User user;
    user.open(retail);
    auto* outline = user.window->docks().dock("outline");
    user.window->addDockWidget(Qt::RightDockWidgetArea, outline);
    user.window->docks().dock("inspector")->hide();
    QTest::qWait(100); // docks that move take the keyboard a little later
    user.activate();
    user.canvas().setFocus();
    runAction(user, "reset layout");
    QTRY_COMPARE(user.window->dockWidgetArea(outline), Qt::LeftDockWidgetArea);
    QVERIFY(user.window->docks().dock("inspector")->isVisible());
}

void Themes::brokenLayoutGivesTheDefault() {
    User user;
    user.open(retail);
    std::map<QString, Qt::DockWidgetArea> first;
    for (auto* dock : user.window->findChildren<QDockWidget*>())
        first[dock->objectName()] = user.window->dockWidgetArea(dock);
    user.window->addDockWidget(Qt::RightDockWidgetArea, user.window->docks().dock("outline"));
    user.window->close();
    user.place.setup.settings->setDocks(user.place.setup.settings->docks().left(40)); // cut off on its way
    user.start();
    user.open(retail);
    for (auto* dock : user.window->findChildren<QDockWidget*>())
        QCOMPARE(user.window->dockWidgetArea(dock), first.at(dock->objectName()));
    QVERIFY(user.window->docks().dock("outline")->isVisible());
}

QTEST_MAIN(Themes)
#include "tst_29_themes.moc"
