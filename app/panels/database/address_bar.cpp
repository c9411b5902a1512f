// SPDX-License-Identifier: Apache-2.0
#include "panels/database/address_bar.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

#include "panels/calm_box.h"

namespace factline::panels {

AddressBar::AddressBar(QWidget* parent)
    : QWidget(parent)
    , m_context(new CalmBox(this))
    , m_url(new QLineEdit(this))
    , m_passwordLabel(new QLabel(tr("Password"), this))
    , m_password(new QLineEdit(this))
    , m_ask(new QPushButton(this)) {
    arrange();
    const auto ask = [this] {
        hidePassword();
        if (!m_running && isComplete()) emit asked();
    };
    connect(m_ask, &QPushButton::clicked, this, [this, ask] { m_running ? emit stopAsked() : ask(); });
    connect(m_url, &QLineEdit::returnPressed, this, ask);
    connect(m_password, &QLineEdit::returnPressed, this, ask);
    connect(m_url, &QLineEdit::editingFinished, this, &AddressBar::hidePassword);
    connect(m_context, &QComboBox::currentTextChanged, this, &AddressBar::changed);
    connect(m_url, &QLineEdit::textChanged, this, &AddressBar::changed);
    connect(m_password, &QLineEdit::textChanged, this, &AddressBar::changed);
    connect(this, &AddressBar::changed, this, &AddressBar::showState);
    showState();
}

void AddressBar::arrange() {
    auto* of = new QLabel(tr("Database of"), this);
    auto* at = new QLabel(tr("at"), this);
    of->setBuddy(m_context);
    at->setBuddy(m_url);
    m_passwordLabel->setBuddy(m_password);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(of);
    row->addWidget(m_context);
    row->addWidget(at);
    row->addWidget(m_url, 1);
    row->addWidget(m_passwordLabel);
    row->addWidget(m_password);
    row->addWidget(m_ask);
    m_context->setObjectName(QStringLiteral("context"));
    m_context->setAccessibleName(tr("Whose database"));
    m_context->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setAccessibleName(tr("Address of the database"));
    m_url->setPlaceholderText(tr("postgresql://user@host/database?schema=name or sqlite:/path"));
    m_url->setToolTip(tr("The address is kept nowhere."));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password of the database"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setFixedWidth(120);
    m_password->setToolTip(
        tr("It is kept nowhere. Left empty, it comes from PGPASSWORD or ~/.pgpass where it is there."));
    m_ask->setObjectName(QStringLiteral("ask"));
    m_ask->setProperty("main", true);
    setFocusProxy(m_url);
}

void AddressBar::setContexts(const QStringList& names) {
    const QString chosen = m_context->currentText();
    m_context->clear();
    m_context->addItems(names);
    m_context->setCurrentIndex(std::max(m_context->findText(chosen), 0));
    showState();
}

void AddressBar::setRunning(bool running) {
    m_running = running;
    showState();
}

QString AddressBar::context() const {
    return m_context->currentText();
}

QString AddressBar::url() const {
    return m_url->text().trimmed();
}

QString AddressBar::password() const {
    return m_password->isHidden() ? QString() : m_password->text();
}

bool AddressBar::isComplete() const {
    return !context().isEmpty() && !url().isEmpty();
}

/// A password that was typed or pasted with the address moves to where nobody can read it.
void AddressBar::hidePassword() {
    QUrl url(this->url());
    if (m_password->isHidden() || url.password().isEmpty()) return;
    m_password->setText(url.password());
    url.setPassword(QString());
    m_url->setText(url.toString());
}

void AddressBar::showState() {
    const bool mayHavePassword = url().startsWith(QLatin1String("postgres"));
    m_passwordLabel->setVisible(mayHavePassword);
    m_password->setVisible(mayHavePassword);
    m_ask->setText(m_running ? tr("Cancel") : tr("Ask"));
    m_ask->setEnabled(m_running || isComplete());
}

} // namespace factline::panels
