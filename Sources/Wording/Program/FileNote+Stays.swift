package import CivilTime
package import Mentoring
package import MentoringAPI

extension FileNote {
    /// What stays as people made it, whatever the file says, with the facts.
    package enum Kept: Hashable, Sendable {
        /// A field.
        case field(ProgramChange.Versions)
        /// That something is not there.
        case removal(of: FileEntry)
        /// Slots of somebody, by name, on their own clock.
        case clock(of: String, TimeZoneID, file: TimeZoneID)
        /// A field of somebody, by name, that nobody else changes.
        case ownWord(of: String, key: String, String, file: String)
        /// The address of somebody, by name; the file may have another entry of theirs.
        case address(of: String, EmailAddress, file: EmailAddress, isSecond: Bool)
        /// The address of an organizer.
        case organizer(EmailAddress, file: EmailAddress)

        var versions: ProgramChange.Versions? {
            if case .field(let versions) = self { versions } else { nil }
        }

        var text: String {
            switch self {
            case .field(let versions): "\(versions.what) \(versions.inForce); the file says \(versions.file)"
            case .removal(let entry): "no \(entry.words), removed since; the file has it"
            case .clock(let name, let own, let file):
                "slots of \(name) on their own clock, \(own); the file says \(file)"
            case .ownWord(let name, let key, let own, let file):
                "\(OwnField.of(name, key: key).words) \(own), which only they change; the file says \(file)"
            case .address(let name, let own, let file, let isSecond):
                "\(OwnField.of(name, key: "address").words) \(own); the file says \(file)"
                    + (isSecond ? ", too: one of the two entries can go" : "")
            case .organizer(let own, let file): "\(FileEntry.organizer(own).words); the file says \(file)"
            }
        }
    }

    /// What the database has and the file does not, with the facts.
    package enum Extra: Hashable, Sendable {
        /// The file had it.
        case fromFile(FileEntry)
        /// People entered it.
        case enteredOtherwise(FileEntry)
        /// A mentor, by name, who has slots that did not come from the file, each summed up.
        case mentor(String, EmailAddress, of: Program.Name, slots: [String])
        /// A season of which sessions were announced.
        case season(Season)

        var text: String {
            switch self {
            case .fromFile(let entry): "\(entry.words); it was there before, and --prune removes it"
            case .enteredOtherwise(let entry): "\(entry.words); it was entered otherwise, and stays"
            case .mentor(let name, let email, let program, let slots):
                "\(FileEntry.mentor(name).words), who has slot \(slots.named) otherwise and stays; "
                    + "to take them out: meridian mentor remove \(program) \(email)"
            case .season(let season):
                "\(FileEntry.season(season).words); sessions of it were announced, and it stays"
            }
        }
    }
}
