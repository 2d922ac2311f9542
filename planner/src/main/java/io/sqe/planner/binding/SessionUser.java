package io.sqe.planner.binding;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * The words {@code user} and {@code session_user}: a column, where anything in the statement is called so, as in Trino; otherwise who asks.
 *
 * <p>A statement that means both must say {@code current_user}: what a word means must not change from one line to the next.
 */
final class SessionUser {
    private static final Set<String> WORDS = Set.of("user", "session_user");

    private final String name;

    SessionUser(String name) {
        this.name = name;
    }

    /** Whether the name is one of the words. */
    static boolean isWord(SqlIdentifier identifier) {
        return identifier.isSimple()
                && !identifier.isComponentQuoted(0)
                && WORDS.contains(identifier.getSimple().toLowerCase(Locale.ROOT));
    }

    /** Whether the word is the name of one of the columns. */
    static boolean isAmong(Collection<String> columns, SqlIdentifier word) {
        return columns.stream().anyMatch(word.getSimple()::equalsIgnoreCase);
    }

    /** The query with who asks in the place of the words that name nothing. */
    SqlNode putInto(SqlNode query, Stream<String> columns) {
        var names = new Names();
        query.accept(names);
        if (!names.wordUsed) {
            return query;
        }
        names.given.addAll(columns.collect(Collectors.toSet()));
        SqlNode changed = query.accept(new Replacing(names.given));
        return changed == null ? query : changed;
    }

    /** What the query names by itself, and whether it uses a word. */
    private static final class Names extends SqlBasicVisitor<@Nullable Void> {
        private final Set<String> given = new HashSet<>();
        private boolean wordUsed;

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            wordUsed |= isWord(identifier);
            return null;
        }

        @Override
        public @Nullable Void visit(SqlCall call) {
            if (call.getKind() == SqlKind.AS) {
                call.getOperandList().stream().skip(1).forEach(this::give);
            }
            if (call.getKind() == SqlKind.WITH_ITEM) {
                call.getOperandList().forEach(this::give);
            }
            return super.visit(call);
        }

        private void give(@Nullable SqlNode part) {
            if (part instanceof SqlIdentifier identifier && identifier.isSimple()) {
                given.add(identifier.getSimple());
            } else if (part instanceof SqlNodeList list) {
                list.forEach(this::give);
            }
        }
    }

    /** Puts the principal's name in the place of a word that nothing is called by. */
    private final class Replacing extends SqlShuttle {
        private final Set<String> given;

        private Replacing(Set<String> given) {
            this.given = given;
        }

        @Override
        public @Nullable SqlNode visit(SqlIdentifier identifier) {
            return isWord(identifier) && !isAmong(given, identifier)
                    ? SqlLiteral.createCharString(name, identifier.getParserPosition())
                    : identifier;
        }
    }
}
