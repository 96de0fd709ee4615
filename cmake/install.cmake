# SPDX-License-Identifier: BSL-1.0
# What `cmake --install` puts where. In a file of its own because GNUInstallDirs writes cache entries
# that a parent project has not asked for unless it installs us.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(PORTKIT_INSTALL_CMAKEDIR "${CMAKE_INSTALL_DATADIR}/cmake/portkit" CACHE STRING
    "Where the CMake package files go, relative to the prefix")
set(PORTKIT_INSTALL_PKGCONFIGDIR "${CMAKE_INSTALL_DATADIR}/pkgconfig" CACHE STRING
    "Where portkit.pc goes, relative to the prefix")
mark_as_advanced(PORTKIT_INSTALL_CMAKEDIR PORTKIT_INSTALL_PKGCONFIGDIR)

target_include_directories(portkit INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

configure_package_config_file(cmake/portkit-config.cmake.in portkit-config.cmake
                              INSTALL_DESTINATION "${PORTKIT_INSTALL_CMAKEDIR}")
# While the version is 0.x a minor release may break; without ARCH_INDEPENDENT a 32-bit consumer would
# refuse a package made on a 64-bit machine.
write_basic_package_version_file(portkit-config-version.cmake
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)

# Relative to the .pc file, so that the prefix can be moved; literal when a packager chose absolute paths.
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}" OR IS_ABSOLUTE "${PORTKIT_INSTALL_PKGCONFIGDIR}")
  set(pc_includedir "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
else()
  file(RELATIVE_PATH pc_includedir
       "/${PORTKIT_INSTALL_PKGCONFIGDIR}" "/${CMAKE_INSTALL_INCLUDEDIR}")
  set(pc_includedir "\${pcfiledir}/${pc_includedir}")
endif()
configure_file(cmake/portkit.pc.in portkit.pc @ONLY)

install(TARGETS portkit EXPORT portkit-targets)
install(DIRECTORY include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT portkit_dev
        FILES_MATCHING PATTERN "*.hpp")
install(EXPORT portkit-targets NAMESPACE portkit:: DESTINATION "${PORTKIT_INSTALL_CMAKEDIR}"
        COMPONENT portkit_dev)
install(FILES "${PROJECT_BINARY_DIR}/portkit-config.cmake"
              "${PROJECT_BINARY_DIR}/portkit-config-version.cmake"
        DESTINATION "${PORTKIT_INSTALL_CMAKEDIR}" COMPONENT portkit_dev)
install(FILES "${PROJECT_BINARY_DIR}/portkit.pc" DESTINATION "${PORTKIT_INSTALL_PKGCONFIGDIR}"
        COMPONENT portkit_dev)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/licenses/portkit" COMPONENT portkit_dev)
