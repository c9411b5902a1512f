// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

#include "diagram/diagram.h"
#include "freshness/analysis.h"

namespace factline::viewmodels {

/// What is to be said of one promise, or of what a decision rests on, in a few lines.
struct Outlook {
    struct Number {
        QString what;  ///< "Estimate"
        QString value; ///< "2.43 s"
    };
    struct Part {
        QString hop;   ///< "Import into stock-badge"
        QString ends;  ///< "availability/ReservationConfirmed → search/stock-badge"
        QString time;  ///< "1.37 s"
        double share;  ///< of the whole, at the objective
        LagClass kind; ///< what the hop does
    };
    QString title;                             ///< "Can it be kept?"
    std::optional<diagram::Badge::Kind> state; ///< nothing: nothing is promised
    QString verdict;                           ///< "Expected"
    QString figure;                            ///< "2.43 s at 99 %"; may be empty
    QString words;                             ///< what the verdict means here
    QList<Number> numbers;
    QList<Part> parts; ///< hops, in the order of the way
    QString mend;      ///< the hop to mend, or the tightest one
};

/// Of a view: of the change that fares worst, or of the one that this event begins or ends with. Nothing
/// where no change reaches the view and nothing is promised.
std::optional<Outlook> outlookOf(const freshness::Analysis& analysis, const Ref& view, const Ref& event = {});

/// Of a decision, by its name as context/name. Nothing where it reads nothing.
std::optional<Outlook> outlookOf(const freshness::Analysis& analysis, const std::string& decision);

} // namespace factline::viewmodels
