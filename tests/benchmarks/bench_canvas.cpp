// SPDX-License-Identifier: Apache-2.0
// Frames of the canvas while a hand is at work on it:
//   tests/benchmarks/make_model 310 /tmp/m.factline.yaml && bench_canvas /tmp/m.factline.yaml
// Each figure is the time from a mouse or wheel event to the painted window of 1440 x 900 pixels. Needs the
// layout program beside it.
#include <algorithm>
#include <cstdio>
#include <vector>

#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>
#include <QWheelEvent>

#include "benchmarks/opened_model.h"
#include "canvas/canvas.h"
#include "picture/shapes.h"

namespace {

using namespace factline;

constexpr int frames = 60;

void mouse(QWidget& widget, QEvent::Type type, const QPointF& at, Qt::MouseButton button) {
    const bool moves = type == QEvent::MouseMove;
    QMouseEvent event(type, at, widget.mapToGlobal(at), moves ? Qt::NoButton : button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : button, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

/// Times `act` and the frame that it leads to, so many times.
template<typename Act>
void measure(const char* name, canvas::Canvas& canvas, Act act) {
    QImage frame(canvas.size(), QImage::Format_RGB32);
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer clock;
        clock.start();
        act(i);
        canvas.render(&frame);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("%-22s %8.2f ms   (best %.2f, worst %.2f)\n", name, times[times.size() / 2], times.front(),
                times.back());
}

} // namespace

int main(int argc, char** argv) {
    benchmarks::drawOffscreen();
    QApplication application(argc, argv);
    auto opened = benchmarks::openArgument(argc, argv);
    if (!opened) return 2;

    benchmarks::OpenedModel model;
    auto& document = model.document;
    auto& judge = model.judge;
    auto& drawing = model.drawing;
    auto& selection = model.selection;
    canvas::Canvas canvas(model.around, model.theme);
    canvas.resize(1440, 900);
    canvas.show();
    document.show(std::move(*opened));
    while (!canvas.hasDiagram() || !judge.isAnalysed() || drawing.isBusy())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("%zu nodes, %zu lines\n", canvas.diagram().nodes.size(), canvas.diagram().edges.size());

    const QPointF middle = QRectF(canvas.rect()).center();
    const auto round = [&](const char* pan, const char* zoom, const char* drag) {
        canvas.bringIntoView(picture::toQt(canvas.diagram().nodes.front().rect));
        mouse(canvas, QEvent::MouseButtonPress, middle, Qt::MiddleButton);
        measure(pan, canvas, [&](int i) {
            mouse(canvas, QEvent::MouseMove, middle + QPointF(7 * (i % 30), 5 * (i % 30)), Qt::MiddleButton);
        });
        mouse(canvas, QEvent::MouseButtonRelease, middle, Qt::MiddleButton);
        measure(zoom, canvas, [&](int i) {
            QWheelEvent event(middle, canvas.mapToGlobal(middle), {}, {0, i % 2 ? 20 : -20}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&canvas, &event);
        });
        const auto& nodes = canvas.diagram().nodes;
        const auto seen = std::ranges::find_if(nodes, [&](const auto& node) {
            return canvas.rect().contains(
                canvas.viewport().toScreen(picture::toQt(node.rect).center()).toPoint());
        });
        if (seen == nodes.end()) return;
        const QPointF node = canvas.viewport().toScreen(picture::toQt(seen->rect).center());
        mouse(canvas, QEvent::MouseButtonPress, node, Qt::LeftButton);
        mouse(canvas, QEvent::MouseMove, node + QPointF(9, 9), Qt::LeftButton); // takes hold
        measure(drag, canvas, [&](int i) {
            mouse(canvas, QEvent::MouseMove, node + QPointF(4 * i, 3 * i), Qt::LeftButton);
        });
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(&canvas, &escape);
        mouse(canvas, QEvent::MouseButtonRelease, node, Qt::LeftButton);
        selection.clear();
    };
    canvas.fit();
    round("pan", "zoom", "drag");
    canvas.zoomTo(0.45);
    round("pan/names", "zoom/names", "drag/names");
    canvas.zoomTo(1);
    round("pan/full", "zoom/full", "drag/full");
    return 0;
}
