import GRDB
import Mentoring
import MentoringService

// What changes is noted as it changes, in a table of the connection's own: to compare all who wait before and after would cost
// by everybody who waits on the server, whatever the change is about.

extension Transaction {
    func noteQueues() throws -> QueueMark {
        let isNoted = try Bool.fetchOne(
            database, sql: "SELECT count(*) FROM sqlite_temp_master WHERE name = 'queue_change'")
        if isNoted != true { try database.execute(sql: Self.notes) }
        return QueueMark(
            number: try one(.queueChange, "SELECT max(number) AS last FROM queue_change", []) { row in
                try row.valueIfAny("last")
            }.flatMap(\.self) ?? 0)
    }

    func queueChanges(since mark: QueueMark) throws -> [QueueChange] {
        // Of several changes the first knows what was so before.
        try all(
            .queueChange,
            """
            SELECT * FROM (SELECT *, min(number) FROM queue_change WHERE number > ? GROUP BY enrollment)
            WHERE waited ORDER BY session, enrollment
            """, [mark.number]
        ) {
            QueueChange(
                enrollment: try $0.value("enrollment"), session: try $0.value("session"),
                person: try $0.value("person"), yielded: try $0.value("yielded"))
        }
    }

    /// Far more changes are kept than one transaction makes, and no more, however long the process lives.
    private static let notes = """
        CREATE TEMP TABLE queue_change(
            number INTEGER PRIMARY KEY, enrollment INTEGER NOT NULL, session INTEGER NOT NULL, person INTEGER NOT NULL,
            waited INTEGER NOT NULL, yielded INTEGER NOT NULL);
        CREATE TEMP TRIGGER queue_joined AFTER INSERT ON main.enrollment BEGIN
            INSERT INTO queue_change(enrollment, session, person, waited, yielded)
                VALUES (NEW.id, NEW.session, NEW.person, 0, 0);
            DELETE FROM queue_change WHERE number <= last_insert_rowid() - 100000;
        END;
        CREATE TEMP TRIGGER queue_moved AFTER UPDATE OF seat, yields ON main.enrollment BEGIN
            INSERT INTO queue_change(enrollment, session, person, waited, yielded)
                VALUES (OLD.id, OLD.session, OLD.person, OLD.seat IS NULL, OLD.yields);
            DELETE FROM queue_change WHERE number <= last_insert_rowid() - 100000;
        END;
        CREATE TEMP TRIGGER queue_left AFTER DELETE ON main.enrollment BEGIN
            INSERT INTO queue_change(enrollment, session, person, waited, yielded)
                VALUES (OLD.id, OLD.session, OLD.person, OLD.seat IS NULL, OLD.yields);
            DELETE FROM queue_change WHERE number <= last_insert_rowid() - 100000;
        END;
        """
}

extension Table {
    fileprivate static let queueChange = Table("queue_change", key: ["number"])
}
