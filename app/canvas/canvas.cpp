// SPDX-License-Identifier: Apache-2.0
#include "canvas/canvas.h"

#include <algorithm>

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "canvas/accessible.h"
#include "canvas/commands.h"
#include "canvas/contour_key.h"
#include "canvas/handle.h"
#include "canvas/hiding.h"
#include "canvas/hit.h"
#include "canvas/hover.h"
#include "canvas/minimap.h"
#include "canvas/near.h"
#include "canvas/supposition.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "workspace/addition.h"
#include "workspace/removal.h"

namespace factline::canvas {

Canvas::Canvas(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : DiagramView(theme, parent)
    , m_around(around)
    , m_mover(*this, around)
    , m_editing(*this, around)
    , m_pointing(*this, around, m_mover, m_editing)
    , m_arrangement(*this, around)
    , m_measuring(around.judge)
    , m_minimap(new Minimap(*this, [this] { return lit(); }))
    , m_key(new ContourKey(*this)) {
    new Speech(*this, around.selection);
    addCommands(*this);
    action("arrange-cancel")->setEnabled(false);
    connect(&m_arrangement, &Arrangement::cancellableChanged, action("arrange-cancel"), &QAction::setEnabled);
    connect(this, &DiagramView::viewportChanged, m_minimap, &Minimap::follow);
    connect(this, &DiagramView::viewportChanged, m_key, &ContourKey::place);
    connect(m_minimap, &Minimap::centreWanted, this, [this](const QPointF& point) {
        setViewport(centredOn(viewport(), QRectF(point, QSizeF(0, 0)), size()));
    });
    const auto showWaiting = [this] {
        if (m_waiting) showPicture(m_waiting);
    };
    connect(&m_arrangement.way(), &Rearranging::moved, this, showWaiting);
    connect(&m_arrangement, &Arrangement::stopped, this, showWaiting);
    connect(&m_pointing, &Pointing::dropped, this, [this] {
        // What came meanwhile; where the drop changed the document, another picture is on its way.
        if (m_waiting && m_waiting->revision == m_around.document.revision()) showPicture(m_waiting);
        update();
    });
    followDocument();
    followDrawing();
    followWhatIf();
    connect(&m_around.selection, &viewmodels::Selection::changed, this, &Canvas::lightUp);
    connect(&m_measuring, &Measuring::measured, this, &Canvas::lightUp);
    connect(&m_around.selection, &viewmodels::Selection::reveal, this, &Canvas::reveal);
    if (const auto& latest = m_around.drawing.latest()) showPicture(latest);
    lightUp();
}

Canvas::~Canvas() = default;

void Canvas::followDocument() {
    auto& document = m_around.document;
    connect(&document, &document::Document::changed, this, [this] {
        m_pointing.cancelDrag(); // what is held may be gone
        // Who edits, undoes or gets a newer file keeps the place, also where a bar says so above the canvas.
        if (m_around.document.isOpen() && m_around.document.file() == m_file) return keepPlace();
        m_around.selection.clear();
        m_arrangement.way().stop();
        m_mover.cancel();
        clear();
        m_minimap->follow();
    });
    // Saved under another name it is still the same model; `changed` comes first where it is not.
    connect(&document, &document::Document::statusChanged, this,
            [this] { m_file = m_around.document.file(); });
    m_file = document.file();
}

void Canvas::followDrawing() {
    connect(&m_around.drawing, &jobs::Drawing::drawn, this, &Canvas::showPicture);
    connect(&m_around.drawing, &jobs::Drawing::failed, this, [this] {
        if (!m_mover.isHolding()) m_mover.cancel();
        m_arrangement.way().stop();
        m_arrangement.end();
    });
    connect(&m_around.drawing, &jobs::Drawing::arranged, this, [this](const diagram::Positions& positions) {
        m_arrangement.end();
        if (!hasDiagram() || m_pointing.isDragging()) return;
        m_mover.pictureCame();
        m_arrangement.show(positions);
        if (isFitted()) m_fittedUpTo = m_around.document.revision();
    });
}

void Canvas::showPicture(const std::shared_ptr<const jobs::Drawn>& drawn) {
    const document::Snapshot& state = m_around.document.snapshot();
    if (!state) return;
    // The first picture of a model is drawn once more with what the rules say of it.
    if (!hasDiagram() && !m_around.judge.isUpToDate()) return;
    // A file that cannot be understood at all must not take the picture away that was there.
    if (hasDiagram() && !state->base->problems.empty() && state->model.contexts.empty()) return;
    Rearranging& way = m_arrangement.way();
    if (m_pointing.isDragging() || way.isMoving() || m_arrangement.leadsTo(drawn->positions)) {
        m_waiting = drawn;
        return;
    }
    if (!isReadyFor(drawn->diagram, [this, drawn] { showPicture(drawn); })) return;
    // After a comment, say, it is the very same picture: it need not be prepared again.
    const bool isAnother =
        !hasDiagram() || !m_shown || m_shown->diagram != drawn->diagram || way.isShown() || m_mover.ghost();
    const bool refits = isFitted() && (way.isShown() || drawn->revision <= m_fittedUpTo);
    way.arrive();
    m_mover.pictureCame();
    if (isAnother) setDiagram(drawn->diagram);
    m_shown = drawn;
    suppose();
    m_waiting.reset();
    m_pointing.lookAgain();
    if (refits) fit();
    if (isAnother) lightUp();
    if (m_toReveal && m_toReveal == m_around.selection.current()) reveal();
    m_minimap->follow();
}

void Canvas::followWhatIf() {
    connect(&m_around.whatIf, &jobs::WhatIf::switched, this, &Canvas::showSupposed);
    connect(&m_around.whatIf, &jobs::WhatIf::supposed, this, &Canvas::showSupposed);
}

void Canvas::showSupposed() {
    if (!hasDiagram() || m_pointing.isDragging() || m_arrangement.way().isShown() || m_mover.ghost()) return;
    suppose();
    m_pointing.lookAgain();
}

/// Marks what is shown with what is tried out, or takes that back: nothing in it moves.
void Canvas::suppose() {
    const auto& supposed = m_around.whatIf.latest();
    const Supposition now = supposed ? supposedOn(*m_shown->diagram, *supposed) : Supposition{};
    picture::BadgesByNode changed;
    for (std::size_t i = 0; i < diagram().nodes.size(); ++i) {
        const auto tried = now.badges.find(i);
        const auto& badges = tried == now.badges.end() ? m_shown->diagram->nodes[i].badges : tried->second;
        if (badges != diagram().nodes[i].badges) changed.emplace(i, badges);
    }
    setBadges(changed);
    if (now.lines == m_tried) return;
    m_tried = now.lines;
    refresh();
}

void Canvas::setTheme(const picture::Theme& theme) {
    DiagramView::setTheme(theme);
    m_arrangement.setTheme(theme);
    m_editing.setTheme(theme);
    m_minimap->update();
    explain();
}

void Canvas::resizeEvent(QResizeEvent* event) {
    DiagramView::resizeEvent(event);
    m_minimap->follow();
    m_key->place();
    m_arrangement.place();
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
    if (!hasDiagram() || m_pointing.isDragging()) return;
    m_pointing.forgetPress();
    if (event->reason() == QContextMenuEvent::Mouse) m_pointing.choose(QPointF(event->pos()));
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, *this);
    menu->popup(event->globalPos());
}

QAction* Canvas::action(const char* id) const {
    return findChild<QAction*>(QLatin1String(id), Qt::FindDirectChildrenOnly);
}

std::optional<ElementKey> Canvas::selected() const {
    if (!hasDiagram()) return std::nullopt;
    const auto& undeclared = m_around.selection.undeclared();
    if (undeclared) return rectOf(diagram(), *undeclared) ? undeclared : std::nullopt;
    return keyOf(diagram(), m_around.selection.current());
}

void Canvas::selectAll() {
    if (!hasDiagram()) return;
    std::vector<ElementId> ids;
    for (const auto& node : diagram().nodes)
        if (node.id) ids.push_back(node.id);
    m_around.selection.set(std::move(ids));
}

void Canvas::removeSelected() {
    workspace::remove(m_around, m_around.selection.ids());
}

void Canvas::declareSelected() {
    if (const auto key = m_around.selection.undeclared()) (void)workspace::declare(m_around, *key);
}

void Canvas::fitWhole() {
    fit();
    m_fittedUpTo = m_around.document.revision();
}

void Canvas::fitSelection() {
    if (!hasDiagram()) return;
    QRectF place;
    const Moved chosen = movedBy(diagram(), m_around.selection.ids(), m_around.selection.undeclared());
    for (const std::size_t context : chosen.contexts)
        place |= picture::toQt(diagram().contexts[context].rect);
    for (const std::size_t node : chosen.nodes)
        place |= picture::toQt(diagram().nodes[node].rect);
    if (!place.isEmpty()) setViewport(fitting(place, size()));
}

void Canvas::stepAlong(int by) {
    const auto from = selected();
    const auto to = from ? m_steps.step(diagram(), *from, by) : std::nullopt;
    const auto node = to ? nodeOf(diagram(), *to) : std::nullopt;
    if (node) choose(*node);
}

void Canvas::choose(std::size_t node) {
    const auto& shape = diagram().nodes[node];
    if (shape.id)
        m_around.selection.select(shape.id);
    else
        m_around.selection.selectUndeclared(shape.key);
    bringIntoView(picture::toQt(shape.rect));
}

double Canvas::hides(const QRect& place) const {
    double area = 0;
    for (const QWidget* corner :
         {static_cast<const QWidget*>(m_minimap), static_cast<const QWidget*>(m_key)}) {
        const QRect shared = corner->geometry() & place;
        if (!corner->isHidden()) area += double(shared.width()) * shared.height();
    }
    if (!hasDiagram()) return area;
    const double unit = viewport().scale;
    return area + unit * unit * hiddenBy(viewport().toDiagram(QRectF(place)), diagram(), lit());
}

std::set<ElementKey> Canvas::lit() const {
    picture::PaintOptions options;
    mark(options);
    options.lit.merge(ringed());
    return std::move(options.lit);
}

void Canvas::setLargeNames(bool large) {
    m_largeNames = large;
    m_minimap->setWanted(!large); // a room needs all of the picture
    refresh();
}

void Canvas::focusWider() {
    if (!hasDiagram()) return;
    const Viewport before = viewport();
    const bool isFirst = !m_spotlight.isFocused();
    if (!m_spotlight.widen(diagram(), m_around.selection))
        return m_around.prompts.toast(tr("Select what to focus on, then press F."));
    if (isFirst) m_beforeFocus = before;
    explain();
}

/// Brings what is selected into view; what has just been added, when its picture comes. It was not the
/// pointer that chose it: what that happens to rest on is none of it.
void Canvas::reveal() {
    m_pointing.leave();
    const auto key = selected();
    const auto place = key ? rectOf(diagram(), *key) : std::nullopt;
    m_toReveal = place ? ElementId{} : m_around.selection.current();
    if (place) bringIntoView(*place);
}

void Canvas::lightUp() {
    action("declare")->setEnabled(m_around.selection.undeclared().has_value());
    m_measuring.follow(hasDiagram() ? followedFact(diagram(), m_around.selection) : std::nullopt);
    if (hasDiagram())
        m_spotlight.follow(diagram(), m_around.selection, m_measuring.delays());
    else
        m_spotlight.forget();
    explain();
}

/// What is lit has changed.
void Canvas::explain() {
    m_minimap->follow(); // away from it
    m_key->explain(contours());
    remark();
}

QRectF Canvas::watched() const {
    const auto key = selected();
    return key ? rectOf(diagram(), *key).value_or(QRectF()) : QRectF();
}

QString Canvas::tip(const QPointF& point) const {
    QString text = DiagramView::tip(point);
    const auto element = contours() ? elementAt(diagram(), point) : std::nullopt;
    if (!element) return text;
    const auto reached = contours()->reached.find(*element);
    if (reached == contours()->reached.end()) return text;
    return text + QLatin1Char('\n') + picture::toQString(reached->second.explanation);
}

std::set<ElementKey> Canvas::ringed() const {
    std::set<ElementKey> keys;
    for (const ElementId id : m_around.selection.ids())
        if (auto key = keyOf(diagram(), id)) keys.insert(std::move(*key));
    if (m_around.selection.undeclared()) keys.insert(*m_around.selection.undeclared());
    return keys;
}

void Canvas::mark(picture::PaintOptions& options) const {
    options.large = m_largeNames && options.scale <= nearAbove; // beyond, what names leave free is told of
    if (m_mover.ghost()) return; // where things are moved, all of them have to be seen
    if (!m_arrangement.way().isShown()) options.tried = m_tried;
    if (const auto* lit = m_pointing.lit()) {
        options.lit = *lit;
        return;
    }
    m_spotlight.mark(options);
    options.lines = m_arrangement.way().lines();
    if (m_arrangement.way().isShown()) options.contours = nullptr; // lines are on their way
}

void Canvas::paintDiagram(QPainter& painter, const picture::PaintOptions& options) const {
    if (m_arrangement.way().isShown())
        m_arrangement.way().paint(painter, options);
    else if (const Ghost* ghost = m_mover.ghost())
        ghost->paintRest(painter, options);
    else
        DiagramView::paintDiagram(painter, options);
    const auto& judged = m_around.judge.latest();
    if (options.scale > nearAbove && judged && !m_mover.ghost() && !m_arrangement.way().isShown())
        paintNear(painter, diagram(), *judged->lookup, theme(), options);
}

void Canvas::paintOver(QPainter& painter) const {
    if (!hasDiagram() || m_arrangement.way().isShown()) return;
    if (!m_mover.ghost()) DiagramView::paintOver(painter);
    const bool dragging = m_pointing.isDragging();
    if (m_around.whatIf.isOn()) paintSupposedFrame(painter, rect(), theme());
    if (const Ghost* ghost = m_mover.ghost()) {
        picture::PaintOptions options;
        options.scale = viewport().scale;
        options.visible = viewport().toDiagram(QRectF(rect()));
        options.selected = ringed();
        mark(options);
        ghost->paintMoved(painter, viewport(), options);
    } else if (m_pointing.hovered() && !dragging) {
        paintHover(painter, diagram(), *m_pointing.hovered(), theme(), viewport());
    }
    if (!m_mover.ghost() && !dragging)
        for (const std::size_t node : m_pointing.handles())
            paintHandle(painter, diagram(), node, theme(), viewport());
    m_pointing.paintDrag(painter);
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || isSpaceDown() || !hasDiagram() || m_arrangement.way().isShown())
        return DiagramView::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    m_pointing.press(*event);
    event->accept();
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    if (isPanning()) return DiagramView::mouseMoveEvent(event);
    m_pointing.move(event->position());
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    if (isPanning() || event->button() != Qt::LeftButton) return DiagramView::mouseReleaseEvent(event);
    m_pointing.release(event->position());
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !isSpaceDown()) m_pointing.doubleClick(event->position());
}

