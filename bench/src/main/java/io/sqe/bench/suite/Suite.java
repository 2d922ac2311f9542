package io.sqe.bench.suite;

import io.sqe.bench.data.TableSource;
import io.sqe.bench.data.clickbench.HitsTable;
import io.sqe.bench.data.ssb.SsbTables;
import io.sqe.bench.data.tpcds.TpcdsTables;
import io.sqe.bench.data.tpch.TpchTables;
import io.sqe.bench.query.BenchQuery;
import io.sqe.bench.query.QueryTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A benchmark: tables that can be made at any scale, and queries over them. */
public enum Suite {
    TPCH("TPC-H"),
    TPCDS("TPC-DS"),
    SSB("Star Schema Benchmark"),
    CLICKBENCH("ClickBench");

    private final String title;

    Suite(String title) {
        this.title = title;
    }

    public static Optional<Suite> named(String id) {
        return Arrays.stream(values()).filter(suite -> suite.id().equals(id)).findFirst();
    }

    /** The name in commands and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The table with the most bytes. */
    public String largestTable() {
        return switch (this) {
            case TPCH -> "lineitem";
            case TPCDS -> "store_sales";
            case SSB -> "lineorder";
            case CLICKBENCH -> "hits";
        };
    }

    public List<TableSource> tables(double scale) {
        return switch (this) {
            case TPCH -> TpchTables.at(scale);
            case TPCDS -> TpcdsTables.at(scale);
            case SSB -> SsbTables.at(scale);
            case CLICKBENCH -> HitsTable.at(scale);
        };
    }

    /** The queries, with the parameters that depend on how much data there is. */
    public List<BenchQuery> queries(double scale) {
        return switch (this) {
            case TPCH -> QueryTexts.tpch(scale);
            case TPCDS -> QueryTexts.tpcds();
            case SSB -> QueryTexts.ssb();
            case CLICKBENCH -> QueryTexts.clickbench();
        };
    }
}
