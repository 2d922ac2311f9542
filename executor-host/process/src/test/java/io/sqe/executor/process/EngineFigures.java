package io.sqe.executor.process;

import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.fragment.Fragment;
import io.substrait.proto.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** What the process costs: a program for a person at a quiet machine. Its arguments are a folder and a Parquet file of flat columns in it. */
final class EngineFigures {
    private static final int SHORT_RUNS = 2_000;
    private static final int SCAN_RUNS = 5;
    private static final double MILLION = 1e6;

    private EngineFigures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve(arguments[1]);
        var options = TestProcess.options(folder);
        try (var allocator = new RootAllocator();
                var local = DuckDbExecutor.open(options.engine(), allocator);
                var remote = RemoteExecutor.open(options, allocator)) {
            Fragment scan = scan(local, file);
            for (int round = 0; round < 2; round++) {
                report("one row, in process", best(local, Plans.ONE, SHORT_RUNS));
                report("one row, through the process", best(remote, Plans.ONE, SHORT_RUNS));
                report("all rows, in process", best(local, scan, SCAN_RUNS));
                report("all rows, through the process", best(remote, scan, SCAN_RUNS));
            }
        }
    }

    private static void report(String what, long[] nanos) {
        System.out.printf(
                "%s: best %.2f ms, median %.2f ms%n", what, nanos[0] / MILLION, nanos[nanos.length / 2] / MILLION);
    }

    private static long[] best(Executor executor, Fragment fragment, int runs) {
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            count(executor, fragment);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void count(Executor executor, Fragment fragment) {
        long rows = 0;
        try (RunningFragment running = executor.start(fragment, FragmentOptions.standard())) {
            while (running.rows().loadNext()) {
                rows += running.rows().batch().getRowCount();
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("Nothing was read");
        }
    }

    private static Fragment scan(Executor executor, Path file) {
        List<String> names = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (Field field : executor.describe(Plans.parquet(file)).getFields()) {
            names.add(field.getName());
            types.add(type(field.getType()));
        }
        return Plans.scan(file, names, types);
    }

    private static Type type(ArrowType type) {
        return switch (type) {
            case ArrowType.Int number when number.getBitWidth() == Integer.SIZE -> Plans.I32;
            case ArrowType.Int _ -> Plans.I64;
            case ArrowType.Decimal decimal ->
                Type.newBuilder()
                        .setDecimal(Type.Decimal.newBuilder()
                                .setPrecision(decimal.getPrecision())
                                .setScale(decimal.getScale()))
                        .build();
            case ArrowType.FloatingPoint _ ->
                Type.newBuilder().setFp64(Type.FP64.getDefaultInstance()).build();
            case ArrowType.Date _ ->
                Type.newBuilder().setDate(Type.Date.getDefaultInstance()).build();
            default -> Plans.STRING;
        };
    }
}
