// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/kind_words.h"

#include <QCoreApplication>

namespace factline::viewmodels {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Kind)
};

} // namespace

QString kindWord(ElementKind kind) {
    switch (kind) {
    case ElementKind::Model:
        return Words::tr("model");
    case ElementKind::Claim:
        return Words::tr("claim");
    case ElementKind::Context:
        return Words::tr("context");
    case ElementKind::Fact:
        return Words::tr("fact");
    case ElementKind::Channel:
        return Words::tr("channel");
    case ElementKind::Event:
        return Words::tr("event");
    case ElementKind::Type:
        return Words::tr("type");
    case ElementKind::View:
        return Words::tr("view");
    case ElementKind::Subscription:
        return Words::tr("subscription");
    case ElementKind::Policy:
        return Words::tr("policy");
    case ElementKind::Decision:
        return Words::tr("decision");
    case ElementKind::Audience:
        return Words::tr("audience");
    case ElementKind::Stage:
        return Words::tr("stage");
    case ElementKind::Scenario:
        return Words::tr("scenario");
    }
    return {};
}

} // namespace factline::viewmodels
