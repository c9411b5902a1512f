// SPDX-License-Identifier: Apache-2.0
#include "canvas/diagram_view.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <vector>

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QToolTip>
#include <QWheelEvent>

#include "canvas/hit.h"
#include "picture/text.h"

namespace factline::canvas {

namespace {

constexpr double wheelStep = 1.2; ///< factor for one notch of the wheel
constexpr double keyStep = 64;    ///< pixels for one press of an arrow key
constexpr double gridStep = 24;   ///< units between two dots
constexpr double finestGrid = 14; ///< pixels between two dots at least

/// Drawn once and copied: thousands of round points cost as much as the rest of the picture.
QPixmap gridDot(const QColor& colour, qreal ratio) {
    QPixmap dot(QSize(4, 4) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(2, 2), 1, 1);
    return dot;
}

/// Whether so many of the same shapes stand elsewhere that hardly anything of the one picture is in the
/// other.
bool isLaidOutAnew(const diagram::Diagram& before, const diagram::Diagram& after) {
    std::unordered_map<ElementKey, diagram::Rect> places;
    for (const diagram::NodeShape& node : before.nodes)
        places.emplace(node.key, node.rect);
    std::size_t same = 0, moved = 0;
    for (const diagram::NodeShape& node : after.nodes)
        if (const auto at = places.find(node.key); at != places.end())
            ++(at->second == node.rect ? same : moved);
    return moved > same;
}

} // namespace

DiagramView::DiagramView(const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Diagram"));
}

void DiagramView::setDiagram(std::shared_ptr<const diagram::Diagram> diagram) {
    const bool first = !m_painter || m_extent.isEmpty(); // of nothing there is no place to keep
    const QRectF before = m_extent;
    if (const auto ready = m_preparing.take(diagram))
        m_painter = std::move(*ready);
    else if (m_painter)
        m_painter->show(std::move(diagram));
    else
        m_painter.emplace(std::move(diagram), m_theme);
    m_extent = m_painter->extent();
    if (first)
        fit();
    else if (m_extent != before)
        m_fitted = false; // who edits keeps the place, also where a bar comes or goes
    refresh();
}

void DiagramView::setBadges(const picture::BadgesByNode& badges) {
    if (badges.empty()) return;
    const QRectF before = m_extent;
    const auto spoil = [&] {
        for (const auto& [node, its] : badges)
            m_cache.spoil(m_viewport.toScreen(m_painter->extentOf(node)).adjusted(-2, -2, 2, 2));
    };
    spoil();
    m_painter->setBadges(badges);
    spoil();
    m_extent = m_painter->extent();
    if (m_extent != before) m_fitted = false;
    if (picture::detailAt(m_viewport.scale) == picture::Detail::Overview)
        refresh(); // what stands where depends on all that is seen
    else
        update();
}

void DiagramView::clear() {
    m_preparing.cancel();
    m_painter.reset();
    refresh();
}

bool DiagramView::isReadyFor(const std::shared_ptr<const diagram::Diagram>& diagram,
                             std::function<void()> then) {
    if (m_preparing.has(diagram)) return true;
    const bool near = m_painter && !isLaidOutAnew(m_painter->diagram(), *diagram);
    if (near || !Preparation::pays(*diagram)) {
        if (m_preparing.isAwaited()) { // an earlier one, which must not come after this
            m_preparing.cancel();
            if (m_painter && m_painter->theme().name != m_theme.name) setTheme(m_theme);
        }
        return true;
    }
    m_preparing.await(diagram, m_theme, [this, then = std::move(then)] {
        then();
        emit prepared();
    });
    return false;
}

/// That of the picture, until it is prepared in another one.
const picture::Theme& DiagramView::shownTheme() const {
    return m_painter ? m_painter->theme() : m_theme;
}

void DiagramView::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    const bool isShown = m_painter && !m_preparing.isAwaited();
    if (isShown && Preparation::pays(m_painter->diagram())) {
        m_preparing.start(m_painter->sharedDiagram(), m_theme, [this](const Preparation::Painter& painter) {
            const auto shown = m_painter->sharedDiagram(); // another one, perhaps, since
            m_painter = std::move(*painter);
            if (m_painter->sharedDiagram() != shown) m_painter->show(shown);
            refresh();
        });
    } else if (isShown) {
        m_painter = picture::DiagramPainter(m_painter->sharedDiagram(), m_theme);
    } else {
        m_preparing.turnTo(m_theme);
    }
    refresh();
}

void DiagramView::refresh() {
    m_cache.invalidate();
    update();
}

void DiagramView::remark() {
    if (!m_painter) return refresh();
    const picture::PaintOptions now = marks();
    const auto isOverview = [](const picture::PaintOptions& options) {
        return picture::detailAt(options.scale) == picture::Detail::Overview;
    };
    if (m_marked && isOverview(now) && isOverview(*m_marked) && picture::isSameOverview(now, *m_marked))
        update();
    else
        refresh();
}

void DiagramView::setInvitation(const QString& text) {
    m_invitation = text;
    update();
}

