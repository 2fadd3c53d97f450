package io.freshet.server.callback;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.RoomOccurrence;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.RoomOccurrence.RoomLife;
import io.freshet.server.control.RoomOccurrence.StreamLife;
import io.freshet.server.control.RoomOccurrence.Visit;
import java.util.List;
import java.util.Optional;

/// The JSON of a callback, as protocol/spec/callbacks.md has it. Signed once: a retry is the same
/// bytes, so that a backend can tell it by its nonce.
final class CallbackBody {
    private static final long MS_PER_S = 1_000;

    /// What makes a body genuine.
    record Seal(String secret, long timestampS, String nonce) {
        /// Without the secret.
        @Override
        public String toString() {
            return "Seal[" + timestampS + "]";
        }
    }

    private CallbackBody() {}

    /// Empty for what no backend is told.
    static Optional<CallbackEvent> eventOf(RoomOccurrence occurrence) {
        return switch (occurrence) {
            case RoomOccurrence.RoomCreated _ -> Optional.of(CallbackEvent.ROOM_CREATE);
            case RoomOccurrence.RoomClosed closed ->
                    closed.quiet() ? Optional.empty() : Optional.of(CallbackEvent.ROOM_CLOSE);
            case RoomOccurrence.UserLoggedIn _ -> Optional.of(CallbackEvent.ROOM_LOGIN);
            case RoomOccurrence.UserLoggedOut _ -> Optional.of(CallbackEvent.ROOM_LOGOUT);
            case RoomOccurrence.StreamCreated _ -> Optional.of(CallbackEvent.STREAM_CREATE);
            case RoomOccurrence.StreamClosed _ -> Optional.of(CallbackEvent.STREAM_CLOSE);
            case RoomOccurrence.PictureChanged _ -> Optional.empty();
            case RoomOccurrence.PlayStarted _ -> Optional.empty();
            case RoomOccurrence.PlayStopped _ -> Optional.empty();
        };
    }

    /// The body of an occurrence that has an event.
    static String of(RoomOccurrence occurrence, Seal seal) {
        JsonWriter json = new JsonWriter(512).beginObject();
        switch (occurrence) {
            case RoomOccurrence.RoomCreated created -> {
                numbers(json, CallbackEvent.ROOM_CREATE, created.room(), seal);
                json.member("room_create_time", text(created.at().wallMs()))
                        .member("id_name", created.creatorId());
            }
            case RoomOccurrence.RoomClosed closed -> {
                numbers(json, CallbackEvent.ROOM_CLOSE, closed.room(), seal);
                json.member("close_reason", closeReason(closed.reason()))
                        .member("room_close_time", text(closed.at().wallMs()));
            }
            case RoomOccurrence.UserLoggedIn in -> {
                texts(json, CallbackEvent.ROOM_LOGIN, in.room(), seal);
                visit(json, in.room(), in.visit());
                json.member("auth_level", text(in.visit().tokenVersion()))
                        .member("relogin", in.visit().relogin() ? "1" : "0")
                        .member("user_update_seq", text(in.updateSeq()))
                        .member("callback_data", "")
                        .member("term_type", "");
            }
            case RoomOccurrence.UserLoggedOut out -> {
                texts(json, CallbackEvent.ROOM_LOGOUT, out.room(), seal);
                visit(json, out.room(), out.visit());
                json.member("logout_time", text(out.at().wallMs()))
                        .member("reason", text(logoutReason(out.reason())))
                        .member("user_update_seq", text(out.updateSeq()))
                        .member("callback_data", "")
                        .member("term_type", "");
            }
            case RoomOccurrence.StreamCreated created -> {
                texts(json, CallbackEvent.STREAM_CREATE, created.room(), seal);
                stream(json, created.room(), created.stream(), created.updateSeq());
                json.member("title", created.stream().title())
                        .member("stream_attr", streamAttributes(created.stream().videoCodec()))
                        .member("create_time", text(created.at().wallMs() / MS_PER_S))
                        .member("create_time_ms", text(created.at().wallMs()))
                        .member("extra_info", created.stream().extraInfo())
                        .member("recreate", "0")
                        .member("publish_id", created.stream().userId())
                        .member("publish_name", created.stream().userName())
                        .member("rtmp_url", List.of())
                        .member("hls_url", List.of())
                        .member("hdl_url", List.of())
                        .member("pic_url", List.of());
            }
            case RoomOccurrence.StreamClosed closed -> {
                texts(json, CallbackEvent.STREAM_CLOSE, closed.room(), seal);
                stream(json, closed.room(), closed.stream(), closed.updateSeq());
                json.member("type", text(streamCloseType(closed.reason())))
                        .member("third_define_data", closed.stream().extraInfo())
                        .member("create_time_ms", text(closed.stream().since().wallMs()))
                        .member("destroy_timemillis", text(closed.at().wallMs()));
            }
            case RoomOccurrence.PictureChanged _,
                    RoomOccurrence.PlayStarted _,
                    RoomOccurrence.PlayStopped _ ->
                    throw new IllegalArgumentException("no callback for " + occurrence);
        }
        return json.endObject().toString();
    }

