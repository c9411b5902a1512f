// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/kind_words.h"

#include <QCoreApplication>

namespace factline::viewmodels {

namespace {

struct KindWords {
    Q_DECLARE_TR_FUNCTIONS(Kind)
};

} // namespace

QString kindWord(ElementKind kind) {
    switch (kind) {
    case ElementKind::Model:
        return KindWords::tr("model");
    case ElementKind::Claim:
        return KindWords::tr("claim");
    case ElementKind::Context:
        return KindWords::tr("context");
    case ElementKind::Fact:
        return KindWords::tr("fact");
    case ElementKind::Channel:
        return KindWords::tr("channel");
    case ElementKind::Event:
        return KindWords::tr("event");
    case ElementKind::Type:
        return KindWords::tr("type");
    case ElementKind::View:
        return KindWords::tr("view");
    case ElementKind::Subscription:
        return KindWords::tr("subscription");
    case ElementKind::Policy:
        return KindWords::tr("policy");
    case ElementKind::Decision:
        return KindWords::tr("decision");
    case ElementKind::Audience:
        return KindWords::tr("audience");
    case ElementKind::Stage:
        return KindWords::tr("stage");
    case ElementKind::Scenario:
        return KindWords::tr("scenario");
    }
    return {};
}

} // namespace factline::viewmodels
