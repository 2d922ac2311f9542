package io.sqe.policy.file;

import java.util.List;

/**
 * A policy file that was understood.
 *
 * @param text of the whole file
 * @param openByDefault whether tables that no rule gives to anybody are open to everybody
 * @param maskKey empty if the file has none
 */
record PolicyRules(String text, boolean openByDefault, String maskKey, List<PolicyRule> all) {

    PolicyRules {
        all = List.copyOf(all);
    }
}
