// SPDX-License-Identifier: Apache-2.0
#include "picture/theme.h"

#include <QtTest>

#include "picture/contrast.h"
#include "picture/lines.h"
#include "picture/text.h"

using namespace factline;
using picture::contrast;

/// The colours can be read, and mean what the visual language says.
class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrastFollowsWcag();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void unknownThemeListsTheKnownOnes();
    void everyRoleHasAFont();
    void measuresGrowWithText();
    void linesThatMeanOtherThingsLookOtherwise();
};

void TestTheme::contrastFollowsWcag() {
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // The grey that WCAG's own material gives as the limit of 4.5 on white.
    QVERIFY(std::abs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void TestTheme::everyTextCanBeRead_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const std::string& name : picture::themeNames()) {
        const auto theme = picture::loadTheme(name).value();
        const auto add = [&](const char* what, const QColor& text, const QColor& ground, double least) {
            QTest::addRow("%s: %s", name.c_str(), what) << text << ground << least;
        };
        using Kind = ElementKind;
        for (const Kind kind :
             {Kind::Context, Kind::Fact, Kind::Event, Kind::View, Kind::Policy, Kind::Decision})
            add(std::string(kindName(kind)).c_str(), theme.text, theme.kind(kind).fill, 7);
        add("hotspot", theme.text, theme.hotspot.fill, 7);
        for (const auto& [what, ground] :
             {std::pair{"window", theme.window}, std::pair{"panel", theme.panel},
              std::pair{"canvas", theme.canvas}, std::pair{"context", theme.context.fill}}) {
            add(("text on " + std::string(what)).c_str(), theme.text, ground, 7);
            add(("quiet on " + std::string(what)).c_str(), theme.quietText, ground, 4.5);
            add(("accent on " + std::string(what)).c_str(), theme.accent, ground, 4.5);
        }
        add("chosen line", theme.text, theme.accentFill, 7);
        add("quiet in a chosen line", theme.quietText, theme.accentFill, 4.5);
        add("toast", theme.panel, theme.text, 7);
        add("button of a toast below the pointer", theme.panel, theme.quietText, 4.5);
        add("accent button", theme.panel, theme.accent, 4.5);
        using Badge = diagram::Badge::Kind;
        for (const Badge badge :
             {Badge::Error, Badge::Warning, Badge::Hint, Badge::Kept, Badge::AtRisk, Badge::Broken,
              Badge::Unknown, Badge::Added, Badge::Removed, Badge::Changed, Badge::Renamed, Badge::Moved})
            add("badge", theme.badge(badge).text, theme.badge(badge).fill, 4.5);
        // Words on lines; a hotspot's badge holds an icon only (3:1, WCAG 1.4.11).
        add("clash", lineStyle(propagation::HopKind::Feeds, true, theme).labelColour, theme.canvas, 4.5);
        add("asks", lineStyle(propagation::HopKind::Asks, false, theme).labelColour, theme.canvas, 4.5);
        add("compensates", lineStyle(propagation::HopKind::Compensates, false, theme).labelColour,
            theme.canvas, 4.5);
        add("hotspot icon", theme.badge(Badge::Hotspot).text, theme.badge(Badge::Hotspot).fill, 3);
        add("line", theme.line, theme.canvas, 3);
        for (std::size_t band = 0; band < 5; ++band)
            add("a time on its band", theme.text, theme.delay(band, 5), 4.5);
        for (const QColor& lagClass : theme.lagClasses) // bars (3:1, WCAG 1.4.11)
            add("lag class", lagClass, theme.panel, 3);
    }
}

void TestTheme::everyTextCanBeRead() {
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    QVERIFY(text.isValid() && ground.isValid());
    const double found = contrast(text, ground);
    QVERIFY2(found >= least,
             qPrintable(QString("%1 on %2 is %3").arg(text.name(), ground.name()).arg(found)));
}

void TestTheme::unknownThemeListsTheKnownOnes() {
    const auto theme = picture::loadTheme("sepia");
    QVERIFY(!theme);
    QCOMPARE(theme.error().message, std::string("There is no theme \"sepia\". Choose one of: light, dark."));
}

void TestTheme::everyRoleHasAFont() {
    for (int role = 0; role <= static_cast<int>(diagram::TextRole::Legend); ++role) {
        const QFont font = fontFor(picture::typography(), static_cast<diagram::TextRole>(role));
        QVERIFY(font.pixelSize() >= 11);
        QVERIFY(!font.family().isEmpty());
    }
    QCOMPARE(fontFor(picture::typography(), diagram::TextRole::NodeLabel).family(), QString("Inter"));
}

void TestTheme::measuresGrowWithText() {
    const picture::QtTextMeasure measure(picture::typography());
    using Role = diagram::TextRole;
    QCOMPARE(measure.measure("", Role::NodeLabel).width, 0.0);
    QVERIFY(measure.measure("order", Role::NodeLabel).width <
            measure.measure("orders", Role::NodeLabel).width);
    QVERIFY(measure.measure("order", Role::NodeLabel).width <
            measure.measure("order", Role::ContextTitle).width);
    // Bytes are UTF-8: two letters, not four.
    QCOMPARE(measure.measure("äö", Role::Legend).width,
             QFontMetricsF(fontFor(picture::typography(), Role::Legend))
                 .horizontalAdvance(QString::fromUtf8("äö")));
    QVERIFY(measure.measure("x", Role::NodeLabel).height >= 13);
}

void TestTheme::linesThatMeanOtherThingsLookOtherwise() {
    using propagation::HopKind;
    const auto theme = picture::loadTheme("light").value();
    const auto announces = lineStyle(HopKind::Announces, false, theme);
    const auto feeds = lineStyle(HopKind::Feeds, false, theme);
    const auto derives = lineStyle(HopKind::Derives, false, theme);
    const auto asks = lineStyle(HopKind::Asks, false, theme);
    const auto clash = lineStyle(HopKind::Feeds, true, theme);
    QVERIFY(announces.filledHead && !feeds.filledHead);
    QVERIFY(announces.pen.dashPattern().isEmpty() && feeds.pen.dashPattern().isEmpty());
    QVERIFY(!derives.pen.dashPattern().isEmpty());
    QVERIFY(!asks.pen.dashPattern().isEmpty());
    QVERIFY(asks.pen.dashPattern() != derives.pen.dashPattern());
    QCOMPARE(asks.pen.color(), theme.decision.outline);
    QCOMPARE(clash.pen.color(), theme.broken.text);
    QVERIFY(clash.pen.widthF() > feeds.pen.widthF());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
