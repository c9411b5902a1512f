// SPDX-License-Identifier: Apache-2.0
#include "panels/freshness/freshness_panel.h"

#include <algorithm>

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

#include "freshness/worst.h"
#include "panels/calm_box.h"
#include "panels/figure_view.h"
#include "panels/freshness/freshness_pictures.h"
#include "panels/freshness/shown_row.h"
#include "panels/freshness/story_pane.h"
#include "picture/badge_image.h"
#include "picture/draw_model.h"
#include "picture/style_sheet.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using freshness::Row;
using picture::toQString;

constexpr int inset = 16, besideFrom = 640, iconSide = 14, narrowest = 120, fewestHops = 60; ///< pixels
constexpr double curveHeight = 104;
constexpr QSizeF waterfallInFile{760, 0}, curveInFile{640, 320};

/// Hides what the lower end of an area cuts through.
QWidget* coverOf(QScrollArea& area) {
    auto* cover = new QWidget(&area);
    cover->setObjectName(QStringLiteral("freshnessCover"));
    cover->setAttribute(Qt::WA_TransparentForMouseEvents);
    cover->setAttribute(Qt::WA_StyledBackground);
    return cover;
}

} // namespace

FreshnessPanel::FreshnessPanel(const workspace::Workspace& around, const picture::Theme& theme,
                               QWidget* parent)
    : RestingPanel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_views(new CalmBox(this))
    , m_changes(new CalmBox(this))
    , m_after(new QLabel(tr("after"), this))
    , m_export(new QToolButton(this))
    , m_scroll(new QScrollArea(this)) {
    build();
    setFocusProxy(m_views);
    connect(m_views, &QComboBox::activated, this, &FreshnessPanel::chooseView);
    connect(m_changes, &QComboBox::activated, this, &FreshnessPanel::chooseChange);
    connect(&m_around.selection, &viewmodels::Selection::changed, this, &FreshnessPanel::followSelection);
    connect(&m_around.judge, &jobs::Judge::analysed, this, &FreshnessPanel::count);
    connect(&m_around.whatIf, &jobs::WhatIf::supposed, this,
            [this](const std::shared_ptr<const jobs::Supposed>& supposed) {
                if (m_analysis) suppose(supposed->analysis == supposed->usual ? nullptr : supposed->analysis);
            });
    connect(&m_around.whatIf, &jobs::WhatIf::switched, this, [this](bool on) {
        if (!on && m_supposed) suppose(nullptr);
    });
    setTheme(theme);
    if (m_around.judge.latest() && m_around.judge.isAnalysed()) count();
}

QLayout* FreshnessPanel::buildTop() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, inset, 0);
    row->setSpacing(8);
    for (auto* box : {m_views, m_changes}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setIconSize({iconSide, iconSide});
        box->setMinimumWidth(narrowest); // else the longest names would make the window wider
        connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
    }
    m_views->setAccessibleName(tr("View"));
    m_views->setObjectName(QStringLiteral("view"));
    m_changes->setAccessibleName(tr("Change"));
    m_changes->setObjectName(QStringLiteral("change"));
    m_export->setText(tr("Export"));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolTip(tr("Export or copy the pictures"));
    row->addWidget(m_views);
    row->addWidget(m_after);
    row->addWidget(m_changes);
    row->addStretch(1);
    row->addWidget(m_export);
    return row;
}

void FreshnessPanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(inset, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(buildTop());
    column->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("freshnessBody"));
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_columns->setContentsMargins(0, 0, inset, 4);
    m_columns->setSpacing(24);
    m_story = new StoryPane(body);
    m_storyScroll = new QScrollArea(body);
    m_storyScroll->setWidgetResizable(true);
    m_storyScroll->setFrameShape(QFrame::NoFrame);
    m_storyScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_storyScroll->setFocusPolicy(Qt::TabFocus);
    m_storyScroll->setAccessibleName(tr("What becomes of the promise"));
    m_storyScroll->setWidget(m_story);
    m_storyScroll->viewport()->installEventFilter(this);
    m_cover = coverOf(*m_storyScroll);
    auto* whereItGoes = new QVBoxLayout;
    whereItGoes->setSpacing(0);
    m_hopsScroll = new QScrollArea(body);
    m_hopsScroll->setObjectName(QStringLiteral("hopsScroll"));
    m_hopsScroll->setWidgetResizable(true);
    m_hopsScroll->setFrameShape(QFrame::NoFrame);
    m_hopsScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hopsScroll->viewport()->installEventFilter(this);
    m_waterfall = new FigureView(m_around.exporting, m_theme, m_hopsScroll);
    m_waterfall->setObjectName(QStringLiteral("waterfall"));
    m_hopsScroll->setWidget(m_waterfall);
    m_hopsCover = coverOf(*m_hopsScroll);
    m_sums = new FigureView(m_around.exporting, m_theme, body);
    m_sums->setObjectName(QStringLiteral("waterfallSums"));
    whereItGoes->addWidget(m_hopsScroll, 1);
    whereItGoes->addWidget(m_sums);
    m_curve = new FigureView(m_around.exporting, m_theme, body);
    m_curve->setObjectName(QStringLiteral("curve"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_storyScroll, 1);
    m_toRisks = new QToolButton(body);
    m_toRisks->setObjectName(QStringLiteral("toRisks"));
    m_toRisks->setText(tr("Who relies on it ↓"));
    m_toRisks->hide();
    words->addWidget(m_toRisks);
    m_columns->addLayout(words, 4);
    QScrollBar* bar = m_storyScroll->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &FreshnessPanel::pointToRisks);
    connect(bar, &QScrollBar::rangeChanged, this, &FreshnessPanel::pointToRisks);
    for (const QScrollBar* each : {bar, m_hopsScroll->verticalScrollBar()}) {
        connect(each, &QScrollBar::valueChanged, this, &FreshnessPanel::coverCutLines);
        connect(each, &QScrollBar::rangeChanged, this, &FreshnessPanel::coverCutLines);
    }
    connect(m_toRisks, &QToolButton::clicked, this, [this] {
        if (m_story->risks()) m_storyScroll->verticalScrollBar()->setValue(m_story->risks()->y());
    });
    m_columns->addLayout(whereItGoes, 6);
    m_columns->addWidget(m_curve, 4);
    m_scroll->setWidget(body);
    auto* menu = new QMenu(m_export);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        m_waterfall->addActions(*menu);
        menu->addSeparator();
        m_curve->addActions(*menu);
    });
    m_export->setMenu(menu);
}

void FreshnessPanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    setStyleSheet(picture::withColours(
        QStringLiteral(
            R"(QScrollArea, #freshnessBody, #freshnessStory, #freshnessCover { background: %panel; }
QLabel { color: %text; background: transparent; }
QLabel[role="sentence"] { font-size: 14px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; color: %quiet; }
QLabel[role="footing"] { color: %quiet; }
QComboBox { background: %window; border: 1px solid %line; border-radius: 5px; padding: 3px 8px; color: %text; }
QComboBox:focus { border: 1px solid %accent; background: %panel; }
QComboBox::drop-down { border: none; width: 18px; }
QToolButton { color: %accent; background: %panel; border: 1px solid %line; border-radius: 5px; padding: 3px 10px; }
QToolButton:hover { background: %accentFill; }
QToolButton:focus { border: 1px solid %accent; }
QToolButton::menu-indicator { image: none; })"),
        theme));
    m_waterfall->setTheme(theme);
    m_sums->setTheme(theme);
    m_curve->setTheme(theme);
    follow();
}

const std::shared_ptr<const freshness::Analysis>& FreshnessPanel::shown() const {
    return m_supposed ? m_supposed : m_analysis;
}

void FreshnessPanel::suppose(std::shared_ptr<const freshness::Analysis> supposed) {
    m_supposed = std::move(supposed);
    follow();
}

/// The tab tells how many promises do not hold, whether or not the panel is seen.
void FreshnessPanel::count() {
    m_analysis = m_around.judge.latest()->analysis;
    int broken = 0;
    for (const auto& [view, row] : freshness::worstRows(*m_analysis))
        broken += viewmodels::stateOf(*row) == diagram::Badge::Kind::Kept ? 0 : 1;
    emit countChanged(broken);
    follow();
}

