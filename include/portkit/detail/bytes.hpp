// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_BYTES_HPP
#define PORTKIT_DETAIL_BYTES_HPP

#include <portkit/version.hpp>

#include <cstddef>
#include <span>
#include <type_traits>

// Concepts rather than overloads for std::span, whose instantiation only callers then pay for.

namespace portkit::inline v0::detail {

template <class T, std::size_t Size, class... Byte>
concept SpanOf = (std::is_convertible_v<T, std::span<Byte, Size>> || ...);

/// Exactly Size bytes to read, at a size known to the compiler.
template <class T, std::size_t Size>
concept ReadableBytes = SpanOf<T, Size, const std::byte, const unsigned char, const char>;

/// Exactly Size bytes to write, at a size known to the compiler.
template <class T, std::size_t Size>
concept WritableBytes = SpanOf<T, Size, std::byte, unsigned char, char>;

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_BYTES_HPP
