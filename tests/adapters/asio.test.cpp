// SPDX-License-Identifier: BSL-1.0
#include "adapters/asio_cases.hpp"

#include <asio/io_context.hpp>
#include <asio/ip/icmp.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/ip/udp.hpp>
#include <asio/use_future.hpp>

namespace {

struct Asio {
  using tcp = asio::ip::tcp;
  using udp = asio::ip::udp;
  using icmp = asio::ip::icmp;
  using address = asio::ip::address;
  using address_v4 = asio::ip::address_v4;
  using address_v6 = asio::ip::address_v6;
  using io_context = asio::io_context;
  using error_code = asio::error_code;
};

} // namespace

TEST_CASE("Asio: protocols and versions of addresses do not mix") {
  asio_cases::check_types<Asio>();
}

TEST_CASE("Asio: addresses there and back") {
  asio_cases::check_addresses<Asio>([](const char* text) { return asio::ip::make_address(text); });
}

TEST_CASE("Asio: endpoints there and back") {
  asio_cases::check_endpoints<Asio, portkit::Protocol::tcp>();
  asio_cases::check_endpoints<Asio, portkit::Protocol::udp>();
}

TEST_CASE("Asio: what its resolver misreads, portkit refuses") {
  asio_cases::check_misread<Asio>();
}

TEST_CASE("Asio: a port goes through the resolver unchanged") {
  asio_cases::check_resolver<Asio>();
}

TEST_CASE("Asio: a port goes through the asynchronous resolver unchanged") {
  asio_cases::check_async_resolver<Asio>(asio::use_future);
}
