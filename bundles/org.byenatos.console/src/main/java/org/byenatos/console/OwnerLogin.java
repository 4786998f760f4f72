package org.byenatos.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets the owner into the web console with user {@code admin} and the password made at first start. The container is
 * configured to let nobody in until this provider is there. Thread-safe.
 */
@Component(service = SecurityProvider.class, property = SecurityProvider.PROPERTY_ID + "=org.byenatos.console")
public final class OwnerLogin implements SecurityProvider {

    private static final System.Logger LOG = System.getLogger(OwnerLogin.class.getName());
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String USER = "admin";
    private static final String BASIC = "Basic ";

    private final PasswordHash hash;
    private final ConcurrentMap<String, Boolean> proven = new ConcurrentHashMap<>();
    private final Semaphore proving = new Semaphore(1);
    private final byte[] pepper = new byte[32];

    /** @param context where the home folder is named */
    @Activate
    public OwnerLogin(BundleContext context) {
        Path secrets = Path.of(context.getProperty("byenatos.home"), "data", "secrets");
        SecureRandom random = new SecureRandom();
        random.nextBytes(pepper);
        this.hash = new ConsoleSecret(secrets, random).loadOrCreate();
    }

    @Override
    public @Nullable Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BASIC)) {
            Answer answer = check(header.substring(BASIC.length()));
            if (answer == Answer.RIGHT) {
                return USER;
            }
            if (answer == Answer.LATER) {
                response.setHeader("Retry-After", "1");
                response.setStatus(TOO_MANY_REQUESTS);
                return null;
            }
            LOG.log(System.Logger.Level.WARNING, "A wrong console password came from {0}", request.getRemoteAddr());
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Byenatos console\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return null;
    }

    @Override
    public boolean authorize(Object user, String role) {
        return USER.equals(user);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Byenatos console\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** What credentials are worth. */
    private enum Answer {
        RIGHT,
        WRONG,
        LATER
    }

    /**
     * The slow hash is computed once per right password; a wrong one is never remembered and always costs it. One is
     * computed at a time, and who comes meanwhile is told to come again: guesses must not take the server's threads.
     */
    private Answer check(String credentials) {
        String fingerprint = fingerprint(credentials);
        if (proven.containsKey(fingerprint)) {
            return Answer.RIGHT;
        }
        if (!proving.tryAcquire()) {
            return Answer.LATER;
        }
        try {
            return prove(credentials, fingerprint);
        } finally {
            proving.release();
        }
    }

    private Answer prove(String credentials, String fingerprint) {
        String[] parts = decode(credentials).split(":", 2);
        boolean right = parts.length == 2 && hash.matches(parts[1]) && USER.equals(parts[0]);
        if (right) {
            proven.put(fingerprint, true);
        }
        return right ? Answer.RIGHT : Answer.WRONG;
    }

    private String fingerprint(String credentials) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(pepper);
            return HexFormat.of().formatHex(sha256.digest(credentials.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
