/**
 * An executor whose engine runs in a process of its own, so that its crash is a failed query and nothing more.
 *
 * <p>In: what every executor takes, and {@link io.sqe.executor.process.EngineProcessOptions}. Out: what every executor gives, and
 * {@link io.sqe.executor.ExecutorException.EngineLost} when the process has ended. Never: an engine in this process, secrets on a
 * command line.
 */
@NullMarked
package io.sqe.executor.process;

import org.jspecify.annotations.NullMarked;
