package io.sqe.cli.execution;

import io.sqe.cli.format.ResultFormat;
import io.sqe.cli.format.TextOptions;

/** What a person can change while the program runs. Used by one thread. */
public final class Settings {
    private ResultFormat format;
    private TextOptions text;
    private Timer timer;

    public Settings(ResultFormat format, TextOptions text, Timer timer) {
        this.format = format;
        this.text = text;
        this.timer = timer;
    }

    public ResultFormat format() {
        return format;
    }

    public void use(ResultFormat other) {
        format = other;
    }

    public TextOptions text() {
        return text;
    }

    public void use(TextOptions other) {
        text = other;
    }

    public Timer timer() {
        return timer;
    }

    public void use(Timer other) {
        timer = other;
    }

    /** Whether each statement's time is told. */
    public enum Timer {
        ON,
        OFF
    }
}
