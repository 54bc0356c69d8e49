import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// Passes what somebody wrote on to the organizers of the programs to which they wrote it, and keeps it for them.
    ///
    /// Beyond twenty mails of one sender a day they are told of the rest once, when the day is over.
    ///
    /// - Returns: what became of it; nil for a mail in which no person wrote anything, or to no program.
    /// - Throws: `Useless` for who is blocked, and for a mail of our own.
    func passOn(_ mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws -> ReceivedMail? {
        guard let words = mail.words else { return nil }
        if let sender = mail.sender, try transaction.isContact(sender) {
            throw Useless("it comes from \(sender), which is our own address")
        }
        let invited = try Answerer.invitation(tokenIn: mail.recipients, transaction)?.person.email
        let digest = digest(of: mail)
        var received: ReceivedMail?
        for program in try programs(addressedBy: mail, transaction) {
            if let known = try transaction.writtenMail(to: program.name, digest: digest) {
                received = received ?? ReceivedMail(outcome: .known, reason: "it came before", number: known)
                continue
            }
            for email in [mail.sender, invited].compactMap(\.self)
            where try transaction.isBlocked(email, in: program.name) {
                throw Useless("\(email) is blocked in \(program.name)")
            }
            let today = LocalDate(containing: now).midnightUTC
            let sent = try transaction.countForwardedMail(of: mail.sender, to: program.name, since: today)
            let written = try transaction.add(
                WrittenMail(
                    program: program.name, sender: mail.sender, author: words.author, subject: mail.subject,
                    received: now, text: words.text, attachments: words.attachments, digest: digest,
                    state: sent < WrittenMail.mostForwarded ? .forwarded : .later))
            if written.state == .forwarded { try send(.whole(written), of: program, at: now, in: transaction) }
            if received?.outcome != .forwarded {
                received = ReceivedMail(outcome: written.state == .forwarded ? .forwarded : .later, number: written.id)
            }
        }
        try transaction.removeWrittenMail(receivedBefore: now.adding(seconds: -WrittenMail.keptFor))
        return received
    }

    /// The programs to which a mail was written: those whose contacts it names, of one contact the one in which its sender
    /// takes part; else that of the invitation whose address it names; else the only one that it can be.
    func programs(addressedBy mail: IncomingMail, _ transaction: any StoreReading) throws -> [Program] {
        let programs = try transaction.programs()
        func own(among programs: [Program]) throws -> [Program] {
            try programs.filter { program in
                try mail.sender.map { try transaction.role(of: $0, in: program.name) != nil } ?? false
            }
        }
        var found: [Program] = []
        for address in mail.recipients {
            let contacts = [address, ReplyAddress.contact(of: address)]
            let here = programs.filter { contacts.contains($0.contact) }
            let invitation = try Answerer.invitation(tokenIn: [address], transaction)
            let invited = try invitation.flatMap { try transaction.session($0.session)?.code.program }
            let one = try here.first { $0.name == invited } ?? own(among: here).first ?? here.first
            if let program = one ?? programs.first(where: { $0.name == invited }), !found.contains(program) {
                found.append(program)
            }
        }
        if !found.isEmpty { return found }
        let likely = programs.count == 1 ? programs : try own(among: programs)
        return likely.count == 1 ? likely : []
    }

    /// Tells organizers which mails came, on days that are over, besides those that were sent to them: once a sender and day.
    func tellOfUnlistedMail(at now: Instant, in transaction: any StoreWriting) throws {
        let mails = try transaction.unlistedMail(receivedBefore: LocalDate(containing: now).midnightUTC)
        guard !mails.isEmpty else { return }
        var rests: [[WrittenMail]] = []
        for mail in mails {
            if let place = rests.firstIndex(where: { $0[0].isOfTheSame(senderAndDayAs: mail) }) {
                rests[place].append(mail)
            } else {
                rests.append([mail])
            }
            try transaction.setListed(mail.id)
        }
        for rest in rests {
            guard let program = try transaction.program(rest[0].program) else { continue }
            try send(.rest(rest), of: program, at: now, in: transaction)
        }
    }

    /// Sends organizers what somebody else wrote; who wrote it themself gets it only where nobody else does.
    private func send(
        _ content: ForwardedMail.Content, of program: Program, at now: Instant, in transaction: any StoreWriting
    ) throws {
        let sender: EmailAddress? =
            switch content {
            case .whole(let mail): mail.sender
            case .rest(let mails): mails.first?.sender
            }
        let readers = try transaction.mailReaders(of: program)
        let others = readers.filter { $0 != sender }
        for reader in others.isEmpty ? readers : others {
            try tell(
                .forwarded(ForwardedMail(reader: reader, program: program, content: content, date: now)),
                in: transaction)
        }
    }
}

extension StoreReading {
    /// Who reads what is written to a program: its organizers, else the server's administrators, else its contact.
    fileprivate func mailReaders(of program: Program) throws -> [EmailAddress] {
        let organizers = try organizers(of: program.name)
        if !organizers.isEmpty { return organizers }
        let administrators = try administrators()
        return administrators.isEmpty ? [program.contact] : administrators
    }

    /// Whether an address is that of a program, or was made from it for an invitation.
    fileprivate func isContact(_ email: EmailAddress) throws -> Bool {
        let contacts = [email, ReplyAddress.contact(of: email)]
        return try programs().contains { contacts.contains($0.contact) }
    }
}

extension WrittenMail {
    fileprivate func isOfTheSame(senderAndDayAs other: WrittenMail) -> Bool {
        program == other.program && sender == other.sender
            && LocalDate(containing: received) == LocalDate(containing: other.received)
    }
}

extension LocalDate {
    /// The day of UTC in which an instant lies.
    init(containing instant: Instant) {
        let seconds = instant.secondsSinceEpoch
        self.init(epochDay: Int((seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400))
    }
}
