// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "canvas/row_list.h"

class QLabel;
class QLineEdit;

namespace factline::canvas {

/// A small card over the canvas with a line to type into, rows to choose from and a quiet remark. All its
/// keys are its own while it is open; what they do is up to whoever extends it.
class InputCard : public QFrame {
    Q_OBJECT
public:
    InputCard(const picture::Theme& theme, QWidget* canvas);

    void setTheme(const picture::Theme& theme);
    bool isOpen() const { return m_open; }
    QString typed() const;
    QString remark() const;
    const RowList& rows() const { return *m_rows; }
    /// Closes it without a word and gives the keyboard back to the canvas.
    void dismiss();

signals:
    void givenUp();

protected:
    /// Opens with a text, all of it selected, at a place of the canvas; kept inside the canvas.
    void open(const QString& text, const QString& placeholder, const QRectF& place, double scale);
    void showRows(const std::vector<ListRow>& rows);
    void say(const QString& remark);
    RowList& list() { return *m_rows; }

    virtual void typedOn(const QString& text) = 0;
    virtual void accept(bool more) = 0; ///< Enter, or Tab for more
    virtual void leave() = 0;           ///< the keyboard went elsewhere
    void giveUp();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitIn();

    QLineEdit* m_line;
    RowList* m_rows;
    QLabel* m_remark;
    QRectF m_place;
    bool m_open = false;
};

} // namespace factline::canvas
