package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.sdk.port.Platform;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesktopPlatformTest {
    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Platform.class))
                .hasExactlyElementsOfTypes(DesktopPlatform.class);
        assertThat(new DesktopPlatform().name()).startsWith("desktop-");
    }

    @Test
    void runsCallbacksInOrderOnAThreadOfItsOwn() throws Exception {
        DesktopPlatform platform = new DesktopPlatform();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(100);
        IntStream.range(0, 100)
                .forEach(i ->
                        platform.callbackExecutor()
                                .execute(() -> {
                                    assertThat(Thread.currentThread().getName())
                                            .isEqualTo("freshet-callback");
                                    seen.add(i);
                                    done.countDown();
                                }));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isSorted().hasSize(100);
    }
}
