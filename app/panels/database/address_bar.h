// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace factline::panels {

class CalmBox;

/// The line in which somebody says whose database is where, and asks it. A password is not shown, and goes
/// with the window.
class AddressBar : public QWidget {
    Q_OBJECT
public:
    explicit AddressBar(QWidget* parent = nullptr);

    /// The contexts to choose from; the chosen one stays chosen where it still is there.
    void setContexts(const QStringList& names);
    void setRunning(bool running);
    QString context() const;
    QString url() const; ///< without the password
    QString password() const;
    bool isComplete() const;

signals:
    void changed();
    void asked();
    void stopAsked();

private:
    void arrange();
    void hidePassword();
    void showState();

    CalmBox* m_context;
    QLineEdit* m_url;
    QLabel* m_passwordLabel;
    QLineEdit* m_password; ///< only where there may be one
    QPushButton* m_ask;
    bool m_running = false;
};

} // namespace factline::panels
