// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include <QHash>
#include <QString>

#include "diagram/diagram.h"
#include "picture/text_run.h"

namespace factline::picture {

/// The text of a name on the screen is never smaller than this, in pixels; what has no room for it is cut.
inline constexpr double smallestName = 6;

/// By how much text of a font has to grow to be read at a scale; in steps, because fonts keep a cache of
/// glyphs for each size they are drawn in.
double growthToRead(const QFont& font, double scale);

/// Names as they are drawn on a small scale, some of them cut in the middle to stay readable in the room they
/// have; each made when it is drawn first. They belong to the thread that asks for them.
class SmallNames {
public:
    /// `font`: that of the role. `room`: units. It stays where it is until another is asked for.
    const TextRun& cut(const QString& name, const QFont& font, diagram::TextRole role, double room,
                       double growth);
    /// Begins anew where there are more than this.
    void forgetAbove(std::size_t most);

private:
    struct Key {
        QString name;
        diagram::TextRole role;
        double room; ///< once the name has grown
        bool operator==(const Key&) const = default;
        friend std::size_t qHash(const Key& key, std::size_t seed) {
            return qHashMulti(seed, key.name, static_cast<int>(key.role), key.room);
        }
    };
    QHash<Key, TextRun> m_cut;
};

} // namespace factline::picture
