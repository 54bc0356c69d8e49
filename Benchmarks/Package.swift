// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A package of its own, so that whoever builds Meridian does not build a benchmark harness.
let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(name: "meridian", path: ".."),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "LocalTime",
            dependencies: [
                .product(name: "CivilTime", package: "meridian"),
                .product(name: "TimeZoneCatalog", package: "meridian"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "LocalTime", swiftSettings: strict, plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "EveryZone",
            dependencies: [
                .product(name: "CivilTime", package: "meridian"),
                .product(name: "TimeZoneCatalog", package: "meridian"),
                .product(name: "Mentoring", package: "meridian"),
                .product(name: "MentoringAPI", package: "meridian"),
                .product(name: "MentoringService", package: "meridian"),
                .product(name: "ICalendar", package: "meridian"),
            ], path: "EveryZone", swiftSettings: strict),
        .executableTarget(
            name: "Feed",
            dependencies: [
                .product(name: "CivilTime", package: "meridian"),
                .product(name: "TimeZoneCatalog", package: "meridian"),
                .product(name: "Mentoring", package: "meridian"),
                .product(name: "MentoringAPI", package: "meridian"),
                .product(name: "MentoringService", package: "meridian"),
                .product(name: "Persistence", package: "meridian"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ], path: "Feed", swiftSettings: strict),
        .target(
            name: "SampleSeason",
            dependencies: [
                .product(name: "CivilTime", package: "meridian"),
                .product(name: "TimeZoneCatalog", package: "meridian"),
                .product(name: "Mentoring", package: "meridian"),
                .product(name: "MentoringAPI", package: "meridian"),
                .product(name: "MentoringService", package: "meridian"),
                .product(name: "ICalendar", package: "meridian"),
                .product(name: "Persistence", package: "meridian"),
                .product(name: "Mail", package: "meridian"),
            ], path: "SampleSeason", swiftSettings: strict),
        .executableTarget(
            name: "Races",
            dependencies: [
                "SampleSeason",
                .product(name: "Mentoring", package: "meridian"),
                .product(name: "MentoringAPI", package: "meridian"),
                .product(name: "MentoringService", package: "meridian"),
                .product(name: "Persistence", package: "meridian"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ], path: "Races", swiftSettings: strict),
        .target(name: "CBareLoop", path: "CBareLoop", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "DurableEnrollment",
            dependencies: [
                "CBareLoop", "SampleSeason",
                .product(name: "TimeZoneCatalog", package: "meridian"),
                .product(name: "Mentoring", package: "meridian"),
                .product(name: "MentoringAPI", package: "meridian"),
                .product(name: "MentoringService", package: "meridian"),
                .product(name: "ICalendar", package: "meridian"),
                .product(name: "Persistence", package: "meridian"),
                .product(name: "WebServer", package: "meridian"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], path: "DurableEnrollment", swiftSettings: strict),
    ]
)
