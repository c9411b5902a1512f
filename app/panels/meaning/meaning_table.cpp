// SPDX-License-Identifier: Apache-2.0
#include "panels/meaning/meaning_table.h"

#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "panels/meaning/verdict_cell.h"
#include "panels/meaning/verdict_look.h"
#include "panels/metrics.h"
#include "panels/role_label.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int narrowestChoice = 96; ///< pixels

/// The words of both sides in one line, because what stands below wants the height.
QString words(const QString& who, const std::string& said) {
    return said.empty() ? MeaningTable::tr("%1 does not say").arg(who)
                        : MeaningTable::tr("%1: “%2”").arg(who, toQString(said));
}

} // namespace

MeaningTable::MeaningTable(lint::SideBySide sides, const Lookup& lookup, const picture::Theme& theme,
                           QWidget* parent)
    : QWidget(parent)
    , m_sides(std::move(sides)) {
    setObjectName(QStringLiteral("meaningBody"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, panelInset, 12);
    column->setSpacing(2);
    const std::string event = m_sides.event.name.substr(m_sides.event.name.rfind('/') + 1);
    column->addWidget(
        roleLabel(tr("When %1 says %2, what may %3 take it for?")
                      .arg(toQString(m_sides.publisher), toQString(event), toQString(m_sides.consumer)),
                  "title", this));
    const QString consumer = toQString(m_sides.consumer.substr(0, m_sides.consumer.find('/')));
    column->addWidget(roleLabel(words(toQString(m_sides.publisher), m_sides.means) + QStringLiteral("   ") +
                                    words(consumer, m_sides.understoodAs),
                                "quiet", this));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(3, 6);
    addHeadings(*grid);
    int row = 1;
    for (const auto& claim : m_sides.claims)
        addClaim(*grid, row++, claim, theme);
    column->addLayout(grid);
    if (m_sides.claims.empty())
        column->addWidget(roleLabel(
            m_sides.isDeclared ? tr("The consumer relies on nothing but that it happened.")
                               : tr("Neither side has declared anything. What does the consumer rely on?"),
            "quiet", this));
    column->addWidget(newClaim(lookup));
    column->addStretch(1);
}

void MeaningTable::addHeadings(QGridLayout& grid) {
    const QString consumer = toQString(m_sides.consumer.substr(0, m_sides.consumer.find('/')));
    const QStringList headings{tr("Claim"), tr("%1 says").arg(toQString(m_sides.publisher)),
                               tr("%1 relies on it").arg(consumer), tr("Verdict")};
    for (int column = 0; column < headings.size(); ++column)
        grid.addWidget(roleLabel(headings[column], "heading", this), 0, column);
}

void MeaningTable::addClaim(QGridLayout& grid, int row, const lint::ClaimBetween& claim,
                            const picture::Theme& theme) {
    const QString name = toQString(claim.claim);
    auto* what = new QVBoxLayout;
    what->setSpacing(2);
    what->addWidget(roleLabel(name, "claim", this));
    if (!claim.text.empty()) what->addWidget(roleLabel(toQString(claim.text), "quiet", this));
    what->addStretch(1); // aligned, a layout gets no more height than it would like at its widest
    grid.addLayout(what, row, 0);

    const auto box = [&](const QString& kind, const QStringList& choices, int chosen, int column,
                         auto change) {
        auto* made = new CalmBox(this);
        made->setObjectName(kind + name);
        const auto* heading = qobject_cast<QLabel*>(grid.itemAtPosition(0, column)->widget());
        made->setAccessibleName(tr("%1: %2").arg(heading->text(), name));
        made->addItems(choices);
        made->setCurrentIndex(chosen);
        made->setMinimumWidth(narrowestChoice); // else it would keep the width of its longest choice
        connect(made, &QComboBox::activated, this, change);
        grid.addWidget(made, row, column, Qt::AlignTop | Qt::AlignLeft);
        return made;
    };
    // as edit::Saying and edit::Relying count
    auto* says = box(QStringLiteral("says "), {tr("nothing about it"), tr("asserts it"), tr("denies it")},
                     static_cast<int>(claim.saying), 1, [this, claim = claim.claim](int choice) {
                         emit sayWanted(claim, static_cast<edit::Saying>(choice));
                     });
    says->setEnabled(bool(m_sides.eventId));
    box(QStringLiteral("relies "), {tr("no"), tr("yes"), tr("yes, as final")},
        static_cast<int>(claim.relying), 2, [this, claim = claim.claim](int choice) {
            emit relyWanted(claim, static_cast<edit::Relying>(choice));
        });
    if (!claim.verdict) { // read aloud, a gap would be a riddle
        auto* none = roleLabel(tr("not needed"), "quiet", this);
        none->setObjectName(QStringLiteral("verdict ") + name);
        grid.addWidget(none, row, 3, Qt::AlignTop);
        return;
    }
    auto* badge = verdictBadge(*claim.verdict, theme, this);
    badge->setObjectName(QStringLiteral("verdict ") + name);
    grid.addWidget(new VerdictCell(badge, roleLabel(toQString(claim.because), "said", this), this), row, 3,
                   Qt::AlignTop);
}

QWidget* MeaningTable::newClaim(const Lookup& lookup) {
    auto* place = new QWidget(this);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    auto* field = new QLineEdit(place);
    field->setObjectName(QStringLiteral("newClaim"));
    field->setPlaceholderText(tr("Rely on another claim…"));
    field->setAccessibleName(tr("Another claim to rely on"));
    field->setMaximumWidth(280);
    QStringList names;
    for (const auto& claim : lookup.model().claims)
        names += toQString(claim->name);
    auto* completer = new QCompleter(names, field);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    field->setCompleter(completer);
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        if (const auto name = field->text().trimmed().toStdString(); !name.empty())
            emit relyWanted(name, edit::Relying::Any);
    });
    column->addWidget(field);
    const auto alike = lint::claimsThatSound(lookup, m_sides);
    if (!alike.empty()) column->addWidget(roleLabel(tr("Sounds like, by words alone:"), "quiet", place));
    for (const ClaimName& claim : alike) {
        auto* button = new QPushButton(toQString(claim), place);
        button->setObjectName(QStringLiteral("suggested ") + toQString(claim));
        connect(button, &QPushButton::clicked, this,
                [this, claim] { emit relyWanted(claim, edit::Relying::Any); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    return place;
}

} // namespace factline::panels
