// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_SERVICE_VIEWS_HPP
#define PORTKIT_DETAIL_SERVICE_VIEWS_HPP

#include <portkit/detail/index_iterator.hpp>
#include <portkit/detail/service_lookup.hpp>
#include <portkit/detail/services_by_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <cstdint>

namespace portkit::inline v0::detail {

/// Consecutive rows of the registry, which is sorted by port, protocol number and preference.
class ServiceRows {
public:
  using iterator = IndexIterator<ServiceRows, Service>;

  ServiceRows() = default;
  constexpr ServiceRows(std::size_t first, std::size_t last) noexcept
      : first_{first}, size_{last - first} {}
  /// The rows of one port; none for most ports, which takes no search.
  [[nodiscard]] static constexpr ServiceRows of(TransportPort port) noexcept {
    if (registry::find_entry(port) == 0) return {};
    std::size_t first = 0;
    for (std::size_t size = registry::row_count; size != 0;) {
      const std::size_t half = size / 2;
      const bool is_before = key_of(first + half) < port.key();
      first += is_before ? half + 1 : 0;
      size = is_before ? size - half - 1 : half;
    }
    std::size_t last = first;
    while (last != registry::row_count && key_of(last) == port.key()) ++last;
    return {first, last};
  }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size_)};
  }
  /// Precondition: index < size().
  [[nodiscard]] constexpr Service operator[](std::size_t index) const noexcept {
    const std::size_t row = first_ + index;
    const auto protocol =
        static_cast<Protocol>(static_cast<unsigned char>(registry::row_protocols[row]));
    const Port port{static_cast<std::uint16_t>(registry::row_ports[row])};
    return registry::to_service({protocol, port}, registry::row_entries[row]);
  }

private:
  [[nodiscard]] static constexpr std::uint32_t key_of(std::size_t row) noexcept {
    return static_cast<std::uint32_t>(registry::row_ports[row]) << 8 |
           static_cast<unsigned char>(registry::row_protocols[row]);
  }

  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

/// The ports of one name and protocol, ascending.
class NamedPorts {
public:
  using iterator = IndexIterator<NamedPorts, TransportPort>;

  NamedPorts() = default;
  constexpr NamedPorts(Protocol protocol, registry::PortList ports) noexcept
      : ports_{ports.first}, size_{ports.size}, protocol_{protocol} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {*this, static_cast<std::ptrdiff_t>(size_)};
  }
  /// Precondition: index < size().
  [[nodiscard]] constexpr TransportPort operator[](std::size_t index) const noexcept {
    return {protocol_, Port{static_cast<std::uint16_t>(ports_[index])}};
  }

private:
  const char16_t* ports_ = nullptr;
  std::size_t size_ = 0;
  Protocol protocol_ = Protocol::tcp;
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_SERVICE_VIEWS_HPP
