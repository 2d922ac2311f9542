package io.sqe.gateway.trino.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.gateway.trino.protocol.StatementStatistics.State;
import java.io.IOException;

/** Writes statistics and errors. */
final class StatusJson {
    private static final String FAILURE_TYPE = "io.trino.spi.TrinoException";

    private final JsonGenerator json;

    StatusJson(JsonGenerator json) {
        this.json = json;
    }

    void statistics(StatementStatistics statistics) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", statistics.state().name());
        json.writeBooleanField("queued", statistics.state() == State.QUEUED);
        json.writeBooleanField("scheduled", statistics.splitsTotal() > 0);
        if (statistics.splitsTotal() > 0) {
            json.writeNumberField("progressPercentage", (double) statistics.splitsCompleted());
            json.writeNumberField("runningPercentage", (double) statistics.splitsRunning());
        }
        long elapsedMillis = statistics.elapsed().toMillis();
        json.writeNumberField("planningTimeMillis", 0);
        json.writeNumberField("analysisTimeMillis", 0);
        json.writeNumberField("finishingTimeMillis", 0);
        json.writeNumberField("physicalInputTimeMillis", 0);
        json.writeNumberField("queuedTimeMillis", statistics.queued().toMillis());
        json.writeNumberField("elapsedTimeMillis", elapsedMillis);
        json.writeNumberField("internalNetworkInputBytes", 0);
        json.writeNumberField("physicalWrittenBytes", 0);
        json.writeNumberField("peakMemoryBytes", 0);
        work(statistics);
        if (statistics.splitsTotal() > 0) {
            json.writeObjectFieldStart("rootStage");
            json.writeStringField("stageId", "0");
            json.writeStringField("state", statistics.state().name());
            json.writeBooleanField("done", statistics.state().isEnded());
            json.writeBooleanField("coordinatorOnly", false);
            json.writeNumberField("failedTasks", 0);
            work(statistics);
            json.writeArrayFieldStart("subStages");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void work(StatementStatistics statistics) throws IOException {
        json.writeNumberField("nodes", statistics.splitsTotal() > 0 ? 1 : 0);
        json.writeNumberField("totalSplits", statistics.splitsTotal());
        json.writeNumberField(
                "queuedSplits", statistics.splitsTotal() - statistics.splitsCompleted() - statistics.splitsRunning());
        json.writeNumberField("runningSplits", statistics.splitsRunning());
        json.writeNumberField("completedSplits", statistics.splitsCompleted());
        json.writeNumberField("cpuTimeMillis", 0);
        json.writeNumberField("wallTimeMillis", statistics.elapsed().toMillis());
        json.writeNumberField("processedRows", statistics.rowsRead());
        json.writeNumberField("processedBytes", statistics.bytesReturned());
        json.writeNumberField("physicalInputBytes", statistics.bytesReturned());
        json.writeNumberField("spilledBytes", 0);
    }

    /** The failure is told without a stack: what a client cannot act on stays in the log. */
    void error(TrinoError error) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", error.message());
        json.writeNumberField("errorCode", error.code().number());
        json.writeStringField("errorName", error.code().name());
        json.writeStringField("errorType", error.code().type().name());
        location(error);
        json.writeObjectFieldStart("failureInfo");
        json.writeStringField("type", FAILURE_TYPE);
        json.writeStringField("message", error.message());
        json.writeArrayFieldStart("suppressed");
        json.writeEndArray();
        json.writeArrayFieldStart("stack");
        json.writeEndArray();
        location(error);
        json.writeObjectFieldStart("errorInfo");
        json.writeNumberField("code", error.code().number());
        json.writeStringField("name", error.code().name());
        json.writeStringField("type", error.code().type().name());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void location(TrinoError error) throws IOException {
        if (error.location().isPresent()) {
            json.writeObjectFieldStart("errorLocation");
            json.writeNumberField("lineNumber", error.location().get().line());
            json.writeNumberField("columnNumber", error.location().get().column());
            json.writeEndObject();
        }
    }
}
