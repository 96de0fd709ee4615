// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_SERVICE_HPP
#define PORTKIT_SERVICE_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/detail/service_lookup.hpp>
#include <portkit/detail/service_views.hpp>
#include <portkit/detail/services_by_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

// The whole IANA Service Name and Transport Protocol Port Number Registry, as of registry_date, at
// compile time and at run time.  Names are views of static storage.  A direction that a program
// never asks in costs it no byte.
//
// Result types are template parameters with defaults, so that only callers instantiate
// std::optional and build the tables: write find_service(443_tcp), as if there were none.

namespace portkit::inline v0 {

/// The day of the registry in this version of portkit, "YYYY-MM-DD".
inline constexpr std::string_view registry_date = detail::registry::date;

/// The preferred name of this port: of several, the one in use by IANA's own notes, and the first
/// in the registry otherwise (cmake/registry/overrides.txt lists the exceptions, each with its
/// reason).
/// Error: empty if no service is registered there; "reserved" and "unassigned" are no services.
template <class Found = Service>
[[nodiscard]] constexpr std::optional<Found> find_service(TransportPort port) noexcept {
  const detail::registry::Entry entry = detail::registry::find_entry<Found>(port);
  // Clang takes the copy of a std::optional that was reset for no constant.
  if (std::is_constant_evaluated() && entry == 0) return std::nullopt;
  return detail::registry::to_optional_service<Found>(port, entry);
}
/// The user's name for this port, or else the registry's.
template <class Found = Service>
[[nodiscard]] constexpr std::optional<Found> find_service(TransportPort port,
                                                          const ServiceTable& own) noexcept {
  const std::optional<Found> found = own.find_service<Found>(port);
  return found ? found : portkit::find_service<Found>(port);
}

/// The preferred name alone, or an empty text if no service is registered there.  For annotating
/// many ports: no branch at all.
template <class Found = Service>
[[nodiscard]] constexpr std::string_view find_service_name(TransportPort port) noexcept {
  const detail::registry::Entry entry = detail::registry::find_entry<Found>(port);
  return detail::registry::to_service<Found>(port, entry).name;
}

/// Every registered name of this port, the preferred one first: a random-access range of Service.
template <class Found = Service>
[[nodiscard]] constexpr detail::ServiceRows<Found> services_at(TransportPort port) noexcept {
  return detail::ServiceRows<Found>::of(port);
}
/// Every (port, protocol, name) of the registry, by port, then protocol number, then preference: a
/// random-access range of Service.
[[nodiscard]] constexpr detail::ServiceRows<Service> all_services() noexcept {
  return {0, detail::registry::row_count};
}
/// The rows of all_services() for ports 0-1023.
[[nodiscard]] constexpr detail::ServiceRows<Service> well_known_services() noexcept {
  return {0, detail::registry::well_known_row_count};
}

/// The names that resolve to a port and are never printed as the name of one: colloquial names, and
/// those that IANA has renamed or withdrawn.  By port, protocol number and name.
[[nodiscard]] constexpr detail::NameOnlyRows<Service> name_only_services() noexcept { return {}; }

/// Every port of this name for this protocol, ascending: a random-access range of TransportPort.
/// The name in any ASCII case; aliases, former and colloquial names too.
template <class Ports = detail::NamedPorts>
[[nodiscard]] constexpr Ports find_ports(std::string_view name, Protocol protocol) noexcept {
  return {protocol, detail::registry::find_ports<Ports>(name, protocol)};
}

/// The primary port of this name: its only one, or of several the one users mean (http-alt: 8080),
/// and the lowest otherwise.  The name in any ASCII case; aliases, former and colloquial names too.
/// Error: empty if the name is not known for this protocol.
template <class Found = TransportPort>
[[nodiscard]] constexpr std::optional<Found> find_port(std::string_view name,
                                                       Protocol protocol) noexcept {
  detail::registry::NameEntry entry = detail::registry::find_name<Found>(name);
  if (entry.is_unsettled()) [[unlikely]]
    entry = detail::registry::settle<Found>(entry, name, protocol);
  const std::uint64_t mismatch = detail::registry::opaque(entry.mismatch(protocol));
  if (std::is_constant_evaluated() && mismatch != 0) return std::nullopt; // as find_service
  // Made before the test, so that the test is no branch; and no constant, or GCC copies it in 8 ns.
  std::optional<Found> port{Found{protocol, Port{entry.primary()}}};
  return mismatch == 0 ? port : std::optional<Found>{};
}
template <Protocol P, class Found = TransportPort>
[[nodiscard]] constexpr std::optional<TypedPort<P>> find_port(std::string_view name) noexcept {
  const std::optional<Found> found = portkit::find_port<Found>(name, P);
  if (!found) return std::nullopt;
  return TypedPort<P>{found->port()};
}
/// The port of the user's row with this name, or else the registry's.
template <class Found = TransportPort>
[[nodiscard]] constexpr std::optional<Found> find_port(std::string_view name, Protocol protocol,
                                                       const ServiceTable& own) noexcept {
  const std::optional<Found> found = own.find_port<Found>(name, protocol);
  return found ? found : portkit::find_port<Found>(name, protocol);
}
template <Protocol P>
[[nodiscard]] constexpr std::optional<TypedPort<P>> find_port(std::string_view name,
                                                              const ServiceTable& own) noexcept {
  const std::optional<TypedPort<P>> found = own.find_port<P>(name);
  return found ? found : find_port<P>(name);
}

namespace detail {

[[nodiscard]] constexpr bool is_name_character(char c) noexcept {
  return is_letter(c) || is_digit(c) || c == '-' || c == '+' || c == '.' || c == '_' || c == '/' ||
         c == '*';
}

/// Why find_port did not find this text: never empty, and not a number.
[[nodiscard]] constexpr ParseError refuse_service(std::string_view text,
                                                  bool is_known_elsewhere) noexcept {
  if (text.size() > 0xFFFF'FFFF) return {ParseErrc::too_long, 0, 0};
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i != size; ++i)
    if (!is_name_character(text[i])) return {ParseErrc::not_a_name_character, i, 1};
  return {is_known_elsewhere ? ParseErrc::wrong_protocol : ParseErrc::unknown_service, 0, size};
}

/// parse_service for `find(name, protocol)`, which asks the registry and perhaps the user's rows.
template <class Read>
[[nodiscard]] constexpr Result<Read> parse_service(std::string_view text, Protocol protocol,
                                                   ParseOptions options,
                                                   const auto& find) noexcept {
  bool has_letter = false;
  for (const char c : text) has_letter = has_letter || is_letter(c);
  if (!has_letter) {
    const PortReading number = read_port(text, options);
    if (!number.is_valid) return number.error;
    return Read{protocol, Port{number.value}};
  }
  const std::optional<Read> found = find(text, protocol);
  if (found) return *found;
  bool is_known_elsewhere = false;
  for (const Protocol other : all_protocols)
    is_known_elsewhere = is_known_elsewhere || find(text, other).has_value();
  return refuse_service(text, is_known_elsewhere);
}

template <Protocol P>
[[nodiscard]] constexpr Result<TypedPort<P>> to_typed(const auto& result) noexcept {
  if (!result) return result.error();
  return TypedPort<P>{result->port()};
}

} // namespace detail

/// Reads a port number or a service name, "443" or "https", for a protocol that is known: the text
/// itself has no "/tcp".  A text with a letter is a name.
/// Error: as of parse<Port>, or not_a_name_character, unknown_service, wrong_protocol.
template <class Read = TransportPort>
[[nodiscard]] constexpr Result<Read>
parse_service(std::string_view text, Protocol protocol,
              ParseOptions options = ParseOptions::strict) noexcept {
  return detail::parse_service<Read>(
      text, protocol, options,
      [](std::string_view name, Protocol p) noexcept { return find_port<Read>(name, p); });
}
/// The same, where the user's names come before the registry's.
template <class Read = TransportPort>
[[nodiscard]] constexpr Result<Read>
parse_service(std::string_view text, Protocol protocol, const ServiceTable& own,
              ParseOptions options = ParseOptions::strict) noexcept {
  return detail::parse_service<Read>(
      text, protocol, options,
      [&own](std::string_view name, Protocol p) noexcept { return find_port<Read>(name, p, own); });
}
/// Reads a text that states its protocol: "443/tcp" or "https/udp".
/// Error: as above, or missing_protocol, unknown_protocol.
template <class Read = TransportPort>
[[nodiscard]] constexpr Result<Read>
parse_service(std::string_view text, ParseOptions options = ParseOptions::strict) noexcept {
  if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
  if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
  const std::size_t slash = text.rfind('/'); // the last, since the old name 914c/g has one
  const detail::ProtocolReading protocol = detail::read_protocol_behind(text, slash);
  if (!protocol.is_valid) return protocol.error;
  return portkit::parse_service<Read>(text.substr(0, slash), protocol.protocol, options);
}
template <Protocol P, class Read = TransportPort>
[[nodiscard]] constexpr Result<TypedPort<P>>
parse_service(std::string_view text, ParseOptions options = ParseOptions::strict) noexcept {
  return detail::to_typed<P>(parse_service<Read>(text, P, options));
}
template <Protocol P, class Read = TransportPort>
[[nodiscard]] constexpr Result<TypedPort<P>>
parse_service(std::string_view text, const ServiceTable& own,
              ParseOptions options = ParseOptions::strict) noexcept {
  return detail::to_typed<P>(parse_service<Read>(text, P, own, options));
}

namespace detail {

/// The text of one constant name, so that it alone, and not the registry, ends in the object file.
template <auto P>
struct ServiceNameText {
  static constexpr std::size_t size = [] {
    const auto service = portkit::find_service(P);
    return service ? service->name.size() : 0;
  }();
  static_assert(size != 0, "portkit: no service is registered for this port and protocol");

