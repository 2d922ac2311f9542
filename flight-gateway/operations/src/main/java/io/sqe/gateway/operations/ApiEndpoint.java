package io.sqe.gateway.operations;

/** A part of the API; all that the health port answers beside pages is one. {@code docs/reference/api.md} describes each route. */
public sealed interface ApiEndpoint permits StatusService, QueriesService, OverviewEndpoint, SessionsEndpoint {}
