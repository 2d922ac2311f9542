package io.sqe.planner.binding;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.binding.Cacheability.Lifetime;
import io.sqe.planner.statement.FileTable;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TableAtVersion;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of every table, view and file that a statement names a reference to a scan that nothing else can name. What the
 * validator sees afterwards are these scans and the statement's own common table expressions; a reference that were overlooked here
 * would be unknown to it. Changes the tree it is given.
 */
final class References {
    private final VisibleCatalogs catalogs;
    private final Restrictions restrictions;
    private final Scans scans;
    private final Versions versions;
    private final Views views;
    private final SessionValues sessionValues;
    private final Grouping grouping;
    private final QualifiedNames qualified = new QualifiedNames();

    References(
            VisibleCatalogs catalogs,
            SqlOperatorTable operators,
            Scans scans,
            Versions versions,
            Views.Columns viewColumns) {
        this.catalogs = catalogs;
        this.restrictions = new Restrictions(catalogs);
        this.scans = scans;
        this.versions = versions;
        this.views = new Views(this, viewColumns);
        this.grouping = new Grouping(operators);
        this.sessionValues = new SessionValues(catalogs.context());
    }

    QualifiedNames qualifiedNames() {
        return qualified;
    }

    SessionValues sessionValues() {
        return sessionValues;
    }

    /** How long what was bound stays right. */
    Cacheability cacheability() {
        boolean lasting = !sessionValues.isTimeUsed()
                && scans.files().isEmpty()
                && scans.tables().stream().allMatch(table -> table.version() instanceof TableVersion.Current);
        Set<TableName> names = views.expanded().stream()
                .map(expansion -> expansion.view().name())
                .collect(Collectors.toSet());
        return new Cacheability(lasting ? Lifetime.UNTIL_CATALOG_CHANGES : Lifetime.THIS_STATEMENT, names);
    }

    Views views() {
        return views;
    }

    /** The query with its references bound. */
    SqlNode bind(SqlNode query) {
        return query(query, NameScope.of(catalogs.context().namespace()));
    }

    SqlNode query(SqlNode node, NameScope scope) {
        return switch (node) {
            case SqlSelect select -> select(select, scope);
            case SqlWith with -> with(with, scope);
            case SqlOrderBy ordered -> ordered(ordered, scope);
            case SqlCall call when call.getKind() == SqlKind.EXPLICIT_TABLE -> explicitTable(call, scope);
            case SqlCall call when SqlKind.SET_QUERY.contains(call.getKind()) -> setOperation(call, scope);
            default -> expression(node, scope);
        };
    }

    private SqlNode select(SqlSelect select, NameScope scope) {
        SqlNode from = select.getFrom();
        if (from != null) {
            select.setFrom(from(from, scope));
        }
        for (int i = 0; i < select.operandCount(); i++) {
            SqlNode operand = select.getOperandList().get(i);
            SqlNode bound = i == SqlSelect.FROM_OPERAND || operand == null ? operand : expression(operand, scope);
            if (bound != null && !isSame(bound, operand)) {
                select.setOperand(i, bound);
            }
        }
        grouping.writeOut(select);
        return select;
    }

    @SuppressWarnings("ReferenceEquality") // Two equal trees are not one.
    private static boolean isSame(SqlNode left, @Nullable SqlNode right) {
        return left == right;
    }

    private SqlNode with(SqlWith with, NameScope scope) {
        NameScope inner = scope;
        for (SqlNode node : with.withList) {
            var item = (SqlWithItem) node;
            NameScope visible = item.recursive.booleanValue() ? inner.with(item.name.getSimple()) : inner;
            item.query = query(item.query, visible);
            inner = inner.with(item.name.getSimple());
        }
        with.body = query(with.body, inner);
        return with;
    }

    private SqlNode ordered(SqlOrderBy ordered, NameScope scope) {
        return new SqlOrderBy(
                ordered.getParserPosition(),
                query(ordered.query, scope),
                (SqlNodeList) expression(ordered.orderList, scope),
                ordered.offset,
                ordered.fetch);
    }

    private SqlNode setOperation(SqlCall call, NameScope scope) {
        for (int i = 0; i < call.operandCount(); i++) {
            call.setOperand(i, query(call.operand(i), scope));
        }
        return call;
    }

