// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "shell/samples.h"
#include "shell/setup.h"

class QVBoxLayout;

namespace factline::shell {

class SampleCard;

/// What a window shows while nothing is open: begin a model, open one, look at an example.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(const Setup& setup, QWidget* parent = nullptr);
    ~StartPage() override;

    void setTheme(const picture::Theme& theme);
    /// Whether every card has its picture, or will have none.
    bool isComplete() const { return m_drawn == static_cast<int>(m_cards.size()); }

signals:
    void newWanted();
    void openWanted();
    void pasteWanted();
    void fileWanted(const std::filesystem::path& file);
    void sampleWanted(const factline::shell::Sample& sample);
    void complete();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildButtons();
    QWidget* buildCards(const Setup& setup);
    void showRecent();

    std::shared_ptr<Settings> m_settings;
    std::vector<SampleCard*> m_cards;
    QWidget* m_recentPart;
    QVBoxLayout* m_recent;
    int m_drawn = 0;
};

} // namespace factline::shell
