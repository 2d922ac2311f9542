package io.sqe.cli.server;

import io.sqe.gateway.identity.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A password, asked for at a terminal or read as the first line of standard input. */
record TypedPassword(InputStream in) {

    /** @throws IllegalArgumentException if it is none */
    PasswordHash hash() {
        char[] password = read();
        try {
            return PasswordHash.of(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private char[] read() {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            return Optional.ofNullable(terminal.get().readPassword("Password: "))
                    .orElse(new char[0]);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read standard input", failure);
        }
    }
}
