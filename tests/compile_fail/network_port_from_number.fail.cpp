// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: conversion from .* to non-scalar type
// EXPECT-CLANG: no viable conversion
// Which byte order a number has must be said.
#include <portkit/port.hpp>

#include <cstdint>

using namespace portkit;

#ifdef PORTKIT_CONTROL
NetworkPort take(std::uint16_t sin_port) { return NetworkPort::from_raw(sin_port); }
#else
NetworkPort take(std::uint16_t sin_port) {
  NetworkPort port = sin_port;
  return port;
}
#endif
