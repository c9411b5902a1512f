// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace factline::report {

/// What a piece of text is; each format has its own look for it.
enum class Tone {
    Plain,
    Strong,
    Quiet,
    Name, ///< of an element, a rule or a claim
    Good, ///< it holds
    Fair, ///< somebody should look at it
    Bad,  ///< it does not hold
};

struct Span {
    std::string text; ///< as the model has it, any script; '\n' begins a line
    Tone tone = Tone::Plain;
    bool operator==(const Span&) const = default;
};
using Text = std::vector<Span>;

/// One part of a whole, for a bar.
struct Part {
    std::string label;
    double share = 0; ///< 0 to 1
    int colour = 0;   ///< which of the series' colours; the same for the same label in one document
    bool operator==(const Part&) const = default;
};

struct Paragraph {
    Text text;
    bool operator==(const Paragraph&) const = default;
};

struct Bullets {
    std::vector<Text> items;
    bool operator==(const Bullets&) const = default;
};

/// A heading inside a section.
struct Heading {
    std::string text;
    std::string note; ///< beside it, quiet; may be empty
    bool operator==(const Heading&) const = default;
};

/// Numbers to be seen from afar.
struct Tile {
    std::string number, label;
    Tone tone = Tone::Plain;
    bool operator==(const Tile&) const = default;
};
struct Tiles {
    std::vector<Tile> tiles;
    bool operator==(const Tiles&) const = default;
};

struct Cell {
    Text text;
    std::vector<Part> bar = {}; ///< below the text, which says the same; mostly empty
    bool operator==(const Cell&) const = default;
};
struct Column {
    std::string title;
    int width = 1; ///< in relation to the others
    bool operator==(const Column&) const = default;
};
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    bool operator==(const Table&) const = default;
};

/// Two sides that do not say the same, and what comes of it.
struct Sides {
    std::string left, right; ///< who
    std::vector<Text> leftLines, rightLines;
    Text verdict;
    bool operator==(const Sides&) const = default;
};

/// Where the map of the model comes; the picture itself is given to whoever writes the document.
struct MapPlace {
    std::string description; ///< for those who do not see it
    bool operator==(const MapPlace&) const = default;
};

using Block = std::variant<Paragraph, Bullets, Heading, Tiles, Table, Sides, MapPlace>;

struct Section {
    std::string id; ///< "promises": where links lead
    std::string title;
    std::vector<Block> blocks;
    bool operator==(const Section&) const = default;
};

/// The review document, before it has a format. Holds no moment of writing: the same model gives the same.
struct Document {
    std::string title;
    std::string subtitle; ///< what the model says of itself; may be empty
    std::string version;  ///< first digits of the hash of the model's files
    std::string date;     ///< on which one of them was last written
    std::string basis;    ///< what it is compared with and judged at, in a line; may be empty
    std::vector<Section> sections;
    bool operator==(const Document&) const = default;
};

} // namespace factline::report
