// SPDX-License-Identifier: Apache-2.0
#include "canvas/quick_insert.h"

namespace factline::canvas {

std::vector<InsertKind> insertKinds() {
    return {{ElementKind::Context, QuickInsert::tr("Context"), QStringLiteral("C")},
            {ElementKind::Fact, QuickInsert::tr("Fact"), QStringLiteral("T")},
            {ElementKind::Event, QuickInsert::tr("Event"), QStringLiteral("E")},
            {ElementKind::View, QuickInsert::tr("View"), QStringLiteral("R")},
            {ElementKind::Policy, QuickInsert::tr("Policy"), QStringLiteral("P")},
            {ElementKind::Decision, QuickInsert::tr("Decision"), QStringLiteral("D")},
            {std::nullopt, QuickInsert::tr("Hotspot"), QStringLiteral("H")}};
}

void QuickInsert::ask(const QPointF& place, std::vector<InsertKind> only, const QString& why,
                      std::optional<ElementKind> first) {
    m_kinds = only.empty() ? insertKinds() : std::move(only);
    m_why = why;
    open({}, tr("What do you want to add?"), QRectF(place, QSizeF(0, 0)), 1);
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        if (m_kinds[i].kind == (first ? Insertable(first) : m_last)) list().choose(static_cast<int>(i));
}

void QuickInsert::typedOn(const QString& text) {
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        if (m_kinds[i].name.contains(text.trimmed(), Qt::CaseInsensitive))
            rows.push_back({m_kinds[i].kind, m_kinds[i].name, m_kinds[i].key, static_cast<int>(i)});
    showRows(rows);
    const QString remark = m_why.isEmpty() ? tr("Enter adds one, Tab several") : m_why;
    say(rows.empty() ? tr("There is no kind of that name") : remark);
}

void QuickInsert::accept(bool more) {
    const auto row = rows().chosen();
    if (!row) return;
    const Insertable kind = m_kinds[static_cast<std::size_t>(*row)].kind;
    if (kind != ElementKind::Context) m_last = kind; // one context, then what is in it
    dismiss();
    emit chosen(kind, more);
}

} // namespace factline::canvas