void FreshnessPanel::follow() {
    setBehind(!isSeen());
    if (isBehind()) return;
    const Row* row = findShown();
    fillChoices(row);
    fill(row);
}

/// By name: what is supposed may be another model.
ElementId FreshnessPanel::idOf(ElementKind kind, const Ref& ref) const {
    const Located* found = m_around.judge.latest()->there->find(kind, ref);
    return found ? found->id() : ElementId{};
}

void FreshnessPanel::take(const Row* row) {
    m_view = row ? idOf(ElementKind::View, row->route.viewRef) : ElementId{};
    m_change = row ? idOf(ElementKind::Event, row->route.change) : ElementId{};
}

/// What is selected, if it has to do with how long changes take; else what is shown stays.
void FreshnessPanel::followSelection() {
    if (!m_analysis) return;
    const Located* selected = m_around.judge.latest()->there->find(m_around.selection.current());
    if (!selected) return;
    const auto rows = rowsAbout(*shown(), *selected);
    const bool stays =
        selected->key.kind == ElementKind::View && std::get<const View*>(selected->element)->id == m_view;
    if (rows.empty()) return;
    if (!stays) take(worstOf(rows));
    follow();
}

/// The row of the view and the change that were chosen; where one of them is gone, the worst of what is left.
const Row* FreshnessPanel::findShown() const {
    const auto& analysis = shown();
    if (!analysis) return nullptr;
    std::vector<const Row*> all, ofView;
    for (const auto& row : analysis->rows) {
        all.push_back(row.get());
        if (m_view && idOf(ElementKind::View, row->route.viewRef) == m_view) ofView.push_back(row.get());
    }
    for (const Row* row : ofView)
        if (m_change && idOf(ElementKind::Event, row->route.change) == m_change) return row;
    return worstOf(ofView.empty() ? all : ofView);
}

void FreshnessPanel::chooseView(int choice) {
    const auto id = ElementId{m_views->itemData(choice).toUInt()};
    if (id == m_view) return;
    m_view = id;
    take(findShown());
    follow();
    m_around.selection.select(id); // the picture lights its ways
}

void FreshnessPanel::chooseChange(int choice) {
    const Row* row = findShown();
    if (!row) return;
    const auto rows = rowsOf(*shown(), row->route.viewRef);
    take(rows.at(static_cast<std::size_t>(choice)));
    follow();
}

void FreshnessPanel::fillChoices(const Row* row) {
    m_views->clear();
    m_changes->clear();
    const bool any = row != nullptr;
    for (QWidget* widget : {static_cast<QWidget*>(m_views), static_cast<QWidget*>(m_changes),
                            static_cast<QWidget*>(m_after), static_cast<QWidget*>(m_export)})
        widget->setVisible(any);
    if (!any) return;
    const auto icon = [&](const Row& of) {
        return QIcon(QPixmap::fromImage(
            picture::badgeImage(viewmodels::stateOf(of), m_theme, iconSide, devicePixelRatioF())));
    };
    const auto& rows = shown()->rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& first = *rows[i];
        if (i > 0 && rows[i - 1]->route.viewRef == first.route.viewRef) continue;
        const Row* worst = worstOf(rowsOf(*shown(), first.route.viewRef));
        m_views->addItem(icon(*worst), toQString(toString(first.route.viewRef)),
                         idOf(ElementKind::View, first.route.viewRef).value);
        if (first.route.viewRef == row->route.viewRef) m_views->setCurrentIndex(m_views->count() - 1);
    }
    for (const Row* each : rowsOf(*shown(), row->route.viewRef)) {
        m_changes->addItem(icon(*each), toQString(toString(each->route.change)));
        if (each == row) m_changes->setCurrentIndex(m_changes->count() - 1);
    }
    const bool changes = !row->route.change.empty();
    m_changes->setVisible(changes);
    m_after->setVisible(changes);
}

