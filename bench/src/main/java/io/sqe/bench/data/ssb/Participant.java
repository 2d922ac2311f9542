package io.sqe.bench.data.ssb;

import io.sqe.bench.data.Mix;
import io.trino.tpch.Nation;
import io.trino.tpch.TpchTable;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A customer or a supplier.
 *
 * @param seed one for customers, another for suppliers
 * @param key counts from 1
 */
record Participant(long seed, int key) {
    private static final List<Nation> NATIONS = StreamSupport.stream(
                    TpchTable.NATION.createGenerator(1, 1, 1).spliterator(), false)
            .toList();
    private static final List<String> REGIONS = List.of("AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST");
    private static final List<String> SEGMENTS =
            List.of("AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY");
    private static final String ADDRESS_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,. ";
    private static final int CITY_PREFIX = 9;
    private static final int CITIES_OF_A_NATION = 10;
    private static final int PHONE_COUNTRY_FIRST = 10;

    String name(String kind) {
        return "%s#%09d".formatted(kind, key);
    }

    String address() {
        int length = 10 + number(1, 16);
        StringBuilder address = new StringBuilder(length);
        for (int letter = 0; letter < length; letter++) {
            address.append(ADDRESS_LETTERS.charAt(number(100 + letter, ADDRESS_LETTERS.length())));
        }
        return address.toString();
    }

    /** The nation's first nine letters and a digit, such as {@code UNITED KI1}. */
    String city() {
        String prefix = "%-9s".formatted(nation()).substring(0, CITY_PREFIX);
        return prefix + number(2, CITIES_OF_A_NATION);
    }

    String nation() {
        return nationRow().getName();
    }

    String region() {
        return REGIONS.get((int) nationRow().getRegionKey());
    }

    String phone() {
        return "%d-%03d-%03d-%04d"
                .formatted(
                        PHONE_COUNTRY_FIRST + nationRow().getNationKey(),
                        number(4, 900) + 100,
                        number(5, 900) + 100,
                        number(6, 9000) + 1000);
    }

    String segment() {
        return SEGMENTS.get(number(7, SEGMENTS.size()));
    }

    private Nation nationRow() {
        return NATIONS.get(number(3, NATIONS.size()));
    }

    private int number(int purpose, int bound) {
        return Mix.uniform(Mix.of(Mix.of(seed, purpose), key), bound);
    }
}
