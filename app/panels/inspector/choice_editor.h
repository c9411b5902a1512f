// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/inspector/editor.h"

class QComboBox;

namespace factline::panels {

/// One word of several, or yes and no; the first choice says nothing, so that the default holds.
class ChoiceEditor : public Editor {
    Q_OBJECT
public:
    ChoiceEditor(const contract::FormField& field, QWidget* parent);

    std::optional<contract::Tree> read() const override;

protected:
    void put(const std::optional<contract::Tree>& value) override;

private:
    QComboBox* m_box;
};

} // namespace factline::panels
