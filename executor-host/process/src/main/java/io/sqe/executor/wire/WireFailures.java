package io.sqe.executor.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.ExecutorException.InvalidValue;
import io.sqe.fragment.v1.EngineFailure;
import io.sqe.fragment.v1.EngineFailure.Kind;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;

/** An executor's failures on the wire, their messages unchanged. */
public final class WireFailures {
    private static final String METADATA = "sqe.failure";

    private WireFailures() {}

    public static EngineFailure encode(ExecutorException failure) {
        return EngineFailure.newBuilder()
                .setKind(kindOf(failure))
                .setMessage(String.valueOf(failure.getMessage()))
                .build();
    }

    public static ExecutorException decode(EngineFailure failure) {
        String message = failure.getMessage();
        return switch (failure.getKind()) {
            case INVALID_CAST -> new InvalidValue(InvalidValue.Kind.CAST, message);
            case DIVISION_BY_ZERO -> new InvalidValue(InvalidValue.Kind.DIVISION_BY_ZERO, message);
            case OUT_OF_RANGE -> new InvalidValue(InvalidValue.Kind.OUT_OF_RANGE, message);
            case INVALID_VALUE -> new InvalidValue(InvalidValue.Kind.OTHER, message);
            case OUT_OF_RESOURCES -> new ExecutorException.OutOfResources(message);
            case UNREADABLE_FILE -> new ExecutorException.UnreadableFile(message);
            case UNWRITABLE_FILE -> new ExecutorException.UnwritableFile(message);
            case CANCELLED -> new ExecutorException.Cancelled();
            case UNSUPPORTED -> new ExecutorException.Unsupported(message);
            case ENGINE_LOST -> new ExecutorException.EngineLost(message);
            case ENGINE_FAULT, KIND_UNSPECIFIED, UNRECOGNIZED ->
                new ExecutorException.EngineFault(message, new IllegalStateException("In the engine's process"));
        };
    }

    /** What a stream that could not start has for a schema. */
    public static Schema schemaOf(ExecutorException failure) {
        String text = Base64.getEncoder().encodeToString(encode(failure).toByteArray());
        return new Schema(List.of(), Map.of(METADATA, text));
    }

    /** Why a stream with this schema could not start; empty if it did. */
    public static Optional<ExecutorException> failureIn(Schema schema) {
        String text = schema.getCustomMetadata().get(METADATA);
        if (text == null || !schema.getFields().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    decode(EngineFailure.parseFrom(Base64.getDecoder().decode(text))));
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("The engine's failure cannot be read", damaged);
        }
    }

    private static Kind kindOf(ExecutorException failure) {
        return switch (failure) {
            case InvalidValue invalid ->
                switch (invalid.kind()) {
                    case CAST -> Kind.INVALID_CAST;
                    case DIVISION_BY_ZERO -> Kind.DIVISION_BY_ZERO;
                    case OUT_OF_RANGE -> Kind.OUT_OF_RANGE;
                    case OTHER -> Kind.INVALID_VALUE;
                };
            case ExecutorException.OutOfResources _ -> Kind.OUT_OF_RESOURCES;
            case ExecutorException.UnreadableFile _ -> Kind.UNREADABLE_FILE;
            case ExecutorException.UnwritableFile _ -> Kind.UNWRITABLE_FILE;
            case ExecutorException.Cancelled _ -> Kind.CANCELLED;
            case ExecutorException.Unsupported _ -> Kind.UNSUPPORTED;
            case ExecutorException.EngineFault _ -> Kind.ENGINE_FAULT;
            case ExecutorException.EngineLost _ -> Kind.ENGINE_LOST;
        };
    }
}
