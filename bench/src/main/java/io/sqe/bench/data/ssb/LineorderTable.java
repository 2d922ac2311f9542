package io.sqe.bench.data.ssb;

import static io.sqe.bench.data.GeneratedColumn.bigint;
import static io.sqe.bench.data.GeneratedColumn.integer;
import static io.sqe.bench.data.GeneratedColumn.varchar;

import io.sqe.bench.data.GeneratedColumn;
import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.TableSource;
import io.sqe.bench.data.tpch.TpchTables;
import io.trino.tpch.LineItem;
import io.trino.tpch.Order;
import io.trino.tpch.TpchTable;
import java.util.Iterator;
import java.util.List;

/** The fact table: TPC-H's lines joined to their orders, keys folded onto the smaller dimensions. */
final class LineorderTable {
    private LineorderTable() {}

    static TableSource of(SsbSizes sizes) {
        double scale = sizes.scale();
        int parts = TpchTables.parts(scale);
        return new GeneratedTable<>(
                "lineorder",
                columns(sizes),
                parts,
                part -> new Join(
                        TpchTable.ORDERS.createGenerator(scale, part + 1, parts).iterator(),
                        TpchTable.LINE_ITEM
                                .createGenerator(scale, part + 1, parts)
                                .iterator()));
    }

    private static List<GeneratedColumn<Lineorder>> columns(SsbSizes sizes) {
        return List.of(
                bigint("lo_orderkey", row -> row.order().getOrderKey()),
                integer("lo_linenumber", row -> row.line().getLineNumber()),
                integer("lo_custkey", row -> fold(row.order().getCustomerKey(), sizes.customers())),
                integer("lo_partkey", row -> fold(row.line().getPartKey(), sizes.parts())),
                integer("lo_suppkey", row -> fold(row.line().getSupplierKey(), sizes.suppliers())),
                integer("lo_orderdate", Lineorder::orderDateKey),
                varchar("lo_orderpriority", row -> row.order().getOrderPriority()),
                integer("lo_shippriority", row -> row.order().getShipPriority()),
                integer("lo_quantity", row -> (int) row.line().getQuantity()),
                integer("lo_extendedprice", Lineorder::priceCents),
                integer("lo_ordtotalprice", Lineorder::totalPriceCents),
                integer("lo_discount", row -> (int) row.line().getDiscountPercent()),
                integer("lo_revenue", Lineorder::revenueCents),
                integer("lo_supplycost", Lineorder::supplyCostCents),
                integer("lo_tax", row -> (int) row.line().getTaxPercent()),
                integer("lo_commitdate", Lineorder::commitDateKey),
                varchar("lo_shipmode", row -> row.line().getShipMode()));
    }

    private static int fold(long key, int size) {
        return (int) ((key - 1) % size) + 1;
    }

    /** Joins orders and lines, which both come in the order of their key. */
    private static final class Join implements Iterator<Lineorder> {
        private final Iterator<Order> orders;
        private final Iterator<LineItem> lines;
        private Order order;

        Join(Iterator<Order> orders, Iterator<LineItem> lines) {
            this.orders = orders;
            this.lines = lines;
            this.order = orders.next();
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public Lineorder next() {
            LineItem line = lines.next();
            while (order.getOrderKey() != line.getOrderKey()) {
                order = orders.next();
            }
            return new Lineorder(order, line);
        }
    }
}
