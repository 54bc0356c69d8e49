import Mentoring
import MentoringService
import Testing

@Suite("The address of a change")
struct ChangeAddressTests {
    @Test(
        "is the same however it is spelled",
        arguments: [
            (
                "https://review.example.org/c/openstack/nova/+/900001",
                [
                    "https://review.example.org/c/openstack/nova/+/900001/",
                    "https://review.example.org/c/openstack/nova/+/900001/3",
                    "https://review.example.org/c/openstack/nova/+/900001/2..3/setup.py#12",
                    "http://Review.Example.org:80/c/openstack/nova/+/900001?tab=comments",
                    "HTTPS://review.example.org:443/c/openstack/nova/+/900001#message-1",
                ]
            ),
            (
                "https://github.com/swiftlang/swift/pull/12",
                [
                    "https://github.com/swiftlang/swift/pull/12/", "https://github.com/SwiftLang/Swift/pull/12/files",
                    "http://www.github.com/swiftlang/swift/pull/12/commits/abc#diff-1",
                ]
            ),
            (
                "https://gitlab.example.org/group/sub/project/-/merge_requests/7",
                [
                    "https://gitlab.example.org/group/sub/project/-/merge_requests/7/diffs?commit_id=1",
                    "https://gitlab.example.org/group/sub/project/merge_requests/7#note_3",
                ]
            ),
            (
                "http://lists.example.org:8080/thread?id=1",
                ["http://lists.example.org:8080/thread?id=1#reply-2", "http://LISTS.example.org:8080/thread?id=1"]
            ),
        ])
    func spellings(canonical: String, others: [String]) throws {
        #expect(try ChangeAddress(canonical).url == canonical)
        for other in others { #expect(try ChangeAddress(other).url == canonical, "\(other)") }
    }

    @Test(
        "says what its server calls it, and which patch set it names",
        arguments: [
            ("https://review.example.org/c/openstack/nova/+/900001", "openstack/nova 900001", nil),
            ("https://review.example.org/c/c++/libs/+/1/4/a.cc", "c++/libs 1", 4),
            ("https://review.example.org/c/nova/+/1/2..5", "nova 1", 5),
            ("https://review.example.org/c/nova/+/1/setup.py", "nova 1", nil),
            ("https://github.com/swiftlang/swift/pull/12", "swiftlang/swift#12", nil),
            ("https://gitlab.example.org/gnome/gtk/-/merge_requests/7", "gnome/gtk!7", nil),
        ] as [(String, String, Int?)])
    func names(url: String, name: String, patchSet: Int?) throws {
        let address = try ChangeAddress(url)
        #expect((address.name, address.patchSet) == (name, patchSet))
    }

    @Test(
        "of anything else has no name",
        arguments: [
            "https://review.example.org/", "https://review.example.org/c/nova/+/", "https://review.example.org/c/+/1",
            "https://review.example.org/c/nova/+/0", "https://review.example.org/c/nova/+/1e9",
            "https://review.example.org/c/nova/+/9999999999", "https://review.example.org/c/../etc/+/1",
            "https://review.example.org/c/nova%2F..%2F/+/1", "https://github.com/swiftlang/swift/issues/12",
            "https://github.example.org/swiftlang/swift/pull/12", "https://github.com/swiftlang/swift",
            "https://gitlab.example.org/project/-/merge_requests/7", "https://gitlab.example.org/a/b/-/merge_requests",
        ])
    func elsewhere(url: String) throws {
        #expect(try ChangeAddress(url).name == nil)
        #expect(try ChangeAddress(url).place == .elsewhere)
    }
}
