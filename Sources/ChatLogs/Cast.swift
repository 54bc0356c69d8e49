/// Those who were seen in a conversation so far; whoever changes their nickname stays one person.
struct Cast {
    private struct Member {
        let nickname: Nickname
        /// The place of an earlier nickname that the same person had; its own where there is none.
        var owner: Int
        /// The same if stars announce, too, who changes their nickname.
        var ownerByStars: Int
        /// What they surely did.
        var surely = Statements()
        /// What a star stands before, which in some logs may be what a program says.
        var byStar = Statements()
        /// Whether more than such a star tells of them.
        var isSure = false
    }

    private struct Statements {
        var lines = 0
        var first: Statement?
        var last: Statement?

        mutating func add(_ statement: Statement) {
            lines += 1
            if first == nil { first = statement }
            last = statement
        }
    }

    private struct Statement {
        let number: Int
        let time: ChatLog.Time
    }

    /// In the order in which they were seen first.
    private var members: [Member] = []
    private var places: [Nickname: Int] = [:]
    /// The same by spelling, so that a spelling is looked at closely only once.
    private var spellings: [String: Int] = [:]
    private var statements = 0
    /// The most words that a name has, five at most.
    private var mostWords = 1

    /// How many spellings of nicknames were seen.
    var count: Int { spellings.count }

    /// Somebody says something; false when that is no nickname.
    @discardableResult
    mutating func said(_ spelling: String, at time: ChatLog.Time) -> Bool {
        guard let place = place(of: spelling) else { return false }
        statements += 1
        members[place].isSure = true
        members[place].surely.add(Statement(number: statements, time: time))
        return true
    }

    /// Somebody does something: of names that begin so, the longest that was seen, else the first word.
    mutating func acted(_ text: String, at time: ChatLog.Time, byStar: Bool) {
        let name = longestName(at: text) ?? String(text.utf8.prefix { $0 != UInt8(ascii: " ") }) ?? text
        let actor = name.withoutColon.withoutMode
        guard byStar else {
            said(actor, at: time)
            return
        }
        guard let place = place(of: actor) else { return }
        statements += 1
        members[place].byStar.add(Statement(number: statements, time: time))
    }

    /// The longest name of several words that was seen and that a text begins with.
    private func longestName(at text: String) -> String? {
        guard mostWords > 1 else { return nil }
        let blanks = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: " ") }.dropFirst().prefix(mostWords - 1)
        return (blanks + [text.endIndex]).reversed().lazy.map { String(text[..<$0]).withoutColon }
            .first { spellings[$0] != nil }
    }

    mutating func joined(_ spelling: String) {
        if let place = place(of: spelling) { members[place].isSure = true }
    }

    /// Where only a star says so, it may as well be what somebody does.
    mutating func renamed(_ old: String, to new: String, byStar: Bool) {
        guard let old = place(of: old), let new = place(of: new) else { return }
        members[old].isSure = true
        members[new].isSure = true
        if !byStar { unite(old, new, by: \.owner) }
        unite(old, new, by: \.ownerByStars)
    }

    /// Where a nickname stands; nil when it is none.
    private mutating func place(of spelling: String) -> Int? {
        if let place = spellings[spelling] { return place }
        guard let nickname = Nickname(spelling) else { return nil }
        let place = places[nickname] ?? members.count
        if place == members.count {
            members.append(Member(nickname: nickname, owner: place, ownerByStars: place))
            places[nickname] = place
            mostWords = max(mostWords, min(5, 1 + spelling.utf8.count { $0 == UInt8(ascii: " ") }))
        }
        spellings[spelling] = place
        return place
    }

    private mutating func unite(_ one: Int, _ other: Int, by owner: WritableKeyPath<Member, Int>) {
        let (one, other) = (first(of: one, by: owner), first(of: other, by: owner))
        members[max(one, other)][keyPath: owner] = min(one, other)
    }

    /// The place of the first nickname of the same person; the way there is halved for the next time.
    private mutating func first(of place: Int, by owner: WritableKeyPath<Member, Int>) -> Int {
        var place = place
        while members[place][keyPath: owner] != place {
            members[place][keyPath: owner] = members[members[place][keyPath: owner]][keyPath: owner]
            place = members[place][keyPath: owner]
        }
        return place
    }

    /// Who took part.
    ///
    /// Stars are actions in a log that has another mark for announcements: behind one somebody only says that they are now
    /// known as another. Where they may be a program's words in a language that is not known, nobody is there by them.
    mutating func log(starsAreActions: Bool, areStarsDoubtful: Bool) -> ChatLog {
        let owner = starsAreActions ? \Member.owner : \.ownerByStars
        let owners = members.indices.map { first(of: $0, by: owner) }
        let people = Dictionary(grouping: members.indices) { owners[$0] }.sorted { $0.key < $1.key }.map { $0.value }
        var log = ChatLog(speakers: [], onlookers: [])
        for places in people {
            let places = areStarsDoubtful ? places.filter { members[$0].isSure } : places
            let said = places.flatMap {
                areStarsDoubtful ? [members[$0].surely] : [members[$0].surely, members[$0].byStar]
            }
            .filter { $0.lines > 0 }
            guard let first = said.compactMap(\.first).min(by: { $0.number < $1.number }),
                let last = said.compactMap(\.last).max(by: { $0.number < $1.number })
            else {
                log.onlookers += places.prefix(1).map { members[$0].nickname }
                continue
            }
            log.speakers.append(
                ChatLog.Speaker(
                    nickname: members[places[0]].nickname, alsoKnownAs: places.dropFirst().map { members[$0].nickname },
                    lines: said.map(\.lines).reduce(0, +), first: first.time, last: last.time))
        }
        return log
    }
}

extension String {
    fileprivate var withoutColon: String { utf8.last == UInt8(ascii: ":") ? String(unicodeScalars.dropLast()) : self }

    /// A nickname without the signs of who may do what in a channel: `@` operator, `+` voice and their like.
    fileprivate var withoutMode: String {
        guard let first = utf8.first, " @+%&~!".utf8.contains(first) else { return self }
        if first == UInt8(ascii: "@"), utf8.contains(UInt8(ascii: ":")) { return self }
        return String(unicodeScalars.drop { " @+%&~!".unicodeScalars.contains($0) })
    }
}
