// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: ignoring return(ed)? value.*unused-result
// EXPECT-CLANG: ignoring .*nodiscard.*
// A text that is checked and then not looked at is a check forgotten.
#include <portkit/port.hpp>

#include <string_view>

using namespace portkit;

#if defined(__GNUC__)
#pragma GCC diagnostic error "-Wunused-result"
#endif

#ifdef PORTKIT_CONTROL
bool check(std::string_view text) { return parse<Port>(text).has_value(); }
#else
void check(std::string_view text) { parse<Port>(text); }
#endif
