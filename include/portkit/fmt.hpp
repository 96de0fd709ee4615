// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_FMT_HPP
#define PORTKIT_FMT_HPP

#include <portkit/detail/has_text.hpp>
#include <portkit/with_service.hpp>

#include <fmt/format.h>

#include <type_traits>

FMT_BEGIN_NAMESPACE
template <typename T, typename Char>
struct is_range; // of fmt/ranges.h, which this header does not need
FMT_END_NAMESPACE

/// {fmt} prints every type that to_chars writes, with a specification of fill, align and width as
/// for strings: "{:>8}".
template <portkit::detail::HasText T>
struct fmt::formatter<T, char>
    : portkit::detail::TextFormatter<T, fmt::formatter<fmt::string_view, char>, fmt::string_view> {
};
/// A PortRange prints its text and not, by fmt/ranges.h, as a list of its elements.
template <portkit::detail::HasText T>
struct fmt::is_range<T, char> : std::false_type {};

#endif // PORTKIT_FMT_HPP
