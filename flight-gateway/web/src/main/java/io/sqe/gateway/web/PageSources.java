package io.sqe.gateway.web;

import io.sqe.gateway.observation.report.QueryReports;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.ServerSample;
import io.sqe.gateway.session.Sessions;
import io.sqe.gateway.web.view.ServerState;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where pages have from what they show.
 *
 * @param history samples of the last while, the oldest first
 */
public record PageSources(
        QueryDesk desk,
        QueryReports reports,
        Sessions sessions,
        ServerState state,
        Supplier<List<ServerSample>> history) {}
