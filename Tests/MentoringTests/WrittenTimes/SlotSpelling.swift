/// A slot as somebody may write it, and what becomes of it.
struct SlotSpelling: Sendable {
    enum Outcome: Sendable {
        /// The rule, and the hour; behind it the zone where one is named.
        case read(String, String, zone: String? = nil)
        /// Refused, with these words among those that are said.
        case refused(String)
    }

    let text: String
    let outcome: Outcome

    private init(_ text: String, _ rule: String, _ hour: String, _ zone: String? = nil) {
        self.text = text
        outcome = .read(rule, hour, zone: zone)
    }

    private init(_ text: String, refused words: String) {
        self.text = text
        outcome = .refused(words)
    }

    static let all = hours + weekdays + cadences + months + zones + questions + misspelt

    private static let tuesday = "FREQ=WEEKLY;BYDAY=TU"

    static let hours: [SlotSpelling] = [
        .init("Tue 17:00", tuesday, "17:00"), .init("Tue 9:00", tuesday, "09:00"), .init("Tue 5pm", tuesday, "17:00"),
        .init("Tue 5 p.m.", tuesday, "17:00"), .init("Tue 5:30 PM", tuesday, "17:30"),
        .init("Tuesdays 17.00", tuesday, "17:00"), .init("Tue 17h", tuesday, "17:00"),
        .init("Tue 17h30", tuesday, "17:30"), .init("Tue 1700", tuesday, "17:00"),
        .init("Tue 0900 hrs", tuesday, "09:00"), .init("Tue noon", tuesday, "12:00"),
        .init("Tue 12pm", tuesday, "12:00"),
        .init("Tue 12:30am", tuesday, "00:30"), .init("Tue 5:00", tuesday, "05:00"),
        .init("tuesday at 17:00", tuesday, "17:00"),
        .init("17:00 Tue", tuesday, "17:00"), .init("every Tue @ 17：00", tuesday, "17:00"),
        .init("Tue 17:00-18:00", tuesday, "17:00"), .init("Tue 5-6pm", tuesday, "17:00"),
        .init("Tue 17–18h", tuesday, "17:00"), .init("Tue from 17:00 to 18:30", tuesday, "17:00"),
        .init("Tue 23:30-0:30", tuesday, "23:30"), .init("Tue ١٧:٠٠", tuesday, "17:00"),
        .init("Tue 17:00:30", tuesday, "17:00:30"), .init("Tue: 17:00", tuesday, "17:00"),
        .init("Tue 17:00 for 1 hour", tuesday, "17:00"), .init("Tue 17:00 (1h)", tuesday, "17:00"),
        .init("Tue 17:00, 60 min", tuesday, "17:00"), .init("for an hour on Tue, 17:00-18:00", tuesday, "17:00"),
        .init("Tue 17:00 for 1h30", tuesday, "17:00"), .init("Tue 17:00 for 1.5 hours", tuesday, "17:00"),
        .init("Tuesday evening 8pm", tuesday, "20:00"), .init("Tuesday afternoon at 5", tuesday, "17:00"),
        .init("Tue 5 in the evening", tuesday, "17:00"), .init("Tue mornings 9:00", tuesday, "09:00"),
        .init("Tue 11 at night", tuesday, "23:00"),
    ]

