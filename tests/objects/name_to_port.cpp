// SPDX-License-Identifier: BSL-1.0
#include <portkit/service.hpp>

int number_of(const char* name) {
  const auto port = portkit::find_port<portkit::Protocol::tcp>(name);
  return port ? port->value() : -1;
}
