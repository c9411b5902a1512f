// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/inspector/editor.h"
#include "panels/inspector/element_value.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace factline::panels {

class ElementForm;

/// The elements that stand inside another one: opens them, takes them away, adds one by its name. A
/// subscription opens in its place; anything else is selected.
class InnerElements : public QWidget {
    Q_OBJECT
public:
    InnerElements(contract::FormField field, const EditorSetting& setting, const picture::Theme& theme,
                  QWidget* parent);
    ~InnerElements() override;

    const contract::FormField& field() const { return m_field; }
    /// Shows what is inside of an element now; what is open of the same one stays open.
    void refresh(ElementId owner, const FoundElement& found);
    void setTheme(const picture::Theme& theme);
    /// Writes what was typed into open forms.
    void commit();
    /// As those of a form (ElementForm), of all that are open; a name that is only half typed waits as well.
    bool holdsRefused() const;
    QString refusal() const;
    /// Why the name that stands there to be added was refused; empty: it was not.
    QString whyNotAdded() const;
    void forgetRefused();
    /// `path`: an element's name as shown, and perhaps a field of it ("orders/OrderCompleted.reliesOn").
    void focusOn(std::string_view path);

private:
    struct Line;
    void addLine(const InnerElement& element);
    void open(Line& line, bool opened);
    void add();
    void remark(const QString& why);

    contract::FormField m_field;
    workspace::Workspace m_around;
    ElementId m_owner;
    picture::Theme m_theme;
    std::vector<InnerElement> m_elements;
    std::vector<std::unique_ptr<Line>> m_lines;
    QVBoxLayout* m_column;
    QLabel* m_rest; ///< how many more there are than are listed
    QLineEdit* m_new;
    QLabel* m_remark; ///< why that was refused
    QString m_whyNotAdded;
};

} // namespace factline::panels
