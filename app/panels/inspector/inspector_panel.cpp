// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/inspector_panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTreeView>

#include "diagram/wrap.h"
#include "panels/finding_place.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/element_value.h"
#include "panels/inspector/inspector_style.h"
#include "panels/inspector/outlook_card.h"
#include "panels/inspector/undeclared_note.h"
#include "panels/inspector/undo_through.h"
#include "panels/inspector/use_delegate.h"
#include "panels/long_words.h"
#include "panels/metrics.h"
#include "picture/kind_swatch.h"
#include "picture/text.h"
#include "viewmodels/kind_words.h"
#include "workspace/addition.h"
#include "workspace/counted.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr std::size_t mostForms = 12; ///< kept for elements to come: about one for each kind

QString link(ElementId id, const QString& text, const QColor& colour) {
    return QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
        .arg(id.value)
        .arg(colour.name(), withLongWordsBroken(text).toHtmlEscaped());
}

} // namespace

InspectorPanel::InspectorPanel(const workspace::Workspace& around, const picture::Theme& theme,
                               QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget)
    , m_place(new QVBoxLayout)
    , m_swatch(new QLabel(m_body))
    , m_name(new QLineEdit(m_body))
    , m_nameRemark(new QLabel(m_body))
    , m_kind(new QLabel(m_body))
    , m_undeclared(new UndeclaredNote(m_body))
    , m_outlook(new OutlookCard(m_body))
    , m_summary(new QLabel(m_body))
    , m_problemsTitle(new QLabel(m_body))
    , m_problems(new QLabel(m_body))
    , m_uses(new QTreeView(m_body)) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setObjectName(QStringLiteral("inspectorBody"));
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(panelInset, panelInset, panelInset, panelInset);
    column->setSpacing(8);
    new UndoThrough(m_body);
    buildHeader(column);
    column->addWidget(m_undeclared);
    column->addWidget(m_summary);
    column->addWidget(m_outlook);
    column->addLayout(m_place);
    buildUses(column);
    column->addStretch(1);

    connect(&m_around.selection, &viewmodels::Selection::changed, this, &InspectorPanel::followSelection);
    connect(&m_around.selection, &viewmodels::Selection::reveal, this, &InspectorPanel::reveal);
    connect(&m_around.document, &document::Document::shown, this, [this] {
        for (ElementForm* form : m_forms)
            form->forgetRefused(); // its elements are of another model
        m_name->setModified(false);
    });
    connect(&m_around.document, &document::Document::changed, this, [this] {
        const auto wanted = this->wanted();
        const bool same = m_form ? wanted == m_form->id() : !wanted;
        same ? showHeader() : followSelection(); // the form follows by itself
    });
    connect(&m_around.judge, &jobs::Judge::judged, this, [this] {
        showHeader();
        showOutlook();
        showProblems();
        showUses();
    });
    connect(&m_around.judge, &jobs::Judge::analysed, this, &InspectorPanel::showOutlook);
    connect(m_outlook, &OutlookCard::moreWanted, this,
            [this] { emit panelWanted(QStringLiteral("freshness")); });
    style();
    followSelection();
}

void InspectorPanel::buildHeader(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->setContentsMargins(labelInset, 0, 0, 0);
    row->addWidget(m_swatch);
    row->addWidget(m_name, 1);
    column->addLayout(row);
    column->addWidget(m_nameRemark);
    column->addWidget(m_kind);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setProperty("role", QStringLiteral("name"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("no name yet"));
    m_name->installEventFilter(this);
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, [this] { m_staysInView = false; }); // somebody scrolls
    m_nameRemark->setObjectName(QStringLiteral("nameRemark"));
    m_nameRemark->setProperty("role", QStringLiteral("error"));
    m_nameRemark->setContentsMargins(labelInset, 0, 0, 0);
    m_nameRemark->setWordWrap(true);
    m_kind->setProperty("role", QStringLiteral("label"));
    m_kind->setContentsMargins(labelInset, 0, 0, 0);
    m_kind->setWordWrap(true);
    m_summary->setProperty("role", QStringLiteral("label"));
    m_summary->setContentsMargins(labelInset, 0, 0, 0);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::RichText);
    const auto follow = [this](const QString& id) { m_around.selection.select({id.toUInt()}); };
    for (QLabel* label : {m_kind, m_summary, m_problems})
        connect(label, &QLabel::linkActivated, this, follow);
    connect(m_undeclared, &UndeclaredNote::declareAsked, this, [this] {
        if (const auto key = m_around.selection.undeclared()) (void)workspace::declare(m_around, *key);
    });
    connect(m_name, &QLineEdit::editingFinished, this, &InspectorPanel::rename);
}

