// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// "localhost:3000" is a host and port; as a URL it has the scheme localhost and no authority.
#include <portkit/url_authority.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr UrlAuthority origin = UrlAuthority::of("http://localhost:3000");
#else
constexpr UrlAuthority origin = UrlAuthority::of("localhost:3000");
#endif
