# SPDX-License-Identifier: BSL-1.0
# cmake -D COMPILER=... -D FLAGS=a;b -D FOLDER=... -P check_objects.cmake
# Compiles each source beside this file and looks for the registry's two halves in the object: the name
# pool of port -> name, and the hash slots of name -> port.
cmake_minimum_required(VERSION 3.22...4.4)

# The first names of the pool, and where the slot of tcpmux begins: its word at 0, twice.
set(pool "tcpmuxrjeechodiscard")
set(slots "tcpmtcpm")

function(check source optimisation has_pool has_slots largest)
  set(object "${FOLDER}/${source}.o")
  execute_process(
    COMMAND "${COMPILER}" ${FLAGS} -std=c++20 ${optimisation} -c
            "${CMAKE_CURRENT_LIST_DIR}/${source}.cpp" -o "${object}"
    COMMAND_ERROR_IS_FATAL ANY)
  file(READ "${object}" bytes HEX)
  file(SIZE "${object}" size)
  foreach(half pool slots)
    string(HEX "${${half}}" wanted)
    string(FIND "${bytes}" "${wanted}" place)
    set(found TRUE)
    if(place EQUAL -1)
      set(found FALSE)
    endif()
    if(NOT found STREQUAL has_${half})
      message(SEND_ERROR "${source} ${optimisation}: ${half} found: ${found}, wanted: ${has_${half}}")
    endif()
  endforeach()
  if(size GREATER largest)
    message(SEND_ERROR "${source} ${optimisation}: ${size} bytes, at most ${largest} wanted")
  endif()
  message(STATUS "${source} ${optimisation}: ${size} bytes")
endfunction()

file(MAKE_DIRECTORY "${FOLDER}")
foreach(optimisation -O0 -O2)
  check(constants ${optimisation} FALSE FALSE 10000)
  check(port_to_name ${optimisation} TRUE FALSE 200000)
  check(name_to_port ${optimisation} FALSE TRUE 220000)
  check(printing ${optimisation} FALSE FALSE 130000) # -O0 keeps every template
endforeach()
