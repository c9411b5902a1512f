// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diagram/diagram.h"

namespace factline::test {

/// A diagram laid out by hand in which every kind of shape, line and badge occurs. Names of nodes are
/// `context/name`.
inline diagram::Diagram handDrawn() {
    using diagram::Badge;
    using diagram::Point;
    using diagram::Rect;
    using propagation::HopKind;
    diagram::Diagram d;
    d.title = "Global retailer";
    d.version = "4f2a91c";
    d.date = "2026-03-14";
    std::uint32_t id = 1;
    const auto context = [&](const std::string& name, const std::string& title, const std::string& team,
                             Rect rect) {
        d.contexts.push_back(
            {.key = {ElementKind::Context, name}, .id = {id++}, .rect = rect, .title = title, .team = team});
    };
    const auto node = [&](ElementKind kind, const std::string& name, std::vector<std::string> lines,
                          Rect rect) {
        d.nodes.push_back(
            {.key = {kind, name}, .id = {id++}, .rect = rect, .lines = std::move(lines), .fullName = name});
        return d.nodes.size() - 1;
    };
    const auto edge = [&](std::size_t from, std::size_t to, HopKind kind, std::vector<Point> path) {
        d.edges.push_back({.from = from, .to = to, .kind = kind, .path = std::move(path)});
        return d.edges.size() - 1;
    };

    context("inventory", "Inventory ledger", "ERP", {0, 0, 232, 160});
    const auto stock =
        node(ElementKind::Fact, "inventory/stock-on-hand", {"stock-on-hand"}, {16, 40, 200, 36});
    const auto adjusted =
        node(ElementKind::Event, "inventory/StockAdjusted", {"StockAdjusted"}, {16, 104, 200, 36});

    context("availability", "Availability", "stock squad", {320, 0, 256, 312});
    const auto position =
        node(ElementKind::View, "availability/stock-position", {"stock-position"}, {336, 40, 224, 40});
    const auto sellable =
        node(ElementKind::Fact, "availability/sellable-stock", {"sellable-stock"}, {336, 112, 224, 36});
    const auto confirmed = node(ElementKind::Event, "availability/ReservationConfirmed",
                                {"Reservation", "Confirmed"}, {336, 180, 224, 52});
    const auto release = node(ElementKind::Policy, "availability/release-when-cancelled",
                              {"release-when-cancelled"}, {336, 260, 224, 36});

    context("search", "Search", "web squad", {664, 0, 232, 104});
    const auto badge = node(ElementKind::View, "search/stock-badge", {"stock-badge"}, {680, 40, 200, 40});

    context("orders", "Orders", "order squad", {0, 208, 232, 224});
    const auto order = node(ElementKind::Fact, "orders/order", {"order"}, {16, 248, 200, 36});
    const auto completed =
        node(ElementKind::Event, "orders/OrderCompleted", {"OrderCompleted"}, {16, 312, 200, 36});
    const auto cancelled =
        node(ElementKind::Event, "orders/OrderCancelled", {"OrderCancelled"}, {16, 376, 200, 36});

    context("payments", "Payments", "", {320, 360, 256, 104});
    d.contexts.back().external = true;
    const auto captured =
        node(ElementKind::Event, "payments/PaymentCaptured", {"PaymentCaptured"}, {336, 400, 224, 36});

    context("finance", "Finance", "finance squad", {664, 208, 232, 224});
    const auto orders =
        node(ElementKind::View, "finance/completed-orders", {"completed-orders"}, {680, 248, 200, 40});
    const auto issue =
        node(ElementKind::Decision, "finance/issue-invoice", {"issue-invoice"}, {680, 320, 200, 36});
    const auto loyalty =
        node(ElementKind::Fact, "finance/loyalty-balance", {"loyalty-balance"}, {680, 384, 200, 36});

    edge(stock, adjusted, HopKind::Announces, {{116, 76}, {116, 86}, {116, 94}, {116, 104}});
    const auto feeds =
        edge(adjusted, position, HopKind::Feeds, {{216, 122}, {276, 122}, {276, 60}, {336, 60}});
    d.edges[feeds].label = "0.8 s";
    d.edges[feeds].labelRect = Rect{258, 82, 36, 18};
    edge(position, sellable, HopKind::Derives, {{448, 78}, {448, 90}, {448, 100}, {448, 112}});
    edge(sellable, confirmed, HopKind::Announces, {{448, 148}, {448, 160}, {448, 170}, {448, 180}});
    edge(confirmed, badge, HopKind::Feeds, {{560, 206}, {620, 206}, {620, 60}, {680, 60}});
    edge(order, completed, HopKind::Announces, {{116, 284}, {116, 294}, {116, 302}, {116, 312}});
    edge(order, cancelled, HopKind::Announces, {{60, 284}, {4, 320}, {4, 360}, {60, 376}});
    const auto clash =
        edge(completed, orders, HopKind::Feeds, {{216, 330}, {400, 330}, {500, 268}, {680, 268}});
    d.edges[clash].clash = true;
    d.edges[clash].label = "understood otherwise";
    d.edges[clash].labelRect = Rect{376, 318, 132, 18};
    edge(cancelled, release, HopKind::Triggers, {{216, 394}, {280, 394}, {280, 278}, {336, 278}});
    edge(release, confirmed, HopKind::Compensates, {{448, 260}, {448, 252}, {448, 242}, {448, 232}});
    edge(captured, orders, HopKind::Feeds, {{560, 418}, {620, 418}, {620, 274}, {680, 274}});
    edge(orders, issue, HopKind::Reads, {{780, 286}, {780, 298}, {780, 308}, {780, 320}});
    const auto asks = edge(sellable, issue, HopKind::Asks, {{560, 130}, {632, 130}, {632, 338}, {680, 338}});
    d.edges[asks].label = "asks the owner";
    d.edges[asks].labelRect = Rect{588, 160, 88, 18};

    d.nodes[badge].badges = {{Badge::Kind::Kept, "2.4 s", "kept: 2.4 s at 99 %"}};
    d.nodes[orders].badges = {{Badge::Kind::Error, "2", "two errors"},
                              {Badge::Kind::Warning, "", "a warning"},
                              {Badge::Kind::AtRisk, "31 s", "at risk"},
                              {Badge::Kind::Hint, "", "a hint"}};
    d.nodes[completed].badges = {{Badge::Kind::Warning, "1", "read in two senses"}};
    d.nodes[order].badges = {{Badge::Kind::Hotspot, "", "Who owns an address?"}};
    d.nodes[loyalty].declared = false;
    d.nodes[loyalty].badges = {{Badge::Kind::Error, "", "nobody owns it"}};
    d.nodes[position].badges = {{Badge::Kind::Broken, "9 s", "broken"}};
    d.nodes[issue].badges = {{Badge::Kind::Unknown, "", "not known"}};
    d.contexts.front().badges = {{Badge::Kind::Error, "", "dual write"}};
    d.bounds = {0, 0, 896, 464};
    return d;
}

inline std::shared_ptr<const diagram::Diagram> shared(diagram::Diagram diagram) {
    return std::make_shared<const diagram::Diagram>(std::move(diagram));
}

/// The diagram drawn by hand, `columns` x `rows` times, every name once.
inline diagram::Diagram tiled(int columns, int rows) {
    const diagram::Diagram one = handDrawn();
    const double width = one.bounds.width + 64;
    const double height = one.bounds.height + 64;
    diagram::Diagram result;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::string prefix = "t" + std::to_string(row) + "-" + std::to_string(column) + "-";
            const std::size_t base = result.nodes.size();
            const auto move = [&](auto& place) {
                place.x += column * width;
                place.y += row * height;
            };
            for (auto context : one.contexts) {
                context.key.name = prefix + context.key.name;
                move(context.rect);
                result.contexts.push_back(std::move(context));
            }
            for (auto node : one.nodes) {
                node.key.name = prefix + node.key.name;
                move(node.rect);
                result.nodes.push_back(std::move(node));
            }
            for (auto edge : one.edges) {
                edge.from += base;
                edge.to += base;
                for (auto& point : edge.path)
                    move(point);
                if (edge.labelRect) move(*edge.labelRect);
                result.edges.push_back(std::move(edge));
            }
        }
    }
    result.bounds = {0, 0, columns * width, rows * height};
    return result;
}

} // namespace factline::test
