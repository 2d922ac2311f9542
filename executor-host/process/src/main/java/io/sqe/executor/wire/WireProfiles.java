package io.sqe.executor.wire;

import io.sqe.executor.DataCacheState;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.Progress;
import io.sqe.fragment.v1.DataCacheHoldings;
import io.sqe.fragment.v1.EngineHoldings;
import io.sqe.fragment.v1.EngineProgress;
import io.sqe.fragment.v1.MeasuredOperator;
import java.time.Duration;

/** What an engine measured, on the wire. */
public final class WireProfiles {
    private WireProfiles() {}

    public static MeasuredOperator encode(OperatorProfile profile) {
        var operator = MeasuredOperator.newBuilder()
                .setName(profile.name())
                .setTimeNanos(profile.time().toNanos())
                .setRows(profile.rows())
                .setBytesRead(profile.bytesRead())
                .putAllDetails(profile.details());
        profile.inputs().forEach(input -> operator.addInputs(encode(input)));
        return operator.build();
    }

    public static OperatorProfile decode(MeasuredOperator operator) {
        return new OperatorProfile(
                operator.getName(),
                Duration.ofNanos(operator.getTimeNanos()),
                operator.getRows(),
                operator.getBytesRead(),
                operator.getDetailsMap(),
                operator.getInputsList().stream().map(WireProfiles::decode).toList());
    }

    public static EngineHoldings encode(EngineMemory memory) {
        return EngineHoldings.newBuilder()
                .setMemoryBytes(memory.heldBytes())
                .setSpilledBytes(memory.spilledBytes())
                .build();
    }

    public static EngineMemory decode(EngineHoldings holdings) {
        return new EngineMemory(holdings.getMemoryBytes(), holdings.getSpilledBytes());
    }

    public static DataCacheHoldings encode(DataCacheState state) {
        return DataCacheHoldings.newBuilder()
                .setEntries(state.entries())
                .setBytes(state.bytes())
                .setBytesMax(state.bytesMax())
                .setHits(state.hits())
                .setMisses(state.misses())
                .setDrops(state.drops())
                .build();
    }

    public static DataCacheState decode(DataCacheHoldings holdings) {
        return new DataCacheState(
                holdings.getEntries(),
                holdings.getBytes(),
                holdings.getBytesMax(),
                holdings.getHits(),
                holdings.getMisses(),
                holdings.getDrops());
    }

    public static EngineProgress encode(Progress progress) {
        return EngineProgress.newBuilder()
                .setPercent(progress.percent())
                .setRowsDone(progress.rowsDone())
                .setRowsTotal(progress.rowsTotal())
                .build();
    }

    public static Progress decode(EngineProgress progress) {
        return new Progress(progress.getPercent(), progress.getRowsDone(), progress.getRowsTotal());
    }
}
