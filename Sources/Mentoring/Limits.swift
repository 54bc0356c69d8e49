/// How much of each thing there may be; what is over is refused, with the number.
///
/// A season within them is planned in moments. They are far above what programs need, and there so that nobody can make
/// the server compute for minutes for everybody else.
public enum Limits {
    /// Mentors of a program, and volunteers for a duty.
    public static let mentors = 300
    /// Slots that a mentor may have in a program.
    public static let slots = 100
    /// Days that a slot may leave out.
    public static let exceptions = 800
    /// Times that all mentors of a program may offer in a season.
    public static let offers = 100_000
    /// Freezes of a program.
    public static let freezes = 400
    /// Absences of a person.
    public static let absences = 400
    /// Seasons in a program's file.
    public static let seasons = 100
    /// Nicknames of bots of a program.
    public static let bots = 100
    /// Addresses that are blocked in a program, and on the whole server.
    public static let blocks = 1000
    /// Strangers whom those who lead a program may invite within a day.
    public static let invitations = 200
    /// Proposals of one person in a program that nobody has picked yet.
    public static let proposals = 100
    /// People named in one request.
    public static let people = 500
    /// The first year in which a season may start: the planner counts minutes from 1970 back to the year 68.
    public static let firstYear = 100
    /// The last year in which a season may end: a year before dates do.
    public static let lastYear = 9998
}
