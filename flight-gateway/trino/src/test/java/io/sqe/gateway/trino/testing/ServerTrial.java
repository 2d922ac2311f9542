package io.sqe.gateway.trino.testing;

import io.sqe.gateway.query.ClientWatch;
import io.sqe.gateway.trino.http.FormLogin;
import io.sqe.gateway.trino.http.TrinoHttpOptions;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.http.TrinoHttpServer;
import io.sqe.gateway.trino.login.PendingLogins;
import io.sqe.gateway.trino.testing.NamedUsers.NameOnly;
import java.util.function.UnaryOperator;

/** A server over a scripted engine, on any free port of the loopback address. */
public final class ServerTrial implements AutoCloseable {
    private final ScriptedEngine engine;
    private final TrinoHttpServer server;

    private ServerTrial(ScriptedEngine engine, TrinoHttpServer server) {
        this.engine = engine;
        this.server = server;
    }

    public static ServerTrial open(ScriptedEngine engine) {
        return open(engine, options -> options);
    }

    /** Passwords are allowed over plain HTTP and a name is enough, unless the options say otherwise. */
    public static ServerTrial open(ScriptedEngine engine, UnaryOperator<TrinoHttpOptions> options) {
        return open(engine, options, NameOnly.ACCEPTED);
    }

    public static ServerTrial open(ScriptedEngine engine, UnaryOperator<TrinoHttpOptions> options, NameOnly nameOnly) {
        TrinoHttpOptions standard = TrinoHttpOptions.loopback(0, "lake").with(PasswordsOverHttp.ALLOWED);
        return new ServerTrial(engine, TrinoHttpServer.open(options.apply(standard), engine, new NamedUsers(nameOnly)));
    }

    /** Nobody is let in by a name; whoever shows no credentials is invited to log in by a form. */
    public static ServerTrial openWithForm(
            ScriptedEngine engine, UnaryOperator<TrinoHttpOptions> options, PendingLogins logins) {
        TrinoHttpOptions all = options.apply(TrinoHttpOptions.loopback(0, "lake"));
        NamedUsers users = new NamedUsers(NameOnly.REFUSED);
        FormLogin form = new FormLogin(
                all, logins, users, principal -> "token-of-" + principal.name(), ClientWatch.NONE.proxies());
        return new ServerTrial(engine, TrinoHttpServer.open(all, engine, users, form));
    }

    public ScriptedEngine engine() {
        return engine;
    }

    public TrinoHttpServer server() {
        return server;
    }

    public int port() {
        return server.port();
    }

    public WireClient ann() {
        return WireClient.of(server.port(), "ann");
    }

    @Override
    public void close() {
        server.close();
    }
}
