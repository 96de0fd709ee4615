// SPDX-License-Identifier: BSL-1.0
// EXPECT: (no matching function for call to .*resolve|could not convert|no viable conversion)
// A resolver is not given text, which the system misreads: 300800 as 38656 (Asio issue 441).
#include <portkit/asio.hpp>

#include <string_view>
#include <vector>

using namespace portkit;

// As much of Asio as portkit looks at.
struct tcp {
  static tcp v4();
  struct resolver {
    using protocol_type = tcp;
    using results_type = std::vector<int>;
    static constexpr int numeric_service = 1;
    results_type resolve(std::string_view host, std::string_view service, int flags, int& error);
  };
};

#ifdef PORTKIT_CONTROL
bool connect(tcp::resolver& resolver, int& error) {
  return !resolve(resolver, "example.com", 443_tcp, error).empty();
}
#else
bool connect(tcp::resolver& resolver, int& error) {
  return !resolve(resolver, "example.com", "443", error).empty();
}
#endif
