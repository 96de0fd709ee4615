// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_SUITE_HPP
#define PORTKIT_BENCH_SUITE_HPP

#include "streams.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// How a candidate is asked.  A candidate is a small callable that holds pointers to its tables, so
// that the compiler can inline it into the loop, as it would in a program.

namespace bench {

/// PORTKIT_BENCH_QUICK=1 asks for fewer rounds: a check that everything runs, with coarser numbers.
[[nodiscard]] bool is_quick();

/// Of our own benchmark; peers may not be called so.
inline constexpr std::string_view ours = "portkit";
inline constexpr std::string_view chain_suffix = "-chain";

/// The answer is wanted, all of it, in registers.  Not a sum of answers, which g++ makes a branch
/// of where the candidate has a select; and not DoNotOptimize, after which all pointers are
/// reloaded.
inline void want(std::uint64_t answer) noexcept {
#if defined(__GNUC__) // Clang too
  asm volatile("" : : "r"(answer));
#else
  benchmark::DoNotOptimize(answer);
#endif
}
inline void want(std::string_view name) noexcept {
#if defined(__GNUC__)
  asm volatile("" : : "r"(name.data()), "r"(name.size()));
#else
  benchmark::DoNotOptimize(name);
#endif
}

/// What the next query of a chain waits for.  Not a sum: start + (end - start) is only one load.
[[nodiscard]] inline std::uint64_t weigh(std::string_view name) noexcept {
  return reinterpret_cast<std::uintptr_t>(name.data()) ^ name.size();
}
[[nodiscard]] inline std::uint64_t weigh(std::uint32_t number) noexcept { return number; }

/// The query, moved by an offset that is 0, which only we know.
[[nodiscard]] inline portkit::TransportPort moved(portkit::TransportPort query,
                                                  std::uint64_t zero) noexcept {
  return {query.protocol(), portkit::Port{static_cast<std::uint16_t>(query.port().value() ^ zero)}};
}
[[nodiscard]] inline portkit::Port moved(portkit::Port query, std::uint64_t zero) noexcept {
  return portkit::Port{static_cast<std::uint16_t>(query.value() ^ zero)};
}
[[nodiscard]] inline std::uint8_t moved(std::uint8_t query, std::uint64_t zero) noexcept {
  return static_cast<std::uint8_t>(query ^ zero);
}
[[nodiscard]] inline NameQuery moved(NameQuery query, std::uint64_t zero) noexcept {
  return {query.text + zero, query.size, query.protocol};
}

/// Independent queries: how many fit into a second.
template <class Query, class Candidate>
void ask(const Query* first, const Query* last, const Candidate& candidate) {
  for (; first != last; ++first) want(candidate(*first));
}

/// Each query waits for the last answer: how long one takes.
template <class Query, class Candidate>
void ask_in_a_chain(const Query* first, const Query* last, const Candidate& candidate) {
  std::uint64_t mask = 0;
  benchmark::DoNotOptimize(mask);
  std::uint64_t answer = 0;
  for (; first != last; ++first) answer = weigh(candidate(moved(*first, answer & mask)));
  want(answer);
}

/// Rounds of interleaved runs, and passes over the stream in one run.
[[nodiscard]] int rounds();
inline constexpr int passes = 3;

void register_run(const std::string& name, void (*run)(benchmark::State&, const void*),
                  const void* state);

namespace detail {

template <class Query, class Candidate, bool is_chain>
struct Run {
  const Query* first;
  const Query* last;
  Candidate candidate;

  void pass() const {
    if constexpr (is_chain)
      ask_in_a_chain(first, last, candidate);
    else
      ask(first, last, candidate);
  }

  static void run(benchmark::State& state, const void* self) {
    const Run& run = *static_cast<const Run*>(self);
    run.pass(); // warms the caches that the run before has filled
    for (auto iteration : state) {
      static_cast<void>(iteration);
      run.pass();
    }
    state.SetItemsProcessed(state.iterations() * (run.last - run.first));
  }
};

} // namespace detail

/// Registers "table/stream/candidate" and, if asked for, "table/stream-chain/candidate".
template <class Query, class Candidate>
void add(const std::string& table, const Stream<Query>& stream, std::string_view name,
         const Candidate& candidate, bool with_chain = true,
         std::size_t query_count = stream_size) {
  const Query* const first = stream.queries.data();
  const Query* const last = first + query_count;
  using Throughput = detail::Run<Query, Candidate, false>;
  using Chain = detail::Run<Query, Candidate, true>;
  const std::string path = table + "/" + stream.name;
  // Never deleted: the library calls them until the program ends.
  register_run(path + "/" + std::string{name}, &Throughput::run,
               new Throughput{first, last, candidate});
  if (with_chain)
    register_run(path + std::string{chain_suffix} + "/" + std::string{name}, &Chain::run,
                 new Chain{first, last, candidate});
}

/// Names a peer that this build does not have, for the report.
void add_missing(const std::string& table, std::string_view peer, std::string_view reason);
[[nodiscard]] const std::vector<std::string>& missing_peers();

/// Ends the program: a candidate that answers wrongly is not worth timing.
[[noreturn]] void fail_wrong_answer(std::string_view table, std::string_view stream,
                                    std::string_view candidate, std::size_t query);

/// Compares every answer of the candidate with the reference's.
template <class Query, class Candidate, class Reference>
void check(std::string_view table, const Stream<Query>& stream, std::string_view name,
           const Candidate& candidate, const Reference& reference) {
  for (std::size_t i = 0; i != stream.queries.size(); ++i)
    if (candidate(stream.queries[i]) != reference(stream.queries[i]))
      fail_wrong_answer(table, stream.name, name, i);
}

} // namespace bench
#endif // PORTKIT_BENCH_SUITE_HPP
