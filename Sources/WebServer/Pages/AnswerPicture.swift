import MentoringAPI
import Pictures

extension AnswerPage {
    /// The picture of an answer that people would rather look at, as a part of a page; nil for what is only read.
    ///
    /// What it shows stands in words below it.
    static func picture(of answer: Any) -> String? {
        switch answer {
        case let report as SeasonReportView: PagePicture(report).inPage
        case let health as HealthView: PagePicture(health).inPage
        case let plan as PlanView: PagePicture(plan)?.inPage
        default: nil
        }
    }
}
