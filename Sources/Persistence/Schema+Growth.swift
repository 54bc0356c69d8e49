extension Schema {
    /// What is asked again and again on a server with many programs finds its rows without reading those of the others.
    static let growth = """
        CREATE INDEX session_by_time ON session(start);
        CREATE INDEX organizer_by_email ON organizer(email);
        """
}
