/// The texts that the program carries inside itself, so that a moved binary needs no file beside it.
///
/// They are plain files beside this one, embedded by SwiftPM's `.embedInCode`. A file that is missing or renamed stops the
/// build, so nothing here can fail at run time.
public enum AppResources {
    /// A Mustache template under `templates/`.
    public enum Template: CaseIterable, Sendable {
        /// The plain text of an invitation.
        case invitationText
        /// The same as HTML.
        case invitationHTML
        /// The plain text that asks whether somebody signed up.
        case signUpText
        /// The plain text by which somebody signs in.
        case signInText
        /// The plain text that tells somebody of a token that was made for them.
        case tokenText
        /// The plain text about somebody's joining.
        case joinText
        /// The plain text that asks whether a mail that could not be taken was theirs.
        case askingText
        /// The plain text around what somebody wrote to a program, for those who organize it.
        case forwardedText
        /// The plain text that says what became of what a mail asked for.
        case replyText
        /// The plain text about somebody's move to another address.
        case moveText
        /// What every page has around it.
        case page
        /// Where a visitor says their zone.
        case pageZone
        /// How to subscribe to feeds.
        case pageCalendars
        /// What changing clocks do to somebody's hours.
        case pageHourMoves
        /// Somebody's weeks of duties.
        case pageDuties
        /// The page that lists all programs.
        case home
        /// A program's page.
        case program
        /// What is next in a program, for other sites.
        case embedded
        /// What browsers are shown of an error.
        case error
        /// A session's page.
        case session
        /// What is next for whoever is signed in.
        case me
        /// A session on that page.
        case meSession
        /// A session further away, on that page.
        case meLine
        /// The form by which it is asked why somebody does not lead in a week.
        case whyNot
        /// The duties at which somebody takes turns, or could.
        case meVolunteering
        /// A program's reviews, to vote for.
        case meReviews
        /// What somebody sets for themself.
        case meSettings
        /// What leaving a program would do.
        case meLeaving
        /// What a mentor does in a program.
        case meMentoring
        /// What an organizer does in a program.
        case meOrganizing
        /// A program's file, or a new program's.
        case meFile
        /// What a new program has to begin with.
        case meNew
        /// What planning a season would do, to be published.
        case mePlan
        /// Who did what, a page of it.
        case meLog
        /// An answer to something that was asked, with what can be done about it.
        case answer
        /// The parts of an answer.
        case answerParts
        /// A form that has something done.
        case action
        /// Where somebody says which of two sessions they mean.
        case choice
        /// Somebody's own page.
        case ownPage
        /// Where somebody signs up.
        case signUp
        /// Where somebody confirms that they did.
        case confirmation
        /// Where somebody gives the address by which they sign in.
        case signIn
        /// From where they come who sign in, in each of its forms.
        case signInOrigin
        /// What is behind the link by which somebody signs in.
        case signInLink
        /// Where somebody settles what a mail asks them: what they meant, whether an address is theirs, whether they go on.
        case mailMatter
    }

    /// A template's text, UTF-8, at most a few KB.
    public static func template(_ template: Template) -> String {
        switch template {
        case .invitationText: text(PackageResources.invitation_txt_mustache)
        case .invitationHTML: text(PackageResources.invitation_html_mustache)
        case .signUpText: text(PackageResources.sign_up_txt_mustache)
        case .signInText: text(PackageResources.sign_in_txt_mustache)
        case .tokenText: text(PackageResources.token_txt_mustache)
        case .joinText: text(PackageResources.join_txt_mustache)
        case .askingText: text(PackageResources.asking_txt_mustache)
        case .forwardedText: text(PackageResources.forwarded_txt_mustache)
        case .replyText: text(PackageResources.reply_txt_mustache)
        case .moveText: text(PackageResources.move_txt_mustache)
        case .page: text(PackageResources.page_html_mustache)
        case .pageZone: text(PackageResources.page_zone_html_mustache)
        case .pageCalendars: text(PackageResources.page_calendars_html_mustache)
        case .pageHourMoves: text(PackageResources.page_hour_moves_html_mustache)
        case .pageDuties: text(PackageResources.page_duties_html_mustache)
        case .home: text(PackageResources.home_html_mustache)
        case .program: text(PackageResources.program_html_mustache)
        case .embedded: text(PackageResources.embedded_html_mustache)
        case .error: text(PackageResources.error_html_mustache)
        case .session: text(PackageResources.session_html_mustache)
        case .me: text(PackageResources.me_html_mustache)
        case .meSession: text(PackageResources.me_session_html_mustache)
        case .meLine: text(PackageResources.me_line_html_mustache)
        case .whyNot: text(PackageResources.why_not_html_mustache)
        case .meVolunteering: text(PackageResources.me_volunteering_html_mustache)
        case .meReviews: text(PackageResources.me_reviews_html_mustache)
        case .meSettings: text(PackageResources.me_settings_html_mustache)
        case .meLeaving: text(PackageResources.me_leaving_html_mustache)
        case .meMentoring: text(PackageResources.me_mentoring_html_mustache)
        case .meOrganizing: text(PackageResources.me_organizing_html_mustache)
        case .meFile: text(PackageResources.me_file_html_mustache)
        case .meNew: text(PackageResources.me_new_html_mustache)
        case .mePlan: text(PackageResources.me_plan_html_mustache)
        case .meLog: text(PackageResources.me_log_html_mustache)
        case .answer: text(PackageResources.answer_html_mustache)
        case .answerParts: text(PackageResources.answer_parts_html_mustache)
        case .action: text(PackageResources.action_html_mustache)
        case .choice: text(PackageResources.choice_html_mustache)
        case .ownPage: text(PackageResources.own_page_html_mustache)
        case .signUp: text(PackageResources.sign_up_html_mustache)
        case .confirmation: text(PackageResources.confirmation_html_mustache)
        case .signIn: text(PackageResources.sign_in_html_mustache)
        case .signInOrigin: text(PackageResources.sign_in_origin_html_mustache)
        case .signInLink: text(PackageResources.sign_in_link_html_mustache)
        case .mailMatter: text(PackageResources.mail_matter_html_mustache)
        }
    }

    /// The pages' stylesheet, CSS in UTF-8.
    public static let stylesheet = text(PackageResources.meridian_css)

    /// The pages' icon, an SVG document.
    public static let icon = text(PackageResources.page_icon_svg)

    /// The pages' script, without which they work too.
    public static let script = text(PackageResources.page_js)

    /// A program file to start from (YAML), which `meridian program apply` accepts as it is.
    public static let exampleProgram = text(PackageResources.nova_yaml)

    /// A shell that can complete commands.
    public enum Completion: Sendable {
        /// Each says how that shell does it.
        case bash, zsh, fish
    }

    /// The script by which a shell completes the program's commands.
    public static func completion(_ shell: Completion) -> String {
        switch shell {
        case .bash: text(PackageResources.meridian_bash)
        case .zsh: text(PackageResources.meridian_zsh)
        case .fish: text(PackageResources.meridian_fish)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
