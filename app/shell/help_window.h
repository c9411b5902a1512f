// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "picture/theme.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace factline::shell {

/// The pages of the help and of the rules in a window of their own: links between them, back and forward, and
/// a field that finds pages by what stands in them.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    HelpWindow(const picture::Theme& theme, QWidget* parent = nullptr);

    /// "rules/fact-unowned", "help/first-steps", "rules" (a list of all). An unknown page is said.
    void open(const QString& page);
    QString page() const; ///< the one that is shown
    void setTheme(const picture::Theme& theme);

private:
    void showList();
    void showPage();
    void choosePage();

    QLineEdit* m_search;
    QListWidget* m_pages;
    QTextBrowser* m_text;
    QString m_page;
    picture::Theme m_theme;
};

} // namespace factline::shell
