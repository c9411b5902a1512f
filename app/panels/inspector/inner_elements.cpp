// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/inner_elements.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "panels/inspector/element_form.h"
#include "panels/inspector/name_button.h"
#include "panels/inspector/name_completer.h"
#include "panels/long_words.h"
#include "picture/text.h"
#include "workspace/removal.h"

namespace factline::panels {

using picture::toQString;

namespace {

constexpr std::size_t mostElements = 50; ///< more than that nobody looks through in a form

} // namespace

/// One element in the list: its name, a cross, and for a subscription its form when it is open.
struct InnerElements::Line {
    InnerElement element;
    QWidget* row = nullptr;
    NameButton* name = nullptr;
    ElementForm* form = nullptr;
};

InnerElements::InnerElements(contract::FormField field, const EditorSetting& setting,
                             const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_around(*setting.around)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_rest(new QLabel(this))
    , m_new(new QLineEdit(this))
    , m_remark(new QLabel(this)) {
    m_column->setContentsMargins(0, 0, 0, 4);
    m_column->setSpacing(2);
    m_column->addWidget(m_rest);
    m_column->addWidget(m_new);
    m_column->addWidget(m_remark);
    m_rest->setProperty("role", QStringLiteral("label"));
    m_rest->hide();
    m_remark->setObjectName(QStringLiteral("notAdded"));
    m_remark->setProperty("role", QStringLiteral("error"));
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->hide();
    const bool subscription = m_field.element == ElementKind::Subscription;
    m_new->setPlaceholderText(subscription ? tr("Add the event it listens to…") : tr("Add by name…"));
    m_new->setAccessibleName(m_new->placeholderText());
    if (subscription) {
        const auto& event = contract::formOf(ElementKind::Subscription).front();
        NameCompleter::putOn(m_new, event, setting);
    }
    setFocusProxy(m_new);
    connect(m_new, &QLineEdit::returnPressed, this, &InnerElements::add);
    connect(m_new, &QLineEdit::textChanged, this, [this] { remark({}); });
}

InnerElements::~InnerElements() = default;

void InnerElements::refresh(ElementId owner, const FoundElement& found) {
    m_owner = owner;
    auto elements = innerElements(found, m_field.key);
    if (elements == m_elements) return;
    m_elements = elements;
    if (elements.size() > mostElements) {
        m_rest->setText(tr("and %n more; the outline lists them all", nullptr,
                           static_cast<int>(elements.size() - mostElements)));
        elements.resize(mostElements);
    }
    m_rest->setVisible(elements.size() < m_elements.size());
    // Lines that stay keep their widgets, so that an open form and what is typed in it stay as well.
    std::vector<std::unique_ptr<Line>> before = std::exchange(m_lines, {});
    for (const InnerElement& element : elements) {
        const auto old = std::ranges::find_if(
            before, [&](const auto& line) { return line && line->element.id == element.id; });
        if (old == before.end()) {
            addLine(element);
            continue;
        }
        m_lines.push_back(std::move(*old));
        m_lines.back()->element = element;
        m_lines.back()->name->setName(toQString(element.name));
    }
    for (const auto& line : before)
        if (line) {
            line->row->hide();
            line->row->deleteLater();
        }
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_column->indexOf(m_lines[i]->row) != static_cast<int>(i))
            m_column->insertWidget(static_cast<int>(i), m_lines[i]->row);
}

void InnerElements::addLine(const InnerElement& element) {
    auto line = std::make_unique<Line>();
    line->element = element;
    line->row = new QWidget(this);
    auto* column = new QVBoxLayout(line->row);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    column->addLayout(row);
    line->name = new NameButton(line->row);
    line->name->setName(toQString(element.name));
    line->name->setKind(element.kind, m_theme);
    line->name->setCheckable(element.kind == ElementKind::Subscription);
    row->addWidget(line->name, 1);
    auto* cross = new QToolButton(line->row);
    cross->setText(QStringLiteral("×"));
    cross->setAutoRaise(true);
    cross->setToolTip(tr("Delete"));
    cross->setAccessibleName(tr("Delete %1").arg(toQString(element.name)));
    row->addWidget(cross);
    connect(cross, &QToolButton::clicked, this, [this, id = element.id] {
        const std::vector<ElementId> selected = m_around.selection.ids();
        workspace::remove(m_around, {id});
        m_around.selection.set(selected);
    });
    Line* raw = line.get();
    connect(line->name, &QToolButton::clicked, this, [this, raw](bool checked) {
        if (raw->element.kind == ElementKind::Subscription)
            open(*raw, checked);
        else
            m_around.selection.select(raw->element.id);
    });
    m_column->insertWidget(static_cast<int>(m_lines.size()), line->row);
    line->row->show();
    m_lines.push_back(std::move(line));
}

void InnerElements::open(Line& line, bool opened) {
    line.name->setChecked(opened);
    if (!line.form && opened) {
        line.form = new ElementForm(m_around, line.element.id, m_theme, line.row);
        line.form->setContentsMargins(12, 0, 0, 8);
        line.row->layout()->addWidget(line.form);
    }
    if (line.form) line.form->setVisible(opened);
}

void InnerElements::add() {
    const QString name = m_new->text().trimmed();
    const auto& snapshot = m_around.document.snapshot();
    const auto owner = snapshot ? findElement(snapshot->model, m_owner) : std::nullopt;
    if (name.isEmpty() || !owner) return;
    const auto done = m_around.document.apply(additionOf(*owner, m_field.element, name.toStdString()));
    if (done) return m_new->clear();
    remark(toQString(done.error().message));
}

void InnerElements::remark(const QString& why) {
    m_whyNotAdded = why;
    m_remark->setText(withLongWordsBroken(why));
    m_remark->setVisible(!why.isEmpty());
}

QString InnerElements::whyNotAdded() const {
    return m_whyNotAdded;
}

void InnerElements::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    for (const auto& line : m_lines) {
        line->name->setKind(line->element.kind, theme);
        if (line->form) line->form->setTheme(theme);
    }
}

void InnerElements::commit() {
    for (const auto& line : m_lines)
        if (line->form) line->form->commit();
}

bool InnerElements::holdsRefused() const {
    const auto holds = [](const auto& line) { return line->form && line->form->holdsRefused(); };
    return !m_new->text().isEmpty() || std::ranges::any_of(m_lines, holds);
}

QString InnerElements::refusal() const {
    for (const auto& line : m_lines)
        if (QString why = line->form ? line->form->refusal() : QString(); !why.isEmpty()) return why;
    return {};
}

void InnerElements::forgetRefused() {
    m_new->clear();
    for (const auto& line : m_lines)
        if (line->form) line->form->forgetRefused();
}

void InnerElements::focusOn(std::string_view path) {
    for (const auto& line : m_lines) {
        const std::string& name = line->element.name;
        if (!path.starts_with(name) || (path.size() > name.size() && path[name.size()] != '.')) continue;
        if (line->element.kind == ElementKind::Subscription) {
            open(*line, true);
            if (path.size() > name.size()) line->form->focusOn(path.substr(name.size() + 1));
        }
        if (path.size() <= name.size()) line->name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_new->setFocus(Qt::OtherFocusReason);
}

} // namespace factline::panels
