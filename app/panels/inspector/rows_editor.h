// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/inspector/editor.h"
#include "viewmodels/rows_model.h"

class QCheckBox;
class QTableView;
class QToolButton;

namespace factline::panels {

class FieldGrid;

/// A small table: its first columns as cells, the rest of the current row below it.
class RowsEditor : public Editor {
    Q_OBJECT
public:
    RowsEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent);

    std::optional<contract::Tree> read() const override;
    QString pending() const override;
    void focusOn(std::string_view path) override;

protected:
    void put(const std::optional<contract::Tree>& value) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void focusOnColumn(std::string_view path); ///< of the current row
    void buildTable(const EditorSetting& setting);
    void buildDetails(const EditorSetting& setting);
    void showDetails();
    void removeCurrent();
    void fitHeight();
    int currentRow() const;

    int m_cells; ///< columns that are cells of the table
    viewmodels::RowsModel m_model;
    QTableView* m_table;
    QToolButton* m_remove;
    QCheckBox* m_none = nullptr; ///< only where the table can be declared to be empty
    FieldGrid* m_details = nullptr;
    bool m_showing = false; ///< details are being filled, not typed into
};

} // namespace factline::panels
