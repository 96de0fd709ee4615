# SPDX-License-Identifier: BSL-1.0
# cmake -D TOOL=portkit_registry -D FOLDER=... -P check_import.cmake
# The import on small files: what becomes of names that IANA renames or withdraws, and that a row which
# no rule accounts for stops it.
cmake_minimum_required(VERSION 3.22...4.4)

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
set(table "${FOLDER}/services.txt")
string(CONCAT header "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,"
                     "Registration Date,Modification Date,Reference,Service Code,"
                     "Unauthorized Use Reported,Assignment Notes")

# Writes a csv of the given rows ("name,port,transport,description,notes") and imports it.
function(import date result_var output_var)
  set(text "${header}\r\n")
  foreach(row IN LISTS ARGN)
    string(REGEX REPLACE "^([^,]*),([^,]*),([^,]*),([^,]*),(.*)$" "\\1,\\2,\\3,\\4,,,,,,,,\\5" row "${row}")
    string(APPEND text "${row}\r\n")
  endforeach()
  file(WRITE "${FOLDER}/${date}.csv" "${text}")
  execute_process(COMMAND "${TOOL}" import --table "${table}" --date ${date} "${FOLDER}/${date}.csv"
                  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(${result_var} "${result}" PARENT_SCOPE)
  set(${output_var} "${output}" PARENT_SCOPE)
endfunction()

function(must_import date)
  import(${date} result output ${ARGN})
  if(NOT result EQUAL 0)
    message(SEND_ERROR "${date}: the import failed: ${output}")
  endif()
endfunction()

function(must_refuse what message)
  import(2026-12-31 result output ${ARGN})
  if(result EQUAL 0)
    message(SEND_ERROR "${what}: imported, although it is wrong")
  elseif(NOT output MATCHES "${message}")
    message(SEND_ERROR "${what}: not \"${message}\" but: ${output}")
  endif()
endfunction()

# Each of the patterns, blanks folded, is a row of the table.
function(must_hold)
  file(STRINGS "${table}" lines)
  list(TRANSFORM lines REPLACE " +" " ")
  foreach(row IN LISTS ARGN)
    if(NOT row IN_LIST lines)
      message(SEND_ERROR "no row \"${row}\" in the table")
    endif()
  endforeach()
endfunction()

must_import(2026-01-01 "alpha,1000,tcp,A," "alpha,1000,udp,A," "beta,1001,tcp,B," "gamma,1002,tcp,C,"
            ",1003,tcp,Unassigned," "delta,,tcp,no port,")
must_hold("1000 tcp,udp alpha" "1001 tcp beta" "1002 tcp gamma")

# beta gets another name, gamma goes, and so does alpha's udp port.
must_import(2026-02-01 "alpha,1000,tcp,A," "beta-new,1001,tcp,B,")
must_hold("1000 tcp alpha" "1000 udp alpha withdrawn 2026-02-01" "1001 tcp beta-new"
          "1001 tcp beta renamed beta-new 2026-02-01" "1002 tcp gamma withdrawn 2026-02-01")

# Tombstones are carried along, and go when IANA lists the name again.
must_import(2026-03-01 "alpha,1000,tcp,A," "beta-new,1001,tcp,B," "gamma,1002,tcp,C,")
must_hold("1001 tcp beta renamed beta-new 2026-02-01" "1002 tcp gamma")
file(READ "${table}" before)
if(before MATCHES "gamma withdrawn")
  message(SEND_ERROR "gamma is back, and its tombstone still stands")
endif()

# The same csv again changes nothing.
must_import(2026-03-01 "alpha,1000,tcp,A," "beta-new,1001,tcp,B," "gamma,1002,tcp,C,")
file(READ "${table}" after)
if(NOT before STREQUAL after)
  message(SEND_ERROR "a second import of one csv changed the table")
endif()

must_refuse("no rule" "no rule for the description" ",7,tcp,Something new,")
must_refuse("unknown transport" "unknown transport" "alpha,7,quic,A,")
must_refuse("port too large" "no port or range" "alpha,65536,tcp,A,")
must_refuse("range backwards" "no port or range" "alpha,9-8,tcp,A,")
must_refuse("name too long" "1 to 15 characters" "a-name-of-16-char,7,tcp,A,")
must_refuse("duplicate" "stands twice" "alpha,7,tcp,A," "alpha,7,tcp,A,")
must_refuse("case only" "differ only in case" "alpha,7,tcp,A," "ALPHA,8,tcp,A,")
must_refuse("alias of nothing" "does not stand at port"
            "al_pha,7,tcp,A,\"This entry is an alias to \"\"alpha\"\".\"")
file(READ "${table}" after)
if(NOT before STREQUAL after)
  message(SEND_ERROR "a refused import changed the table")
endif()
