package io.sqe.cli.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keys that somebody presses, one after the other, and what they wait for in between. */
final class Keys extends InputStream {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Deque<Byte> pressed = new ArrayDeque<>();

    Keys type(String text) {
        steps.add(() -> {
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                pressed.add(b);
            }
        });
        return this;
    }

    Keys await(Runnable condition) {
        steps.add(condition);
        return this;
    }

    @Override
    public int read() {
        while (pressed.isEmpty()) {
            if (steps.isEmpty()) {
                return -1;
            }
            steps.remove().run();
        }
        return pressed.remove();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int b = read();
        if (b < 0) {
            return -1;
        }
        target[offset] = (byte) b;
        return 1;
    }
}
