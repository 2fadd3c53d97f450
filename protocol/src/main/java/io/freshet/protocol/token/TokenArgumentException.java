package io.freshet.protocol.token;

/// A token cannot be made of these arguments. The codes are those that existing token generators
/// report.
public final class TokenArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// Which argument it is.
    public enum Problem {
        /// The AppID is not between 1 and 2^32 - 1.
        APP_ID(1),
        /// The userID is empty or longer than 64 bytes.
        USER_ID(3),
        /// The ServerSecret does not have 32 bytes.
        SECRET(5),
        /// The time of validity is not positive.
        VALIDITY(6),
        /// The payload is too long, or the token would expire after the end of time.
        OTHER(-1);

        private final int code;

        Problem(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private final Problem problem;

    TokenArgumentException(Problem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
