package io.sqe.gateway.planning;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.TableName;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.SubstraitQuery;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.planner.Planner;
import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.binding.BoundPlan;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.binding.Description;
import io.sqe.planner.binding.Description.ResultColumn;
import io.sqe.planner.binding.FileDescriber;
import io.sqe.planner.binding.SentRows;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.pruning.ScanPredicates;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.PlannerException;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import io.sqe.substrait.binding.ReadBinding;
import io.sqe.substrait.reading.ClientPlan;
import io.sqe.substrait.translation.SubstraitTranslator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks a statement from SQL text to fragments with file lists. Safe for use by many threads. */
public final class StatementPlanning {
    private final Planner planner = Planner.standard();
    private final SubstraitTranslator translator = new SubstraitTranslator();
    private final PlanCache plans = new PlanCache();
    private final ParameterLearning parameters = new ParameterLearning(planner, translator);
    private final PolicyEngine policy;
    private final FileDescriber files;

    public StatementPlanning(PolicyEngine policy, FileDescriber files) {
        this.policy = policy;
        this.files = files;
    }

    /**
     * Plans one statement. Recurses as deep as the statement is nested: call it on a thread with the stack for that.
     *
     * @param catalogs those of the session's principal
     */
    public BoundStatement<PlannedQuery> plan(String sql, Parameters parameters, Session session, Catalogs catalogs) {
        PlanCache.Key key = key(sql, parameters, session);
        Optional<PlannedQuery> known = known(key, catalogs);
        if (known.isPresent()) {
            return new BoundStatement.Query<>(known.get());
        }
        plans.missed();
        BindingContext context = context(session, catalogs);
        BoundStatement<PlannedQuery> planned =
                secured(sql, parameters, context).map(secured -> plan(secured, catalogs));
        if (planned instanceof BoundStatement.Query<PlannedQuery>(PlannedQuery query)) {
            keep(key, query, context);
        }
        return planned;
    }

    private PlanCache.Key key(String sql, Parameters parameters, Session session) {
        Principal principal = session.principal();
        return new PlanCache.Key(
                sql, parameters, principal, policy.fingerprint(principal), session.location(), session.zone());
    }

    /** A plan that is kept and still right. */
    private Optional<PlannedQuery> known(PlanCache.Key key, Catalogs catalogs) {
        return plans.find(key, catalogs)
                .or(() -> filled(key, catalogs))
                .filter(plan -> isAllowed(plan.secured(), key.principal()));
    }

    /** A plan that was made for other values, with these in their places. */
    private Optional<PlannedQuery> filled(PlanCache.Key key, Catalogs catalogs) {
        Optional<PlanCache.Filling> kept = plans.findParameterized(key, catalogs);
        Optional<PlannedQuery> filled =
                kept.flatMap(of -> of.plan().with(key.parameters())).map(secured -> plan(secured, catalogs));
        filled.ifPresent(query -> plans.keep(key, query, kept.orElseThrow()));
        return filled;
    }

    private void keep(PlanCache.Key key, PlannedQuery query, BindingContext context) {
        Learning learning = plans.isWorthLearning(key)
                ? parameters.learn(key.sql(), key.parameters(), query.secured(), context)
                : new Learning.NotTried();
        // A policy that was read again meanwhile may have decided some of this plan: it would be found under the old
        // one's name.
        if (key.policy().equals(policy.fingerprint(context.principal()))) {
            plans.keep(key, query, learning, context.catalogs());
        }
    }

    /** Plans what becomes of rows that a client sends. */
    public BoundStatement<PlannedQuery> plan(SentRows rows, Session session, Catalogs catalogs) {
        return planner.plan(rows, context(session, catalogs)).map(secured -> plan(secured, catalogs));
    }

    /** Plans what a client sent as a plan: as if it had been SQL, but that the planned query is not kept. */
    public BoundStatement<PlannedQuery> plan(SubstraitQuery query, Session session, Catalogs catalogs) {
        BindingContext context = context(session, catalogs);
        BoundStatement<BoundPlan> bound = planner.bind(ClientPlan.parse(query.plan()), context);
        return secured(bound, context).map(secured -> plan(secured, catalogs));
    }

    /** What was decided is in the plan. It is asked for again so that whoever notes decisions hears of it for this query too. */
    private boolean isAllowed(SecuredPlan plan, Principal principal) {
        boolean allowed = true;
        for (BoundTable table : plan.tables()) {
            TableAccess access = policy.decide(principal, table.name(), TableAction.SELECT);
            allowed &= !(access instanceof TableAccess.Denied);
        }
        return allowed;
    }

    private BoundStatement<SecuredPlan> secured(String sql, Parameters parameters, BindingContext context) {
        return secured(planner.bind(planner.parse(sql), context, parameters), context);
    }

    private BoundStatement<SecuredPlan> secured(BoundStatement<BoundPlan> bound, BindingContext context) {
        return QueryScope.span("sqe.policy_rewrite", () -> planner.secure(bound, context));
    }

    /** The plans that are kept. */
    public CacheStatistics plans() {
        return plans;
    }

    /** What a statement would answer and asks for. As deep a recursion as {@link #plan}. */
    public StatementDescription describe(String sql, Session session, Catalogs catalogs) {
        // Some clients have every query described before they run it, also one that they have run before.
        Description description = known(key(sql, Parameters.NONE, session), catalogs)
                .map(known -> known.secured().description())
                .orElseGet(() -> planner.describe(sql, context(session, catalogs)));
        return Descriptions.inArrow(description, session.zone());
    }

    /** The same of a plan that a client sent. */
    public StatementDescription describe(SubstraitQuery query, Session session, Catalogs catalogs) {
        return Descriptions.inArrow(
                planner.describe(ClientPlan.parse(query.plan()), context(session, catalogs)), session.zone());
    }

    /** The columns of a view; none if the session's principal may not know of all that it reads. */
    public List<ResultColumn> viewColumns(TableName view, Session session, Catalogs catalogs) {
        try {
            return planner.describe("TABLE " + quoted(view), context(session, catalogs))
                    .columns();
        } catch (PlannerException | CatalogException unreadable) {
            return List.of();
        }
    }

    private static String quoted(TableName view) {
        return Stream.of(Stream.of(view.catalog()), view.namespace().levels().stream(), Stream.of(view.table()))
                .flatMap(parts -> parts)
                .map(part -> '"' + part.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("."));
    }

    private BindingContext context(Session session, Catalogs catalogs) {
        return new BindingContext(
                session.principal(),
                policy,
                catalogs,
                session.location().catalog(),
                session.location().namespace(),
                session.zone(),
                Instant.now(),
                files);
    }

    private PlannedQuery plan(SecuredPlan secured, Catalogs catalogs) {
        Map<Integer, ScanPredicate> predicates = ScanPredicates.of(secured);
        Map<Integer, ScanPlan> scans = new TreeMap<>();
        for (BoundTable table : secured.tables()) {
            Catalog catalog = catalogs.find(table.name().catalog()).orElseThrow();
            ScanPredicate predicate = predicates.getOrDefault(table.scan(), new ScanPredicate.True());
            scans.put(table.scan(), catalog.planScan(new ScanRequest(table.name(), table.version(), predicate)));
        }
        return new PlannedQuery(ReadBinding.bind(translator.translate(secured), scans), secured, scans);
    }
}
