// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "jobs/judge.h"
#include "jobs/latest_job.h"
#include "picture/draw_model.h"
#include "picture/measured_texts.h"

namespace factline::jobs {

/// A picture of one state of a document, and where everything in it stands. It has no version and no date
/// (see picture::captionOf): they are another after every key, whether the picture is or not.
struct Drawn {
    std::uint64_t revision = 0;
    std::shared_ptr<const diagram::Diagram>
        diagram; ///< the very same as before where nothing in it is another
    diagram::Positions positions;
};

/// Draws the document in the background: anew after every change, every judgement and whenever a promise has
/// come to something else, keeping every shape in its place; by the layout program where nothing has a place
/// yet, then after the first judgement, or where it is asked to.
class Drawing : public QObject {
    Q_OBJECT
public:
    Drawing(document::Document& document, const Judge& judge, picture::LayoutProcess layout = {},
            QObject* parent = nullptr);

    /// The last one that was delivered; null before the first.
    const std::shared_ptr<const Drawn>& latest() const { return m_latest; }
    bool isBusy() const { return m_job.running(); }

    /// Asks the layout program for a new layout of everything; arranged() follows, or failed().
    void arrange();
    /// Gives a layout up that is under way; the picture stays as it was.
    void cancel();

signals:
    /// The picture of the current state. Places found for what is new are kept in the document already.
    void drawn(const std::shared_ptr<const factline::jobs::Drawn>& drawn);
    /// A new layout that was asked for: to be kept as one step by whoever shows it.
    void arranged(const factline::diagram::Positions& positions);
    void failed(const QString& why);
    void busyChanged(bool busy);

private:
    /// What a picture hangs on, and no more: a large model's texts are not to stay for a picture of it.
    struct Subject {
        Model model;
        Shared<diagram::Positions> positions;
        std::optional<std::vector<Finding>> findings; ///< nothing: not known yet
        std::weak_ptr<const freshness::Analysis> analysis;
        std::string stage;
    };
    /// What came of it.
    struct Made {
        Subject of;
        std::shared_ptr<const picture::Promises> promises;
        Drawn drawn;
    };
    static std::shared_ptr<const picture::Promises>
    promisesOf(const std::shared_ptr<const freshness::Analysis>& analysis, const Made* before);
    static bool showsTheSame(const Made& before, const Subject& now, const picture::Promises& promises);
    static Result<Made> make(Subject of, std::shared_ptr<const picture::Promises> promises,
                             const Made* before, picture::DrawOptions options, std::uint64_t revision,
                             const std::stop_token& stop);
    void start();
    void deliver(Result<Made> made);
    void follow(const std::shared_ptr<const Judgement>& judgement);

    document::Document& m_document;
    const Judge& m_judge;
    picture::LayoutProcess m_layout;
    std::shared_ptr<const Drawn> m_latest;
    std::shared_ptr<const Made> m_made;                    ///< the latest with what it came of
    std::shared_ptr<const freshness::Analysis> m_analysis; ///< that was asked of last
    std::shared_ptr<picture::MeasuredTexts> m_measured = std::make_shared<picture::MeasuredTexts>();
    LatestJob<Result<Made>> m_job;
    LatestJob<Result<picture::Placed>> m_arranging;
};

} // namespace factline::jobs