void FreshnessPanel::say(const QString& nothing) {
    m_story->show({.sentence = {}, .remedy = nothing}, {}, {}, m_theme);
    arrange();
    m_hopsScroll->hide();
    m_sums->hide();
    m_curve->hide();
}

void FreshnessPanel::fill(const Row* row) {
    if (!row)
        return say(m_analysis
                       ? tr("No view shows a fact yet. Add a view, let it subscribe to an event, and say "
                            "within which time a change has to be visible: here stands whether that can "
                            "be kept, and where the time goes.")
                       : tr("Working out how long changes take …"));
    const auto& analysis = *shown();
    const Row* before = nullptr;
    if (m_supposed && m_analysis)
        for (const Row* each : rowsOf(*m_analysis, row->route.viewRef))
            if (each->route.change == row->route.change) before = each;
    const Located* selected = m_around.judge.latest()->there->find(m_around.selection.current());
    const bool relies = selected && (selected->key.kind == ElementKind::Decision ||
                                     selected->key.kind == ElementKind::Audience);
    m_story->show(viewmodels::storyOf(*row, analysis), decisionRisks(analysis, *row),
                  audienceRisks(analysis, *row), m_theme,
                  relies ? StoryPane::First::Risks : StoryPane::First::Promise);
    m_storyScroll->verticalScrollBar()->setValue(0);
    arrange();
    const QString what = row->route.change.empty() ? toQString(toString(row->route.viewRef))
                                                   : tr("%1 after %2")
                                                         .arg(toQString(toString(row->route.viewRef)),
                                                              toQString(toString(row->route.change)));
    const auto model = [base = m_around.judge.latest()->snapshot->base, file = m_around.document.file()] {
        const auto caption = picture::captionOf(*base, file);
        QStringList line{toQString(caption.title)};
        if (!caption.version.empty()) line += tr("version %1").arg(toQString(caption.version));
        if (!caption.date.empty()) line += toQString(caption.date);
        return line.join(QStringLiteral(" · "));
    };
    const QString name = toQString(row->route.viewRef.name);
    const auto waterfall = waterfallOf(*row, before);
    m_hopsScroll->setVisible(waterfall.has_value());
    m_sums->setVisible(waterfall.has_value());
    if (waterfall) {
        const FigureView::Sheet sheet{tr("Where the time goes: %1").arg(what), model, name + tr("-waterfall"),
                                      waterfallInFile,
                                      [values = *waterfall](const picture::Theme& theme, QSizeF size) {
                                          return picture::drawWaterfall(values, theme, size.width());
                                      }};
        const auto drawn = [&](picture::WaterfallPart part) {
            return [this, part, values = *waterfall](const picture::Theme& theme, QSizeF /*size*/) {
                // One axis for both, whether or not the hops have a bar to scroll by.
                return picture::drawWaterfall(values, theme, m_hopsScroll->viewport()->width(),
                                              roomForWaterfall(), part);
            };
        };
        m_sums->show(drawn(picture::WaterfallPart::Sums), sheet);
        m_waterfall->show(drawn(picture::WaterfallPart::Hops), sheet);
        const auto hop = std::ranges::max_element(
            waterfall->hops, {}, [](const auto& each) { return std::pair(each.toMend, each.time); });
        m_hopToSee = static_cast<std::size_t>(hop - waterfall->hops.begin());
        // Once a view: nothing moves by itself while somebody reads, or tries something out.
        if (const std::pair way(row->route.viewRef, row->route.change); m_broughtUp != way) {
            m_broughtUp = way;
            QTimer::singleShot(0, this, &FreshnessPanel::bringUpHop);
        }
    }
    const auto curve = lagCurveOf(*row, before);
    m_curve->setVisible(curve.has_value());
    if (curve)
        m_curve->show(
            [values = *curve](const picture::Theme& theme, QSizeF size) {
                return picture::drawLagCurve(values, theme,
                                             {size.width(), std::max(size.height(), curveHeight)});
            },
            {tr("How long it takes: %1").arg(what), model, name + tr("-curve"), curveInFile});
    m_export->setVisible(waterfall || curve);
    arrange();
}

