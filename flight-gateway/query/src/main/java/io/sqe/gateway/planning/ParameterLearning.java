package io.sqe.gateway.planning;

import io.sqe.planner.Planner;
import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.pruning.ScanPredicates;
import io.sqe.planner.securing.ParameterizedPlan;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.substrait.translation.SubstraitTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans queries without the values of their parameters, and trusts only a plan that with values is what was planned of them. */
record ParameterLearning(Planner planner, SubstraitTranslator translator) {
    private static final Logger LOG = LoggerFactory.getLogger(ParameterLearning.class);

    /**
     * Tries a query that was planned with its values.
     *
     * @param planned what it was planned as
     */
    Learning learn(String sql, Parameters values, SecuredPlan planned, BindingContext context) {
        try {
            return planner.parameterize(sql, context, values)
                    .filter(plan -> isTheSame(plan, values, planned))
                    .<Learning>map(Learning.Learnt::new)
                    .orElseGet(Learning.Unfit::new);
        } catch (RuntimeException | StackOverflowError failure) {
            // The query itself is planned by now: what fails here must not fail it.
            LOG.atDebug().setCause(failure).log("a query cannot be planned without its values");
            return new Learning.Unfit();
        }
    }

    private boolean isTheSame(ParameterizedPlan plan, Parameters values, SecuredPlan planned) {
        return plan.with(values).filter(filled -> isTheSame(filled, planned)).isPresent();
    }

    private boolean isTheSame(SecuredPlan filled, SecuredPlan planned) {
        return filled.tables().equals(planned.tables())
                && filled.files().equals(planned.files())
                && filled.hasColumnsOf(planned)
                && filled.isRestricted() == planned.isRestricted()
                && filled.cacheability().equals(planned.cacheability())
                && filled.describe().equals(planned.describe())
                && ScanPredicates.of(filled).equals(ScanPredicates.of(planned))
                && translator
                        .translate(filled)
                        .message()
                        .equals(translator.translate(planned).message());
    }
}
