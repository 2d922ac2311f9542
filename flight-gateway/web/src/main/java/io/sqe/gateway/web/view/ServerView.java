package io.sqe.gateway.web.view;

import io.sqe.gateway.web.view.ServerState.Memory;
import io.sqe.gateway.web.view.ServerState.Queue;
import java.util.List;

/** A server at one moment. */
public record ServerView(
        String uptime, List<Meter> meters, List<ServerState.Cache> caches, List<ServerState.Node> nodes) {

    public ServerView {
        meters = List.copyOf(meters);
        caches = List.copyOf(caches);
        nodes = List.copyOf(nodes);
    }

    public static ServerView of(ServerState state) {
        return new ServerView(Shown.duration(state.uptime()), meters(state), state.caches(), state.nodes());
    }

    public boolean hasWorkers() {
        return nodes.stream().anyMatch(node -> node.worker().isPresent());
    }

    private static List<Meter> meters(ServerState state) {
        Queue queue = state.queue();
        Memory memory = state.memory();
        return List.of(
                Meter.ofCount("Queries running", queue.running(), queue.runningMax()),
                Meter.ofCount("Queries waiting", queue.waiting(), 0),
                Meter.ofBytes("Set aside for queries", memory.reserved(), memory.limit()),
                Meter.ofBytes("Held by the engine", memory.engine(), memory.limit()),
                Meter.ofBytes("Spilled to disk", memory.spilled(), 0),
                Meter.ofBytes("Java heap", memory.heap(), memory.heapMax()),
                Meter.ofBytes("Resident, this process", Math.max(0, memory.resident()), 0));
    }
}
