// SPDX-License-Identifier: Apache-2.0
#include "document/unsaved.h"

#include <algorithm>
#include <string_view>

#include <QByteArray>
#include <QIODevice>

#include <nlohmann/json.hpp>

#include "diagram/sidecar.h"

namespace factline::document {

using contract::SourceFile;
using nlohmann::json;

namespace {

constexpr int format = 1;

/// Puts JSON on a device, piece by piece: a large model is not to be in memory many times at once.
class Pieces {
public:
    explicit Pieces(QIODevice& to)
        : m_to(to) {}

    bool areWritten() const { return m_written; }
    void add(std::string_view piece) {
        const auto size = static_cast<qint64>(piece.size());
        m_written = m_written && m_to.write(piece.data(), size) == size;
    }
    void text(std::string_view value) { add(json(value).dump()); }
    /// As a text that JSON can hold whatever the bytes are.
    void packed(std::string_view bytes) {
        constexpr std::size_t most = std::size_t{3} * 65'536; // three bytes are four characters
        add("\"");
        for (; !bytes.empty(); bytes.remove_prefix(std::min(most, bytes.size()))) {
            const std::string_view part = bytes.substr(0, most);
            const QByteArray text =
                QByteArray::fromRawData(part.data(), static_cast<qsizetype>(part.size())).toBase64();
            add({text.data(), static_cast<std::size_t>(text.size())});
        }
        add("\"");
    }
    void packed(const std::vector<SourceFile>& files) {
        const char* between = "[";
        for (const SourceFile& file : files) {
            add(between);
            add("{\"path\":");
            packed(file.path);
            add(",\"text\":");
            packed(*file.text);
            add("}");
            between = ",";
        }
        add(files.empty() ? "[]" : "]");
    }
    void key(std::string_view name) {
        add(",\"");
        add(name);
        add("\":");
    }

private:
    QIODevice& m_to;
    bool m_written = true;
};

std::string unpacked(const json& text) {
    return QByteArray::fromBase64(QByteArray::fromStdString(text.get<std::string>())).toStdString();
}

std::vector<SourceFile> unpackedFiles(const json& list) {
    std::vector<SourceFile> files;
    for (const json& file : list)
        files.push_back({unpacked(file.at("path")), unpacked(file.at("text"))});
    return files;
}

Snapshot snapshotOf(const json& in) {
    const auto files = unpackedFiles(in.at("files"));
    auto base = std::make_shared<const contract::ReadModel>(contract::parseModel(files));
    auto positions = diagram::parsePositions(in.at("positions").get<std::string>());
    State state{base->model, positions ? std::move(*positions) : diagram::Positions{}, base};
    if (const auto draft = in.find("draft"); draft != in.end()) {
        state.draft = Draft{unpackedFiles(*draft), {}};
        state.draft->problems = contract::parseModel(withDraft(files, state.draft)).problems;
    }
    return std::make_shared<const State>(std::move(state));
}

} // namespace

bool writeUnsaved(const Unsaved& unsaved, QIODevice& to) {
    const State& state = *unsaved.state;
    Pieces out(to);
    out.add("{\"format\":" + std::to_string(format));
    out.key("file");
    out.packed(unsaved.file.string());
    out.key("title");
    out.text(unsaved.title.toStdString());
    out.key("when");
    out.text(unsaved.when.toString(Qt::ISODateWithMs).toStdString());
    out.key("disk");
    out.packed(unsaved.disk);
    out.key("sidecar");
    out.packed(unsaved.sidecar);
    out.key("files");
    const auto text = textOf(state);
    out.packed(text ? text->files : state.base->files);
    out.key("positions");
    out.text(diagram::renderPositions(*state.positions));
    if (state.draft) {
        out.key("draft");
        out.packed(state.draft->files);
    }
    out.add("}");
    return out.areWritten();
}

std::optional<Unsaved> parseUnsaved(const QByteArray& bytes) {
    const json in = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    try {
        if (in.is_discarded() || in.at("format") != format) return std::nullopt;
        return Unsaved{snapshotOf(in),
                       unpacked(in.at("file")),
                       QString::fromStdString(in.at("title").get<std::string>()),
                       QDateTime::fromString(QString::fromStdString(in.at("when").get<std::string>()),
                                             Qt::ISODateWithMs),
                       unpackedFiles(in.at("disk")),
                       unpacked(in.at("sidecar"))};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

} // namespace factline::document
