// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_SERVICE_VIEWS_HPP
#define PORTKIT_DETAIL_SERVICE_VIEWS_HPP

#include <portkit/detail/index_iterator.hpp>
#include <portkit/detail/service_lookup.hpp>
#include <portkit/detail/services_by_port.hpp>
#include <portkit/detail/services_name_only.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <cstdint>
#include <span> // also declares std::ranges::enable_view
#include <string_view>

namespace portkit::inline v0::detail {

namespace registry {

static_assert(row_count < 2 * 8192 && extra_key_count < 2 * 128);

/// Where a number stands, or would stand, among `count` sorted ones, which are fewer than 2 * step.
/// Written for few steps: a constant expression may walk all rows within the compilers' limits.
[[nodiscard]] constexpr std::size_t first_not_below(const char16_t* numbers, std::size_t count,
                                                    std::size_t step,
                                                    std::uint16_t number) noexcept {
  std::size_t first = 0;
  for (; step != 0; step /= 2)
    if (first + step <= count && numbers[first + step - 1] < number) first += step;
  return first;
}

/// How many names a port has after the preferred one.  `extra`, the first key with several names
/// that is not before this port's, moves behind it.
template <class Of>
[[nodiscard]] constexpr std::size_t count_extra(TransportPort port, std::size_t& extra) noexcept {
  if (extra_ports<Char16<Of>>[extra] != port.key() >> 8 ||
      static_cast<unsigned char>(extra_protocols<Char<Of>>[extra]) != (port.key() & 0xFF))
    return 0;
  ++extra;
  return std::size_t{extra_starts<Char16<Of>>[extra]} - extra_starts<Char16<Of>>[extra - 1];
}

} // namespace registry

/// Consecutive rows of the registry, which is sorted by port, protocol number and preference.
template <class Service>
class ServiceRows {
public:
  using iterator = IndexIterator<ServiceRows, Service>;

  ServiceRows() = default;
  constexpr ServiceRows(std::size_t first, std::size_t size) noexcept
      : first_{first}, size_{size} {}
  /// The rows of one port; none for most ports, which takes no search.
  [[nodiscard]] static constexpr ServiceRows of(TransportPort port) noexcept {
    if (registry::find_entry<Service>(port) == 0) return {};
    const std::uint16_t number = port.port().value();
    std::size_t row = registry::first_not_below(registry::row_ports<registry::Char16<Service>>,
                                                registry::row_count, 8192, number);
    std::size_t extra = first_extra(number);
    for (const Protocol protocol : all_protocols) {
      const TransportPort other{protocol, port.port()};
      if (registry::find_entry<Service>(other) == 0) continue;
      const std::size_t size = 1 + registry::count_extra<Service>(other, extra);
      if (other == port) return {row, size};
      row += size;
    }
    return {};
  }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size_)};
  }
  /// Precondition: !empty().
  [[nodiscard]] constexpr Service front() const noexcept { return (*this)[0]; }
  /// Precondition: index < size().
  [[nodiscard]] constexpr Service operator[](std::size_t index) const noexcept {
    const std::size_t row = first_ + index;
    const std::uint16_t number = registry::row_ports<registry::Char16<Service>>[row];
    std::size_t before = 0; // rows of the same port
    while (before != row &&
           registry::row_ports<registry::Char16<Service>>[row - before - 1] == number)
      ++before;

    std::size_t extra = before == 0 ? 0 : first_extra(number);
    for (const Protocol* protocol = all_protocols.data();; ++protocol) { // ends at this row
      const TransportPort port{*protocol, Port{number}};
      const registry::Entry entry = registry::find_entry<Service>(port);
      if (entry == 0) continue;
      if (before == 0) return registry::to_service<Service>(port, entry);
      const std::size_t size = registry::count_extra<Service>(port, extra);
      if (before <= size) {
        const std::size_t place =
            registry::extra_starts<registry::Char16<Service>>[extra - 1] + before - 1;
        return registry::to_service<Service>(
            port, registry::extra_entries<registry::Char16<Service>>[place]);
      }
      before -= 1 + size;
    }
  }

private:
  [[nodiscard]] static constexpr std::size_t first_extra(std::uint16_t number) noexcept {
    return registry::first_not_below(registry::extra_ports<registry::Char16<Service>>,
                                     registry::extra_key_count, 128, number);
  }

  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

/// The names beside the registry that only resolve to a port.
template <class Service>
class NameOnlyRows {
public:
  using iterator = IndexIterator<NameOnlyRows, Service>;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return registry::name_only_count; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size())};
  }
  /// Precondition: !empty().
  [[nodiscard]] constexpr Service front() const noexcept { return (*this)[0]; }
  /// Precondition: index < size().
  [[nodiscard]] constexpr Service operator[](std::size_t index) const noexcept {
    using Char = registry::Char<Service>;
    using Char16 = registry::Char16<Service>;
    const std::size_t start = registry::name_only_starts<Char16>[index];
    const std::size_t size = registry::name_only_starts<Char16>[index + 1] - start;
    const std::uint16_t number = registry::name_only_ports<Char16>[index];
    const auto protocol = static_cast<unsigned char>(registry::name_only_protocols<Char>[index]);
    return {std::string_view(registry::name_only_names<Char> + start, size),
            TransportPort{static_cast<Protocol>(protocol), Port{number}},
            static_cast<Provenance>(registry::name_only_provenances<Char>[index])};
  }
};

/// The ports of one name and protocol, ascending.
class NamedPorts {
public:
  using iterator = IndexIterator<NamedPorts, TransportPort>;

  NamedPorts() = default;
  constexpr NamedPorts(Protocol protocol, registry::PortList ports) noexcept
      : list_{ports.first}, size_{ports.size}, primary_{ports.primary}, protocol_{protocol} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size_)};
  }
  /// Precondition: !empty().
  [[nodiscard]] constexpr TransportPort front() const noexcept { return (*this)[0]; }
  /// Precondition: index < size().
  [[nodiscard]] constexpr TransportPort operator[](std::size_t index) const noexcept {
    // Not by asking for null, which under GCC's sanitizers is no constant.
    const char16_t number = size_ == 1 ? char16_t{primary_} : list_[index];
    return {protocol_, Port{static_cast<std::uint16_t>(number)}};
  }

private:
  const char16_t* list_ = nullptr; ///< may be null if the primary port is the only one
  std::size_t size_ = 0;
  std::uint16_t primary_ = 0;
  Protocol protocol_ = Protocol::tcp;
};

} // namespace portkit::inline v0::detail

// The iterators hold all that they read, and a copy of the range costs nothing.
template <class Service>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::ServiceRows<Service>> =
    true;
template <class Service>
inline constexpr bool std::ranges::enable_view<portkit::detail::ServiceRows<Service>> = true;
template <class Service>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::NameOnlyRows<Service>> =
    true;
template <class Service>
inline constexpr bool std::ranges::enable_view<portkit::detail::NameOnlyRows<Service>> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::NamedPorts> = true;
template <>
inline constexpr bool std::ranges::enable_view<portkit::detail::NamedPorts> = true;

#endif // PORTKIT_DETAIL_SERVICE_VIEWS_HPP
