// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/element_form.h"

#include <algorithm>

#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include "panels/inspector/element_value.h"
#include "panels/inspector/field_grid.h"
#include "panels/inspector/inner_elements.h"
#include "picture/text.h"
#include "viewmodels/rows_model.h"

namespace factline::panels {

namespace {

using contract::FormField;
using contract::Notation;
using picture::toQString;

constexpr int pause = 600;          ///< milliseconds without a key after which what is typed is written
constexpr std::size_t firstFew = 6; ///< fields of a kind's own that are always in sight

/// Fields that every element has stand behind those of its kind, folded away while they say nothing.
bool isCommon(const FormField& field) {
    static const std::vector<FormField> common = [] {
        const auto& fact = contract::formOf(ElementKind::Fact);
        const auto& event = contract::formOf(ElementKind::Event);
        std::vector<FormField> both;
        for (const FormField& each : fact)
            if (std::ranges::find(event, each) != event.end()) both.push_back(each);
        return both;
    }();
    return std::ranges::find(common, field.key, &FormField::key) != common.end();
}

constexpr std::string_view hotspotsKey = "hotspots";
constexpr std::string_view filesKey = "include"; ///< which files belong to the model: for its text to say

} // namespace

ElementForm::ElementForm(const workspace::Workspace& around, ElementId id, const picture::Theme& theme,
                         QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_id(id)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_typing) write(m_typing);
    });
    connect(&m_around.document, &document::Document::changed, this, &ElementForm::refresh);
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot ? findElement(snapshot->model, m_id) : std::nullopt;
    if (!found) return;
    m_context = found->context;
    m_division = divisionOf(*found);
    // A subscription stands inside the form of its view or policy, which is headed already.
    build(found->consumer == nullptr, theme);
    refresh();
}

bool ElementForm::turnTo(ElementId id) {
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot ? findElement(snapshot->model, id) : std::nullopt;
    if (!found) return false;
    // Its own element may want another division by now: a field that was folded away says something.
    if (holdsRefused() ? id != m_id : divisionOf(*found) != m_division) return false;
    m_pause.stop();
    m_typing = nullptr;
    m_rests = false;
    if (id != m_id && m_more) m_more->setChecked(false);
    m_id = id;
    m_context = found->context;
    for (FieldGrid* grid : m_grids)
        for (const Editor* editor : grid->editors())
            if (!editor->isTouched() && !grid->said(editor).isEmpty()) grid->say(editor, {});
    refresh();
    return true;
}

void ElementForm::rename(QString name) {
    m_refusedName.reset();
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot ? findElement(snapshot->model, m_id) : std::nullopt;
    if (!found || !found->base() || toQString(found->base()->name) == name) return;
    const auto done = m_around.document.apply(edit::Rename{m_id, name.toStdString()});
    if (!done) m_refusedName = {std::move(name), toQString(done.error().message)};
}

bool ElementForm::holdsRefused() const {
    const auto isTouched = [](const FieldGrid* grid) {
        return std::ranges::any_of(grid->editors(), &Editor::isTouched);
    };
    return m_refusedName || std::ranges::any_of(m_grids, isTouched) ||
           std::ranges::any_of(m_inner, &InnerElements::holdsRefused);
}

QString ElementForm::refusal() const {
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot ? findElement(snapshot->model, m_id) : std::nullopt;
    if (!found) return {};
    const Element* owner = found->consumer ? found->consumer : found->base();
    const auto told = [owner](std::string_view key, const QString& why) {
        const QString field = viewmodels::labelOf(key);
        return owner ? tr("%1 of %2 is not taken over yet: %3").arg(field, toQString(owner->name), why)
                     : tr("%1 is not taken over yet: %2").arg(field, why);
    };
    if (m_refusedName) return told("name", m_refusedName->why);
    for (const FieldGrid* grid : m_grids)
        for (const Editor* editor : grid->editors())
            if (const QString why = grid->said(editor); editor->isTouched() && !why.isEmpty())
                return told(editor->field().key, why);
    for (const InnerElements* inner : m_inner) {
        if (const QString why = inner->whyNotAdded(); !why.isEmpty()) return told(inner->field().key, why);
        if (QString why = inner->refusal(); !why.isEmpty()) return why;
    }
    return {};
}

void ElementForm::forgetRefused() {
    forgetRefusedName();
    for (FieldGrid* grid : m_grids)
        for (Editor* editor : grid->editors())
            if (editor->isTouched()) {
                editor->show(editor->shown());
                grid->say(editor, {});
            }
    for (InnerElements* inner : m_inner)
        inner->forgetRefused();
}

FieldGrid* ElementForm::addSection(const QString& heading) {
    if (!heading.isEmpty()) {
        auto* label = new QLabel(heading, this);
        label->setProperty("role", QStringLiteral("heading"));
        label->setMargin(4);
        m_column->addWidget(label);
    }
    auto* grid = new FieldGrid(this);
    m_column->addWidget(grid);
    m_grids.push_back(grid);
    return grid;
}

ElementForm::Division ElementForm::divisionOf(const FoundElement& found) {
    Division division{.kind = found.kind};
    std::size_t own = 0;
    for (const FormField& field : contract::formOf(found.kind)) {
        if (field.key == hotspotsKey) {
            division.hotspots = &field;
            continue;
        }
        const bool inner = field.notation == Notation::Elements || field.notation == Notation::Rows;
        const bool common = found.kind != ElementKind::Model && isCommon(field);
        const bool inSight = !common && (own++ < firstFew || inner);
        const bool says = valueOf(found, field.key) || !innerElements(found, field.key).empty();
        if (field.key == filesKey && !says) continue;
        (inSight || says ? division.first : division.more).push_back(&field);
    }
    return division;
}

