// SPDX-License-Identifier: Apache-2.0
#include "canvas/canvas.h"

#include <algorithm>

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "canvas/busy_note.h"
#include "canvas/commands.h"
#include "canvas/handle.h"
#include "canvas/hit.h"
#include "canvas/hover.h"
#include "canvas/minimap.h"
#include "canvas/tools/band.h"
#include "canvas/tools/link_drag.h"
#include "canvas/tools/move_drag.h"
#include "canvas/walk.h"
#include "picture/shapes.h"
#include "workspace/removal.h"

namespace factline::canvas {

namespace {

constexpr int slack = 4; ///< pixels that a click may move
constexpr Qt::KeyboardModifiers adding = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

Canvas::Canvas(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : DiagramView(theme, parent)
    , m_around(around)
    , m_mover(*this, around)
    , m_editing(*this, around)
    , m_minimap(new Minimap(*this))
    , m_busy(new BusyNote(this))
    , m_rearranging(new Rearranging(this)) {
    addCommands();
    setArranging(false);
    m_busy->setTheme(theme);
    connect(this, &DiagramView::viewportChanged, m_minimap, &Minimap::follow);
    connect(m_minimap, &Minimap::centreWanted, this, [this](const QPointF& point) {
        setViewport(centredOn(viewport(), QRectF(point, QSizeF(0, 0)), size()));
    });
    connect(m_busy, &BusyNote::cancelled, this, &Canvas::cancelArrange);
    connect(m_rearranging, &Rearranging::changed, this, &Canvas::refresh);
    connect(m_rearranging, &Rearranging::moved, this, [this] {
        if (m_waiting) showPicture(m_waiting);
    });
    follow();
}

Canvas::~Canvas() = default;

void Canvas::follow() {
    auto& document = m_around.document;
    connect(&document, &document::Document::changed, this, [this] {
        if (m_drag) std::exchange(m_drag, nullptr)->cancel(); // what is held may be gone
        if (m_around.document.isOpen() && m_around.document.file() == m_file) return;
        m_around.selection.clear();
        m_rearranging->stop();
        m_mover.cancel();
        clear();
        m_minimap->follow();
    });
    // Saved under another name it is still the same model; `changed` comes first where it is not.
    connect(&document, &document::Document::statusChanged, this,
            [this] { m_file = m_around.document.file(); });
    connect(&m_around.drawing, &jobs::Drawing::drawn, this, &Canvas::showPicture);
    connect(&m_around.drawing, &jobs::Drawing::failed, this, [this] {
        if (!m_mover.isHolding()) m_mover.cancel();
        m_rearranging->stop();
        setArranging(false);
    });
    connect(&m_around.drawing, &jobs::Drawing::arranged, this, &Canvas::rearrange);
    connect(&m_around.selection, &viewmodels::Selection::changed, this, &Canvas::lightUp);
    connect(&m_around.selection, &viewmodels::Selection::reveal, this, &Canvas::reveal);
    m_file = document.file();
    if (const auto& latest = m_around.drawing.latest()) showPicture(latest);
}

void Canvas::showPicture(const std::shared_ptr<const jobs::Drawn>& drawn) {
    const document::Snapshot& state = m_around.document.snapshot();
    if (!state) return;
    // The first picture of a model is drawn once more with what the rules say of it.
    if (!hasDiagram() && !m_around.judge.isUpToDate()) return;
    // A file that cannot be understood at all must not take the picture away that was there.
    if (hasDiagram() && !state->base->problems.empty() && state->model.contexts.empty()) return;
    if (m_drag || m_rearranging->isMoving()) {
        m_waiting = drawn;
        return;
    }
    const bool refits = m_rearranging->isShown() && isFitted();
    m_rearranging->arrive();
    m_mover.pictureCame();
    m_hovered.reset();
    setDiagram(*drawn->diagram);
    m_waiting.reset();
    if (m_pointer) hover(*m_pointer);
    if (refits) fit();
    lightUp();
    m_minimap->follow();
}

void Canvas::setTheme(const picture::Theme& theme) {
    DiagramView::setTheme(theme);
    m_busy->setTheme(theme);
    m_editing.setTheme(theme);
    m_minimap->update();
}

void Canvas::arrange() {
    if (!m_around.document.isOpen() || !hasDiagram()) return;
    setArranging(true);
    m_around.drawing.arrange();
}

void Canvas::cancelArrange() {
    m_around.drawing.cancel();
    setArranging(false);
}

void Canvas::setArranging(bool arranging) {
    action("arrange-cancel")->setEnabled(arranging);
    if (arranging)
        m_busy->say(tr("Laying everything out …"));
    else
        m_busy->hide();
}

void Canvas::rearrange(const diagram::Positions& positions) {
    setArranging(false);
    if (!hasDiagram() || m_drag) return;
    m_mover.pictureCame();
    m_rearranging->start(diagram(), positions, theme());
    diagram::Positions all = m_around.document.snapshot()->positions;
    for (const auto& [key, at] : positions.nodes)
        all.nodes.insert_or_assign(key, at);
    const auto revision = m_around.document.revision();
    m_around.document.place(std::move(all), tr("Lay out again"));
    if (revision == m_around.document.revision()) m_rearranging->stop(); // all stands there already
}

void Canvas::resizeEvent(QResizeEvent* event) {
    DiagramView::resizeEvent(event);
    m_minimap->follow();
    m_busy->place();
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
    if (!hasDiagram() || m_drag) return;
    m_press.reset();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const ElementId hit = idAt(diagram(), viewport().toDiagram(QPointF(event->pos())));
        const auto& ids = m_around.selection.ids();
        if (std::ranges::find(ids, hit) == ids.end())
            m_around.selection.set(hit ? std::vector{hit} : std::vector<ElementId>{});
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const char* group = "";
    for (const CommandKind& kind : commandKinds()) {
        if (!kind.inMenu) continue;
        if (*group && std::string_view(group) != kind.inMenu) menu->addSeparator();
        group = kind.inMenu;
        menu->addAction(action(kind.id));
    }
    menu->popup(event->globalPos());
}

QAction* Canvas::action(const char* id) const {
    return findChild<QAction*>(QLatin1String(id), Qt::FindDirectChildrenOnly);
}

void Canvas::addCommands() {
    for (const CommandKind& kind : commandKinds()) {
        auto* command = new QAction(commandText(kind), this);
        command->setObjectName(QLatin1String(kind.id));
        if (*kind.key) command->setShortcut(QKeySequence(QLatin1String(kind.key)));
        command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(command);
        connect(command, &QAction::triggered, this, [this, run = kind.run] { run(*this); });
    }
}

std::optional<ElementKey> Canvas::selected() const {
    if (!hasDiagram()) return std::nullopt;
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

void Canvas::fitSelection() {
    if (!hasDiagram()) return;
    QRectF place;
    const Moved chosen = movedBy(diagram(), m_around.selection.ids());
    for (const std::size_t context : chosen.contexts)
        place |= picture::toQt(diagram().contexts[context].rect);
    for (const std::size_t node : chosen.nodes)
        place |= picture::toQt(diagram().nodes[node].rect);
    if (!place.isEmpty()) setViewport(fitting(place, size()));
}

void Canvas::focusWider() {
    if (!hasDiagram() || m_around.selection.ids().empty()) return;
    m_focus = around(diagram(), m_around.selection.ids(), ++m_hops);
    refresh();
}

void Canvas::reveal() {
    if (const auto key = selected())
        if (const auto place = rectOf(diagram(), *key)) bringIntoView(*place);
}

/// Works out what is lit; once for each selection and picture, because frames are many.
void Canvas::lightUp() {
    const auto& ids = m_around.selection.ids();
    m_path = hasDiagram() && ids.size() == 1 ? pathOf(diagram(), ids.front()) : Light{};
    if (m_hops > 0 && hasDiagram() && !ids.empty()) m_focus = around(diagram(), ids, m_hops);
    refresh();
}

void Canvas::mark(picture::PaintOptions& options) const {
    for (const ElementId id : m_around.selection.ids())
        if (auto key = keyOf(diagram(), id)) options.selected.insert(std::move(*key));
    if (m_mover.ghost()) return; // where things are moved, all of them have to be seen
    if (const auto* lit = m_drag ? m_drag->lit() : nullptr) {
        options.lit = *lit;
        return;
    }
    const Light& light = m_hops > 0 ? m_focus : m_path;
    options.lit = light.shapes;
    options.litEdges = m_path.edges;
    options.lines = m_rearranging->lines();
}

void Canvas::paintDiagram(QPainter& painter, const picture::PaintOptions& options) const {
    if (m_rearranging->isShown())
        m_rearranging->paint(painter, options);
    else if (const Ghost* ghost = m_mover.ghost())
        ghost->paintRest(painter, options);
    else
        DiagramView::paintDiagram(painter, options);
}

void Canvas::paintOver(QPainter& painter) const {
    if (!hasDiagram() || m_rearranging->isShown()) return;
    if (const Ghost* ghost = m_mover.ghost()) {
        picture::PaintOptions options;
        options.scale = viewport().scale;
        options.visible = viewport().toDiagram(QRectF(rect()));
        mark(options);
        ghost->paintMoved(painter, viewport(), options);
    } else if (m_hovered && !m_drag) {
        paintHover(painter, diagram(), *m_hovered, theme(), viewport());
    }
    if (!m_mover.ghost() && !m_drag)
        for (const std::size_t node : handles())
            paintHandle(painter, diagram().nodes[node], theme(), viewport());
    if (m_drag) m_drag->paint(painter);
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || isSpaceDown() || !hasDiagram() || m_rearranging->isShown())
        return DiagramView::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    m_press = {event->position(), idAt(diagram(), viewport().toDiagram(event->position())),
               handleAt(event->position()), event->modifiers()};
    event->accept();
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    if (isPanning()) return DiagramView::mouseMoveEvent(event);
    if (m_press && !m_drag && (event->position() - m_press->at).manhattanLength() >= slack) beginDrag();
    if (m_drag)
        m_drag->move(event->position());
    else if (!m_press)
        hover(event->position());
    m_pointer = event->position();
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    if (isPanning() || event->button() != Qt::LeftButton) return DiagramView::mouseReleaseEvent(event);
    if (m_drag) return endDrag(event->position());
    const auto press = std::exchange(m_press, std::nullopt);
    if (!press || press->linkFrom) return;
    if (!(press->modifiers & adding))
        m_around.selection.set(press->hit ? std::vector{press->hit} : std::vector<ElementId>{});
    else if (press->hit)
        m_around.selection.toggle(press->hit);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    m_press.reset();
    if (event->button() != Qt::LeftButton || isSpaceDown()) return;
    const ElementId hit =
        hasDiagram() ? idAt(diagram(), viewport().toDiagram(event->position())) : ElementId{};
    const bool isNode = hit && hasDiagram() && nodeUnder(diagram(), viewport().toDiagram(event->position()));
    if (isNode) {
        m_around.selection.set({hit});
        m_editing.rename();
    } else {
        m_editing.quickInsert(event->position());
    }
}

std::vector<std::size_t> Canvas::handles() const {
    std::vector<std::size_t> nodes;
    if (!hasDiagram()) return nodes;
    if (m_hovered && diagram().nodes[*m_hovered].id) nodes.push_back(*m_hovered);
    const auto& ids = m_around.selection.ids();
    for (std::size_t i = 0; ids.size() == 1 && i < diagram().nodes.size(); ++i)
        if (diagram().nodes[i].id == ids.front() && i != m_hovered) nodes.push_back(i);
    return nodes;
}

ElementId Canvas::handleAt(const QPointF& at) const {
    for (const std::size_t node : handles())
        if (isOnHandle(diagram().nodes[node], viewport(), at)) return diagram().nodes[node].id;
    return {};
}

void Canvas::beginDrag() {
    const Press press = *m_press;
    auto& selection = m_around.selection;
    if (press.linkFrom) {
        m_drag = std::make_unique<LinkDrag>(*this, m_around, m_editing, press.linkFrom);
        return;
    }
    if (press.hit && !(press.modifiers & Qt::ShiftModifier)) {
        if (std::ranges::find(selection.ids(), press.hit) == selection.ids().end())
            selection.set({press.hit});
        if (m_mover.take(press.hit)) m_drag = std::make_unique<MoveDrag>(*this, m_mover, press.at);
        return;
    }
    m_drag = std::make_unique<Band>(*this, selection, press.at,
                                    press.modifiers & adding ? selection.ids() : std::vector<ElementId>{});
}

void Canvas::endDrag(const QPointF& at) {
    m_press.reset();
    std::exchange(m_drag, nullptr)->drop(at);
    // What came meanwhile; where the drop changed the document, another picture is on its way.
    if (m_waiting && m_waiting->revision == m_around.document.revision()) showPicture(m_waiting);
    update();
}

void Canvas::leaveEvent(QEvent* event) {
    m_pointer.reset();
    if (std::exchange(m_hovered, std::nullopt)) update();
    DiagramView::leaveEvent(event);
}

void Canvas::hover(const QPointF& at) {
    if (m_hovered && isOnHandle(diagram().nodes[*m_hovered], viewport(), at)) return;
    const auto node = hasDiagram() ? nodeUnder(diagram(), viewport().toDiagram(at)) : std::nullopt;
    if (node == m_hovered) return;
    m_hovered = node;
    update();
}

/// Shift+arrow walks along lines, Ctrl+arrow moves what is selected.
bool Canvas::step(const QKeyEvent& event) {
    Direction direction{};
    QPointF way;
    switch (event.key()) {
    case Qt::Key_Left:
        direction = Direction::Left;
        way = {-placeGrid, 0};
        break;
    case Qt::Key_Right:
        direction = Direction::Right;
        way = {placeGrid, 0};
        break;
    case Qt::Key_Up:
        direction = Direction::Up;
        way = {0, -placeGrid};
        break;
    case Qt::Key_Down:
        direction = Direction::Down;
        way = {0, placeGrid};
        break;
    default:
        return false;
    }
    const auto modifiers = event.modifiers() & (adding | Qt::AltModifier | Qt::MetaModifier);
    if (!hasDiagram() || m_drag) return false;
    if (modifiers == Qt::ShiftModifier) {
        const ElementId next = stepFrom(diagram(), m_around.selection.current(), direction);
        if (next) m_around.selection.select(next);
        return true;
    }
    if (modifiers == Qt::ControlModifier) {
        m_mover.nudge(way, event.isAutoRepeat());
        return true;
    }
    return false;
}

void Canvas::escape() {
    m_press.reset();
    if (m_drag) {
        std::exchange(m_drag, nullptr)->cancel();
        if (m_waiting) showPicture(m_waiting);
    } else if (m_hops > 0) {
        m_hops = 0;
        m_focus = {};
    } else {
        m_around.selection.clear();
    }
    refresh();
}

void Canvas::keyPressEvent(QKeyEvent* event) {
    if (step(*event)) return;
    if (event->key() == Qt::Key_Escape) return escape();
    DiagramView::keyPressEvent(event);
}

} // namespace factline::canvas
