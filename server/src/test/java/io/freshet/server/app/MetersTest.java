package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.io.MediaStatistics;
import io.freshet.media.transport.TransportState;
import io.freshet.server.callback.CallbackStatistics;
import io.freshet.server.control.ControlStatistics;
import io.freshet.server.usage.UsageStatistics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MetersTest {
    private static final ControlStatistics ROOMS =
            new ControlStatistics(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);

    private final AtomicReference<MediaStatistics> media =
            new AtomicReference<>(media(100, Map.of("unknown-address", 4L)));
    private final Meters meters = new Meters(() -> ROOMS, media::get);

    @Test
    void tellsRoomsAndMediaUnderTheirNames() {
        assertThat(meters.scrape())
                .contains(
                        "\nfreshet_control_rooms 2.0\n",
                        "\nfreshet_control_users 3.0\n",
                        "\nfreshet_control_streams 4.0\n",
                        "\nfreshet_control_plays 5.0\n",
                        "\nfreshet_control_http_sessions 6.0\n",
                        "\nfreshet_control_logins_accepted_total 7.0\n",
                        "\nfreshet_control_logins_refused_total 8.0\n",
                        "\nfreshet_control_kicks_total 10.0\n",
                        "\nfreshet_control_requests_refused_total 13.0\n",
                        "\nfreshet_media_publishers 21.0\n",
                        "\nfreshet_media_subscriptions 22.0\n",
                        "\nfreshet_media_received_packets_total 100.0\n",
                        "\nfreshet_media_transports{state=\"connected\"} 9.0\n",
                        "\nfreshet_media_loop_turn_max_seconds 0.5\n",
                        "\nfreshet_media_dropped_packets_total{reason=\"unknown-address\"} 4.0\n");
    }

    @Test
    void readsAfreshForEachScrape() {
        meters.scrape();
        media.set(media(101, Map.of("unknown-address", 5L, "replayed", 1L)));
        assertThat(meters.scrape())
                .contains(
                        "\nfreshet_media_received_packets_total 101.0\n",
                        "\nfreshet_media_dropped_packets_total{reason=\"unknown-address\"} 5.0\n",
                        "\nfreshet_media_dropped_packets_total{reason=\"replayed\"} 1.0\n");
    }

    @Test
    void tellsTheBasicsOfTheVirtualMachine() {
        assertThat(meters.scrape())
                .contains(
                        "jvm_memory_used_bytes{",
                        "jvm_threads_live_threads ",
                        "process_uptime_seconds ",
                        "process_cpu_usage ");
    }

    @Test
    void tellsOfCallbacksAndUsageAlsoAfterACollection() {
        meters.bindCallbacks(() -> new CallbackStatistics(1, 2, 3, 4, 5, 6, 7, 8, 9));
        meters.bindUsage(() -> new UsageStatistics(10, 11, 12, 13));
        System.gc(); // meters refer to what they measure weakly, unless told otherwise
        assertThat(meters.scrape())
                .contains(
                        "\nfreshet_callback_waiting 1.0\n",
                        "\nfreshet_callback_in_flight 2.0\n",
                        "\nfreshet_callback_noted_total 3.0\n",
                        "\nfreshet_callback_delivered_total 4.0\n",
                        "\nfreshet_callback_failed_attempts_total 5.0\n",
                        "\nfreshet_callback_refused_addresses_total 6.0\n",
                        "\nfreshet_callback_given_up_total 7.0\n",
                        "\nfreshet_callback_dropped_total 8.0\n",
                        "\nfreshet_callback_store_failures_total 9.0\n",
                        "\nfreshet_usage_running 10.0\n",
                        "\nfreshet_usage_pieces_written_total 11.0\n",
                        "\nfreshet_usage_store_failures_total 12.0\n",
                        "\nfreshet_usage_lost_seconds_total 13.0\n");
    }

    private static MediaStatistics media(long packetsIn, Map<String, Long> drops) {
        return new MediaStatistics(
                Map.of(TransportState.CONNECTED, 9),
                21,
                22,
                packetsIn,
                0,
                0,
                0,
                drops,
                0,
                0,
                0,
                0,
                0,
                0,
                500_000_000L,
                0,
                0);
    }
}
