import ChatLogs
import Mentoring
public import MentoringAPI

extension RecordAttendance: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> AttendanceView {
        let record = AttendanceRecord(
            session: session, present: present, absent: absent ?? [],
            speakers: try (speakers ?? []).map { names in
                try names.split(separator: " ").map { try KnownNickname.validated(String($0)) }
            },
            ignored: try (ignored ?? []).map { try KnownNickname.validated($0) }, logAddress: log)
        return try await desk.office.recordAttendance(record, by: desk.caller)
    }
}

extension ShowAttendance: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> AttendanceView {
        try await desk.office.attendance(in: session, by: desk.caller)
    }
}

extension CheckIn: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> CheckedIn {
        try await desk.office.checkIn(desk.caller.person(), to: session)
    }
}

extension AnswerQuestions: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> AnswersView {
        try await desk.office.answerQuestions(text, of: session, by: desk.caller.person())
    }
}

extension SignOffAnswers: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> AnswersView {
        try await desk.office.signOff(person, in: session, by: desk.caller)
    }
}
