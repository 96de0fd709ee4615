// SPDX-License-Identifier: BSL-1.0
// What check_codegen.cmake must refuse: a type that costs one instruction more than the integer.
#include <cstdint>

namespace {
struct Checked {
  std::uint16_t number;
  [[nodiscard]] std::uint16_t value() const { return number == 0 ? std::uint16_t{1} : number; }
};
} // namespace

extern "C" {
std::uint16_t portkit_value(const Checked& port) { return port.value(); }
std::uint16_t integer_value(const std::uint16_t& port) { return port; }

bool portkit_less(const Checked& a, const Checked& b) { return a.number < b.number; }
bool integer_less(const std::uint16_t& a, const std::uint16_t& b) { return a < b; }
}
