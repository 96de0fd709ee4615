// SPDX-License-Identifier: BSL-1.0
// node url.mjs PROGRAM COUNT [SEED]: runs PROGRAM (url.cpp) and compares what portkit makes of each URL
// with what Node's URL does, which follows the WHATWG URL Standard. Where both take a URL, scheme, host
// and port are the same; every difference is one that a rule below explains, and every rule explains
// some. A URL that portkit takes and browsers read otherwise is what this test is there to find.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const defaultPorts = { http: 80, https: 443, ws: 80, wss: 443, ftp: 21 };
const isSpecial = (scheme) => scheme in defaultPorts || scheme === 'file';

const oldAddressErrors = new Set(['not_an_address_character', 'missing_octet', 'too_many_octets',
                                  'octet_leading_zero', 'octet_out_of_range']);
const isIpv4 = (host) => /^\d+\.\d+\.\d+\.\d+$/.test(host);

/** What stands between // and the next / ? or #, as RFC 3986 has it. */
const authorityOf = (url) => /\/\/([^/?#]*)/.exec(url)?.[1] ?? '';

// portkit refuses, Node does not. `at` is the byte that portkit marks, `after` the rest behind it.
const refusedHere = {
  'a blank or control character is not stripped': ({ at, after }) =>
    at <= 0x20 || ((at === 0x25 || at === 0x3A) && /^.?[\t\n\r]/.test(after)), // inside %41 or ::
  'a backslash is no slash': ({ at, url, theirs }) =>
    isSpecial(theirs.scheme) && (at === 0x5C || authorityOf(url).includes('\\')),
  'two slashes are not optional': ({ code, theirs }) =>
    code === 'missing_authority' && isSpecial(theirs.scheme),
  'a URL without an authority has no host': ({ code, theirs }) =>
    code === 'missing_authority' && !isSpecial(theirs.scheme),
  'further slashes are no part of the two': ({ code, url, theirs }) =>
    code === 'missing_host' && isSpecial(theirs.scheme) && /^[a-z]+:\/\/([^@/\\]*@)?[/\\]/i.test(url),
  'a scheme with a default port needs a host': ({ code, theirs }) =>
    code === 'missing_host' && !isSpecial(theirs.scheme) && theirs.host === '',
  'the user information ends at the first @': ({ url }) => /@.*@/s.test(authorityOf(url)),
  'the user information is that of RFC 3986': ({ code, at, after, theirs }) =>
    code === 'not_a_host_character' && at !== 0x40 && theirs.hasUser && authorityOf('//' + after).includes('@'),
  'a drive is no host': ({ code, at, theirs }) =>
    code === 'not_a_host_character' && at === 0x7C && theirs.scheme === 'file' && theirs.host === '',
  'a host is ASCII': ({ code, at }) => code === 'not_a_host_character' && at >= 0x80,
  'a host is that of RFC 3986': ({ code, at }) =>
    code === 'not_a_host_character' && '"`{}'.includes(String.fromCharCode(at)),
  'a host of an unknown scheme is that of RFC 3986 too': ({ code, at, theirs }) =>
    code === 'not_a_host_character' && !isSpecial(theirs.scheme) && (at === 0x25 || at === 0x7F || at < 0x20),
  'an IPv4 address has one spelling': ({ code, theirs }) =>
    oldAddressErrors.has(code) && isSpecial(theirs.scheme) && isIpv4(theirs.host),
  'a name of dots, or of a number and dots, is no host': ({ code, theirs }) =>
    oldAddressErrors.has(code) && isSpecial(theirs.scheme) && /\.$/.test(theirs.host),
  'an IPv4 address of an unknown scheme is one too': ({ code, theirs }) =>
    oldAddressErrors.has(code) && !isSpecial(theirs.scheme),
};

// portkit takes it, Node refuses.
const refusedThere = {
  'a percent-encoded host is decoded': ({ ours }) => isSpecial(ours.scheme) && ours.host.includes('%'),
  'a Punycode label is checked': ({ ours }) => isSpecial(ours.scheme) && /(^|\.)xn--/.test(ours.host),
  'a file URL has neither user nor port': ({ ours, url }) =>
    ours.scheme === 'file' && /@|:\d*$/.test(authorityOf(url)),
};

// Both take it, and the host differs in spelling.
const spelled = {
  'a percent-encoded host is decoded to a name': ({ ours, theirs }) =>
    isSpecial(ours.scheme) && ours.host.includes('%') && !isIpv4(theirs.host),
  'a percent-encoded host is mapped to an address': ({ ours, theirs }) =>
    isSpecial(ours.scheme) && ours.host.includes('%') && isIpv4(theirs.host),
  'a host of an unknown scheme keeps its case': ({ ours, theirs }) =>
    !isSpecial(ours.scheme) && ours.host.toLowerCase() === theirs.host.toLowerCase(),
  'an IPv4 address in an IPv6 address is written in hexadecimal': ({ ours, theirs }) =>
    /^\[::ffff:.*\.\d+\]$/.test(ours.host) && new URL('http://' + ours.host).hostname === theirs.host,
  'the host of a file URL is not localhost': ({ ours, theirs }) =>
    ours.scheme === 'file' && ours.host === 'localhost' && theirs.host === '',
  'the host of a file URL is no drive': ({ ours, theirs }) =>
    ours.scheme === 'file' && /^[a-z]$/.test(ours.host) && theirs.host === '',
};

const fired = new Map();
for (const rules of [refusedHere, refusedThere, spelled])
  for (const name of Object.keys(rules)) fired.set(name, 0);

function isExplained(rules, facts) {
  for (const [name, applies] of Object.entries(rules))
    if (applies(facts)) {
      fired.set(name, fired.get(name) + 1);
      return true;
    }
  return false;
}

function readAsNode(url) {
  try {
    const read = new URL(url);
    const scheme = read.protocol.slice(0, -1);
    return { scheme, host: read.hostname, hasUser: read.username !== '' || read.password !== '',
             port: read.port === '' ? defaultPorts[scheme] ?? null : Number(read.port) };
  } catch {
    return null;
  }
}

/** True if the two agree, or differ as a rule says. */
function isRight([url, code, position, scheme, host, port, effectivePort]) {
  const theirs = readAsNode(url);
  if (code !== null) {
    if (theirs === null) return true;
    const bytes = Buffer.from(url);
    return isExplained(refusedHere, { url, code, theirs, at: bytes[position] ?? -1,
                                      after: bytes.subarray(position + 1).toString() });
  }
  const ours = { scheme: scheme.toLowerCase(), host, port };
  if (theirs === null) return isExplained(refusedThere, { url, ours });
  // What has no default port in the standard is compared by the port in the text.
  const oursEffective = ours.scheme in defaultPorts ? effectivePort : port;
  if (ours.scheme !== theirs.scheme || oursEffective !== theirs.port) return false;
  return host === theirs.host || isExplained(spelled, { url, ours, theirs });
}

const [program, count, seed = '1'] = process.argv.slice(2);
const child = spawn(program, [count, seed], { stdio: ['ignore', 'pipe', 'inherit'] });
let compared = 0;
let taken = 0;
let wrong = 0;
for await (const line of createInterface({ input: child.stdout, crlfDelay: 0 })) {
  const answer = JSON.parse(line);
  ++compared;
  if (answer[1] === null) ++taken;
  if (isRight(answer)) continue;
  if (++wrong <= 30) console.log(`UNEXPLAINED ${line}\n  Node: ${JSON.stringify(readAsNode(answer[0]))}`);
}
for (const [name, times] of fired) console.log(`${String(times).padStart(8)}  ${name}`);
const idle = [...fired].filter(([, times]) => times === 0).length;
console.log(`${compared} URLs, ${taken} taken by portkit, ${wrong} unexplained, ${idle} rules of no use`);
const isComplete = compared === Number(count) && taken * 10 > compared;
process.exitCode = isComplete && wrong === 0 && idle === 0 ? 0 : 1;
