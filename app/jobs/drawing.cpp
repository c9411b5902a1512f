// SPDX-License-Identifier: Apache-2.0
#include "jobs/drawing.h"

#include "jobs/let_go.h"
#include "picture/text.h"

namespace factline::jobs {

using picture::toQString;

Drawing::Drawing(document::Document& document, const Judge& judge, picture::LayoutProcess layout,
                 QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_judge(judge)
    , m_layout(std::move(layout))
    , m_job(this, 1) // of a large model two pictures on their way are most of what the program holds
    , m_arranging(this) {
    connect(&document, &document::Document::changed, this, &Drawing::start);
    connect(&judge, &Judge::judged, this, &Drawing::start);
    connect(&judge, &Judge::analysed, this, &Drawing::follow);
    if (document.isOpen()) start();
}

void Drawing::start() {
    const document::Snapshot snapshot = m_document.snapshot();
    if (!snapshot) return;
    // Badges and words on lines want room: a layout that did not wait for them would come out otherwise from
    // start to start, as one or the other was faster.
    const auto& [nodes, wishes, gone] = *snapshot->positions;
    const bool isToBeLaidOut = nodes.empty() && wishes.empty() && gone.empty();
    if (isToBeLaidOut && !m_judge.isAnalysed()) {
        emit busyChanged(true);
        return;
    }
    picture::DrawOptions options;
    options.process = m_layout;
    options.measured = m_measured;
    options.lookup = m_document.lookup();
    emit busyChanged(true);
    m_analysis = m_judge.latest() ? m_judge.latest()->analysis : nullptr;
    m_job.start(
        [snapshot, judgement = m_judge.latest(), analysis = m_analysis, stage = m_judge.stage(),
         before = m_made, options, revision = m_document.revision()](const std::stop_token& stop) {
            Subject of{snapshot->model, snapshot->positions, {}, analysis, stage};
            if (judgement) of.findings = judgement->findings;
            auto promises = promisesOf(analysis, before.get());
            return make(std::move(of), std::move(promises), before.get(), options, revision, stop);
        },
        [this](Result<Made> made) { deliver(std::move(made)); });
}

/// How promises are known to be: of the state before for as long as they are not worked out.
std::shared_ptr<const picture::Promises>
Drawing::promisesOf(const std::shared_ptr<const freshness::Analysis>& analysis, const Made* before) {
    const std::weak_ptr<const freshness::Analysis> now = analysis;
    if (before && !before->of.analysis.owner_before(now) && !now.owner_before(before->of.analysis))
        return before->promises;
    return std::make_shared<const picture::Promises>(analysis ? picture::promisesIn(*analysis)
                                                              : picture::Promises());
}

/// Whether nothing that is drawn is another.
bool Drawing::showsTheSame(const Made& before, const Subject& now, const picture::Promises& promises) {
    const Subject& then = before.of;
    return then.stage == now.stage && then.model == now.model && then.positions == now.positions &&
           *before.promises == promises && then.findings == now.findings;
}

Result<Drawing::Made> Drawing::make(Subject of, std::shared_ptr<const picture::Promises> promises,
                                    const Made* before, picture::DrawOptions options, std::uint64_t revision,
                                    const std::stop_token& stop) {
    if (before && showsTheSame(*before, of, *promises))
        return Made{
            std::move(of), std::move(promises), {revision, before->drawn.diagram, before->drawn.positions}};
    if (of.findings) options.findings = *of.findings;
    options.promises = *promises;
    options.kept = *of.positions;
    options.stage = of.stage;
    auto placed = picture::drawPlaced(of.model, options, stop);
    if (!placed) return tl::unexpected(placed.error());
    return Made{std::move(of),
                std::move(promises),
                {revision,
                 letGoInBackground(std::make_shared<const diagram::Diagram>(std::move(placed->diagram))),
                 std::move(placed->positions)}};
}

void Drawing::deliver(Result<Made> made) {
    emit busyChanged(m_arranging.running());
    if (!made) {
        emit failed(toQString(made.error().message));
        return;
    }
    // In a large model each copy of a map of all places, and each one that is taken down here, keeps the
    // window from answering.
    const diagram::Positions& positions = made->drawn.positions;
    if (m_document.snapshot() && *m_document.snapshot()->positions != positions)
        m_document.settle(made->drawn.revision, positions);
    // As they are kept now, so that the same is not drawn once more.
    if (m_document.revision() == made->drawn.revision) made->of.positions = m_document.snapshot()->positions;
    m_made = letGoInBackground(std::make_shared<const Made>(std::move(*made)));
    m_latest = std::shared_ptr<const Drawn>(m_made, &m_made->drawn);
    emit drawn(m_latest);
}

void Drawing::follow(const std::shared_ptr<const Judgement>& judgement) {
    const bool isShown = m_job.running() || (m_latest && m_latest->revision == m_document.revision());
    if (!isShown || judgement->analysis != m_analysis) start();
}

void Drawing::arrange() {
    const document::Snapshot snapshot = m_document.snapshot();
    if (!snapshot) return;
    picture::DrawOptions options;
    options.layOutAgain = true;
    options.stage = m_judge.stage();
    options.process = m_layout;
    options.measured = m_measured;
    emit busyChanged(true);
    m_arranging.start(
        [snapshot, options, made = m_made](const std::stop_token& stop) {
            picture::DrawOptions drawing = options;
            if (made) drawing.promises = *made->promises;
            return picture::drawPlaced(snapshot->model, drawing, stop);
        },
        [this](Result<picture::Placed> placed) {
            emit busyChanged(m_job.running());
            if (placed)
                emit arranged(placed->positions);
            else
                emit failed(toQString(placed.error().message));
        });
}

void Drawing::cancel() {
    m_arranging.cancel();
    emit busyChanged(m_job.running());
}

} // namespace factline::jobs
