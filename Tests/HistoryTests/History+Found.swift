extension History {
    /// The shortest form of histories that broke a rule once.
    static let found: [[Step]] = [
        // The clock of the new mentor and that of a trainee move alike, so that the trainee's hour stays.
        [
            .join("ada", program: "glance"), .nextSeason("glance", postpones: true),
            .publishNext("glance", changes: 0), .enroll("ada", session: "glance-202704-w01-europe"),
            .removeMentor("ann", program: "glance"), .time(hours: 168), .newZones,
        ]
    ]
}
