import Foundation
import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// A form on a page that has a request sent, for the template: a button, with fields before it where something is to be filled in.
struct Action: Encodable {
    let address: String
    /// What is sent along and not shown.
    let hidden: [Hidden]
    /// What is to be filled in.
    let fields: [FormField]
    let label: String
    /// Says more to who cannot see what stands around the button; the label is in it.
    let description: String
    /// Whether it takes something away.
    let isGrave: Bool
    /// Whether it would be refused, since its program is archived: it is not shown.
    var isRefused = false

    /// A field that is not shown.
    struct Hidden: Encodable {
        let name: String
        let value: String
    }
}

/// Makes the forms of a page that somebody who is signed in looks at.
///
/// A page's buttons are the requests that the command line and the API have: what is known of one stands in the form, the rest is
/// asked for in the words in which the request describes it.
struct Actions {
    /// The names of the fields that are the form's own and no request's.
    static let once = "form-key", back = "form-page", asked = "form-fields", named = "form-name", looked = "form-seen"
    static let stood = "form-stood"
    static let ownFields = [once, back, asked, named, looked, stood]

    /// What stands in a form's address for what is filled in.
    private static let open = "_"

    let visitor: SignedInPerson
    private let root: String
    private let page: String
    /// One for each time that a page is shown, so that a form sent twice is done once.
    private let key = UUID().uuidString
    private let token: String
    private let isInArchive: Bool

    /// - Parameters:
    ///   - visitor: who looks at the page.
    ///   - root: the path that precedes every path of ours.
    ///   - page: the page's path below it, to which one comes back.
    ///   - isInArchive: whether all of the page is about a program that is archived.
    init(for visitor: SignedInPerson, root: String, page: String, isInArchive: Bool = false) {
        self.isInArchive = isInArchive
        self.visitor = visitor
        token = visitor.formToken
        self.root = root
        self.page = page
    }

    /// What a form does that is sent.
    enum Purpose: String {
        /// It has the request carried out.
        case act = "do"
        /// It shows what that would do, with a button that does it.
        case look
    }

    /// A button that sends a request as it is.
    func button(
        _ request: some MentoringAPI.Request, _ label: String, about subject: String = "", isGrave: Bool = false,
        to purpose: Purpose = .act
    ) -> Action {
        form(
            type(of: request), of: request.shownValues, asking: [:], label, about: subject, isGrave: isGrave,
            to: purpose)
    }

    /// A form that asks for some of a request's fields.
    ///
    /// - Parameters:
    ///   - request: which.
    ///   - known: what is known of it.
    ///   - names: the fields to be filled in, in their order, each with what stands there already.
    ///   - label: what stands on the button.
    ///   - subject: what it is about, for whoever does not see what stands around it.
    ///   - isGrave: whether it takes something away.
    ///   - purpose: what is done when it is sent.
    /// - Returns: the form.
    func form<R: MentoringAPI.Request>(
        _ request: R.Type, of known: [String: JSONValue], asking names: KeyValuePairs<String, String>, _ label: String,
        about subject: String = "", isGrave: Bool = false, to purpose: Purpose = .act
    ) -> Action {
        let asked = names.map(\.key)
        let path = R.route.path(with: known.merging(asked.map { ($0, .text(Self.open)) }) { known, _ in known }) {
            $0.percentEncoded(keeping: "")
        }
        let hidden = R.route.otherFields.filter { !asked.contains($0.name) }.compactMap { field in
            known[field.name].map { Action.Hidden(name: field.name, value: $0.texts.joined(separator: "\n")) }
        }
        let description = subject.isEmpty ? label : "\(label): \(subject)"
        // Of one request a page may have a form for each of several people.
        let mark =
            names.isEmpty ? "" : R.name + path + hidden.map { "-" + Array($0.value.utf8).hexadecimal }.joined()
        let name = purpose == .look ? [Action.Hidden(name: Self.named, value: description)] : []
        return Action(
            address: "\(root)\(Self.path(to: purpose, R.self))/\(path)",
            hidden: hidden + own(asking: asked, standing: Self.standing(names, in: R.self)) + name,
            fields: names.compactMap { name, value in
                R.route.fields.first { $0.name == name }.map {
                    FormField($0, value: value, in: purpose.rawValue + mark)
                }
            }, label: label, description: description, isGrave: isGrave,
            isRefused: isInArchive && !R.worksInArchive)
    }

