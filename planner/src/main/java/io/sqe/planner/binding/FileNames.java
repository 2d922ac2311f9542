package io.sqe.planner.binding;

import io.sqe.planner.binding.FileSource.Format;
import io.sqe.planner.statement.FileTable;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file's name says of it. */
final class FileNames {
    private static final List<String> COMPRESSIONS = List.of(".gz", ".zst");
    private static final Map<String, Format> FORMATS = Map.of(
            ".parquet", Format.PARQUET,
            ".csv", Format.CSV,
            ".tsv", Format.CSV,
            ".json", Format.JSON,
            ".ndjson", Format.JSON,
            ".jsonl", Format.JSON);

    private FileNames() {}

    static FileSource source(FileTable file) {
        Format format = format(file.location())
                .orElseThrow(() -> new PlannerException.InvalidStatement(
                        "Cannot tell the format of '%s' by its name. Use read_parquet, read_csv or read_json."
                                .formatted(file.location()),
                        TextSpan.of(file)));
        return new FileSource(format, List.of(file.location()), Map.of());
    }

    private static Optional<Format> format(String location) {
        String name = uncompressed(location.toLowerCase(Locale.ROOT));
        return FORMATS.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String uncompressed(String name) {
        return COMPRESSIONS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    /** The name a file is known by in its query: its own, without folder and ending. */
    static String aliasOf(String location) {
        String name = location.substring(location.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isEmpty() ? "file" : stem;
    }
}
