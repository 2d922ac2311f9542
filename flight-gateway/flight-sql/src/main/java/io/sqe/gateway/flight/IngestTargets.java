package io.sqe.gateway.flight;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.planner.parameter.WriteTarget;
import io.sqe.planner.parameter.WriteTarget.WhenMissing;
import io.sqe.planner.parameter.WriteTarget.WhenThere;
import java.util.Optional;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest.TableDefinitionOptions;

/** Reads what a client wants done with the rows that it sends. */
final class IngestTargets {
    private IngestTargets() {}

    static WriteTarget of(CommandStatementIngest command) {
        if (command.getTemporary()) {
            throw new CallRefusedException(
                    Reason.NOT_OFFERED,
                    "Temporary tables are not offered. Name a table that stays, and drop it later.");
        }
        if (command.getTable().isEmpty()) {
            throw invalid("it names no table");
        }
        TableDefinitionOptions options = command.getTableDefinitionOptions();
        return new WriteTarget(
                name(command.hasCatalog(), command.getCatalog()),
                name(command.hasSchema(), command.getSchema()),
                command.getTable(),
                whenMissing(options),
                whenThere(options));
    }

    /** Clients send empty texts for what they leave to the service. */
    private static Optional<String> name(boolean isGiven, String text) {
        return isGiven && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static WhenMissing whenMissing(TableDefinitionOptions options) {
        return switch (options.getIfNotExist()) {
            case TABLE_NOT_EXIST_OPTION_CREATE -> WhenMissing.CREATE;
            case TABLE_NOT_EXIST_OPTION_FAIL -> WhenMissing.FAIL;
            case TABLE_NOT_EXIST_OPTION_UNSPECIFIED, UNRECOGNIZED ->
                throw invalid("it does not say what to do if the table is missing (if_not_exist)");
        };
    }

    private static WhenThere whenThere(TableDefinitionOptions options) {
        return switch (options.getIfExists()) {
            case TABLE_EXISTS_OPTION_FAIL -> WhenThere.FAIL;
            case TABLE_EXISTS_OPTION_APPEND -> WhenThere.APPEND;
            case TABLE_EXISTS_OPTION_REPLACE -> WhenThere.REPLACE;
            case TABLE_EXISTS_OPTION_UNSPECIFIED, UNRECOGNIZED ->
                throw invalid("it does not say what to do if the table is there (if_exists)");
        };
    }

    private static CallRefusedException invalid(String why) {
        return new CallRefusedException(
                Reason.MALFORMED, "The ingestion cannot be run: %s. Set it in the command.".formatted(why));
    }
}
