# SPDX-License-Identifier: BSL-1.0
# cmake -D CASE=x.fail.cpp -D COMPILER=... -D COMPILER_ID=GNU|Clang|... -D "FLAGS=-I;dir;..." -P this
# One refused use. The file holds two programs: with PORTKIT_CONTROL the nearest legal neighbour, which
# must compile without a word, and the refused line, which must not compile and whose diagnostics must
# match each `// EXPECT: regex` (`// EXPECT-GCC:`, `// EXPECT-CLANG:` where the compilers differ).
# The control proves that nothing but the refused line is wrong; the message, that it is wrong as meant.
cmake_minimum_required(VERSION 3.22...4.4)
set(ENV{LC_ALL} C) # GCC's curly quotes of other locales would escape the expressions

if(COMPILER_ID MATCHES "Clang")
  set(family CLANG)
elseif(COMPILER_ID STREQUAL "GNU")
  set(family GCC)
else()
  set(family ${COMPILER_ID})
endif()
if(COMPILER_ID STREQUAL "MSVC")
  set(check_only /nologo /Zs /EHsc /std:c++20 /W4)
  set(define /D)
else()
  # Names that nobody uses are what such a program is made of.
  set(check_only -std=c++20 -fsyntax-only -Wall -Wextra -Wno-unused-variable -Wno-unused-const-variable)
  set(define -D)
endif()

function(compile) # leaves status and output
  execute_process(COMMAND "${COMPILER}" ${check_only} ${FLAGS} ${ARGN} "${CASE}"
                  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(COMPILER_ID STREQUAL "MSVC") # it always prints the name of the source
    string(REGEX REPLACE "^[^\n]*\\.cpp\r?\n" "" output "${output}")
  endif()
  set(status "${status}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(fail why) # the output apart, as an error message would be wrapped
  message("${output}")
  message(FATAL_ERROR "${CASE}: ${why}")
endfunction()

set(output "")
file(READ "${CASE}" text)
if(NOT text MATCHES "PORTKIT_CONTROL")
  fail("has no control, the neighbour that compiles")
endif()

compile(${define}PORTKIT_CONTROL)
if(NOT status EQUAL 0 OR NOT output STREQUAL "")
  fail("the control must compile without a word (status ${status})")
endif()

compile()
if(status EQUAL 0)
  fail("compiles, but must be refused")
endif()
# Line by line out of the text, never through a list: expressions may hold brackets and semicolons.
set(expected 0)
while(text MATCHES "^(// [^\n]*)\n")
  set(line "${CMAKE_MATCH_1}")
  string(LENGTH "${line}" length)
  math(EXPR length "${length} + 1")
  string(SUBSTRING "${text}" ${length} -1 text)
  if(line MATCHES "^// EXPECT(-${family})?: *(.*[^ \r])")
    set(regex "${CMAKE_MATCH_2}")
    math(EXPR expected "${expected} + 1")
    if(NOT output MATCHES "${regex}")
      fail("refused, but without a match for '${regex}'")
    endif()
  endif()
endwhile()
if(expected EQUAL 0)
  fail("no EXPECT line for ${family} among the comments it begins with")
endif()
