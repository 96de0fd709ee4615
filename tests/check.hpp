// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_CHECK_HPP
#define PORTKIT_TESTS_CHECK_HPP

#include <doctest/doctest.h>

// The same expression while compiling and while running: the one proves that it is a constant, the
// other is what sanitizers and coverage see.
#define PORTKIT_CHECK(...)                                                                         \
  do {                                                                                             \
    static_assert(__VA_ARGS__);                                                                    \
    CHECK(__VA_ARGS__);                                                                            \
  } while (false)

#endif // PORTKIT_TESTS_CHECK_HPP
