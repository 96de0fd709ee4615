// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_REPORT_HPP
#define PORTKIT_BENCH_REPORT_HPP

#include <benchmark/benchmark.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Nanoseconds per query of all rounds.
struct Timing {
  double median = 0;
  double min = 0;
  double max = 0;
};

/// Keeps what was measured, and prints nothing while it is.
class Collector : public benchmark::BenchmarkReporter {
public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override;

  /// The candidates of "table/stream", the fastest first.
  struct Row {
    std::string candidate;
    Timing timing;
  };
  struct Block {
    std::string path;
    std::vector<Row> rows;
  };
  [[nodiscard]] std::vector<Block> blocks() const;

  /// Error: empty if it was not measured.
  [[nodiscard]] std::optional<Timing> find(const std::string& path,
                                           std::string_view candidate) const;

private:
  std::map<std::string, std::vector<double>> times_; ///< by "table/stream/candidate"
};

/// A table for each stream, and the cost of a mispredicted branch while they were measured.
void print_tables(const Collector& collector);

} // namespace bench
#endif // PORTKIT_BENCH_REPORT_HPP
