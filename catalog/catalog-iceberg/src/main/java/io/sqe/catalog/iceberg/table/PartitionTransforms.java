package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.CatalogException.InvalidDefinition;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;

/** Partition specs, both ways. */
public final class PartitionTransforms {
    private static final Pattern WITH_WIDTH = Pattern.compile("(bucket|truncate)\\[(\\d+)]");

    private PartitionTransforms() {}

    public static List<PartitionField> fields(PartitionSpec spec) {
        return spec.fields().stream().map(field -> field(spec, field)).toList();
    }

    /** @throws InvalidDefinition if a column does not exist or its type does not allow the transform */
    public static PartitionSpec spec(Schema schema, List<PartitionField> fields) {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(schema).caseSensitive(false);
        for (PartitionField field : fields) {
            try {
                add(spec, field);
            } catch (IllegalArgumentException | org.apache.iceberg.exceptions.ValidationException e) {
                throw refused(field, e);
            }
        }
        try {
            return spec.build();
        } catch (IllegalArgumentException | org.apache.iceberg.exceptions.ValidationException e) {
            throw new InvalidDefinition("Cannot partition the table this way: %s.".formatted(e.getMessage()));
        }
    }

    private static PartitionField field(PartitionSpec spec, org.apache.iceberg.PartitionField field) {
        String source = spec.schema().findColumnName(field.sourceId());
        return new PartitionField(
                field.fieldId(),
                source == null ? "" : source,
                field.name(),
                transform(field.transform().toString()));
    }

    private static PartitionTransform transform(String text) {
        Matcher withWidth = WITH_WIDTH.matcher(text);
        if (withWidth.matches()) {
            int width = Integer.parseInt(withWidth.group(2));
            return withWidth.group(1).equals("bucket")
                    ? new PartitionTransform.Bucket(width)
                    : new PartitionTransform.Truncate(width);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "identity" -> new PartitionTransform.Identity();
            case "year" -> new PartitionTransform.Year();
            case "month" -> new PartitionTransform.Month();
            case "day" -> new PartitionTransform.Day();
            case "hour" -> new PartitionTransform.Hour();
            case "void" -> new PartitionTransform.AlwaysNull();
            default ->
                throw new InvalidDefinition(
                        "The table is partitioned by %s, which the engine does not know.".formatted(text));
        };
    }

    private static void add(PartitionSpec.Builder spec, PartitionField field) {
        String source = field.sourceColumn();
        boolean named = !field.name().isEmpty();
        switch (field.transform()) {
            case PartitionTransform.Identity() -> {
                if (named) {
                    spec.identity(source, field.name());
                } else {
                    spec.identity(source);
                }
            }
            case PartitionTransform.Bucket(int buckets) -> spec.bucket(source, buckets, nameOr(field, "bucket"));
            case PartitionTransform.Truncate(int width) -> spec.truncate(source, width, nameOr(field, "trunc"));
            case PartitionTransform.Year() -> spec.year(source, nameOr(field, "year"));
            case PartitionTransform.Month() -> spec.month(source, nameOr(field, "month"));
            case PartitionTransform.Day() -> spec.day(source, nameOr(field, "day"));
            case PartitionTransform.Hour() -> spec.hour(source, nameOr(field, "hour"));
            case PartitionTransform.AlwaysNull() -> spec.alwaysNull(source, nameOr(field, "null"));
        }
    }

    /** Iceberg's usual name of a partition field, unless the definition has one. */
    private static String nameOr(PartitionField field, String suffix) {
        return field.name().isEmpty() ? field.sourceColumn() + "_" + suffix : field.name();
    }

    private static InvalidDefinition refused(PartitionField field, RuntimeException reason) {
        return new InvalidDefinition(
                "Cannot partition by column %s: %s.".formatted(field.sourceColumn(), reason.getMessage()));
    }
}
