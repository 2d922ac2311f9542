package io.sqe.bench.data.clickbench;

import io.sqe.bench.data.Mix;

/**
 * A page of a site.
 *
 * @param url its address; empty for two in a hundred
 * @param hash what {@code URLHash} says of it
 * @param title its title; empty for some
 */
record Page(String url, long hash, String title) {
    /** The analysed site's best-known page, which a query looks up by its hash. */
    private static final Page SOUGHT =
            new Page("http://avto.ru/catalog/index.php?showalbum/login", 2_868_770_270_353_813_622L, "Каталог авто");

    private static final int SOUGHT_PERCENT = 20;
    private static final int GOOGLE_PERCENT = 2;
    private static final int NO_URL_PERCENT = 2;
    private static final int NO_TITLE_PERCENT = 15;
    private static final int KNOWN_PAGES = 3000;

    static Page of(Site site, long bits) {
        int percent = Mix.uniform(bits >>> 40, 100);
        if (site.equals(Site.ANALYSED) && percent < SOUGHT_PERCENT) {
            return SOUGHT;
        }
        if (percent >= 100 - GOOGLE_PERCENT) {
            return ofGoogle(site, bits);
        }
        if (percent >= 100 - GOOGLE_PERCENT - NO_URL_PERCENT) {
            return new Page("", 0, title(bits));
        }
        return at("http://" + site.domain() + "/" + path(bits), title(bits));
    }

    /** A page that came from Google: some under a domain of Google's, some with its name in the path or in the title. */
    static Page ofGoogle(Site site, long bits) {
        return switch (Mix.uniform(bits >>> 16, 3)) {
            case 0 -> at("http://www.google.ru/search?q=" + path(bits), title(bits) + " - Google");
            case 1 -> at("http://" + site.domain() + "/?utm_source=google&page=" + path(bits), title(bits));
            default -> at("http://" + site.domain() + "/" + path(bits), "Google " + title(bits));
        };
    }

    private static Page at(String url, String title) {
        return new Page(url, Mix.of(62, url.hashCode()), title);
    }

    /** Half of all views are of pages that many see, half of pages that hardly anyone else does. */
    private static String path(long bits) {
        long page = (bits & 1) == 0 ? Mix.skewed(bits, KNOWN_PAGES) : bits >>> 24;
        return Words.name(page) + "/" + page + ".html";
    }

    private static String title(long bits) {
        return Mix.uniform(bits >>> 20, 100) < NO_TITLE_PERCENT
                ? ""
                : Words.phrase(Mix.skewed(bits >>> 7 | bits << 57, 40_000));
    }
}
