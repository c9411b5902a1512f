// SPDX-License-Identifier: Apache-2.0
// From a moved slider of the what-if to its verdicts on the screen, canvas and panel alike:
//   bench_what_if examples/airport.factline.yaml
// Every hop that a promise hangs on is turned, there and further; the clock stops when canvas and panel have
// painted what comes of it. The worst is over all hops, the median too.
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <QElapsedTimer>

#include "benchmarks/opened_model.h"
#include "canvas/canvas.h"
#include "panels/panel.h"
#include "viewmodels/dials.h"

int main(int argc, char** argv) {
    using namespace factline;
    benchmarks::drawOffscreen();
    QApplication application(argc, argv);
    auto opened = benchmarks::openArgument(argc, argv);
    if (!opened) return 2;
    benchmarks::OpenedModel model;
    QWidget window;
    window.resize(1440, 900);
    canvas::Canvas canvas(model.around, model.theme, &window);
    canvas.setGeometry(0, 0, 1100, 900);
    panels::Panel* panel = nullptr;
    for (const panels::PanelKind& kind : panels::panelKinds())
        if (std::string_view(kind.id) == "what-if") panel = kind.create(model.around, model.theme, &window);
    panel->setGeometry(1100, 0, 340, 900);
    window.show();
    model.document.show(std::move(*opened));
    model.whatIf.setOn(true);
    const auto wait = [](const auto& done) {
        while (!done())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QApplication::processEvents(); // and paints
    };
    wait([&] { return canvas.hasDiagram() && model.judge.isUpToDate() && !model.drawing.isBusy(); });
    wait([&] { return model.whatIf.isUpToDate(); });

    const auto usual = model.whatIf.latest()->usual;
    std::vector<std::string> places;
    std::vector<std::pair<double, std::string>> times; // each with the hop
    for (const auto& row : usual->rows) {
        if (!row->within) continue;
        for (const auto& dial : viewmodels::dialsOf(*row, *row)) {
            if (dial.place.empty() || !dial.usual || *dial.usual <= 0) continue;
            if (std::ranges::find(places, dial.place) != places.end()) continue;
            places.push_back(dial.place);
            for (const double factor : {0.5, 0.7, 1.6}) {
                QElapsedTimer clock;
                clock.start();
                model.whatIf.setValue(dial.place,
                                      viewmodels::valueOf(*row, dial.place, *dial.usual * factor));
                wait([&] { return model.whatIf.isUpToDate(); });
                times.emplace_back(static_cast<double>(clock.nsecsElapsed()) / 1e6, dial.place);
            }
            model.whatIf.clear();
            wait([&] { return model.whatIf.isUpToDate(); });
        }
    }
    if (times.empty()) return std::fputs("no promise in the model\n", stderr), 2;
    std::ranges::sort(times);
    std::printf("slider: %zu hops, median %.1f ms, 99 %% %.1f ms, worst %.1f ms (%s)\n", places.size(),
                times[times.size() / 2].first, times[times.size() * 99 / 100].first, times.back().first,
                times.back().second.c_str());
    return 0;
}
