// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include "document/open_model.h"

namespace factline::document {

using Snapshot = std::shared_ptr<const OpenModel>; ///< null: nothing is open

/// The open model: one immutable snapshot after another, and the one signal that says so.
class Document : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const Snapshot& snapshot() const { return m_snapshot; }
    void replace(OpenModel model);

signals:
    void changed(const factline::document::Snapshot& before, const factline::document::Snapshot& after);

private:
    Snapshot m_snapshot;
};

} // namespace factline::document
