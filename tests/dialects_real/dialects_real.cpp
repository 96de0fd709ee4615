// SPDX-License-Identifier: BSL-1.0
// portkit_dialects_real write|check nftables|iptables
// Writes a rule set of random sets of ports for the real tool to load, or reads from stdin what the
// tool lists afterwards, and compares.
#include <portkit/port_set.hpp>
#include <portkit/string.hpp>

#include "list_samples.hpp"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace portkit;

namespace {

constexpr int set_count = 100; // of more iptables makes one message too long for the kernel

/// The sets of a dialect that it has a text for: the same in every run.
template <class Set, class Dialect>
[[nodiscard]] std::vector<Set> sets_of(Dialect dialect) {
  list_samples::Random random{12};
  std::vector<Set> sets;
  while (std::ssize(sets) != set_count) {
    const Set set = list_samples::set<Set>(random, 15);
    if (is_expressible(set, dialect)) sets.push_back(set);
  }
  return sets;
}

[[nodiscard]] auto items(const std::string& text) {
  return std::count(text.begin(), text.end(), ',');
}

/// The set's text, damaged if portkit still reads it: the tool must take all that portkit takes.
template <class Set, class Dialect>
[[nodiscard]] std::string other_spelling(list_samples::Random& random, const Set& set,
                                         Dialect dialect, std::string_view alphabet) {
  const std::string text = to_string(format_as(set, dialect));
  for (int i = 0; i != 20; ++i) {
    const std::string other = list_samples::damaged(random, text, alphabet);
    const auto read = parse<Set>(other, dialect);
    // Of nothing overlapping, which portkit merges and the kernel refuses in a concatenation.
    if (read && items(to_string(format_as(*read.operator->(), dialect))) == items(other))
      return other;
  }
  return text;
}

void write_nftables() {
  constexpr std::string_view alphabet = "0123456789,-{} \t\n";
  list_samples::Random random{13};
  std::cout << "table inet portkit {\n";
  int number = 0;
  for (const auto& set : sets_of<PortSet>(dialect::nftables))
    std::cout << "set plain" << number++ << " {\ntype inet_service; flags interval\nelements = "
              << to_string(format_as(set, dialect::nftables)) << "\n}\n";
  number = 0;
  for (const auto& set : sets_of<TransportPortSet>(dialect::nftables))
    std::cout << "set pair" << number++
              << " {\ntype inet_proto . inet_service; flags interval\nelements = "
              << to_string(format_as(set, dialect::nftables)) << "\n}\n";
  std::cout << "chain rules {\n";
  for (const auto& set : sets_of<PortSet>(dialect::nftables))
    std::cout << "tcp dport " << other_spelling(random, set, dialect::nftables, alphabet)
              << " accept\n";
  for (const auto& set : sets_of<TransportPortSet>(dialect::nftables))
    std::cout << "meta l4proto . th dport "
              << other_spelling(random, set, dialect::nftables, alphabet) << " accept\n";
  std::cout << "}\n}\n";
}

void write_iptables() {
  list_samples::Random random{14};
  std::cout << "*filter\n";
  for (const auto& set : sets_of<PortSet>(dialect::iptables))
    std::cout << "-A INPUT -p tcp -m multiport --dports "
              << to_string(format_as(set, dialect::iptables)) << " -j ACCEPT\n";
  for (const auto& set : sets_of<PortSet>(dialect::iptables))
    std::cout << "-A OUTPUT -p udp -m multiport --sports "
              << other_spelling(random, set, dialect::iptables, "0123456789,:") << " -j ACCEPT\n";
  std::cout << "COMMIT\n";
}

/// True if the listing has all these sets, each between `before`, perhaps with its number, and
/// `after`.
template <class Set, class Dialect>
[[nodiscard]] bool is_listed(std::string_view listing, Dialect dialect, std::string_view before,
                             std::string_view after, bool is_numbered) {
  std::size_t place = 0;
  int number = 0;
  for (const Set& set : sets_of<Set>(dialect)) {
    const std::string start =
        is_numbered ? std::string(before) + std::to_string(number) + " {" : std::string(before);
    place = listing.find(start, is_numbered ? 0 : place);
    if (place == listing.npos) break;
    if (is_numbered) place = listing.find("elements = ", place);
    place += is_numbered ? std::string_view("elements = ").size() : start.size();
    const std::string_view text = listing.substr(place, listing.find(after, place) - place);
    const auto read = parse<Set>(text.substr(0, text.size() + (is_numbered ? 1 : 0)), dialect);
    if (read != set) {
      std::cerr << "listed: " << text << "\nwanted: " << to_string(set) << '\n';
      return false;
    }
    ++number;
  }
  std::cout << number << " sets came back\n";
  return number == set_count;
}

[[nodiscard]] bool check(std::string_view tool) {
  const std::string listing{std::istreambuf_iterator<char>(std::cin), {}};
  if (tool == "iptables")
    return is_listed<PortSet>(listing, dialect::iptables, "--dports ", " -j", false);
  return is_listed<PortSet>(listing, dialect::nftables, "set plain", "\n\t}", true) &&
         is_listed<TransportPortSet>(listing, dialect::nftables, "set pair", "\n\t}", true);
}

} // namespace

int main(int count, char** words) {
  const std::string_view verb = count == 3 ? words[1] : "";
  const std::string_view tool = count == 3 ? words[2] : "";
  if (tool != "nftables" && tool != "iptables") return 2;
  if (verb == "check") return check(tool) ? 0 : 1;
  if (tool == "nftables")
    write_nftables();
  else
    write_iptables();
  return 0;
}
