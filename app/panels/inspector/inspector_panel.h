// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include "panels/panel.h"
#include "viewmodels/used_in_model.h"

class QLabel;
class QLineEdit;
class QScrollArea;
class QTreeView;
class QVBoxLayout;

namespace factline::panels {

class ElementForm;
class OutlookCard;
class UndeclaredNote;

/// Shows the element that is selected with everything the language says of it, what is wrong with it, and
/// what it has to do with others; the model itself where nothing is selected.
class InspectorPanel : public Panel {
    Q_OBJECT
public:
    InspectorPanel(const workspace::Workspace& around, const picture::Theme& theme,
                   QWidget* parent = nullptr);
    ~InspectorPanel() override;

    void setTheme(const picture::Theme& theme) override;
    ElementForm* form() const { return m_form; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader(QVBoxLayout* column);
    void buildUses(QVBoxLayout* column);
    /// Whose form is to be seen: an element's, or (0) the model's; nothing: no form.
    std::optional<ElementId> wanted() const;
    void followSelection();
    void tellRefusal(const ElementForm& form);
    void showForm(std::optional<ElementId> id);
    ElementForm* formFor(ElementId id);
    void showHeader();
    void showSummary();
    void showProblems();
    void showOutlook();
    void showUses();
    void rename();
    void reveal();
    void mark(QWidget* field);
    void bringIntoView();
    void style();

    workspace::Workspace m_around;
    picture::Theme m_theme;
    QScrollArea* m_scroll;
    QWidget* m_body;
    QVBoxLayout* m_place; ///< where the form stands
    ElementForm* m_form = nullptr;
    std::vector<ElementForm*> m_forms; ///< that were made, the one used last at the end
    QLabel* m_swatch;
    QLineEdit* m_name;
    QLabel* m_nameRemark; ///< why the name that stands there was refused
    QLabel* m_kind;
    UndeclaredNote* m_undeclared;
    OutlookCard* m_outlook; ///< of a view or decision
    QLabel* m_summary;      ///< what a model holds, or what several elements are
    QLabel* m_problemsTitle;
    QLabel* m_problems;
    QTreeView* m_uses;
    viewmodels::UsedInModel m_usedIn;
    QPointer<QWidget> m_marked; ///< the field that was to be looked at
    bool m_staysInView = false; ///< nobody has scrolled away from it
};

} // namespace factline::panels
