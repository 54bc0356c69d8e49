import CivilTime
package import Mentoring
import TimeZoneCatalog

/// What the database says of who led, who had a seat and who came, in this season and before.
package struct SeasonHistory: Sendable {
    /// A session with the people in it.
    package struct Held: Sendable {
        package let session: Session
        package let seated: [Person]
        package let attendance: [Attendance]

        package init(session: Session, seated: [Person], attendance: [Attendance]) {
            self.session = session
            self.seated = seated
            self.attendance = attendance
        }
    }

    /// By season, week, region; cancelled ones are left out.
    package let sessions: [Held]
    /// Today's trainees, whether or not they ever had a seat.
    package let trainees: [Person]

    package init(sessions: [Held], trainees: [Person]) {
        self.sessions = sessions
        self.trainees = trainees
    }
}
