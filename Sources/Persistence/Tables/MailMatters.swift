import CivilTime
import Mentoring

extension Transaction {
    func mailMatter(digest: [UInt8]) throws -> MailMatter? {
        try one(
            .mailMatter,
            """
            SELECT mail_matter.*, \(Person.joinedColumns(inSessionOf: "mail_matter"))
            FROM mail_matter JOIN person ON person.id = mail_matter.person WHERE digest = ?
            """, [digest], MailMatter.init)
    }

    func add(_ matter: MailMatter, digest: [UInt8], at moment: Instant) throws {
        try add(
            to: .mailMatter,
            [
                "digest": digest, "person": matter.person.id, "session": matter.session, "wish": matter.wish,
                "made": moment,
            ])
    }

    func changeMailMatters(to matter: MailMatter) throws {
        try change(
            "UPDATE mail_matter SET wish = ? WHERE person = ? AND session = ? AND wish <> ?",
            [matter.wish, matter.person.id, matter.session, MailMatter.Wish.answer(nil)])
    }

    func removeMailMatters(of person: Identifier<Person>, about session: Identifier<Session>) throws {
        try change("DELETE FROM mail_matter WHERE person = ? AND session = ?", [person, session])
    }

    func removeMailMatters(of person: Identifier<Person>) throws {
        try change("DELETE FROM mail_matter WHERE person = ?", [person])
        try change("DELETE FROM standing_offer WHERE person = ?", [person])
        try change("DELETE FROM mail_link WHERE person = ?", [person])
    }
}

extension MailMatter {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            person: try row.joinedPerson(), session: try row.value("session"), wish: try row.value("wish"))
    }
}

extension MailMatter.Wish: StorableAsText {
    init?(storedText: String) { self.init(storedText) }
}

extension Table {
    static let mailMatter = Table("mail_matter", key: ["digest"])
}
