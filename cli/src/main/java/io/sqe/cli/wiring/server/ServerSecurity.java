package io.sqe.cli.wiring.server;

import io.sqe.gateway.configuration.ServerConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is let in, by what certificate they know this server, and the log of both. */
record ServerSecurity(
        ServerGround ground,
        ServerAudit audit,
        ServerAuthentication authentication,
        Optional<LiveCertificate> certificate) {

    /** Opens the audit log as the first of all parts: it is closed as the last. */
    static ServerSecurity open(ServerGround ground) {
        ServerConfiguration started = ground.configuration();
        ServerAudit audit = ServerAudit.open(started, ground.version(), ground.clock(), ground.parts());
        return new ServerSecurity(
                ground,
                audit,
                ServerAuthentication.of(ground::configuration, ground.registry(), audit.access()),
                started.coordinator().tls().map(LiveCertificate::read));
    }

    /** Whoever has one of these roles sees and stops the queries of others. */
    Set<String> adminRoles() {
        return ground.configuration().authentication().adminRoles();
    }

    /**
     * Reads users and the certificate and changes nothing yet; answers what takes them over.
     *
     * @throws io.sqe.gateway.identity.UserFileException if a file of users is wrong
     */
    List<Runnable> readAgain(ServerConfiguration next) {
        List<Runnable> changes = new ArrayList<>();
        changes.add(authentication.readAgain(next.authentication()));
        certificate.flatMap(own -> next.coordinator().tls().map(own::readAgain)).ifPresent(changes::add);
        return changes;
    }
}
