// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/handle.h"
#include "canvas/name_editor.h"
#include "canvas/quick_insert.h"
#include "shell/toast.h"
#include "user.h"

namespace factline::testing {

/// A model with a bit of everything, and one event that others refer to and nobody declares.
inline const std::string sketch = R"(factline: 1
model: Sketch
contexts:
  orders:
    facts:
      order: {means: What was asked for.}
    events:
      OrderPlaced: {announces: [order]}
  finance:
    views:
      open-orders:
        shows: [orders/order]
        fedBy:
          orders/OrderPlaced: {}
          tax/RateSet: {}
    decisions:
      bill:
        reads:
          open-orders: {}
)";

/// Somebody who has that model open and works on the canvas.
struct Sketcher : User {
    std::filesystem::path file = place.file("sketch.factline.yaml");

    explicit Sketcher(const std::string& text = sketch) {
        write(file, text);
        open(file);
        canvas().setFocus();
    }
    canvas::QuickInsert& insert() { return *canvas().findChild<canvas::QuickInsert*>(); }
    canvas::NameEditor& editor() { return *canvas().findChild<canvas::NameEditor*>(); }
    QString toasted() { return window->findChild<shell::Toast*>()->text(); }
    static QStringList textsOf(const QListWidget& rows) {
        QStringList texts;
        for (int i = 0; i < rows.count(); ++i)
            texts += rows.item(i)->text();
        return texts;
    }
    void moveTo(const QPoint& onCanvas) { QTest::mouseMove(window->windowHandle(), inWindow(onCanvas)); }
    void doubleClick(const QPoint& onCanvas) {
        QTest::mouseDClick(window->windowHandle(), Qt::LeftButton, {}, inWindow(onCanvas));
    }
    QPoint titleOf(const QString& context) {
        const QPointF corner = places().at(context).topLeft();
        return canvas().viewport().toScreen(corner + QPointF(20, 16)).toPoint();
    }
    /// A point of the canvas where nothing is.
    QPoint blank() {
        const QRectF extent = canvas().extent();
        const QPoint below = canvas().viewport().toScreen(extent.bottomLeft()).toPoint() + QPoint(40, 60);
        return below;
    }
    /// Draws a line from a node by the small circle at its side.
    void draw(const QString& from, const QPoint& to) {
        moveTo({2, 2}); // a pointer that stands there already would tell nothing
        moveTo(at(from));
        const auto& shown = canvas().diagram();
        for (std::size_t i = 0; i < shown.nodes.size(); ++i) {
            if (nameOf(shown.nodes[i].key) != from) continue;
            const QPoint handle = canvas::handleOf(shown, i, canvas().viewport()).toPoint();
            moveTo(handle);
            return drag(handle, to - handle);
        }
        QFAIL(qPrintable("not drawn: " + from));
    }
};

} // namespace factline::testing
