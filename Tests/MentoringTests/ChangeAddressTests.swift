import Mentoring
import MentoringService
import Testing

@Suite("The address of a change")
struct ChangeAddressTests {
    @Test("is the same however it is spelled", arguments: Self.groups)
    func spellings(canonical: String, others: [String]) throws {
        let address = try ChangeAddress(canonical)
        #expect(address.url == canonical)
        for other in others {
            #expect(try ChangeAddress(other).url == canonical, "\(other)")
            #expect(try ChangeAddress(other).isSame(as: address), "\(other)")
        }
    }

    private static let groups: [(String, [String])] = [
        (
            "https://review.example.org/c/openstack/nova/+/900001",
            [
                "/c/openstack/nova/+/900001/", "/c/openstack/nova/+/900001/3", "/openstack/nova/+/900001",
                "/c/openstack/nova/+/900001/2..3/setup.py#12", "/c/openstack/nova/+/900001/2/a/+/7",
                "/c/openstack%2Fnova/+/900001", "/c/openstack%2fnova/+/900001/4", "/c/openstack%252Fnova/+/900001",
                "/c/openstack/nova/%2B/900001", "//c//openstack/nova/+/900001//", "/#/c/openstack/nova/+/900001/",
                "/#/c/openstack/nova/+/900001/2/setup.py", "/#/c/openstack%2Fnova/+/900001",
                "/changes/openstack%2Fnova~900001/detail",
                "/a/changes/openstack%2Fnova~900001", "/?polygerrit=1#/c/openstack/nova/+/900001",
            ].map { "https://review.example.org\($0)" } + [
                "http://Review.Example.org:80/c/openstack/nova/+/900001?tab=comments",
                "HTTPS://review.example.org:443/c/openstack/nova/+/900001#message-1",
                "https://review.example.org./c/openstack/nova/+/900001",
                "https://review.example.org:0443/c/openstack/nova/+/900001",
                "https://review.example.org:/c/openstack/nova/+/900001",
            ]
        ),
        (
            "https://review.example.org/c/900001",
            [
                "/900001", "/900001/", "/900001/2", "/c/900001/", "/c/900001/3/setup.py", "/#/c/900001",
                "/#/c/900001/", "/#/c/900001/2..3/setup.py", "/#!/c/900001/", "/#change,900001",
                "/#change,900001,patchset=2", "/#patch,sidebyside,900001,2,setup.py", "/#/q/900001", "/#/q/900001,n,z",
                "/q/900001", "/q/change:900001", "/changes/900001", "/?usp=search#/c/900001/",
            ].map { "http://review.example.org\($0)" }
        ),
        (
            "https://review.example.org/r/c/nova/+/7",
            [
                "/r/c/nova/+/7/2", "/r/nova/+/7", "/r/#/c/nova/+/7/", "/r//c/nova/+/7#message",
                "/r/changes/nova~7",
            ].map { "https://review.example.org\($0)" }
        ),
        (
            "https://review.example.org/gerrit/c/7",
            ["/gerrit/7", "/gerrit/#/c/7/", "/gerrit/#change,7", "/gerrit/c/7/1", "/gerrit/q/7"]
                .map { "https://review.example.org\($0)" }
        ),
        (
            "https://example.org/code/review/c/nova/+/7",
            ["https://example.org/code/review/c/nova/+/7/1", "https://example.org/code/review/#/c/nova/+/7/1..2/x"]
        ),
        (
            "https://github.com/swiftlang/swift/pull/12",
            [
                "https://github.com/swiftlang/swift/pull/12/", "https://github.com/SwiftLang/Swift/pull/12/files",
                "http://www.github.com/swiftlang/swift/pull/12/commits/abc#diff-1",
                "https://github.com/swiftlang/swift/pull/12.patch", "https://github.com/swiftlang/swift/pull/12.diff",
                "https://github.com/swiftlang/swift.git/pull/12/checks?check_run_id=1",
                "https://api.github.com/repos/swiftlang/swift/pulls/12",
                "https://api.github.com/repos/swiftlang/swift/pulls/12/files",
                "https://redirect.github.com/swiftlang/swift/pull/12",
                "https://patch-diff.githubusercontent.com/raw/swiftlang/swift/pull/12.patch",
                "https://github.com/SwiftLang/swift/issues/12",
                "https://github.com/swiftlang/swift/issues/12#issuecomment-1",
                "https://api.github.com/repos/swiftlang/swift/issues/12/comments",
            ]
        ),
        (
            "https://github.example.org/swiftlang/swift/pull/12",
            [
                "https://github.example.org/SwiftLang/swift/pull/12/files",
                "http://github.example.org/swiftlang/swift/pull/12.patch",
                "https://github.example.org/api/v3/repos/swiftlang/swift/pulls/12",
                "https://github.example.org/api/v3/repos/SwiftLang/swift/issues/12",
            ]
        ),
        (
            "https://octo.ghe.com/o/r/pull/12",
            [
                "https://api.octo.ghe.com/repos/O/r/pulls/12", "https://octo.ghe.com/o/r/issues/12",
                "https://api.octo.ghe.com/repos/o/r/issues/12",
            ]
        ),
        (
            "https://gitlab.example.org/group/sub/project/-/merge_requests/7",
            [
                "https://gitlab.example.org/group/sub/project/-/merge_requests/7/diffs?commit_id=1",
                "https://gitlab.example.org/group/sub/project/merge_requests/7#note_3",
                "https://gitlab.example.org/Group/Sub/Project/-/merge_requests/7/commits",
                "https://gitlab.example.org/group/sub/project/-/merge_requests/7.diff",
                "https://gitlab.example.org/group/sub/project/-/merge_requests/7.patch",
                "https://gitlab.example.org/api/v4/projects/group%2Fsub%2Fproject/merge_requests/7",
            ]
        ),
        (
            "https://example.org/gitlab/group/project/-/merge_requests/7",
            [
                "https://example.org/gitlab/Group/project/merge_requests/7/pipelines",
                "https://example.org/gitlab/api/v4/projects/group%2Fproject/merge_requests/7",
            ]
        ),
        (
            "https://codeberg.org/forgejo/forgejo/pulls/9",
            [
                "https://codeberg.org/Forgejo/forgejo/pulls/9/files",
                "http://codeberg.org/forgejo/forgejo/pulls/9.patch",
                "https://codeberg.org/forgejo/forgejo/pulls/9.diff#x",
                "https://codeberg.org/forgejo/forgejo/pulls/9/commits/",
                "https://codeberg.org/api/v1/repos/forgejo/forgejo/pulls/9",
                "https://codeberg.org/Forgejo/forgejo/issues/9#issuecomment-7",
                "https://codeberg.org/api/v1/repos/forgejo/forgejo/issues/9",
            ]
        ),
        (
            "https://example.org/git/o/r/pulls/9",
            [
                "https://example.org/git/O/R/pulls/9/files", "https://example.org/git/api/v1/repos/o/r/pulls/9.diff",
                "https://example.org/git/api/v1/repos/O/r/issues/9",
            ]
        ),
        (
            "http://lists.example.org:8080/thread?id=1",
            ["http://lists.example.org:8080/thread?id=1#reply-2", "http://LISTS.example.org:8080/thread/?id=1"]
        ),
    ]

