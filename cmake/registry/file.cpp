// SPDX-License-Identifier: BSL-1.0
#include "file.hpp"

#include "text.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <utility>

namespace portkit_registry {
namespace {

/// A checkout may turn line ends into CRLF; that is no difference.
std::string with_plain_line_ends(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i != text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') result += text[i];
  return result;
}

/// The first lines that only one of the texts has. Not a minimal diff: registry updates add,
/// drop and change single lines, and each of those shows.
void show_difference(std::string_view old_text, std::string_view new_text) {
  constexpr int shown_at_most = 10;
  const auto show = [](char sign, std::string_view text, std::string_view other) {
    std::set<std::string_view> others;
    for (const Line& line : split_lines(other)) others.insert(line.text);
    int shown = 0;
    for (const Line& line : split_lines(text)) {
      if (others.contains(line.text)) continue;
      if (++shown > shown_at_most) {
        std::cerr << sign << " ...\n";
        break;
      }
      std::cerr << sign << ' ' << line.number << ": " << line.text.substr(0, 90) << '\n';
    }
  };
  show('-', old_text, new_text);
  show('+', new_text, old_text);
}

} // namespace

std::optional<std::string> read_file_if_there(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return std::nullopt;
  return text;
}

std::string read_file(const std::filesystem::path& path) {
  auto text = read_file_if_there(path);
  if (!text) throw Error(join("cannot read ", path.string()));
  return *std::move(text);
}

bool put_file(const std::filesystem::path& path, std::string_view text, Output output) {
  const auto present = read_file_if_there(path);
  if (present && with_plain_line_ends(*present) == text) return true;
  if (output == Output::check) {
    std::cerr << path.string() << (present ? " is out of date\n" : " is missing\n");
    if (present) show_difference(with_plain_line_ends(*present), text);
    return false;
  }
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) throw Error(join("cannot write ", path.string()));
  return true;
}

} // namespace portkit_registry