/// What the hops and their sums have together where they stand beside the words; 0: as much as they like.
double FreshnessPanel::roomForWaterfall() const {
    if (width() < besideFrom) return 0;
    return m_hopsScroll->viewport()->height() + m_sums->minimumHeight();
}

/// The hop to mend, or else the one that takes longest, is seen also where not all of them are.
void FreshnessPanel::bringUpHop() {
    const auto& spots = m_waterfall->figure().spots;
    if (const std::size_t spot = m_hopToSee + 1; spot < spots.size()) { // the first is the heading
        m_hopsScroll->verticalScrollBar()->setValue(0);
        const QRect place = spots[spot].area.toAlignedRect();
        m_hopsScroll->ensureVisible(0, place.center().y(), 0, place.height() / 2 + 1);
        // From a whole line on, not from the middle of one.
        const int top = m_hopsScroll->verticalScrollBar()->value();
        const auto first = std::ranges::find_if(
            spots, [top](const auto& each) { return each.area.toAlignedRect().top() >= top; });
        if (first != spots.end())
            m_hopsScroll->verticalScrollBar()->setValue(first->area.toAlignedRect().top());
    }
}

/// Says that there is more where who relies on the promise stands below what is seen. Reckons with all the
/// height that words and button share, so that the button does not come and go by its own doing.
void FreshnessPanel::pointToRisks() {
    const QScrollBar& bar = *m_storyScroll->verticalScrollBar();
    const QWidget* risks = m_story->risks();
    const int seen = bar.value() + m_columns->contentsRect().height();
    m_toRisks->setVisible(risks && width() >= besideFrom && bar.value() < bar.maximum() &&
                          risks->y() + 3 * risks->height() > seen);
}

void FreshnessPanel::coverCutLines() {
    const auto cover = [](QWidget& sheet, const QScrollArea& area, auto endAbove) {
        const QRect seen = area.viewport()->geometry();
        const int top = area.verticalScrollBar()->value();
        int end = endAbove(top + seen.height()) - top;
        if (end <= 0) end = seen.height(); // a part of what is higher than the area is better than nothing
        sheet.setGeometry(seen.left(), seen.top() + end, seen.width(), seen.height() - end);
    };
    cover(*m_cover, *m_storyScroll, [this](int y) { return m_story->lineEndAbove(y); });
    cover(*m_hopsCover, *m_hopsScroll, [this](int y) {
        for (const auto& spot : m_waterfall->figure().spots)
            if (const QRectF& row = spot.area; row.top() < y && row.bottom() > y) return int(row.top());
        return y;
    });
}

/// Where the hops have less room, they stand closer together.
bool FreshnessPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && m_sums && watched == m_hopsScroll->viewport()) {
        m_waterfall->setTheme(m_theme);
        m_sums->setTheme(m_theme);
        arrange();
    }
    const bool isShown =
        m_hopsCover && (watched == m_storyScroll->viewport() || watched == m_hopsScroll->viewport());
    if (event->type() == QEvent::Resize && isShown)
        QTimer::singleShot(0, this, &FreshnessPanel::coverCutLines); // when all has its place
    return RestingPanel::eventFilter(watched, event);
}

void FreshnessPanel::resizeEvent(QResizeEvent* event) {
    RestingPanel::resizeEvent(event);
    arrange();
}

/// Side by side where there is room, which a panel at the bottom has: then the words scroll, and the pictures
/// stay in view. Else one below the other, and all of it scrolls.
void FreshnessPanel::arrange() {
    const bool beside = width() >= besideFrom;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_storyScroll->setVerticalScrollBarPolicy(beside ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int room = width() - 2 * inset;
    m_storyScroll->setMinimumHeight(beside ? 0 : std::max(0, m_story->heightForWidth(room)));
    m_hopsScroll->setVerticalScrollBarPolicy(beside ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_hopsScroll->setMinimumHeight(beside ? fewestHops : m_waterfall->minimumHeight());
}

Panel* createFreshnessPanel(const workspace::Workspace& around, const picture::Theme& theme,
                            QWidget* parent) {
    return new FreshnessPanel(around, theme, parent);
}

} // namespace factline::panels
