// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_SCHEME_VIEWS_HPP
#define PORTKIT_DETAIL_SCHEME_VIEWS_HPP

#include <portkit/detail/index_iterator.hpp>
#include <portkit/detail/schemes.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <cstdint>
#include <span> // also declares std::ranges::enable_view
#include <string_view>

namespace portkit::inline v0::detail {

/// The default port of one scheme for each of its transports, the preferred one first.
class SchemePorts {
public:
  using iterator = IndexIterator<SchemePorts, TransportPort>;

  SchemePorts() = default;
  constexpr SchemePorts(Port port, std::uint32_t protocols) noexcept
      : protocols_{protocols}, port_{port} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept {
    return std::size_t{protocols_ != 0} + (protocols_ >> 8 != 0) + (protocols_ >> 16 != 0) +
           (protocols_ >> 24 != 0);
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return protocols_ == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size())};
  }
  /// Precondition: !empty().
  [[nodiscard]] constexpr TransportPort front() const noexcept { return (*this)[0]; }
  /// Precondition: index < size().
  [[nodiscard]] constexpr TransportPort operator[](std::size_t index) const noexcept {
    return {static_cast<Protocol>(protocols_ >> (8 * index) & 0xFF), port_};
  }

private:
  std::uint32_t protocols_ = 0; // IANA's numbers, a byte each, the first one lowest
  Port port_{};
};

/// The names of all schemes.
class SchemeNames {
public:
  using iterator = IndexIterator<SchemeNames, std::string_view>;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return registry::scheme_count; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size())};
  }
  /// Precondition: index < size().
  [[nodiscard]] constexpr std::string_view operator[](std::size_t index) const noexcept {
    const std::size_t start = registry::scheme_starts<char16_t>[index];
    const std::size_t next = registry::scheme_starts<char16_t>[index + 1];
    return std::string_view(registry::scheme_names<char> + start, next - start - 1);
  }
};

} // namespace portkit::inline v0::detail

// The iterators hold all that they read, and a copy of the range costs nothing.
template <>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::SchemePorts> = true;
template <>
inline constexpr bool std::ranges::enable_view<portkit::detail::SchemePorts> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::SchemeNames> = true;
template <>
inline constexpr bool std::ranges::enable_view<portkit::detail::SchemeNames> = true;

#endif // PORTKIT_DETAIL_SCHEME_VIEWS_HPP
