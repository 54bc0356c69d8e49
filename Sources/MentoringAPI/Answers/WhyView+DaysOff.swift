import Mentoring

// From when to when somebody is away is theirs to know, and their organizers'; others learn that they are.

extension WhyView {
    /// The same for who may not know the days on which others are away.
    package var withoutDaysOff: WhyView {
        var view = self
        view.objections = objections.map(\.withoutDaysOff)
        return view
    }
}

extension WhyNotView {
    /// The same for who may not know the days on which others are away.
    package var withoutDaysOff: WhyNotView {
        var view = self
        view.objection = objection.withoutDaysOff
        return view
    }
}

extension ObjectionView {
    fileprivate var withoutDaysOff: ObjectionView {
        guard ground == .away else { return self }
        var view = self
        view.sentence = "\(mentor) is away then"
        return view
    }
}
