// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>

#include <QTemporaryDir>

#include "diagram/sidecar.h"
#include "document/document.h"
#include "domain/lookup.h"

namespace factline::testing {

namespace fs = std::filesystem;

inline const std::string shop = R"(# The shop.
factline: 1
model: Shop
contexts:
  orders: # who sells
    facts:
      order: {means: What was asked for.}
    events:
      OrderPlaced: # the first step
        announces: [order]
  finance:
    views:
      open-orders:
        shows: [orders/order]
        fedBy: {orders/OrderPlaced: {}}
)";

inline void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Puts another file in the place of this one, as careful writers do.
inline void replace(const fs::path& file, const std::string& text) {
    write(file.string() + "~", text);
    fs::rename(file.string() + "~", file);
}

/// A folder that goes away, with a model in it.
struct ShopFolder {
    QTemporaryDir folder;
    fs::path root = folder.path().toStdString();
    fs::path file = root / "shop.factline.yaml";
    ShopFolder() { write(file, shop); }
};

inline ElementId idOf(const document::Document& document, const char* kindAndName) {
    const Lookup lookup(document.snapshot()->model);
    for (const Located& located : lookup.all())
        if (toString(located.key) == kindAndName) return located.id();
    return {};
}

inline std::string textOf(const document::Document& document) {
    const auto& text = document.text();
    return text ? *text->files.front().text : "ERROR " + text.error().message.english();
}

inline std::string sidecarOf(const document::Document& document) {
    return diagram::renderPositions(*document.snapshot()->positions);
}

/// What a picture would do: a place for everything that has none.
inline void settle(document::Document& document) {
    const Lookup lookup(document.snapshot()->model);
    diagram::Positions found;
    double x = 0;
    for (const Located& located : lookup.all()) {
        const auto& kept = document.snapshot()->positions->nodes;
        const auto at = kept.find(toString(located.key));
        found.nodes[toString(located.key)] = at == kept.end() ? diagram::Point{x += 10, 1} : at->second;
    }
    document.settle(document.revision(), found);
}

/// What comes of saving, under another name where one is given; waits for it.
inline Result<void> save(document::Document& document, const fs::path& as = {}) {
    Result<void> done = failure(ErrorCode::External, "Saving took too long.");
    const auto hear =
        QObject::connect(&document, &document::Document::saved, [&done](const std::optional<Error>& error) {
            done = error ? Result<void>(tl::unexpected(*error)) : Result<void>();
        });
    if (as.empty())
        document.save();
    else
        document.saveAs(as);
    document.waitUntilSaved(60'000);
    QObject::disconnect(hear);
    return done;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    return at == std::string::npos ? "NOT FOUND " + what : text.replace(at, what.size(), with);
}

} // namespace factline::testing
