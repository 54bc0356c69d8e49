extension Schema {
    /// What is asked again and again on a server with many programs finds its rows without reading those of the others.
    static let growth = """
        CREATE INDEX session_by_time ON session(start);
        CREATE INDEX organizer_by_email ON organizer(email);
        CREATE INDEX outbox_by_recipient ON outbox(recipient);
        CREATE INDEX swap_offer_by_session ON swap_offer(session);
        CREATE INDEX slot_of_person ON slot(mentor);
        CREATE INDEX written_mail_of_sender ON written_mail(sender);
        CREATE INDEX join_request_by_email ON join_request(email);
        CREATE INDEX address_move_undoable ON address_move(made) WHERE undo IS NOT NULL;
        CREATE INDEX access_token_of_browsers ON access_token(expires) WHERE kind = 'browser';
        CREATE INDEX access_token_ended ON access_token(revoked) WHERE kind = 'browser' AND revoked IS NOT NULL;
        """
}
