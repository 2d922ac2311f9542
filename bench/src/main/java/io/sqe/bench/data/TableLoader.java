package io.sqe.bench.data;

/** Turns generated tables into tables of a warehouse. */
public interface TableLoader {

    /**
     * Makes the table hold the source's rows and nothing else, whatever it held before.
     *
     * @param namespace the namespace of the table, which is made if it is missing
     * @return the rows loaded
     */
    long load(String namespace, TableSource source);
}
