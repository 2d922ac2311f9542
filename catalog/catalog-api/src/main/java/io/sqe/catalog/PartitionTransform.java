package io.sqe.catalog;

/** How a column's value makes a partition value (Iceberg spec, "Partition Transforms"). */
public sealed interface PartitionTransform {

    /** As the specification spells it. */
    default String specName() {
        return switch (this) {
            case Identity() -> "identity";
            case Bucket(int buckets) -> "bucket[" + buckets + "]";
            case Truncate(int width) -> "truncate[" + width + "]";
            case Year() -> "year";
            case Month() -> "month";
            case Day() -> "day";
            case Hour() -> "hour";
            case AlwaysNull() -> "void";
        };
    }

    record Identity() implements PartitionTransform {}

    record Bucket(int buckets) implements PartitionTransform {
        public Bucket {
            if (buckets < 1) {
                throw new IllegalArgumentException("bucket needs at least one bucket, not " + buckets);
            }
        }
    }

    record Truncate(int width) implements PartitionTransform {
        public Truncate {
            if (width < 1) {
                throw new IllegalArgumentException("truncate needs a width of at least 1, not " + width);
            }
        }
    }

    record Year() implements PartitionTransform {}

    record Month() implements PartitionTransform {}

    record Day() implements PartitionTransform {}

    record Hour() implements PartitionTransform {}

    /** Iceberg's {@code void}: what is left of a dropped partition field in format version 1. */
    record AlwaysNull() implements PartitionTransform {}
}