void Canvas::leaveEvent(QEvent* event) {
    m_pointing.leave();
    DiagramView::leaveEvent(event);
}

/// An arrow walks along lines from what is selected (with Shift from nothing, too; with Ctrl and Shift what
/// it comes to is added), Ctrl+arrow moves what is selected.
bool Canvas::step(const QKeyEvent& event) {
    const auto direction = directionOf(event.key());
    if (!direction || !hasDiagram() || m_pointing.isDragging()) return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool adds = modifiers == (Qt::ControlModifier | Qt::ShiftModifier);
    if (adds || modifiers == Qt::ShiftModifier || (modifiers == Qt::NoModifier && selected())) {
        const auto from = selected();
        const auto next = stepFrom(diagram(), from, *direction, from ? m_turns[{*from, *direction}]++ : 0);
        if (!next) return true;
        const auto& node = diagram().nodes[*next];
        if (!node.id || !adds) {
            choose(*next);
            return true;
        }
        auto ids = m_around.selection.ids();
        std::erase(ids, node.id);
        ids.push_back(node.id);
        m_around.selection.set(std::move(ids));
        bringIntoView(picture::toQt(node.rect));
        return true;
    }
    if (modifiers == Qt::ControlModifier) {
        m_mover.nudge(wayOf(*direction) * placeGrid, event.isAutoRepeat());
        return true;
    }
    return false;
}

bool Canvas::escape() {
    m_pointing.forgetPress();
    bool did = true;
    if (m_pointing.cancelDrag()) {
        if (m_waiting) showPicture(m_waiting);
    } else if (m_spotlight.end()) {
        if (viewport() != m_beforeFocus) setViewport(m_beforeFocus);
    } else {
        did = !m_around.selection.ids().empty() || m_around.selection.undeclared();
        m_turns.clear();
        m_around.selection.clear();
    }
    explain();
    return did;
}

void Canvas::keyPressEvent(QKeyEvent* event) {
    if (step(*event)) return m_pointing.leave();
    if (event->key() == Qt::Key_Escape) return event->setAccepted(escape());
    DiagramView::keyPressEvent(event);
}

} // namespace factline::canvas