void DiagramView::setViewport(const Viewport& viewport) {
    m_fitted = false;
    if (viewport == m_viewport) return;
    const bool zoomed = viewport.scale != m_viewport.scale;
    m_viewport = viewport;
    update();
    if (zoomed) emit zoomChanged(viewport.scale);
    emit viewportChanged();
}

void DiagramView::fit() {
    if (!m_painter) return;
    setViewport(fittingHere());
    m_fitted = true;
    m_follows = true;
}

Viewport DiagramView::fittingHere() const {
    return fitting(m_extent, QSizeF(width(), height() - (lineRoom - fittingMargin)));
}

namespace {

/// What stays where it is while zooming by keys: what the pointer is at, else the middle.
QPointF anchorOf(const QWidget& view) {
    const QPointF pointer = view.mapFromGlobal(QPointF(QCursor::pos()));
    return view.underMouse() && view.rect().contains(pointer.toPoint()) ? pointer
                                                                        : QRectF(view.rect()).center();
}

} // namespace

void DiagramView::zoomTo(double scale) {
    setViewport(scaledAt(m_viewport, anchorOf(*this), scale));
}

void DiagramView::zoomBy(double factor) {
    setViewport(scaledAt(m_viewport, anchorOf(*this), m_viewport.scale * factor));
}

void DiagramView::scrollBy(const QPointF& pixels) {
    Viewport moved = m_viewport;
    moved.offset += pixels;
    setViewport(moved);
}

void DiagramView::bringIntoView(const QRectF& place) {
    if (!m_viewport.toDiagram(QRectF(rect())).contains(place))
        setViewport(centredOn(m_viewport, place, size()));
}

/// As little as is needed; of what is larger than the view, the upper left.
void DiagramView::keepInView(const QRectF& place) {
    const QRectF there =
        m_viewport.toScreen(place).adjusted(-fittingMargin, -fittingMargin, fittingMargin, fittingMargin);
    const auto by = [](double from, double to, double room) {
        return from < 0 ? -from : std::min(0.0, std::max(room - to, -from));
    };
    scrollBy({by(there.left(), there.right(), width()), by(there.top(), there.bottom(), height())});
}

QString DiagramView::tip(const QPointF& point) const {
    return tipAt(m_painter->diagram(), point);
}
void DiagramView::mark(picture::PaintOptions&) const {}

void DiagramView::paintDiagram(QPainter& painter, const picture::PaintOptions& options) const {
    if (picture::detailAt(options.scale) != picture::Detail::Overview)
        return m_painter->paint(painter, options);
    picture::PaintOptions without = options;
    without.selected.clear();
    m_painter->paint(painter, without);
}

void DiagramView::paintOver(QPainter& painter) const {
    if (!m_painter || picture::detailAt(m_viewport.scale) != picture::Detail::Overview) return;
    painter.save();
    painter.translate(m_viewport.offset);
    painter.scale(m_viewport.scale, m_viewport.scale);
    picture::PaintOptions options;
    options.scale = m_viewport.scale;
    options.selected = ringed();
    m_painter->paintRings(painter, options);
    painter.restore();
}

bool DiagramView::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::ToolTip:
        showTip(*static_cast<QHelpEvent*>(event));
        return true;
    case QEvent::NativeGesture:
        if (pinch(*static_cast<QNativeGestureEvent*>(event))) return true;
        break;
    case QEvent::Gesture:
        if (pinch(*static_cast<QGestureEvent*>(event))) return true;
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void DiagramView::showTip(const QHelpEvent& event) {
    const QString text = m_painter ? tip(m_viewport.toDiagram(QPointF(event.pos()))) : QString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), text, this);
}

bool DiagramView::pinch(const QNativeGestureEvent& event) {
    if (event.gestureType() != Qt::ZoomNativeGesture) return false;
    setViewport(scaledAt(m_viewport, event.position(), m_viewport.scale * (1 + event.value())));
    return true;
}

bool DiagramView::pinch(const QGestureEvent& event) {
    const auto* gesture = static_cast<QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (gesture == nullptr) return false;
    const QPointF centre = mapFromGlobal(gesture->centerPoint());
    setViewport(scaledAt(m_viewport, centre, m_viewport.scale * gesture->scaleFactor()));
    return true;
}

void DiagramView::paintGrid(QPainter& painter, const QRectF& exposed) const {
    double step = gridStep * m_viewport.scale;
    while (step < finestGrid)
        step *= 2;
    const qreal ratio = devicePixelRatioF();
    const QPixmap dot = gridDot(shownTheme().grid, ratio);
    const QRectF whole(QPointF(), QSizeF(dot.size())); // in its own pixels
    // On whole pixels, by number and not by adding up: a part painted later has to meet what stands.
    const auto places = [&](double from, double to, double origin) {
        std::vector<double> all;
        for (double n = std::floor((from - origin) / step); origin + n * step < to; ++n)
            all.push_back(std::floor((origin + n * step) * ratio + 0.499) / ratio);
        return all;
    };
    const auto columns = places(exposed.left(), exposed.right(), m_viewport.offset.x());
    QList<QPainter::PixmapFragment> dots;
    for (const double y : places(exposed.top(), exposed.bottom(), m_viewport.offset.y()))
        for (const double x : columns)
            dots += QPainter::PixmapFragment::create({x, y}, whole, 1 / ratio, 1 / ratio);
    painter.drawPixmapFragments(dots.data(), static_cast<int>(dots.size()), dot);
}

