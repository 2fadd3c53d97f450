package io.freshet.server.control;

import io.freshet.protocol.message.ResourceMode;
import java.util.Set;

/// What the room service needs to know of a project (one AppID).
///
/// @param appSign 64 hexadecimal digits
/// @param serverSecret 32 characters, the key of tokens
/// @param online false refuses every client with 1001004
/// @param tokenOnly true asks every login for a token, whether or not it has proved the AppSign
/// @param defaultResourceMode what players get that ask for the default
/// @param services what is switched on
public record Project(
        long appId,
        String appSign,
        String serverSecret,
        boolean online,
        boolean tokenOnly,
        ResourceMode defaultResourceMode,
        Set<Service> services) {

    public enum Service {
        /// Ultra-low-latency live streaming; without it playing with L3 is refused with 1004072.
        L3,

        /// Whose token runs out is kicked with 1002056, and its streams stop; otherwise running
        /// logins and streams go on, and only what is new needs a valid token.
        LOGIN_ENDS_WITH_TOKEN
    }

    public Project {
        services = Set.copyOf(services);
    }

    public boolean offers(Service service) {
        return services.contains(service);
    }

    /// Without the secrets.
    @Override
    public String toString() {
        return "Project[" + appId + "]";
    }
}
