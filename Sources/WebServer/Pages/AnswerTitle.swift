import MentoringAPI

extension MentoringAPI.Request {
    /// What the page of its answer is called, and the way to it where there is one: what the request says of itself asks for it.
    static var title: String {
        answerTitles[name] ?? (route.summary.hasSuffix(".") ? "\(route.summary.dropLast())" : route.summary)
    }
}

private let answerTitles = [
    ReportSeason.name: "The season's report", ForecastSeason.name: "What is ahead", ShowHealth.name: "How it fares",
    ListProgress.name: "How far everybody is", ShowProgress.name: "How far they are",
    ListWrittenMail.name: "What people wrote", ShowMail.name: "What somebody wrote", ListOutbox.name: "Mail",
    ListProgramOutbox.name: "What was sent to people",
    ListSuppressed.name: "Addresses without mail", ShowAttendance.name: "Who came",
    ExplainSession.name: "Why this mentor", ExplainAbsence.name: "Why somebody does not lead",
]
