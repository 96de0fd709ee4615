// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_FORMAT_HPP
#define PORTKIT_FORMAT_HPP

#include <portkit/detail/has_text.hpp>
#include <portkit/with_service.hpp>

#include <string_view>
#include <version>

// libc++ 17 and 18 have all that is needed here, but do not say so.
#if !defined(__cpp_lib_format) && !(defined(_LIBCPP_VERSION) && _LIBCPP_VERSION >= 170000)
#error "portkit/format.hpp needs <format>: GCC 13, libc++ 17, MSVC 19.29; else portkit/fmt.hpp"
#else

#include <format>

/// std::format and its kin print every type that to_chars writes, with a specification of fill,
/// align and width as for strings: "{:>8}".
template <portkit::detail::HasText T>
struct std::formatter<T, char>
    : portkit::detail::TextFormatter<T, std::formatter<std::string_view, char>, std::string_view> {
};

#endif
#endif // PORTKIT_FORMAT_HPP
