// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "contract/form/form.h"
#include "panels/panel.h"

namespace factline::panels {

/// What an editor has to know of the world: the model for completion, and the context in which bare names
/// stand. Both belong to the form that the editor is in, which may turn to an element of another context.
struct EditorSetting {
    const workspace::Workspace* around = nullptr;
    const std::string* context = nullptr;
};

/// Edits one field's value as the language writes it. What is typed stays in it, good or bad, until somebody
/// shows it another value.
class Editor : public QWidget {
    Q_OBJECT
public:
    Editor(contract::FormField field, QWidget* parent);

    const contract::FormField& field() const { return m_field; }
    /// Shows a value; nothing: the default holds.
    void show(const std::optional<contract::Tree>& value);
    using QWidget::show;
    const std::optional<contract::Tree>& shown() const { return m_shown; }
    /// Takes note that the document has this value now; what is typed stays as it is.
    void settle(std::optional<contract::Tree> value);
    /// Takes that back: the document still has `value`, and what is typed is not taken over.
    void unsettle(std::optional<contract::Tree> value);
    bool isTouched() const { return m_touched; } ///< something was typed since
    bool hasFocusInside() const;

    /// What the document is to have: what the widgets say where something was typed.
    std::optional<contract::Tree> value() const { return m_touched ? read() : m_shown; }
    /// What the widgets say.
    virtual std::optional<contract::Tree> read() const = 0;
    /// Why what is typed cannot be taken yet, though it may be right as far as it goes; empty: it can.
    virtual QString pending() const { return {}; }
    /// Puts the keyboard into it; `path`: which part of it, as far as it has parts.
    virtual void focusOn(std::string_view path);

signals:
    void touched();
    /// Editing has come to a rest: Enter, the keyboard went elsewhere, or something was chosen.
    void finished();

protected:
    virtual void put(const std::optional<contract::Tree>& value) = 0;
    virtual void settleInside() {} ///< the document has what is shown(): so it has of each part
    void touch();
    /// Back to what was shown: Esc.
    void revert();
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    contract::FormField m_field;
    std::optional<contract::Tree> m_shown;
    bool m_touched = false;
    bool m_putting = false;
};

/// A finding's way into a value, its first step taken off: "freshness.within" -> "freshness", "within";
/// "reliesOn[0].claim" -> "reliesOn", "[0].claim".
struct FieldPath {
    std::string_view first, rest;
};
FieldPath splitPath(std::string_view path);
/// The number at the beginning of "[2].claim"; nothing where there is none.
std::optional<std::size_t> itemOf(std::string_view path);

/// The editor for a field, by its notation.
Editor* makeEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent);

} // namespace factline::panels