    /// The form that was sent and could not be done, with what was typed in; nil where nothing was.
    ///
    /// - Parameters:
    ///   - request: what it asks for.
    ///   - path: where it was sent to, below the root.
    ///   - form: what was filled in.
    ///   - error: why it could not be done.
    ///   - zones: the zones in force.
    /// - Returns: the form.
    func again<R: MentoringAPI.Request>(
        _ request: R.Type, at path: String, _ form: Form, after error: any Error, zones: TimeZoneCatalog
    ) -> Action? {
        let names = (form[Self.asked] ?? "").split(separator: " ").map(String.init)
        let asked = names.compactMap { name in R.route.fields.first { $0.name == name } }
        guard !asked.isEmpty else { return nil }
        let isBadInput = Failure(error).kind == .badInput
        let wrong = isBadInput ? asked.first { !$0.takes(written: form[$0.name] ?? "", zones: zones) } : nil
        let hidden = R.route.otherFields.filter { !names.contains($0.name) }.compactMap { field in
            form[field.name].map { Action.Hidden(name: field.name, value: $0) }
        }
        return Action(
            address: root + path,
            hidden: hidden + own(asking: names, standing: form[Self.stood])
                + (form[Self.named].map { [Action.Hidden(name: Self.named, value: $0)] } ?? []),
            fields: asked.map {
                FormField($0, value: form[$0.name] ?? "", in: R.name + path, isWrong: $0.name == wrong?.name)
            }, label: "Try again", description: "Try again", isGrave: false)
    }

    /// The form that does what was shown before.
    ///
    /// - Parameters:
    ///   - request: what it asks for.
    ///   - path: where the form that was only to show it was sent to, below the root.
    ///   - form: what was filled in there.
    ///   - confirming: the fields that are still to be filled in, after what was shown.
    /// - Returns: a button, since everything else is known.
    func deed<R: MentoringAPI.Request>(
        of request: R.Type, shownAt path: String, _ form: Form, confirming: [String] = []
    ) -> Action {
        let unsent = confirming + [FieldDescription.dryRun.name]
        let hidden = RequestReader<R>.fields(of: form).filter { !unsent.contains($0.name) }.compactMap { field in
            form[field.name].map { Action.Hidden(name: field.name, value: $0) }
        }
        let before = (form[Self.asked] ?? "").split(separator: " ").map(String.init)
        let asked = before + confirming.filter { !before.contains($0) }
        let (look, act) = (Self.path(to: .look, R.self), Self.path(to: .act, R.self))
        return Action(
            address: root + act + path.dropFirst(look.count),
            hidden: hidden + own(asking: asked, standing: form[Self.stood])
                + [Action.Hidden(name: Self.looked, value: "yes")],
            fields: R.route.otherFields.filter { confirming.contains($0.name) }.map {
                FormField($0, value: form[$0.name] ?? "", in: R.name + path)
            },
            label: "Do it", description: "Do it: \(form[Self.named] ?? R.route.summary)", isGrave: true)
    }

    /// A button of a page that does something of its own, with what is sent along.
    func button(at path: String, _ hidden: [Action.Hidden], _ label: String) -> Action {
        Action(
            address: root + path, hidden: hidden + own(asking: []), fields: [], label: label, description: label,
            isGrave: true)
    }

    /// A form of a page that asks for something of its own, and does nothing yet.
    func form(at path: String, asking fields: [FormField], _ label: String) -> Action {
        Action(
            address: root + path, hidden: own(asking: fields.map(\.name)), fields: fields, label: label,
            description: label, isGrave: false)
    }

    /// Where forms of a request are sent to, before its own path.
    static func path<R: MentoringAPI.Request>(to purpose: Purpose, _ request: R.Type) -> String {
        "/me/\(purpose.rawValue)/\(R.route.method.rawValue.lowercased())"
    }

    /// What stands in a form's optional fields before anybody types, by which it is known afterwards what somebody changed; nil where
    /// nothing does.
    private static func standing<R: MentoringAPI.Request>(
        _ names: KeyValuePairs<String, String>, in request: R.Type
    ) -> String? {
        let optional = Set(R.route.otherFields.filter(\.isOptional).map(\.name))
        let values = names.filter { optional.contains($0.key) && !$0.value.isEmpty }.map { ($0.key, $0.value) }
        guard !values.isEmpty, let bytes = try? JSON.bytes(Dictionary(values) { first, _ in first }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What every form has of its own.
    private func own(asking names: [String], standing: String? = nil) -> [Action.Hidden] {
        let asked = names.isEmpty ? [] : [Action.Hidden(name: Self.asked, value: names.joined(separator: " "))]
        let stood = standing.map { [Action.Hidden(name: Self.stood, value: $0)] } ?? []
        return asked + stood + [
            Action.Hidden(name: FormToken.field, value: token),
            Action.Hidden(name: Self.once, value: key), Action.Hidden(name: Self.back, value: page),
        ]
    }
}

extension MentoringAPI.Request {
    /// What it asks, as far as it can be written down, which everything that a page makes can.
    fileprivate var shownValues: [String: JSONValue] { (try? values()) ?? [:] }
}
