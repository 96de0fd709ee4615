// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_ADDRESS_HPP
#define PORTKIT_ADDRESS_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/ipv4_address.hpp>
#include <portkit/ipv6_address.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

/// An IP address of either version.
///
/// Text:  that of Ipv4Address or Ipv6Address, which has a colon before any full stop.
/// Order: every IPv4 address before every IPv6 address.  192.0.2.1 and ::ffff:192.0.2.1 differ, see
///        unmapped().
/// Shape: regular, structural, trivially copyable, 24 bytes.
class IpAddress {
public:
  /// 0.0.0.0
  IpAddress() = default;
  constexpr IpAddress(Ipv4Address address) noexcept : address_{address.v4_mapped()} {}
  constexpr IpAddress(const Ipv6Address& address) noexcept : is_v6_{true}, address_{address} {}

  [[nodiscard]] constexpr bool is_v4() const noexcept { return !is_v6_; }
  [[nodiscard]] constexpr bool is_v6() const noexcept { return is_v6_; }
  /// The IPv4 address.  Error: empty if it is one of IPv6, also if that is v4-mapped.
  /// Address is a parameter so that only callers instantiate std::optional.
  template <class Address = Ipv4Address>
  [[nodiscard]] constexpr std::optional<Address> v4() const noexcept {
    if (is_v6_) return std::nullopt;
    return address_.template mapped_v4<Address>();
  }
  /// The IPv6 address.  Error: empty if it is one of IPv4.
  template <class Address = Ipv6Address>
  [[nodiscard]] constexpr std::optional<Address> v6() const noexcept {
    if (!is_v6_) return std::nullopt;
    return address_;
  }
  /// The IPv4 address of a v4-mapped one, every other address unchanged: what to compare with lists
  /// of addresses, since dual-stack sockets show IPv4 peers mapped.
  [[nodiscard]] constexpr IpAddress unmapped() const noexcept {
    IpAddress address = *this;
    if (address_.is_v4_mapped()) {
      address.is_v6_ = false;
      address.address_ = address_.with_scope(0);
    }
    return address;
  }

  // Each as of the address held: of ::ffff:127.0.0.1 ask unmapped().
  [[nodiscard]] constexpr bool is_unspecified() const noexcept {
    return is_v6_ ? address_.is_unspecified() : v4_part().is_unspecified();
  }
  [[nodiscard]] constexpr bool is_loopback() const noexcept {
    return is_v6_ ? address_.is_loopback() : v4_part().is_loopback();
  }
  [[nodiscard]] constexpr bool is_link_local() const noexcept {
    return is_v6_ ? address_.is_link_local() : v4_part().is_link_local();
  }
  [[nodiscard]] constexpr bool is_multicast() const noexcept {
    return is_v6_ ? address_.is_multicast() : v4_part().is_multicast();
  }
  /// Private (RFC 1918) or unique local (RFC 4193).
  [[nodiscard]] constexpr bool is_private() const noexcept {
    return is_v6_ ? address_.is_unique_local() : v4_part().is_private();
  }

  /// f(Ipv4Address) or f(Ipv6Address).  Both return the same type.
  constexpr decltype(auto) visit(auto&& f) const {
    if (is_v6_) return std::forward<decltype(f)>(f)(address_);
    return std::forward<decltype(f)>(f)(v4_part());
  }

  [[nodiscard]] friend constexpr bool operator==(const IpAddress&,
                                                 const IpAddress&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const IpAddress&,
                                                  const IpAddress&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const IpAddress& address) noexcept {
    return detail::hash_append(hash_value(address.address_), address.is_v6_);
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const IpAddress& address) {
    return H::combine(std::move(state), address.is_v6_, address.address_);
  }

  bool is_v6_ = false; ///< public only because a structural type must be; read is_v6()
  Ipv6Address address_ = Ipv4Address::any().v4_mapped(); ///< as above; an IPv4 address is mapped

private:
  [[nodiscard]] constexpr Ipv4Address v4_part() const noexcept {
    Ipv4Address address;
    address.number_ = address_.words_[3];
    return address;
  }
};

template <>
inline constexpr std::size_t max_text_size<IpAddress> = max_text_size<Ipv6Address>;

namespace detail {

template <std::same_as<IpAddress> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    const std::size_t separator = text.find_first_of(".:");
    if (separator == std::string_view::npos || text[separator] == '.') {
      const Result<Ipv4Address> address = Parser<Ipv4Address>::parse(text, options);
      return address ? Result<T>{*address} : Result<T>{address.error()};
    }
    const Result<Ipv6Address> address = Parser<Ipv6Address>::parse(text, options);
    return address ? Result<T>{*address} : Result<T>{address.error()};
  }
};

} // namespace detail

/// Writes the address as its own version is written, without a NUL.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<IpAddress> does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const IpAddress& address) noexcept {
  return address.visit([=](const auto& held) { return to_chars(first, last, held); });
}

inline namespace literals {

/// "192.0.2.1"_ip, "2001:db8::1"_ip.  Error: a text that is no IP address does not compile.
[[nodiscard]] consteval IpAddress operator""_ip(const char* text, std::size_t size) {
  return detail::parse_constant<IpAddress>({text, size});
}

} // namespace literals

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::IpAddress> {
  [[nodiscard]] constexpr std::size_t operator()(const portkit::IpAddress& address) const noexcept {
    return hash_value(address);
  }
};

#endif // PORTKIT_ADDRESS_HPP
