// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: deleted
// A cast is no check either.
#include <portkit/port.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<Port> make(long n) { return Port::from(n); }
#else
Port make(long n) { return static_cast<Port>(n); }
#endif
