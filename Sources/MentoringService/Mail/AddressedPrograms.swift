import Mentoring

extension TrainingService {
    /// The programs to which a mail was written: that of the invitation whose address it names, and those whose contacts it
    /// names; where neither is known, the only one that it can be.
    ///
    /// Of several with one contact those whose week of a duty it answers, or was written to the address of; else those that the
    /// mail names, else those in which its sender takes part, else all.
    func programs(addressedBy mail: IncomingMail, _ transaction: any StoreReading) throws -> [Program] {
        let programs = try transaction.programs()
        func own(among programs: [Program]) throws -> [Program] {
            try programs.filter { program in
                try mail.sender.map { try transaction.role(of: $0, in: program.name) != nil } ?? false
            }
        }
        var found: [Program] = []
        for address in mail.recipients.withTokens {
            guard let session = try Answerer.invitation(tokenIn: [address], transaction)?.session,
                let name = try transaction.session(session)?.code.program,
                let program = programs.first(where: { $0.name == name }), !found.contains(program)
            else { continue }
            found.append(program)
        }
        let weeks = try weeksOfDuties(concerning: mail, transaction)
        let named = mail.namesAtTop
        for address in mail.recipients {
            let contacts = [address, ReplyAddress.contact(of: address)]
            let here = programs.filter { contacts.contains($0.contact) }
            // A host notes the contact beside the address of an invitation, and beside itself.
            guard !here.contains(where: found.contains) else { continue }
            let meant = [
                here.filter { weeks.contains($0.name) }, here.filter { named.contains($0.name) }, try own(among: here),
            ].first { !$0.isEmpty }
            found += meant ?? here
        }
        // What the contact of before is in, which is none any more.
        if found.isEmpty { found = programs.filter { weeks.contains($0.name) } }
        if !found.isEmpty { return found }
        let likely = programs.count == 1 ? programs : try own(among: programs)
        return likely.count == 1 ? likely : []
    }
}

extension TrainingService {
    /// The programs of the weeks of duties that a mail answers, or to whose owners' addresses it was written.
    private func weeksOfDuties(
        concerning mail: IncomingMail, _ transaction: any StoreReading
    ) throws -> Set<Program.Name> {
        var found = Set(try weeks(addressedBy: mail, transaction).map(\.0.name))
        if case .answer(let answer) = mail.content, let turn = try transaction.dutyTurn(uid: answer.uid) {
            found.insert(turn.code.program)
        }
        return found
    }
}

extension IncomingMail {
    /// The words of the subject and the first lines that may be programs' names, and the programs of the codes among them.
    fileprivate var namesAtTop: Set<Program.Name> {
        let lines = (words?.text ?? "").split(whereSeparator: \.isNewline).filter { line in
            !line.hasPrefix(">") && line.contains { !$0.isWhitespace }
        }
        let words = ([subject[...]] + lines.prefix(5)).flatMap { line in
            line.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        }
        return Set(words + words.flatMap { WrittenCode($0)?.programs ?? [] })
    }
}
