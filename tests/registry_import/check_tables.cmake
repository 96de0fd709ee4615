# SPDX-License-Identifier: BSL-1.0
# cmake -D TOOL=portkit_registry -D FOLDER=... -P check_tables.cmake
# The imports of protocol numbers and schemes on small files, and that a row or a line which no rule
# accounts for stops them.
cmake_minimum_required(VERSION 3.22...4.4)

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")

function(run) # [arguments of the tool]: leaves result and output
  execute_process(COMMAND "${TOOL}" ${ARGN}
                  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(result "${result}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

# What is left of the csv after the rows given, so that all 256 numbers stand there.
function(import_protocols)
  list(JOIN ARGN "\r\n" rows)
  file(WRITE "${FOLDER}/protocols.csv"
       "Decimal,Keyword,Protocol,IPv6 Extension Header,Reference\r\n${rows}\r\n")
  run(import-protocols --table "${FOLDER}/protocols.txt" --date 2026-01-01 "${FOLDER}/protocols.csv")
  set(result "${result}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()
function(import_schemes)
  list(JOIN ARGN "\n" rows)
  file(WRITE "${FOLDER}/schemes.csv" "scheme,note,port,transport\n${rows}\n")
  run(import-schemes --table "${FOLDER}/schemes.txt" "${FOLDER}/schemes.csv")
  set(result "${result}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(must_pass)
  if(NOT result EQUAL 0)
    message(SEND_ERROR "failed: ${output}")
  endif()
endfunction()
function(must_fail message)
  if(result EQUAL 0)
    message(SEND_ERROR "passed, although it should say \"${message}\"")
  elseif(NOT output MATCHES "${message}")
    message(SEND_ERROR "not \"${message}\" but: ${output}")
  endif()
endfunction()

# The rows of a table, blanks folded.
function(must_be table)
  file(STRINGS "${FOLDER}/${table}" rows REGEX "^[^#]")
  list(TRANSFORM rows REPLACE " +" " ")
  if(NOT rows STREQUAL "${ARGN}")
    message(SEND_ERROR "${table} holds: ${rows}")
  endif()
endfunction()

set(rest "2-252,,Unassigned,,X" "253,,Use for experimentation and testing,Y,X" "254,,any other,N,X"
         "255,Reserved,,,X")
import_protocols("0,A,a,Y,X" "1,\"B (deprecated)\",\"b\r\nb\",,X" ${rest})
must_pass()
must_be(protocols.txt "0 extension A" "1 - B" "2-252 unassigned" "253 extension" "254 -" "255 reserved")

import_protocols("0,A,a,Y,X" ${rest})
must_fail("protocol number 1 is missing")
import_protocols("0,A,a,Y,X" "1,B,b,,X" "1,C,c,,X" ${rest})
must_fail("protocol number 2 is missing, doubled")
import_protocols("0,A,a,Y,X" "1,B,b,,X" "2-254,,Unassigned,,X")
must_fail("end before 255")
import_protocols("0-1,A,a,Y,X" ${rest})
must_fail("a range of numbers that is not unassigned")
import_protocols("0,A,a,maybe,X" "1,B,b,,X" ${rest})
must_fail("record 1, line 2: no rule")
import_protocols("0,,something new,,X" "1,B,b,,X" ${rest})
must_fail("no rule for the description: something new")
import_protocols("0,A,a,,X" "1,B (new remark),b,,X" ${rest})
must_fail("record 2, line 3: not a keyword")
import_protocols("zero,A,a,,X" "1,B,b,,X" ${rest})
must_fail("no number")

import_schemes("sip,x,5060,udp" "abc,x,1,tcp" "sip,\"y, z\",5060,tcp")
must_pass()
must_be(schemes.txt "abc 1 tcp" "sip 5060 udp,tcp")

import_schemes("sip,x,5060,udp" "sip,x,5061,tcp")
must_fail("record 2, line 3: sip has two ports")
import_schemes("sip,x,5060,udp" "sip,x,5060,udp")
must_fail("sip stands twice for udp")
import_schemes("sip,x,0,udp")
must_fail("\"0\" is no port")
import_schemes("sip,x,65536,udp")
must_fail("\"65536\" is no port")
import_schemes("sip,x,5060,quic")
must_fail("unknown transport")
import_schemes("Sip,x,5060,udp")
must_fail("no scheme in lower case")
import_schemes("1sip,x,5060,udp")
must_fail("no scheme in lower case")
import_schemes("a-scheme-of-17-by,x,5060,udp")
must_fail("no scheme in lower case")
