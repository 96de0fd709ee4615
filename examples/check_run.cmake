# SPDX-License-Identifier: BSL-1.0
# cmake -D PROGRAM=file [-D "ARGUMENTS=one;two"] [-D STATUS=n]
#       [-D "OUTPUT=regex;..."] [-D NO_OUTPUT=regex] -P check_run.cmake
# Runs a program and holds it to its exit status, 0 unless STATUS says otherwise, and to its output
# (stderr and stdout as one text): each OUTPUT matches behind the match of the one before, and
# NO_OUTPUT nowhere. A dot matches a line's end too: write [^\n] where it should not.
cmake_minimum_required(VERSION 3.22...4.4)
if(NOT DEFINED STATUS)
  set(STATUS 0)
endif()

execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS} RESULT_VARIABLE status
                OUTPUT_VARIABLE output ERROR_VARIABLE output)
message("${output}") # on stderr, where ctest shows it if the test fails

if(status EQUAL 77 AND NOT STATUS EQUAL 77)
  message("PORTKIT SKIPPED: the program cannot run here")
  return()
endif()
if(NOT status EQUAL STATUS)
  message(FATAL_ERROR "exit status ${status}, expected ${STATUS}: ${PROGRAM} ${ARGUMENTS}")
endif()

set(rest "${output}")
foreach(regex IN LISTS OUTPUT)
  if(NOT rest MATCHES "${regex}")
    message(FATAL_ERROR "no match, at least not in this order, for: ${regex}")
  endif()
  set(match "${CMAKE_MATCH_0}")
  string(FIND "${rest}" "${match}" begin)
  string(LENGTH "${match}" length)
  math(EXPR begin "${begin} + ${length}")
  string(SUBSTRING "${rest}" ${begin} -1 rest)
endforeach()

if(NO_OUTPUT AND output MATCHES "${NO_OUTPUT}")
  message(FATAL_ERROR "the output must not match: ${NO_OUTPUT}")
endif()