void ElementForm::build(bool headed, const picture::Theme& theme) {
    FieldGrid* grid = addSection(!headed ? QString() : m_id ? tr("Contract") : tr("Model"));
    for (const FormField* field : m_division.first)
        addField(grid, *field, theme);
    if (!m_division.more.empty()) {
        m_more = new QToolButton(this);
        m_more->setText(tr("More"));
        m_more->setCheckable(true);
        m_more->setAutoRaise(true);
        m_more->setArrowType(Qt::RightArrow);
        m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_column->addWidget(m_more);
        m_moreGrid = addSection({});
        for (const FormField* field : m_division.more)
            addField(m_moreGrid, *field, theme);
        m_moreGrid->hide();
        connect(m_more, &QToolButton::toggled, this, [this](bool open) {
            m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
            m_moreGrid->setVisible(open);
        });
    }
    if (m_division.hotspots) addField(addSection(tr("Hotspots")), *m_division.hotspots, theme, false);
}

void ElementForm::addField(FieldGrid* grid, const FormField& field, const picture::Theme& theme,
                           bool labelled) {
    if (field.notation == Notation::Elements) {
        m_inner.push_back(new InnerElements(field, {&m_around, &m_context}, theme, grid));
        m_inner.back()->setObjectName(toQString(field.key));
        grid->addWide(field, m_inner.back());
        return;
    }
    Editor* editor = grid->add(field, {&m_around, &m_context}, labelled);
    if (field.key == filesKey) {
        editor->setEnabled(false);
        editor->setToolTip(tr("Which files belong to the model is said in its text (YAML)."));
    }
    connect(editor, &Editor::touched, this, [this, editor] {
        if (m_typing && m_typing != editor) write(m_typing);
        m_typing = editor;
        m_pause.start();
    });
    connect(editor, &Editor::finished, this, [this, editor] {
        m_pause.stop();
        write(editor);
    });
}

FieldGrid* ElementForm::gridOf(const Editor* editor) const {
    return qobject_cast<FieldGrid*>(editor->parentWidget());
}

void ElementForm::refresh() {
    if (m_rests) return;
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot ? findElement(snapshot->model, m_id) : std::nullopt;
    if (!found) return; // whoever shows this form takes it away
    for (FieldGrid* grid : m_grids)
        for (Editor* editor : grid->editors()) {
            if (editor->isTouched()) continue;
            const auto value = valueOf(*found, editor->field().key);
            if (value == editor->shown()) continue;
            if (editor == m_writing && editor->hasFocusInside())
                editor->settle(value);
            else
                editor->show(value);
        }
    for (InnerElements* inner : m_inner)
        inner->refresh(m_id, *found);
}

void ElementForm::write(Editor* editor) {
    if (m_typing == editor) m_typing = nullptr;
    FieldGrid* grid = gridOf(editor);
    if (!editor->isTouched()) return grid->say(editor, {});
    if (const QString pending = editor->pending(); !pending.isEmpty())
        return grid->say(editor, pending, true);
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot ? findElement(snapshot->model, m_id) : std::nullopt;
    if (!found) return;
    const auto value = editor->read();
    const auto change = changeOf(*found, editor->field().key, value);
    if (!change) return grid->say(editor, toQString(change.error().message));
    const QScopedValueRollback guard(m_writing, editor);
    const ElementId written = m_id;
    const bool inside = editor->hasFocusInside();
    const auto before = editor->shown();
    editor->settle(value); // so that the refresh takes the document's own words
    if (*change) {
        const auto done = m_around.document.apply(**change);
        if (m_id != written) return; // it has turned to another element meanwhile
        if (!done) {
            editor->unsettle(before);
            return grid->say(editor, toQString(done.error().message));
        }
    }
    grid->say(editor, {});
    const auto& now = m_around.document.snapshot();
    const auto after = findElement(now->model, m_id);
    if (!after) return;
    if (inside)
        editor->settle(valueOf(*after, editor->field().key));
    else
        editor->show(valueOf(*after, editor->field().key));
}

void ElementForm::commit() {
    m_pause.stop();
    if (m_refusedName) rename(m_refusedName->text);
    for (FieldGrid* grid : m_grids)
        for (Editor* editor : grid->editors())
            if (editor->isTouched()) write(editor);
    for (InnerElements* inner : m_inner)
        inner->commit();
}

Editor* ElementForm::find(std::string_view key) const {
    for (const FieldGrid* grid : m_grids)
        if (Editor* editor = grid->find(key)) return editor;
    return nullptr;
}

QString ElementForm::said(std::string_view key) const {
    const Editor* editor = find(key);
    return editor ? gridOf(editor)->said(editor) : QString();
}

void ElementForm::focusOn(std::string_view path) {
    const auto [key, rest] = splitPath(path);
    for (InnerElements* inner : m_inner)
        if (inner->field().key == key) {
            if (m_moreGrid && m_moreGrid->isAncestorOf(inner)) m_more->setChecked(true);
            return inner->focusOn(rest);
        }
    if (Editor* editor = find(key)) {
        if (m_moreGrid && gridOf(editor) == m_moreGrid) m_more->setChecked(true);
        editor->focusOn(rest);
    }
}

void ElementForm::setTheme(const picture::Theme& theme) {
    for (InnerElements* inner : m_inner)
        inner->setTheme(theme);
}

} // namespace factline::panels
