// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/undeclared_note.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include "panels/long_words.h"
#include "picture/kind_swatch.h"
#include "picture/text.h"
#include "viewmodels/kind_words.h"

namespace factline::panels {

using picture::toQString;

UndeclaredNote::UndeclaredNote(QWidget* parent)
    : QWidget(parent)
    , m_swatch(new QLabel(this))
    , m_name(new QLabel(this))
    , m_kind(new QLabel(this))
    , m_text(new QLabel(this))
    , m_declare(new QPushButton(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_swatch, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_kind, 1, 0, 1, 2);
    grid->addWidget(m_text, 2, 0, 1, 2);
    grid->addWidget(m_declare, 3, 0, 1, 2, Qt::AlignLeft);
    m_name->setProperty("role", QStringLiteral("name"));
    m_name->setTextFormat(Qt::PlainText);
    m_kind->setProperty("role", QStringLiteral("label"));
    for (QLabel* label : {m_name, m_kind, m_text})
        label->setWordWrap(true);
    m_declare->setObjectName(QStringLiteral("declare"));
    connect(m_declare, &QPushButton::clicked, this, &UndeclaredNote::declareAsked);
}

void UndeclaredNote::show(const ElementKey& key, const picture::Theme& theme) {
    const QString full = toQString(key.name);
    const QString context =
        full.contains(QLatin1Char('/')) ? full.section(QLatin1Char('/'), 0, 0) : QString();
    const QString kind = viewmodels::kindWord(key.kind);
    m_swatch->setPixmap(picture::swatch(key.kind, theme, devicePixelRatioF()));
    m_name->setText(withLongWordsBroken(full.section(QLatin1Char('/'), -1), 16));
    m_kind->setText(withLongWordsBroken(context.isEmpty() ? tr("%1, not declared").arg(kind)
                                                          : tr("%1 of %2, not declared").arg(kind, context)));
    m_text->setText(
        tr("Others refer to it, and nobody declares it: either a name is misspelt, or it is still "
           "missing here."));
    m_declare->setText(
        context.isEmpty()
            ? tr("Declare it here")
            : tr("Declare it in %1").arg(fontMetrics().elidedText(context, Qt::ElideMiddle, 120)));
    m_declare->setToolTip(tr("Ins on the canvas does the same"));
    setVisible(true);
}

} // namespace factline::panels
