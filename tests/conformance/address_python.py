#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""python3 address_python.py PROGRAM [COUNT]

Addresses read and written by portkit and by Python's ipaddress. PROGRAM is built from address_python.cpp and
prints texts with portkit's answers. Fails on a difference that no rule below explains, and on a rule that
never applied."""

import ipaddress
import re
import subprocess
import sys

SEED = 5952
OLDEST = (3, 10)  # the first whose IPv4 octets have no leading zeros in every release

ZONE = "Python keeps any text behind a % as the zone; portkit takes a number of 32 bits"
ZERO = "Python writes the zone 0, which for portkit is none"
MAPPED = "Python before 3.13 writes v4-mapped addresses in hexadecimal, against RFC 5952 section 5"

rules = {ZONE: 0, ZERO: 0}
if sys.version_info < (3, 13):
    rules[MAPPED] = 0
compared = accepted = different = unexplained = 0


def read(version, text):
    """(bytes in hexadecimal, zone or None, canonical text), or None."""
    try:
        address = version(text)
    except ipaddress.AddressValueError:
        return None
    return address.packed.hex(), getattr(address, "scope_id", None), str(address)


def portkits(word):
    """As read(), of a reading that the program printed."""
    if word == "-":
        return None
    packed, scope, text = word.split("/")
    return packed, scope if scope != "0" else None, text


def is_scope_id(zone):
    return re.fullmatch("0|[1-9][0-9]{0,9}", zone) is not None and int(zone) < 2**32


def explain(theirs, ours, ours_without_zone):
    """The rules by which the two readings are nevertheless the same, or None."""
    if theirs is None:
        return None
    packed, zone, written = theirs
    used = []
    if zone is not None and not is_scope_id(zone):
        # Refused as a zone, but the address before it is read alike.
        if ours is not None or ours_without_zone is None or ours_without_zone[0] != packed:
            return None
        return [ZONE]
    if zone == "0":
        zone, written = None, written.removesuffix("%0")
        used.append(ZERO)
    if MAPPED in rules and packed.startswith("0" * 20 + "ffff"):
        octets = ".".join(str(octet) for octet in bytes.fromhex(packed[24:]))
        written = "::ffff:" + octets + ("" if zone is None else "%" + zone)
        used.append(MAPPED)
    return used if ours == (packed, zone, written) else None


def compare(text, theirs, ours, ours_without_zone):
    global compared, accepted, different, unexplained
    compared += 1
    accepted += ours is not None
    if theirs == ours:
        return
    different += 1
    used = explain(theirs, ours, ours_without_zone)
    if used:
        for rule in used:
            rules[rule] += 1
        return
    unexplained += 1
    if unexplained <= 20:
        print(f"NOT EXPLAINED: {text!r}: portkit: {ours}, Python: {theirs}")


def main(program, count="1000000"):
    if sys.version_info < OLDEST:
        print("SKIPPED: Python is older than {}.{}".format(*OLDEST))
        return 0
    print(f"{count} inputs of each kind, seed {SEED}")
    with subprocess.Popen([program, count, str(SEED)], stdout=subprocess.PIPE, encoding="ascii") as answers:
        for line in answers.stdout:
            text, ipv4, ipv6, ipv6_without_zone = line.split()
            text = bytes.fromhex(text[1:]).decode("latin-1")
            compare(text, read(ipaddress.IPv4Address, text), portkits(ipv4), None)
            compare(text, read(ipaddress.IPv6Address, text), portkits(ipv6), portkits(ipv6_without_zone))
    is_complete = answers.returncode == 0 and compared == 2 * int(count) and accepted != 0
    version = ".".join(str(number) for number in sys.version_info[:3])
    print(f"ipaddress of Python {version}: {compared} compared, {accepted} of them accepted by portkit; "
          f"{different} differ, {unexplained} of these without an explanation")
    for rule, count in rules.items():
        print(f"{count:12}  {rule}" + ("  <- NEVER APPLIED" if count == 0 else ""))
    return 0 if is_complete and unexplained == 0 and all(rules.values()) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
