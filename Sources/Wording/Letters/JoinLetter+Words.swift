import CivilTime
package import Mentoring
import TimeZoneCatalog

extension JoinLetter {
    /// A paragraph in lines as long as the letters' own; a longer word has one to itself.
    private static func filled(_ paragraph: String) -> String {
        var lines: [String] = []
        for word in paragraph.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 72 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map(OneLine.shown).joined(separator: "\n")
    }

    /// What the letter says about somebody's joining, or going on; nobody's name is in it.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        var words: [String: Any] = [
            "program": title, "name": program.name, "contact": program.contact.description,
        ]
        let subject: String
        switch occasion {
        case .asked:
            words["asked"] = true
            subject = "Somebody asks to join \(title)"
        case .letIn:
            words["letIn"] = true
            words["about"] = program.about.map { ProgramIntroduction.paragraphs(of: $0).map(Self.filled) }
            words["conduct"] = program.conduct
            subject = "You are in: \(title)"
        case .goOn(let region, let last):
            var goOn = [
                "region": OneLine.shown(program.regionTitles[region]), "word": region.rawValue, "last": last.name,
                "end": last.end.inWords,
                "season": program.season.name, "start": program.season.start.inWords,
            ]
            goOn["link"] = link
            if program.regions.contains(region) {
                words["goOn"] = goOn
                subject = "Do you go on in the next season? \(title)"
            } else {
                words["ends"] = goOn
                subject = "Your place ends with the season \(last.name): \(title)"
            }
        case .nicknameLost(let lost, let isGiven):
            let whose = isGiven ? "somebody else's" : "not yours"
            let facts: [String: Any] = [
                "nickname": OneLine.shown("\(lost.nickname)"), "whose": whose,
                "sessions": lost.sessions.map(\.description), "hasSessions": !lost.sessions.isEmpty,
            ]
            words["lost"] = facts
            subject = "A nickname is \(whose): \(title)"
        case .seasonGivenUp(let region):
            words["givenUp"] = [
                "region": OneLine.shown(program.regionTitles[region]), "season": program.season.name,
                "start": program.season.start.inWords,
            ]
            subject = "The season \(program.season.name) is not held: \(title)"
        }
        return PlainLetter(subject: subject, fields: words)
    }
}
