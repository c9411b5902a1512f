// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemModel;
class QString;
class QTreeView;
class QWidget;

namespace factline::panels {

class LineDelegate;

/// A list of lines under headings, each line drawn by the delegate: no header, nothing to fold, no scrolling
/// sideways; all of it is shown whenever the model shows something new.
QTreeView* lineList(QAbstractItemModel& model, LineDelegate* delegate, const QString& accessibleName,
                    QWidget* parent);

} // namespace factline::panels
