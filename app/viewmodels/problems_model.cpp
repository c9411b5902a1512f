// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/problems_model.h"

#include <unordered_map>

#include "domain/enums.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

/// What the message speaks of: the element, the claim and the evidence, longest first.
QStringList namesOf(const Finding& finding) {
    QStringList names;
    for (const std::string* name : {&finding.element.name, &finding.claim})
        if (!name->empty()) names += toQString(*name);
    for (const std::string& name : finding.evidence)
        names += toQString(name);
    for (const QString& name : QStringList(names))
        if (const auto slash = name.indexOf(QLatin1Char('/')); slash >= 0) names += name.mid(slash + 1);
    names.removeDuplicates();
    std::ranges::sort(names, [](const QString& a, const QString& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return names;
}

ProblemRow rowOf(const Finding& finding) {
    ProblemRow row{.kind = ProblemRow::Kind::Finding, .severity = finding.severity};
    row.text = toQString(finding.message);
    row.note = row.text.isEmpty() ? QString() : toQString(finding.rule);
    row.at = finding.at;
    row.field = finding.field;
    row.rule = finding.rule;
    row.element = finding.element;
    row.names = namesOf(finding);
    const std::hash<std::string> hash;
    row.number = hash(finding.rule) ^ (hash(finding.element.name) * 31U) ^ (hash(finding.claim) * 131U) ^
                 (std::uint64_t(finding.at.value) << 32U) ^ (hash(finding.field) * 1031U);
    return row;
}

/// Tells findings of one fingerprint apart by their order.
void tellApart(std::vector<ProblemRow>& rows) {
    std::unordered_map<std::uint64_t, std::uint64_t> seen;
    for (ProblemRow& row : rows)
        while (seen[row.number]++ > 0)
            row.number += 0x9E3779B97F4A7C15ULL;
}

} // namespace

void ProblemsModel::show(const std::vector<Unread>& unread, const std::vector<Finding>& findings) {
    std::vector<ProblemRow> rows;
    const auto heading = [&](std::uint64_t place, Severity severity, const QString& title,
                             std::vector<ProblemRow> inside) {
        if (inside.empty()) return;
        tellApart(inside);
        ProblemRow row{.severity = severity, .number = place, .text = title};
        row.note = QString::number(inside.size());
        row.inside = std::move(inside);
        rows.push_back(std::move(row));
    };
    std::vector<ProblemRow> unreadRows;
    for (const Unread& problem : unread) {
        ProblemRow row{.kind = ProblemRow::Kind::Unread, .text = problem.message, .note = problem.place};
        row.number = qHash(problem.message);
        unreadRows.push_back(std::move(row));
    }
    heading(1, Severity::Error, tr("Could not be read"), std::move(unreadRows));
    const auto of = [&](Severity severity) {
        std::vector<ProblemRow> some;
        for (const Finding& finding : findings)
            if (finding.severity == severity) some.push_back(rowOf(finding));
        return some;
    };
    heading(2, Severity::Error, tr("Errors"), of(Severity::Error));
    heading(3, Severity::Warning, tr("Warnings"), of(Severity::Warning));
    heading(4, Severity::Hint, tr("Hints"), of(Severity::Hint));
    m_count = static_cast<int>(unread.size() + findings.size());
    take(std::move(rows));
}

QVariant ProblemsModel::value(const ProblemRow& row, int role) const {
    const bool isHeading = row.kind == ProblemRow::Kind::Heading;
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return isHeading ? QString() : row.text;
    case Qt::AccessibleTextRole:
        return isHeading
                   ? tr("%1, %2").arg(row.text, row.note)
                   : QStringLiteral("%1: %2 (%3)").arg(toQString(word(row.severity)), row.text, row.note);
    case SeverityRole:
        return static_cast<int>(row.severity);
    case Note:
        return row.note;
    case Names:
        return row.names;
    case IsHeading:
        return isHeading;
    default:
        return {};
    }
}

} // namespace factline::viewmodels
