package io.sqe.gateway.query;

import org.apache.arrow.vector.types.pojo.Schema;

/**
 * What a statement answers and asks for, found without running it.
 *
 * @param columns those of {@link Query#rows()}
 * @param parameters what its placeholders take, in the order of the text; text where nothing tells
 */
public record StatementDescription(Query.StatementKind kind, Schema columns, Schema parameters) {}
