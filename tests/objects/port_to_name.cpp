// SPDX-License-Identifier: BSL-1.0
#include <portkit/service.hpp>

const char* start_of_name(std::uint32_t key) {
  const auto port = portkit::TransportPort::from_key(key);
  const auto service = port ? portkit::find_service(*port) : std::nullopt;
  return service ? service->name.data() : nullptr;
}
