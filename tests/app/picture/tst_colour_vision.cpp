// SPDX-License-Identifier: Apache-2.0
#include <QImage>
#include <QtTest>

#include "picture/kind_swatch.h"
#include "picture/lines.h"
#include "picture/theme.h"
#include "support/colour_vision.h"

using namespace factline;
using namespace factline::colour_vision;

namespace {

struct Named {
    const char* name;
    QColor colour;
};

/// The two of them that are most alike to this vision, and by how much.
struct Closest {
    double difference = 1000;
    QString pair;
};

Closest closest(const std::vector<Named>& colours, const Vision& vision) {
    Closest found;
    for (std::size_t one = 0; one < colours.size(); ++one)
        for (std::size_t other = one + 1; other < colours.size(); ++other) {
            const double apart =
                difference(seen(colours[one].colour, vision), seen(colours[other].colour, vision));
            if (apart < found.difference)
                found = {apart, QString("%1 and %2").arg(colours[one].name, colours[other].name)};
        }
    return found;
}

/// A kind's mark in lists as ink alone.
QImage ink(ElementKind kind, const picture::Theme& theme) {
    return picture::swatch(kind, theme, 2).toImage().convertToFormat(QImage::Format_Alpha8);
}

} // namespace

/// What colours tell apart is told apart by those who see red and green, or blue and yellow, as one as well.
class TestColourVision : public QObject {
    Q_OBJECT
private slots:
    void differencesAreThoseOfThePaper();
    void whiteStaysWhite();
    void redAndGreenComeTogether();
    void statesStayApart_data() { themesAndVisions(); }
    void statesStayApart();
    void lagClassesStayApart_data() { themesAndVisions(); }
    void lagClassesStayApart();
    void aClashStandsOutOfTheLines_data() { themesAndVisions(); }
    void aClashStandsOutOfTheLines();
    void kindsAreToldByShape();
    void outlinesStandOutOfTheirGround_data() { themesAndVisions(); }
    void outlinesStandOutOfTheirGround();

private:
    static void themesAndVisions();
};

void TestColourVision::themesAndVisions() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("vision");
    for (const std::string& theme : picture::themeNames())
        for (std::size_t vision = 0; vision < visions.size(); ++vision)
            QTest::addRow("%s, %s", theme.c_str(), visions.at(vision).name)
                << QString::fromStdString(theme) << static_cast<int>(vision);
}

