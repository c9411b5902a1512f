// SPDX-License-Identifier: Apache-2.0
#include "shell/application.h"

#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include "picture/text.h"
#include "shell/main_window.h"

namespace factline::shell {

namespace {

constexpr int settle = 50; ///< milliseconds between the picture and its screenshot, for layouts to settle

/// Without a display, a screenshot still works: the offscreen platform renders the same window.
void choosePlatform(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const bool screenshot = QByteArray(argv[i]).startsWith("--screenshot");
        if (screenshot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

/// True where no window could be shown; Qt would end the program without a word to the user.
bool hasNoDisplay() {
    return qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY") &&
           qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

int complain(const QString& message) {
    std::fprintf(stderr, "factline-desktop: %s\n", qPrintable(message));
    return 2;
}

void grabWhenDrawn(MainWindow& window, const QString& file) {
    QObject::connect(&window, &MainWindow::finished, &window, [&window, file] {
        QTimer::singleShot(settle, &window, [&window, file] {
            if (!window.grab().save(file)) {
                QCoreApplication::exit(complain(QStringLiteral("%1 could not be written.").arg(file)));
                return;
            }
            if (!window.noticed().isEmpty()) complain(window.noticed());
            QCoreApplication::exit(window.noticed().isEmpty() ? 0 : 1);
        });
    });
}

} // namespace

int runDesktop(int argc, char** argv, const char* version) {
    choosePlatform(argc, argv);
    if (hasNoDisplay())
        return complain(QStringLiteral(
            "There is no display. Use `factline diagram MODEL -o FILE.svg` to get the picture."));
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Factline"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(version));
    const QPalette desktop = QApplication::palette();
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setFont(picture::fontFor(picture::typography(), diagram::TextRole::NodeLabel));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Shows how facts travel between bounded contexts."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("model"),
                                 QStringLiteral("A *.factline.yaml file or a model's folder."),
                                 QStringLiteral("[MODEL]"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("theme"), QStringLiteral("system"));
    QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                  QStringLiteral("Write the window to a file and exit."),
                                  QStringLiteral("file"));
    screenshot.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window."),
                            QStringLiteral("WxH"), QStringLiteral("1440x900"));
    size.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({theme, screenshot, size});
    parser.process(application);

    const QString wanted = parser.value(theme);
    if (wanted != QLatin1String("system") && wanted != QLatin1String("light") &&
        wanted != QLatin1String("dark"))
        return complain(
            QStringLiteral("There is no theme \"%1\". Choose light, dark or system.").arg(wanted));
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    const QSize sized = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (sized.width() < 320 || sized.height() < 240 || sized.width() > 10000 || sized.height() > 10000)
        return complain(QStringLiteral("A window's size is written as 1440x900."));

    MainWindow window(desktop);
    window.resize(sized);
    if (wanted == QLatin1String("light")) window.setTheme(ThemeChoice::Light);
    if (wanted == QLatin1String("dark")) window.setTheme(ThemeChoice::Dark);
    const QStringList models = parser.positionalArguments();
    if (parser.isSet(screenshot)) {
        if (models.isEmpty()) return complain(QStringLiteral("A screenshot needs a MODEL."));
        grabWhenDrawn(window, parser.value(screenshot));
    }
    window.QWidget::show();
    if (!models.isEmpty()) window.open(models.front().toStdString());
    return QApplication::exec();
}

} // namespace factline::shell
