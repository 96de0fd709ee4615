// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_IPV6_ADDRESS_HPP
#define PORTKIT_IPV6_ADDRESS_HPP

#include <portkit/detail/bytes.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/detail/ipv6_text.hpp>
#include <portkit/detail/plain_ipv6.hpp>
#include <portkit/detail/write_text.hpp>
#include <portkit/ipv4_address.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <array>
#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

namespace detail {
[[nodiscard]] constexpr Ipv6Address make_ipv6(const Ipv6Words& from) noexcept;
} // namespace detail

/// An IPv6 address with its scope id, which says on which link or interface of this host a
/// link-local address is meant; 0 where none is.
///
/// Text:  RFC 4291 section 2.2 is read, "2001:DB8:0::1" also; RFC 5952 is written, "2001:db8::1".
///        The scope id is a number, "fe80::1%3"; the names of zones are the host's (sockaddr.hpp).
/// Order: by the sixteen bytes, then by scope id.
/// Shape: regular, structural, trivially copyable, 20 bytes.
class Ipv6Address {
public:
  /// ::, see any().
  Ipv6Address() = default;

  /// ::, by which bind() means every IPv6 address of the host, and by default every IPv4 one too.
  [[nodiscard]] static constexpr Ipv6Address any() noexcept { return {}; }
  /// ::1
  [[nodiscard]] static constexpr Ipv6Address loopback() noexcept { return {{{0, 0, 0, 1}, 0}}; }

  /// From sixteen bytes in network byte order: whatever converts to a std::span<const Byte, 16>,
  /// where Byte is std::byte, unsigned char or char.
  template <class Bytes>
    requires detail::ReadableBytes<const Bytes&, 16>
  [[nodiscard]] static constexpr Ipv6Address from_bytes(const Bytes& from) noexcept {
    Ipv6Address address;
    for (std::size_t i = 0; i != 16; ++i)
      address.words_[i / 4] = address.words_[i / 4] << 8 | static_cast<unsigned char>(from[i]);
    return address;
  }
  /// In network byte order, without the scope id.
  [[nodiscard]] constexpr std::array<unsigned char, 16> bytes() const noexcept {
    std::array<unsigned char, 16> bytes{};
    for (std::size_t i = 0; i != 16; ++i)
      bytes[i] = static_cast<unsigned char>(words_[i / 4] >> (24 - i % 4 * 8) & 0xFF);
    return bytes;
  }

  /// Source: RFC 4007 section 6.
  [[nodiscard]] constexpr std::uint32_t scope_id() const noexcept { return scope_id_; }
  /// The same address with this scope id, as if_nametoindex gives it; 0 for none.
  [[nodiscard]] constexpr Ipv6Address with_scope(std::uint32_t scope_id) const noexcept {
    Ipv6Address address = *this;
    address.scope_id_ = scope_id;
    return address;
  }

  // Of the address alone, whatever its scope id.
  [[nodiscard]] constexpr bool is_unspecified() const noexcept { return with_scope(0) == any(); }
  [[nodiscard]] constexpr bool is_loopback() const noexcept { return with_scope(0) == loopback(); }
  /// fe80::/10, which needs a scope id to be reached.  Source: RFC 4291 section 2.5.6.
  [[nodiscard]] constexpr bool is_link_local() const noexcept { return words_[0] >> 22 == 0x3FA; }
  /// ff00::/8.  Source: RFC 4291 section 2.7.
  [[nodiscard]] constexpr bool is_multicast() const noexcept { return words_[0] >> 24 == 0xFF; }
  /// fc00::/7.  Source: RFC 4193 section 3.1.
  [[nodiscard]] constexpr bool is_unique_local() const noexcept { return words_[0] >> 25 == 0x7E; }
  /// ::ffff:0:0/96.  Source: RFC 4291 section 2.5.5.2.
  [[nodiscard]] constexpr bool is_v4_mapped() const noexcept {
    return words_[0] == 0 && words_[1] == 0 && words_[2] == 0xFFFF;
  }
  /// The IPv4 address in a v4-mapped one.  Error: empty for every other.
  /// Address is a parameter so that only callers instantiate std::optional.
  template <class Address = Ipv4Address>
  [[nodiscard]] constexpr std::optional<Address> mapped_v4() const noexcept {
    if (!is_v4_mapped()) return std::nullopt;
    Address address;
    address.number_ = words_[3];
    return address;
  }

  [[nodiscard]] friend constexpr bool operator==(const Ipv6Address&,
                                                 const Ipv6Address&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const Ipv6Address&,
                                                  const Ipv6Address&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const Ipv6Address& address) noexcept {
    const auto& words = address.words_;
    const std::size_t upper =
        detail::hash_append(address.scope_id_, std::uint64_t{words[0]} << 32 | words[1]);
    return detail::hash_append(upper, std::uint64_t{words[2]} << 32 | words[3]);
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const Ipv6Address& address) {
    const auto& words = address.words_;
    return H::combine(std::move(state), words[0], words[1], words[2], words[3], address.scope_id_);
  }

  std::uint32_t words_[4]{}; ///< public only because a structural type must be; read bytes()
  std::uint32_t scope_id_{}; ///< public only because a structural type must be; read scope_id()

private:
  friend class Ipv4Address;
  friend constexpr Ipv6Address detail::make_ipv6(const detail::Ipv6Words& from) noexcept;
  constexpr Ipv6Address(const detail::Ipv6Words& from) noexcept
      : words_{from.words[0], from.words[1], from.words[2], from.words[3]}, scope_id_{from.scope} {}
};

constexpr Ipv6Address Ipv4Address::v4_mapped() const noexcept {
  return {{{0, 0, 0xFFFF, number_}, 0}};
}

template <>
inline constexpr std::size_t max_text_size<Ipv6Address> = detail::max_ipv6_text;

namespace detail {

constexpr Ipv6Address make_ipv6(const Ipv6Words& from) noexcept { return {from}; }

/// Writes an address into room for max_ipv6_text bytes.
constexpr char* write_ipv6(char* to, const Ipv6Address& address) noexcept {
  const auto& words = address.words_;
  return write_ipv6(to, {{words[0], words[1], words[2], words[3]}, address.scope_id_});
}

template <std::same_as<Ipv6Address> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text, ParseOptions) noexcept {
    const PlainIpv6 plain = read_plain_ipv6(text);
    if (plain.size == text.size() && plain.size != 0) [[likely]]
      return make_ipv6(plain.address);
    if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
    const Ipv6Reading reading = read_ipv6(text);
    if (!reading.is_valid) return reading.error;
    return make_ipv6(reading.value);
  }
};

} // namespace detail

/// Writes "2001:db8::1" or "fe80::1%3", without a NUL; bytes of [ptr, last) may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<Ipv6Address> does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const Ipv6Address& address) noexcept {
  return detail::write_text<detail::max_ipv6_text>(
      first, last, [&](char* to) { return detail::write_ipv6(to, address); });
}

inline namespace literals {

/// "2001:db8::1"_ipv6.  Error: a text that is no IPv6 address does not compile.
[[nodiscard]] consteval Ipv6Address operator""_ipv6(const char* text, std::size_t size) {
  return detail::parse_constant<Ipv6Address>({text, size});
}

} // namespace literals

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::Ipv6Address> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::Ipv6Address& address) const noexcept {
    return hash_value(address);
  }
};

#endif // PORTKIT_IPV6_ADDRESS_HPP
