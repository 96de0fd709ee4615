// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORTKIT_HPP
#define PORTKIT_PORTKIT_HPP

// Everything but what is opt-in: de_facto.hpp, and the headers that speak to a system or to another
// library (host, sockaddr, zone, asio, format, fmt, ostream, with_service, json).

#include <portkit/address.hpp>
#include <portkit/demux.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/flow.hpp>
#include <portkit/ip_protocol.hpp>
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/port_mapping.hpp>
#include <portkit/port_range.hpp>
#include <portkit/port_set.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/scheme.hpp>
#include <portkit/service.hpp>
#include <portkit/service_matching.hpp>
#include <portkit/service_table.hpp>
#include <portkit/string.hpp>
#include <portkit/version.hpp>

#endif // PORTKIT_PORTKIT_HPP
