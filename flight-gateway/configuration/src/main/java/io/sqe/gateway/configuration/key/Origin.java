package io.sqe.gateway.configuration.key;

import java.nio.file.Path;

/** Where a value came from; its text is what a message begins with. */
public sealed interface Origin {

    /** Nobody said anything. */
    record Standard() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    /** A place in the configuration file; lines and columns count from 1. */
    record InFile(String file, int line, int column) implements Origin {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /** An environment variable. */
    record Environment(String variable) implements Origin {
        @Override
        public String toString() {
            return variable;
        }
    }

    /** A secret's file, named at another origin. */
    record SecretFile(Path file, Origin namedAt) implements Origin {
        @Override
        public String toString() {
            return namedAt.toString();
        }
    }
}
