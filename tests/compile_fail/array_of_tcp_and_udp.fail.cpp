// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (class template argument deduction failed|cannot deduce)
// EXPECT-CLANG: no viable constructor or deduction guide
// No common type is found behind the back of the writer.
#include <portkit/port.hpp>

#include <array>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr std::array ports{53_tcp, 853_tcp};
#else
constexpr std::array ports{53_tcp, 53_udp};
#endif
