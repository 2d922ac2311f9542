package io.sqe.gateway.flight.metadata;

import io.sqe.gateway.query.SubstraitQuery;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.gateway.query.Vocabulary.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.flight.sql.SqlInfoBuilder;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlNullOrdering;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlOuterJoinsSupportLevel;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedCaseSensitivity;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedElementActions;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedGroupBy;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedPositionedCommands;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedResultSetType;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedSubqueries;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedTransaction;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedUnions;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportsConvert;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlTransactionIsolationLevel;
import org.apache.arrow.flight.sql.impl.FlightSql.SupportedAnsi92SqlGrammarLevel;
import org.apache.arrow.flight.sql.impl.FlightSql.SupportedSqlGrammar;

/** What the service can do, as GetSqlInfo tells it: all of it. A number of 0 means that there is no limit, or none known. */
public final class ServiceFacts {
    /** Concurrencies of result sets are left out: Arrow's builder cannot tell them, and rows that stream have none. */
    private static final List<Integer> KNOWN = Arrays.stream(SqlInfo.values())
            .filter(info -> info != SqlInfo.UNRECOGNIZED && !info.name().startsWith("SQL_SUPPORTED_CONCURRENCIES"))
            .map(SqlInfo::getNumber)
            .toList();

    private static final int NAME_LENGTH_MAX = 1_024;

    private final SqlInfoBuilder facts;
    private final IntSupplier sqlBytesMax;

    /**
     * @param version of the program
     * @param words of the grammar and its functions
     * @param sqlBytesMax of one statement; may change
     */
    public ServiceFacts(String version, Vocabulary words, IntSupplier sqlBytesMax) {
        this.sqlBytesMax = sqlBytesMax;
        this.facts = new SqlInfoBuilder();
        addService(version);
        addGrammar(words);
        addSyntax();
        addNames();
        addTransactions();
        addSizes();
    }

    /** Sends what is asked for, or everything if nothing in particular is; what no one knows of is left out. */
    public void send(List<Integer> wanted, ServerStreamListener listener) {
        List<Integer> told = new ArrayList<>(wanted.isEmpty() ? KNOWN : wanted);
        told.retainAll(KNOWN);
        if (told.isEmpty() && !wanted.isEmpty()) {
            // An empty list would ask for everything.
            NoFacts.send(listener);
            return;
        }
        synchronized (facts) {
            facts.withSqlMaxStatementLength(sqlBytesMax.getAsInt());
            facts.send(told, listener);
        }
    }

    private void addService(String version) {
        facts.withFlightSqlServerName("SQE")
                .withFlightSqlServerVersion(version)
                .withFlightSqlServerArrowVersion("18.3.0")
                .withFlightSqlServerReadOnly(false)
                .withFlightSqlServerSql(true)
                .withFlightSqlServerSubstrait(true)
                .withFlightSqlServerSubstraitMinVersion(SubstraitQuery.VERSION_MIN)
                .withFlightSqlServerSubstraitMaxVersion(SubstraitQuery.VERSION_MAX)
                .withFlightSqlServerCancel(true)
                .withFlightSqlServerBulkIngestion(true)
                .withFlightSqlServerBulkIngestionTransaction(false)
                .withFlightSqlServerStatementTimeout(0)
                .withFlightSqlServerTransactionTimeout(0);
    }

    private void addGrammar(Vocabulary words) {
        facts.withSqlKeywords(StandardKeywords.without(words.keywords()).toArray(String[]::new))
                .withSqlNumericFunctions(functions(words, Topic.NUMBERS))
                .withSqlStringFunctions(functions(words, Topic.STRINGS))
                .withSqlDatetimeFunctions(functions(words, Topic.TIMES))
                .withSqlSystemFunctions(functions(words, Topic.SESSION))
                .withSqlSupportsConvert(conversions())
                .withSqlSupportedGrammar(SupportedSqlGrammar.SQL_EXTENDED_GRAMMAR)
                .withSqlAnsi92SupportedLevel(SupportedAnsi92SqlGrammarLevel.ANSI92_ENTRY_SQL)
                .withSqlSupportsIntegrityEnhancementFacility(false);
    }

    private static String[] functions(Vocabulary words, Topic topic) {
        return words.functions(topic).toArray(String[]::new);
    }

    private void addSyntax() {
        facts.withSqlDdlCatalog(false)
                .withSqlDdlSchema(true)
                .withSqlDdlTable(true)
                .withSqlSupportsColumnAliasing(true)
                .withSqlNullPlusNullIsNull(true)
                .withSqlSupportsTableCorrelationNames(true)
                .withSqlSupportsDifferentTableCorrelationNames(false)
                .withSqlSupportsExpressionsInOrderBy(true)
                .withSqlSupportsOrderByUnrelated(true)
                .withSqlSupportedGroupBy(
                        SqlSupportedGroupBy.SQL_GROUP_BY_UNRELATED, SqlSupportedGroupBy.SQL_GROUP_BY_BEYOND_SELECT)
                .withSqlSupportsLikeEscapeClause(true)
                .withSqlSupportsNonNullableColumns(true)
                .withSqlSelectForUpdateSupported(false)
                .withSqlStoredProceduresSupported(false)
                .withSqlSubQueriesSupported(
                        SqlSupportedSubqueries.SQL_SUBQUERIES_IN_COMPARISONS,
                        SqlSupportedSubqueries.SQL_SUBQUERIES_IN_EXISTS,
                        SqlSupportedSubqueries.SQL_SUBQUERIES_IN_INS,
                        SqlSupportedSubqueries.SQL_SUBQUERIES_IN_QUANTIFIEDS)
                .withSqlCorrelatedSubqueriesSupported(true)
                .withSqlSupportedUnions(SqlSupportedUnions.SQL_UNION, SqlSupportedUnions.SQL_UNION_ALL)
                .withSqlOuterJoinSupportLevel(SqlOuterJoinsSupportLevel.SQL_FULL_OUTER_JOINS)
                .withSqlAllTablesAreSelectable(true)
                .withSqlNullOrdering(SqlNullOrdering.SQL_NULLS_SORTED_AT_END)
                .withSqlStoredFunctionsUsingCallSyntaxSupported(false);
    }

