package io.sqe.gateway.identity;

import java.util.List;

/** A file of users that cannot be used; everything that is wrong with it, a line each. */
public final class UserFileException extends RuntimeException {

    UserFileException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
