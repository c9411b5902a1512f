// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/verdicts.h"

#include <QCoreApplication>

namespace factline::viewmodels {

namespace {

using freshness::Verdict;
using Kind = diagram::Badge::Kind;

struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

} // namespace

Kind stateOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proven:
    case Verdict::Expected:
        return Kind::Kept;
    case Verdict::AtRisk:
        return Kind::AtRisk;
    case Verdict::Impossible:
        return Kind::Broken;
    case Verdict::Unknown:
        break;
    }
    return Kind::Unknown;
}

QString verdictName(Verdict verdict) {
    QString words = verdictWords(verdict);
    words[0] = words[0].toUpper();
    return words;
}

QString verdictWords(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proven:
        return VerdictWords::tr("kept for certain");
    case Verdict::Expected:
        return VerdictWords::tr("expected to be kept");
    case Verdict::AtRisk:
        return VerdictWords::tr("at risk");
    case Verdict::Impossible:
        return VerdictWords::tr("cannot be kept");
    case Verdict::Unknown:
        break;
    }
    return VerdictWords::tr("not known to be kept");
}

} // namespace factline::viewmodels
