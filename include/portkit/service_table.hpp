// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_SERVICE_TABLE_HPP
#define PORTKIT_SERVICE_TABLE_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace portkit::inline v0 {

/// Where a service's name comes from.
enum class Provenance : std::uint8_t {
  assigned,             ///< IANA assigned the name to this port and protocol
  alias,                ///< IANA lists it as an alias or duplicate of another name
  widespread,           ///< IANA lists it as an unassigned but widespread use
  transport_not_stated, ///< IANA names the port but no protocol; answered for tcp and udp
  renamed,              ///< IANA once listed it; the port now has another name
  withdrawn,            ///< IANA once listed it
  colloquial,           ///< people type it and IANA lacks it: portkit's own row, with evidence
  own,                  ///< a row of the user's ServiceTable
};

/// One name of one port.
///
/// The name is a view: of static storage if the registry gave it, of the user's own storage if it
/// stands in the user's row.
struct Service {
  std::string_view name;
  TransportPort port;
  Provenance provenance = Provenance::own;

  [[nodiscard]] friend constexpr bool operator==(const Service&, const Service&) = default;
};

/// True for a name that IANA could register today: 1 to 15 letters, digits and hyphens, at least
/// one of them a letter, no hyphen first, last or beside another.  The registry itself holds older
/// names that break this, such as z39.50.
/// Source: RFC 6335 section 5.1.
[[nodiscard]] constexpr bool is_valid_service_name(std::string_view name) noexcept {
  if (name.empty() || name.size() > 15 || name.front() == '-' || name.back() == '-') return false;
  bool has_letter = false;
  bool after_hyphen = false;
  for (const char c : name) {
    if (c == '-' ? after_hyphen : !detail::is_letter(c) && !detail::is_digit(c)) return false;
    has_letter = has_letter || detail::is_letter(c);
    after_hyphen = c == '-';
  }
  return has_letter;
}

/// The user's own names for ports: a view of rows that are constants or come from a file.
///
/// Alone it needs no registry; find_service(port, own) and its like ask it first and then the
/// registry (service.hpp).  Of several rows for one port, or one name, the first one counts.
/// Shape: trivially copyable; the rows must outlive it.  Rows in the order of their ports are found
/// by binary search, others by reading through all; a name always by reading through all.
class ServiceTable {
public:
  template <class Row = Service> // parameters, so that only callers instantiate std templates
  explicit constexpr ServiceTable(std::span<const std::type_identity_t<Row>> rows) noexcept
      : rows_{rows.data()}, size_{rows.size()} {
    for (std::size_t i = 1; i < size_; ++i)
      is_sorted_ = is_sorted_ && rows_[i - 1].port <= rows_[i].port;
  }

  /// Rows that would be gone at the end of the line.
  template <class Rows>
    requires(!std::is_lvalue_reference_v<Rows> && !std::same_as<Rows, ServiceTable> &&
             !std::ranges::enable_borrowed_range<Rows>)
  explicit ServiceTable(Rows&& rows) = delete;

  template <class Row = Service>
  [[nodiscard]] constexpr std::span<const Row> rows() const noexcept {
    return std::span<const Row>(rows_, size_);
  }

  /// The first row for this port.
  template <class Found = Service>
  [[nodiscard]] constexpr std::optional<Found> find_service(TransportPort port) const noexcept {
    std::size_t i = is_sorted_ ? first_not_before(port) : 0;
    for (; i != size_; ++i) {
      if (rows_[i].port == port) return rows_[i];
      if (is_sorted_) break;
    }
    return std::nullopt;
  }

  /// The port of the first row with this name, in any ASCII case, and this protocol.
  template <class Found = TransportPort>
  [[nodiscard]] constexpr std::optional<Found> find_port(std::string_view name,
                                                         Protocol protocol) const noexcept {
    for (std::size_t i = 0; i != size_; ++i)
      if (rows_[i].port.protocol() == protocol && detail::equal_ignoring_case(rows_[i].name, name))
        return rows_[i].port;
    return std::nullopt;
  }
  template <Protocol P, class Found = TransportPort>
  [[nodiscard]] constexpr std::optional<TypedPort<P>>
  find_port(std::string_view name) const noexcept {
    const std::optional<Found> found = find_port<Found>(name, P);
    if (!found) return std::nullopt;
    return TypedPort<P>{found->port()};
  }

private:
  [[nodiscard]] constexpr std::size_t first_not_before(TransportPort port) const noexcept {
    std::size_t first = 0;
    for (std::size_t size = size_; size != 0;) {
      const std::size_t half = size / 2;
      const bool is_before = rows_[first + half].port < port;
      first += is_before ? half + 1 : 0;
      size = is_before ? size - half - 1 : half;
    }
    return first;
  }

  const Service* rows_;
  std::size_t size_;
  bool is_sorted_ = true;
};

} // namespace portkit::inline v0
#endif // PORTKIT_SERVICE_TABLE_HPP
