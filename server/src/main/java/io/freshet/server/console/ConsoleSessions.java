package io.freshet.server.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Who is logged in to the console. Any thread.
///
/// A session is named by a cookie and guarded by a second secret, the CSRF token, which every
/// change has to show: a foreign page can make a browser send the cookie, but cannot read the
/// token. Only a digest of the cookie is kept. Sessions end when they are not used for [#IDLE], at
/// the age of [#LIFETIME], and with the process.
public final class ConsoleSessions {
    public static final Duration IDLE = Duration.ofHours(2);
    public static final Duration LIFETIME = Duration.ofHours(12);

    /// At once; one more login ends the session that was used least recently.
    static final int MAX_SESSIONS = 64;

    private static final int SECRET_BYTES = 32;

    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();

    /// By digest of the cookie, the least recently used first.
    private final Map<String, Kept> sessions = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Kept {
        final Session session;
        final long endsNs;
        long usedNs;

        Kept(Session session, long nowNs) {
            this.session = session;
            this.endsNs = nowNs + LIFETIME.toNanos();
            this.usedNs = nowNs;
        }

        boolean isOver(long nowNs) {
            return nowNs >= endsNs || nowNs - usedNs >= IDLE.toNanos();
        }
    }

    /// A login.
    ///
    /// @param csrfToken to be shown with every change
    public record Session(String user, String csrfToken) {
        /// Whether this is the session's token; takes as long for every other of its length.
        public boolean isCsrfToken(String shown) {
            return MessageDigest.isEqual(
                    csrfToken.getBytes(StandardCharsets.UTF_8),
                    shown.getBytes(StandardCharsets.UTF_8));
        }

        /// Without the token.
        @Override
        public String toString() {
            return "Session[" + user + "]";
        }
    }

    /// A new session.
    ///
    /// @param cookie exists in readable form only here
    public record Opened(String cookie, Session session) {
        @Override
        public String toString() {
            return session.toString();
        }
    }

    /// Makes an empty table.
    ///
    /// @param random cookies and tokens come from it: cryptographically strong in production
    public ConsoleSessions(RandomGenerator random) {
        this.random = random;
    }

    /// Logs a user in whose password was right.
    public Opened open(String user, long nowNs) {
        String cookie = secret();
        var session = new Session(user, secret());
        lock.lock();
        try {
            sessions.values().removeIf(kept -> kept.isOver(nowNs));
            if (sessions.size() >= MAX_SESSIONS) {
                Iterator<Kept> oldest = sessions.values().iterator();
                oldest.next();
                oldest.remove();
            }
            sessions.put(digest(cookie), new Kept(session, nowNs));
        } finally {
            lock.unlock();
        }
        return new Opened(cookie, session);
    }

    /// The session of a request, which counts as used.
    public Optional<Session> use(String cookie, long nowNs) {
        return find(cookie, nowNs, true);
    }

    /// Whether a session goes on; being asked for does not prolong it.
    public boolean isOpen(String cookie, long nowNs) {
        return find(cookie, nowNs, false).isPresent();
    }

    /// Logs out.
    public void close(String cookie) {
        lock.lock();
        try {
            sessions.remove(digest(cookie));
        } finally {
            lock.unlock();
        }
    }

    /// Ends every session but this one.
    ///
    /// @param cookie of no session ends them all
    public void closeOthers(String cookie) {
        String kept = digest(cookie);
        lock.lock();
        try {
            sessions.keySet().removeIf(key -> !key.equals(kept));
        } finally {
            lock.unlock();
        }
    }

    public void closeAll() {
        closeOthers("");
    }

    /// How many there are that are not over.
    public int count(long nowNs) {
        lock.lock();
        try {
            sessions.values().removeIf(kept -> kept.isOver(nowNs));
            return sessions.size();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Session> find(String cookie, long nowNs, boolean use) {
        String key = digest(cookie);
        lock.lock();
        try {
            @Nullable Kept kept = sessions.get(key);
            if (kept == null) {
                return Optional.empty();
            }
            if (kept.isOver(nowNs)) {
                sessions.remove(key);
                return Optional.empty();
            }
            if (use) {
                kept.usedNs = nowNs;
            }
            return Optional.of(kept.session);
        } finally {
            lock.unlock();
        }
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What a look-up takes depends on the digest, which nobody can choose.
    private static String digest(String cookie) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(cookie.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
