# SPDX-License-Identifier: BSL-1.0
# cmake -D COMPILER=g++ -D SOURCE=codegen.cpp -D "FLAGS=-I;dir;..." -P this
# Compiles the source to assembly at -O2 and compares the functions portkit_x and integer_x of it,
# instruction by instruction: what a port costs is what its integer costs. GCC and Clang only.
cmake_minimum_required(VERSION 3.22...4.4)

set(options -std=c++20 -O2 -S -o - -g0 -fno-asynchronous-unwind-tables)
execute_process(COMMAND "${COMPILER}" --version OUTPUT_VARIABLE version)
if(version MATCHES "Free Software Foundation")
  list(APPEND options -fno-ipa-icf) # else one of two equal functions may just jump to the other
endif()
execute_process(COMMAND "${COMPILER}" ${FLAGS} ${options} "${SOURCE}"
                RESULT_VARIABLE status OUTPUT_VARIABLE assembly ERROR_VARIABLE errors)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${SOURCE} does not compile:\n${errors}")
endif()

# Instructions of each function, without comments, directives, labels and the names of labels.
set(functions "")
set(current "")
string(REPLACE ";" "@" assembly "${assembly}")
string(REGEX REPLACE "[][]" "|" assembly "${assembly}") # brackets would join list elements
string(REPLACE "\n" ";" assembly "${assembly}")
foreach(line IN LISTS assembly)
  string(REGEX REPLACE "[ \t]*(##?|//|@) .*$" "" line "${line}")
  if(line MATCHES "^_?((portkit|integer|mirrored)_[A-Za-z0-9_]+):")
    set(current "${CMAKE_MATCH_1}")
    list(APPEND functions "${current}")
    set("code_${current}" "")
  elseif(line MATCHES "^[ \t]*\\.size")
    set(current "")
  elseif(line MATCHES "^[ \t]+[A-Za-z]" AND current)
    string(REGEX REPLACE "\\.?L[A-Za-z_]*[0-9]+(_[0-9]+)?" "label" line "${line}")
    string(REGEX REPLACE "[ \t]+" " " line "${line}")
    string(APPEND "code_${current}" "${line}\n")
  endif()
endforeach()

set(pairs 0)
set(differences "")
foreach(function IN LISTS functions)
  if(NOT function MATCHES "^portkit_(.*)$")
    continue()
  endif()
  set(name "${CMAKE_MATCH_1}")
  math(EXPR pairs "${pairs} + 1")
  if(NOT "integer_${name}" IN_LIST functions)
    message(FATAL_ERROR "${SOURCE}: ${function} has no integer_${name} beside it")
  endif()
  if(code_${function} STREQUAL "")
    message(FATAL_ERROR "${SOURCE}: no instruction of ${function} was understood")
  endif()
  if(code_${function} STREQUAL code_integer_${name} OR
     ("mirrored_${name}" IN_LIST functions AND code_${function} STREQUAL code_mirrored_${name}))
    continue()
  endif()
  string(APPEND differences "${function} is not integer_${name}:\n${code_${function}}"
                            "but\n${code_integer_${name}}")
endforeach()

if(pairs EQUAL 0)
  message(FATAL_ERROR "${SOURCE}: no pair of functions was found")
endif()
if(differences)
  message(FATAL_ERROR "${SOURCE}\n${differences}")
endif()
message(STATUS "${pairs} pairs of functions have the same machine code")
