// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// Which port http://x has depends on its scheme, which x:80 lacks.
#include <portkit/url_authority.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool test(const UrlAuthority& a, const HostPort& b) { return a.host_port() == b; }
#else
bool test(const UrlAuthority& a, const HostPort& b) { return a == b; }
#endif
