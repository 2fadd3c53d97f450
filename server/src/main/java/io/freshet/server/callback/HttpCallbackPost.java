package io.freshet.server.callback;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One POST over one connection, HTTP/1.1 (RFC 9112), of which only the status line of the answer
/// is read. Redirects are answers like any other.
///
/// The name is looked up once, and the connection goes to an address of that very look-up which has
/// passed the guard: another answer of the name server later changes nothing (DNS rebinding).
final class HttpCallbackPost implements CallbackPost {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final int MAX_STATUS_LINE_BYTES = 1024;
    private static final int MAX_INTERIM_ANSWERS = 4;

    /// Looks names up.
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final AddressGuard guard;
    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final Duration timeout;
    private final ScheduledExecutorService watch;

    /// As described above.
    ///
    /// @param timeout from the look-up's end to the status line, however slowly a byte comes
    /// @param watch closes what is late
    HttpCallbackPost(
            AddressGuard guard,
            Resolver resolver,
            SSLSocketFactory tls,
            Duration timeout,
            ScheduledExecutorService watch) {
        this.guard = guard;
        this.resolver = resolver;
        this.tls = tls;
        this.timeout = timeout;
        this.watch = watch;
    }

    @Override
    public int post(CallbackTarget target, String json) throws IOException {
        URI url = target.url();
        InetAddress address = permitted(host(url));
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        try (var plain = new Socket(java.net.Proxy.NO_PROXY)) {
            var expired = new AtomicBoolean();
            var late =
                    watch.schedule(
                            () -> {
                                expired.set(true);
                                closeQuietly(plain);
                            },
                            timeout.toMillis(),
                            TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
                plain.setSoTimeout((int) timeout.toMillis());
                return secure
                        ? exchangeSecurely(plain, port, target, json)
                        : exchange(plain, target, json);
            } catch (IOException e) {
                if (expired.get()) {
                    throw new SocketTimeoutException("no answer within " + timeout);
                }
                throw e;
            } finally {
                late.cancel(false);
            }
        }
    }

    private InetAddress permitted(String host) throws IOException {
        List<InetAddress> addresses = resolver.resolve(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        // All of them: a name with one foot in the private network is not to be trusted.
        for (InetAddress address : addresses) {
            if (!guard.allows(address)) {
                throw new ForbiddenAddressException();
            }
        }
        return addresses.getFirst();
    }

    /// The address is one that callbacks must not go to.
    static final class ForbiddenAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException() {
            super("the host has an address that callbacks may not go to");
        }
    }

    private int exchangeSecurely(Socket plain, int port, CallbackTarget target, String json)
            throws IOException {
        String host = host(target.url());
        try (var socket = (SSLSocket) tls.createSocket(plain, host, port, true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 9110 §4.3.4
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return exchange(socket, target, json);
        }
    }

    private static int exchange(Socket socket, CallbackTarget target, String json)
            throws IOException {
        byte[] body = target.form().encode(json);
        URI url = target.url();
        String path =
                url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String head =
                "POST "
                        + path
                        + query
                        + " HTTP/1.1\r\nHost: "
                        + url.getRawAuthority()
                        + "\r\nUser-Agent: Freshet\r\nContent-Type: "
                        + target.form().contentType()
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\nConnection: close\r\n\r\n";
        var out = socket.getOutputStream();
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, request, 0, headBytes.length);
        System.arraycopy(body, 0, request, headBytes.length, body.length);
        out.write(request);
        out.flush();
        return readStatus(socket.getInputStream());
    }

    /// RFC 9110 §15.2: interim answers may come before the one that counts.
    private static int readStatus(InputStream in) throws IOException {
        for (int i = 0; i < MAX_INTERIM_ANSWERS; i++) {
            Matcher line = STATUS_LINE.matcher(readLine(in));
            if (!line.matches()) {
                throw new IOException("the answer is not HTTP");
            }
            int status = Integer.parseInt(line.group(1));
            if (status >= 200) {
                return status;
            }
            while (!readLine(in).isEmpty()) {
                // The interim answer's headers do not matter.
            }
        }
        throw new IOException("too many interim answers");
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        int octet = in.read();
        while (octet != '\n') {
            if (octet < 0 || line.length() >= MAX_STATUS_LINE_BYTES) {
                throw new IOException("the answer is cut or too long");
            }
            line.append((char) octet);
            octet = in.read();
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r'
                ? line.substring(0, length - 1)
                : line.toString();
    }

    private static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
