// swift-tools-version: 6.3
import PackageDescription

// Swift 6 mode comes with the tools version; these are the upcoming features that make a module say what it uses. A warning
// ends the build that meets it: one that only the next clean build shows is met by somebody else.
// A release can be tested, so that what is tried is what is given away (BUILD=release in the Makefile).
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

// The planner, the arithmetic of time and the reading of logs are pure loops: unoptimized they are most of what tests, the demo and the
// documentation's commands wait for.
let fast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Tests would gain less from the optimizer than it takes, and it ends itself at a coroutine of theirs (Swift 6.3.1).
let tests = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
    name: "meridian",
    products: [
        .executable(name: "meridian", targets: ["meridian"]),
        // For Benchmarks/ and Fuzzing/, packages of their own.
        .library(name: "CivilTime", targets: ["CivilTime"]),
        .library(name: "TimeZoneCatalog", targets: ["TimeZoneCatalog"]),
        .library(name: "CalendarLint", targets: ["CalendarLint"]),
        .library(name: "ChatLogs", targets: ["ChatLogs"]),
        .library(name: "ProgramFile", targets: ["ProgramFile"]),
        .library(name: "Mentoring", targets: ["Mentoring"]),
        .library(name: "MentoringAPI", targets: ["MentoringAPI"]),
        .library(name: "MentoringService", targets: ["MentoringService"]),
        .library(name: "ICalendar", targets: ["ICalendar"]),
        .library(name: "WebServer", targets: ["WebServer"]),
        .library(name: "Persistence", targets: ["Persistence"]),
        .library(name: "Mail", targets: ["Mail"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        // The house, from the foundations up: a target may depend only on those above it (ArchitectureTests).
        .systemLibrary(name: "CBuildFacts"),
        .systemLibrary(name: "CLibical", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CTerminal"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CivilTime", swiftSettings: fast),
        .target(
            name: "CTimeZoneData", path: "timezones",
            exclude: ["README.md", "refresh", "regions.json", "tzdata.zi", "windows.txt", "zones.pack"],
            publicHeadersPath: "include"),
        .target(name: "TimeZoneCatalog", dependencies: ["CivilTime", "CTimeZoneData"], swiftSettings: fast),
        .target(name: "CalendarLint", dependencies: ["CivilTime", "TimeZoneCatalog"], swiftSettings: strict),
        .target(name: "ChatLogs", dependencies: ["CivilTime"], swiftSettings: fast),
        .target(name: "Rotation", swiftSettings: fast),
        .target(
            name: "Mentoring", dependencies: ["CivilTime", "TimeZoneCatalog", "ChatLogs"], swiftSettings: strict),
        .target(
            name: "MentoringAPI", dependencies: ["CivilTime", "TimeZoneCatalog", "ChatLogs", "Mentoring"],
            swiftSettings: strict),
        .target(name: "Templates", swiftSettings: strict),
        .target(
            name: "Wording",
            dependencies: [
                "CTerminal", "CivilTime", "TimeZoneCatalog", "ChatLogs", "Rotation", "Mentoring", "MentoringAPI",
                "Templates",
            ],
            swiftSettings: strict),
        .target(
            name: "ProgramFile",
            dependencies: ["CivilTime", "TimeZoneCatalog", "Mentoring", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "SeasonPlanning",
            dependencies: ["CivilTime", "TimeZoneCatalog", "Rotation", "Mentoring", "MentoringAPI", "Wording"],
            swiftSettings: strict),
        .target(
            name: "MentoringService",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "ChatLogs", "Mentoring", "MentoringAPI", "Wording", "ProgramFile",
                "SeasonPlanning",
            ],
            swiftSettings: strict),
        .target(
            name: "ICalendar",
            dependencies: [
                "CLibical", "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "Wording", "MentoringService",
            ],
            swiftSettings: strict),
        .target(
            name: "Persistence",
            dependencies: [
                "CSQLite", "CivilTime", "TimeZoneCatalog", "ChatLogs", "Mentoring", "MentoringAPI", "MentoringService",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .target(
            name: "AppResources", path: "Resources",
            resources: [
                .embedInCode("templates"), .embedInCode("stylesheets"), .embedInCode("examples"),
                .embedInCode("completions"),
            ],
            swiftSettings: strict),
        .target(
            name: "Mail",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "MentoringService", "Templates", "Wording",
                "ICalendar", "AppResources",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: strict),
        .target(
            name: "Pictures", dependencies: ["CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI"],
            swiftSettings: strict),
        .target(
            name: "WebServer",
            dependencies: [
                "CZlib", "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "ProgramFile", "MentoringService",
                "ICalendar", "AppResources",
                "Pictures", "Templates", "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .target(
            name: "RemoteClient",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ], swiftSettings: strict),
        .target(
            name: "ChangeHosts",
            dependencies: [
                "CivilTime", "Mentoring", "MentoringAPI", "MentoringService",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "meridian",
            dependencies: [
                "CBuildFacts", "CivilTime", "TimeZoneCatalog", "CalendarLint", "ChatLogs", "Rotation", "Mentoring",
                "MentoringAPI", "ProgramFile", "SeasonPlanning", "MentoringService", "Wording",
                "ICalendar", "Persistence", "Mail", "Pictures", "WebServer", "RemoteClient", "ChangeHosts",
                "AppResources",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: tests),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime", "TimeZoneCatalog"], swiftSettings: tests),
        .testTarget(
            name: "TimeZoneCatalogTests",
            dependencies: [
                "CivilTime", "TimeZoneCatalog",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: tests),
        .testTarget(
            name: "CalendarLintTests", dependencies: ["CalendarLint", "TimeZoneCatalog"], swiftSettings: tests),
        .testTarget(name: "ChatLogsTests", dependencies: ["CivilTime", "ChatLogs"], swiftSettings: tests),
        .testTarget(name: "RotationTests", dependencies: ["Rotation"], swiftSettings: tests),
        // What several rooms' tests need.
        .target(
            name: "TestSupport", dependencies: ["Mentoring", "MentoringAPI", "MentoringService", "ICalendar"],
            path: "Tests/TestSupport", swiftSettings: tests),
        .testTarget(
            name: "MentoringTests",
            dependencies: [
                "TestSupport",
                "CivilTime", "TimeZoneCatalog", "ChatLogs", "Rotation", "Mentoring", "MentoringAPI", "Wording",
                "ProgramFile",
                "SeasonPlanning",
                "MentoringService", "ICalendar", "Persistence",
                "AppResources",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["TimeZoneData"],
            swiftSettings: tests),
        .testTarget(
            name: "ICalendarTests",
            dependencies: [
                "CLibical", "CivilTime", "TimeZoneCatalog", "CalendarLint", "Mentoring", "MentoringAPI",
                "MentoringService",
                "ICalendar",
            ],
            swiftSettings: tests),
        .testTarget(
            name: "PersistenceTests",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "ChatLogs", "Mentoring", "MentoringAPI", "ProgramFile",
                "SeasonPlanning",
                "MentoringService", "Persistence",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], exclude: ["Fixtures"], swiftSettings: tests),
        .testTarget(
            name: "MailTests",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "CalendarLint", "Mentoring", "MentoringAPI", "MentoringService",
                "ICalendar", "Mail", "Wording", "TestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], swiftSettings: tests),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates"], swiftSettings: tests),
        .testTarget(
            name: "PicturesTests",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "MentoringService", "Pictures",
            ],
            swiftSettings: tests),
        // A live server with a small season in its database, for the tests on either side of the wire.
        .target(
            name: "WebServerFixture",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "ProgramFile", "SeasonPlanning",
                "MentoringService",
                "ICalendar", "Persistence", "TestSupport",
                "WebServer",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], path: "Tests/WebServerTests/Fixture", swiftSettings: tests),
        .testTarget(
            name: "WebServerTests",
            dependencies: [
                "CZlib", "CivilTime", "TimeZoneCatalog", "CalendarLint", "Mentoring", "MentoringAPI", "ProgramFile",
                "SeasonPlanning",
                "MentoringService", "ICalendar",
                "Mail", "Persistence", "WebServer", "Wording", "TestSupport",
                "WebServerFixture",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ], exclude: ["Fixture", "OpenAPI/Released"], swiftSettings: tests),
        .testTarget(
            name: "RemoteClientTests",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "MentoringService", "RemoteClient",
                "TestSupport", "WebServerFixture",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: tests),
        // Random histories of two programs against an independent model of the rules.
        .testTarget(
            name: "HistoryTests",
            dependencies: [
                "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI", "MentoringService", "ICalendar",
                "Persistence", "Mail", "RemoteClient", "TestSupport", "WebServerFixture",
            ], swiftSettings: tests),
        // A server on this machine that answers as Gerrit, GitHub and GitLab do.
        .target(
            name: "ChangeHostsFixture",
            dependencies: [
                "ChangeHosts", "Mentoring", "MentoringAPI", "MentoringService", "TestSupport",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ], path: "Tests/ChangeHostsTests/Fixture", swiftSettings: tests),
        .testTarget(
            name: "ChangeHostsTests",
            dependencies: [
                "CivilTime", "Mentoring", "MentoringAPI", "MentoringService", "ChangeHosts", "ChangeHostsFixture",
            ],
            exclude: ["Fixture"],
            swiftSettings: tests),
        .testTarget(
            name: "MeridianTests",
            dependencies: [
                "CBuildFacts", "CTerminal", "meridian", "CivilTime", "TimeZoneCatalog", "Mentoring", "MentoringAPI",
                "ProgramFile", "SeasonPlanning", "Wording",
                "MentoringService", "ChangeHosts",
                "ChangeHostsFixture", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: tests),
    ]
)
