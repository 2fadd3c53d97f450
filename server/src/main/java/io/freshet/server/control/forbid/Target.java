package io.freshet.server.control.forbid;

/// Whom a rule is for. What its kind does not look at is empty.
public record Target(Kind kind, String address, String roomId, String userId) {
    public enum Kind {
        /// Everybody who comes from an address.
        ADDRESS(1, 100),
        /// Everybody in a room.
        ROOM(2, 200),
        /// A user, in whichever room.
        USER(3, 200),
        /// A user in one room.
        USER_IN_ROOM(4, 200);

        private final int number;
        private final int maxRules;

        Kind(int number, int maxRules) {
            this.number = number;
            this.maxRules = maxRules;
        }

        /// As the server API and the database name it.
        public int number() {
            return number;
        }

        /// Of one AppID at a time.
        public int maxRules() {
            return maxRules;
        }
    }

    public static Target address(String address) {
        return new Target(Kind.ADDRESS, address, "", "");
    }

    public static Target room(String roomId) {
        return new Target(Kind.ROOM, "", roomId, "");
    }

    public static Target user(String userId) {
        return new Target(Kind.USER, "", "", userId);
    }

    public static Target userInRoom(String roomId, String userId) {
        return new Target(Kind.USER_IN_ROOM, "", roomId, userId);
    }

    public boolean covers(Visitor visitor) {
        return switch (kind) {
            case ADDRESS -> address.equals(visitor.address());
            case ROOM -> roomId.equals(visitor.roomId());
            case USER -> userId.equals(visitor.userId());
            case USER_IN_ROOM -> roomId.equals(visitor.roomId()) && userId.equals(visitor.userId());
        };
    }
}
