// SPDX-License-Identifier: BSL-1.0
#include "report.hpp"

#include "suite.hpp"
#include "tables.hpp"

#include <algorithm>
#include <cstdio>

namespace bench {

namespace {

Timing summary_of(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times.front(), times.back()};
}

void print_block(const Collector::Block& block) {
  const auto is_ours = [](const Collector::Row& row) { return row.candidate == ours; };
  const auto own = std::find_if(block.rows.begin(), block.rows.end(), is_ours);
  std::printf("\n%-44s %10s %10s %12s\n", block.path.c_str(), "median ns", "min ns",
              own == block.rows.end() ? "" : "to portkit");
  for (const Collector::Row& row : block.rows) {
    std::printf("  %-42s %10.2f %10.2f", row.candidate.c_str(), row.timing.median, row.timing.min);
    if (own != block.rows.end() && &row != &*own)
      std::printf(" %11.2fx", row.timing.min / own->timing.median);
    std::puts("");
  }
}

} // namespace

void Collector::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    const auto rate = run.counters.find("items_per_second");
    if (run.run_type != Run::RT_Iteration || rate == run.counters.end()) continue;
    times_[run.run_name.function_name].push_back(1e9 / rate->second.value);
  }
}

std::vector<Collector::Block> Collector::blocks() const {
  std::map<std::string, Block> made;
  for (const auto& [name, times] : times_) {
    const std::size_t slash = name.find('/', name.find('/') + 1);
    Block& block = made[name.substr(0, slash)];
    block.path = name.substr(0, slash);
    block.rows.push_back({name.substr(slash + 1), summary_of(times)});
  }
  std::vector<Block> sorted;
  for (auto& [path, block] : made) {
    std::sort(block.rows.begin(), block.rows.end(),
              [](const Row& a, const Row& b) { return a.timing.median < b.timing.median; });
    sorted.push_back(std::move(block));
  }
  return sorted;
}

std::optional<Timing> Collector::find(const std::string& path, std::string_view candidate) const {
  const auto place = times_.find(path + "/" + std::string{candidate});
  if (place == times_.end()) return std::nullopt;
  return summary_of(place->second);
}

void print_tables(const Collector& collector) {
  std::puts("Nanoseconds per query, CPU time; \"to portkit\": the peer's minimum over portkit's "
            "median.\n-chain: each query waits for the last answer; else they are independent.");
  for (const Collector::Block& block : collector.blocks()) print_block(block);

  const auto random = collector.find(std::string{probe_table} + "/random", "branch");
  const auto regular = collector.find(std::string{probe_table} + "/regular", "branch");
  if (random && regular)
    std::printf("\nA mispredicted branch costs %.1f ns (median), %.1f to %.1f ns.\n",
                2 * (random->median - regular->median), 2 * (random->min - regular->min),
                2 * (random->max - regular->median));
  for (const std::string& peer : missing_peers()) std::printf("Not measured: %s\n", peer.c_str());
}

} // namespace bench
