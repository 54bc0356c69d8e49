public import ChatLogs
public import CivilTime
package import Mentoring

/// Who took part in a session, for those who may know: its mentor and organizers.
public struct AttendanceView: Codable, Hashable, Sendable {
    /// Somebody who spoke, and whose nickname is known.
    public struct Speaker: Codable, Hashable, Sendable {
        /// As the log has them.
        public var nickname: Nickname
        /// Who that is.
        public var name: String

        package init(nickname: Nickname, name: String) {
            self.nickname = nickname
            self.name = name
        }
    }

    /// Somebody in a log that was just recorded who would be several people, and is left out.
    public struct Unclear: Codable, Hashable, Sendable {
        /// The nicknames that they had in it, the first first.
        public var nicknames: [Nickname]
        /// Whose those are.
        public var names: [String]

        package init(nicknames: [Nickname], names: [String]) {
            self.nicknames = nicknames
            self.names = names
        }
    }

    /// Somebody of whom what was recorded before is so no more, and who is not recorded as having come instead.
    public struct Former: Codable, Hashable, Sendable {
        /// What was recorded.
        public enum Part: String, Codable, Hashable, Sendable, CaseIterable {
            /// They came.
            case came
            /// They had a seat and did not, or were said not to have come.
            case missed
            /// Their answers were signed off.
            case asynchronous
            /// They spoke, and are nobody's yet.
            case visitor
        }

        /// Their name, or a visitor's nickname.
        public var name: String
        /// What was recorded.
        public var before: Part

        package init(name: String, before: Part) {
            self.name = name
            self.before = before
        }
    }

    /// Whom to name so that what was recorded before is recorded again.
    public struct Again: Codable, Hashable, Sendable {
        /// Who came.
        public var present: [String]
        /// Who did not.
        public var absent: [String]

        package init(present: [String], absent: [String]) {
            self.present = present
            self.absent = absent
        }
    }

    /// The session's code.
    public var session: String
    /// The names of those who came.
    public var present: [String]
    /// Of those, the names of whom only they themselves say so.
    public var checkedIn: [String]
    /// The names of those who had a seat and did not come.
    public var missed: [String]
    /// The names of those who did not come, and whose answers were signed off.
    public var asynchronous: [String]
    /// The written answers, oldest first.
    public var answers: [AnswersView]
    /// The address of the log of what was said.
    public var log: String?
    /// Those who spoke in a log that was just recorded, the session's mentor included.
    public var speakers: [Speaker]?
    /// Those who spoke in it and are left out: bots, and who was to be ignored.
    public var ignored: [Nickname]?
    /// Those who spoke in it and would each be several people; nil when there is none.
    public var unclear: [Unclear]?
    /// The lines of the log that were not understood, where it has been read just now; nil when there is none.
    public var unread: ChatLog.Unread?
    /// Those of whom what was just recorded has replaced something; nil where it has not.
    public var noMore: [Former]?
    /// What records it as it was before; nil where nothing was replaced, or a name of them is not theirs alone.
    public var again: Again?
    /// Those who spoke and are nobody's yet, by the nickname that they had first.
    public var visitors: [Nickname]

    package init(
        session: String, present: [String], checkedIn: [String], missed: [String], asynchronous: [String],
        answers: [AnswersView], visitors: [Nickname], log: String? = nil
    ) {
        self.session = session
        self.present = present
        self.checkedIn = checkedIn
        self.missed = missed
        self.asynchronous = asynchronous
        self.answers = answers
        self.visitors = visitors
        self.log = log
    }
}

/// Somebody's written answers to the questions of a session that they could not come to.
public struct AnswersView: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// Who answers.
    public var name: String
    /// What they wrote, in lines.
    public var text: String
    /// When they sent it, last.
    public var written: Instant
    /// When they were signed off; nil while they wait for that.
    public var signedOff: Instant?
    /// Until when they can be replaced, unless they are signed off before.
    public var deadline: Instant
    /// Where whoever answers reads the clock; only for themselves.
    public var zone: TimeZoneID?

    package init(
        _ answers: WrittenAnswers, of name: String? = nil, to session: Session, zone: TimeZoneID? = nil
    ) {
        self.session = session.code.description
        self.name = name ?? answers.person.name
        text = answers.text
        written = answers.written
        signedOff = answers.signedOff
        deadline = WrittenAnswers.deadline(for: session)
        self.zone = zone
    }
}
