// SPDX-License-Identifier: Apache-2.0
#include "jobs/drawing.h"

#include "picture/text.h"

namespace factline::jobs {

using picture::toQString;

Drawing::Drawing(document::Document& document, const Judge& judge, picture::LayoutProcess layout,
                 QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_judge(judge)
    , m_layout(std::move(layout))
    , m_job(this)
    , m_arranging(this) {
    connect(&document, &document::Document::changed, this, &Drawing::start);
    connect(&judge, &Judge::judged, this, &Drawing::start);
    connect(&judge, &Judge::analysed, this, &Drawing::take);
    if (document.isOpen()) start();
}

void Drawing::start() {
    const document::Snapshot snapshot = m_document.snapshot();
    if (!snapshot) return;
    // Badges and words on lines want room: a layout that did not wait for them would come out otherwise from
    // start to start, as one or the other was faster.
    const auto& [nodes, wishes, gone] = snapshot->positions;
    const bool isToBeLaidOut = nodes.empty() && wishes.empty() && gone.empty();
    if (isToBeLaidOut && !m_judge.isAnalysed()) {
        emit busyChanged(true);
        return;
    }
    picture::DrawOptions options;
    if (m_judge.latest()) options.findings = m_judge.latest()->findings;
    // A change is seen at once, with what was known of promises; how they are now comes after it.
    options.promises = m_promises;
    options.kept = snapshot->positions;
    options.stage = m_judge.stage();
    options.process = m_layout;
    options.caption = picture::captionOf(*snapshot->base, m_document.file());
    emit busyChanged(true);
    m_job.start(
        [snapshot, options, revision = m_document.revision()](const std::stop_token& stop) -> Result<Drawn> {
            auto placed = picture::drawPlaced(snapshot->model, options, stop);
            if (!placed) return tl::unexpected(placed.error());
            return Drawn{revision, std::make_shared<const diagram::Diagram>(std::move(placed->diagram)),
                         std::move(placed->positions)};
        },
        [this](Result<Drawn> result) {
            emit busyChanged(m_arranging.running());
            if (!result) {
                emit failed(toQString(result.error().message));
                return;
            }
            m_latest = std::make_shared<const Drawn>(std::move(*result));
            m_document.settle(m_latest->revision, m_latest->positions);
            emit drawn(m_latest);
        });
}

void Drawing::take(const std::shared_ptr<const Judgement>& judgement) {
    auto promises = picture::promisesIn(*judgement->analysis);
    const bool isShown = m_job.running() || (m_latest && m_latest->revision == m_document.revision());
    if (isShown && promises == m_promises) return;
    m_promises = std::move(promises);
    start();
}

void Drawing::arrange() {
    const document::Snapshot snapshot = m_document.snapshot();
    if (!snapshot) return;
    picture::DrawOptions options;
    options.layOutAgain = true;
    options.promises = m_promises;
    options.stage = m_judge.stage();
    options.process = m_layout;
    emit busyChanged(true);
    m_arranging.start(
        [snapshot, options](const std::stop_token& stop) {
            return picture::drawPlaced(snapshot->model, options, stop);
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
