package io.freshet.server.control;

/// What came of a successful hello.
///
/// @param appSignShown whether the client has proved that it knows the AppSign
record Greeting(long appId, Realm realm, boolean appSignShown, ClientAbilities abilities) {}
