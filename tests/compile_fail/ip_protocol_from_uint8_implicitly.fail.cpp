// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: conversion from .* to non-scalar type
// EXPECT-CLANG: no viable conversion
// A number becomes a protocol only where the code says so.
#include <portkit/ip_protocol.hpp>

#include <cstdint>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr IpProtocol protocol{std::uint8_t{58}};
#else
constexpr IpProtocol protocol = std::uint8_t{58};
#endif
