package io.sqe.endtoend.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObservabilityFilesTest {
    private static final Path FOLDER = Path.of("../observability");
    private static final Pattern NAME = Pattern.compile("\\b(sqe_\\w+?)(?:_bucket|_count|_sum)?\\b(?!\\w)");

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everyMetricThatIsAskedForIsOneThatThereIs(String file) throws IOException {
        Set<String> named = NAME.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(Metric.promised().keySet()).containsAll(named);
    }

    @Test
    void dashboardIsOneThatGrafanaCanImport() throws IOException {
        var dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
        assertThat(dashboard.path("title").asText()).isEqualTo("SQE");
        assertThat(dashboard.path("panels"))
                .allSatisfy(panel -> assertThat(
                                panel.path("targets").path(0).path("expr").asText())
                        .contains("sqe_"));
    }
}
