import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// Passes what somebody wrote on to the organizers of the programs to which they wrote it, and keeps it for them.
    ///
    /// Beyond twenty mails of one sender, and sixty of people who take no part, a day they are told of the rest once, when the day
    /// is over. Where nobody organizes a program, it is kept until somebody does.
    ///
    /// - Parameters:
    ///   - mail: what came in.
    ///   - isProved: whether it is known already that its sender wrote it.
    ///   - now: when it came.
    ///   - transaction: where it is kept.
    /// - Returns: what became of it; nil for a mail in which no person wrote anything, or to no program.
    /// - Throws: `Useless` for who is blocked, and for a mail of our own.
    func passOn(
        _ mail: IncomingMail, isProved: Bool = false, at now: Instant, _ transaction: any StoreWriting
    ) throws -> ReceivedMail? {
        guard let words = mail.words else { return nil }
        let invited = try peopleAnswering(to: mail, transaction)
        if let sender = mail.sender, try transaction.isContact(sender) {
            // Somebody who takes part may be the contact, too; what goes round is marked, and was sent to nobody's own address.
            let isPerson = try isProved || invited.contains { try transaction.mailAddress(of: $0) == sender }
            guard isPerson else { throw Useless("it comes from \(sender), which is our own address") }
        }
        let digest = digest(of: mail)
        var (received, blocked): (ReceivedMail?, Useless?)
        for program in try programs(addressedBy: mail, transaction) {
            if let known = try transaction.writtenMail(to: program.name, digest: digest) {
                received = received ?? ReceivedMail(outcome: .known, reason: "it came before", number: known)
                continue
            }
            if let email = try ([mail.sender].compactMap(\.self) + invited.map(\.email)).first(where: {
                try transaction.isBlocked($0, in: program.name)
            }) {
                blocked = Useless("\(email) is blocked in \(program.name)")
                continue
            }
            let reason = try whyKept(mail, in: program, at: now, transaction)
            let written = try transaction.add(
                WrittenMail(
                    program: program.name, sender: mail.sender, author: words.author, subject: mail.subject,
                    received: now, text: try text(of: words, in: mail, to: program, transaction),
                    attachments: words.attachments, digest: digest,
                    state: reason == nil ? .forwarded : .later))
            if written.state == .forwarded { try send(.whole(written), of: program, at: now, in: transaction) }
            if received?.outcome != .forwarded {
                received = ReceivedMail(
                    outcome: reason == nil ? .forwarded : .later, reason: reason?(written.id), number: written.id)
            }
        }
        if received == nil, let blocked { throw blocked }
        try transaction.forgetOldWrittenMail(at: now)
        return received
    }

    /// Those to whose own addresses a mail was written: of a session, or of weeks of duties.
    private func peopleAnswering(to mail: IncomingMail, _ transaction: any StoreReading) throws -> [Person] {
        try [Answerer.invitation(tokenIn: mail.recipients, transaction)?.person].compactMap(\.self)
            + weeks(addressedBy: mail, transaction).map(\.1.person)
    }

    /// What is kept of a mail: what they wrote, without the links that they quote, and below it to what they answered, and how.
    private func text(
        of words: WrittenWords, in mail: IncomingMail, to program: Program, _ transaction: any StoreReading
    ) throws -> String {
        let text = words.text.withoutSecrets
        guard case .answer(let answer) = mail.content else { return text }
        let session = try transaction.session(uid: answer.uid)?.code
        let week = try transaction.dutyTurn(uid: answer.uid)?.code
        let what =
            session.flatMap { $0.program == program.name ? "to \($0)" : nil }
            ?? week.flatMap { $0.program == program.name ? "to \($0)" : nil } ?? "to an invitation"
        let said = answer.method == .counter ? "another time is proposed" : answer.participation.rawValue.lowercased()
        let note = "\n\n(They wrote it in an answer \(what): \(said).)"
        return text.utf8.count + note.utf8.count <= WrittenMail.longestText ? text + note : text
    }

    /// Why a mail is kept and not sent on at once, once it has a number; nil when it is.
    private func whyKept(
        _ mail: IncomingMail, in program: Program, at now: Instant, _ transaction: any StoreReading
    ) throws -> ((Identifier<SetAsideMail>) -> String)? {
        let name = program.name
        guard try !transaction.mailReaders(of: name).isEmpty else {
            return { "nobody organizes \(name), so it is kept for meridian mail show \($0)" }
        }
        let today = LocalDate(containing: now).midnightUTC
        guard
            try transaction.countForwardedMail(of: mail.sender, to: name, since: today) < WrittenMail.mostForwarded
        else { return { _ in "its sender has written too much today to be sent on" } }
        // From is free to choose: who writes under a new one each time is held by what all strangers write together.
        let takesPart = try mail.sender.map { try transaction.role(of: $0, in: name) != nil } ?? false
        guard
            try takesPart || Answerer.isProved(mail, transaction)
                || transaction.countForwardedMail(ofStrangersTo: name, since: today)
                    < WrittenMail.mostForwardedOfStrangers
        else { return { _ in "people who take no part in \(name) have written too much today to be sent on" } }
        return nil
    }

    /// Sends organizers what somebody else wrote; who wrote it themself gets it only where nobody else does.
    func send(
        _ content: ForwardedMail.Content, of program: Program, at now: Instant, in transaction: any StoreWriting
    ) throws {
        let sender: EmailAddress? =
            switch content {
            case .whole(let mail): mail.sender
            case .rest(let mails): Set(mails.map(\.sender)).count == 1 ? mails[0].sender : nil
            }
        let readers = try transaction.mailReaders(of: program.name)
        let others = readers.filter { $0 != sender }
        for reader in others.isEmpty ? readers : others {
            try tell(
                .forwarded(ForwardedMail(reader: reader, program: program, content: content, date: now)),
                in: transaction)
        }
    }
}

extension StoreReading {
    /// Who reads what is written to a program: its organizers, else the server's administrators.
    ///
    /// An organizer who is the program's contact has had it already, and of a contact that is taken in here it would come back;
    /// so it is sent there only where nobody else organizes the program.
    func mailReaders(of program: Program.Name) throws -> [EmailAddress] {
        let organizers = try organizers(of: program)
        guard !organizers.isEmpty else { return try administrators() }
        let contact = try self.program(program)?.contact
        let others = organizers.filter { $0 != contact }
        return others.isEmpty ? organizers : others
    }

    /// Whether an address is that of a program, or was made from it for an invitation.
    fileprivate func isContact(_ email: EmailAddress) throws -> Bool {
        !(try contacts().isDisjoint(with: [email, ReplyAddress.contact(of: email)].compactMap(\.self)))
    }
}

extension StoreReading {
    /// Whether mails in words have been kept long enough.
    func hasOldWrittenMail(at now: Instant) throws -> Bool {
        try hasWrittenMail(receivedBefore: WrittenMail.oldest(at: now))
    }
}

extension StoreWriting {
    /// Forgets mails in words that were kept long enough: where no server does its rounds, with the next that comes.
    func forgetOldWrittenMail(at now: Instant) throws {
        try removeWrittenMail(receivedBefore: WrittenMail.oldest(at: now))
    }
}

extension WrittenMail {
    fileprivate static func oldest(at now: Instant) -> Instant { now.adding(seconds: -keptFor) }
}
