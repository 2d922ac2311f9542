package io.sqe.gateway.configuration.reading;

import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.RawValue;
import io.sqe.gateway.configuration.key.RawValue.Form;
import io.sqe.gateway.configuration.key.Settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The leaves of a TOML file by dotted path; elements of arrays of tables by index. */
final class TomlSource {
    /** A configuration of more than this is no configuration. */
    private static final long FILE_BYTES_MAX = 4L << 20;

    private final String name;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<Problem> problems;

    private TomlSource(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    static Map<String, Setting> read(Path file, List<Problem> problems) {
        TomlSource source = new TomlSource(String.valueOf(file.getFileName()), problems);
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException("it has more than 4 MB");
            }
            source.readText(Files.readString(file));
        } catch (IOException unreadable) {
            problems.add(Problem.error(
                    new Origin.Standard(),
                    "cannot read the configuration %s: %s. Name another by --config or SQE_CONFIG."
                            .formatted(file, ReadFailure.of(unreadable))));
        }
        return source.settings;
    }

    private void readText(String text) {
        TomlParseResult result = Toml.parse(text);
        result.errors()
                .forEach(error ->
                        problems.add(Problem.error(origin(error.position()), String.valueOf(error.getMessage()))));
        readTable("", result);
    }

    private void readTable(String prefix, TomlTable table) {
        for (String key : table.keySet()) {
            List<String> path = List.of(key);
            Origin origin = origin(table.inputPositionOf(path));
            if (key.contains(".")) {
                problems.add(Problem.error(origin, "the name \"%s\" has a dot; rename it".formatted(key)));
            } else {
                readValue(prefix + key, table.get(path), origin);
            }
        }
    }

    private void readValue(String path, @Nullable Object value, Origin origin) {
        if (value instanceof TomlTable table) {
            readTable(path + ".", table);
        } else if (value instanceof TomlArray array && !array.isEmpty() && array.get(0) instanceof TomlTable) {
            for (int i = 0; i < array.size(); i++) {
                readValue(path + "." + i, array.get(i), origin(array.inputPositionOf(i)));
            }
        } else {
            settings.put(path, new Setting(raw(value), origin));
        }
    }

    private static RawValue raw(@Nullable Object value) {
        return switch (value) {
            case TomlArray array -> new RawValue(Form.LIST, elements(array));
            case String text -> RawValue.of(Form.STRING, text);
            case Long number -> RawValue.of(Form.INTEGER, number.toString());
            case Double number -> RawValue.of(Form.REAL, number.toString());
            case Boolean flag -> RawValue.of(Form.BOOLEAN, flag.toString());
            case null -> RawValue.of(Form.STRING, "");
            default -> RawValue.of(Form.TIME, value.toString());
        };
    }

    private static List<String> elements(TomlArray array) {
        List<String> elements = new ArrayList<>();
        for (Object element : array.toList()) {
            elements.add(String.valueOf(element));
        }
        return elements;
    }

    private Origin origin(@Nullable TomlPosition position) {
        return position == null
                ? new Origin.InFile(name, 1, 1)
                : new Origin.InFile(name, position.line(), position.column());
    }
}
