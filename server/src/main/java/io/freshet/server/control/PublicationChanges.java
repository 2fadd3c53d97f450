package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.server.control.Publication.Attempt;

/// What a publisher changes while it publishes: a stream's extra info and devices, and the token
/// that allows it. What is changed while an offer is under way holds for that offer, too.
final class PublicationChanges {
    void setExtraInfo(Participant participant, String streamId, String extraInfo)
            throws RequestRefusedException {
        Room room = participant.room;
        room.lock.lock();
        try {
            Publication publication = participant.publications.get(streamId);
            if (publication == null) {
                throw new RequestRefusedException(
                        ErrorCode.PUBLISHER_UPDATE_EXTRA_INFO_FAILED,
                        "This client does not publish this stream.");
            }
            Attempt pending = publication.pending;
            if (pending != null) {
                pending.extraInfo = extraInfo;
            }
            room.streams.changeExtraInfo(streamId, extraInfo);
        } finally {
            room.lock.unlock();
        }
    }

    void setDevices(Participant participant, String streamId, Devices devices)
            throws RequestRefusedException {
        Room room = participant.room;
        room.lock.lock();
        try {
            Publication publication = participant.publications.get(streamId);
            if (publication == null) {
                throw new RequestRefusedException(
                        ErrorCode.COMMON_ENGINE_NOT_STARTED,
                        "This client does not publish this stream.");
            }
            Attempt pending = publication.pending;
            if (pending != null) {
                pending.devices = devices;
            }
            room.streams.changeDevices(streamId, devices);
        } finally {
            room.lock.unlock();
        }
    }

    /// Replaces what a participant may do; one that publishes keeps its former grant if the new one
    /// would not let it.
    void renew(Participant participant, Grant grant) throws RequestRefusedException {
        Room room = participant.room;
        room.lock.lock();
        try {
            for (String streamId : participant.publications.keySet()) {
                if (!grant.allowsStream(streamId)) {
                    throw new RequestRefusedException(
                            ErrorCode.ROOM_RENEW_TOKEN_NO_PUBLISH_AUTH_ERROR);
                }
            }
            participant.renew(grant);
        } finally {
            room.lock.unlock();
        }
    }
}
