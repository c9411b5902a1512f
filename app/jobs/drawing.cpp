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
    m_job.start([of = Subject{snapshot, m_judge.latest(), m_judge.stage()}, before = m_made, options,
                 revision = m_document.revision()](
                    const std::stop_token& stop) { return make(of, before, options, revision, stop); },
                [this](Result<Made> made) { deliver(std::move(made)); });
}

/// How promises are known to be: of the state before for as long as they are not worked out.
std::shared_ptr<const picture::Promises> Drawing::promisesOf(const Subject& of, const Made* before) {
    if (before && before->of.analysis() == of.analysis()) return before->promises;
    return std::make_shared<const picture::Promises>(of.analysis() ? picture::promisesIn(*of.analysis())
                                                                   : picture::Promises());
}

/// Whether nothing that is drawn is another.
bool Drawing::showsTheSame(const Made& before, const Subject& now, const picture::Promises& promises) {
    const Subject& then = before.of;
    const auto sameFindings = [&] {
        if (!then.judgement || !now.judgement) return then.judgement == now.judgement;
        return then.judgement->findings == now.judgement->findings;
    };
    return then.stage == now.stage && then.snapshot->model == now.snapshot->model &&
           then.snapshot->positions == now.snapshot->positions && *before.promises == promises &&
           sameFindings();
}

Result<Drawing::Made> Drawing::make(Subject of, const std::shared_ptr<const Made>& before,
                                    picture::DrawOptions options, std::uint64_t revision,
                                    const std::stop_token& stop) {
    auto promises = promisesOf(of, before.get());
    if (before && showsTheSame(*before, of, *promises))
        return Made{
            std::move(of), std::move(promises), {revision, before->drawn.diagram, before->drawn.positions}};
    if (of.judgement) options.findings = of.judgement->findings;
    options.promises = *promises;
    options.kept = *of.snapshot->positions;
    options.stage = of.stage;
    auto placed = picture::drawPlaced(of.snapshot->model, options, stop);
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
    if (m_document.revision() == made->drawn.revision) made->of.snapshot = m_document.snapshot();
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
