# SPDX-License-Identifier: BSL-1.0
# One consumption route, from nothing to a program that ran; CMakeLists.txt beside it says how to call it.
cmake_minimum_required(VERSION 3.22...4.4)
set(consumer "${CMAKE_CURRENT_LIST_DIR}/consumer")
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")

function(run)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY "${WORK}" OUTPUT_VARIABLE output
                  ERROR_VARIABLE output RESULT_VARIABLE status)
  set(output "${output}" PARENT_SCOPE)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message("${command}\n${output}") # apart, as an error message would be wrapped
    message(FATAL_ERROR "status ${status}")
  endif()
endfunction()

function(configure source build)
  run("${CMAKE_COMMAND}" -S "${source}" -B "${build}" -G "${GENERATOR}" -D CMAKE_BUILD_TYPE=Debug
      -D "CMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}" -D "CMAKE_CXX_COMPILER=${CXX}"
      -D "CMAKE_CXX_FLAGS=${CXX_FLAGS}" ${ARGN})
endfunction()

function(install_portkit)
  configure("${PORTKIT}" portkit -D "CMAKE_INSTALL_PREFIX=${WORK}/prefix" -D PORTKIT_BUILD_TESTS=OFF
            -D PORTKIT_BUILD_EXAMPLES=OFF ${ARGN})
  run("${CMAKE_COMMAND}" --install portkit --component portkit_dev)
endfunction()

function(consume route)
  configure("${consumer}" consumer -D "ROUTE=${route}" -D "PORTKIT=${PORTKIT}" -D "VERSION=${VERSION}"
            ${ARGN})
  run("${CMAKE_COMMAND}" --build consumer)
endfunction()

if(ROUTE STREQUAL "installed")
  install_portkit()
  file(GLOB_RECURSE installed RELATIVE "${WORK}/prefix" "${WORK}/prefix/*")
  list(FILTER installed EXCLUDE REGEX "^include/portkit/.*\\.hpp$")
  list(FILTER installed EXCLUDE REGEX "^share/(cmake/portkit|licenses/portkit)/|^share/pkgconfig/portkit\\.pc$")
  if(installed)
    message(FATAL_ERROR "Installed where nobody looks for it: ${installed}")
  endif()
  consume(find_package -D "CMAKE_PREFIX_PATH=${WORK}/prefix")

elseif(ROUTE STREQUAL "moved")
  install_portkit()
  file(RENAME "${WORK}/prefix" "${WORK}/elsewhere")
  file(GLOB_RECURSE installed "${WORK}/elsewhere/*")
  foreach(file IN LISTS installed)
    file(READ "${file}" text)
    string(FIND "${text}" "${WORK}" at)
    if(at GREATER_EQUAL 0)
      message(FATAL_ERROR "${file} names a folder of the machine it was built on")
    endif()
  endforeach()
  consume(find_package -D "CMAKE_PREFIX_PATH=${WORK}/elsewhere")

elseif(ROUTE STREQUAL "absolute_dirs") # as Nix does it
  # CMake refuses to install headers into the source tree, where build folders often are: use a copy.
  file(COPY "${PORTKIT}/CMakeLists.txt" "${PORTKIT}/LICENSE" "${PORTKIT}/cmake" "${PORTKIT}/include"
       DESTINATION "${WORK}/source")
  set(PORTKIT "${WORK}/source")
  install_portkit(-D "CMAKE_INSTALL_INCLUDEDIR=${WORK}/headers" -D "CMAKE_INSTALL_DATADIR=${WORK}/data")
  consume(find_package -D "portkit_DIR=${WORK}/data/cmake/portkit")
  file(STRINGS "${WORK}/data/pkgconfig/portkit.pc" line REGEX "^includedir=")
  if(NOT line STREQUAL "includedir=${WORK}/headers")
    message(FATAL_ERROR "portkit.pc: ${line}")
  endif()

elseif(ROUTE STREQUAL "pkg_config")
  find_program(pkg_config NAMES pkg-config pkgconf)
  if(NOT pkg_config)
    message(STATUS "SKIPPED: no pkg-config here")
    return()
  endif()
  install_portkit()
  file(RENAME "${WORK}/prefix" "${WORK}/elsewhere")
  set(ENV{PKG_CONFIG_PATH} "${WORK}/elsewhere/share/pkgconfig")
  run("${pkg_config}" --validate portkit)
  run("${pkg_config}" --exact-version=${VERSION} portkit)
  run("${pkg_config}" --cflags portkit)
  separate_arguments(cflags NATIVE_COMMAND "${output}")
  separate_arguments(flags NATIVE_COMMAND "${CXX_FLAGS}")
  run("${CXX}" ${flags} -std=c++20 ${cflags} "${consumer}/main.cpp" -o consumer)
  run("${WORK}/consumer")

elseif(ROUTE STREQUAL "bare_include")
  separate_arguments(flags NATIVE_COMMAND "${CXX_FLAGS}")
  run("${CXX}" ${flags} -std=c++20 "-I${PORTKIT}/include" "${consumer}/main.cpp" -o consumer)
  run("${WORK}/consumer")

elseif(ROUTE STREQUAL "quiet_subproject") # a parent gets a target from us, and nothing else
  consume(add_subdirectory -D "CMAKE_INSTALL_PREFIX=${WORK}/prefix")
  run("${CMAKE_COMMAND}" --install consumer --config Debug)
  file(GLOB_RECURSE installed RELATIVE "${WORK}/prefix" "${WORK}/prefix/*")
  if(NOT installed MATCHES "^bin/consumer(\\.exe)?$")
    message(FATAL_ERROR "The parent's installation holds: ${installed}")
  endif()
  run("${CMAKE_CTEST_COMMAND}" --test-dir consumer -N)
  if(NOT output MATCHES "Total Tests: 0")
    message(FATAL_ERROR "Tests of ours in the parent's suite:\n${output}")
  endif()
  file(STRINGS "${WORK}/consumer/CMakeCache.txt" entries REGEX "^[A-Za-z_]+:(BOOL|PATH|FILEPATH|STRING)=")
  list(FILTER entries EXCLUDE REGEX "^(CMAKE|PORTKIT)_|^(ROUTE|PORTKIT|VERSION):|^FETCHCONTENT_")
  if(entries)
    message(FATAL_ERROR "Entries of ours in the parent's cache: ${entries}")
  endif()

else()
  consume(${ROUTE})
endif()
