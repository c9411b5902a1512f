// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <string>

namespace factline::picture {

/// Writes the date of the model's file ("2026-11-29") over the moment at which a PDF was written, digit for
/// digit, so that the same model gives the same bytes and the file's own table of offsets stays right.
void fixCreationDate(QByteArray& bytes, const std::string& date);

} // namespace factline::picture