picture::PaintOptions DiagramView::marks() const {
    picture::PaintOptions options;
    options.scale = m_viewport.scale;
    options.selected = ringed();
    mark(options);
    return options;
}

void DiagramView::paintPicture(QPainter& painter, const QRectF& exposed) {
    painter.fillRect(exposed, shownTheme().canvas);
    paintGrid(painter, exposed.adjusted(-2, -2, 2, 2)); // dots that reach in
    if (!m_painter) return;
    painter.translate(m_viewport.offset);
    painter.scale(m_viewport.scale, m_viewport.scale);
    picture::PaintOptions options = marks();
    options.visible = m_viewport.toDiagram(exposed);
    paintDiagram(painter, options);
    m_marked.reset();
    if (!options.contours) m_marked = std::move(options);
}

void DiagramView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawPixmap(
        0, 0,
        m_cache.picture(m_viewport, size(), devicePixelRatioF(),
                        [this](QPainter& part, const QRectF& exposed) { paintPicture(part, exposed); }));
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_painter || (diagram().contexts.empty() && diagram().nodes.empty())) {
        painter.setFont(picture::fontFor(m_theme.typography, diagram::TextRole::NodeLabel));
        painter.setPen(m_theme.quietText);
        painter.drawText(rect(), Qt::AlignCenter, m_invitation);
    }
    paintOver(painter);
}

/// Fits a picture that nobody has moved to another window, and to more room in the same one. A panel or a bar
/// that takes room makes nothing smaller: where all of such a picture is still seen, it stays where it is,
/// else its middle stays, for as long as its top with the titles is seen, and what is watched stays in view.
void DiagramView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isAnother = window()->size() != m_window;
    m_window = window()->size();
    if (!m_painter) return;
    const bool fitted = m_fitted, unmoved = fitted && m_follows;
    const bool isWithin = size().boundedTo(event->oldSize()) == size();
    if (unmoved && !isAnother && isWithin && QRectF(rect()).contains(m_viewport.toScreen(m_extent))) return;
    if (unmoved && (isAnother || fittingHere().scale >= m_viewport.scale)) return fit();
    const QRectF place = watched();
    const bool isSeen = m_viewport.toDiagram(QRectF({}, event->oldSize())).contains(place);
    if (unmoved) {
        Viewport kept = viewportOf(lookOf(m_viewport, event->oldSize()), size());
        kept.offset.ry() += std::max(0.0, fittingMargin - kept.toScreen(m_extent.topLeft()).y());
        setViewport(kept);
    }
    if (!place.isEmpty() && isSeen && !m_viewport.toDiagram(QRectF(rect())).contains(place))
        keepInView(place);
    m_fitted = fitted;
}

void DiagramView::wheelEvent(QWheelEvent* event) {
    const bool touchpad =
        event->device() != nullptr && event->device()->type() == QInputDevice::DeviceType::TouchPad;
    if (touchpad && !(event->modifiers() & Qt::ControlModifier) && !event->pixelDelta().isNull()) {
        scrollBy(event->pixelDelta());
    } else {
        const double notches = event->angleDelta().y() / 120.0;
        setViewport(scaledAt(m_viewport, event->position(), m_viewport.scale * std::pow(wheelStep, notches)));
    }
    event->accept();
}

void DiagramView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    beginPan(event->position());
    event->accept();
}

void DiagramView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_panFrom) return;
    if (cursor().shape() != Qt::ClosedHandCursor) setCursor(Qt::ClosedHandCursor);
    const QPointF from = *m_panFrom;
    m_panFrom = event->position();
    scrollBy(event->position() - from);
}

void DiagramView::mouseReleaseEvent(QMouseEvent*) {
    m_panFrom.reset();
    setCursor(m_space ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void DiagramView::keyPressEvent(QKeyEvent* event) {
    Viewport moved = m_viewport;
    switch (event->key()) {
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_1:
        zoomTo(1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(wheelStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / wheelStep);
        return;
    case Qt::Key_Left:
        moved.offset += QPointF(keyStep, 0);
        break;
    case Qt::Key_Right:
        moved.offset -= QPointF(keyStep, 0);
        break;
    case Qt::Key_Up:
        moved.offset += QPointF(0, keyStep);
        break;
    case Qt::Key_Down:
        moved.offset -= QPointF(0, keyStep);
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_space = true;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setViewport(moved);
}

void DiagramView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = false;
        setCursor(Qt::ArrowCursor);
        return;
    }
    QWidget::keyReleaseEvent(event);
}

} // namespace factline::canvas