    private void addNames() {
        facts.withSqlIdentifierCase(SqlSupportedCaseSensitivity.SQL_CASE_SENSITIVITY_CASE_INSENSITIVE)
                .withSqlQuotedIdentifierCase(SqlSupportedCaseSensitivity.SQL_CASE_SENSITIVITY_CASE_INSENSITIVE)
                .withSqlIdentifierQuoteChar("\"")
                .withSqlSearchStringEscape("\\")
                .withSqlExtraNameCharacters("")
                .withSqlSchemaTerm("schema")
                .withSqlCatalogTerm("catalog")
                .withSqlProcedureTerm("procedure")
                .withSqlCatalogAtStart(true)
                .withSqlSchemasSupportedActions(SqlSupportedElementActions.SQL_ELEMENT_IN_PRIVILEGE_DEFINITIONS)
                .withSqlCatalogsSupportedActions(SqlSupportedElementActions.SQL_ELEMENT_IN_PRIVILEGE_DEFINITIONS);
    }

    /** Every statement commits by itself. */
    private void addTransactions() {
        facts.withFlightSqlServerTransaction(SqlSupportedTransaction.SQL_SUPPORTED_TRANSACTION_NONE)
                .withSqlTransactionsSupported(false)
                .withSqlDefaultTransactionIsolation(SqlTransactionIsolationLevel.SQL_TRANSACTION_NONE_VALUE)
                .withSqlSupportedTransactionsIsolationLevels(SqlTransactionIsolationLevel.SQL_TRANSACTION_NONE)
                .withSqlDataDefinitionCausesTransactionCommit(true)
                .withSqlDataDefinitionsInTransactionsIgnored(false)
                .withSqlSavepointsSupported(false)
                .withSqlBatchUpdatesSupported(true)
                .withSqlNamedParametersSupported(false)
                .withSqlLocatorsUpdateCopy(false)
                .withSqlSupportedPositionedCommands(new SqlSupportedPositionedCommands[0])
                .withSqlSupportedResultSetTypes(SqlSupportedResultSetType.SQL_RESULT_SET_TYPE_FORWARD_ONLY);
    }

    private void addSizes() {
        facts.withSqlMaxColumnNameLength(NAME_LENGTH_MAX)
                .withSqlDbSchemaNameLength(NAME_LENGTH_MAX)
                .withSqlMaxCatalogNameLength(NAME_LENGTH_MAX)
                .withSqlMaxTableNameLength(NAME_LENGTH_MAX)
                .withSqlMaxRowSizeIncludesBlobs(true)
                .withSqlMaxBinaryLiteralLength(0)
                .withSqlMaxCharLiteralLength(0)
                .withSqlMaxColumnsInGroupBy(0)
                .withSqlMaxColumnsInIndex(0)
                .withSqlMaxColumnsInOrderBy(0)
                .withSqlMaxColumnsInSelect(0)
                .withSqlMaxColumnsInTable(0)
                .withSqlMaxConnections(0)
                .withSqlMaxCursorNameLength(0)
                .withSqlMaxIndexLength(0)
                .withSqlMaxProcedureNameLength(0)
                .withSqlMaxRowSize(0)
                .withSqlMaxStatements(0)
                .withSqlMaxTablesInSelect(0)
                .withSqlMaxUsernameLength(0);
    }

    /** Which types CAST turns into which: numbers and texts into each other, times among themselves and from and into texts. */
    private static Map<Integer, List<Integer>> conversions() {
        List<Integer> numbers = List.of(
                SqlSupportsConvert.SQL_CONVERT_BIGINT_VALUE,
                SqlSupportsConvert.SQL_CONVERT_INTEGER_VALUE,
                SqlSupportsConvert.SQL_CONVERT_DECIMAL_VALUE,
                SqlSupportsConvert.SQL_CONVERT_REAL_VALUE,
                SqlSupportsConvert.SQL_CONVERT_FLOAT_VALUE,
                SqlSupportsConvert.SQL_CONVERT_VARCHAR_VALUE);
        List<Integer> times = List.of(
                SqlSupportsConvert.SQL_CONVERT_DATE_VALUE,
                SqlSupportsConvert.SQL_CONVERT_TIMESTAMP_VALUE,
                SqlSupportsConvert.SQL_CONVERT_VARCHAR_VALUE);
        List<Integer> all = IntStream.concat(
                        numbers.stream().mapToInt(i -> i), times.stream().mapToInt(i -> i))
                .distinct()
                .boxed()
                .toList();
        return Map.of(
                SqlSupportsConvert.SQL_CONVERT_BIGINT_VALUE, numbers,
                SqlSupportsConvert.SQL_CONVERT_INTEGER_VALUE, numbers,
                SqlSupportsConvert.SQL_CONVERT_DECIMAL_VALUE, numbers,
                SqlSupportsConvert.SQL_CONVERT_REAL_VALUE, numbers,
                SqlSupportsConvert.SQL_CONVERT_FLOAT_VALUE, numbers,
                SqlSupportsConvert.SQL_CONVERT_DATE_VALUE, times,
                SqlSupportsConvert.SQL_CONVERT_TIMESTAMP_VALUE, times,
                SqlSupportsConvert.SQL_CONVERT_VARCHAR_VALUE, all);
    }
}
