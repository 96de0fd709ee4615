// SPDX-License-Identifier: BSL-1.0
#include "suite.hpp"

#include <cstdio>
#include <cstdlib>

namespace bench {

namespace {

std::vector<std::string>& missing() {
  static std::vector<std::string> peers;
  return peers;
}

} // namespace

bool is_quick() {
  const char* const value = std::getenv("PORTKIT_BENCH_QUICK");
  return value != nullptr && *value != '\0' && *value != '0';
}

int rounds() { return is_quick() ? 5 : 31; }

void register_run(const std::string& name, void (*run)(benchmark::State&, const void*),
                  const void* state) {
  benchmark::RegisterBenchmark(name.c_str(), run, state)
      ->Iterations(passes)
      ->Repetitions(rounds())
      ->Unit(benchmark::kMicrosecond);
}

void add_missing(const std::string& table, std::string_view peer, std::string_view reason) {
  missing().push_back(table + ": " + std::string{peer} + " (" + std::string{reason} + ")");
}
const std::vector<std::string>& missing_peers() { return missing(); }

void fail_wrong_answer(std::string_view table, std::string_view stream, std::string_view candidate,
                       std::size_t query) {
  std::fprintf(stderr, "portkit_bench: wrong answer: %.*s/%.*s/%.*s, query %zu\n",
               static_cast<int>(table.size()), table.data(), static_cast<int>(stream.size()),
               stream.data(), static_cast<int>(candidate.size()), candidate.data(), query);
  std::exit(1);
}

} // namespace bench
