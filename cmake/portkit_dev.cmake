# SPDX-License-Identifier: BSL-1.0
# portkit_dev: the warnings that our own tests, examples and benchmarks are built with. Never linked to
# portkit itself: a consumer's warnings are the consumer's business.
add_library(portkit_dev INTERFACE)
if(MSVC)
  target_compile_options(portkit_dev INTERFACE /W4 /WX /permissive- /utf-8)
else()
  target_compile_options(portkit_dev INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Werror
    $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast>)
endif()
