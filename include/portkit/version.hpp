// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_VERSION_HPP
#define PORTKIT_VERSION_HPP

// The single truth: CMake and the package recipes read these three lines.
#define PORTKIT_VERSION_MAJOR 0
#define PORTKIT_VERSION_MINOR 1
#define PORTKIT_VERSION_PATCH 0

#if defined(_MSVC_LANG) ? _MSVC_LANG < 202002L : __cplusplus < 202002L
#error                                                                                             \
    "portkit needs C++20: compile with -std=c++20 (or /std:c++20), or link portkit::portkit in CMake"
#elif defined(__clang__) ? __clang_major__ < 14 : defined(__GNUC__) && __GNUC__ < 11
#error "portkit needs GCC 11, Clang 14 or newer"
#endif

#endif // PORTKIT_VERSION_HPP
