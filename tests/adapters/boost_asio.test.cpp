// SPDX-License-Identifier: BSL-1.0
#include "adapters/asio_cases.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/icmp.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/use_future.hpp>

namespace {

struct BoostAsio {
  using tcp = boost::asio::ip::tcp;
  using udp = boost::asio::ip::udp;
  using icmp = boost::asio::ip::icmp;
  using address = boost::asio::ip::address;
  using address_v4 = boost::asio::ip::address_v4;
  using address_v6 = boost::asio::ip::address_v6;
  using io_context = boost::asio::io_context;
  using error_code = boost::system::error_code;
};

} // namespace

TEST_CASE("Boost.Asio: protocols and versions of addresses do not mix") {
  asio_cases::check_types<BoostAsio>();
}

TEST_CASE("Boost.Asio: addresses there and back") {
  asio_cases::check_addresses<BoostAsio>(
      [](const char* text) { return boost::asio::ip::make_address(text); });
}

TEST_CASE("Boost.Asio: endpoints there and back") {
  asio_cases::check_endpoints<BoostAsio, portkit::Protocol::tcp>();
  asio_cases::check_endpoints<BoostAsio, portkit::Protocol::udp>();
}

TEST_CASE("Boost.Asio: what its resolver misreads, portkit refuses") {
  asio_cases::check_misread<BoostAsio>();
}

TEST_CASE("Boost.Asio: a port goes through the resolver unchanged") {
  asio_cases::check_resolver<BoostAsio>();
}

TEST_CASE("Boost.Asio: a port goes through the asynchronous resolver unchanged") {
  asio_cases::check_async_resolver<BoostAsio>(boost::asio::use_future);
}
