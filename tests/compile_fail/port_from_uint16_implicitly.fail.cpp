// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: conversion from .* to non-scalar type
// EXPECT-CLANG: no viable conversion
// A number becomes a port only where the code says so.
#include <portkit/port.hpp>

#include <cstdint>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port{std::uint16_t{443}};
#else
constexpr Port port = std::uint16_t{443};
#endif
