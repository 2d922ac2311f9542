package io.sqe.gateway.web;

import io.helidon.http.Status;

/** Pages that say why there is nothing else. */
enum Notice {
    NOT_FOUND("There is nothing here", "The page does not exist, or the query is forgotten, or it is somebody else's."),
    FOREIGN_FORM(
            "This was refused",
            "The form did not come from a page of this server, or from one of before your last login. Go back, reload the page and try again."),
    NOT_ALLOWED("This is not yours to see", "Only administrators may. Ask for one of the roles in auth.admin_roles."),
    NEEDS_TLS(
            "Logging in needs TLS",
            "Passwords would travel in the clear. Reach this page through a proxy that has TLS and set security.allow_insecure_transport = true, or from the machine itself.");

    private final String title;
    private final String text;

    Notice(String title, String text) {
        this.title = title;
        this.text = text;
    }

    Status status() {
        return this == NOT_FOUND ? Status.NOT_FOUND_404 : Status.FORBIDDEN_403;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }
}