    /// The beginning of the two events that have numbers.
    private static void numbers(JsonWriter json, CallbackEvent event, RoomLife room, Seal seal) {
        json.member("event", event.wireName())
                .member("appid", room.appId())
                .member("timestamp", seal.timestampS())
                .member("nonce", seal.nonce())
                .member("signature", signature(seal))
                .member("room_id", room.roomId())
                .member("room_session_id", Long.parseLong(room.sessionId()));
    }

    /// The beginning of the others, in which everything is text.
    private static void texts(JsonWriter json, CallbackEvent event, RoomLife room, Seal seal) {
        json.member("event", event.wireName())
                .member("appid", text(room.appId()))
                .member("timestamp", text(seal.timestampS()))
                .member("nonce", seal.nonce())
                .member("signature", signature(seal))
                .member("room_id", room.roomId());
    }

    private static void visit(JsonWriter json, RoomLife room, Visit visit) {
        json.member("room_name", room.roomId())
                .member("room_seq", room.sessionId())
                .member("user_account", visit.userId())
                .member("user_nickname", visit.userName())
                .member("session_id", text(visit.sessionId()))
                .member("login_time", text(visit.since().wallMs()))
                .member("user_role", "1");
    }

    private static void stream(JsonWriter json, RoomLife room, StreamLife stream, long seq) {
        json.member("room_session_id", room.sessionId())
                .member("user_id", stream.userId())
                .member("user_name", stream.userName())
                .member("channel_id", room.roomId())
                .member("stream_id", stream.streamId())
                .member("stream_alias", stream.streamId())
                .member("stream_sid", "s-" + stream.streamSessionId())
                .member("stream_seq", text(seq));
    }

    /// JSON within a text; empty for codecs that have no number there.
    private static String streamAttributes(String videoCodec) {
        return switch (videoCodec) {
            case "H264" -> "{\"cid\":0}";
            case "VP8" -> "{\"cid\":2}";
            case "H265" -> "{\"cid\":3}";
            default -> "{}";
        };
    }

    private static long closeReason(EndReason reason) {
        return switch (reason) {
            case NORMAL -> 0;
            case HEARTBEAT_TIMEOUT -> 1;
            case DISCONNECTED -> 2;
            case REPEATED_LOGIN, KICKED_OUT, TOKEN_EXPIRED, ROOM_CLEARED, BY_SERVER -> 3;
        };
    }

    private static long logoutReason(EndReason reason) {
        return switch (reason) {
            case NORMAL -> 0;
            case HEARTBEAT_TIMEOUT -> 1;
            case DISCONNECTED -> 2;
            case REPEATED_LOGIN, KICKED_OUT, ROOM_CLEARED, BY_SERVER -> 3;
            case TOKEN_EXPIRED -> 4;
        };
    }

    private static long streamCloseType(EndReason reason) {
        return switch (reason) {
            case NORMAL -> 0;
            case HEARTBEAT_TIMEOUT -> 1;
            case REPEATED_LOGIN -> 2;
            case KICKED_OUT, TOKEN_EXPIRED -> 3;
            case DISCONNECTED -> 4;
            case ROOM_CLEARED -> 5;
            case BY_SERVER -> 100;
        };
    }

    private static String signature(Seal seal) {
        return CallbackSignature.of(seal.secret(), text(seal.timestampS()), seal.nonce());
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
