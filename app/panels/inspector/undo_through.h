// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace factline::panels {

/// Lets undo and redo pressed in a field reach the document, unless the field holds something that the
/// document has not yet: then they mean the letters in it.
class UndoThrough : public QObject {
    Q_OBJECT
public:
    /// `form`: whose fields, present and to come, are meant.
    explicit UndoThrough(QWidget* form);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_form;
};

} // namespace factline::panels
