/// The words of which calendar programs make the sentence that says what their owner has answered, by language.
///
/// A sentence that holds any other word is a person's: “… declined because of the flu” begins as a program's does.
struct AnswerVocabulary {
    /// Those that say the answer.
    private let answers: Set<Substring>
    /// Those that stand around it.
    private let others: Set<Substring>

    private init(_ answers: String, _ others: String) {
        self.answers = Set(answers.split(separator: " "))
        self.others = Set(others.split(separator: " "))
    }

    /// Whether words say what somebody answered, and nothing else.
    static func saysAnswer(_ words: some Collection<Substring>) -> Bool {
        guard words.count <= 16 else { return false }
        return languages.contains { language in
            words.contains(where: language.answers.contains)
                && words.allSatisfy { language.answers.contains($0) || language.others.contains($0) }
        }
    }

    /// Whether words are an answer that stands alone, or before what the event is.
    static func isAnswer(_ words: some Collection<Substring>) -> Bool {
        (1...3).contains(words.count) && (saysAnswer(words) || words.allSatisfy(alone.contains))
    }

    /// Whether a text in a script without blanks says what somebody answered, and nothing else.
    static func saysAnswerWithoutBlanks(_ text: some StringProtocol) -> Bool {
        var rest = String(text.prefix(40).filter { !"。、，.! ".contains($0) })
        var isAnswered = false
        for sign in signs where rest.contains(sign) {
            rest = rest.replacing(sign, with: "|")
            isAnswered = true
        }
        for particle in particles { rest = rest.replacing(particle, with: "|") }
        return isAnswered && text.count <= 40 && rest.allSatisfy { $0 == "|" }
    }

    private static let alone: Set<Substring> = [
        "tentative", "tentativ", "vorbehalt", "mit", "provisoire", "provisional", "承諾", "辞退", "接受", "拒绝", "拒絕", "谢绝",
        "수락", "거절", "承諾済み",
    ]

    private static let languages = [
        AnswerVocabulary(
            "accepted declined",
            "has have been is was tentatively the this your an a to for following event meeting appointment invitation invite"
                + " calendar request response on by"),
        AnswerVocabulary(
            "akzeptiert angenommen zugesagt abgelehnt abgesagt",
            "hat die den der das diese diesen dieses ihre ihren ihr zu zum zur unter mit vorbehalt vorläufig einladung"
                + " termineinladung termin besprechung besprechungsanfrage folgenden ereignis"),
        AnswerVocabulary(
            "accepté refusé décliné",
            "a est votre cette cet l'invitation l’invitation invitation l'événement l’événement événement réunion la le à"
                + " au provisoirement"),
        AnswerVocabulary(
            "aceptado aceptada rechazado rechazada declinado",
            "ha la el tu su esta este invitación al a evento reunión provisionalmente tentativamente"),
        AnswerVocabulary(
            "aceitou recusou aceite aceito recusado recusada",
            "foi o a seu sua este esta convite para evento reunião provisoriamente"),
        AnswerVocabulary(
            "accettato rifiutato declinato",
            "ha il la l'invito l’invito invito tuo suo questo all'evento all’evento alla"
                + " evento riunione provvisoriamente"),
        AnswerVocabulary(
            "geaccepteerd aanvaard afgewezen geweigerd",
            "heeft is de het deze uw je uitnodiging voor afspraak vergadering gebeurtenis voorlopig"),
        AnswerVocabulary(
            "accepterat avböjt accepteret afvist godtatt akseptert avslått",
            "har din denna denne den inbjudan invitationen invitasjonen till til mötet mødet møtet preliminärt foreløbigt"
                + " foreløpig"),
        AnswerVocabulary("hyväksynyt hylännyt hyväksyi hylkäsi", "on kutsun kutsusi tämän alustavasti"),
        AnswerVocabulary(
            "zaakceptował zaakceptowała przyjął przyjęła odrzucił odrzuciła",
            "a ła zaproszenie to na wstępnie spotkanie"),
        AnswerVocabulary(
            "přijal přijala odmítl odmítla prijal prijala odmietol odmietla",
            "a la pozvánku tuto túto vaši vašu na předběžně predbežne"),
        AnswerVocabulary("elfogadta elutasította", "a az ezt meghívót meghívást feltételesen"),
        AnswerVocabulary("reddetti kabul", "etti bu daveti davetinizi etkinlik toplantı geçici olarak"),
        AnswerVocabulary(
            "принял приняла отклонил отклонила",
            "а ла приглашение ваше это на встречу мероприятие предварительно"),
        AnswerVocabulary(
            "прийняв прийняла відхилив відхилила", "ла запрошення ваше це на зустріч подію попередньо"),
    ]

    private static let signs = ["承諾", "辞退", "接受", "拒绝", "拒絕", "谢绝", "謝絕", "수락", "거절"]
    /// The longer before those that they hold.
    private static let particles = [
        "しました", "されました", "さん", "様", "招待", "会議", "この", "への", "仮", "は", "が", "を", "に", "已", "暂时", "暫時", "您的", "邀请",
        "邀請", "此", "会议", "了", "님이", "님께서", "초대를", "초대", "이", "를", "했습니다", "하였습니다",
    ]
}
