package io.freshet.server.control;

/// What an application's backend and the operator may see and do. Any thread; nothing is locked
/// while a client or the media plane is told.
///
/// Callers check who asks and the form of names.
///
/// @param projects also those that are not online
public record ServerOperations(
        ProjectDirectory projects,
        RoomOperations rooms,
        StreamOperations streams,
        MessageOperations messages,
        ForbidOperations forbids) {}
