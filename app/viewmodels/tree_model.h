// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

#include <QAbstractItemModel>

namespace factline::viewmodels {

/// A tree of rows that takes over new rows by their difference to the old ones, so that what is selected and
/// expanded in a view survives. A Row has `key()` (a number, unique among its siblings), `inside` (a vector
/// of rows), `says(other)`, whether both show the same, whatever is inside, and may have `kept`: it is as it
/// was and so is all that is inside, which it then need not have.
template<typename Row>
class TreeModel : public QAbstractItemModel {
public:
    explicit TreeModel(QObject* parent = nullptr)
        : QAbstractItemModel(parent) {}

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override {
        const Node* node = nodeAt(parent);
        if (column != 0 || row < 0 || row >= static_cast<int>(node->inside.size())) return {};
        return createIndex(row, 0, node->inside[static_cast<std::size_t>(row)].get());
    }
    QModelIndex parent(const QModelIndex& child) const override {
        return child.isValid() ? indexOf(nodeAt(child)->parent) : QModelIndex();
    }
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.column() > 0 ? 0 : static_cast<int>(nodeAt(parent)->inside.size());
    }
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override {
        return index.isValid() ? value(nodeAt(index)->row, role) : QVariant();
    }
    /// The row at a valid index of this model, without what is inside it.
    const Row& rowAt(const QModelIndex& index) const { return nodeAt(index)->row; }

    /// The first row that `wanted` says yes to, top down; none: an invalid index.
    template<typename Wanted>
    QModelIndex find(Wanted wanted) const {
        return indexOf(findIn(m_root, wanted));
    }

protected:
    virtual QVariant value(const Row& row, int role) const = 0;

    /// Shows these rows. `anew`: nothing of what was shown counts as the same.
    void take(std::vector<Row> rows, bool anew = false) {
        if (!anew) return sync(m_root, std::move(rows));
        beginResetModel();
        m_root.inside.clear();
        fill(m_root, std::move(rows));
        endResetModel();
    }

private:
    struct Node {
        Row row;
        Node* parent = nullptr;
        int place = 0; ///< among its siblings
        std::vector<std::unique_ptr<Node>> inside;
    };

    const Node* nodeAt(const QModelIndex& index) const {
        return index.isValid() ? static_cast<const Node*>(index.internalPointer()) : &m_root;
    }
    QModelIndex indexOf(const Node* node) const {
        return !node || node == &m_root ? QModelIndex() : createIndex(node->place, 0, node);
    }
    template<typename Wanted>
    static const Node* findIn(const Node& node, Wanted& wanted) {
        for (const auto& inner : node.inside) {
            if (wanted(inner->row)) return inner.get();
            if (const Node* found = findIn(*inner, wanted)) return found;
        }
        return nullptr;
    }

    static std::unique_ptr<Node> make(Row row, Node& parent) {
        auto node = std::make_unique<Node>();
        auto inside = std::exchange(row.inside, {});
        node->row = std::move(row);
        node->parent = &parent;
        fill(*node, std::move(inside));
        return node;
    }
    static void fill(Node& node, std::vector<Row> rows) {
        node.inside.reserve(rows.size());
        for (Row& row : rows)
            node.inside.push_back(make(std::move(row), node));
        number(node, 0);
    }
    static void number(Node& node, std::size_t from) {
        for (std::size_t i = from; i < node.inside.size(); ++i)
            node.inside[i]->place = static_cast<int>(i);
    }

    void sync(Node& node, std::vector<Row> rows) {
        if (node.inside.empty()) return insertAll(node, std::move(rows));
        removeMissing(node, rows);
        addAndMove(node, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if constexpr (requires { rows[i].kept; })
                if (rows[i].kept) continue;
            Node& inner = *node.inside[i];
            auto inside = std::exchange(rows[i].inside, {});
            if (!inner.row.says(rows[i])) {
                inner.row = std::move(rows[i]);
                const QModelIndex at = indexOf(&inner);
                emit dataChanged(at, at);
            } else {
                inner.row = std::move(rows[i]);
            }
            sync(inner, std::move(inside));
        }
    }

    /// Where there was nothing, nothing has to be found out.
    void insertAll(Node& node, std::vector<Row> rows) {
        if (rows.empty()) return;
        beginInsertRows(indexOf(&node), 0, static_cast<int>(rows.size()) - 1);
        fill(node, std::move(rows));
        endInsertRows();
    }

    void removeMissing(Node& node, const std::vector<Row>& rows) {
        std::unordered_set<std::uint64_t> wanted;
        for (const Row& row : rows)
            wanted.insert(row.key());
        const auto gone = [&](int i) {
            return !wanted.contains(node.inside[static_cast<std::size_t>(i)]->row.key());
        };
        for (int last = static_cast<int>(node.inside.size()) - 1; last >= 0; --last) {
            if (!gone(last)) continue;
            int first = last;
            while (first > 0 && gone(first - 1))
                --first;
            beginRemoveRows(indexOf(&node), first, last);
            node.inside.erase(node.inside.begin() + first, node.inside.begin() + last + 1);
            number(node, static_cast<std::size_t>(first));
            endRemoveRows();
            last = first;
        }
    }

    void addAndMove(Node& node, const std::vector<Row>& rows) {
        std::unordered_set<std::uint64_t> known;
        for (const auto& inner : node.inside)
            known.insert(inner->row.key());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i < node.inside.size() && node.inside[i]->row.key() == rows[i].key()) continue;
            if (known.contains(rows[i].key())) {
                moveUp(node, rows[i].key(), i);
                continue;
            }
            std::size_t end = i + 1;
            while (end < rows.size() && !known.contains(rows[end].key()))
                ++end;
            beginInsertRows(indexOf(&node), static_cast<int>(i), static_cast<int>(end) - 1);
            std::vector<std::unique_ptr<Node>> made;
            for (std::size_t at = i; at < end; ++at)
                made.push_back(make(rows[at], node));
            node.inside.insert(node.inside.begin() + static_cast<std::ptrdiff_t>(i),
                               std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
            number(node, i);
            endInsertRows();
            i = end - 1;
        }
    }

    void moveUp(Node& node, std::uint64_t key, std::size_t to) {
        const auto begin = node.inside.begin();
        const auto from = std::find_if(begin + static_cast<std::ptrdiff_t>(to), node.inside.end(),
                                       [&](const auto& inner) { return inner->row.key() == key; });
        const QModelIndex parent = indexOf(&node);
        const int row = static_cast<int>(from - begin);
        beginMoveRows(parent, row, row, parent, static_cast<int>(to));
        std::rotate(begin + static_cast<std::ptrdiff_t>(to), from, from + 1);
        number(node, to);
        endMoveRows();
    }

    Node m_root;
};

} // namespace factline::viewmodels
