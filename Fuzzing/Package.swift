// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A package of its own, since all of it is built with the sanitizers, Meridian's own modules included: `make fuzz`.
let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "meridian", path: "..")],
    targets: [
        .target(name: "CFuzzer", path: "CFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "CFuzzer",
                .product(name: "CivilTime", package: "meridian"),
                .product(name: "TimeZoneCatalog", package: "meridian"),
                .product(name: "CalendarLint", package: "meridian"),
                .product(name: "ChatLogs", package: "meridian"),
                .product(name: "Mentoring", package: "meridian"),
                .product(name: "MentoringAPI", package: "meridian"),
                .product(name: "MentoringService", package: "meridian"),
                .product(name: "ProgramFile", package: "meridian"),
                .product(name: "ICalendar", package: "meridian"),
                .product(name: "Mail", package: "meridian"),
                .product(name: "WebServer", package: "meridian"),
            ], path: "Fuzz", swiftSettings: strict),
    ]
)
