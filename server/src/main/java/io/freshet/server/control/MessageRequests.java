package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;

/// What a client has to say to others in its room. All of it counts against the rate of the AppID.
/// The thread of the connection's requests.
final class MessageRequests {
    private final Core core;
    private final Connection connection;

    MessageRequests(Core core, Connection connection) {
        this.core = core;
        this.connection = connection;
    }

    void setRoomExtraInfo(Greeting greeted, ClientMessage.SetRoomExtraInfo change)
            throws RequestRefusedException {
        greeted.realm().requireCallRate();
        Participant from = connection.participant(change.roomId(), ErrorCode.ROOM_ROOMID_INCORRECT);
        core.messaging.setRoomExtraInfo(from, change.key(), change.value());
        connection.ok(change);
    }

    void broadcast(Greeting greeted, ClientMessage.SendBroadcastMessage sending)
            throws RequestRefusedException {
        Participant from = sender(greeted, sending.roomId());
        connection.answer(
                Answer.ok(sending.id(), core.messaging.broadcast(from, sending.message())));
    }

    void barrage(Greeting greeted, ClientMessage.SendBarrageMessage sending)
            throws RequestRefusedException {
        Participant from = sender(greeted, sending.roomId());
        connection.answer(Answer.ok(sending.id(), core.messaging.barrage(from, sending.message())));
    }

    void command(Greeting greeted, ClientMessage.SendCustomCommand sending)
            throws RequestRefusedException {
        Participant from = sender(greeted, sending.roomId());
        core.messaging.command(from, sending.command(), sending.toUserIds());
        connection.ok(sending);
    }

    void transparent(Greeting greeted, ClientMessage.SendTransparentMessage sending)
            throws RequestRefusedException {
        Participant from = sender(greeted, sending.roomId());
        core.messaging.transparent(
                from, sending.sendMode(), sending.content(), sending.toUserIds());
        connection.ok(sending);
    }

    private Participant sender(Greeting greeted, String roomId) throws RequestRefusedException {
        greeted.realm().requireCallRate();
        return connection.participant(roomId, ErrorCode.IM_INCONSISTENT_ROOM_ID);
    }
}
