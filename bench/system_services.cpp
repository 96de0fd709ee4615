// SPDX-License-Identifier: BSL-1.0
#include "system_services.hpp"

#if defined(PORTKIT_BENCH_HAS_SYSTEM_SERVICES)

#include <netdb.h>

namespace bench {

std::uint32_t system_service_port(portkit::TransportPort port) {
  servent entry{};
  servent* found = nullptr;
  char buffer[1024];
  const int network_port = port.port().to_network().raw();
  getservbyport_r(network_port, portkit::name(port.protocol()).data(), &entry, buffer,
                  sizeof buffer, &found);
  return found == nullptr ? 0 : static_cast<std::uint32_t>(found->s_port);
}

std::uint32_t system_service_port(NameQuery query) {
  servent entry{};
  servent* found = nullptr;
  char buffer[1024];
  const std::string name{query.view()}; // it wants a NUL
  getservbyname_r(name.c_str(), portkit::name(query.protocol).data(), &entry, buffer, sizeof buffer,
                  &found);
  return found == nullptr ? 0 : static_cast<std::uint32_t>(found->s_port);
}

} // namespace bench
#endif
