import CivilTime
package import Mentoring
import Templates
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
        var fields: [String: Field] = [
            "program": .text(title), "name": .text(program.name), "contact": .text(program.contact.description),
        ]
        let subject: String
        switch occasion {
        case .asked:
            fields["asked"] = true
            subject = "Somebody asks to join \(title)"
        case .letIn:
            fields["letIn"] = true
            fields["about"] = program.about.map {
                .list(ProgramIntroduction.paragraphs(of: $0).map { .text(Self.filled($0)) })
            }
            fields["conduct"] = program.conduct.map(Field.text)
            subject = "You are in: \(title)"
        case .goOn(let region, let last):
            var goOn: [String: Field] = [
                "region": .text(OneLine.shown(program.regionTitles[region])), "word": .text(region.rawValue),
                "last": .text(last.name), "end": .text(last.end.inWords), "season": .text(program.season.name),
                "start": .text(program.season.start.inWords),
            ]
            goOn["link"] = link.map(Field.text)
            if program.regions.contains(region) {
                fields["goOn"] = .fields(goOn)
                subject = "Do you go on in the next season? \(title)"
            } else {
                fields["ends"] = .fields(goOn)
                subject = "Your place ends with the season \(last.name): \(title)"
            }
        case .nicknameLost(let lost, let isGiven):
            let whose = isGiven ? "somebody else's" : "not yours"
            fields["lost"] = .fields([
                "nickname": .text(OneLine.shown("\(lost.nickname)")), "whose": .text(whose),
                "sessions": .list(lost.sessions.map { .text($0.description) }),
                "hasSessions": .truth(!lost.sessions.isEmpty),
            ])
            subject = "A nickname is \(whose): \(title)"
        case .seasonGivenUp(let region):
            fields["givenUp"] = .fields([
                "region": .text(OneLine.shown(program.regionTitles[region])), "season": .text(program.season.name),
                "start": .text(program.season.start.inWords),
            ])
            subject = "The season \(program.season.name) is not held: \(title)"
        case .timesWanted:
            var wanted: [String: Field] = [
                "season": .text(program.season.name), "start": .text(program.season.start.inWords),
            ]
            wanted["link"] = link.map(Field.text)
            fields["timesWanted"] = .fields(wanted)
            subject = "When can you lead? \(title)"
        case .erased:
            fields["erased"] = true
            subject = "What was kept about you is erased"
        }
        return PlainLetter(subject: subject, fields: fields)
    }
}
