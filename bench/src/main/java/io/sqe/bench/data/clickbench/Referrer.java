package io.sqe.bench.data.clickbench;

import io.sqe.bench.data.Mix;

/**
 * The page that a visitor came from.
 *
 * @param url its address; empty for one in five
 * @param hash what {@code RefererHash} says of it
 */
record Referrer(String url, long hash) {
    /** One that a query looks up by its hash. */
    private static final Referrer SOUGHT =
            new Referrer("http://www.yandex.ru/clck/jsredir?from=search", 3_594_120_000_172_545_465L);

    private static final Referrer NONE = new Referrer("", 0);
    private static final int SITES = 20_000;

    static Referrer of(Hit hit) {
        int percent = hit.uniform(20, 100);
        if (percent < 20) {
            return NONE;
        }
        if (percent < 32) {
            return SOUGHT;
        }
        return at(percent < 45 ? "https://www.google.ru/url?q=" + path(hit) : elsewhere(hit));
    }

    /** How the visitor came: -1 from within the site, 0 directly, 6 from where nobody knows, others from elsewhere. */
    static int trafficSource(Hit hit) {
        return hit.skewed(21, 10) - 1 == 2 ? 6 : hit.skewed(21, 10) - 1;
    }

    private static String elsewhere(Hit hit) {
        int site = hit.skewed(22, SITES);
        return "http://" + Words.name(site) + Words.topLevelDomain(site) + "/" + path(hit);
    }

    private static String path(Hit hit) {
        int page = hit.skewed(23, 1_000_000);
        return Words.name(page) + "/" + page;
    }

    private static Referrer at(String url) {
        return new Referrer(url, Mix.of(63, url.hashCode()));
    }
}
