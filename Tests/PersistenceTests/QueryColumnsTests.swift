import Testing

@testable import Persistence

@Suite("The columns of a query")
struct QueryColumnsTests {
    @Test(
        "stand where they stand, in whatever order rows are asked",
        arguments: [
            [["a", "b", "c"], ["a", "b", "c"]],
            [["a", "c"], ["a", "b", "c"], ["c", "b", "a"], []],
            [["a", "b", "c"], ["a", "c"], ["b"], ["a", "a", "b", "b", "a"], ["c"]],
            [["a", "none", "b"], ["none", "none", "a"], ["b", "a", "none"]],
            [["a", "a", "b"], ["a", "a", "b"], ["b"]],
        ])
    func places(rows: [[String]]) {
        let places = ["a": 0, "b": 1, "c": 2]
        let columns = QueryColumns(["a", "b", "c", "a"])
        for column in rows.joined() {
            #expect(columns.place(of: column) == places[column])
        }
    }
}
