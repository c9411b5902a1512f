// SPDX-License-Identifier: Apache-2.0
#include "picture/draw_model.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

#include "diagram/fit.h"
#include "diagram/focus.h"
#include "diagram/layout.h"
#include "diagram/positions.h"
#include "diagram/sidecar.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

constexpr std::size_t usualDepth = 2;
constexpr qsizetype versionDigits = 10;

/// Positions by the layout program.
Result<diagram::Positions> layOut(const diagram::Sketch& sketch, const LayoutProcess& process,
                                  const std::stop_token& stop) {
    const diagram::LayoutRequest request = diagram::layoutRequest(sketch);
    if (request.boxes.empty()) return diagram::Positions{};
    const auto answer = runLayout(diagram::renderRequest(request), process, stop);
    if (!answer) return tl::unexpected(answer.error());
    const auto result = diagram::parseResult(*answer, request.boxes.size());
    if (!result)
        return failure(
            ErrorCode::External,
            Phrase::of("The layout program's answer makes no sense: {} Install Factline again, so that "
                       "both programs are of one version.",
                       result.error().message));
    return diagram::arrange(sketch, *result);
}

tl::unexpected<Error> cancelled() {
    return failure(ErrorCode::Cancelled, Phrase::of("Drawing was cancelled."));
}

/// Of the model as it is at the stage.
Result<std::shared_ptr<const Lookup>> lookupOf(const Model& model, const DrawOptions& options) {
    auto staged = atStage(model, options.stage);
    if (!staged) return tl::unexpected(staged.error());
    if (options.lookup && !model.migration) return options.lookup; // nothing is left out
    return std::make_shared<const Lookup>(std::move(*staged));
}

/// What is to be drawn, without places. What it is made of goes with this function: of a large model that
/// takes as much memory as the picture.
Result<diagram::Sketch> sketchOf(const Model& model, const DrawOptions& options,
                                 const diagram::TextMeasure& measure, const std::stop_token& stop) {
    const auto known = lookupOf(model, options);
    if (!known) return tl::unexpected(known.error());
    const Lookup& lookup = **known;
    propagation::Graph graph = propagation::build(lookup);
    if (stop.stop_requested()) return cancelled();
    const bool whole = options.focus.empty();
    if (!whole) {
        auto part = diagram::focus(graph, options.focus, options.depth.value_or(usualDepth));
        if (!part) return tl::unexpected(part.error());
        graph = std::move(*part);
    }
    diagram::Marks marks = marksOf(lookup, options.findings);
    for (const auto& [view, badge] :
         options.promises ? *options.promises : promisesIn(freshness::analyse(lookup)))
        marks.badges[view].push_back(badge);
    diagram::Sketch sketch = diagram::sketch(lookup, graph, measure, marks, whole);
    if (stop.stop_requested()) return cancelled();
    return sketch;
}

} // namespace

diagram::Caption captionOf(const contract::ReadModel& read, const std::filesystem::path& file) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QDateTime newest;
    for (const auto& source : read.files) {
        hash.addData(QByteArrayView(source.path.data(), static_cast<qsizetype>(source.path.size() + 1)));
        hash.addData(QByteArrayView(source.text->data(), static_cast<qsizetype>(source.text->size() + 1)));
        const std::filesystem::path path =
            &source == &read.files.front() ? file : file.parent_path() / source.path;
        const QDateTime written = QFileInfo(QString::fromStdString(path.string())).lastModified().toUTC();
        if (written.isValid() && (!newest.isValid() || written > newest)) newest = written;
    }
    diagram::Caption caption;
    caption.title =
        read.model.name.empty() ? diagram::sidecarOf(file).stem().stem().string() : read.model.name;
    caption.version = hash.result().toHex().left(versionDigits).toStdString();
    if (newest.isValid()) caption.date = newest.date().toString(Qt::ISODate).toStdString();
    return caption;
}

Result<Placed> drawPlaced(const Model& model, const DrawOptions& options, const std::stop_token& stop) {
    const QtTextMeasure fonts(typography());
    const RememberingMeasure measure(fonts, options.measured);
    auto sketch = sketchOf(model, options, measure, stop);
    if (!sketch) return tl::unexpected(sketch.error());

    const bool anew = options.layOutAgain || diagram::needsLayout(*sketch, options.kept);
    const auto completed = [&] {
        const auto refitted = diagram::refitted(*sketch, options.kept, measure);
        return diagram::complete(refitted ? *refitted : *sketch, options.kept);
    };
    auto positions = anew ? layOut(*sketch, options.process, stop) : Result<diagram::Positions>(completed());
    if (!positions) return tl::unexpected(positions.error());
    if (stop.stop_requested()) return cancelled();

    diagram::Caption caption = options.caption;
    if (caption.title.empty()) caption.title = model.name;
    auto diagram =
        diagram::build(diagram::fitted(*std::move(sketch), *positions, measure), *positions, caption);
    return Placed{std::move(diagram), std::move(*positions)};
}

Result<diagram::Diagram> drawModel(const Model& model, const DrawOptions& options,
                                   const std::stop_token& stop) {
    // A part of a model is laid out for itself: in the places of the whole it would be mostly gaps.
    const bool beside = options.focus.empty() && !options.file.empty();
    auto kept = beside ? diagram::readPositions(diagram::sidecarOf(options.file))
                       : Result<diagram::Positions>(diagram::Positions{});
    if (!kept) return tl::unexpected(kept.error());
    DrawOptions placed = options;
    placed.kept = std::move(*kept);
    auto drawn = drawPlaced(model, placed, stop);
    if (!drawn) return tl::unexpected(drawn.error());
    return std::move(drawn->diagram);
}

} // namespace factline::picture
