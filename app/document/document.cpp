// SPDX-License-Identifier: Apache-2.0
#include "document/document.h"

namespace factline::document {

void Document::replace(OpenModel model) {
    const Snapshot before = m_snapshot;
    m_snapshot = std::make_shared<const OpenModel>(std::move(model));
    emit changed(before, m_snapshot);
}

} // namespace factline::document
