package io.sqe.cli.wiring.server;

/** A port that the server may listen on. */
interface ServerPort {
    /**
     * Opens it if the configuration asks for it, and notes the address; closed with the other parts.
     *
     * @throws RuntimeException if it cannot listen there
     */
    void open(ServerGround ground);
}
