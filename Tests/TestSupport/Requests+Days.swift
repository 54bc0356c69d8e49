package import Mentoring
package import MentoringAPI
package import TimeZoneCatalog

// Days off as a range, which a person says by its first and its last day.

extension AddAway {
    package init(email: any MeansSomebody, days: DayRange, program: Program.Name? = nil) {
        self.init(email: email, from: days.from, to: days.to, program: program)
    }
}

extension AddFreeze {
    package init(program: Program.Name, days: DayRange, reason: String, regions: [Region]? = nil) {
        self.init(program: program, from: days.from, to: days.to, reason: reason, regions: regions)
    }
}
