// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_LIST_REFERENCE_HPP
#define PORTKIT_TESTS_LIST_REFERENCE_HPP

#include <portkit/protocol.hpp>
#include <portkit/service.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The dialects once more, slowly, from their descriptions: no code of the readers under test.

namespace list_reference {

using portkit::Protocol;

/// Merged ranges, ascending.
using Ranges = std::vector<std::pair<unsigned, unsigned>>;
/// What a text says; the protocol of a text that states none is tcp.
using Ports = std::map<Protocol, Ranges>;
using Answer = std::optional<Ports>; // empty if the text is refused

inline void merge(Ports& ports) {
  for (auto& [protocol, ranges] : ports) {
    std::sort(ranges.begin(), ranges.end());
    Ranges merged;
    for (const auto& [first, last] : ranges) {
      if (merged.empty() || merged.back().second + 1 < first)
        merged.emplace_back(first, last);
      else
        merged.back().second = std::max(merged.back().second, last);
    }
    ranges = merged;
  }
}

[[nodiscard]] inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

[[nodiscard]] inline std::string strip(std::string text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  while (!text.empty() && is_blank(text.front())) text.erase(0, 1);
  return text;
}
[[nodiscard]] inline std::string strip_lines(std::string text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  while (!text.empty() && is_blank(text.front())) text.erase(0, 1);
  return text;
}

/// A port exactly as it would be printed.
[[nodiscard]] inline std::optional<unsigned> number(const std::string& text) {
  if (text.empty() || text.size() > 5) return {};
  for (const char c : text)
    if (c < '0' || c > '9') return {};
  const unsigned value = static_cast<unsigned>(std::stoul(text));
  if (std::to_string(value) != text || value > 65535) return {};
  return value;
}

[[nodiscard]] inline bool add_range(const std::string& text, char dash, Ranges& to,
                                    std::string (*clean)(std::string) = nullptr) {
  auto ends = split(text, dash);
  if (clean != nullptr)
    for (std::string& end : ends) end = clean(end);
  const auto first = number(ends.front());
  const auto last = number(ends.back());
  if (ends.size() > 2 || !first || !last || *last < *first) return false;
  to.emplace_back(*first, *last);
  return true;
}

[[nodiscard]] inline std::optional<Protocol> protocol_of(std::string word) {
  for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (word == "tcp") return Protocol::tcp;
  if (word == "udp") return Protocol::udp;
  if (word == "dccp") return Protocol::dccp;
  if (word == "sctp") return Protocol::sctp;
  return {};
}

[[nodiscard]] inline Answer read_list(const std::string& text) {
  Ports ports;
  if (text == "none") return ports;
  for (const auto& item : split(text, ','))
    if (!add_range(item, '-', ports[Protocol::tcp])) return {};
  return ports;
}

[[nodiscard]] inline Answer read_transport_list(const std::string& text) {
  Ports ports;
  if (text == "none") return ports;
  for (const auto& item : split(text, ',')) {
    const auto parts = split(item, '/');
    const auto protocol = protocol_of(parts.back());
    if (parts.size() != 2 || !protocol || !add_range(parts[0], '-', ports[*protocol])) return {};
  }
  return ports;
}

[[nodiscard]] inline Answer read_iptables(const std::string& text) {
  Ports ports;
  std::size_t slots = 0;
  Ranges& ranges = ports[Protocol::tcp];
  for (const auto& item : split(text, ',')) {
    if (!add_range(item, ':', ranges)) return {};
    const bool is_range = item.find(':') != item.npos;
    if (is_range && ranges.back().first == ranges.back().second) return {};
    slots += is_range ? 2 : 1;
  }
  if (slots > 15) return {};
  return ports;
}

/// The items of "{ a, b }".
[[nodiscard]] inline std::optional<std::vector<std::string>> nft_items(const std::string& text,
                                                                       bool needs_braces) {
  const std::string set = strip(text);
  if (set.size() < 2 || set.front() != '{' || set.back() != '}') {
    if (needs_braces || set.find(',') != set.npos) return {};
    return std::vector{set};
  }
  std::vector<std::string> items = split(set.substr(1, set.size() - 2), ',');
  for (std::string& item : items) item = strip_lines(item);
  return items;
}

[[nodiscard]] inline Answer read_nftables(const std::string& text) {
  Ports ports;
  const auto items = nft_items(text, false);
  if (!items) return {};
  for (const auto& item : *items)
    if (!add_range(item, '-', ports[Protocol::tcp], strip)) return {};
  return ports;
}

[[nodiscard]] inline Answer read_concatenations(const std::string& text) {
  Ports ports;
  const auto items = nft_items(text, true);
  if (!items) return {};
  for (std::string item : *items) {
    std::replace(item.begin(), item.end(), '\t', ' ');
    const std::size_t dot = item.find(" . ");
    if (dot == item.npos) return {};
    const auto protocol = protocol_of(strip(item.substr(0, dot)));
    if (!protocol || !add_range(strip(item.substr(dot + 3)), '-', ports[*protocol], strip))
      return {};
  }
  return ports;
}

/// As a shell matches names.
[[nodiscard]] inline bool matches(const char* name, const char* mask) {
  if (*mask == '*') return matches(name, mask + 1) || (*name != '\0' && matches(name + 1, mask));
  if (*name == '\0' || *mask == '\0') return *name == *mask;
  const bool is_same = std::tolower(static_cast<unsigned char>(*name)) ==
                       std::tolower(static_cast<unsigned char>(*mask));
  return (is_same || *mask == '?') && matches(name + 1, mask + 1);
}

[[nodiscard]] inline bool add_services(const std::string& mask, Protocol protocol, Ranges& to) {
  const std::size_t before = to.size();
  const auto add = [&](const portkit::Service& service) {
    const unsigned port = service.port.port().value();
    if (service.port.protocol() == protocol &&
        matches(std::string(service.name).c_str(), mask.c_str()))
      to.emplace_back(port, port);
  };
  static const std::vector<portkit::Service> all(portkit::all_services().begin(),
                                                 portkit::all_services().end());
  for (const auto& service : all) add(service);
  if (mask.find_first_of("*?") == mask.npos)
    for (const auto& service : portkit::name_only_services()) add(service);
  return to.size() != before;
}

[[nodiscard]] inline bool add_nmap_item(std::string item, Protocol protocol, bool only_known,
                                        Ranges& to) {
  if (item.empty()) return false;
  if (std::isalpha(static_cast<unsigned char>(item[0])) != 0 || item[0] == '*' || item[0] == '?')
    return add_services(item, protocol, to);
  if (item.front() == '-') item = "1" + item;
  if (item.back() == '-') item += "65535";
  Ranges range;
  if (!add_range(item, '-', range)) return false;
  if (!only_known) {
    to.push_back(range[0]);
    return true;
  }
  for (unsigned port = range[0].first; port <= range[0].second; ++port)
    if (portkit::find_service({protocol, portkit::Port{static_cast<std::uint16_t>(port)}}))
      to.emplace_back(port, port);
  return true;
}

/// Reads "T:" off the item.
inline void take_prefix(std::string& item, std::optional<Protocol>& protocol) {
  if (item.size() < 2 || item[1] != ':') return;
  if (item[0] == 'T') protocol = Protocol::tcp;
  if (item[0] == 'U') protocol = Protocol::udp;
  if (item[0] == 'S') protocol = Protocol::sctp;
  if (std::string("TUS").find(item[0]) != std::string::npos) item.erase(0, 2);
}

[[nodiscard]] inline Answer read_nmap(const std::string& text,
                                      std::optional<Protocol> protocol = {}) {
  Ports ports;
  std::vector<std::string> items;
  bool is_in_brackets = false;
  for (const auto& part : split(text, ',')) { // of "[1,2]" one item, which keeps its comma
    if (is_in_brackets)
      items.back() += "," + part;
    else
      items.push_back(part);
    is_in_brackets = is_in_brackets ? part.find(']') == part.npos
                                    : part.find('[') != part.npos && part.find(']') == part.npos;
  }
  for (std::string& item : items) {
    take_prefix(item, protocol);
    if (item.empty() || item[0] != '[') {
      if (!protocol || !add_nmap_item(item, *protocol, false, ports[*protocol])) return {};
      continue;
    }
    if (item.back() != ']') return {};
    std::optional<Protocol> inner = protocol;
    for (std::string inside : split(item.substr(1, item.size() - 2), ',')) {
      take_prefix(inside, inner);
      if (inside.find_first_of("[]") != inside.npos || !inner ||
          !add_nmap_item(inside, *inner, true, ports[*inner]))
        return {};
    }
  }
  return ports;
}

} // namespace list_reference

#endif // PORTKIT_TESTS_LIST_REFERENCE_HPP