    @Test(
        "means the same change where only the change itself is told apart",
        arguments: [
            ("https://review.example.org/c/900001", "https://review.example.org/c/nova/+/900001/3"),
            ("https://review.example.org/#/c/900001/", "http://review.example.org/c/nova/+/900001"),
            ("https://review.example.org/r/7", "https://review.example.org/r/c/a/b/+/7"),
            ("http://lists.example.org/~ada/1", "https://lists.example.org/%7Eada/1/"),
            ("https://lists.example.org/%c3%a9", "https://lists.example.org/%C3%A9"),
            // One count for issues and pull requests, whichever word the address has.
            ("https://git.example.org/o/r/issues/9", "https://git.example.org/o/r/pulls/9"),
            ("https://git.example.org/O/R/issues/9#issue-1", "http://git.example.org/o/r/pull/9/files"),
            ("http://example.org/git/o/r/issues/9", "https://example.org/git/o/r/pulls/9.patch"),
            ("https://git.example.org:3000/o/r/issues/9/", "https://git.example.org:3000/o/r/pulls/9"),
            // So two addresses of an issue are one, too.
            ("https://git.example.org/o/r/issues/9?tab=notes", "https://git.example.org/o/r/issues/9"),
            ("https://git.example.org/O/R/issues/9", "http://git.example.org/o/r.git/issues/9#!1"),
            ("https://git.example.org/o/r/issues/9/timeline", "https://git.example.org/o/r/issues/9.patch"),
            ("https://example.org/git/o/R/issues/9?a=/", "https://example.org/git/o/r/issues/9/?b=1"),
            ("https://gitlab.com/gnome/gtk/issues/9?x=1", "https://www.gitlab.com/Gnome/gtk/issues/9"),
        ])
    func same(first: String, second: String) throws {
        let addresses = try (ChangeAddress(first), ChangeAddress(second))
        #expect(addresses.0.isSame(as: addresses.1) && addresses.1.isSame(as: addresses.0))
    }

