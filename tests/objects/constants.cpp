// SPDX-License-Identifier: BSL-1.0
// Every constant result: none may leave a table or a name pool in the object file.
#include <portkit/service.hpp>

using namespace portkit;

static_assert(find_service(53_udp)->name == "domain");
static_assert(find_ports("http-alt", Protocol::tcp).size() == 3);
constexpr TcpPort postgres = *find_port<Protocol::tcp>("postgres");

const char* name_of_https() { return service_name<443_tcp>.data(); }
std::uint16_t number_of_https() { return ("https"_tcp).value(); }
std::uint16_t number_of_postgres() { return postgres.value(); }