void InspectorPanel::buildUses(QVBoxLayout* column) {
    column->addWidget(m_problemsTitle);
    column->addWidget(m_problems);
    column->addWidget(m_uses);
    m_problemsTitle->setText(tr("Problems"));
    m_problemsTitle->setProperty("role", QStringLiteral("heading"));
    m_problemsTitle->setMargin(labelInset);
    m_problems->setMargin(labelInset);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::RichText);
    m_uses->setModel(&m_usedIn);
    m_uses->setItemDelegate(new UseDelegate(m_theme, this));
    m_uses->setHeaderHidden(true);
    m_uses->setRootIsDecorated(false);
    m_uses->setIndentation(0);
    m_uses->setFrameShape(QFrame::NoFrame);
    m_uses->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_uses->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_uses->setAccessibleName(tr("Used in and uses"));
    const auto go = [this](const QModelIndex& index) {
        if (const ElementId id = viewmodels::UsedInModel::idAt(index)) m_around.selection.select(id);
    };
    connect(m_uses, &QTreeView::clicked, this, go);
    connect(m_uses, &QTreeView::activated, this, go);
}

void InspectorPanel::style() {
    m_body->setStyleSheet(inspectorStyle(m_theme));
}

InspectorPanel::~InspectorPanel() {
    // The field in edit loses the keyboard now, while there still is a panel to take what was typed.
    hide();
}

void InspectorPanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    static_cast<UseDelegate*>(m_uses->itemDelegate())->setTheme(theme);
    style();
    for (ElementForm* form : m_forms)
        form->setTheme(theme);
    showHeader();
    showOutlook();
    showProblems();
}

std::optional<ElementId> InspectorPanel::wanted() const {
    const auto& snapshot = m_around.document.snapshot();
    if (!snapshot || m_around.selection.ids().size() > 1 || m_around.selection.undeclared())
        return std::nullopt;
    const auto found = findElement(snapshot->model, m_around.selection.current());
    if (!found) return ElementId{};
    // A subscription is looked at in its view or policy.
    return found->consumer ? found->consumer->id : m_around.selection.current();
}

void InspectorPanel::followSelection() {
    mark(nullptr);
    setFocusProxy(nullptr);
    const auto id = wanted();
    if (ElementForm* const left = m_form; left && id != left->id()) {
        // What is typed there was meant for the element that was shown. Where that changes the document, the
        // selection has been followed by the time it is done.
        QWidget* const keyboard = QApplication::focusWidget();
        if (keyboard && left->isAncestorOf(keyboard)) keyboard->clearFocus();
        rename();
        left->commit();
        if (left == m_form && id != left->id()) tellRefusal(*left);
        m_name->setModified(false);
    }
    if (!m_form || id != m_form->id()) showForm(id);
    showHeader();
    showOutlook();
    showProblems();
    showUses();
}

/// What was typed waits there, and nobody has to look for it.
void InspectorPanel::tellRefusal(const ElementForm& form) {
    const auto& snapshot = m_around.document.snapshot();
    const bool isThere = snapshot && findElement(snapshot->model, form.id());
    if (const QString why = form.refusal(); isThere && !why.isEmpty())
        m_around.prompts.toast(why, tr("Go back"), [this, id = form.id()] { m_around.selection.select(id); });
}

void InspectorPanel::showForm(std::optional<ElementId> id) {
    ElementForm* const before = std::exchange(m_form, id ? formFor(*id) : nullptr);
    if (before && before != m_form) {
        before->rest();
        before->hide();
    }
    if (!m_form) return;
    m_form->show();
    m_scroll->verticalScrollBar()->setValue(0);
}

/// One of those that were made before where it has the same fields.
ElementForm* InspectorPanel::formFor(ElementId id) {
    const auto waits = [](const ElementForm* form) { return form->holdsRefused(); };
    auto known = std::find_if(m_forms.rbegin(), m_forms.rend(), [&](ElementForm* form) {
        return form->id() == id && waits(form) && form->turnTo(id);
    });
    if (known == m_forms.rend())
        known = std::find_if(m_forms.rbegin(), m_forms.rend(),
                             [id](ElementForm* form) { return form->turnTo(id); });
    if (known != m_forms.rend()) {
        std::rotate(m_forms.rbegin(), known, std::next(known));
        return m_forms.back();
    }
    if (const auto oldest = std::ranges::find_if_not(m_forms, waits);
        m_forms.size() >= mostForms && oldest != m_forms.end()) {
        (*oldest)->deleteLater();
        m_forms.erase(oldest);
    }
    m_place->addWidget(m_forms.emplace_back(new ElementForm(m_around, id, m_theme, m_body)));
    return m_forms.back();
}

