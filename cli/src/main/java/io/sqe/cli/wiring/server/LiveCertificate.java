package io.sqe.cli.wiring.server;

import io.sqe.gateway.configuration.CoordinatorSettings.TlsFiles;
import io.sqe.gateway.configuration.tls.ServerCertificate;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The certificate that new connections get; open ones keep theirs. The file can be read again. */
final class LiveCertificate extends X509ExtendedKeyManager {
    /** The name tells one certificate from the next, so that a handshake between the two uses one of them throughout. */
    private record Named(String name, ServerCertificate certificate) {}

    private final AtomicReference<Named> current;
    private final AtomicReference<Named> last;
    private final List<X509Certificate> clientAuthorities;

    private LiveCertificate(ServerCertificate first, List<X509Certificate> clientAuthorities) {
        Named named = new Named("1", first);
        this.current = new AtomicReference<>(named);
        this.last = new AtomicReference<>(named);
        this.clientAuthorities = List.copyOf(clientAuthorities);
    }

    static LiveCertificate read(TlsFiles files) {
        return new LiveCertificate(
                ServerCertificate.read(files.certificate(), files.key()),
                files.authorities().map(ServerCertificate::certificates).orElse(List.of()));
    }

    /** Reads the files and changes nothing yet; answers what takes them over. */
    Runnable readAgain(TlsFiles files) {
        ServerCertificate next = ServerCertificate.read(files.certificate(), files.key());
        return () -> {
            Named before = current.get();
            last.set(before);
            current.set(new Named(Integer.toString(Integer.parseInt(before.name()) + 1), next));
        };
    }

    /** Who may have signed clients' certificates; if there are none, clients need no certificate. */
    List<X509Certificate> clientAuthorities() {
        return clientAuthorities;
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, trust(), null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException impossible) {
            throw new IllegalStateException("Every JDK has TLS", impossible);
        }
    }

    private TrustManager @Nullable [] trust() throws GeneralSecurityException, java.io.IOException {
        if (clientAuthorities.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < clientAuthorities.size(); i++) {
            store.setCertificateEntry("authority" + i, clientAuthorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        Named now = current.get();
        String algorithm = now.certificate().key().getAlgorithm();
        return keyType.equals(algorithm) || (algorithm.equals("EdDSA") && keyType.startsWith("Ed")) ? now.name() : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        Named now = current.get();
        return keyType.equals(now.certificate().key().getAlgorithm()) ? now.name() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias).certificate().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return named(alias).certificate().key();
    }

    private Named named(String alias) {
        Named before = last.get();
        return before.name().equals(alias) ? before : current.get();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {current.get().name()};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
