// SPDX-License-Identifier: Apache-2.0
#include "shell/last_view.h"

#include <QDataStream>
#include <QIODevice>
#include <QStringList>

#include "canvas/diagram_view.h"
#include "domain/lookup.h"
#include "picture/text.h"

namespace factline::shell {

namespace {

constexpr double samePlace = 1; ///< pixels

} // namespace

QByteArray viewToKeep(const canvas::DiagramView& view, const viewmodels::Selection& selection,
                      const Model& model) {
    const Lookup lookup(model);
    QStringList selected;
    for (const ElementId id : selection.ids())
        if (const Located* located = lookup.find(id)) selected += picture::toQString(toString(located->key));
    const canvas::Look look = view.look();
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << look.centre << look.scale << selected;
    return bytes;
}

void lookAgain(const QByteArray& kept, canvas::DiagramView& view, viewmodels::Selection& selection,
               const Model& model) {
    canvas::Look look;
    QStringList selected;
    QDataStream in(kept);
    in.setVersion(QDataStream::Qt_6_4);
    in >> look.centre >> look.scale >> selected;
    if (in.status() != QDataStream::Ok || !(look.scale > 0)) return;
    const Lookup lookup(model);
    std::vector<ElementId> ids;
    for (const Located& located : lookup.all())
        if (selected.contains(picture::toQString(toString(located.key)))) ids.push_back(located.id());
    selection.set(std::move(ids));
    // Where it is as it stands already, it goes on fitting a window that changes.
    const QPointF off = view.viewport().toScreen(look.centre) - view.rect().toRectF().center();
    if (off.manhattanLength() > samePlace || !qFuzzyCompare(look.scale, view.viewport().scale))
        view.lookAt(look);
}

} // namespace factline::shell
