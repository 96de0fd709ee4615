// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_SERVICES_HPP
#define PORTKIT_DIALECT_SERVICES_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/detail/list_text.hpp>
#include <portkit/dialect_list.hpp>
#include <portkit/dialect_text.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/service.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/transport_port_set.hpp>
#include <portkit/typed_port.hpp>
#include <portkit/typed_port_set.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <system_error>

namespace portkit::inline v0 {

namespace dialect {

/// A List in which names of services may stand for ports, for TypedPortSet and TransportPortSet.  A
/// dialect of its own, so that plain lists link no registry.
///
/// Text:  "ssh,http,8000-8100", of a TransportPortSet "ssh/tcp,domain/udp,8000-8010/tcp".  An item
///        with a letter before its slash is a name, and stands for what find_port gives; so
///        ssh-http is a name too, and no range.  Printed in numbers.
/// Error: as of parse_service.
struct ListWithServices {};
inline constexpr ListWithServices list_with_services{};

} // namespace dialect

namespace detail {

template <Protocol P>
[[nodiscard]] constexpr Result<TypedPort<P>>
read_service_item(std::string_view text, ParseOptions options, const TypedPortSet<P>&) noexcept {
  return parse_service<P>(text, options);
}
template <std::same_as<TransportPortSet> Set>
[[nodiscard]] constexpr auto read_service_item(std::string_view text, ParseOptions options,
                                               const Set&) noexcept {
  return parse_service<typename Set::value_type>(text, options);
}

[[nodiscard]] constexpr bool is_service_item(std::string_view text, bool has_protocol) noexcept {
  for (const char c : text.substr(0, has_protocol ? text.rfind('/') : text.npos))
    if (is_letter(c)) return true;
  return false;
}

template <PortSetWithText Set>
  requires(!std::same_as<typename Set::value_type, Port>)
struct Syntax<dialect::ListWithServices, Set> : Syntax<dialect::List, Set> {
  [[nodiscard]] static constexpr bool read(ListItem list, ParseOptions options,
                                           dialect::ListWithServices, Set& set,
                                           ParseError& error) noexcept {
    if (list.text == empty_set_text) return true;
    ListItems items{list};
    for (ListItem item; items.next(item);)
      if (!read_item(item, options, set, error)) return false;
    return true;
  }

private:
  [[nodiscard]] static constexpr bool read_item(ListItem item, ParseOptions options, Set& set,
                                                ParseError& error) noexcept {
    if (!is_service_item(item.text, std::same_as<Set, TransportPortSet>))
      return Syntax<dialect::List, Set>::read_item(item, options, set, error);
    const auto port = read_service_item(item.text, options, set);
    if (!port) return refuse(error, port.error(), item.position);
    return insert_item(item, *port, set, error);
  }
};

} // namespace detail

} // namespace portkit::inline v0
#endif // PORTKIT_DIALECT_SERVICES_HPP
