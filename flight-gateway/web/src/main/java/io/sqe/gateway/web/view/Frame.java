package io.sqe.gateway.web.view;

import java.util.Optional;

/**
 * What is around every page.
 *
 * @param tab which of the places in the navigation it is; empty for none
 * @param visitor who looks; empty before the login
 */
public record Frame(String title, String tab, Optional<VisitorView> visitor, String version, String role) {

    /**
     * Who looks.
     *
     * @param csrf goes with every form, so that no other site's can be sent
     */
    public record VisitorView(String name, boolean isAdministrator, String csrf) {}

    public boolean isAt(String place) {
        return tab.equals(place);
    }

    /** Of who looks; empty before the login. */
    public String csrf() {
        return visitor.map(VisitorView::csrf).orElse("");
    }
}
