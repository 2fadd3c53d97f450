package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.MessageContents;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.TransparentMessageMode;
import java.util.List;

/// What users send each other through a room, and what they write on it: contents, rates, and then
/// the room's own doing under its lock.
final class Messaging {
    private final Core core;

    Messaging(Core core) {
        this.core = core;
    }

    /// A message to everybody else; what the sender is answered.
    Answer.MessageSent broadcast(Participant from, String text) throws RequestRefusedException {
        RequestRefusedException.require(MessageContents.checkBroadcastMessage(text));
        Room room = from.room;
        room.lock.lock();
        try {
            requirePresent(from);
            long nowNs = core.clock.nowNs();
            if (!from.broadcasts.hasRoom(nowNs)) {
                throw new RequestRefusedException(ErrorCode.IM_BROADCAST_MESSAGE_QPS_OVERLOAD);
            }
            requireRate(room.messages().mayBroadcast(nowNs));
            from.broadcasts.tryTake(nowNs);
            return sent(room.messages().broadcast(from.user, text, nowNs, core.clock.wallMs()));
        } finally {
            room.lock.unlock();
        }
    }

    Answer.MessageSent barrage(Participant from, String text) throws RequestRefusedException {
        RequestRefusedException.require(MessageContents.checkBarrageMessage(text));
        Room room = from.room;
        room.lock.lock();
        try {
            requirePresent(from);
            return sent(room.barrage(from.user, text));
        } finally {
            room.lock.unlock();
        }
    }

    void command(Participant from, String command, List<String> receivers)
            throws RequestRefusedException {
        RequestRefusedException.require(MessageContents.checkCustomCommand(command));
        RequestRefusedException.require(MessageContents.checkReceivers(receivers));
        Room room = from.room;
        room.lock.lock();
        try {
            requirePresent(from);
            long nowNs = core.clock.nowNs();
            requireRate(room.messages().mayCommand(receivers, nowNs));
            room.messages().command(from.user, command, receivers, nowNs);
        } finally {
            room.lock.unlock();
        }
    }

    void transparent(
            Participant from, TransparentMessageMode mode, String content, List<String> receivers)
            throws RequestRefusedException {
        RequestRefusedException.require(MessageContents.checkTransparentContent(content));
        RequestRefusedException.require(MessageContents.checkReceivers(receivers));
        if (mode != TransparentMessageMode.ONLY_CLIENT) {
            throw new RequestRefusedException(
                    ErrorCode.COMMON_SDK_NO_MODULE,
                    "The project has no backend that listens for transparent messages; send to"
                            + " clients only.");
        }
        Room room = from.room;
        room.lock.lock();
        try {
            requirePresent(from);
            requireRate(room.messages().maySendTransparent(receivers, core.clock.nowNs()));
            room.messages().transparent(from.user, content, receivers);
        } finally {
            room.lock.unlock();
        }
    }

    /// Writes the room's extra info. There is one key in a room, that of its first writer.
    void setRoomExtraInfo(Participant from, String key, String value)
            throws RequestRefusedException {
        RequestRefusedException.require(MessageContents.checkRoomExtraInfoKey(key));
        RequestRefusedException.require(MessageContents.checkRoomExtraInfoValue(value));
        Room room = from.room;
        room.lock.lock();
        try {
            if (from.hasLeft()) {
                throw new RequestRefusedException(ErrorCode.ROOM_ROOMID_INCORRECT);
            }
            if (!room.acceptsExtraInfoKey(key)) {
                throw new RequestRefusedException(ErrorCode.ROOM_ROOM_EXTRA_INFO_EXCEED_KEYS);
            }
            requireRate(room.mayChangeExtraInfo(core.clock.nowNs()));
            room.setExtraInfo(new RoomExtraInfo(key, value, from.user, core.clock.wallMs()));
        } finally {
            room.lock.unlock();
        }
    }

    private static Answer.MessageSent sent(RoomMessage message) {
        return new Answer.MessageSent(message.messageId(), message.sendTimeMs());
    }

    private static void requirePresent(Participant participant) throws RequestRefusedException {
        if (participant.hasLeft()) {
            throw new RequestRefusedException(ErrorCode.IM_INCONSISTENT_ROOM_ID);
        }
    }

    private static void requireRate(boolean withinRate) throws RequestRefusedException {
        if (!withinRate) {
            throw new RequestRefusedException(ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT);
        }
    }
}
