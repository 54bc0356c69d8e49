/// Answers as the servers' manuals print them, shortened.
package enum Samples {
    package static func gerrit(
        status: String = "NEW", subject: String = "Implementing Feature X", owner: String = "John Doe",
        project: String = "plugins/replication", number: Int = 3965
    ) -> String {
        """
        )]}'
        {
          "id": "\(project.replacing("/", with: "%2F"))~\(number)", "project": "\(project)", "branch": "master",
          "change_id": "I8473b95934b5732ac55d26311a706c9c2bde9940", "subject": "\(subject)", "status": "\(status)",
          "created": "2013-02-01 09:59:32.126000000", "mergeable": true, "insertions": 34, "deletions": 101,
          "_number": \(number), "owner": { "_account_id": 1000096, "name": "\(owner)", "email": "john.doe@example.com" },
          "current_revision": "184ebe53805e102605d11f6b143486d15c23a09c",
          "revisions": { "184ebe53805e102605d11f6b143486d15c23a09c": { "kind": "REWORK", "_number": 2, "ref": "refs/changes/65/3965/2" } }
        }
        """
    }

    package static func gitHub(state: String = "open", merged: Bool = false) -> String {
        """
        {
          "url": "https://api.github.com/repos/octocat/Hello-World/pulls/1347", "number": 1347, "state": "\(state)",
          "locked": true, "title": "Amazing new feature", "user": { "login": "octocat", "id": 1 },
          "head": { "ref": "new-topic", "sha": "6dcb09b5b57875f334f61aebed695e2e4193db5e" },
          "base": { "ref": "master", "repo": { "id": 1296269, "full_name": "octocat/Hello-World" } },
          "merged": \(merged), "comments": 10, "commits": 3, "additions": 100, "deletions": 3, "changed_files": 5
        }
        """
    }

    package static func gitLab(state: String = "opened") -> String {
        """
        {
          "id": 1, "iid": 7, "project_id": 3, "title": "test1", "state": "\(state)",
          "author": { "id": 1, "name": "Administrator", "username": "admin" },
          "sha": "8888888888888888888888888888888888888888", "changes_count": "1"
        }
        """
    }
}
