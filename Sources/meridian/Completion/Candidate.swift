/// One way to go on with a word, and what it is, for shells that say so.
struct Candidate: Hashable {
    let word: String
    var remark = ""
}
