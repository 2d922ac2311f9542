package io.sqe.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReferencePageTest {
    private static final Path PAGE = Path.of("../../docs/reference/configuration.md");

    @Test
    void committedPageIsWhatTheDeclarationsSay() throws IOException {
        if ("rewrite".equals(System.getProperty("sqe.golden"))) {
            Files.writeString(PAGE, ReferencePage.markdown());
        }
        assertThat(PAGE).hasContent(ReferencePage.markdown());
    }
}