// Pairs 1, 7, 14 and 25 of Sharma's table 1: a blue, a grey, a turn of the hue, a large difference.
void TestColourVision::differencesAreThoseOfThePaper() {
    const auto is = [](const Vector& one, const Vector& other, double expected) {
        return std::abs(difference(one, other) - expected) < 5e-5;
    };
    QVERIFY(is({50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425));
    QVERIFY(is({50, 0, 0}, {50, -1, 2}, 2.3669));
    QVERIFY(is({50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045));
    QVERIFY(is({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644));
}

void TestColourVision::whiteStaysWhite() {
    for (const Vision& vision : visions)
        for (const QColor& grey : {QColor(Qt::white), QColor(0x80, 0x80, 0x80), QColor(Qt::black)})
            QVERIFY2(difference(seen(grey, vision), seen(grey, visions[0])) < 0.05, vision.name);
}

void TestColourVision::redAndGreenComeTogether() {
    const QColor red(0xC8, 0x3C, 0x32);
    const QColor green(0x5F, 0x7D, 0x28);
    const auto apart = [&](std::size_t vision) {
        return difference(seen(red, visions.at(vision)), seen(green, visions.at(vision)));
    };
    QVERIFY(apart(0) > 40);
    QVERIFY(apart(2) < 15);
    QVERIFY(apart(3) > 25);
}

void TestColourVision::statesStayApart() {
    QFETCH(QString, theme);
    QFETCH(int, vision);
    const auto colours = picture::loadTheme(theme.toStdString()).value();
    const Closest found = closest({{"kept", colours.kept.text},
                                   {"at risk", colours.atRisk.text},
                                   {"broken", colours.broken.text},
                                   {"unknown", colours.unknown.text}},
                                  visions.at(static_cast<std::size_t>(vision)));
    QVERIFY2(found.difference > 9, qPrintable(QString("%1: %2").arg(found.pair).arg(found.difference)));
}

void TestColourVision::lagClassesStayApart() {
    QFETCH(QString, theme);
    QFETCH(int, vision);
    const auto colours = picture::loadTheme(theme.toStdString()).value();
    const Closest found = closest({{"transport", colours.lagClass(LagClass::Transport)},
                                   {"processing", colours.lagClass(LagClass::Processing)},
                                   {"semantic", colours.lagClass(LagClass::Semantic)},
                                   {"reconciliation", colours.lagClass(LagClass::Reconciliation)},
                                   {"decision", colours.lagClass(LagClass::Decision)}},
                                  visions.at(static_cast<std::size_t>(vision)));
    QVERIFY2(found.difference > 10, qPrintable(QString("%1: %2").arg(found.pair).arg(found.difference)));
}

void TestColourVision::aClashStandsOutOfTheLines() {
    QFETCH(QString, theme);
    QFETCH(int, vision);
    const auto colours = picture::loadTheme(theme.toStdString()).value();
    using propagation::HopKind;
    const Vision& by = visions.at(static_cast<std::size_t>(vision));
    const QColor clash = lineStyle(HopKind::Feeds, true, colours).pen.color();
    for (const auto& [name, other] :
         {Named{"a line", lineStyle(HopKind::Feeds, false, colours).pen.color()},
          Named{"a question", lineStyle(HopKind::Asks, false, colours).pen.color()},
          Named{"the path chosen", colours.accent}}) {
        const double apart = difference(seen(clash, by), seen(other, by));
        QVERIFY2(apart > 10, qPrintable(QString("%1: %2").arg(name).arg(apart)));
    }
}

void TestColourVision::outlinesStandOutOfTheirGround() {
    QFETCH(QString, theme);
    QFETCH(int, vision);
    const auto colours = picture::loadTheme(theme.toStdString()).value();
    const Vision& by = visions.at(static_cast<std::size_t>(vision));
    const auto apart = [&](const QColor& one, const QColor& other) {
        return difference(seen(one, by), seen(other, by));
    };
    using Kind = ElementKind;
    for (const Kind kind :
         {Kind::Context, Kind::Fact, Kind::Event, Kind::View, Kind::Policy, Kind::Decision}) {
        const auto& look = colours.kind(kind);
        const QColor& around = kind == Kind::Context ? colours.canvas : colours.context.fill;
        const double least = std::min(apart(look.outline, look.fill), apart(look.outline, around));
        QVERIFY2(least > 20,
                 qPrintable(
                     QString("%1: %2").arg(QString::fromStdString(std::string(kindName(kind)))).arg(least)));
    }
    for (const QColor& ground : {colours.canvas, colours.panel, colours.context.fill}) // of what is chosen
        QVERIFY(apart(colours.accent, ground) > 20);
}

// Policy and decision, fact and event come together in colour: the hues are given, so shapes must do it.
void TestColourVision::kindsAreToldByShape() {
    const auto theme = picture::loadTheme("light").value();
    const std::vector<ElementKind> kinds{ElementKind::Fact, ElementKind::Event, ElementKind::View,
                                         ElementKind::Policy, ElementKind::Decision};
    for (std::size_t one = 0; one < kinds.size(); ++one)
        for (std::size_t other = one + 1; other < kinds.size(); ++other) {
            const QImage left = ink(kinds[one], theme);
            const QImage right = ink(kinds[other], theme);
            int differing = 0;
            for (int y = 0; y < left.height(); ++y)
                for (int x = 0; x < left.width(); ++x)
                    if (std::abs(left.constScanLine(y)[x] - right.constScanLine(y)[x]) > 128) ++differing;
            const auto names = std::string(kindName(kinds[one])) + ", " + std::string(kindName(kinds[other]));
            QVERIFY2(differing >= 8,
                     qPrintable(QString::fromStdString(names) + QString(": %1").arg(differing)));
        }
}

QTEST_MAIN(TestColourVision)
#include "tst_colour_vision.moc"