void InspectorPanel::showHeader() {
    const auto& snapshot = m_around.document.snapshot();
    const auto found = snapshot && m_form ? findElement(snapshot->model, m_form->id()) : std::nullopt;
    const Element* element = found ? found->base() : nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_swatch, m_name, m_kind})
        part->setVisible(element != nullptr);
    const auto& undeclared = m_around.selection.undeclared();
    m_undeclared->setVisible(snapshot && undeclared);
    if (m_undeclared->isVisibleTo(m_body)) m_undeclared->show(*undeclared, m_theme);
    m_summary->setVisible(element == nullptr && !m_undeclared->isVisibleTo(m_body));
    const auto refused = element ? m_form->refusedName() : std::nullopt;
    m_nameRemark->setText(refused ? withLongWordsBroken(refused->why) : QString());
    m_nameRemark->setVisible(refused.has_value());
    if (!element) return showSummary();
    m_swatch->setPixmap(picture::swatch(found->kind, m_theme, devicePixelRatioF()));
    if (!m_name->isModified() || !m_name->hasFocus()) {
        m_name->setText(refused ? refused->text : toQString(element->name));
        m_name->setModified(refused.has_value());
    }
    QString kind = viewmodels::kindWord(found->kind);
    const auto around = std::ranges::find_if(snapshot->model.contexts, [&](const auto& context) {
        return context->name == found->context && context->id != element->id;
    });
    if (!found->context.empty() && around != snapshot->model.contexts.end()) {
        const Context& context = **around;
        kind = tr("%1 of %2")
                   .arg(kind, link(context.id,
                                   toQString(context.title.empty() ? diagram::headingFromName(context.name)
                                                                   : context.title),
                                   m_theme.accent));
    }
    const auto& judgement = m_around.judge.latest();
    if (judgement && judgement->lookup->find(element->id) && !judgement->there->find(element->id))
        kind = tr("%1, not there at the stage %2")
                   .arg(kind, toQString(jobs::stageOf(*judgement)).toHtmlEscaped());
    m_kind->setText(kind);
}

void InspectorPanel::showSummary() {
    const auto& snapshot = m_around.document.snapshot();
    if (!snapshot) return m_summary->setText(tr("No model is open."));
    if (m_around.selection.ids().size() < 2) {
        const auto judgement = jobs::Judgement{.lookup = m_around.document.lookup()};
        const jobs::Counts counts = jobs::countsOf(judgement);
        if (counts.contexts == 0)
            return m_summary->setText(tr("The model is empty. Press C on the canvas for its first context."));
        m_summary->setText(tr("%1.<br>Select something to see and change what it says.")
                               .arg(workspace::countedKinds(counts).join(QStringLiteral(", "))));
        return;
    }
    QString text = tr("<b>%1 selected</b>").arg(m_around.selection.ids().size());
    for (const ElementId id : m_around.selection.ids())
        if (const auto found = findElement(snapshot->model, id); found && found->base())
            text += QStringLiteral("<br>%1 %2")
                        .arg(viewmodels::kindWord(found->kind),
                             link(id, toQString(found->base()->name), m_theme.accent));
    m_summary->setText(text);
}

/// Whether the promise of a view can be kept (of a subscription: for what comes by it), or what a decision
/// risks.
void InspectorPanel::showOutlook() {
    std::optional<viewmodels::Outlook> outlook;
    const auto& judgement = m_around.judge.latest();
    const bool one = m_form && m_form->id();
    const Located* found = one && judgement && judgement->analysis
                               ? judgement->lookup->find(m_around.selection.current())
                               : nullptr;
    if (found && found->key.kind == ElementKind::Decision) {
        outlook = viewmodels::outlookOf(*judgement->analysis, found->key.name);
    } else if (found && found->key.kind == ElementKind::View) {
        outlook = viewmodels::outlookOf(*judgement->analysis, parseRef(found->key.name, {}));
    } else if (found && found->key.kind == ElementKind::Subscription && found->consumer) {
        const Ref event = std::get<const Subscription*>(found->element)->event;
        outlook =
            viewmodels::outlookOf(*judgement->analysis, {found->context->name, found->consumer->name}, event);
    }
    m_outlook->show(outlook, m_theme);
}

