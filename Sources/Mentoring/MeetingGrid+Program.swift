extension MeetingGrid {
    /// The grid of a program's season in focus, with its freezes.
    public init(of program: Program, _ freezes: [Freeze]) {
        self.init(
            program.season, meets: program.meets, whenFrozen: program.whenFrozen, cadence: program.cadence,
            regions: program.regions, freezes: freezes)
    }
}
