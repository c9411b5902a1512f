// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "base/element.h"
#include "canvas/input_card.h"

namespace factline::canvas {

/// An element that a typed name can mean.
struct NameChoice {
    ElementId id;
    ElementKind kind = ElementKind::Event;
    QString name;
    QString detail; ///< its context, or what choosing it would mean
};

/// A kind that an unknown name can become.
struct NewChoice {
    ElementKind kind = ElementKind::Event;
    QString detail;
};

/// What a NameEditor asks for.
struct NameQuestion {
    QString text; ///< there already, and selected
    QString placeholder;
    std::function<QString(const QString& typed)> hint = {}; ///< a remark on what is typed; may be empty
    std::vector<NameChoice> choices = {}; ///< empty, and no `creates`: any name is an answer
    std::vector<NewChoice> creates = {};
};

/// Takes a name in its place on the canvas. Any text will do, none as well: what is wrong with a name is a
/// finding. Enter is done, Tab is done and another one, Esc gives up, and so does going elsewhere before
/// anything is typed.
class NameEditor : public InputCard {
    Q_OBJECT
public:
    using InputCard::InputCard;

    /// `place`: in pixels of the canvas; `scale`: of the text.
    void ask(NameQuestion question, const QRectF& place, double scale = 1);

signals:
    void named(const QString& name, bool more);
    void chosen(factline::ElementId id);
    void created(factline::ElementKind kind, const QString& name);

protected:
    void typedOn(const QString& text) override;
    void accept(bool more) override;
    void leave() override;

private:
    bool isChoice() const { return !m_question.choices.empty() || !m_question.creates.empty(); }

    NameQuestion m_question;
};

} // namespace factline::canvas