    /** {@code TABLE t} is {@code SELECT * FROM t}. */
    private SqlNode explicitTable(SqlCall call, NameScope scope) {
        SqlParserPos position = call.getParserPosition();
        return new SqlSelect(
                position,
                null,
                SqlNodeList.of(SqlIdentifier.star(position)),
                from(call.operand(0), scope),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private SqlNode expression(SqlNode node, NameScope scope) {
        SqlNode bound = node.accept(new Expressions(this, scope));
        return bound == null ? node : bound;
    }

    /** A table reference, with the name it is known by if it has none of its own. */
    private SqlNode from(SqlNode node, NameScope scope) {
        return switch (node) {
            case SqlIdentifier name -> as(table(name, scope, Optional.empty()), name);
            case FileTable file ->
                as(scans.files(file), new SqlIdentifier(FileNames.aliasOf(file.location()), file.getParserPosition()));
            case TableAtVersion versioned -> atVersion(versioned, scope);
            case SqlJoin join -> join(join, scope);
            case SqlCall call -> fromCall(call, scope);
            default -> throw unsupported(node);
        };
    }

    private SqlNode fromCall(SqlCall call, NameScope scope) {
        return switch (call.getKind()) {
            case AS -> aliased(call, scope);
            case TABLE_REF -> from(call.operand(0), scope);
            case LATERAL, TABLESAMPLE -> {
                call.setOperand(0, from(call.operand(0), scope));
                yield call;
            }
            case UNNEST, VALUES -> expression(call, scope);
            case COLLECTION_TABLE -> tableFunction(call, scope);
            case SELECT, WITH, ORDER_BY, UNION, EXCEPT, INTERSECT, EXPLICIT_TABLE -> query(call, scope);
            default -> throw unsupported(call);
        };
    }

    private SqlNode aliased(SqlCall as, NameScope scope) {
        SqlNode inner = switch (as.operand(0)) {
            case SqlIdentifier name -> table(name, scope, Optional.empty());
            case FileTable file -> scans.files(file);
            case TableAtVersion versioned -> table(tableOf(versioned), scope, Optional.of(versioned));
            case SqlCall call
            when call.getKind() == SqlKind.COLLECTION_TABLE && FileFunctions.isOne(call) -> scans.files(call);
            case SqlNode other -> from(other, scope);
        };
        as.setOperand(0, withoutAlias(inner));
        return as;
    }

    private SqlNode atVersion(TableAtVersion versioned, NameScope scope) {
        SqlIdentifier name = tableOf(versioned);
        return as(table(name, scope, Optional.of(versioned)), name);
    }

    private static SqlIdentifier tableOf(TableAtVersion versioned) {
        if (versioned.table() instanceof SqlIdentifier name) {
            return name;
        }
        throw new PlannerException.Unsupported("Time travel of anything but a table", TextSpan.of(versioned));
    }

    private SqlNode join(SqlJoin join, NameScope scope) {
        join.setLeft(from(join.getLeft(), scope));
        join.setRight(from(join.getRight(), scope));
        SqlNode condition = join.getCondition();
        if (condition != null) {
            join.setOperand(5, expression(condition, scope));
        }
        return join;
    }

    private SqlNode tableFunction(SqlCall call, NameScope scope) {
        return FileFunctions.isOne(call) ? as(scans.files(call), FileFunctions.nameOf(call)) : expression(call, scope);
    }

    /** What a name in FROM stands for: a common table expression, a scan, or a view's query. */
    private SqlNode table(SqlIdentifier name, NameScope scope, Optional<TableAtVersion> versioned) {
        Optional<String> common =
                name.isSimple() && versioned.isEmpty() ? scope.find(name.getSimple()) : Optional.empty();
        if (common.isPresent()) {
            return new SqlIdentifier(common.get(), name.getParserPosition());
        }
        TextSpan span = TextSpan.of(name);
        TableName table = catalogs.name(name, scope.namespace());
        TableVersion version = versioned.map(versions::of).orElse(new TableVersion.Current());
        return find(table, version, scope, name)
                .or(() -> catalogs.spelledOtherwise(table, span).flatMap(other -> find(other, version, scope, name)))
                .orElseThrow(() -> catalogs.unknownTable(table, span));
    }

    private Optional<SqlNode> find(TableName table, TableVersion version, NameScope scope, SqlIdentifier name) {
        TextSpan span = TextSpan.of(name);
        Optional<TableMetadata> metadata = catalogs.findTable(table, version, span);
        if (metadata.isPresent()) {
            ScanRestriction restriction = restrictions.of(metadata.get(), version, span);
            qualified.add(metadata.get().name());
            return Optional.of(scans.table(metadata.get(), version, restriction, name.getParserPosition()));
        }
        Optional<ViewMetadata> view = catalogs.findView(table, span);
        if (view.isPresent() && !(version instanceof TableVersion.Current)) {
            throw new PlannerException.Unsupported("Time travel of a view", span);
        }
        return view.map(found -> views.expand(found, catalogs.access(found.name()), scope, name));
    }

    private static SqlNode as(SqlNode reference, SqlIdentifier name) {
        if (reference.getKind() == SqlKind.AS) {
            return reference;
        }
        var alias = new SqlIdentifier(name.names.getLast(), name.getParserPosition());
        return SqlStdOperatorTable.AS.createCall(name.getParserPosition(), reference, alias);
    }

    /** The alias that a person gave replaces the one a reference has by itself; a view's column names stay. */
    private static SqlNode withoutAlias(SqlNode reference) {
        boolean plain = reference instanceof SqlCall call && call.getKind() == SqlKind.AS && call.operandCount() == 2;
        return plain ? ((SqlCall) reference).operand(0) : reference;
    }

    private static PlannerException unsupported(SqlNode node) {
        return new PlannerException.Unsupported("This kind of table reference", TextSpan.of(node));
    }

    /** The names that a query may use for tables, apart from the catalogs'. */
    record NameScope(List<String> commonTables, Optional<NamespaceName> namespace, int viewDepth) {

        static NameScope of(Optional<NamespaceName> namespace) {
            return new NameScope(List.of(), namespace, 0);
        }

        NameScope with(String commonTable) {
            var names = new ArrayList<>(commonTables);
            names.addFirst(commonTable);
            return new NameScope(names, namespace, viewDepth);
        }

        /** The scope inside a view: its own schema, and none of the names around it. */
        NameScope inside(ViewMetadata view) {
            return new NameScope(List.of(), Optional.of(view.defaultNamespace()), viewDepth + 1);
        }

        /** The common table expression of that name, as it was spelled; the innermost first. */
        Optional<String> find(String name) {
            return commonTables.stream().filter(name::equalsIgnoreCase).findFirst();
        }
    }
}
