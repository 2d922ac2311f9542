package io.sqe.cli.wiring.server;

import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.CoordinatorSettings.Mode;
import io.sqe.gateway.identity.UserFileException;
import java.util.Map;

/** What {@code sqe server} runs. */
public sealed interface ServerProcess extends AutoCloseable permits SqeServer, SqeWorker {

    /**
     * Opens what the configured mode asks for; the caller closes it.
     *
     * @throws SqeServer.NotStartedException if something cannot be opened; nothing stays open then
     */
    static ServerProcess open(Configuration configuration, String version) {
        return configuration.server().coordinator().mode() == Mode.WORKER
                ? SqeWorker.open(configuration, version)
                : SqeServer.open(configuration, version);
    }

    /** Where it listens, by what is there. */
    Map<String, String> addresses();

    /**
     * Takes over what can change while the server runs.
     *
     * @throws UserFileException if a file of users is wrong; nothing has changed then
     */
    void reload(Configuration configuration);

    /** Ends in order. */
    @Override
    void close();
}
