// SPDX-License-Identifier: Apache-2.0
#include "picture/theme.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "base/resources.h"

namespace factline::picture {

namespace {

using nlohmann::json;

/// The compiled-in token file. A token that is missing or malformed is a fault of the build, which a test
/// shows; json's exceptions then end the program with the token's name.
const json& tokens() {
    static const json value = json::parse(findResource("themes/tokens.json").value());
    return value;
}

QColor colour(const json& parent, const char* key) {
    return QColor(QString::fromStdString(parent.at(key).get<std::string>()));
}

KindColours kindColours(const json& kinds, const char* key) {
    const json& kind = kinds.at(key);
    return {colour(kind, "fill"), colour(kind, "outline")};
}

StateColours stateColours(const json& states, const char* key) {
    const json& state = states.at(key);
    return {colour(state, "text"), colour(state, "fill")};
}

TextStyle textStyle(const json& roles, const char* key) {
    const json& role = roles.at(key);
    return {role.at("size").get<double>(), role.at("weight").get<int>()};
}

Typography readTypography() {
    const json& text = tokens().at("text");
    const json& roles = text.at("roles");
    Typography result;
    result.families = text.at("families").get<std::vector<std::string>>();
    result.contextTitle = textStyle(roles, "contextTitle");
    result.team = textStyle(roles, "team");
    result.nodeLabel = textStyle(roles, "nodeLabel");
    result.eventLabel = textStyle(roles, "eventLabel");
    result.edgeLabel = textStyle(roles, "edgeLabel");
    result.badgeLabel = textStyle(roles, "badgeLabel");
    result.title = textStyle(roles, "title");
    result.legend = textStyle(roles, "legend");
    return result;
}

Metrics readMetrics() {
    const json& metrics = tokens().at("metrics");
    const auto get = [&](const char* key) { return metrics.at(key).get<double>(); };
    return {.rhythm = get("rhythm"),
            .outline = get("outline"),
            .line = get("line"),
            .clashLine = get("clashLine"),
            .selectedLine = get("selectedLine"),
            .contextRadius = get("contextRadius"),
            .nodeRadius = get("nodeRadius"),
            .factBar = get("factBar"),
            .eventFold = get("eventFold"),
            .viewWave = get("viewWave"),
            .decisionPoint = get("decisionPoint"),
            .icon = get("icon"),
            .arrowLength = get("arrowLength"),
            .arrowWidth = get("arrowWidth"),
            .badgeHeight = get("badgeHeight"),
            .badgePadding = get("badgePadding"),
            .contextPadding = get("contextPadding"),
            .nodePadding = get("nodePadding"),
            .dimmed = get("dimmed")};
}

void readSurfaces(Theme& theme, const json& surfaces) {
    theme.window = colour(surfaces, "window");
    theme.panel = colour(surfaces, "panel");
    theme.canvas = colour(surfaces, "canvas");
    theme.grid = colour(surfaces, "grid");
    theme.hairline = colour(surfaces, "hairline");
    theme.text = colour(surfaces, "text");
    theme.quietText = colour(surfaces, "quietText");
    theme.accent = colour(surfaces, "accent");
    theme.accentFill = colour(surfaces, "accentFill");
    theme.line = colour(surfaces, "line");
}

void readKinds(Theme& theme, const json& kinds) {
    theme.context = kindColours(kinds, "context");
    theme.fact = kindColours(kinds, "fact");
    theme.event = kindColours(kinds, "event");
    theme.view = kindColours(kinds, "view");
    theme.policy = kindColours(kinds, "policy");
    theme.decision = kindColours(kinds, "decision");
    theme.hotspot = kindColours(kinds, "hotspot");
}

void readStates(Theme& theme, const json& states) {
    theme.kept = stateColours(states, "kept");
    theme.atRisk = stateColours(states, "atRisk");
    theme.broken = stateColours(states, "broken");
    theme.unknown = stateColours(states, "unknown");
    theme.named = stateColours(states, "named");
}

void readLagClasses(Theme& theme, const json& lagClasses) {
    const auto& words = Words<LagClass>::list;
    for (const auto& [lagClass, name] : words)
        theme.lagClasses.at(static_cast<std::size_t>(lagClass)) =
            colour(lagClasses, std::string(name).c_str());
}

} // namespace

const TextStyle& Typography::style(diagram::TextRole role) const {
    switch (role) {
    case diagram::TextRole::ContextTitle:
        return contextTitle;
    case diagram::TextRole::Team:
        return team;
    case diagram::TextRole::NodeLabel:
        return nodeLabel;
    case diagram::TextRole::EventLabel:
        return eventLabel;
    case diagram::TextRole::EdgeLabel:
        return edgeLabel;
    case diagram::TextRole::BadgeLabel:
        return badgeLabel;
    case diagram::TextRole::Title:
        return title;
    case diagram::TextRole::Legend:
        return legend;
    }
    return nodeLabel;
}

const KindColours& Theme::kind(ElementKind kind) const {
    switch (kind) {
    case ElementKind::Fact:
        return fact;
    case ElementKind::Event:
        return event;
    case ElementKind::View:
        return view;
    case ElementKind::Policy:
        return policy;
    case ElementKind::Decision:
        return decision;
    default:
        return context;
    }
}

StateColours Theme::badge(diagram::Badge::Kind kind) const {
    using Kind = diagram::Badge::Kind;
    switch (kind) {
    case Kind::Error:
    case Kind::Broken:
    case Kind::Removed:
        return broken;
    case Kind::Warning:
    case Kind::AtRisk:
    case Kind::Changed:
        return atRisk;
    case Kind::Kept:
    case Kind::Added:
        return kept;
    case Kind::Renamed:
    case Kind::Moved:
        return named;
    case Kind::Hotspot:
        return {hotspot.outline, hotspot.fill};
    case Kind::Hint:
    case Kind::Unknown:
        return unknown;
    }
    return unknown;
}

QColor Theme::delay(std::size_t band, std::size_t bands) const {
    const float part = bands > 1 ? static_cast<float>(band) / static_cast<float>(bands - 1) : 0.0F;
    const auto between = [&](float first, float last) { return first + (last - first) * part; };
    return QColor::fromRgbF(between(near.redF(), far.redF()), between(near.greenF(), far.greenF()),
                            between(near.blueF(), far.blueF()));
}

std::vector<std::string> themeNames() {
    return {"light", "dark"};
}

Result<Theme> loadTheme(std::string_view name) {
    const auto names = themeNames();
    if (std::find(names.begin(), names.end(), name) == names.end())
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("There is no theme \"{}\". Choose one of: {}.", name,
                                  fmt::format("{}", fmt::join(names, ", "))));
    Theme theme;
    theme.name = name;
    const json& found = tokens().at(theme.name);
    readSurfaces(theme, found.at("surfaces"));
    readKinds(theme, found.at("kinds"));
    readStates(theme, found.at("states"));
    theme.near = colour(found.at("delay"), "near");
    theme.far = colour(found.at("delay"), "far");
    readLagClasses(theme, found.at("lagClasses"));
    theme.typography = readTypography();
    theme.metrics = readMetrics();
    return theme;
}

const Typography& typography() {
    static const Typography value = readTypography();
    return value;
}

} // namespace factline::picture
