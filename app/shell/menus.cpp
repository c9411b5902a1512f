// SPDX-License-Identifier: Apache-2.0
#include "shell/menus.h"

#include <array>
#include <map>

#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

#include "contract/write.h"
#include "shell/actions.h"
#include "shell/main_window.h"
#include "shell/samples.h"
#include "shell/settings.h"

namespace factline::shell {

namespace {

struct MenuWords {
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

QMenu* recentMenu(MainWindow& window, Settings& settings) {
    auto* menu = new QMenu(MenuWords::tr("Open recent"), &window);
    QObject::connect(menu, &QMenu::aboutToShow, &window, [menu, &window, &settings] {
        menu->clear();
        settings.lookForFiles();
        for (const QString& file : settings.recentFiles())
            menu->addAction(QFileInfo(file).fileName(), &window,
                            [&window, file] { emit window.fileWanted(file.toStdString()); })
                ->setToolTip(file);
        if (menu->isEmpty()) menu->addAction(MenuWords::tr("Nothing opened yet"))->setEnabled(false);
        menu->addSeparator();
        menu->addAction(MenuWords::tr("Forget these"), &settings, &Settings::forgetFiles);
    });
    menu->setToolTipsVisible(true);
    return menu;
}

QMenu* templateMenu(MainWindow& window) {
    auto* menu = new QMenu(MenuWords::tr("New from a template"), &window);
    menu->addAction(MenuWords::tr("A small model to begin with"), &window, [&window] {
        emit window.modelWanted(document::openText(contract::newModel("My model")), false);
    });
    menu->addSeparator();
    for (const Sample& sample : samples())
        menu->addAction(sample.title, &window, [&window, sample] { window.showSample(sample); });
    return menu;
}

QMenu* panelMenu(MainWindow& window) {
    auto* menu = new QMenu(MenuWords::tr("Panels"), &window);
    for (QAction* action : window.panelActions())
        menu->addAction(action);
    return menu;
}

} // namespace

void fillMenus(QMenuBar& bar, const Actions& actions, MainWindow& window, Settings& settings) {
    const std::array titles{MenuWords::tr("&File"),  MenuWords::tr("&Edit"),     MenuWords::tr("&View"),
                            MenuWords::tr("&Model"), MenuWords::tr("&Generate"), MenuWords::tr("&Help")};
    std::vector<QMenu*> menus;
    menus.reserve(titles.size());
    for (const QString& title : titles)
        menus.push_back(bar.addMenu(title));
    std::map<std::string_view, QMenu*> submenus;
    for (const auto& [line, action] : actions.all()) {
        QMenu* menu = menus[static_cast<std::size_t>(line->menu)];
        if (line->separated && !menu->isEmpty()) menu->addSeparator();
        if (line->submenu) {
            QMenu*& submenu = submenus[line->submenu];
            if (!submenu) submenu = menu->addMenu(QCoreApplication::translate("Actions", line->submenu));
            menu = submenu;
        }
        menu->addAction(action);
        const std::string_view id = line->id;
        if (id == "new") menu->addMenu(templateMenu(window));
        if (id == "open") menu->addMenu(recentMenu(window, settings));
        if (id == "palette") menu->addMenu(panelMenu(window));
    }
    for (QMenu* menu : menus)
        menu->menuAction()->setVisible(!menu->isEmpty());
}

} // namespace factline::shell
