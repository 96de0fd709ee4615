// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

using namespace portkit::literals;

static_assert((443_tcp).value() == 443);

int main() {
  const auto port = portkit::parse<portkit::TcpPort>("443");
  return port && *port == 443_tcp ? 0 : 1;
}
