package io.sqe.cli;

import java.util.function.Supplier;

/**
 * A command of the program beside the shell, such as {@code bench}.
 *
 * @param command makes an object with picocli's annotations; called only when the command, or help, is asked for, so that a query
 *     does not wait for classes that it needs not
 */
public record Subcommand(String name, Supplier<Object> command) {}
