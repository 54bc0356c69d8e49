/// Those who were seen in a conversation so far; whoever changes their nickname stays one person.
struct Cast {
    private struct Member {
        let nickname: Nickname
        /// The place of the first nickname that the same person had; its own where that is this one.
        var owner: Int
        var lines = 0
        var first: Statement?
        var last: Statement?
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

    /// How many spellings of nicknames were seen.
    var count: Int { spellings.count }

    mutating func said(_ spelling: String, at time: ChatLog.Time) {
        guard let place = place(of: spelling) else { return }
        statements += 1
        let statement = Statement(number: statements, time: time)
        members[place].lines += 1
        if members[place].first == nil { members[place].first = statement }
        members[place].last = statement
    }

    mutating func joined(_ spelling: String) { _ = place(of: spelling) }

    mutating func renamed(_ old: String, to new: String) {
        guard let old = place(of: old).map(owner), let new = place(of: new).map(owner) else { return }
        members[max(old, new)].owner = min(old, new)
    }

    /// Where a nickname stands; nil when it is none.
    private mutating func place(of spelling: String) -> Int? {
        if let place = spellings[spelling] { return place }
        guard let nickname = Nickname(spelling) else { return nil }
        let place = places[nickname] ?? members.count
        if place == members.count {
            members.append(Member(nickname: nickname, owner: place))
            places[nickname] = place
        }
        spellings[spelling] = place
        return place
    }

    private func owner(of place: Int) -> Int {
        var place = place
        while members[place].owner != place { place = members[place].owner }
        return place
    }

    var log: ChatLog {
        let people = Dictionary(grouping: members.indices, by: owner).sorted { $0.key < $1.key }.map { $0.value }
        var log = ChatLog(speakers: [], onlookers: [])
        for places in people {
            let said = places.map { members[$0] }.filter { $0.lines > 0 }
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
