package io.sqe.bench.data.ssb;

import io.trino.tpch.LineItem;
import io.trino.tpch.Order;
import java.time.LocalDate;

/** A line of an order, with what the order says of itself. */
record Lineorder(Order order, LineItem line) {
    private static final int CENTS = 100;

    int orderDateKey() {
        return dateKey(order.getOrderDate());
    }

    int commitDateKey() {
        return dateKey(line.getCommitDate());
    }

    int totalPriceCents() {
        return (int) Math.round(order.getTotalPrice() * CENTS);
    }

    int priceCents() {
        return (int) line.getExtendedPriceInCents();
    }

    /** The price less the discount. */
    int revenueCents() {
        return (int) (line.getExtendedPriceInCents() * (100 - line.getDiscountPercent()) / 100);
    }

    /** Six tenths of the price of one. */
    int supplyCostCents() {
        return (int) (6 * (line.getExtendedPriceInCents() / line.getQuantity()) / 10);
    }

    /** A date as in {@code 19940131}. */
    static int dateKey(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
