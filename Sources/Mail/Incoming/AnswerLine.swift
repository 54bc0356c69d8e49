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

    /// Whether it asks, calls or smiles, as no program does.
    var isSpoken: Bool {
        text.contains { "?？؟!！".contains($0) }
            || text.unicodeScalars.contains { $0.properties.isEmoji && $0.value > 0x2000 && $0.value != 0x2122 }
            || text.split(whereSeparator: \.isWhitespace).contains { token in
                !token.contains { $0.isLetter || $0.isNumber } && token.contains { ":;=".contains($0) }
                    && token.contains { "()[]/\\|".contains($0) }
            }
    }

    /// Whether it is nothing but a ruled line, or an empty point of a list.
    var isRuler: Bool { text.allSatisfy { "-_*=~•·|–—".contains($0) } }

    /// What stands before its first colon, of at most three words, and behind it.
    var fact: (label: [Substring], value: String)? {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let label = Self.words(text[..<colon])
        let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        return (1...3).contains(label.count) ? (label, String(value)) : nil
    }

    /// Whether it says what stands before its colon as mails and invitations do.
    var isLabelled: Bool { fact.map { $0.label.count == 1 && Self.labels.contains($0.label[0]) } ?? false }

    /// “Sent from my iPhone”, of which device ever.
    var isFooter: Bool {
        let own = text.firstRange(of: "<https://aka.ms/").map { Self.words(text[..<$0.lowerBound]) } ?? words
        return own.count <= 10 && !isSpoken && own.contains(where: Self.devices.contains)
            && (own.starts(with: ["get", "outlook"]) || own.contains(where: Self.sent.contains))
            && own.allSatisfy { word in
                Self.sent.contains(word) || Self.devices.contains(word) || Self.aroundDevices.contains(word)
                    || word.contains(where: \.isNumber) && word.count <= 5
            }
            || words == ["iphoneから送信"] || words == ["发自我的iphone"]
    }
}

extension AnswerLine {
    /// Before what the event is.
    private static let labels: Set<Substring> = [
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

    private static let sent: Set<Substring> = [
        "sent", "gesendet", "envoyé", "enviado", "inviato", "verzonden", "verstuurd", "skickat",
        "sendt", "wysłane", "wysłano", "odesláno", "отправлено",
    ]
    private static let devices: Set<Substring> = [
        "iphone", "ipad", "android", "outlook", "samsung", "galaxy", "windows", "gmail", "yahoo", "protonmail",
        "proton",
        "thunderbird", "blackberry", "ios", "mail", "phone", "smartphone", "mobile", "tablet",
    ]
    private static let aroundDevices: Set<Substring> = [
        "get", "from", "my", "for", "with", "on", "secure", "email", "device",
        "pixel", "von", "der", "mit", "einem", "meinem", "de", "depuis", "mon", "desde", "mi", "do", "meu", "da", "dal",
        "mio", "vanaf", "mijn", "met", "från", "min", "fra", "z", "mojego", "mého", "с", "моего", "из",
    ]
}
