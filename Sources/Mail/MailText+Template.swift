import Mustache
import Wording

/// The names that the templates know; asked for one by one, since finding them by reflection takes most of a mail's time.
extension MailText: MustacheParent {
    package func child(named name: String) -> Any? {
        switch name {
        case "subject": subject
        case "reader": reader
        case "lead": lead
        case "title": title
        case "code": code
        case "when": when
        case "zone": zone
        case "mentor": mentor
        case "location": location
        case "review": review
        case "reviewAddress": reviewAddress
        case "edition": edition
        case "questions": questions
        case "hasQuestions": !questions.isEmpty
        case "reason": reason
        case "notes": notes
        case "calendar": calendar
        case "advice": advice
        case "linksEnd": linksEnd
        case "program": program
        case "contact": contact
        default: nil
        }
    }
}

extension MailText.Advice: MustacheParent {
    package func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "command": command
        case "link": link
        default: nil
        }
    }
}
