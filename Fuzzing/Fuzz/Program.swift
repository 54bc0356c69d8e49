import ICalendar
import Mentoring
import MentoringService
import ProgramFile
import TimeZoneCatalog

/// A program's file.
@Sendable func readProgram(_ bytes: [UInt8]) {
    _ = try? ProgramFileReader(zones: .shipped, recurrence: RecurrenceExpander()).read(bytes, file: "nova.yaml")
}
