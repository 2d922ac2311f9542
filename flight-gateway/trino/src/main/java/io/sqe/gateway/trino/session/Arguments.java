package io.sqe.gateway.trino.session;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.session.SqlTokens.SqlToken;
import io.sqe.gateway.trino.session.SqlTokens.SqlToken.Kind;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the constants of EXECUTE … USING into typed values, which the planner puts where the placeholders are. */
final class Arguments {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\s*(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern TYPED_NULL =
            Pattern.compile("CAST\\s*\\(\\s*NULL\\s+AS\\s+(.+)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Supplier<List<Column>> placeholders;

    /** @param placeholders what the statement's placeholders take; asked only if there is a NULL without a type */
    Arguments(Supplier<List<Column>> placeholders) {
        this.placeholders = placeholders;
    }

    Parameters read(List<String> constants) {
        List<Parameter> values = new ArrayList<>();
        for (String constant : constants) {
            values.add(value(constant.strip(), values.size()));
        }
        return new Parameters(values);
    }

    private Parameter value(String constant, int position) {
        try {
            if (NUMBER.matcher(constant).matches()) {
                return new Parameter.Value(Constants.number(constant.replaceAll("[\\s]|^\\+", "")));
            }
            Matcher typedNull = TYPED_NULL.matcher(constant);
            if (typedNull.matches()) {
                return new Parameter.Null(Constants.type(typedNull.group(1)));
            }
            return quoted(constant, SqlTokens.of(constant), position);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            throw SessionCommands.failure(
                    TrinoErrorCode.INVALID_ARGUMENTS,
                    "Cannot read argument %d: it is not a constant of its type. Write it like BIGINT '5'."
                            .formatted(position + 1));
        }
    }

    private Parameter quoted(String constant, List<SqlToken> tokens, int position) {
        SqlToken last = tokens.getLast();
        if (tokens.size() == 1) {
            return switch (last.kind()) {
                case TEXT -> Parameter.of(new ColumnType.StringType(), last.text());
                case WORD -> word(last, position);
                case QUOTED_NAME, SYMBOL -> throw unsupported(position);
            };
        }
        if (last.kind() != Kind.TEXT || tokens.getFirst().kind() != Kind.WORD) {
            throw unsupported(position);
        }
        String type = constant.substring(0, last.start()).strip();
        return new Parameter.Value(
                type.equalsIgnoreCase("X") ? Constants.binary(last.text()) : Constants.of(type, last.text()));
    }

    private Parameter word(SqlToken word, int position) {
        if (word.isWord("NULL")) {
            List<Column> wanted = placeholders.get();
            return new Parameter.Null(
                    position < wanted.size() ? wanted.get(position).type() : new ColumnType.StringType());
        }
        if (word.isWord("TRUE") || word.isWord("FALSE")) {
            return Parameter.of(new ColumnType.BooleanType(), word.isWord("TRUE"));
        }
        throw unsupported(position);
    }

    private static RuntimeException unsupported(int position) {
        return SessionCommands.failure(
                TrinoErrorCode.NOT_SUPPORTED,
                "Cannot take argument %d: only constants of simple types are supported. Write it like DATE '2026-11-21'."
                        .formatted(position + 1));
    }
}
