package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.tls.ServerCertificate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether certificate, key and authorities can be used, before anybody connects. */
final class TlsChecks {
    private final Settings settings;
    private final Instant now;

    TlsChecks(Settings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** Of files that are there. */
    void check(CoordinatorSettings.TlsFiles files, List<Problem> problems) {
        try {
            ServerCertificate pair = ServerCertificate.read(files.certificate(), files.key());
            pair.invalidity(now).ifPresent(reason -> problems.add(error(reason)));
            if (pair.invalidity(now).isEmpty()) {
                pair.endsSoon(now)
                        .ifPresent(end -> problems.add(Problem.warning(
                                settings.origin(CoordinatorSettings.CERT_FILE),
                                "%s: the certificate ends at %s; get another and send SIGHUP"
                                        .formatted(CoordinatorSettings.CERT_FILE.path(), end))));
            }
        } catch (IllegalArgumentException unusable) {
            problems.add(error(String.valueOf(unusable.getMessage())));
        }
        files.authorities()
                .flatMap(TlsChecks::unusable)
                .ifPresent(reason -> problems.add(Problem.error(
                        settings.origin(CoordinatorSettings.CA_FILE),
                        CoordinatorSettings.CA_FILE.path() + ": " + reason)));
    }

    private static Optional<String> unusable(Path authorities) {
        try {
            ServerCertificate.certificates(authorities);
            return Optional.empty();
        } catch (IllegalArgumentException reason) {
            return Optional.of(String.valueOf(reason.getMessage()));
        }
    }

    private Problem error(String reason) {
        return Problem.error(
                settings.origin(CoordinatorSettings.CERT_FILE), CoordinatorSettings.CERT_FILE.path() + ": " + reason);
    }
}
