package io.sqe.gateway.configuration.reading;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Key.Trait;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.RawValue;
import io.sqe.gateway.configuration.key.RawValue.Form;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.Settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the file's settings and the environment's together; the environment's win. An unknown key or a wrong value in the file is
 * an error. In the environment, which may be left over from another version, it is a warning and the file's value stays.
 */
public final class SettingsReader {
    private final KnownKeys known;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private SettingsReader(KnownKeys known) {
        this.known = known;
    }

    public static ReadSettings read(Optional<Path> file, Map<String, String> environment, KnownKeys known) {
        SettingsReader reader = new SettingsReader(known);
        file.map(toml -> TomlSource.read(toml, reader.problems)).ifPresent(all -> all.forEach(reader::take));
        EnvironmentSource.read(environment, known.keys()).forEach(reader::take);
        return new ReadSettings(new Settings(reader.settings), reader.problems);
    }

    private void take(String path, Setting setting) {
        Optional<Key<?>> key = known.find(path);
        Optional<Key<?>> secret = known.secretOf(path);
        Optional<Key<?>> successor = known.successor(path);
        if (key.isPresent()) {
            keep(key.get(), path, setting);
        } else if (secret.isPresent()) {
            readSecret(secret.get(), KnownKeys.withoutSuffix(path), setting);
        } else if (successor.isPresent()) {
            String now = successor.get().path();
            problems.add(Problem.warning(setting.origin(), "%s is deprecated; write %s instead".formatted(path, now)));
            keep(successor.get(), now, setting);
        } else {
            refuse(path, setting.origin());
        }
    }

    private void refuse(String path, Origin origin) {
        Optional<String> retirement = known.retirement(path);
        String hint = known.nearest(path)
                .map(near -> " Did you mean %s?".formatted(near))
                .orElse(" The keys are listed by sqe config reference.");
        problems.add(
                retirement.isPresent()
                        ? Problem.warning(origin, "%s has no effect: %s".formatted(path, retirement.get()))
                        : fault(origin, "unknown key %s.%s".formatted(path, hint)));
    }

    private void keep(Key<?> key, String path, Setting setting) {
        Setting before = settings.get(path);
        if (key.is(Trait.SECRET)
                && before != null
                && (before.origin() instanceof Origin.SecretFile) != (setting.origin() instanceof Origin.SecretFile)
                && !(setting.origin() instanceof Origin.Environment)) {
            problems.add(
                    Problem.error(setting.origin(), "both %s and %s_file are set; remove one".formatted(path, path)));
        }
        try {
            key.type().read(setting.raw());
            settings.put(path, setting);
        } catch (IllegalArgumentException wrong) {
            boolean isSecret = key.is(Trait.SECRET);
            problems.add(fault(
                    setting.origin(), path + ": " + (isSecret ? "not a string" : String.valueOf(wrong.getMessage()))));
        }
    }

    private void readSecret(Key<?> key, String path, Setting named) {
        Path file =
                Path.of(named.raw().texts().isEmpty() ? "" : named.raw().texts().getFirst());
        Origin origin = new Origin.SecretFile(file, named.origin());
        try {
            keep(
                    key,
                    path,
                    new Setting(RawValue.of(Form.STRING, Files.readString(file).strip()), origin));
        } catch (IOException unreadable) {
            problems.add(Problem.error(
                    origin, "%s_file: cannot read %s: %s".formatted(path, file, ReadFailure.of(unreadable))));
        }
    }

    private static Problem fault(Origin origin, String message) {
        return origin instanceof Origin.Environment
                ? Problem.warning(origin, message + " It is not applied.")
                : Problem.error(origin, message);
    }

    /** What was read, and everything wrong with it. */
    public record ReadSettings(Settings settings, List<Problem> problems) {
        public ReadSettings {
            problems = List.copyOf(problems);
        }
    }
}
