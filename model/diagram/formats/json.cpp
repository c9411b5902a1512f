// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <nlohmann/json.hpp>

#include "diagram/formats/formats.h"

namespace factline::diagram {

namespace {

using nlohmann::ordered_json;

double rounded(double value) {
    const double result = std::round(value * 100) / 100;
    return result == 0 ? 0 : result;
}

ordered_json jsonOf(const Rect& rect) {
    return {{"x", rounded(rect.x)},
            {"y", rounded(rect.y)},
            {"width", rounded(rect.width)},
            {"height", rounded(rect.height)}};
}

std::string_view wordOf(Badge::Kind kind) {
    switch (kind) {
    case Badge::Kind::Error:
        return "error";
    case Badge::Kind::Warning:
        return "warning";
    case Badge::Kind::Hint:
        return "hint";
    case Badge::Kind::Kept:
        return "kept";
    case Badge::Kind::AtRisk:
        return "at-risk";
    case Badge::Kind::Broken:
        return "broken";
    case Badge::Kind::Hotspot:
        return "hotspot";
    case Badge::Kind::Added:
        return "added";
    case Badge::Kind::Removed:
        return "removed";
    case Badge::Kind::Changed:
        return "changed";
    case Badge::Kind::Renamed:
        return "renamed";
    case Badge::Kind::Moved:
        return "moved";
    default:
        return "unknown";
    }
}

std::string_view wordOf(propagation::HopKind kind) {
    using propagation::HopKind;
    switch (kind) {
    case HopKind::Announces:
        return "announces";
    case HopKind::Feeds:
        return "feeds";
    case HopKind::Triggers:
        return "triggers";
    case HopKind::Causes:
        return "causes";
    case HopKind::Compensates:
        return "compensates";
    case HopKind::Derives:
        return "derives";
    case HopKind::Reads:
        return "reads";
    default:
        return "asks";
    }
}

ordered_json jsonOf(const Badge& badge) {
    return {{"kind", wordOf(badge.kind)},
            {"text", badge.text.english()},
            {"explanation", badge.explanation.english()}};
}

ordered_json jsonOf(const std::vector<Badge>& badges) {
    ordered_json list = ordered_json::array();
    for (const Badge& badge : badges)
        list.push_back(jsonOf(badge));
    return list;
}

} // namespace

std::string renderJson(const Diagram& diagram) {
    ordered_json document{{"title", diagram.title},
                          {"version", diagram.version},
                          {"date", diagram.date},
                          {"bounds", jsonOf(diagram.bounds)},
                          {"contexts", ordered_json::array()},
                          {"nodes", ordered_json::array()},
                          {"edges", ordered_json::array()}};
    for (const auto& context : diagram.contexts)
        document["contexts"].push_back({{"element", context.key.name},
                                        {"title", context.title},
                                        {"team", context.team},
                                        {"external", context.external},
                                        {"declared", context.declared},
                                        {"rect", jsonOf(context.rect)},
                                        {"badges", jsonOf(context.badges)}});
    for (const auto& node : diagram.nodes)
        document["nodes"].push_back({{"element", node.key.name},
                                     {"kind", kindName(node.key.kind)},
                                     {"lines", node.lines},
                                     {"declared", node.declared},
                                     {"rect", jsonOf(node.rect)},
                                     {"badges", jsonOf(node.badges)}});
    for (const auto& edge : diagram.edges) {
        ordered_json entry{{"from", diagram.nodes[edge.from].key.name},
                           {"fromKind", kindName(diagram.nodes[edge.from].key.kind)},
                           {"to", diagram.nodes[edge.to].key.name},
                           {"toKind", kindName(diagram.nodes[edge.to].key.kind)},
                           {"kind", wordOf(edge.kind)},
                           {"understoodOtherwise", edge.clash},
                           {"badge", edge.badge ? jsonOf(*edge.badge) : ordered_json(nullptr)},
                           {"label", edge.label.english()},
                           {"labelRect", edge.labelRect ? jsonOf(*edge.labelRect) : ordered_json(nullptr)},
                           {"path", ordered_json::array()}};
        for (const Point& point : edge.path)
            entry["path"].push_back({rounded(point.x), rounded(point.y)});
        document["edges"].push_back(std::move(entry));
    }
    return document.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace factline::diagram
