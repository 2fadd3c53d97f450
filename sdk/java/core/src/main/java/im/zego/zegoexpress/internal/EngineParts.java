package im.zego.zegoexpress.internal;

import io.freshet.sdk.config.ServerAddress;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.loop.SdkThread;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.signal.ReconnectPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Properties;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/// What engines are built from: the process's own, or a test's.
///
/// @param loops a new loop for each engine
record EngineParts(
        Supplier<Platform> platform,
        Supplier<SdkLoop> loops,
        ServerAddress.Places places,
        ReconnectPolicy reconnectPolicy,
        LogSink log) {

    static EngineParts ofProcess() {
        LogSink log = LogSink.standardError();
        return new EngineParts(
                () -> findPlatform(log),
                () -> new SdkThread(log),
                new ServerAddress.Places(
                        System::getProperty, System::getenv, EngineParts::fromResource),
                ReconnectPolicy.backoff(new Random()),
                log);
    }

    private static Platform findPlatform(LogSink log) {
        Iterator<Platform> found =
                ServiceLoader.load(Platform.class, EngineParts.class.getClassLoader()).iterator();
        if (found.hasNext()) {
            return found.next();
        }
        log.log(LogSink.Level.ERROR, MissingPlatform.ADVICE);
        return new MissingPlatform();
    }

    private static String fromResource(String key) {
        ClassLoader loader = EngineParts.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(ServerAddress.RESOURCE)) {
            if (in == null) {
                return null;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(key);
        } catch (IOException e) {
            return null;
        }
    }
}
