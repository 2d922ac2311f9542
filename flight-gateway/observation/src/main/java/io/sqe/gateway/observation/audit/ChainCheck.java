package io.sqe.gateway.observation.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads audit logs again and tells whether every line follows from the one before. What was cut off at the end is not seen: keep
 * the last number and hash elsewhere for that.
 */
public final class ChainCheck {
    private Optional<ChainLink> last = Optional.empty();
    private long lines;
    private long first;

    /**
     * Checks files as one chain, in the order in which they were written.
     *
     * @throws IOException if one of them cannot be read
     */
    public static Result of(List<Path> files) throws IOException {
        ChainCheck check = new ChainCheck();
        for (Path file : files) {
            Optional<Result> broken = check.read(file, file.equals(files.getLast()));
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return check.holds();
    }

    private Result holds() {
        return last.<Result>map(end -> new Result.Holds(lines, first, end.sequence(), end.hash()))
                .orElseGet(Result.Empty::new);
    }

    private Optional<Result> read(Path file, boolean isLast) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            boolean isTorn = isLast && i == all.size() - 1 && !text.endsWith("\n");
            Optional<Result> broken = isTorn
                    ? Optional.of(new Result.Torn(
                            file, i + 1L, last.map(ChainLink::sequence).orElse(0L)))
                    : follow(file, i + 1L, all.get(i));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Optional<Result> follow(Path file, long number, String line) {
        Optional<ChainLink> link = ChainLink.of(line);
        if (link.isEmpty()) {
            return Optional.of(new Result.Broken(file, number, "its text is not what was sealed"));
        }
        if (last.isPresent() && !last.get().isFollowedBy(line)) {
            return Optional.of(new Result.Broken(
                    file,
                    number,
                    "entry %d does not follow from entry %d before it"
                            .formatted(link.get().sequence(), last.get().sequence())));
        }
        if (last.isEmpty()) {
            first = link.get().sequence();
        }
        last = link;
        lines++;
        return Optional.empty();
    }

    /** What a check has found. */
    public sealed interface Result {
        /** Every line follows; the hash of the last is worth keeping elsewhere. */
        record Holds(long lines, long firstEntry, long lastEntry, String lastHash) implements Result {}

        /** There is no line. */
        record Empty() implements Result {}

        /** The end of a process has torn the last line; all before it follow. A server that goes on takes it off and says so. */
        record Torn(Path file, long line, long lastEntry) implements Result {}

        /** Somebody has changed, removed or put in a line. */
        record Broken(Path file, long line, String reason) implements Result {}
    }
}
