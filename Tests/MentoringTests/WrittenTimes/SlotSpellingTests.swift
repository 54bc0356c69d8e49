import CivilTime
import ICalendar
import Mentoring
import Testing
import TimeZoneCatalog

@Suite("Slots as people write them")
struct SlotSpellingTests {
    @Test("are read, or refused with words that help", arguments: SlotSpelling.all)
    func spelling(_ spelling: SlotSpelling) throws {
        switch spelling.outcome {
        case .read(let rule, let hour, let zone):
            let slot = try WrittenSlot(spelling.text)
            #expect((slot.rule, slot.hour.at.description) == (rule, hour))
            #expect(try slot.zone?.known(in: .shipped).name == zone)
            #expect(try RecurrenceExpander().validated(rule: slot.rule) == slot.rule)
        case .refused(let words):
            let refusal = #expect(throws: BadInput.self) {
                _ = try WrittenSlot(spelling.text).zone?.known(in: .shipped)
            }
            let said = refusal?.message ?? ""
            #expect(said.contains(words), "\(said)")
            #expect(spelling.text.isEmpty || said.contains("at character") || said.contains("at its end"), "\(said)")
        }
    }

    @Test("there are more than sixty, and none is there twice")
    func count() {
        let texts = SlotSpelling.all.map(\.text)
        #expect(texts.count > 60)
        #expect(Set(texts).count == texts.count)
    }

    @Test("what is said back, in short and in words, is read as the same", arguments: SlotSpelling.all)
    func saidBack(_ spelling: SlotSpelling) throws {
        guard case .read(let rule, let hour, _) = spelling.outcome, let at = LocalTime(iso: hour) else { return }
        let pattern = SlotPattern(rule: rule, at: at)
        for said in [pattern.summary, pattern.inWords] {
            let slot = try WrittenSlot(said)
            #expect((slot.rule, slot.hour.at) == (rule, at), "\(said)")
        }
    }

    @Test(
        "in words they are said as people say them",
        arguments: [
            ("Tue 17:00", "every Tuesday at 17:00", "Tue 17:00"),
            ("Thu,Tue 17:00", "every Tuesday and Thursday at 17:00", "Tue and Thu 17:00"),
            ("weekdays 9am", "Monday to Friday at 09:00", "Mon-Fri 09:00"),
            ("every other Mon-Wed 9am", "every other Monday to Wednesday at 09:00", "every other Mon-Wed 09:00"),
            ("every 3 weeks on Tue 17:00", "every 3 weeks on Tuesday at 17:00", "every 3 weeks on Tue 17:00"),
            ("last and first Mon 9:00", "the 1st and last Monday of every month at 09:00", "1st and last Mon 09:00"),
            (
                "1st Tue, 3rd Thu 9:00", "the 1st Tuesday and 3rd Thursday of every month at 09:00",
                "1st Tue and 3rd Thu 09:00"
            ),
            (
                "2nd Tue every 3 months 9:00", "the 2nd Tuesday of every 3 months at 09:00",
                "2nd Tue of every 3 months 09:00"
            ),
        ])
    func words(text: String, words: String, short: String) throws {
        let slot = try WrittenSlot(text)
        let pattern = SlotPattern(rule: slot.rule, at: slot.hour.at)
        #expect((pattern.inWords, pattern.summary) == (words, short))
    }

    @Test(
        "a rule that takes more words stays a rule",
        arguments: [
            "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=5;BYDAY=1TU", "FREQ=DAILY;INTERVAL=2",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "FREQ=MONTHLY;BYDAY=TU", "FREQ=WEEKLY",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=WEEKLY;INTERVAL=60;BYDAY=TU",
            "FREQ=WEEKLY;INTERVAL=0;BYDAY=TU",
        ])
    func rules(rule: String) throws {
        let pattern = SlotPattern(rule: rule, at: try #require(LocalTime(iso: "17:00")))
        #expect(pattern.summary == "\(rule) at 17:00")
        #expect(pattern.typed == nil)
    }

    @Test("where weeks begin says nothing of a rule of every week")
    func weekStart() throws {
        let at = try #require(LocalTime(iso: "17:00"))
        let (known, other) = (
            SlotPattern(rule: "FREQ=WEEKLY;BYDAY=TU;WKST=SU", at: at), SlotPattern(rule: "FREQ=WEEKLY;BYDAY=TU", at: at)
        )
        #expect(known.isSameSlot(as: other))
        #expect(known.weekly == "Tue 17:00")
    }

    @Test(
        "a refusal says where what cannot be read begins",
        arguments: [("Tus 17:00", 1), ("Tue 5", 5), ("Tue  17:0", 9), ("٣ Tue, 17:00 CET", 1)])
    func position(text: String, character: Int) {
        let refusal = #expect(throws: BadInput.self) { try WrittenSlot(text) }
        #expect(refusal?.message.contains("at character \(character):") == true, "\(refusal?.message ?? "")")
    }

    @Test("a text without an end is refused before it is read, and is not said back in full")
    func long() {
        for text in [String(repeating: "Tue ", count: 100_000), "T" + String(repeating: "\u{301}", count: 100_000)] {
            let refusal = #expect(throws: BadInput.self) { try WrittenSlot(text) }
            #expect((refusal?.message.utf8.count ?? .max) < 400)
        }
    }

    @Test(
        "an hour that stands alone is read the same way",
        arguments: [("17:00", "17:00"), ("5pm", "17:00"), ("17h", "17:00"), ("noon", "12:00"), ("9.30 a.m.", "09:30")])
    func hour(text: String, expected: String) throws {
        #expect(try WrittenHour(text).at.description == expected)
        #expect(throws: BadInput.self) { try WrittenHour(text + " Tue") }
    }

    @Test("an hour of the morning that may be meant as one of the afternoon is said to be one")
    func morning() throws {
        #expect(try WrittenSlot("Tue 5:00").hour.remark?.contains("17:00, or 5pm") == true)
        for plain in ["Tue 05:00", "Tue 5am", "Tue 9:00", "Tue 17:00", "Tue 5:00-6:00pm"] {
            #expect(try WrittenSlot(plain).hour.remark == nil, "\(plain)")
        }
    }

    @Test("of a range the length is compared with a session's")
    func length() throws {
        let hour = try WrittenSlot("Tue 17:00-18:00").hour
        #expect((hour.minutes, try hour.remark(onSessionsOf: 60)) == (60, nil))
        #expect(
            try hour.remark(onSessionsOf: 45)?.contains("there are 60 minutes, and a session takes the first 45")
                == true)
        #expect(throws: BadInput.self) { try hour.remark(onSessionsOf: 90) }
        #expect(try WrittenSlot("Tue 23:30-0:30").hour.minutes == 60)
        #expect(try WrittenSlot("Tue 22:00-midnight").hour.minutes == 120)
        #expect(try WrittenSlot("Tue 17:00").hour.remark(onSessionsOf: 90) == nil)
    }
}

extension SlotSpelling: CustomTestStringConvertible {
    var testDescription: String { text }
}
