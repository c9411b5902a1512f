// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/problems_model.h"

#include <algorithm>
#include <unordered_map>

#include <QRegularExpression>

#include "domain/enums.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

/// What the message speaks of: the element, the claim, the evidence, and what else reads "context/name" in
/// it; longest first.
QStringList namesOf(const Finding& finding, const QString& message) {
    QStringList names;
    for (const std::string* name : {&finding.element.name, &finding.claim})
        if (!name->empty()) names += toQString(*name);
    for (const std::string& name : finding.evidence)
        names += toQString(name);
    for (const QString& name : QStringList(names))
        if (const auto slash = name.indexOf(QLatin1Char('/')); slash >= 0) names += name.mid(slash + 1);
    static const QRegularExpression qualified(
        QStringLiteral("[a-zA-Z][\\w-]*/[a-zA-Z][\\w-]+(\\.[\\w-]+)*")); // no rate such as 4/h
    for (auto found = qualified.globalMatch(message); found.hasNext();)
        names += found.next().captured();
    names.removeDuplicates();
    std::ranges::sort(names, [](const QString& a, const QString& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return names;
}

QString contextOf(const ElementKey& key) {
    if (key.kind == ElementKind::Context) return toQString(key.name);
    const auto slash = key.name.find('/');
    return slash == std::string::npos ? QString() : toQString(key.name.substr(0, slash));
}

ProblemRow rowOf(const Finding& finding) {
    ProblemRow row{.kind = ProblemRow::Kind::Finding, .severity = finding.severity};
    row.text = toQString(finding.message);
    row.note = row.text.isEmpty() ? QString() : toQString(finding.rule);
    row.at = finding.at;
    row.field = finding.field;
    row.rule = finding.rule;
    row.element = finding.element;
    row.context = contextOf(finding.element);
    row.names = namesOf(finding, row.text);
    const std::hash<std::string> hash;
    row.number = hash(finding.rule) ^ (hash(finding.element.name) * 31U) ^ (hash(finding.claim) * 131U) ^
                 (std::uint64_t(finding.at.value) << 32U) ^ (hash(finding.field) * 1031U);
    return row;
}

/// The heading that a finding stands under.
QString titleOf(const ProblemRow& row, Grouping grouping) {
    switch (grouping) {
    case Grouping::Context:
        return row.context.isEmpty() ? ProblemsModel::tr("The whole model") : row.context;
    case Grouping::Rule:
        return toQString(row.rule);
    default:
        return severityName(row.severity);
    }
}

QString wordOf(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return ProblemsModel::tr("error");
    case Severity::Warning:
        return ProblemsModel::tr("warning");
    default:
        return ProblemsModel::tr("hint");
    }
}

/// Tells findings of one fingerprint apart by their order.
void tellApart(std::vector<ProblemRow>& rows) {
    std::unordered_map<std::uint64_t, std::uint64_t> seen;
    for (ProblemRow& row : rows)
        while (seen[row.number]++ > 0)
            row.number += 0x9E3779B97F4A7C15ULL;
}

} // namespace

QString severityName(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return ProblemsModel::tr("Errors");
    case Severity::Warning:
        return ProblemsModel::tr("Warnings");
    default:
        return ProblemsModel::tr("Hints");
    }
}

void ProblemsModel::show(std::vector<Unread> unread, const std::vector<Finding>& findings) {
    if (unread == m_unread && findings == m_findings) return;
    m_unread = std::move(unread);
    m_findings = findings;
    m_count = static_cast<int>(m_unread.size() + m_findings.size());
    fill();
}

void ProblemsModel::groupBy(Grouping grouping) {
    if (m_grouping == grouping) return;
    m_grouping = grouping;
    fill();
}

void ProblemsModel::fill() {
    std::vector<ProblemRow> rows;
    if (!m_unread.empty()) {
        rows.push_back({.number = 0, .text = tr("Could not be read")});
        for (const Unread& problem : m_unread)
            rows.back().inside.push_back({.kind = ProblemRow::Kind::Unread,
                                          .number = qHash(problem.message),
                                          .text = problem.message,
                                          .note = problem.place});
    }
    for (const Finding& finding : m_findings) {
        ProblemRow row = rowOf(finding);
        const QString title = titleOf(row, m_grouping);
        const std::uint64_t number = qHash(title) + 1U; // 0: what is unread
        auto group = std::ranges::find(rows, number, &ProblemRow::number);
        if (group == rows.end()) {
            rows.push_back({.severity = finding.severity, .number = number, .text = title});
            group = rows.end() - 1;
        }
        group->severity = std::max(group->severity, finding.severity);
        group->inside.push_back(std::move(row));
    }
    for (ProblemRow& row : rows) {
        tellApart(row.inside);
        row.note = QString::number(row.inside.size());
    }
    const auto begin = rows.begin() + (m_unread.empty() ? 0 : 1);
    std::sort(begin, rows.end(), [this](const ProblemRow& a, const ProblemRow& b) {
        return m_grouping == Grouping::Severity ? a.severity > b.severity : a.text < b.text;
    });
    take(std::move(rows));
}

Qt::ItemFlags ProblemsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = TreeModel::flags(index);
    const bool heading = index.isValid() && rowAt(index).kind == ProblemRow::Kind::Heading;
    return heading ? Qt::ItemFlags(Qt::NoItemFlags)
                   : flags; // or else it gets the keyboard of a line that is gone
}

QVariant ProblemsModel::value(const ProblemRow& row, int role) const {
    const bool isHeading = row.kind == ProblemRow::Kind::Heading;
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return isHeading            ? QString()
               : row.note.isEmpty() ? row.text
                                    : row.text + QLatin1Char('\n') + row.note;
    case Qt::AccessibleTextRole:
        return isHeading ? tr("%1, %2").arg(row.text, row.note)
                         : QStringLiteral("%1: %2 (%3) %4")
                               .arg(wordOf(row.severity), row.text, row.note, row.context)
                               .trimmed();
    case SeverityRole:
        return static_cast<int>(row.severity);
    case Note:
        return row.note;
    case Names:
        return row.names;
    case ContextRole:
        return row.context;
    case RuleRole:
        return toQString(row.rule);
    case IsHeading:
        return isHeading;
    default:
        return {};
    }
}

} // namespace factline::viewmodels
