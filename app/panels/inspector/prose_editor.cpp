// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/prose_editor.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

#include "panels/inspector/line_editor.h"
#include "viewmodels/cell_text.h"

namespace factline::panels {

namespace {

constexpr int mostTextLines = 8;
constexpr int padding = 10; ///< above and below the text together, frame included

} // namespace

ProseEditor::ProseEditor(const contract::FormField& field, QWidget* parent)
    : Editor(field, parent)
    , m_text(new QPlainTextEdit(this)) {
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    m_text->setPlaceholderText(placeholderOf(field));
    m_text->setTabChangesFocus(true);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(3);
    m_text->installEventFilter(this);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        touch();
    });
    fitHeight();
}

std::optional<contract::Tree> ProseEditor::read() const {
    // toPlainText() would turn a no-break space into a space.
    QString text = m_text->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return viewmodels::valueOf(field(), text);
}

void ProseEditor::put(const std::optional<contract::Tree>& value) {
    const QString text = viewmodels::lineOf(value);
    if (text != m_text->toPlainText()) m_text->setPlainText(text);
    fitHeight();
}

bool ProseEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::FocusOut) emit finished();
    if (watched == m_text && event->type() == QEvent::Resize) // after the text has taken its new width
        QMetaObject::invokeMethod(this, &ProseEditor::fitHeight, Qt::QueuedConnection);
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
            emit finished();
            return true;
        }
        if (enter) {
            m_text->insertPlainText(QStringLiteral("\n"));
            return true;
        }
    }
    return Editor::eventFilter(watched, event);
}

void ProseEditor::fitHeight() {
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        m_text->document()->documentLayout()->blockBoundingRect(block); // lays it out
        lines += std::max(1, block.layout()->lineCount());
    }
    const int height = m_text->fontMetrics().lineSpacing() * std::clamp(lines, 1, mostTextLines) + padding;
    m_text->setVerticalScrollBarPolicy(lines > mostTextLines ? Qt::ScrollBarAsNeeded
                                                             : Qt::ScrollBarAlwaysOff);
    if (m_text->height() != height) m_text->setFixedHeight(height);
}

} // namespace factline::panels