    @Test(
        "of one change is never that of another",
        arguments: [
            [
                "/o/r/issues/1?x=2", "/o/r/issues/2?x=1", "/o/r2/issues/1", "/a/o/r/issues/1", "/A/o/r/issues/1?x=1",
                "/o/r/issues?x=1", "/o/r/issues/1a?x=1",
            ],
            [
                "/#/c/900001/", "/#/c/900002/", "/#/c/nova/+/900003", "/#change,900004", "/900005", "/r/900001",
                "/gerrit/900001",
            ],
            ["/c/nova/+/1", "/c/neutron/+/1", "/r/c/nova/+/1", "/c/Nova/+/1", "/c/nova/+/11", "/c/x/nova/+/1"],
            [
                "/#/q/topic:a", "/#/q/topic:b", "/q/topic:a", "/q/Iabc", "/q/Iabd", "/id/I1", "/id/I2",
                "/#/dashboard/self", "/",
            ],
            [
                "/o/r/pull/1", "/o/r/pull/2", "/o/r/pulls/1", "/o/r2/pull/1", "/o2/r/pull/1",
                "/a/o/r/pulls/1",
            ],
            [
                "/o/r/issues/1", "/o/r/issues/2", "/o/r/pull/3", "/o/r2/pull/1", "/a/o/r/pulls/1", "/a/o/r/pull/1",
                "/o/r/issues/1a", "/o/r/issues/01", "/o/r/-/issues/1", "/r/issues/1", "/o/r/issues", "/c/o/r/+/1",
            ],
            [
                "/g/p/-/merge_requests/1", "/g/p/-/merge_requests/2", "/g/q/p/-/merge_requests/1", "/g/p/-/issues/1",
                "/g/p/issues/1", "/g/q/p/issues/1", "/g/p/-/work_items/1",
            ],
            ["/t?id=1", "/t?id=2", "/t#id=1", "/t#!1", "/t/u", "/t?b=/", "/t?b=", "/T?id=1", "/t%2Fu", "/t?id=%31%26"],
        ])
    func different(paths: [String]) throws {
        let addresses = try paths.map { try ChangeAddress("https://review.example.org\($0)") }
        for (place, address) in addresses.enumerated() {
            for other in addresses[(place + 1)...] {
                #expect(!address.isSame(as: other) && address.url != other.url, "\(address.url) \(other.url)")
            }
        }
        let ports = try [":8080", ":8443", ""].map { try ChangeAddress("https://review.example.org\($0)\(paths[0])") }
        #expect(!ports[0].isSame(as: ports[1]) && !ports[0].isSame(as: ports[2]))
    }

    @Test(
        "says what its server calls it, and which patch set it names",
        arguments: [
            ("https://review.example.org/c/openstack/nova/+/900001", "openstack/nova 900001", nil),
            ("https://review.example.org/c/c++/libs/+/1/4/a.cc", "c++/libs 1", 4),
            ("https://review.example.org/c/nova/+/1/2..5", "nova 1", 5),
            ("https://review.example.org/c/nova/+/1/setup.py", "nova 1", nil),
            ("https://review.example.org/#/c/1/2..5/setup.py", "change 1", 5),
            ("https://review.example.org/#patch,unified,1,5,setup.py", "change 1", 5),
            ("https://review.example.org/r/c/nova/+/1/4", "nova 1", 4),
            ("https://github.com/swiftlang/swift/pull/12", "swiftlang/swift#12", nil),
            ("https://github.example.org/swiftlang/swift/pull/12", "swiftlang/swift#12", nil),
            ("https://codeberg.org/o/r/pulls/12/files", "o/r#12", nil),
            ("https://github.com/o/r/issues/12", "o/r#12", nil),
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
            "https://review.example.org/c/nova%2F..%2F/+/1", "https://gitlab.com/gnome/gtk/issues/12",
            "https://github.com/swiftlang/swift/issues", "https://git.example.org/o/r/issues/12",
            "https://github.com/swiftlang/swift", "https://github.com/swiftlang/swift/pulls/12",
            "https://github.com/12",
            "https://plugins.googlesource.com/nova/+/1234567", "https://github.com/swiftlang/swift/pull/12abc",
            "https://review.example.org/issues/12", "https://review.example.org/q/topic:12",
            "https://gitlab.example.org/api/v4/projects/3/merge_requests/7",
            "https://gitlab.example.org/project/-/merge_requests/7", "https://gitlab.example.org/a/b/-/merge_requests",
        ])
    func elsewhere(url: String) throws {
        #expect(try ChangeAddress(url).name == nil)
        #expect(try ChangeAddress(url).place == .elsewhere)
    }
}
