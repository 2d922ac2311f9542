package io.sqe.bench.data.clickbench;

import io.sqe.bench.data.Mix;
import java.util.List;

/** Makes names and phrases from numbers: the same number, the same words. */
final class Words {
    private static final List<String> SYLLABLES = List.of(
            "ka", "ro", "mi", "ne", "to", "su", "va", "li", "de", "po", "gra", "sti", "ber", "nov", "lan", "ter");
    private static final List<String> TOP_LEVEL_DOMAINS = List.of(".ru", ".ru", ".com", ".net", ".ua", ".kz");
    private static final List<String> NOUNS = List.of(
            "погода",
            "новости",
            "карта",
            "ремонт",
            "квартира",
            "работа",
            "фильм",
            "игры",
            "рецепт",
            "цена",
            "weather",
            "phone",
            "download",
            "music",
            "tickets",
            "review");
    private static final List<String> QUALITIES = List.of(
            "бесплатно",
            "онлайн",
            "в москве",
            "купить",
            "2013",
            "своими руками",
            "скачать",
            "недорого",
            "free",
            "cheap",
            "new",
            "online",
            "best",
            "near me",
            "used",
            "hd");

    private Words() {}

    /** A name of three syllables or four. */
    static String name(long number) {
        long bits = Mix.of(1, number);
        StringBuilder name = new StringBuilder();
        for (int syllable = 0; syllable < 3 + (bits & 1); syllable++) {
            name.append(pick(SYLLABLES, bits >>> (4 + 4 * syllable)));
        }
        return name.toString();
    }

    static String topLevelDomain(long number) {
        return pick(TOP_LEVEL_DOMAINS, Mix.of(2, number));
    }

    /** A few words as people search for them, part Russian, part English. */
    static String phrase(long number) {
        long bits = Mix.of(3, number);
        String phrase = pick(NOUNS, bits >>> 4) + " " + pick(QUALITIES, bits >>> 12);
        return (bits & 3) == 0 ? phrase : phrase + " " + name(number);
    }

    private static String pick(List<String> words, long bits) {
        return words.get(Mix.uniform(bits, words.size()));
    }
}
