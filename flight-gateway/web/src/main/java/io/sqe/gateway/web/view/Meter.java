package io.sqe.gateway.web.view;

/** A bar: so much of so much. */
public record Meter(String label, String value, String of, int share) {

    /** @param whole zero if there is no limit */
    static Meter ofBytes(String label, long part, long whole) {
        return new Meter(label, Shown.bytes(part), whole > 0 ? Shown.bytes(whole) : "", share(part, whole));
    }

    static Meter ofCount(String label, long part, long whole) {
        return new Meter(label, Shown.count(part), whole > 0 ? Shown.count(whole) : "", share(part, whole));
    }

    private static int share(long part, long whole) {
        return whole > 0 ? Math.clamp(Math.round(100.0 * part / whole), 0, 100) : 0;
    }

    public boolean hasWhole() {
        return !of.isEmpty();
    }

    /** Nearly full. */
    public boolean isTight() {
        return share >= 85;
    }
}
