// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_WITH_SERVICE_HPP
#define PORTKIT_WITH_SERVICE_HPP

#include <portkit/endpoint.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/service.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>

#include <charconv>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace portkit::inline v0 {

/// A TransportPort or TransportEndpoint to be printed with the name of its service; with_service
/// makes it.
///
/// Text:  "443/tcp (https)", "[::1]:443/tcp (https)"; the number is always there, and alone where
///        no name is known.  It is not read back.
/// Shape: trivially copyable; with names of the user's own, a view of them, which must outlive it.
template <class T, bool HasOwnNames = false>
class WithService {
public:
  explicit constexpr WithService(const T& value) noexcept
    requires(!HasOwnNames)
      : value_{value}, name_{find_service_name(port_of(value))} {}
  constexpr WithService(const T& value, const ServiceTable& own) noexcept
    requires HasOwnNames
      : value_{value} {
    if (const auto service = find_service(port_of(value), own)) name_ = service->name;
  }

  [[nodiscard]] constexpr const T& value() const noexcept { return value_; }
  /// The name, or an empty text if none is known.
  [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }

private:
  [[nodiscard]] static constexpr TransportPort port_of(TransportPort port) noexcept { return port; }
  [[nodiscard]] static constexpr TransportPort port_of(const TransportEndpoint& endpoint) noexcept {
    return endpoint.port();
  }

  T value_;
  std::string_view name_;
};

/// The port, TypedPorts too, to be printed with its registered name: 443/tcp (https).
/// T is a parameter here and below so that only callers build the registry's tables.
template <class T = TransportPort>
[[nodiscard]] constexpr WithService<T> with_service(std::type_identity_t<T> port) noexcept {
  return WithService<T>{port};
}
/// The endpoint with its port's registered name: [::1]:443/tcp (https).
template <class T = TransportEndpoint>
[[nodiscard]] constexpr WithService<T>
with_service(const std::type_identity_t<T>& endpoint) noexcept {
  return WithService<T>{endpoint};
}
/// The same, where the user's names come before the registry's.
template <class T = TransportPort>
[[nodiscard]] constexpr WithService<T, true> with_service(std::type_identity_t<T> port,
                                                          const ServiceTable& own) noexcept {
  return WithService<T, true>{port, own};
}
template <class T = TransportEndpoint>
[[nodiscard]] constexpr WithService<T, true> with_service(const std::type_identity_t<T>& endpoint,
                                                          const ServiceTable& own) noexcept {
  return WithService<T, true>{endpoint, own};
}

// The longest names in the registry have 15 characters, as RFC 6335 section 5.1 has it.
template <class T>
inline constexpr std::size_t max_text_size<WithService<T>> = max_text_size<T> + 2 + 15 + 1;

/// A type that has a text, though none that is read: there is no parse.
template <class T, bool HasOwnNames>
struct detail::Parser<WithService<T, HasOwnNames>> {};

/// Writes "443/tcp (https)" or "443/tcp", without a NUL; bytes of [ptr, last) may be used as
/// scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<WithService<T>> does,
///        and with own names text_size(value).
template <class T, bool HasOwnNames>
[[nodiscard]] constexpr std::to_chars_result
to_chars(char* first, char* last, const WithService<T, HasOwnNames>& value) noexcept {
  std::to_chars_result place = to_chars(first, last, value.value());
  if (value.name().empty()) return place;
  const std::string_view parts[]{" (", value.name(), ")"};
  for (const std::string_view part : parts)
    if (place.ec == std::errc{}) place = detail::copy_text(place.ptr, last, part);
  return place;
}

/// The size in bytes of the text that to_chars writes; no max_text_size holds every own name.
template <class T>
[[nodiscard]] constexpr std::size_t text_size(const WithService<T, true>& value) noexcept {
  char text[max_text_size<T>] = {};
  const char* const end = to_chars(text, text + sizeof text, value.value()).ptr;
  const std::size_t name_size = value.name().empty() ? 0 : 2 + value.name().size() + 1;
  return static_cast<std::size_t>(end - text) + name_size;
}

} // namespace portkit::inline v0
#endif // PORTKIT_WITH_SERVICE_HPP
