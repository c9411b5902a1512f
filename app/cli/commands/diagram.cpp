// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QHashSeed>
#include <QLoggingCategory>

#include <filesystem>
#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <memory>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/save.h"
#include "cli/words.h"
#include "diagram/formats/formats.h"
#include "picture/draw_model.h"
#include "picture/export.h"

namespace factline::cli {

namespace {

struct Options {
    std::string model;
    std::string output;
    std::string stage;
    std::string focus;
    std::size_t depth = 2;
    picture::ExportOptions picture;
};

using TextFormat = std::string (*)(const diagram::Diagram&);

/// The renderer of the formats that are text; null for the painter's.
TextFormat textFormat(std::string_view extension) {
    if (extension == "dot") return diagram::renderDot;
    if (extension == "json") return diagram::renderJson;
    return nullptr;
}

std::string extensionOf(const std::string& path) {
    auto extension = std::filesystem::path(path).extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    return extension.empty() ? extension : extension.substr(1);
}

Result<void> checkExtension(const std::string& path) {
    const auto extension = extensionOf(path);
    std::vector<std::string> known{".dot", ".json"};
    for (const auto& format : picture::pictureFormats())
        known.push_back(fmt::format(".{}", format.extension));
    std::ranges::sort(known);
    if (std::ranges::find(known, '.' + extension) != known.end()) return {};
    return failure(ErrorCode::InvalidArgument,
                   fmt::format("'{}' names no picture format. End the file's name in one of {}.", path,
                               fmt::join(known, ", ")));
}

int draw(const Options& options, Console& console) {
    if (const auto known = checkExtension(options.output); !known) return complain(console, known.error());
    const Patience patience("drawing " + options.model);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) return Misread;
    if (!input->read.problems.empty() && input->model.contexts.empty())
        return complain(console,
                        {ErrorCode::Refused,
                         fmt::format("No context of '{}' could be read, so '{}' was left as it is. Mend the "
                                     "problems above first.",
                                     options.model, options.output)});

    // Qt orders a PDF's fonts by hash; the same model is to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    // Pictures need fonts, fonts need an application; the platform is one without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(
        QStringLiteral("default.warning=false")); // about desktops that are not there
    int argc = 1;
    char name[] = "factline";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);

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

    if (auto* const text = textFormat(extensionOf(options.output)); text != nullptr) {
        const auto written = saveText(options.output, text(*diagram));
        if (!written) return complain(console, written.error());
    } else {
        const auto note = picture::exportPicture(*diagram, options.output, options.picture);
        if (!note) return complain(console, note.error());
        if (!note->empty()) fmt::print(console.err, "{}: {}\n", options.output, *note);
    }
    fmt::print(console.out, "{}: {}, {}, {}\n", options.output, counted(diagram->contexts.size(), "context"),
               counted(diagram->nodes.size(), "element"), counted(diagram->edges.size(), "line"));
    return input->code();
}

} // namespace

Action declareDiagram(Words& words) {
    auto options = std::make_shared<Options>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.required("-o,--output", options->output, "the picture: FILE.svg, .png, .pdf, .dot or .json");
    words.text("--focus", options->focus,
               "only what is near this element (`orders/OrderCompleted`, `orders`)");
    words.count("--depth", options->depth, "how many hops are near (default: 2)", "--focus");
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
