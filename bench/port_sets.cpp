// SPDX-License-Identifier: BSL-1.0
#include "random.hpp"
#include "suite.hpp"
#include "tables.hpp"

#include <portkit/plain_port_set.hpp>
#include <portkit/port_range.hpp>
#include <portkit/small_port_set.hpp>

#include <algorithm>
#include <bitset>
#include <cstring>
#include <memory>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace bench {

namespace {

using portkit::Port;
using portkit::PortRange;
using portkit::PortSet;

/// The same ports in every form.
struct Ports {
  std::string name;
  PortSet set{};
  portkit::SmallPortSet<1024> small{};
  std::uint64_t words[1024]{};
  std::bitset<65536> bitset{};
  std::set<std::uint16_t> tree{};
  std::unordered_set<std::uint16_t> hashes{};
  std::vector<std::pair<std::uint16_t, std::uint16_t>> intervals{};

  Ports(std::string given_name, const std::vector<PortRange>& ranges)
      : name{std::move(given_name)} {
    for (const PortRange range : ranges) set.insert(range);
    small = *portkit::SmallPortSet<1024>::from(set);
    for (const PortRange range : ranges) {
      for (const Port port : range) {
        const std::uint16_t number = port.value();
        words[number / 64] |= std::uint64_t{1} << number % 64;
        bitset.set(number);
        tree.insert(number);
        hashes.insert(number);
      }
    }
    for (const std::uint16_t number : tree) {
      if (intervals.empty() || intervals.back().second + 1 != number)
        intervals.emplace_back(number, number);
      intervals.back().second = number;
    }
  }
};

/// rule: three ranges, as of a firewall's rule.  scattered: 1,000 random ports.
const Ports& rule() {
  static const Ports ports{
      "rule", {PortRange::of(1, 1024), PortRange::of(8080, 8080), PortRange::of(9000, 9100)}};
  return ports;
}
const Ports& scattered() {
  static const Ports ports = [] {
    Random random{2};
    std::vector<PortRange> ranges;
    for (int i = 0; i != 1000; ++i)
      ranges.emplace_back(Port{static_cast<std::uint16_t>(random.below(65536))});
    return Ports{"scattered", ranges};
  }();
  return ports;
}

/// Tasks of a microsecond or so, each asked a few times; the query means nothing.
Stream<std::uint8_t> tasks(std::string name) {
  return {std::move(name), std::vector<std::uint8_t>(64)};
}

void add_contains(const std::string& table, const Ports& ports) {
  const auto add_candidate = [&](std::string_view name, auto contains) {
    const auto candidate = [contains](Port port) noexcept -> std::uint32_t {
      return contains(port);
    };
    const auto reference = [&](Port port) -> std::uint32_t {
      return ports.tree.count(port.value()) != 0;
    };
    for (const NumberStream& stream : number_streams()) {
      check(table, stream, name, candidate, reference);
      add(table, stream, name, candidate, false);
    }
  };
  const Ports* const p = &ports;
  add_candidate(ours, [set = &ports.set](Port port) { return set->contains(port); });
  add_candidate("portkit::SmallPortSet", [p](Port port) { return p->small.contains(port); });
  add_candidate("raw bit test", [words = ports.words](Port port) {
    return (words[port.value() / 64] >> port.value() % 64 & 1) != 0;
  });
  add_candidate("std::bitset", [bits = &ports.bitset](Port port) { return (*bits)[port.value()]; });
  add_candidate("std::set", [p](Port port) { return p->tree.count(port.value()) != 0; });
  add_candidate("std::unordered_set",
                [p](Port port) { return p->hashes.count(port.value()) != 0; });
  add_candidate("sorted intervals", [p](Port port) {
    const auto behind = std::upper_bound(
        p->intervals.begin(), p->intervals.end(), port.value(),
        [](std::uint16_t number, const auto& interval) { return number < interval.first; });
    return behind != p->intervals.begin() && port.value() <= std::prev(behind)->second;
  });
}

/// A task, which has to give this answer.
template <class Task>
void add_task(const char* table, const Stream<std::uint8_t>& stream, std::string_view name,
              std::uint32_t answer, const Task& task) {
  const auto candidate = [task](std::uint8_t) noexcept -> std::uint32_t { return task(); };
  check(table, stream, name, candidate, [answer](std::uint8_t) { return answer; });
  add(table, stream, name, candidate, false, stream.queries.size());
}

void add_port_loop() {
  static const auto stream = tasks("all");
  constexpr std::uint32_t sum = 65535U * 32768U;
  add_task(port_loop_table, stream, ours, sum, [] {
    std::uint32_t seen = 0;
    for (const Port port : PortRange::all()) {
      want(std::uint64_t{port.value()});
      seen += port.value();
    }
    return seen;
  });
  add_task(port_loop_table, stream, "counting loop", sum, [] {
    std::uint32_t seen = 0;
    for (std::uint32_t number = 0; number != 65536; ++number) {
      want(std::uint64_t{number});
      seen += number;
    }
    return seen;
  });
}

/// What the operators move: 16 KiB read and 8 KiB written, that is a copy of 12 KiB.
void add_copy(const Stream<std::uint8_t>& stream) {
  static const std::vector<char> from(12288, 'x');
  static std::vector<char> to(12288);
  add_task(set_table, stream, "memcpy of as many bytes", 'x', [] {
    std::memcpy(to.data(), from.data(), from.size());
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
    return static_cast<std::uint32_t>(to.back());
  });
}

void add_algebra() {
  static const auto union_stream = tasks("union");
  static const auto intersection_stream = tasks("intersection");
  static const auto in_place_stream = tasks("union_in_place");
  const PortSet* const a = &rule().set;
  const PortSet* const b = &scattered().set;
  add_task(set_table, union_stream, ours, 1, [a, b] {
    const PortSet result = *a | *b;
    benchmark::DoNotOptimize(&result);
    benchmark::ClobberMemory();
    return std::uint32_t{result.contains(portkit::Port::of(80))};
  });
  add_task(set_table, intersection_stream, ours, 0, [a, b] {
    const PortSet result = *a & *b;
    benchmark::DoNotOptimize(&result);
    benchmark::ClobberMemory();
    return std::uint32_t{result.contains(portkit::Port::of(8080))};
  });
  static PortSet changed;
  add_task(set_table, in_place_stream, ours, 1, [a] {
    changed |= *a;
    benchmark::DoNotOptimize(&changed);
    benchmark::ClobberMemory();
    return std::uint32_t{changed.contains(portkit::Port::of(80))};
  });
  for (const auto* stream : {&union_stream, &intersection_stream, &in_place_stream})
    add_copy(*stream);
}

void add_size() {
  static const auto stream = tasks("size");
  const Ports* const ports = &scattered();
  const auto size = static_cast<std::uint32_t>(ports->tree.size());
  add_task(set_table, stream, ours, size, [set = &ports->set] {
    benchmark::ClobberMemory(); // or the answer of the last time would do
    return set->size();
  });
  add_task(set_table, stream, "std::bitset", size, [bits = &ports->bitset] {
    benchmark::ClobberMemory();
    return static_cast<std::uint32_t>(bits->count());
  });
}

void add_walks(const Stream<std::uint8_t>& stream, const Ports& ports) {
  const auto size = static_cast<std::uint32_t>(ports.tree.size());
  const auto visit_ranges = [](const auto& set) {
    std::uint32_t count = 0;
    for (const PortRange range : set.ranges()) {
      want(std::uint64_t{range.first().value()});
      count += range.size();
    }
    return count;
  };
  const auto visit = [](const auto& set, auto number) {
    std::uint32_t count = 0;
    for (const auto member : set) {
      want(std::uint64_t{number(member)});
      ++count;
    }
    return count;
  };
  const Ports* const p = &ports;
  add_task(set_table, stream, ours, size, [p, visit_ranges] { return visit_ranges(p->set); });
  add_task(set_table, stream, "portkit::SmallPortSet", size,
           [p, visit_ranges] { return visit_ranges(p->small); });
  add_task(set_table, stream, "portkit, port by port", size,
           [p, visit] { return visit(p->set, [](Port port) { return port.value(); }); });
  add_task(set_table, stream, "std::set", size,
           [p, visit] { return visit(p->tree, [](std::uint16_t number) { return number; }); });
}

} // namespace

void add_port_sets() {
  add_contains(contains_rule_table, rule());
  add_contains(contains_scattered_table, scattered());
  add_port_loop();
  add_algebra();
  add_size();
  static const auto rule_stream = tasks("walk_rule");
  static const auto scattered_stream = tasks("walk_scattered");
  add_walks(rule_stream, rule());
  add_walks(scattered_stream, scattered());
}

} // namespace bench