  static constexpr std::array<char, size + 1> text = [] {
    std::array<char, size + 1> copy{};
    const Service service = *portkit::find_service(P);
    for (std::size_t i = 0; i != size; ++i) copy[i] = service.name[i];
    return copy;
  }();
};

// As in port_number.hpp, the name is the error message.
[[noreturn]] inline void no_service_of_this_name_for_this_protocol() noexcept {
  result_holds_the_other_alternative();
}

/// A literal's text; as a template argument it keeps the literals from instantiating unused.
template <std::size_t Size>
struct NameLiteral {
  constexpr NameLiteral(const char (&literal)[Size]) noexcept {
    for (std::size_t i = 0; i != Size; ++i) text[i] = literal[i];
  }
  char text[Size]{};
};

template <Protocol P>
[[nodiscard]] consteval TypedPort<P> port_of_service(std::string_view name) {
  const std::optional<TypedPort<P>> port = portkit::find_port<P>(name);
  if (!port) no_service_of_this_name_for_this_protocol();
  return *port;
}

} // namespace detail

/// The preferred name of a constant TypedPort or TransportPort: service_name<443_tcp> is "https".
/// NUL-terminated.  It costs an object file these few bytes, where find_service in a constant keeps
/// all names.  Error: does not compile for a port without a service.
template <auto P>
inline constexpr std::string_view service_name{detail::ServiceNameText<P>::text.data(),
                                               detail::ServiceNameText<P>::size};

inline namespace literals {
inline namespace names { // apart from 443_tcp's, with which GCC and clang see a conflict

/// "https"_tcp: the primary port of a registered name.
/// Error: a name that is not registered for this protocol does not compile.
template <detail::NameLiteral Name>
[[nodiscard]] consteval TcpPort operator""_tcp() noexcept {
  return detail::port_of_service<Protocol::tcp>({Name.text, sizeof(Name.text) - 1});
}
template <detail::NameLiteral Name>
[[nodiscard]] consteval UdpPort operator""_udp() noexcept {
  return detail::port_of_service<Protocol::udp>({Name.text, sizeof(Name.text) - 1});
}
template <detail::NameLiteral Name>
[[nodiscard]] consteval DccpPort operator""_dccp() noexcept {
  return detail::port_of_service<Protocol::dccp>({Name.text, sizeof(Name.text) - 1});
}
template <detail::NameLiteral Name>
[[nodiscard]] consteval SctpPort operator""_sctp() noexcept {
  return detail::port_of_service<Protocol::sctp>({Name.text, sizeof(Name.text) - 1});
}

} // namespace names
} // namespace literals

} // namespace portkit::inline v0
#endif // PORTKIT_SERVICE_HPP
