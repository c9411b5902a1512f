// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "lint/side_by_side.h"
#include "picture/theme.h"

class QGridLayout;

namespace factline::panels {

/// One subscription, claim by claim, with what each side says of it in a box to be changed; it changes
/// nothing itself.
class MeaningTable : public QWidget {
    Q_OBJECT
public:
    MeaningTable(lint::SideBySide sides, const Lookup& lookup, const picture::Theme& theme,
                 QWidget* parent = nullptr);

signals:
    void sayWanted(const factline::ClaimName& claim, factline::edit::Saying saying);
    void relyWanted(const factline::ClaimName& claim, factline::edit::Relying relying);

private:
    void addHeadings(QGridLayout& grid);
    void addClaim(QGridLayout& grid, int row, const lint::ClaimBetween& claim, const picture::Theme& theme);
    QWidget* newClaim(const Lookup& lookup);

    lint::SideBySide m_sides;
};

} // namespace factline::panels
