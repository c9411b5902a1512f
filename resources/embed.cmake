# Writes OUTPUT, a C++ file holding every file named in FILES as bytes. A line of FILES is a path relative to
# ROOT, or NAME=PATH for a file that is written by the build.
# Reading as hex keeps every byte, whatever the file holds.
file(STRINGS ${FILES} paths)
set(arrays "")
set(rows "")
set(index 0)
foreach(path IN LISTS paths)
  set(name ${path})
  cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY ${ROOT})
  if(name MATCHES "^(.*)=(.*)$")
    set(name ${CMAKE_MATCH_1})
    set(path ${CMAKE_MATCH_2})
  endif()
  file(READ ${path} hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" text "${hex}")
  string(APPEND arrays "static const char file${index}[] =\n")
  set(start 0)
  string(LENGTH "${text}" total)
  while(start LESS total)
    string(SUBSTRING "${text}" ${start} 4000 piece)
    string(APPEND arrays "    \"${piece}\"\n")
    math(EXPR start "${start} + 4000")
  endwhile()
  string(APPEND arrays "    \"\";\n")
  string(REGEX REPLACE "^\\.\\./" "" name ${name})
  string(APPEND rows "    {\"${name}\", {file${index}, ${length}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Written by resources/embed.cmake.
#include <string_view>
#include <utility>

namespace factline::embedded {
${arrays}
extern const std::pair<std::string_view, std::string_view> files[];
extern const unsigned count;
const std::pair<std::string_view, std::string_view> files[] = {
${rows}    {{}, {}}};
const unsigned count = ${index};
} // namespace factline::embedded
")
