package io.sqe.bench.data.clickbench;

import java.util.List;

/** What a hit tells of the visitor's device and of what they were looking for. */
final class Visit {
    private static final int[] SCREEN_WIDTHS = {1024, 1280, 1366, 1440, 1600, 1680, 1920, 320, 480, 768};
    private static final int[] SCREEN_HEIGHTS = {768, 1024, 768, 900, 900, 1050, 1080, 480, 800, 1024};
    private static final List<String> PHONE_MODELS = List.of(
            "iPhone",
            "iPad",
            "GT-I9300",
            "GT-I9100",
            "Lumia 820",
            "HTC Desire",
            "Nexus 4",
            "Nokia 5800",
            "LT26i",
            "A1-811");
    private static final int FIRST_MOBILE_SCREEN = 7;
    private static final int REGIONS = 6000;
    private static final int PHRASES = 300_000;
    private static final int ADVERTISED_PERCENT = 3;

    private Visit() {}

    static int region(Hit hit) {
        int region = hit.ofVisitor(10, REGIONS);
        return hit.ofVisitor(11, 3) == 0 ? region : region % 40;
    }

    static int screenWidth(Hit hit) {
        return SCREEN_WIDTHS[screen(hit)];
    }

    static int screenHeight(Hit hit) {
        return SCREEN_HEIGHTS[screen(hit)];
    }

    static boolean isMobile(Hit hit) {
        return screen(hit) >= FIRST_MOBILE_SCREEN;
    }

    /** The maker of the phone; 0 for none. */
    static int phone(Hit hit) {
        return isMobile(hit) ? 1 + model(hit) / 2 : 0;
    }

    static String phoneModel(Hit hit) {
        return isMobile(hit) ? PHONE_MODELS.get(model(hit)) : "";
    }

    static int windowWidth(Hit hit) {
        return hit.uniform(13, 2000);
    }

    static int windowHeight(Hit hit) {
        return hit.uniform(14, 1200);
    }

    static String searchPhrase(Hit hit) {
        return hit.searched() ? Words.phrase(hit.skewed(15, PHRASES)) : "";
    }

    /** The search engine that the visitor came from; 0 for none. */
    static int searchEngine(Hit hit) {
        return hit.searched() ? 2 + hit.skewed(16, 30) : 0;
    }

    /** The network whose advertisement the visitor followed; 0 for none. */
    static int advertisingEngine(Hit hit) {
        return hit.chance(17, ADVERTISED_PERCENT) ? 1 + hit.skewed(18, 60) : 0;
    }

    private static int screen(Hit hit) {
        return hit.ofVisitor(12, SCREEN_WIDTHS.length);
    }

    private static int model(Hit hit) {
        return hit.ofVisitor(19, PHONE_MODELS.size());
    }
}