    static let weekdays: [SlotSpelling] = [
        .init("Tue,Thu 17:00", "FREQ=WEEKLY;BYDAY=TU,TH", "17:00"),
        .init("tue & thu 5pm", "FREQ=WEEKLY;BYDAY=TU,TH", "17:00"),
        .init("Thursdays and Tuesdays 17:00", "FREQ=WEEKLY;BYDAY=TU,TH", "17:00"),
        .init("Tue/Thu 17:00", "FREQ=WEEKLY;BYDAY=TU,TH", "17:00"),
        .init("Tue;Thu 17:00", "FREQ=WEEKLY;BYDAY=TU,TH", "17:00"),
        .init("Mon, Wed, and Fri 17:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "17:00"),
        .init("Mon-Fri 17:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "17:00"),
        .init("Monday to Friday, 17:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "17:00"),
        .init("weekdays 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "09:00"),
        .init("weekends 10:00", "FREQ=WEEKLY;BYDAY=SA,SU", "10:00"),
        .init("Fri-Mon 9:00", "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU", "09:00"),
        .init("every day 17:00", "FREQ=DAILY", "17:00"),
        .init("daily at 17:00", "FREQ=DAILY", "17:00"), .init("Mon-Sun 17:00", "FREQ=DAILY", "17:00"),
    ]

    static let cadences: [SlotSpelling] = [
        .init("every other Thursday 20:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20:00"),
        .init("Thu 20:00 every other week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20:00"),
        .init("every two weeks on Thu, 8pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20:00"),
        .init("fortnightly Thu 20:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20:00"),
        .init("alternate Thursdays 20:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20:00"),
        .init("every second week Thu 20:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20:00"),
        .init("every 3 weeks on Tue 17:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "17:00"),
        .init("every other Tue and Thu 17:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "17:00"),
        .init("weekly Tue 17:00", tuesday, "17:00"),
    ]

    static let months: [SlotSpelling] = [
        .init("2nd Tuesday 17:00", "FREQ=MONTHLY;BYDAY=2TU", "17:00"),
        .init("second Tue of the month 17:00", "FREQ=MONTHLY;BYDAY=2TU", "17:00"),
        .init("every 2nd Tuesday of the month at 5pm", "FREQ=MONTHLY;BYDAY=2TU", "17:00"),
        .init("2. Tuesday 17:00", "FREQ=MONTHLY;BYDAY=2TU", "17:00"),
        .init("1. and 3. Tue 17:00", "FREQ=MONTHLY;BYDAY=1TU,3TU", "17:00"),
        .init("last Friday 18:00", "FREQ=MONTHLY;BYDAY=-1FR", "18:00"),
        .init("every last Friday 18:00", "FREQ=MONTHLY;BYDAY=-1FR", "18:00"),
        .init("1st and 3rd Tue 17:00", "FREQ=MONTHLY;BYDAY=1TU,3TU", "17:00"),
        .init("1st Tue and 3rd Thu 17:00", "FREQ=MONTHLY;BYDAY=1TU,3TH", "17:00"),
        .init("first and last Mon 9:00", "FREQ=MONTHLY;BYDAY=-1MO,1MO", "09:00"),
        .init("2nd Tue of every other month 17:00", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "17:00"),
        .init("monthly on the 4th Wed, 18:00", "FREQ=MONTHLY;BYDAY=4WE", "18:00"),
    ]

    static let zones: [SlotSpelling] = [
        .init("Tue 17:00 Europe/Berlin", tuesday, "17:00", "Europe/Berlin"),
        .init("Tue 17:00 (Asia/Tokyo)", tuesday, "17:00", "Asia/Tokyo"),
        .init("Tue 5pm, America/New York time", tuesday, "17:00", "America/New_York"),
        .init("Tue 17:00 UTC", tuesday, "17:00", "UTC"), .init("Tue 17:00Z", tuesday, "17:00", "UTC"),
        .init("Tue 17:00 EST5EDT", tuesday, "17:00", "EST5EDT"),
        .init("Tue 17:00 local time", tuesday, "17:00"),
        .init("Tue 17:00 CET", refused: "name the place, such as Europe/Berlin"),
        .init("Tue 9am PST", refused: "America/Los_Angeles"), .init("Tue 17:00 GMT", refused: "Europe/London"),
        .init("Tue 17:00 IST", refused: "abbreviation"),
        .init("Tue 17:00 Berlin", refused: "did you mean Europe/Berlin?"),
        .init("Tue 17:00 New York", refused: "did you mean America/New_York?"),
        .init("Tue 17:00 Los Angeles", refused: "did you mean America/Los_Angeles?"),
        .init("Tue 17:00 Hong Kong", refused: "did you mean Asia/Hong_Kong?"),
        .init("Tue 17:00 São Paulo", refused: "did you mean America/Sao_Paulo?"),
        .init("Tue 17:00 Sao Paulo", refused: "did you mean America/Sao_Paulo?"),
        .init("Tue 17:00 Ho Chi Minh", refused: "did you mean Asia/Ho_Chi_Minh?"),
        .init("Tue 5pm Kuala Lumpur time", refused: "did you mean Asia/Kuala_Lumpur?"),
        .init("Tue 17:00 CET Berlin", refused: "one zone can be named, and CET is already"),
        .init("Tue 17:00 Europe/Berln", refused: "did you mean Europe/Berlin?"),
        .init("Tue 17:00 UTC+2", refused: "an offset does not say when clocks change"),
        .init("Tue 17:00+02:00", refused: "an offset does not say when clocks change"),
    ]

    static let questions: [SlotSpelling] = [
        .init("Tue 5", refused: "write 5am (05:00) or 5pm (17:00)"), .init("Tue 5 o'clock", refused: "5am"),
        .init("Tue 17", refused: "write the hour as 17:00"), .init("Tue 11-1pm", refused: "11am"),
        .init("Tue midnight", refused: "as the day begins, or as it ends?"), .init("Tue 24:00", refused: "as it ends?"),
        .init("Tue 12am", refused: "as it ends?"),
        .init("Tue 12", refused: "noon or midnight? write 12:00"),
        .init("biweekly Thu 20:00", refused: "or twice a week?"),
        .init("every second Tuesday 17:00", refused: "every other Tuesday, or the 2nd Tuesday of every month?"),
        .init("every 3rd Thu 17:00", refused: "every 3 weeks on Thursday, or the 3rd Thursday"),
        .init("2nd Tue and Thu 17:00", refused: "every Thursday, or of the month"),
        .init("Tue and 2nd Thu 17:00", refused: "one of the month"),
        .init("monthly Tue 17:00", refused: "which Tuesday"),
        .init("Tue 17:00 and Thu 18:00", refused: "a slot of its own"),
        .init("Tue 5pm or 6pm", refused: "a slot of its own"),
        .init("Tue morning 20:00", refused: "20:00 is not in the morning"),
        .init("Tue 17:00-18:00 for 2 hours", refused: "it is 60 minutes; write one of the two"),
        .init("Tue 17:00 for a while", refused: "such as for 1 hour"),
        .init("Tue 17:00; Thu 18:00", refused: "a slot of its own"),
        .init("Tue evening", refused: "at which hour? such as Tue 17:00"),
        .init("Tue", refused: "at which hour? such as Tue 17:00"), .init("17:00", refused: "on which day?"),
        .init("every other day 17:00", refused: "name those that you mean"),
        .init("every 60 weeks on Tue 17:00", refused: "every 1 to 52 weeks"),
        .init("every 60th week on Tue 17:00", refused: "every 1 to 52 weeks"),
        .init("5 Jan 17:00", refused: "--from and --until"), .init("2027-01-05 17:00", refused: "--from and --until"),
        .init("tomorrow 17:00", refused: "--from and --until"), .init("Tue 17:00 until June", refused: "--until"),
        .init("Tue 17:00 until 30 June", refused: "--until"),
        .init("15th 17:00", refused: "BYMONTHDAY"), .init("Tue 17:00 except 2027-02-09", refused: "away add"),
    ]

    static let misspelt: [SlotSpelling] = [
        .init("", refused: "a weekday and an hour"), .init("Tus 17:00", refused: "did you mean Tue"),
        .init("Wendesday 17:00", refused: "did you mean Wednesday?"),
        .init("evry other Thu 20:00", refused: "did you mean every?"),
        .init("Di 17:00", refused: "expected the like of Tue 17:00"), .init("Tue 25:00", refused: "there is no 25:00"),
        .init("Tue 17:60", refused: "00 to 59"), .init("Tue 17:0", refused: "two digits"),
        .init("Tue 17:00pm", refused: "write 17:00 without pm"), .init("Tue 500", refused: "is no hour"),
        .init("Tue 1799", refused: "there is no 17:99"),
        .init("Tue 18:00-17:00", refused: "ends before it begins"), .init("6th Tue 17:00", refused: "a 1st to a 5th"),
        .init("Tue 17:00 !", refused: "at character 11"),
        .init("next Tue 17:00", refused: "a slot recurs"),
    ]
}
