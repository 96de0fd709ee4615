// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_CONFORMANCE_COMPARISON_HPP
#define PORTKIT_TESTS_CONFORMANCE_COMPARISON_HPP

#include "../texts.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The answers of two programs to the same questions.  Where they may differ, and why, is a written
// list; the program fails on a difference that is not in it, and on a line of it that never applies,
// so that the list stays true.

namespace conformance {

/// The answer of a program that does not take the text.
inline const std::string refused = "refused";

class Comparison {
public:
  /// Rules are named by their place in this list.
  Comparison(const char* peer, std::vector<const char*> rules)
      : peer_{peer}, rules_{std::move(rules)}, seen_(rules_.size()) {}

  /// What the rules make of our answer, for comparison with the peer's.
  ///
  /// Each rule that applies to the question changes the answer to what the peer is known to say, and
  /// says so by its number; with none it stays ours.
  void add(std::string_view question, const std::string& ours, const std::string& ours_by_rules,
           const std::string& theirs, const std::vector<std::size_t>& rules) {
    ++compared_;
    if (ours != refused) ++accepted_;
    if (ours == theirs) return;
    ++different_;
    if (!rules.empty() && ours_by_rules == theirs) {
      for (const std::size_t rule : rules) ++seen_[rule];
      return;
    }
    if (++unexplained_ <= 20)
      std::printf("NOT EXPLAINED: %s: portkit: %s, %s: %s\n", spelled(question).c_str(),
                  ours.c_str(), peer_, theirs.c_str());
  }

  /// This rule cannot apply on this system.
  void excuse(std::size_t rule) { seen_[rule] += seen_[rule] == 0 ? excused : 0; }

  /// Prints the sums; the exit status of the program.
  [[nodiscard]] int finish() const {
    std::printf("%s: %llu compared, %llu of them accepted by portkit; %llu differ, %llu of these "
                "without an "
                "explanation\n",
                peer_, compared_, accepted_, different_, unexplained_);
    bool is_true_list = true;
    for (std::size_t i = 0; i != rules_.size(); ++i) {
      if (seen_[i] == excused) {
        std::printf("%12s  %s\n", "not here", rules_[i]);
        continue;
      }
      std::printf("%12llu  %s%s\n", seen_[i], rules_[i], seen_[i] == 0 ? "  <- NEVER APPLIED" : "");
      is_true_list = is_true_list && seen_[i] != 0;
    }
    return unexplained_ == 0 && is_true_list && accepted_ != 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  }

private:
  using Count = unsigned long long;
  static constexpr Count excused = ~Count{0};

  const char* peer_;
  std::vector<const char*> rules_;
  std::vector<Count> seen_;
  Count compared_ = 0;
  Count accepted_ = 0;
  Count different_ = 0;
  Count unexplained_ = 0;
};

/// The first argument of the program: how many inputs; prints it with the seed of the inputs.
[[nodiscard]] inline std::uint64_t count_of(int argc, char** argv, std::uint64_t seed) {
  const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  std::printf("%llu inputs of each kind, seed %llu\n", static_cast<unsigned long long>(count),
              static_cast<unsigned long long>(seed));
  return count;
}

} // namespace conformance

#endif // PORTKIT_TESTS_CONFORMANCE_COMPARISON_HPP
