// SPDX-License-Identifier: Apache-2.0
#include "shell/application.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <QTimer>

#include "panels/panel.h"
#include "shell/docks.h"
#include "shell/furnishing.h"
#include "shell/windows.h"

namespace factline::shell {

namespace {

constexpr int settle = 50; ///< milliseconds between the picture and its screenshot, for layouts to settle
constexpr int settleOfPanel = 1500; ///< the same for what works out something of its own: a panel, contours

/// Without a display, a screenshot still works: the offscreen platform renders the same window. What only
/// prints needs no display at all.
void choosePlatform(int argc, char** argv) {
    static constexpr std::array printing{"-h", "--help", "--help-all", "-v", "--version"};
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const bool prints = std::ranges::find(printing, argument) != printing.end();
        if ((prints || argument.starts_with("--screenshot")) &&
            qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
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

/// What the hidden options ask for, so that a script can make the pictures of the documentation.
struct Scene {
    QString screenshot; ///< the file to write; empty: none, the program stays
    QString select;     ///< "view search/stock-badge"
    QString panel;      ///< the id of a panel to bring to the front
};

/// Gives what stops it; a script that asks for what is not there would get another picture.
QString arrange(MainWindow& window, const Scene& scene) {
    if (!scene.panel.isEmpty()) window.docks().show(scene.panel.toStdString());
    const auto& judgement = window.judge().latest();
    if (scene.select.isEmpty() || !judgement) return {};
    const std::string kind = scene.select.section(QLatin1Char(' '), 0, 0).toStdString();
    const std::string name = scene.select.section(QLatin1Char(' '), 1).toStdString();
    for (const Located& located : judgement->lookup->all())
        if (kindName(located.key.kind) == kind && located.key.name == name) {
            window.selection().select(located.id());
            return {};
        }
    return QStringLiteral("There is no \"%1\" to select. Write it as \"view search/stock-badge\".")
        .arg(scene.select);
}

void grab(MainWindow& window, const QString& file) {
    if (!window.grab().save(file)) {
        QCoreApplication::exit(complain(QStringLiteral("%1 could not be written.").arg(file)));
        return;
    }
    if (!window.noticed().isEmpty()) complain(window.noticed());
    QCoreApplication::exit(window.noticed().isEmpty() ? 0 : 1);
}

void play(MainWindow& window, const Scene& scene) {
    QObject::connect(
        &window, &MainWindow::finished, &window,
        [&window, scene] {
            if (const QString objection = arrange(window, scene); !objection.isEmpty())
                return QCoreApplication::exit(complain(objection));
            if (scene.screenshot.isEmpty()) return;
            window.grab(); // panels begin to work when they are painted for the first time
            const bool works = !scene.panel.isEmpty() || !scene.select.isEmpty();
            QTimer::singleShot(works ? settleOfPanel : settle, &window,
                               [&window, file = scene.screenshot] { grab(window, file); });
        },
        Qt::SingleShotConnection);
}

QCommandLineOption hidden(const QString& name, const QString& value, const QString& otherwise = {}) {
    QCommandLineOption option(name, {}, value, otherwise);
    option.setFlags(QCommandLineOption::HiddenFromHelp);
    return option;
}

} // namespace

int runDesktop(int argc, char** argv, const char* version) {
    choosePlatform(argc, argv);
    if (hasNoDisplay())
        return complain(QStringLiteral(
            "There is no display. Use `factline diagram MODEL -o FILE.svg` to get the picture."));
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Factline"));
    QCoreApplication::setOrganizationName(QStringLiteral("Factline")); // of the folder of the settings
    QCoreApplication::setApplicationVersion(QString::fromLatin1(version));
    const QPalette desktop = QApplication::palette();

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Shows how facts travel between bounded contexts."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("model"),
        QStringLiteral("A *.factline.yaml file or a model's folder; each in a window of its own."),
        QStringLiteral("[MODEL …]"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("theme"), QStringLiteral("system"));
    const auto screenshot = hidden(QStringLiteral("screenshot"), QStringLiteral("file"));
    const auto size = hidden(QStringLiteral("size"), QStringLiteral("WxH"), QStringLiteral("1440x900"));
    const auto select = hidden(QStringLiteral("select"), QStringLiteral("kind name"));
    const auto panel = hidden(QStringLiteral("panel"), QStringLiteral("id"));
    parser.addOptions({theme, screenshot, size, select, panel});
    if (!parser.parse(QCoreApplication::arguments())) return complain(parser.errorText());
    parser.process(application); // help and version
    for (const QCommandLineOption& option : {theme, screenshot, size, select, panel})
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return complain(
                QStringLiteral("--%1 is given, but nothing after it.").arg(option.names().front()));
    if (parser.positionalArguments().contains(QString()))
        return complain(QStringLiteral("The name of a model's file is empty."));

    const QString wanted = parser.value(theme);
    if (wanted != QLatin1String("system") && wanted != QLatin1String("light") &&
        wanted != QLatin1String("dark"))
        return complain(
            QStringLiteral("There is no theme \"%1\". Choose light, dark or system.").arg(wanted));
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    const QSize sized = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (sized.width() < 320 || sized.height() < 240 || sized.width() > 10000 || sized.height() > 10000)
        return complain(QStringLiteral("A window's size is written as 1440x900."));

    const Scene scene{parser.value(screenshot), parser.value(select), parser.value(panel)};
    const auto isWanted = [&](const auto& kind) { return scene.panel == QLatin1String(kind.id); };
    if (!scene.panel.isEmpty() && std::ranges::none_of(panels::panelKinds(), isWanted))
        return complain(QStringLiteral("There is no panel \"%1\".").arg(scene.panel));
    QTemporaryDir ownPlace; // a screenshot looks the same whatever the user has settled
    Setup setup{std::make_shared<DesktopColours>(desktop),
                std::make_shared<Settings>(
                    scene.screenshot.isEmpty() ? QString() : ownPlace.filePath(QStringLiteral("s")))};
    furnish(application, setup.settings->language());
    if (!scene.screenshot.isEmpty()) setup.journals = ownPlace.filePath(QStringLiteral("recovery"));
    Windows windows(setup);
    MainWindow& window = windows.add();
    if (parser.isSet(size) || !scene.screenshot.isEmpty()) window.resize(sized);
    if (wanted == QLatin1String("light")) window.setTheme(ThemeChoice::Light);
    if (wanted == QLatin1String("dark")) window.setTheme(ThemeChoice::Dark);
    play(window, scene);
    const QStringList models = parser.positionalArguments();
    if (!models.isEmpty()) window.open(models.front().toStdString());
    window.QWidget::show();
    for (const QString& another : models.mid(1))
        windows.open(another.toStdString(), window);
    windows.offerLeftovers(window);
    return QApplication::exec();
}

} // namespace factline::shell
