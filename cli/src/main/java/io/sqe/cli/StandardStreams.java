package io.sqe.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The streams of the process.
 *
 * @param terminals which of them a person sits at
 */
public record StandardStreams(InputStream in, OutputStream out, OutputStream err, Set<Channel> terminals) {

    /** Those of this process, unbuffered. */
    static StandardStreams ofProcess() {
        return new StandardStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminalsOfProcess());
    }

    private static Set<Channel> terminalsOfProcess() {
        Set<Channel> terminals = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (isTerminal(channel)) {
                terminals.add(channel);
            }
        }
        return terminals;
    }

    /** Asks the kernel's file system, which costs nothing; where there is none, Java's console, which knows of all or none. */
    private static boolean isTerminal(Channel channel) {
        Path descriptor = Path.of("/proc/self/fd/" + channel.descriptor);
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFileSystem) {
            return Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
        }
    }

    boolean isTerminal(Set<Channel> channels) {
        return terminals.containsAll(channels);
    }

    /** The three streams that every process has. */
    public enum Channel {
        IN(0),
        OUT(1),
        ERR(2);

        private final int descriptor;

        Channel(int descriptor) {
            this.descriptor = descriptor;
        }
    }
}
