// SPDX-License-Identifier: Apache-2.0
#include "jobs/comparing.h"

#include <utility>

#include "jobs/abandonable.h"
#include "jobs/let_go.h"
#include "picture/text.h"

namespace factline::jobs {

Comparing::Comparing(const document::Document& document, picture::LayoutProcess layout, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_layout(std::move(layout))
    , m_reading(this)
    , m_job(this) {
    connect(&document, &document::Document::changed, this, &Comparing::start);
}

void Comparing::with(const document::Snapshot& earlier, const std::string& stage) {
    m_reading.cancel();
    begin(earlier, compare::Ids::Shared, stage);
}

void Comparing::begin(const document::Snapshot& earlier, compare::Ids ids, const std::string& stage) {
    m_earlier = earlier;
    m_ids = ids;
    m_stage = stage;
    start();
}

void Comparing::with(const std::filesystem::path& file, const std::string& stage) {
    m_reading.start([file](const std::stop_token&) { return document::openFile(file); },
                    [this, stage](const Result<document::Opened>& opened) {
                        if (opened)
                            begin(opened->state, compare::Ids::Unrelated, stage);
                        else
                            emit failed(picture::toQString(opened.error().message));
                    });
}

void Comparing::start() {
    const document::Snapshot now = m_document.snapshot();
    if (!m_earlier || !now) return;
    picture::DrawOptions options;
    options.stage = m_stage;
    options.process = m_layout;
    m_job.start(
        [earlier = m_earlier, now, file = m_document.file(), ids = m_ids,
         options](const std::stop_token& stop) mutable {
            // Hashes the model, and asks the drive, which may never answer.
            const auto caption = abandonable<decltype(options.caption)>(
                [now, file](const std::stop_token&) { return picture::captionOf(*now->base, file); }, stop);
            if (caption) options.caption = *caption;
            return picture::drawCompared({earlier->model, *earlier->positions}, {now->model, *now->positions},
                                         ids, options, stop);
        },
        [this](Result<picture::Compared> compared) {
            if (!compared) {
                emit failed(picture::toQString(compared.error().message));
                return;
            }
            m_latest = letGoInBackground(std::make_shared<const picture::Compared>(std::move(*compared)));
            emit this->compared(m_latest);
        });
}

} // namespace factline::jobs
