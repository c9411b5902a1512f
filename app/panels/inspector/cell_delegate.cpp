// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/cell_delegate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

#include "panels/inspector/name_completer.h"
#include "viewmodels/text.h"

namespace factline::panels {

namespace {

/// A box of a cell: what is chosen in its list is taken at once; the arrow keys only go through its words.
class CellBox : public QComboBox {
public:
    using QComboBox::QComboBox;
    bool wasOpened() const { return m_opened; }
    void showPopup() override {
        m_opened = true;
        QComboBox::showPopup();
    }

private:
    bool m_opened = false;
};

} // namespace

CellDelegate::CellDelegate(contract::FormField table, const EditorSetting& setting, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_table(std::move(table))
    , m_setting(setting) {}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const {
    const contract::FormField& column = m_table.inside[static_cast<std::size_t>(index.column())];
    if (column.notation != contract::Notation::Word) {
        auto* line = new QLineEdit(parent);
        line->setFrame(false);
        NameCompleter::putOn(line, column, m_setting);
        // While the list of names is open, it gives Enter to the line, and to nobody who closes the editor.
        connect(line, &QLineEdit::returnPressed, this, [this, line] {
            if (!line->completer() || !line->completer()->popup()->isVisible()) return;
            const auto take = [this, line] {
                if (!line->hasFocus()) return;                // somebody did
                auto* self = const_cast<CellDelegate*>(this); // signals are not const
                emit self->commitData(line);
                emit self->closeEditor(line);
            };
            QMetaObject::invokeMethod(line, take, Qt::QueuedConnection);
        });
        return line;
    }
    auto* box = new CellBox(parent);
    if (!column.required) box->addItem(QString());
    for (const std::string_view word : column.words)
        box->addItem(viewmodels::toQString(word));
    connect(box, &QComboBox::activated, this, [this, box] {
        if (!box->wasOpened()) return;                // Enter, or leaving it, takes the word
        auto* self = const_cast<CellDelegate*>(this); // signals are not const
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    return box;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentText(index.data(Qt::EditRole).toString());
    else if (const auto* line = qobject_cast<QLineEdit*>(editor); !line || !line->isModified())
        QStyledItemDelegate::setEditorData(editor, index); // what is being typed is left alone
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentText());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), 26));
    return size;
}

} // namespace factline::panels
