extension Schema {
    /// What was done to a session, or to a week of a duty, is looked up beside it, however long the log has become.
    static let logSubjects = "CREATE INDEX log_entry_by_subject ON log_entry(program, subject);"
}
