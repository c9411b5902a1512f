// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "panels/inspector/editor.h"

class QToolButton;
class QVBoxLayout;

namespace factline::panels {

class FieldGrid;
class InnerElements;
struct FoundElement;

/// The form of one element, or of the model: an editor for every field that the language gives it. What is
/// typed becomes an edit when editing comes to a rest; what the reader refuses stays where it is with the
/// reason below it. Follows the document without getting in the way of typing. Making one takes its time, so
/// that it can turn to another element whose fields are the same.
class ElementForm : public QWidget {
    Q_OBJECT
public:
    /// `id`: none for the model itself.
    ElementForm(const workspace::Workspace& around, ElementId id, const picture::Theme& theme,
                QWidget* parent = nullptr);

    ElementId id() const { return m_id; }
    /// Shows another element, as if made for it; false, and nothing has happened, where that one wants other
    /// fields, or where this form holds what was refused: that waits here for its element, whatever fields
    /// this one wants meanwhile. commit() first.
    bool turnTo(ElementId id);
    /// Gives the element another name. One that is refused waits here like what is typed into a field.
    void rename(QString name);
    struct RefusedName {
        QString text, why;
    };
    const std::optional<RefusedName>& refusedName() const { return m_refusedName; }
    void forgetRefusedName() { m_refusedName.reset(); }
    /// Whether something was typed that the document has not taken.
    bool holdsRefused() const;
    /// The first such thing, with the reason; empty: there is none, or no reason any more.
    QString refusal() const;
    /// Gives it up.
    void forgetRefused();
    /// Follows the document no more, until it turns to an element again.
    void rest() { m_rests = true; }
    void setTheme(const picture::Theme& theme);
    /// Writes what was typed and not written yet, and tries again what was refused.
    void commit();
    /// Puts the keyboard into a field and brings it to light; `path`: "freshness.within",
    /// "reliesOn[0].claim".
    void focusOn(std::string_view path);
    Editor* find(std::string_view key) const;
    QString said(std::string_view key) const; ///< what is wrong with a field; empty: nothing

private:
    /// Which fields an element has, and where they stand.
    struct Division {
        ElementKind kind = ElementKind::Model;
        std::vector<const contract::FormField*> first;
        std::vector<const contract::FormField*> more; ///< folded away
        const contract::FormField* hotspots = nullptr;
        bool operator==(const Division&) const = default;
    };
    static Division divisionOf(const FoundElement& found);
    void build(bool headed, const picture::Theme& theme);
    FieldGrid* addSection(const QString& heading);
    void addField(FieldGrid* grid, const contract::FormField& field, const picture::Theme& theme,
                  bool labelled = true);
    void refresh();
    void write(Editor* editor);
    FieldGrid* gridOf(const Editor* editor) const;

    workspace::Workspace m_around;
    ElementId m_id;
    std::string m_context;
    Division m_division;
    std::optional<RefusedName> m_refusedName;
    bool m_rests = false;
    QVBoxLayout* m_column;
    QToolButton* m_more = nullptr;
    FieldGrid* m_moreGrid = nullptr;
    std::vector<FieldGrid*> m_grids;
    std::vector<InnerElements*> m_inner;
    QTimer m_pause; ///< since the last key
    Editor* m_typing = nullptr;
    Editor* m_writing = nullptr;
};

} // namespace factline::panels
