// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/inspector/editor.h"

class QToolButton;

namespace factline::panels {

class FieldGrid;

/// Keys of its own, each with its editor; folded away where nothing is said.
class GroupEditor : public Editor {
    Q_OBJECT
public:
    GroupEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent);

    std::optional<contract::Tree> read() const override;
    QString pending() const override;
    void focusOn(std::string_view path) override;

protected:
    void put(const std::optional<contract::Tree>& value) override;
    void settleInside() override;

private:
    void setOpen(bool open);
    static std::optional<contract::Tree> partOf(const std::optional<contract::Tree>& value,
                                                const Editor& editor);

    QToolButton* m_add;
    FieldGrid* m_grid;
};

} // namespace factline::panels
