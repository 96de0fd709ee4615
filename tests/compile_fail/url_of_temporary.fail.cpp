// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted function
// Scheme and host would point into a string that is gone at the end of the line.
#include <portkit/url_authority.hpp>

#include <string>

using namespace portkit;

std::string read_line();

#ifdef PORTKIT_CONTROL
bool is_known() {
  const std::string line = read_line();
  const Result<UrlAuthority> url = parse<UrlAuthority>(line);
  return url && url->effective_port();
}
#else
bool is_known() {
  const Result<UrlAuthority> url = parse<UrlAuthority>(read_line());
  return url && url->effective_port();
}
#endif
