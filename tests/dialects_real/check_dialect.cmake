# SPDX-License-Identifier: BSL-1.0
# cmake -D PROGRAM=... -D DIALECT=nftables|iptables -D FOLDER=... -P check_dialect.cmake
# Loads what portkit prints into the kernel by the real tool, in a network namespace of its own, and has
# portkit read what the tool lists. SKIPPED where the tool or the right to do so is missing (Debian: nftables,
# iptables, util-linux).
cmake_minimum_required(VERSION 3.22...4.4)

set(load_nftables "nft -f" "nft list ruleset")
set(load_iptables "iptables-restore" "iptables-save")
list(GET load_${DIALECT} 0 load)
list(GET load_${DIALECT} 1 show)
set(in_namespace unshare --map-root-user --net sh -c)

# An empty rule set tells whether the tool runs here at all.
file(MAKE_DIRECTORY "${FOLDER}")
set(empty "${FOLDER}/${DIALECT}_empty")
set(rules "${FOLDER}/${DIALECT}_rules")
if(DIALECT STREQUAL "nftables")
  file(WRITE "${empty}" "table inet portkit {\n}\n")
else()
  file(WRITE "${empty}" "*filter\n-A INPUT -p tcp -m multiport --dports 1 -j ACCEPT\nCOMMIT\n")
endif()
execute_process(COMMAND ${in_namespace} "PATH=$PATH:/usr/sbin:/sbin; ${load} '${empty}' && ${show}"
                RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message("SKIPPED: ${DIALECT} does not run here: ${output}")
  return()
endif()

execute_process(COMMAND "${PROGRAM}" write ${DIALECT} OUTPUT_FILE "${rules}"
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${in_namespace} "PATH=$PATH:/usr/sbin:/sbin; ${load} '${rules}' && ${show}"
                RESULT_VARIABLE status OUTPUT_FILE "${rules}_listed" ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message("${output}")
  message(FATAL_ERROR "${DIALECT} refuses what portkit prints or reads")
endif()
execute_process(COMMAND "${PROGRAM}" check ${DIALECT} INPUT_FILE "${rules}_listed"
                COMMAND_ERROR_IS_FATAL ANY)
