import Hummingbird

/// In this room a request is what comes over HTTP; what it asks for is a `MentoringAPI.Request`.
typealias Request = Hummingbird.Request
