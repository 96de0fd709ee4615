// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_FORMAT_CASES_HPP
#define PORTKIT_TESTS_FORMAT_CASES_HPP

#include <array>

/// What std::format and {fmt} write alike for the TransportPort 443/tcp.
struct FormatCase {
  const char* format;
  const char* text;
};
inline constexpr std::array format_cases{
    FormatCase{"{}", "443/tcp"},
    FormatCase{"{0} {0:}", "443/tcp 443/tcp"},
    FormatCase{"{:10}|", "443/tcp   |"},
    FormatCase{"{:<10}|", "443/tcp   |"},
    FormatCase{"{:>10}", "   443/tcp"},
    FormatCase{"{:^10}|", " 443/tcp  |"},
    FormatCase{"{:*^11}", "**443/tcp**"},
    FormatCase{"{:.>9}", "..443/tcp"},
    FormatCase{"{:<<9}", "443/tcp<<"},
    FormatCase{"{:^>9}", "^^443/tcp"},
    FormatCase{"{:\u00E9>9}", "\u00E9\u00E9443/tcp"}, // two bytes, one column
    FormatCase{"{:\u20AC^9}", "\u20AC443/tcp\u20AC"}, // three bytes
    FormatCase{"{:1}", "443/tcp"},                    // never cut to the width
    FormatCase{"{:7}|", "443/tcp|"},
    FormatCase{"{:8}|", "443/tcp |"},
    FormatCase{"{:>}", "443/tcp"},
    FormatCase{"{:s}", "443/tcp"},
};

/// What both refuse: precisions first, which would print another port.
inline constexpr std::array refused_formats{
    "{:.3}", "{:.10}", "{:10.3}", "{:.>9.3}", "{:>.3}", "{:.{}}", "{:.3s}", "{:.0}", "{:d}",
    "{:x}",  "{:b}",   "{:c}",    "{:+}",     "{:#}",   "{:010}", "{:q}",   "{:*}",
};

#endif // PORTKIT_TESTS_FORMAT_CASES_HPP
