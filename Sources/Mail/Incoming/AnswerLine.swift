/// A line of an answer, in small letters, as it is compared with what calendar programs write.
struct AnswerLine {
    let text: String
    /// Its words without what stands between them.
    let words: [Substring]

    init(_ text: String) {
        self.text = text
        words = Self.words(text)
    }

    /// The letters and digits of a text, in the words that they make.
    static func words(_ text: some StringProtocol) -> [Substring] {
        String(text).split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
    }

    /// Whether it asks something, as no program does.
    var asks: Bool { text.contains { "?？؟".contains($0) } }

    /// What stands before its first colon, of at most three words, and behind it.
    var fact: (label: [Substring], value: String)? {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let label = Self.words(text[..<colon])
        let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        return (1...3).contains(label.count) ? (label, String(value)) : nil
    }

    /// Its tokens without what is in quotation marks, and without these titles.
    func tokens(without titles: [String]) -> [Substring] {
        var kept = ""
        var isQuoted = false
        for character in text {
            if "\"“”„«»「」".contains(character) { isQuoted.toggle() } else if !isQuoted { kept.append(character) }
        }
        // A mark that is opened and never closed quotes nothing.
        if isQuoted { kept = text }
        for title in titles { kept = kept.replacing(title, with: "") }
        return kept.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// “Sent from my iPhone”, or an address alone.
    var isFooter: Bool {
        guard words.count <= 8, !asks else { return false }
        if !text.contains(where: \.isWhitespace), text.contains("://") { return true }
        return Self.footers.contains { text.hasPrefix($0) } && words.contains(where: Self.devices.contains)
    }

    /// Whether tokens are one clause: nothing is said behind a comma, a dash or the end of a sentence.
    static func isOneClause(_ tokens: ArraySlice<Substring>) -> Bool {
        let marks = ",;:.!…–—(、，。"
        return !tokens.contains("-") && !tokens.contains { $0.dropLast().contains("，") || $0.dropLast().contains("、") }
            && tokens.dropLast().allSatisfy { $0.last.map { !marks.contains($0) } ?? true }
            && !tokens.contains { $0.first == "(" }
    }

    /// Whether a value has a year and a time, or a day, of digits.
    static func isDate(_ value: String) -> Bool {
        let numbers = value.split { !$0.isNumber }
        return numbers.count >= 3 && numbers.contains { $0.count == 4 && $0.hasPrefix("20") }
    }

    /// Whether a word begins as one that says what somebody answered, or that they were invited.
    static func saysAnswer(_ word: Substring) -> Bool {
        stems.contains { word.hasPrefix($0) } || signs.contains { word.contains($0) }
    }

    /// Whether a word is nothing but an answer.
    static func isAnswer(_ word: Substring) -> Bool {
        stems.contains { word.hasPrefix($0) } || word.count <= 4 && saysAnswer(word)
    }
}

extension AnswerLine {
    /// In the languages of the programs whose answers we have seen.
    private static let stems = [
        "accept", "declin", "vorläuf", "tentativ", "invit", "attend", "akzept", "angenommen", "zugesagt", "abgelehn",
        "abgesagt",
        "vorbehalt", "einladung", "termineinladung", "refus", "déclin", "provis", "acept", "rechaz", "rifiut", "aceit",
        "recus", "convite", "geaccept", "afgewe", "uitnod", "avböj", "inbjud", "afvis", "avslå", "inbyd", "hyväks",
        "hylä", "kutsu", "zaakcept", "odrzu", "zaprosz", "přija", "odmít", "pozván", "prija", "odmiet", "elfogad",
        "elutas", "meghív", "kabul", "redde", "davet", "приня", "отклон", "приглаш", "прийня", "відхил", "запрош",
    ]
    private static let signs = ["承諾", "辞退", "招待", "出席", "欠席", "接受", "拒绝", "拒絕", "谢绝", "邀请", "邀請", "수락", "거절", "초대"]

    /// What only a person says of themself, or gives as a reason.
    static let personal: Set<Substring> = [
        "i", "i'm", "i’m", "i've", "i’ve", "i'll", "i’ll", "my", "me", "we", "our", "because", "since", "due", "sorry",
        "ich", "wir", "mein", "meine", "mich", "weil", "wegen", "je", "j'ai", "j’ai", "mon", "ma", "nous", "car",
        "parce",
        "yo", "mi", "mis", "porque", "eu", "meu", "minha", "io", "mio", "mia", "perché", "ik", "mijn", "omdat", "jag",
        "min", "jeg", "я", "мой", "моя", "мне",
    ]

    /// Before what the event is.
    static let labels: Set<Substring> = [
        "when", "where", "who", "date", "time", "subject", "title", "organizer", "organiser", "location", "from", "to",
        "cc", "sent", "event", "attendees", "invitees", "calendar", "wann", "wo", "wer", "datum", "zeit", "betreff",
        "ort", "von", "an", "gesendet", "titel", "quand", "où", "qui", "objet", "lieu", "de", "à", "envoyé", "cuándo",
        "dónde", "asunto", "lugar", "para", "enviado", "quando", "onde", "dove", "assunto", "oggetto", "luogo", "da",
        "a",
        "wanneer", "waar", "onderwerp", "locatie", "när", "var", "ämne", "kiedy", "gdzie", "когда", "где", "тема",
        "место",
        "日時", "場所", "件名", "时间", "時間", "地点", "地點", "主题", "主旨", "일시", "장소", "제목",
    ]

    /// What some programs write as if somebody had said it.
    static let sentences: Set<[Substring]> = [
        ["yes", "i", "will", "attend"], ["no", "i", "won't", "attend"], ["no", "i", "won’t", "attend"],
        ["i", "might", "attend"],
    ]

    private static let footers = [
        "sent from", "get outlook", "von meinem", "gesendet von", "gesendet mit", "envoyé d", "enviado d", "inviato d",
        "verzonden v", "verstuurd v", "skickat från", "sendt fra", "wysłan", "odesláno z", "отправлено", "iphoneから",
        "发自我的",
    ]
    private static let devices: Set<Substring> = [
        "iphone", "ipad", "android", "outlook", "samsung", "galaxy", "mail", "windows", "gmail", "yahoo", "protonmail",
        "proton", "thunderbird", "iphoneから送信", "blackberry", "ios",
    ]
}
