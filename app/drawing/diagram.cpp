// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <memory>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/words.h"
#include "drawing/offscreen.h"
#include "picture/contours.h"
#include "picture/draw_model.h"
#include "picture/export.h"

namespace factline::cli {

namespace {

struct DiagramOptions {
    std::string model;
    std::string output;
    std::string stage;
    std::string focus;
    std::size_t depth = 2;
    std::string from;
    picture::ExportOptions picture;
};

/// The endings that a picture's name may have: ".dot, .json or .pdf".
std::string endings() {
    std::string text;
    const auto formats = picture::pictureFormats();
    for (const auto& format : formats) {
        if (!text.empty()) text += &format == &formats.back() ? " or " : ", ";
        text += fmt::format(".{}", format.extension);
    }
    return text;
}

/// The option that a format has no use for, if any: whoever asks for it expects another picture.
std::optional<Error> uselessOption(const picture::PictureFormat& format,
                                   const picture::ExportOptions& options, bool from) {
    const auto useless = [&](std::string_view option, bool picture::PictureFormat::*heeded) {
        std::vector<std::string> fitting;
        for (const auto& other : picture::pictureFormats())
            if (other.*heeded) fitting.push_back(fmt::format(".{}", other.extension));
        return Error{
            ErrorCode::InvalidArgument,
            fmt::format("{} changes nothing in a .{} file. Leave it away, or end the file's name in {}.",
                        option, format.extension, fmt::join(fitting, " or "))};
    };
    using Format = picture::PictureFormat;
    if (options.scale && !format.scaled) return useless("--scale", &Format::scaled);
    if (options.outlines && !format.outlined) return useless("--outlines", &Format::outlined);
    if (options.transparent && !format.styled) return useless("--transparent", &Format::styled);
    if (from && !format.styled) return useless("--from", &Format::styled);
    if (options.theme != "light" && !format.styled) return useless("--theme", &Format::styled);
    return std::nullopt;
}

int draw(const DiagramOptions& options, Console& console) {
    const auto format = picture::formatOf(options.output);
    if (!format) return complain(console, format.error());
    if (const auto error = uselessOption(*format, options.picture, !options.from.empty()))
        return complain(console, *error);
    const Patience patience("drawing " + options.model);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) return complain(console, input.error());
    if (!input->read.problems.empty() && input->model.contexts.empty())
        return complain(console,
                        {ErrorCode::Refused,
                         fmt::format("No context of '{}' could be read, so '{}' was left as it is. Mend the "
                                     "problems above first.",
                                     options.model, options.output)});

    const Offscreen application;
    const std::filesystem::path file(filePath(input->path, input->read.files.front().path));
    const auto diagram =
        picture::drawModel(input->read.model, {.focus = options.focus,
                                               .depth = options.depth,
                                               .stage = options.stage,
                                               .findings = judge(*input),
                                               .file = file,
                                               .caption = picture::captionOf(input->read, file),
                                               .process = {}});
    if (!diagram) return complain(console, diagram.error());

    picture::ExportOptions how = options.picture;
    if (!options.from.empty()) {
        auto contours = picture::contoursFrom(*diagram, Lookup(input->model), options.from);
        if (!contours) return complain(console, contours.error());
        how.contours = std::make_shared<const picture::Contours>(*std::move(contours));
    }
    const auto note = picture::exportPicture(*diagram, options.output, how);
    if (!note) return complain(console, note.error());
    if (!note->empty()) fmt::print(console.err, "{}: {}\n", options.output, note->english());
    fmt::print(console.out, "{}: {}, {}, {}\n", options.output, counted(diagram->contexts.size(), "context"),
               counted(diagram->nodes.size(), "element"), counted(diagram->edges.size(), "line"));
    return input->code();
}

} // namespace

Action declareDiagram(Words& words) {
    auto options = std::make_shared<DiagramOptions>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.required("-o,--output", options->output,
                   fmt::format("the picture, a file whose name ends in {}", endings()));
    words.text("--focus", options->focus,
               "only what is near this element (`orders/OrderCompleted`, `orders`)");
    words.count("--depth", options->depth, "how many hops are near (default: 2)", "--focus");
    words.text("--from", options->from,
               "light what a change to this fact reaches (`orders/order`), with the time to each");
    words.text("--stage", options->stage, "draw this stage of the migration (default: the model's `now`)");
    words.choice("--theme", options->picture.theme, {"light", "dark"}, "light or dark (default: light)");
    words.number("--scale", options->picture.scale, 1, 4,
                 "PNG: pixels per unit, 1 to 4 (default: 1, less for a very large map)");
    words.flag("--transparent", options->picture.transparent, "leave the background away");
    words.flag("--outlines", options->picture.outlines,
               "SVG and PDF: text as outlines, the same on every machine");
    return [options](Console& console) { return draw(*options, console); };
}

} // namespace factline::cli
