/// When an event is said to be, in the line of a text: “Thursday, January 21, 2027 17:00 (IST)”.
enum EventDay {
    /// Whether a line in small letters says nothing but a time on a day, or the one before or after, where its reader's clock has it.
    ///
    /// - Parameters:
    ///   - text: the line.
    ///   - days: year, month and day, in digits, on which the event may begin.
    /// - Returns: false also for a day that is none of them: that is one that somebody proposes.
    static func isSaid(in text: String, of days: [String]) -> Bool {
        let tokens = text.split(whereSeparator: \.isWhitespace).filter { token in
            !zones.contains { token.drop { $0 == "(" }.hasPrefix($0) }
        }
        let words = tokens.flatMap { AnswerLine.words($0) }
        let numbers = words.flatMap { $0.split { !$0.isNumber } }.compactMap { Int($0) }
        guard numbers.count >= 3, words.allSatisfy(isTimeWord) else { return false }
        return days.contains { day in
            guard day.utf8.count >= 8, let year = Int(day.prefix(4)), let date = Int(day.dropFirst(6).prefix(2)) else {
                return false
            }
            let near = date == 1 ? [1, 2, 28, 29, 30, 31] : [date - 1, date, date + 1] + (date >= 28 ? [1] : [])
            return numbers.contains(year) && numbers.contains(where: near.contains)
        }
    }

    private static func isTimeWord(_ word: Substring) -> Bool {
        let rest = word.drop(while: \.isNumber)
        return rest.isEmpty || rest.count < word.count && endings.contains(rest)
            || names.contains { rest.hasPrefix($0) && rest.count <= 10 } || small.contains(rest)
            || word.allSatisfy { $0.isNumber || "年月日时時分点點火水木金土曜星期周一二三四五六년월일시분요화수목금토오전후上午下午前後".contains($0) }
    }

    private static let endings: Set<Substring> = ["th", "st", "nd", "rd", "am", "pm", "h", "t", "z"]
    /// Beginnings of the names of weekdays and months that are nothing else.
    private static let names: [Substring] = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "januar", "februar", "march",
        "april",
        "august", "septemb", "octob", "novemb", "decemb", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
        "samstag", "sonntag", "oktober", "dezember", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche",
        "janvier", "février", "juillet", "octobre", "décembre", "lunes", "martes", "miércoles", "jueves", "viernes",
        "enero",
        "febrero", "gennaio", "febbraio", "janeiro", "fevereiro", "maandag", "dinsdag", "woensdag", "donderdag",
        "vrijdag",
        "январ", "феврал", "апрел", "август", "сентябр", "октябр", "ноябр", "декабр",
    ]
    private static let small: Set<Substring> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "june", "jul",
        "july",
        "aug", "sep", "sept", "oct", "nov", "dec", "mo", "di", "mi", "do", "fr", "sa", "so", "mai", "juni", "juli",
        "mär", "märz",
        "okt", "dez", "mars", "avril", "juin", "août", "de", "am", "pm", "at", "to", "um", "bis", "uhr", "à", "from",
        "until",
        "utc", "gmt", "ist", "cet", "cest", "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "jst", "kst",
        "aest",
        "aedt", "acst", "awst", "nzst", "nzdt", "eet", "eest", "wet", "west", "msk", "wat", "cat", "eat", "sast", "brt",
        "art",
        "hkt", "sgt", "wib", "pkt",
    ]
    private static let zones = [
        "africa/", "america/", "asia/", "europe/", "australia/", "pacific/", "atlantic/", "indian/", "etc/",
    ]
}
