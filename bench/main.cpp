// SPDX-License-Identifier: BSL-1.0
#include "bars.hpp"
#include "report.hpp"
#include "suite.hpp"
#include "tables.hpp"

#include <benchmark/benchmark.h>

#include <vector>

// portkit against its peers.  Takes the options of Google Benchmark, such as --benchmark_filter;
// PORTKIT_BENCH_QUICK=1 makes a short run.  Wrong answers fail it, missed bars do not.

int main(int argc, char** argv) {
  // Random interleaving of all runs: what the machine does meanwhile meets every candidate alike.
  char interleave[] = "--benchmark_enable_random_interleaving=true";
  std::vector<char*> arguments(argv, argv + argc);
  arguments.insert(arguments.begin() + 1, interleave);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;

  bench::add_probe();
  bench::add_port_to_name();
  bench::add_name_to_port();
  bench::add_parse();
  bench::add_format();
  bench::add_endpoint_parse();
  bench::add_endpoint_format();
  bench::add_port_sets();
  bench::add_demux();

  bench::Collector collector;
  if (benchmark::RunSpecifiedBenchmarks(&collector) == 0) return 2;
  bench::print_tables(collector);
  bench::print_bars(collector);
}
