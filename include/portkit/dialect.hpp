// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_HPP
#define PORTKIT_DIALECT_HPP

// The syntaxes of lists of ports.

#include <portkit/dialect_iptables.hpp>
#include <portkit/dialect_list.hpp>
#include <portkit/dialect_nftables.hpp>
#include <portkit/dialect_nmap.hpp>
#include <portkit/dialect_services.hpp>
#include <portkit/dialect_text.hpp>

#endif // PORTKIT_DIALECT_HPP
