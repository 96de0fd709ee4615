# SPDX-License-Identifier: BSL-1.0
# cmake -P cmake/dev.cmake COMMAND [arguments]
# From a fresh machine with a compiler and CMake to a result, in one command. A CMake script, because
# cmake is the one tool that every user of this library surely has, on every system.
cmake_minimum_required(VERSION 3.22...4.4)
set(usage "usage: cmake -P cmake/dev.cmake COMMAND
  example [ARGUMENTS]  build examples/portinfo.cpp and run it, say: example 443/tcp https
  test                 build and run all tests
  package              run the tests of how the library is consumed, and no others
  bench [ARGUMENTS]    compare with the peers, say: bench --benchmark_filter=find_port
Environment: CXX names the compiler; PORTKIT_NO_SYSTEM_INSTALL=1 keeps this script from apt-get.")
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH root)
cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)

# The words after `-P script`.
set(words "")
set(script ${CMAKE_ARGC})
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(i GREATER script)
    list(APPEND words "${CMAKE_ARGV${i}}")
  elseif(CMAKE_ARGV${i} STREQUAL "-P")
    math(EXPR script "${i} + 1")
  endif()
endforeach()
list(REMOVE_ITEM words "--")
list(POP_FRONT words command)

# Names each command it runs, so that one command hides nothing. SHOW lets the output through; else it
# is kept in `output`. A failure ends the script, unless TRY leaves the judgement to the caller.
function(run)
  cmake_parse_arguments(PARSE_ARGV 0 arg "SHOW;TRY" "" "COMMAND")
  list(JOIN arg_COMMAND " " line)
  message(STATUS "${line}")
  set(output "")
  if(arg_SHOW)
    execute_process(COMMAND ${arg_COMMAND} RESULT_VARIABLE status)
  else()
    execute_process(COMMAND ${arg_COMMAND} RESULT_VARIABLE status
                    OUTPUT_VARIABLE output ERROR_VARIABLE output)
  endif()
  if(NOT status EQUAL 0 AND NOT arg_TRY)
    message("${output}")
    message(FATAL_ERROR "status ${status}: ${line}")
  endif()
  set(status "${status}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

# On Debian and its kin packages come from apt; elsewhere this does nothing.
function(install_packages)
  find_program(apt_get apt-get)
  if(NOT apt_get OR "$ENV{PORTKIT_NO_SYSTEM_INSTALL}")
    return()
  endif()
  set(as_root "")
  execute_process(COMMAND id -u OUTPUT_VARIABLE user OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT user EQUAL 0)
    find_program(sudo sudo)
    if(NOT sudo)
      message(STATUS "Neither root nor sudo: cannot install ${ARGN}")
      return()
    endif()
    set(as_root "${sudo}")
  endif()
  set(ENV{DEBIAN_FRONTEND} noninteractive)
  run(TRY COMMAND ${as_root} "${apt_get}" update)
  foreach(package IN LISTS ARGN) # one by one: a release without one of them still gets the others
    run(TRY COMMAND ${as_root} "${apt_get}" install -y --no-install-recommends ${package})
    if(NOT status EQUAL 0)
      message("${output}")
    endif()
  endforeach()
endfunction()

# Ninja, else make; on Windows CMake knows better than PATH.
function(choose_generator)
  set(generator "" PARENT_SCOPE)
  if(CMAKE_HOST_WIN32 OR DEFINED ENV{CMAKE_GENERATOR})
    return()
  endif()
  find_program(ninja NAMES ninja ninja-build)
  find_program(make NAMES gmake make)
  if(NOT ninja AND NOT make)
    install_packages(ninja-build)
    find_program(ninja NAMES ninja)
  endif()
  if(ninja)
    set(generator -G Ninja PARENT_SCOPE)
  elseif(make)
    set(generator -G "Unix Makefiles" PARENT_SCOPE)
  else()
    message(FATAL_ERROR "Neither ninja nor make is here. Install one, say with
  apt-get install ninja-build, dnf install ninja-build, brew install ninja")
  endif()
endfunction()

# Configures build/<name>. What the project then says it misses is sought in this order: installed
# already, the system's package manager, a download.
function(configure name)
  set(build "${root}/build/${name}")
  if(DEFINED ENV{CXX}) # a build folder keeps the compiler it began with
    string(REGEX REPLACE "[^A-Za-z0-9+._-]+" "_" compiler "$ENV{CXX}")
    string(APPEND build "-${compiler}")
  endif()
  set(build "${build}" PARENT_SCOPE)
  choose_generator()
  set(line "${CMAKE_COMMAND}" -S "${root}" -B "${build}" ${generator}
      -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_EXTENSIONS=OFF ${ARGN})
  run(TRY COMMAND ${line} -D PORTKIT_FETCH=OFF)
  string(REGEX MATCHALL "portkit: missing [^ \n]+" missing "${output}")
  list(TRANSFORM missing REPLACE ".* " "")
  if(missing)
    install_packages(${missing})
    run(TRY COMMAND ${line} -D PORTKIT_FETCH=ON)
  endif()
  if(NOT status EQUAL 0)
    message("${output}")
    if(missing)
      message("What is missing comes by any of these:
  apt-get install doctest-dev libbenchmark-dev
  brew install doctest google-benchmark
  vcpkg install doctest benchmark (and name its toolchain file in CMAKE_TOOLCHAIN_FILE)
  conan install --requires=doctest/2.5.2 --requires=benchmark/1.9.5 --generator=CMakeDeps")
    endif()
    message(FATAL_ERROR "could not configure ${build}")
  endif()
endfunction()

function(build) # [--target name]
  run(SHOW COMMAND "${CMAKE_COMMAND}" --build "${build}" --config Release --parallel ${cores} ${ARGV})
endfunction()

function(run_program folder name)
  # Generators of many configurations put programs one folder deeper.
  find_program(program ${name} PATHS "${build}/${folder}" PATH_SUFFIXES Release NO_DEFAULT_PATH REQUIRED)
  run(SHOW COMMAND "${program}" ${words})
endfunction()

function(run_tests)
  run(SHOW COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${build}" --build-config Release
      --output-on-failure --no-tests=error --parallel ${cores} ${ARGV})
endfunction()

if(command STREQUAL "example")
  configure(example -D PORTKIT_BUILD_TESTS=OFF)
  build(--target portinfo)
  run_program(examples portinfo)
elseif(command STREQUAL "test")
  configure(test)
  build()
  run_tests()
elseif(command STREQUAL "package")
  configure(test)
  run_tests(--label-regex package)
elseif(command STREQUAL "bench")
  configure(bench -D PORTKIT_BUILD_TESTS=OFF -D PORTKIT_BUILD_EXAMPLES=OFF -D PORTKIT_BUILD_BENCH=ON)
  build(--target portkit_bench)
  run_program(bench portkit_bench)
else()
  message("${usage}")
  message(FATAL_ERROR "no such command: '${command}'")
endif()
