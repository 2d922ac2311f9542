/** Tests of the policy file: principal × table → decision. */
@NullMarked
package io.sqe.policy.file;

import org.jspecify.annotations.NullMarked;
