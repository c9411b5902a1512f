// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/rows_editor.h"

#include <algorithm>

#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "panels/inspector/cell_delegate.h"
#include "panels/inspector/field_grid.h"
#include "viewmodels/cell_text.h"

namespace factline::panels {

namespace {

using contract::FormField;
using contract::FormRow;
using contract::Notation;
using contract::Tree;

constexpr int mostCells = 2;
constexpr int mostRows = 10;
constexpr int rowHeight = 26;

bool fitsCell(const FormField& column) {
    switch (column.notation) {
    case Notation::List:
    case Notation::Rows:
    case Notation::Group:
    case Notation::Lag:
    case Notation::Elements:
        return false;
    default:
        return true;
    }
}

int cellsOf(const FormField& table) {
    int cells = 1;
    while (cells < mostCells && cells < static_cast<int>(table.inside.size()) &&
           fitsCell(table.inside[static_cast<std::size_t>(cells)]))
        ++cells;
    return cells;
}

} // namespace

RowsEditor::RowsEditor(const FormField& field, const EditorSetting& setting, QWidget* parent)
    : Editor(field, parent)
    , m_cells(cellsOf(field))
    , m_model(field, m_cells)
    , m_table(new QTableView(this))
    , m_remove(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_table);
    if (field.declarable) {
        m_none = new QCheckBox(tr("none, on purpose"), this);
        m_none->setToolTip(tr("Says that there are none. Without it nothing is said."));
        column->addWidget(m_none);
        connect(m_none, &QCheckBox::toggled, this, [this] {
            touch();
            emit finished();
        });
    }
    buildTable(setting);
    buildDetails(setting);
    if (m_details) column->addWidget(m_details);
    m_remove->setText(tr("Remove this row"));
    m_remove->setAutoRaise(true);
    m_remove->hide();
    column->addWidget(m_remove);
    connect(m_remove, &QToolButton::clicked, this, &RowsEditor::removeCurrent);
    setFocusProxy(m_table);
    fitHeight();
}

void RowsEditor::buildTable(const EditorSetting& setting) {
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new CellDelegate(field(), setting, this));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    const bool headed =
        std::ranges::any_of(field().inside, [](const FormField& column) { return !column.key.empty(); });
    m_table->horizontalHeader()->setVisible(headed);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                             QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(true);
    m_table->installEventFilter(this);
    connect(&m_model, &viewmodels::RowsModel::edited, this, [this] {
        fitHeight();
        touch();
        if (!m_showing) showDetails();
    });
    // A cell is left as a whole; what is typed below the table ends by itself.
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::commitData, this, &RowsEditor::finished,
            Qt::QueuedConnection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowsEditor::showDetails);
}

void RowsEditor::buildDetails(const EditorSetting& setting) {
    if (m_cells == static_cast<int>(field().inside.size())) return;
    m_details = new FieldGrid(this);
    m_details->setContentsMargins(8, 0, 0, 0);
    m_details->hide();
    for (std::size_t i = static_cast<std::size_t>(m_cells); i < field().inside.size(); ++i) {
        const Editor* editor = m_details->add(field().inside[i], setting);
        connect(editor, &Editor::touched, this, [this, editor, i] {
            if (m_showing || currentRow() < 0) return;
            const QScopedValueRollback guard(m_showing, true);
            m_model.set(currentRow(), static_cast<int>(i), editor->read());
        });
        connect(editor, &Editor::finished, this, &RowsEditor::finished);
    }
}

int RowsEditor::currentRow() const {
    const int row = m_table->currentIndex().row();
    return row < static_cast<int>(m_model.rows().size()) ? row : -1;
}

void RowsEditor::showDetails() {
    const int row = currentRow();
    m_remove->setVisible(row >= 0);
    if (m_none) m_none->setVisible(m_model.rows().empty());
    if (!m_details) return;
    const QScopedValueRollback guard(m_showing, true);
    m_details->setVisible(row >= 0);
    for (std::size_t i = 0; row >= 0 && i < m_details->editors().size(); ++i)
        m_details->editors()[i]->show(m_model.at(row, m_cells + static_cast<int>(i)));
}

void RowsEditor::removeCurrent() {
    if (currentRow() < 0) return;
    m_model.removeRow(currentRow());
    showDetails();
    emit finished();
}

void RowsEditor::fitHeight() {
    const int lines = std::min(m_model.rowCount(), mostRows);
    const int header = m_table->horizontalHeader()->isHidden() ? 0 : rowHeight;
    m_table->setFixedHeight(header + lines * rowHeight + 2 * m_table->frameWidth() + 2);
}

std::optional<Tree> RowsEditor::read() const {
    return contract::treeOfRows(field(), m_model.rows(), m_none && m_none->isChecked());
}

QString RowsEditor::pending() const {
    for (const FormRow& row : m_model.rows()) {
        if (std::ranges::none_of(row, [](const auto& cell) { return cell.has_value(); })) continue;
        if (field().rowKey != contract::RowKey::None && !row[0]) return tr("A row has no name yet.");
        for (std::size_t i = 1; i < row.size(); ++i) {
            const FormField& column = field().inside[i];
            if (row[i] || !(column.required || column.key.empty())) continue;
            const QString name = viewmodels::lineOf(row[0]);
            return column.key.empty()
                       ? tr("%1 has no value yet.").arg(name)
                       : tr("%1 has no %2 yet.").arg(name, QString::fromUtf8(column.key.data()));
        }
    }
    return {};
}

void RowsEditor::put(const std::optional<Tree>& value) {
    m_model.show(contract::rowsOf(field(), value));
    if (m_none) {
        const QSignalBlocker silent(m_none);
        m_none->setChecked(value && m_model.rows().empty());
    }
    fitHeight();
    showDetails();
}

void RowsEditor::focusOn(std::string_view path) {
    m_table->setFocus(Qt::OtherFocusReason);
    const auto item = itemOf(path); // rows have numbers where they have no names
    for (int row = 0; row < static_cast<int>(m_model.rows().size()); ++row) {
        const std::string name =
            item ? '[' + std::to_string(row) + ']' : viewmodels::lineOf(m_model.at(row, 0)).toStdString();
        if (path != name && !path.starts_with(name + '.')) continue;
        m_table->setCurrentIndex(m_model.index(row, 0));
        if (path.size() > name.size()) focusOnColumn(path.substr(name.size() + 1));
        return;
    }
    if (!m_table->currentIndex().isValid()) m_table->setCurrentIndex(m_model.index(0, 0));
}

void RowsEditor::focusOnColumn(std::string_view path) {
    const auto [key, rest] = splitPath(path);
    const auto column = std::ranges::find(field().inside, key, &FormField::key) - field().inside.begin();
    if (column < m_cells)
        m_table->setCurrentIndex(m_model.index(currentRow(), static_cast<int>(column)));
    else if (Editor* editor = m_details ? m_details->find(key) : nullptr)
        editor->focusOn(rest);
}

bool RowsEditor::eventFilter(QObject* watched, QEvent* event) {
    // What the editor of a cell lets pass is not meant for the table.
    if (watched == m_table && m_table->hasFocus() && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete) {
            m_model.setData(m_table->currentIndex(), QString());
            emit finished();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->edit(m_table->currentIndex());
            return true;
        }
    }
    return Editor::eventFilter(watched, event);
}

} // namespace factline::panels
