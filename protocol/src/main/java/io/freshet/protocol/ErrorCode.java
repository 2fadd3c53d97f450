package io.freshet.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Every error code an application can meet, with its number and one sentence for the developer:
/// what was wrong and, where one can do something, what to do. Names and numbers are those of the
/// Express API, so that code written against it keeps its meaning; spelling mistakes in names are
/// the API's.
///
/// The server has no codes of its own. What its transport can meet is said with these: an
/// unreadable or unknown message, a field of the wrong type and an unsupported protocol version are
/// [#COMMON_ILLEGAL_PARAM]; a request of a connection that has not said hello is
/// [#ENGINE_APPID_INCORRECT_OR_NOT_ONLINE]; the server's own failures are [#ROOM_INNER_ERROR],
/// [#PUBLISHER_INNER_ERROR] or [#PLAYER_INNER_ERROR].
///
/// A long file because it is a table; `protocol/spec/error-codes.md` is checked against it.
public enum ErrorCode {
    COMMON_SUCCESS(0, ""),
    COMMON_ENGINE_NOT_CREATE(
            1000001,
            "The call needs an engine: call createEngine first, and make no calls after destroyEngine."),
    COMMON_NOT_LOGIN_ROOM(1000002, "The call needs a room: call loginRoom first."),
    COMMON_ENGINE_NOT_STARTED(
            1000003, "The call needs running media: start a preview, publish or play first."),
    COMMON_UNSUPPORTED_PLATFORM(1000006, "This function does not exist on this platform."),
    COMMON_INVALID_ANDROID_ENVIRONMENT(
            1000007,
            "The Android application context is missing or wrong: pass the Application when creating the engine."),
    COMMON_EVENT_HANDLER_EXISTS(
            1000008, "An event handler is already set: set null before setting another one."),
    COMMON_SDK_NO_MODULE(
            1000010, "This build of the SDK does not contain the module that the call needs."),
    COMMON_STREAM_ID_TOO_LONG(1000014, "The streamID is too long: keep it below 256 bytes."),
    COMMON_STREAM_ID_NULL(1000015, "The streamID is missing or empty."),
    COMMON_STREAM_ID_INVALID_CHARACTER(
            1000016,
            "The streamID has a character that is not allowed: use only A-Z, a-z, 0-9, '-' and '_'."),
    COMMON_ILLEGAL_PARAM(1000017, "A parameter is missing, malformed or out of its range."),
    COMMON_CDN_URL_TOO_LONG(1000018, "The CDN URL is too long: keep it below 1024 bytes."),
    COMMON_CDN_AUTH_PARAM_TOO_LONG(
            1000019, "The CDN authentication parameter is too long: keep it below 1024 bytes."),
    COMMON_USER_NOT_SAME(
            1000020,
            "Room and scene were logged in with different users: use the same userID and userName for both."),
    COMMON_APP_OFFLINE_ERROR(
            1000037, "This AppID has been taken out of service: ask the operator of the server."),
    COMMON_APP_FLEXIABLE_CONFIG_ERROR(
            1000038,
            "The server's configuration for this AppID is incomplete: ask the operator of the server."),
    COMMON_APP_ACCESS_DENIED_ERROR(
            1000039, "The server does not serve this client, for example because of where it is."),
    COMMON_CDN_URL_INVALID(1000055, "The CDN URL is neither RTMP nor FLV."),
    COMMON_DNS_RESOLVE_ERROR(
            1000060,
            "The server's name could not be resolved: check the server address and the network."),
    COMMON_DISPATCH_ERROR(1000065, "The dispatch service could not be reached."),
    COMMON_CONFIG_AFTER_ENGINE_STARTED(
            1000066, "The setting must be made before preview, publishing or playing starts."),
    COMMON_CONFIG_AFTER_ROOM_LOGGED_IN(1000067, "The setting must be made before loginRoom."),
    COMMON_LOAD_LIBRARY_FAILED(
            1000070,
            "A native library could not be loaded: check that it is packaged for this device's processor."),
    COMMON_LOAD_LIBRARY_FUNC_NOT_FOUND(
            1000071, "A native library lacks a function: its version does not fit the SDK."),
    COMMON_LOAD_LIBRARY_NOT_SUPPORT(1000072, "Loading native libraries is not supported here."),
    COMMON_INNER_NULLPTR(
            1000090, "The virtual machine is in a state that the SDK cannot work with."),
    ENGINE_APPID_ZERO(1001000, "The AppID is 0: set the AppID of your project."),
    ENGINE_APPSIGN_INVALID_LENGTH(
            1001001, "The AppSign has the wrong length: it has 64 characters."),
    ENGINE_APPSIGN_INVALID_CHARACTER(
            1001002,
            "The AppSign has a character that is not allowed: it consists of 0-9 and a-f."),
    ENGINE_APPSIGN_NULL(
            1001003, "The AppSign is empty: set it, or leave it out and log in with a token."),
    ENGINE_APPID_INCORRECT_OR_NOT_ONLINE(
            1001004, "The AppID is not known to this server: check AppID and server address."),
    ENGINE_APPSIGN_INCORRECT(
            1001005, "The AppSign does not belong to the AppID: copy both from the same project."),
    ENGINE_LICENSE_NULL(1001006, "The licence is empty."),
    ENGINE_LOG_NO_WRITE_PERMISSION(1001014, "The log directory is not writable."),
    ENGINE_LOG_PATH_TOO_LONG(1001015, "The log path is too long."),
    ENGINE_SET_ROOM_MODE_ERROR_TIME(1001020, "setRoomMode must be called before createEngine."),
    ENGINE_SET_GEO_FENCE_ERROR_TIME(1001021, "setGeoFence must be called before createEngine."),
    ENGINE_EXPERIMENTAL_JSON_STR_INVALID(
            1001091, "The argument of callExperimentalAPI is not JSON."),
    ROOM_COUNT_EXCEED(
            1002001,
            "This client is already in a room: call logoutRoom or switchRoom first, and log in to a room only once."),
    ROOM_ROOMID_INCORRECT(1002002, "This client is not logged in to the room named by roomID."),
    ROOM_USER_ID_NULL(1002005, "The userID is missing or empty."),
    ROOM_USER_ID_INVALID_CHARACTER(
            1002006,
            "The userID has a character that is not allowed: use ASCII letters, digits and ~!@#$%^&*()_+=-;,.<>\\`'."),
    ROOM_USER_ID_TOO_LONG(1002007, "The userID is too long: keep it below 64 bytes."),
    ROOM_USER_NAME_NULL(1002008, "The userName is empty."),
    ROOM_USER_NAME_INVALID_CHARACTER(
            1002009,
            "The userName has a character that is not allowed: leave out control characters."),
    ROOM_USER_NAME_TOO_LONG(1002010, "The userName is too long: keep it below 256 bytes."),
    ROOM_ROOMID_NULL(1002011, "The roomID is missing or empty."),
    ROOM_ROOMID_INVALID_CHARACTER(
            1002012,
            "The roomID has a character that is not allowed: use ASCII letters, digits and ~!@#$%^&*()_+=-;,.<>\\`'."),
    ROOM_ROOMID_TOO_LONG(1002013, "The roomID is too long: keep it below 128 bytes."),
    ROOM_ROOM_EXTRA_INFO_KEY_EMPTY(1002014, "The key of the room extra info is empty."),
    ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG(
            1002015, "The key of the room extra info is too long: keep it within 10 bytes."),
    ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG(
            1002016, "The value of the room extra info is too long: keep it within 128 bytes."),
    ROOM_ROOM_EXTRA_INFO_EXCEED_KEYS(
            1002017, "The room has its room extra info under another key already: use that key."),
    ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME(
            1002018, "All rooms of a client must be logged in with the same userID and userName."),
    ROOM_MULTI_ROOM_SWTICH_ROOM_INVALID(
            1002019, "switchRoom cannot be used in multi-room mode here: log out and in instead."),
    ROOM_ERROR_CONNECT_FAILED(
            1002030, "The login could not reach the server: check network and server address."),
    ROOM_ERROR_LOGIN_TIMEOUT(
            1002031,
            "The server did not answer the login in time: check network and server address."),
    ROOM_ERROR_AUTHENTICATION_FAILED(
            1002033,
            "The login was refused: the token was not made with this project's ServerSecret, was changed on the way, or does not allow entering this room."),
    ROOM_ERROR_EXCEED_MAXIMUM_MEMBER(1002034, "The room is full."),
    ROOM_ERROR_EXCEED_MAXIMUM_ROOM_COUNT(1002035, "The server has no place for another room."),
    ROOM_ERROR_LOGIN_MULTI_ROOM_NOT_OPEN(
            1002036, "Several rooms at once are not enabled for this AppID."),
    ROOM_ERROR_MULTI_ROOM_EXCEED_MAXIMUM_ROOM_COUNT(
            1002037, "This client is in as many rooms as it may be at once."),
    ROOM_KICKED_OUT(1002050, "The same userID has logged in elsewhere, which ended this login."),
    ROOM_CONNECT_TEMPORARY_BROKEN(
            1002051, "The connection is lost for the moment; the SDK is reconnecting."),
    ROOM_DISCONNECT(1002052, "The connection is lost and will not be tried again: log in again."),
    ROOM_RETRY_TIMEOUT(
            1002053,
            "The server could not be reached within the retry time: check the network and log in again."),
    ROOM_MANUAL_KICKED_OUT(1002055, "The server has removed this user from the room."),
    ROOM_TOKEN_EXPIRED_KICKED_OUT(
            1002056,
            "The token has expired and the project asks for a valid one: log in with a new token."),
    ROOM_SESSION_EXCEPTION_KICKED_OUT(
            1002057,
            "The server has ended the session because its state was no longer sound: log in again."),
    ROOM_WRONG_LOGIN_SEQUENCE(1002061, "In multi-room mode the main room must be logged in first."),
    ROOM_WRONG_LOGOUT_SEQUENCE(
            1002062, "In multi-room mode the other rooms must be left before the main room."),
    ROOM_NO_MULTI_ROOM_PERMISSION(1002063, "This user may not use several rooms at once."),
    ROOM_ROOM_ID_HAS_BEEN_USED(
            1002064, "The roomID is already in use by another login of this client."),
    ROOM_MULTI_ROOM_DEPRECATED(
            1002065, "This way of using several rooms no longer exists: use setRoomMode."),
    ROOM_USER_IN_BLACKLIST(1002066, "This user is banned."),
    ROOM_NO_TOKEN(
            1002067,
            "No token was given although the engine has no AppSign: set ZegoRoomConfig.token."),
    ROOM_APP_CALL_API_TOO_FREQUENT(
            1002071, "The application makes this call too often: slow down."),
    ROOM_ROOM_CALL_API_TOO_FREQUENT(
            1002072, "This call is made too often in this room: slow down."),
    ROOM_APP_CALL_TOO_FREQUENT(1002073, "The application sends too many room requests: slow down."),
    ROOM_TOKEN_INNER_ERROR(
            1002074, "The server could not check the token because of a fault of its own."),
    ROOM_TOKEN_FORMAT_ERROR(
            1002075,
            "The token is damaged: pass it whole, and give it a payload that is empty or a room payload in JSON."),
    ROOM_TOKEN_APPID_ERROR(
            1002076, "The token was made for another AppID, or its app_id is not an integer."),
    ROOM_TOKEN_USERID_ERROR(
            1002077, "The token was made for another userID, or its user_id is not a string."),
    ROOM_TOKEN_EXPIRE_ERROR(
            1002078,
            "The token has expired, or its times are not integers: fetch a new token from your backend."),
    ROOM_TOKEN_VERSION_ERROR(
            1002079, "The token's version is not supported: make tokens of version 04."),
    ROOM_TOKEN_NONCETYPE_ERROR(1002080, "The token's nonce is not a 32-bit integer."),
    ROOM_MULTI_ROOM_REQUIRED(
            1002081, "The call needs multi-room mode: call setRoomMode before createEngine."),
    ROOM_RENEW_TOKEN_NO_PUBLISH_AUTH_ERROR(
            1002082, "The new token does not allow publishing although this client publishes."),
    ROOM_ROOM_LOGIN_CUSTOM_DATA_LENGTH_ERROR(
            1002083, "The custom login data is too long: keep it within 128 bytes."),
    ROOM_ROOM_LOGIN_LICENSE_NOT_FOUND(1002084, "The licence is not known."),
    ROOM_ROOM_LOGIN_LICENSE_EXPIRED(1002085, "The licence has expired."),
    ROOM_ROOM_LOGIN_OTHER(1002086, "This user is logged in elsewhere."),
    ROOM_ROOM_LICENSE_FEATURE_LIMIT(1002087, "The licence does not cover this function."),
    ROOM_INNER_ERROR(1002099, "The room service failed: try again, and report it if it stays."),
    PUBLISHER_PUBLISH_STREAM_FAILED(
            1003001, "Publishing failed: no media arrived, or the offer could not be used."),
    PUBLISHER_BITRATE_INVALID(1003002, "The bitrate is out of its range."),
    PUBLISHER_TRAFFIC_MODE_INVALID(1003005, "The traffic control properties are not valid."),
    PUBLISHER_ERROR_H265_ENCODER_NOT_SUPPORTED(
            1003010, "This device cannot encode H.265: choose another codec."),
    PUBLISHER_OBJECT_SEGMENTATION_PERFORMANCE_WARNING(
            1003011, "This device is too slow for segmenting the picture smoothly."),
    PUBLISHER_OBJECT_SEGMENTATION_DEVICE_NOT_SUPPORT(
            1003012, "This device cannot segment the picture."),
    PUBLISHER_OBJECT_SEGMENTATION_NO_AUTH(
            1003013, "Segmenting the picture is not enabled for this AppID."),
    PUBLISHER_OBJECT_SEGMENTATION_PARAM_ERROR(
            1003014, "A parameter of the segmentation is not valid."),
    PUBLISHER_OBJECT_SEGMENTATION_IMAGE_LOAD_ERROR(
            1003015, "The background picture could not be loaded."),
    PUBLISHER_ERROR_NETWORK_INTERRUPT(
            1003020, "Publishing is interrupted by the network; the SDK is reconnecting."),
    PUBLISHER_ERROR_RETRY_TIMEOUT(
            1003021,
            "Publishing could not be resumed within the retry time: check the network and publish again."),
    PUBLISHER_ERROR_ALREADY_DO_PUBLISH(
            1003023, "This channel is already publishing: stop it first."),
    PUBLISHER_ERROR_SERVER_FORBID(1003025, "The server has forbidden this stream."),
    PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM(
            1003028,
            "A stream with this streamID is already being published in this AppID: choose another streamID."),
    PUBLISHER_RTMP_SERVER_DISCONNECT(1003029, "The connection to the RTMP or CDN server is lost."),
    PUBLISHER_TAKE_PUBLISH_STREAM_SNAPSHOT_FAILED(
            1003030, "No snapshot of the published picture could be taken."),
    PUBLISHER_UPDATE_CDN_TARGET_ERROR(1003040, "The stream could not be relayed to the CDN."),
    PUBLISHER_SEI_DATA_NULL(1003043, "The SEI data is empty."),
    PUBLISHER_SEI_DATA_TOO_LONG(1003044, "The SEI data is too long: keep it below 4096 bytes."),
    PUBLISHER_AUDIO_SIDE_DATA_NULL(1003045, "The audio side info is empty."),
    PUBLISHER_AUDIO_SIDE_DATA_TOO_LONG(
            1003046, "The audio side info is too long: keep it below 1024 bytes."),
    PUBLISHER_EXTRA_INFO_NULL(
            1003050, "The stream extra info is null: pass an empty string for none."),
    PUBLISHER_EXTRA_INFO_TOO_LONG(
            1003051, "The stream extra info is too long: keep it below 1024 bytes."),
    PUBLISHER_UPDATE_EXTRA_INFO_FAILED(
            1003053, "The stream extra info could not be sent: check the network and try again."),
    PUBLISHER_WATERMARK_URL_NULL(1003055, "The path of the watermark is empty."),
    PUBLISHER_WATERMARK_URL_TOO_LONG(
            1003056, "The path of the watermark is too long: keep it below 512 bytes."),
    PUBLISHER_WATERMARK_URL_INVALID(1003057, "The watermark's path or format is not valid."),
    PUBLISHER_WATERMARK_LAYOUT_INVALID(1003058, "The watermark lies outside the encoded picture."),
    PUBLISHER_ENCRYPTION_KEY_INVALID(
            1003060, "The publish encryption key must have 16, 24 or 32 bytes."),
    PUBLISHER_ERROR_PUBLISH_WHEN_USING_MULTI_ROOM(
            1003070, "In multi-room mode publishing needs a ZegoPublisherConfig with a roomID."),
    PUBLISHER_ERROR_DISPATCH_AUTH_ERROR(
            1003072,
            "Publishing was refused: AppSign or token is wrong or expired, or the token does not allow publishing this stream."),
    PUBLISHER_DUMMY_CAPTURE_IMAGE_PATH_ERROR(
            1003073, "The picture for dummy capture cannot be used."),
    PUBLISHER_VIDEO_ENCODER_NO_SUPPORTTED(1003080, "This video encoder is not available."),
    PUBLISHER_VIDEO_ENCODER_FAIL(1003081, "The video encoder failed."),
    PUBLISHER_INNER_ERROR(
            1003099, "The publishing service failed: try again, and report it if it stays."),
    PLAYER_PLAY_STREAM_FAILED(
            1004001, "Playing failed: no media arrived, or the offer could not be used."),
    PLAYER_PLAY_STREAM_NOT_EXIST(
            1004002,
            "The stream does not exist at the moment; it is played as soon as it is published."),
    PLAYER_ERROR_DISPATCH_AUTH_ERROR(
            1004003, "Playing was refused: the token for the other AppID is wrong or expired."),
    PLAYER_SUPER_RESOLUTION_DEVICE_NOT_SUPPORT(1004004, "This device has no super resolution."),
    PLAYER_SUPER_RESOLUTION_MAX_COUNT_EXCEED(
            1004005, "Super resolution is running for as many streams as this device can do."),
    PLAYER_SUPER_RESOLUTION_VIDEO_SIZE_NOT_SUPPORT(
            1004006, "The picture is too large for super resolution."),
    PLAYER_SUPER_RESOLUTION_DEVICE_PERFORMANCE_ERROR(
            1004007, "This device is too slow for super resolution."),
    PLAYER_SUPER_RESOLUTION_NOT_INIT_ERROR(1004008, "Super resolution is not initialised."),
    PLAYER_COUNT_EXCEED(
            1004010, "This client plays as many streams as it may at once: stop one first."),
    PLAYER_STREAM_WAS_NOT_PLAYED(1004011, "The stream is not being played."),
    PLAYER_ERROR_NETWORK_INTERRUPT(
            1004020, "Playing is interrupted by the network; the SDK is reconnecting."),
    PLAYER_ERROR_SERVER_FORBID(1004025, "The server has forbidden this stream."),
    PLAYER_TAKE_PLAY_STREAM_SNAPSHOT_FAILED(
            1004030, "No snapshot of the played picture could be taken."),
    PLAYER_DECRYPTION_KEY_INVALID(1004060, "The play decryption key must have 16, 24 or 32 bytes."),
    PLAYER_DECRYPTION_FAILED(
            1004061, "The stream could not be decrypted: use the key of the publisher."),
    PLAYER_ERROR_PLAY_STREAM_WHEN_USING_MULTI_ROOM(
            1004070, "In multi-room mode playing needs a ZegoPlayerConfig with a roomID."),
    PLAYER_NOT_CONFIG_L3(
            1004072,
            "L3 is not enabled for this AppID: enable it for the project or play with ONLY_RTC."),
    PLAYER_VIDEO_DECODER_NO_SUPPORTTED(1004080, "This video decoder is not available."),
    PLAYER_VIDEO_DECODER_FAIL(1004081, "The video decoder failed."),
    PLAYER_INNER_ERROR(
            1004099, "The playing service failed: try again, and report it if it stays."),
    MIXER_NO_SERVICES(1005000, "Mixing is not enabled for this AppID."),
    MIXER_TASK_ID_NULL(1005001, "The mix task ID is missing or empty."),
    MIXER_TASK_ID_TOO_LONG(1005002, "The mix task ID is too long: keep it within 256 bytes."),
    MIXER_TASK_ID_INVALID_CHARACTER(
            1005003, "The mix task ID has a character that is not allowed."),
    MIXER_NO_OUTPUT_TARGET(1005005, "The mix task has no output."),
    MIXER_OUTPUT_TARGET_INVALID(1005006, "An output of the mix task is not valid."),
    MIXER_START_REQUEST_ERROR(1005010, "The mix task could not be started."),
    MIXER_STOP_REQUEST_ERROR(1005011, "The mix task could not be stopped."),
    MIXER_NOT_OWNER_STOP_MIXER(1005012, "Only the user who started a mix task can stop it."),
    MIXER_START_QPS_OVERLOAD(1005015, "Mix tasks are started too often: slow down."),
    MIXER_STOP_QPS_OVERLOAD(1005016, "Mix tasks are stopped too often: slow down."),
    MIXER_INPUT_LIST_INVALID(1005020, "The mix task has no inputs."),
    MIXER_OUTPUT_LIST_INVALID(1005021, "The list of outputs of the mix task is empty."),
    MIXER_VIDEO_CONFIG_INVALID(1005023, "The video settings of the mix task are not valid."),
    MIXER_AUDIO_CONFIG_INVALID(1005024, "The audio settings of the mix task are not valid."),
    MIXER_EXCEED_MAX_INPUT_COUNT(1005025, "The mix task has more than 9 inputs."),
    MIXER_INPUT_STREAM_NOT_EXISTS(1005026, "An input stream of the mix task does not exist."),
    MIXER_INPUT_PARAMETERS_ERROR(1005027, "A parameter of a mix input is not valid."),
    MIXER_INPUT_LABEL_TEXT_TOO_LONG(1005028, "The label text of a mix input is too long."),
    MIXER_OUTPUT_TARGET_TOO_LONG_ERROR(1005029, "An output of the mix task has too long a name."),
    MIXER_EXCEED_MAX_OUTPUT_COUNT(1005030, "The mix task has more than 3 outputs."),
    MIXER_EXCEED_MAX_AUDIO_FOCUS_STREAM_COUNT(
            1005031, "The mix task has more than 4 inputs with audio focus."),
    MIXER_ADVANCED_CONFIG_TOO_LONG_ERROR(
            1005032, "The advanced settings of the mix task are too long."),
    MIXER_WATERMARK_TOO_LONG(1005033, "The watermark of the mix task has too long a path."),
    MIXER_INPUT_IMAGE_URL_TOO_LONG(1005034, "The picture URL of a mix input is too long."),
    MIXER_INPUT_IMAGE_URL_FORMAT_ERROR(
            1005035, "The picture URL of a mix input has an unsupported format."),
    MIXER_INPUT_IMAGE_URL_SIZE_ERROR(1005036, "The picture of a mix input is too large."),
    MIXER_OUTPUT_TARGET_ROOM_ERROR(1005037, "An output room of the mix task is not valid."),
    MIXER_AUTHENTICATION_FAILED(1005050, "The mix task was refused: authentication failed."),
    MIXER_WATERMARK_NULL(1005061, "The watermark of the mix task is missing."),
    MIXER_WATERMARK_PARAMETERS_ERROR(
            1005062, "The watermark of the mix task has wrong parameters."),
    MIXER_WATERMARK_URL_INVALID(1005063, "The watermark URL of the mix task is not valid."),
    MIXER_BACKGROUND_IMAGE_URL_TOO_LONG(
            1005066, "The background picture URL of the mix task is too long."),
    MIXER_BACKGROUND_IMAGE_URL_INVALID(
            1005067, "The background picture URL of the mix task is not valid."),
    MIXER_USER_DATA_TOO_LONG(1005068, "The user data of the mix task is too long."),
    MIXER_AUTO_MIX_STREAM_SERVER_NOT_FOUND(
            1005070, "The automatic mix found no stream in the room."),
    MIXER_INNER_ERROR(1005099, "The mixing service failed."),
    DEVICE_ERROR_TYPE_GENERIC(1006001, "The device failed."),
    DEVICE_ERROR_TYPE_INVALID_ID(1006002, "There is no device of this ID."),
    DEVICE_ERROR_TYPE_NO_AUTHORIZATION(
            1006003, "The application has no permission for the device: ask the user for it."),
    DEVICE_ERROR_TYPE_ZERO_FPS(1006004, "The camera delivers no pictures."),
    DEVICE_ERROR_TYPE_IN_USE_BY_OTHER(1006005, "Another program is using the device."),
    DEVICE_ERROR_TYPE_UNPLUGGED(1006006, "The device was unplugged."),
    DEVICE_ERROR_TYPE_REBOOT_REQUIRED(1006007, "The device needs a restart of the system."),
    DEVICE_ERROR_MEDIA_SERVICES_LOST(1006008, "The system's media services are lost."),
    DEVICE_FREE_DEVICE_LIST_NULL(1006020, "The list of devices to free is null."),
    DEVICE_SOULD_LEVEL_INTERVAL_INVALID(
            1006031, "The sound level interval must lie between 100 and 3000 ms."),
    DEVICE_AUDIO_SPECTRUM_INTERVAL_INVALID(
            1006032, "The audio spectrum interval must be at least 10 ms."),
    DEVICE_ZOOM_FACTOR_INVALID(1006040, "The zoom factor is out of its range."),
    DEVICE_EXPOSURE_COMPENSATION_VALUE_INVALID(
            1006041, "The exposure compensation is out of its range."),
    DEVICE_AUDIO_VAD_STABLE_STATE_MONITOR_TYPE_INVALID(
            1006042, "This kind of voice activity monitoring does not exist."),
    DEVICE_INNER_ERROR(1006099, "The device module failed."),
    PREPROCESS_PREPROCESS_UNKNOWN_ERROR(1007001, "The pre-processing failed."),
    PREPROCESS_BEAUTIFY_OPTION_INVALID(1007005, "A beauty option is out of its range."),
    PREPROCESS_REVERB_PARAM_NULL(1007006, "The reverberation parameter is null."),
    PREPROCESS_VOICE_CHANGER_PARAM_NULL(1007007, "The voice changer parameter is null."),
    PREPROCESS_REVERB_PARAM_ROOM_SIZE_INVALID(
            1007011, "The room size of the reverberation is out of its range."),
    PREPROCESS_REVERB_PARAM_REVERBERANCE_INVALID(1007012, "The reverberance is out of its range."),
    PREPROCESS_REVERB_PARAM_DAMPING_INVALID(
            1007013, "The damping of the reverberation is out of its range."),
    PREPROCESS_REVERB_PARAM_DRY_WET_RATIO_INVALID(
            1007014, "The dry-wet ratio of the reverberation is out of its range."),
    PREPROCESS_VIRTUAL_STEREO_ANGLE_INVALID(
            1007015, "The angle of virtual stereo is out of its range."),
    PREPROCESS_VOICE_CHANGER_PARAM_INVALID(
            1007016, "The voice changer parameter is out of its range."),
    PREPROCESS_REVERB_ECHO_PARAM_NULL(1007017, "The echo parameter is null."),
    PREPROCESS_REVERB_ECHO_PARAM_INVALID(1007018, "The echo parameter is out of its range."),
    PREPROCESS_ELECTRONIC_EFFECTS_TONAL_INVALID(
            1007019, "The tonality of the electronic effect is out of its range."),
    PREPROCESS_ENABLE_EFFECTS_ENV_FAILED(1007020, "The effects environment could not be started."),
    PREPROCESS_ENABLE_EFFECTS_BEAUTY_FAILED(1007021, "The beauty effects could not be started."),
    PREPROCESS_SET_EFFECTS_PARAM_FAILED(1007022, "A parameter of the effects could not be set."),
    PREPROCESS_NOT_SUPPORT_EFFECTS_BUFFER_TYPE(
            1007023, "The effects do not support this kind of video buffer."),
    PREPROCESS_ENABLE_SPEECH_ENHANCE_PARAM_INVALID(
            1007024, "A parameter of speech enhancement is out of its range."),
    MEDIA_PLAYER_NO_INSTANCE(1008001, "There is no such media player: create it first."),
    MEDIA_PLAYER_NO_FILE_PATH(1008003, "No resource is loaded into the media player."),
    MEDIA_PLAYER_FILE_PATH_TOO_LONG(1008004, "The path of the media file is too long."),
    MEDIA_PLAYER_FILE_FORMAT_ERROR(1008005, "The media file's format is not supported."),
    MEDIA_PLAYER_FILE_PATH_NOT_EXISTS(1008006, "The media file does not exist."),
    MEDIA_PLAYER_FILE_DECODE_ERROR(1008007, "The media file could not be decoded."),
    MEDIA_PLAYER_FILE_NO_SUPPORTED_STREAM(
            1008008, "The media file has no track that can be played."),
    MEDIA_PLAYER_FILE_EXPIRED(1008009, "The media file has expired."),
    MEDIA_PLAYER_DEMUX_ERROR(1008010, "The media file is damaged."),
    MEDIA_PLAYER_RESOURCE_EXPIRED(1008011, "The media resource has expired."),
    MEDIA_PLAYER_RESOURCE_ID_TOO_LONG(1008012, "The ID of the media resource is too long."),
    MEDIA_PLAYER_USER_CANCEL(1008013, "The user cancelled loading the media."),
    MEDIA_PLAYER_ALREADY_START(1008014, "The media player is already playing."),
    MEDIA_PLAYER_SEEK_ERROR(1008016, "The media player could not seek."),
    MEDIA_PLAYER_PLATFORM_FORMAT_NOT_SUPPORTED(
            1008020, "This platform does not support the setting of the media player."),
    MEDIA_PLAYER_EXCEED_MAX_COUNT(1008030, "There are already 4 media players: destroy one first."),
    MEDIA_PLAYER_SET_AUDIO_TRACK_INDEX_ERROR(1008040, "There is no audio track of this index."),
    MEDIA_PLAYER_SET_VOICE_CHANGER_PARAM_INVALID(
            1008041, "The voice changer parameter of the media player is not valid."),
    MEDIA_PLAYER_TAKE_SNAPSHOT_TIMING_ERROR(
            1008042, "A snapshot can only be taken while the media player plays video."),
    MEDIA_PLAYER_PARAM_VALUE_RANGE_ILLEGAL(
            1008043, "A parameter of the media player is out of its range."),
    MEDIA_PLAYER_LOCAL_CACHE_FAILED(1008044, "The media could not be cached on this device."),
    MEDIA_PLAYER_INNER_ERROR(1008099, "The media player failed."),
    IM_CONTENT_NULL(1009001, "The message is empty."),
    IM_CONTENT_TOO_LONG(1009002, "The message is too long: keep it within 1024 bytes."),
    IM_DATA_TOO_LONG(1009003, "The data is too long: keep it within 4096 bytes."),
    IM_INCONSISTENT_ROOM_ID(
            1009005, "The message names a room that this client is not logged in to."),
    IM_SEND_FAILED(1009010, "The message could not be sent: check the network and try again."),
    IM_USER_ID_EMPTY(1009011, "The userID of a receiver is empty."),
    IM_USER_ID_TOO_LONG(1009012, "The userID of a receiver is too long: keep it below 64 bytes."),
    IM_INPUT_PARAMS_LENGTH_LIMIT(1009013, "The message is longer than this project allows."),
    IM_BROADCAST_MESSAGE_QPS_OVERLOAD(
            1009015, "Broadcast messages are sent too often: at most 2 in a second."),
    IM_MANAGER_CREATION_FAILED(1009031, "The real-time data manager could not be created."),
    IM_NO_MANAGER_INSTANCE(1009032, "There is no such real-time data manager: create it first."),
    IM_NO_AVAILABLE_BROADCAST_CHANNEL(1009033, "No publish channel is free for real-time data."),
    IM_NO_AVAILABLE_STREAM_ID(1009034, "The streamID of the real-time data is not valid."),
    IM_REPEAT_BROADCAST(1009035, "Real-time data is already being sent on this stream."),
    IM_NO_BROADCATING_STREAM(1009036, "No real-time data is being sent on this stream."),
    IM_NO_SUBSCRIBING_STREAM(1009037, "The real-time data of this stream is not subscribed."),
    IM_REPEAT_SUBSCRIBE(1009038, "The real-time data of this stream is already subscribed."),
    IM_REAL_TIME_SEQUENTIAL_DATA_SEND_FAILED(1009039, "The real-time data could not be sent."),
    RECORDER_FILE_SUFFIX_NAME_FORMAT_NOT_SUPPORT(
            1010002, "The file suffix is not one that can be recorded to."),
    RECORDER_COMMON_LIVEROOM_API_ERROR(1010003, "The room service failed while recording."),
    RECORDER_FILE_PATH_TOO_LONG(1010011, "The path of the recording is too long."),
    RECORDER_INNER_VE_ERROR(1010012, "The media part failed while recording."),
    RECORDER_OPEN_FILE_FAILED(1010013, "The recording file could not be opened."),
    RECORDER_WRITE_FILE_ERROR(1010014, "The recording file could not be written."),
    RECORDER_NO_ENOUGH_SPARE_CAPACITY(1010017, "There is not enough free space for the recording."),
    RECORDER_FILE_HANDLE_EXCEPTIONS(1010018, "The handle of the recording file is broken."),
    RECORDER_IO_EXCEPTIONS(1010019, "Writing the recording failed."),
    CUSTOM_VIDEO_IO_CAPTURER_NOT_CREATED(
            1011001, "No capturer is running yet: send frames after onStart only."),
    CUSTOM_VIDEO_IO_NO_CUSTOM_VIDEO_CAPTURE(
            1011002, "Custom video capture is not enabled: call enableCustomVideoCapture first."),
    CUSTOM_VIDEO_IO_ENABLE_CUSTOM_IO_FAILED(
            1011003,
            "Custom video capture and rendering must be set before preview, publishing or playing starts."),
    CUSTOM_VIDEO_IO_PROCESS_MODULE_NOT_CREATED(
            1011004, "Custom video processing is not running yet: send frames after onStart only."),
    CUSTOM_VIDEO_IO_NO_CUSTOM_VIDEO_PROCESSING(
            1011005,
            "Custom video processing is not enabled: call enableCustomVideoProcessing first."),
    CUSTOM_VIDEO_IO_NOT_SUPPORTED_FORMAT(
            1011010, "The pixel format of the frame is not supported."),
    CUSTOM_VIDEO_IO_NOT_SUPPORTED_BUFFER_TYPE(
            1011011, "The buffer type of the frame is not the one that was set."),
    CUSTOM_VIDEO_IO_INVALID_ACTIVE_D3D11_DEVICE(1011012, "The Direct3D 11 device is not valid."),
    CUSTOM_AUDIO_IO_UNSUPPORTED_AUDIO_SOURCE_TYPE(
            1012001, "The custom audio source is not supported."),
    CUSTOM_AUDIO_IO_CAPTURER_NOT_CREATED(
            1012002, "Custom audio capture is not enabled: call enableCustomAudioIO first."),
    CUSTOM_AUDIO_IO_RENDERER_NOT_CREATED(
            1012003, "Custom audio rendering is not enabled: call enableCustomAudioIO first."),
    CUSTOM_AUDIO_IO_ENABLE_CUSTOM_AUDIO_IO_FAILED(
            1012004, "Custom audio must be enabled before preview, publishing or playing starts."),
    CUSTOM_AUDIO_IO_AUDIO_DATA_CALLBACK_SAMPLE_RATE_NO_SUPPORT(
            1012010, "The sampling rate of the audio data callback is not supported."),
    MEDIA_DATA_PUBLISHER_NO_INSTANCE(
            1013000, "There is no such media data publisher: create it first."),
    MEDIA_DATA_PUBLISHER_FILE_PARSE_ERROR(
            1013001, "The file of the media data publisher could not be parsed."),
    MEDIA_DATA_PUBLISHER_FILE_PATH_ERROR(
            1013002, "The path of the media data publisher's file is not valid."),
    MEDIA_DATA_PUBLISHER_FILE_CODEC_ERROR(
            1013003, "The codec of the media data publisher's file is not supported."),
    MEDIA_DATA_PUBLISHER_TIMESTAMP_GO_BACK_ERROR(
            1013004, "The time stamps of the media data go backwards."),
    MEDIA_DATA_PUBLISHER_EXCEED_MAX_COUNT(
            1013005, "There are as many media data publishers as can be."),
    AUDIO_EFFECT_PLAYER_NO_INSTANCE(
            1014000, "There is no such audio effect player: create it first."),
    AUDIO_EFFECT_PLAYER_LOAD_FAILED(1014001, "The audio effect could not be loaded."),
    AUDIO_EFFECT_PLAYER_PLAY_FAILED(1014002, "The audio effect could not be played."),
    AUDIO_EFFECT_PLAYER_SEEK_FAILED(1014003, "The audio effect player could not seek."),
    AUDIO_EFFECT_PLAYER_EXCEED_MAX_COUNT(
            1014004, "There are as many audio effect players as can be."),
    UTILITIES_NETWORK_CONNECTIVITY_TEST_FAILED(1015001, "The connectivity test failed."),
    UTILITIES_NETWORK_TOOL_CONNECT_SERVER_FAILED(
            1015002, "The network test could not reach the server."),
    UTILITIES_NETWORK_TOOL_RTP_TIMEOUT_ERROR(1015003, "The network test received nothing in time."),
    UTILITIES_NETWORK_TOOL_ENGINE_DENIED(1015004, "The network test was refused by the engine."),
    UTILITIES_NETWORK_TOOL_STOPPED_BY_PUBLISHING_STREAM(
            1015005, "The speed test was stopped because publishing started."),
    UTILITIES_NETWORK_TOOL_STOPPED_BY_PLAYING_STREAM(
            1015006, "The speed test was stopped because playing started."),
    UTILITIES_NETWORK_TOOL_INNER_ERROR(1015009, "The network test failed."),
    UTILITIES_PERFORMANCE_MONITOR_INTERVAL_INVALID(
            1015031, "The performance monitor's interval must lie between 1000 and 10000 ms."),
    UTILITIES_STOP_BY_LOGIN_ROOM(
            1015032, "The network test was stopped because a room is being logged in."),
    UTILITIES_START_DUMP_AUDIO_DATA_FAILED(1015033, "Dumping audio data could not be started."),
    UTILITIES_ALREADY_START_DUMP_DATA_ERROR(1015034, "Audio data is already being dumped."),
    UTILITIES_NO_DUMP_DATA_ERROR(1015035, "There is no dumped audio data."),
    UTILITIES_CREATE_DUMP_DATA_FOLDER_ERROR(
            1015036, "The directory for dumped audio data could not be made."),
    UTILITIES_UPLOAD_MODULE_INNER_ERROR(1015037, "The upload failed."),
    UTILITIES_DUMP_DATA_EXCEED_MAX_SIZE_ERROR(1015038, "The dumped audio data is too large."),
    RANGE_AUDIO_NO_INSTANCE(1016000, "There is no such range audio: create it first."),
    RANGE_AUDIO_EXCEED_MAX_COUNT(1016001, "There are as many range audios as can be."),
    RANGE_AUDIO_NOT_SUPPORT_MULTI_ROOM(1016002, "Range audio does not work in multi-room mode."),
    RANGE_AUDIO_TEAM_ID_TOO_LONG(1016003, "The team ID is too long."),
    RANGE_AUDIO_TEAM_ID_INVALID_CHARACTER(
            1016004, "The team ID has a character that is not allowed."),
    COPYRIGHTED_MUSIC_COMMAND_INVALID(1017000, "The copyrighted music command is not valid."),
    COPYRIGHTED_MUSIC_PARAMS_INVALID(
            1017001, "The parameters of the copyrighted music command are not valid."),
    COPYRIGHTED_MUSIC_SONG_ID_INVALID(1017002, "The song ID is not valid."),
    COPYRIGHTED_MUSIC_SHARE_TOKEN_INVALID(1017003, "The share token of the song is not valid."),
    COPYRIGHTED_MUSIC_RESOURCE_ID_INVALID(1017004, "The resource ID of the song is not valid."),
    COPYRIGHTED_MUSIC_START_POSITION_INVALID(
            1017005, "The start position of the song is not valid."),
    COPYRIGHTED_MUSIC_POSITION_INVALID(1017006, "The position in the song is not valid."),
    COPYRIGHTED_MUSIC_VOLUME_INVALID(1017007, "The volume is out of its range."),
    COPYRIGHTED_MUSIC_KRC_TOKEN_INVALID(1017008, "The token for the song's lyrics is not valid."),
    COPYRIGHTED_MUSIC_COPYRIGHTED_MUSIC_AUTH_PARAM_INVALID(
            1017009, "Copyrighted music could not be authenticated."),
    COPYRIGHTED_MUSIC_COPYRIGHTED_SERVER_FAIL(1017010, "The copyrighted music server failed."),
    COPYRIGHTED_MUSIC_FREE_SPACE_LIMIT(1017011, "There is not enough free space for the song."),
    COPYRIGHTED_MUSIC_DOWNLOADING(1017012, "The song is being downloaded."),
    COPYRIGHTED_MUSIC_RESOURCE_FILE_NOT_EXIST(1017013, "The song's file does not exist."),
    COPYRIGHTED_MUSIC_RESOURCE_FILE_EXPIRED(1017014, "The song's file has expired."),
    COPYRIGHTED_MUSIC_RESOURCE_FILE_INVALID(1017015, "The song's file is damaged."),
    COPYRIGHTED_MUSIC_DOWNLOAD_CANCELED(1017016, "The download of the song was cancelled."),
    COPYRIGHTED_MUSIC_RESOURCE_ID_UNAUTHORIZED(1017018, "This user has no right to the song."),
    COPYRIGHTED_MUSIC_RESOURCE_EXPIRED(1017019, "The right to the song has expired."),
    COPYRIGHTED_MUSIC_RESOURCE_NOT_SUPPORT_FUNCTION(
            1017020, "The song does not support this function."),
    COPYRIGHTED_MUSIC_NO_COPYRIGHT(1017030, "The song is not licensed."),
    COPYRIGHTED_MUSIC_NO_PERMISSIONS_OF_LYRICS_AND_MUSIC(
            1017031, "Neither the lyrics nor the music may be used."),
    COPYRIGHTED_MUSIC_NON_MONTHLY_MEMBERSHIP(1017032, "The song needs a monthly membership."),
    COPYRIGHTED_MUSIC_NO_ACCOMPANY(1017033, "The song has no accompaniment."),
    COPYRIGHTED_MUSIC_RESOURCE_NOT_EXIST(1017034, "The song does not exist."),
    COPYRIGHTED_MUSIC_ILLEGAL_PARAM(1017040, "A parameter of copyrighted music is not valid."),
    COPYRIGHTED_MUSIC_APPID_INVALID(1017041, "The AppID is not enabled for copyrighted music."),
    COPYRIGHTED_MUSIC_BILLING_MODE_INVALID(
            1017042, "The billing mode of copyrighted music is not valid."),
    COPYRIGHTED_MUSIC_UNREASONABLE_ACCESS(
            1017043, "The access to copyrighted music was refused as unusual."),
    COPYRIGHTED_MUSIC_SHARE_TOKEN_EXPIRED(1017044, "The share token of the song has expired."),
    COPYRIGHTED_MUSIC_SHARE_TOKEN_ILLEGAL(
            1017045, "The share token of the song was not issued for this use."),
    COPYRIGHTED_MUSIC_KRC_TOKEN_ILLEGAL(
            1017046, "The token for the song's lyrics was not issued for this use."),
    COPYRIGHTED_MUSIC_KRC_TOKEN_EXPIRED(1017047, "The token for the song's lyrics has expired."),
    COPYRIGHTED_MUSIC_GET_LYRIC_FAIL(1017048, "The lyrics could not be fetched."),
    COPYRIGHTED_MUSIC_GET_PITCH_FAIL(1017049, "The pitch line could not be fetched."),
    COPYRIGHTED_MUSIC_NOT_SHARED_RESOURCE(1017050, "The song was not shared in this room."),
    COPYRIGHTED_MUSIC_GET_SHARED_RESOURCE_TIMES_OVER(
            1017051, "The shared song was fetched as often as it may be."),
    COPYRIGHTED_MUSIC_VENDOR_ID_NOT_AVALIABLE(1017052, "The music vendor is not available."),
    COPYRIGHTED_MUSIC_VENDOR_NOT_SUPPORT_FUNCTION(
            1017053, "The music vendor does not support this function."),
    COPYRIGHTED_MUSIC_ROOM_NO_LOGIN(
            1017054, "Copyrighted music needs a room: call loginRoom first."),
    COPYRIGHTED_MUSIC_VENDOR_ID_INVALID(1017071, "The ID of the music vendor is not valid."),
    COPYRIGHTED_MUSIC_SONG_ID_NOT_SUPPORT(1017072, "The song ID is not supported by the vendor."),
    COPYRIGHTED_MUSIC_MASTER_ID_INVALID(1017073, "The ID of the room's host is not valid."),
    COPYRIGHTED_MUSIC_PAGE_INVALID(1017074, "The page number is not valid."),
    COPYRIGHTED_MUSIC_NO_PITCH(1017075, "The song has no pitch line."),
    COPYRIGHTED_MUSIC_SCENE_ID_INVALID(1017076, "The scene ID is not valid."),
    COPYRIGHTED_MUSIC_TOP_ID_INVALID(1017077, "The chart ID is not valid."),
    COPYRIGHTED_MUSIC_LOAD_PLUGIN_FAIL(
            1017094, "The copyrighted music plugin could not be loaded."),
    COPYRIGHTED_MUSIC_NOT_SUPPORT_METHOD(
            1017095, "The copyrighted music plugin does not support this method."),
    COPYRIGHTED_MUSIC_NO_INIT(1017096, "Copyrighted music is not initialised."),
    COPYRIGHTED_MUSIC_SYSTEM_BUSY(
            1017097, "The copyrighted music service is busy: try again later."),
    COPYRIGHTED_MUSIC_NETWORK_ERROR(1017098, "The copyrighted music service could not be reached."),
    COPYRIGHTED_MUSIC_INNER_ERROR(1017099, "The copyrighted music module failed."),
    AUDIO_VAD_CLIENT_INNER_NULLPTR(1018000, "The voice activity client is in a broken state."),
    AUDIO_VAD_CLIENT_NO_INSTANCE(
            1018001, "There is no such voice activity client: create it first."),
    RANGE_SCENE_CALL_FUNCTION_FAILED(1019000, "The call to the range scene failed."),
    RANGE_SCENE_NO_INSTANCE(1019001, "There is no such range scene: create it first."),
    RANGE_SCENE_NOT_LOGIN_SCENE(1019002, "The call needs a scene: log in to one first."),
    RANGE_SCENE_NOT_SUPPORT(1019003, "Range scenes are not supported here."),
    RANGE_SCENE_RETRY_TIMEOUT(1019004, "The scene could not be reached within the retry time."),
    RANGE_SCENE_NETWORK_INTERRUPT(
            1019005, "The connection to the scene is interrupted; the SDK is reconnecting."),
    RANGE_SCENE_TOKEN_ILLEGAL(1019006, "The token for the scene is not valid."),
    RANGE_SCENE_TOKEN_EXPIRE(1019007, "The token for the scene has expired."),
    RANGE_SCENE_COORDINATE_OUT_OF_RANGE(1019020, "The coordinate lies outside the scene."),
    RANGE_SCENE_ITEM_HAS_BEEN_CREATED(1019021, "The item exists already."),
    RANGE_SCENE_ITEM_BIND_EXCEED_LIMIT(1019022, "The item is bound to as many users as it can be."),
    RANGE_SCENE_ITEM_NOT_EXIST(1019023, "The item does not exist."),
    RANGE_SCENE_ITEM_NOT_BIND(1019024, "The item is not bound."),
    RANGE_SCENE_ITEM_CAS_FAILED(1019025, "The item was changed by someone else at the same time."),
    RANGE_SCENE_ITEM_CAPACITY_EXCEED_LIMIT(1019026, "The item is as full as it can be."),
    RANGE_SCENE_USER_BIND_ITEM_EXCEED_LIMIT(
            1019027, "This user has bound as many items as a user may."),
    RANGE_SCENE_ITEM_OUT_OF_USER_VIEW(1019028, "The item lies outside this user's view."),
    RANGE_SCENE_EXCEED_MAX_COUNT(1019030, "There are as many range scenes as can be."),
    RANGE_SCENE_TEAM_EXCEED_MAX_COUNT(1019031, "There are as many teams as can be."),
    RANGE_SCENE_TEAM_ID_OCCUPIED(1019032, "The team ID is in use."),
    RANGE_SCENE_TEAM_ID_INCORRECT(1019033, "The team ID is not valid."),
    RANGE_SCENE_INNER_ERROR(1019099, "The range scene failed."),
    SCREEN_CAPTURE_PERMISSION_DENIED(1020000, "The user did not allow capturing the screen."),
    SCREEN_CAPTURE_NOT_SUPPORT(1020001, "The screen cannot be captured on this device."),
    SCREEN_CAPTURE_SDK_NO_MODULE(1020002, "This build of the SDK has no screen capture."),
    SCREEN_CAPTURE_NO_INSTANCE(1020003, "There is no such screen capture: create it first."),
    SCREEN_CAPTURE_EXCEED_MAX_COUNT(1020004, "There are as many screen captures as can be."),
    SCREEN_CAPTURE_INNER_ERROR(1020005, "The screen capture failed."),
    AI_VOICE_CHANGER_NO_INSTANCE(1021000, "There is no such AI voice changer: create it first."),
    AI_VOICE_CHANGER_EXCEED_MAX_COUNT(1021001, "There are as many AI voice changers as can be."),
    AI_VOICE_CHANGER_INNER_ERROR(1021002, "The AI voice changer failed."),
    AI_VOICE_CHANGER_NOT_INIT_ERROR(1021003, "The AI voice changer is not initialised."),
    AI_VOICE_CHANGER_INIT_FAILED_ERROR(1021004, "The AI voice changer could not be initialised."),
    AI_VOICE_CHANGER_NO_MODEL_ERROR(1021005, "The AI voice changer has no model."),
    AI_VOICE_CHANGER_MODEL_DOWNLOAD_FAILED_ERROR(
            1021006, "The model of the AI voice changer could not be downloaded."),
    AI_VOICE_CHANGER_DEVICE_NOT_SUPPORTED_ERROR(
            1021007, "This device does not support the AI voice changer.");

    private static final Map<Integer, ErrorCode> BY_CODE = new HashMap<>();

    static {
        for (ErrorCode value : values()) {
            BY_CODE.put(value.code, value);
        }
    }

    private final int code;
    private final String sentence;

    ErrorCode(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /// The known code of this number.
    public static Optional<ErrorCode> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public int code() {
        return code;
    }

    /// One English sentence for the developer; empty for success.
    public String sentence() {
        return sentence;
    }

    public boolean isSuccess() {
        return this == COMMON_SUCCESS;
    }
}
