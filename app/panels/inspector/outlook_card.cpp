// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/outlook_card.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/long_words.h"
#include "panels/metrics.h"
#include "picture/badge_image.h"

namespace factline::panels {

namespace {

constexpr int outlookIcon = 18;

/// The text in HTML; a name may break between its words and behind its context.
QString breakable(const QString& text) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool word = i > 0 && text[i].isUpper() && text[i - 1].isLower();
        const bool context = i > 0 && text[i - 1] == QLatin1Char('/');
        if (word || context) out += QChar(0x200B); // zero width space
        out += text[i];
    }
    return withLongWordsBroken(out).toHtmlEscaped();
}

/// A number that stays in one piece.
QString unbroken(QString text) {
    return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp)).toHtmlEscaped();
}

/// `share`: of the width, in per cent, that the left side gets.
QString row(const QString& left, const QString& right, int share) {
    return QStringLiteral("<tr><td width=\"%1%\">%2</td><td align=\"right\">%3</td></tr>")
        .arg(QString::number(share), left, right);
}

QString table(const QString& rows) {
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"2\">%1</table>").arg(rows);
}

QString coloured(const QString& text, const QColor& colour) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), text);
}

} // namespace

/// How the whole time is shared out among the hops, as one bar.
class PartsBar : public QWidget {
public:
    explicit PartsBar(QWidget* parent)
        : QWidget(parent) {
        setFixedHeight(14);
    }
    void show(const QList<viewmodels::Outlook::Part>& parts, const picture::Theme& theme) {
        m_parts.clear();
        for (const auto& part : parts)
            m_parts.emplace_back(theme.lagClass(part.kind), part.share);
        setVisible(!m_parts.empty());
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath frame;
        frame.addRoundedRect(rect(), 3, 3);
        painter.setClipPath(frame);
        double left = 0;
        for (const auto& [colour, share] : m_parts) {
            const double length = share * width();
            painter.fillRect(QRectF(left, 0, std::max(0.0, length - 1), height()), colour);
            left += length;
        }
    }

private:
    std::vector<std::pair<QColor, double>> m_parts;
};

OutlookCard::OutlookCard(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_frame(new QFrame(this))
    , m_icon(new QLabel(m_frame))
    , m_verdict(new QLabel(m_frame))
    , m_words(new QLabel(m_frame))
    , m_bar(new PartsBar(m_frame))
    , m_parts(new QLabel(m_frame))
    , m_mend(new QLabel(m_frame))
    , m_more(new QPushButton(m_frame)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_frame);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setMargin(labelInset);
    m_frame->setObjectName(QStringLiteral("outlook"));
    m_verdict->setObjectName(QStringLiteral("outlookVerdict"));
    m_words->setObjectName(QStringLiteral("outlookWords"));
    m_parts->setObjectName(QStringLiteral("outlookNumbers"));
    m_mend->setObjectName(QStringLiteral("outlookMend"));
    m_more->setObjectName(QStringLiteral("outlookMore"));
    auto* inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(12, 10, 12, 10);
    inside->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_icon);
    top->addWidget(m_verdict, 1);
    inside->addLayout(top);
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_bar, m_parts, m_mend})
        inside->addWidget(part);
    inside->addWidget(m_more, 0, Qt::AlignLeft);
    for (QLabel* label : {m_verdict, m_words, m_parts, m_mend}) {
        label->setWordWrap(true);
        // As wide as the panel, whatever a name needs: the panel never scrolls sideways.
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    m_words->setProperty("role", QStringLiteral("label"));
    for (QLabel* label : {m_verdict, m_words, m_parts, m_mend})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setTextFormat(Qt::PlainText);
    m_mend->setTextFormat(Qt::PlainText);
    m_more->setText(tr("Where the time goes"));
    connect(m_more, &QPushButton::clicked, this, &OutlookCard::moreWanted);
    hide();
}

void OutlookCard::show(const std::optional<viewmodels::Outlook>& outlook, const picture::Theme& theme) {
    setVisible(outlook.has_value());
    if (!outlook) return;
    m_frame->setStyleSheet(
        QStringLiteral("#outlook { border: 1px solid %1; border-radius: 8px; }").arg(theme.hairline.name()));
    m_title->setText(outlook->title);
    m_icon->setVisible(outlook->state.has_value());
    QString verdict = outlook->figure.toHtmlEscaped();
    if (outlook->state) {
        m_icon->setPixmap(QPixmap::fromImage(
            picture::badgeImage(*outlook->state, theme, outlookIcon, devicePixelRatioF())));
        verdict = QStringLiteral("<b>%1</b>  %2").arg(outlook->verdict, verdict);
        verdict = coloured(verdict, theme.badge(*outlook->state).text);
    }
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    m_words->setText(withLongWordsBroken(outlook->words));
    m_bar->show(outlook->parts, theme);
    QString parts, numbers;
    for (const auto& part : outlook->parts)
        parts += row(coloured(QStringLiteral("■\u00A0"), theme.lagClass(part.kind)) + breakable(part.hop),
                     unbroken(part.time), 76);
    for (const auto& number : outlook->numbers)
        numbers += row(coloured(number.what, theme.quietText), breakable(number.value), 30);
    m_parts->setText(table(parts) + table(numbers));
    m_parts->setVisible(!(parts + numbers).isEmpty());
    m_mend->setText(withLongWordsBroken(outlook->mend));
    m_mend->setVisible(!outlook->mend.isEmpty());
}

} // namespace factline::panels