void InspectorPanel::showProblems() {
    QString text;
    const auto& judgement = m_around.judge.latest();
    if (m_form && m_form->id() && judgement && judgement->snapshot)
        for (const Finding& finding : judgement->findings) {
            if (placeOf(finding, *judgement->lookup).id != m_form->id()) continue;
            const QColor& colour = finding.severity == Severity::Error     ? m_theme.broken.text
                                   : finding.severity == Severity::Warning ? m_theme.atRisk.text
                                                                           : m_theme.quietText;
            text += QStringLiteral("<p style=\"margin:0 0 6px 0\"><span style=\"color:%1\">%2</span> %3 "
                                   "<span style=\"color:%4\">%5</span></p>")
                        .arg(colour.name(),
                             finding.severity == Severity::Error     ? QStringLiteral("✕")
                             : finding.severity == Severity::Warning ? QStringLiteral("!")
                                                                     : QStringLiteral("i"),
                             withLongWordsBroken(toQString(finding.message)).toHtmlEscaped(),
                             m_theme.quietText.name(), toQString(finding.rule));
        }
    m_problems->setText(text);
    m_problems->setVisible(!text.isEmpty());
    m_problemsTitle->setVisible(!text.isEmpty());
}

void InspectorPanel::showUses() {
    const auto& judgement = m_around.judge.latest();
    const auto& undeclared = m_around.selection.undeclared();
    const bool one = undeclared || (m_form && m_form->id());
    if (judgement && undeclared)
        m_usedIn.showUndeclared(*judgement->lookup, *undeclared);
    else if (judgement && one)
        m_usedIn.show(*judgement->lookup, m_form->id());
    const bool any = one && m_usedIn.rowCount() > 0;
    m_uses->setVisible(any);
    if (!any) return;
    m_uses->expandAll();
    int lines = 0;
    for (QModelIndex line = m_usedIn.index(0, 0); line.isValid(); line = m_uses->indexBelow(line))
        ++lines;
    m_uses->setFixedHeight(lines * UseDelegate::lineHeight + 2);
}

void InspectorPanel::rename() {
    if (!m_form || !m_name->isModified()) return;
    m_name->setModified(false);
    m_form->rename(m_name->text().trimmed());
    showHeader();
}

void InspectorPanel::reveal() {
    const std::string& field = m_around.selection.field();
    if (!m_form || field.empty()) return;
    m_form->focusOn(field);
    mark(m_body->focusWidget());
    setFocusProxy(m_marked); // whoever goes into the panel goes on there
    m_staysInView = true;
    bringIntoView();
}

/// What a problem is about stays to be seen while the keyboard is elsewhere.
void InspectorPanel::mark(QWidget* field) {
    const auto put = [](QWidget* on, bool marked) {
        on->setProperty("marked", marked);
        on->style()->unpolish(on);
        on->style()->polish(on);
    };
    if (m_marked) put(m_marked, false);
    m_marked = field;
    if (m_marked) put(m_marked, true);
    // A form that is new, or a part of it that was closed, has its places only a little later; what is said
    // above the field may come later still.
    for (QWidget* around = field; around && around != m_body; around = around->parentWidget())
        around->installEventFilter(this);
}

void InspectorPanel::bringIntoView() {
    const QWidget* keyboard = QApplication::focusWidget();
    const bool isElsewhere = keyboard && keyboard != m_marked && m_body->isAncestorOf(keyboard);
    if (!m_marked || !m_staysInView || isElsewhere) return;
    for (QWidget* around = m_marked; around != m_scroll && around; around = around->parentWidget())
        if (around->layout()) around->layout()->activate();
    // Of a table ensureWidgetVisible would show one cell.
    const QRect place(m_marked->mapTo(m_body, QPoint()), m_marked->size());
    m_scroll->ensureVisible(place.center().x(), place.center().y(), 0, place.height() / 2 + 3 * panelInset);
}

/// Esc takes back what was typed into the name; elsewhere it leaves the panel.
bool InspectorPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &InspectorPanel::bringIntoView, Qt::QueuedConnection);
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_name || !key || !m_name->isModified() ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return Panel::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        m_name->setModified(false);
        m_form->forgetRefusedName();
        showHeader();
    }
    return true;
}

Panel* createInspectorPanel(const workspace::Workspace& around, const picture::Theme& theme,
                            QWidget* parent) {
    return new InspectorPanel(around, theme, parent);
}

} // namespace factline::panels
