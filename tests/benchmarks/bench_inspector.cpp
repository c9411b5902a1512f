// SPDX-License-Identifier: Apache-2.0
// From a keystroke in the inspector to the problems that it makes, on the screen of outline, inspector and
// problems alike:
//   tests/benchmarks/make_model 1000 /tmp/m.factline.yaml && bench_inspector /tmp/m.factline.yaml
// A key is pressed in an event's `means` and Enter ends the edit; the clock stops when the panels have
// painted what the rules say of it. The document's own text (saving, YAML) is no part of it.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPlainTextEdit>

#include "benchmarks/opened_model.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"
#include "panels/panel.h"

namespace {

using namespace factline;

constexpr int rounds = 15;
constexpr std::array<std::string_view, 3> inFront{"outline", "inspector", "problems"};

void press(QWidget* widget, int key, const QString& text = {}) {
    QKeyEvent down(QEvent::KeyPress, key, {}, text);
    QApplication::sendEvent(widget, &down);
}

double milliseconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void print(const char* name, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("%-22s %8.2f ms   (median %.2f, worst %.2f)\n", name, times.front(), times[times.size() / 2],
                times.back());
}

} // namespace

int main(int argc, char** argv) {
    benchmarks::drawOffscreen();
    QApplication application(argc, argv);
    auto opened = benchmarks::openArgument(argc, argv);
    if (!opened) return 2;

    benchmarks::OpenedModel model({"/nowhere"});
    auto& document = model.document;
    auto& judge = model.judge;
    auto& selection = model.selection;
    std::vector<panels::Panel*> shown;
    panels::InspectorPanel* inspector = nullptr;
    QWidget window;
    for (const panels::PanelKind& kind : panels::panelKinds()) {
        if (!kind.shown) continue;
        shown.push_back(kind.create(model.around, model.theme, &window));
        shown.back()->setGeometry(static_cast<int>(shown.size() - 1) * 320, 0, 320, 800);
        // The others stand behind the tab of the problems, as they do at first in the window.
        shown.back()->setVisible(std::ranges::find(inFront, kind.id) != inFront.end());
        if (auto* found = qobject_cast<panels::InspectorPanel*>(shown.back())) inspector = found;
    }
    window.resize(1400, 800);
    window.show();
    bool judged = false;
    QObject::connect(&judge, &jobs::Judge::judged, [&] { judged = true; });
    const auto wait = [&] {
        while (!judged)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QApplication::processEvents();
        judged = false;
    };
    document.show(std::move(*opened));
    wait();

    const auto& contexts = document.snapshot()->model.contexts;
    const auto context = std::ranges::find_if(contexts, [](const auto& c) { return !c->events.empty(); });
    if (context == contexts.end()) return std::fputs("no event in the model\n", stderr), 2;

    std::vector<double> select;
    std::vector<double> edit;
    std::vector<double> all;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer clock;
        clock.start();
        selection.clear();
        selection.select((*context)->events.front()->id);
        QApplication::processEvents();
        select.push_back(milliseconds(clock));
        auto* text = inspector->form()->find("means")->findChild<QPlainTextEdit*>();
        clock.restart();
        press(text, Qt::Key_X, QStringLiteral("x"));
        press(text, Qt::Key_Return);
        edit.push_back(milliseconds(clock));
        wait();
        all.push_back(milliseconds(clock));
    }
    print("select", select);
    print("edit", edit);
    print("keystrokeToProblems", all);
    return 0;
}
