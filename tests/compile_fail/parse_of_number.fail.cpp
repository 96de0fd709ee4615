// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (incomplete type|no declaration|invalid use)
// EXPECT-CLANG: (implicit instantiation of undefined template|undefined)
// There is no grammar for a bare integer.
#include <portkit/port.hpp>

#include <string_view>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_port(std::string_view text) { return parse<Port>(text).has_value(); }
#else
bool is_port(std::string_view text) { return parse<unsigned short>(text).has_value(); }
#endif
