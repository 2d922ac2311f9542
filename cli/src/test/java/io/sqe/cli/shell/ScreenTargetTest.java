package io.sqe.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.cli.execution.ResultLeftException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenTargetTest {
    private final StringWriter screen = new StringWriter();
    private final StringWriter pages = new StringWriter();

    @Test
    void whatFitsTheScreenIsShownOnIt() throws IOException {
        ScreenTarget target = new ScreenTarget(screen, () -> 3, Optional.of(() -> pages), () -> {});

        target.text().write("1\n2\n");
        assertThat(screen.toString()).isEmpty();
        target.resultEnded();

        assertThat(screen.toString()).isEqualTo("1\n2\n");
        assertThat(pages.toString()).isEmpty();
    }

    @Test
    void whatIsHigherThanTheScreenIsPaged() throws IOException {
        ScreenTarget target = new ScreenTarget(screen, () -> 3, Optional.of(() -> pages), () -> {});

        target.text().write("1\n2\n3\n");
        target.text().write("4\n");
        target.resultEnded();
        target.text().write("next\n");
        target.resultEnded();

        assertThat(pages.toString()).isEqualTo("1\n2\n3\n4\n");
        assertThat(screen.toString()).isEqualTo("next\n");
    }

    @Test
    void leavingThePagerEndsTheResult() throws IOException {
        Writer left = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ScreenTarget target = new ScreenTarget(screen, () -> 1, Optional.of(() -> left), () -> {});

        assertThatThrownBy(() -> target.text().write("1\n2\n")).isInstanceOf(ResultLeftException.class);
        target.resultEnded();
    }
}
