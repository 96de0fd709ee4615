// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_TRANSPORT_HPP
#define PORTKIT_REGISTRY_TRANSPORT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portkit_registry {

/// The transport protocols of the registry; the value is the index that the generated tables use.
enum class Transport : std::uint8_t { tcp, udp, dccp, sctp };

inline constexpr std::array all_transports{Transport::tcp, Transport::udp, Transport::dccp,
                                           Transport::sctp};

[[nodiscard]] constexpr std::size_t index_of(Transport t) { return static_cast<std::size_t>(t); }
[[nodiscard]] std::string_view name_of(Transport t);
[[nodiscard]] unsigned protocol_number(Transport t);
[[nodiscard]] std::optional<Transport> find_transport(std::string_view name);

/// A set of transports, written "tcp,udp".
class Transports {
public:
  constexpr Transports() = default;
  constexpr Transports(Transport t) : bits_(1U << index_of(t)) {}

  [[nodiscard]] constexpr unsigned bits() const { return bits_; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool has(Transport t) const { return (bits_ >> index_of(t) & 1U) != 0; }
  constexpr void add(Transports other) { bits_ |= other.bits_; }
  constexpr void remove(Transports other) { bits_ &= ~other.bits_; }
  friend constexpr bool operator==(Transports, Transports) = default;

private:
  unsigned bits_ = 0;
};

[[nodiscard]] std::string to_string(Transports set);
/// Empty unless the text is what to_string writes for a set that is not empty.
[[nodiscard]] std::optional<Transports> parse_transports(std::string_view text);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_TRANSPORT_HPP
