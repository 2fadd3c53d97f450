package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.callback.Deliveries.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {
    private static final long S = 1_000_000_000L;

    private final Deliveries deliveries = new Deliveries(8, 100);
    private long nowNs = 1_000 * S;
    private long lastId;

    private long add(long appId, String room) {
        return add(deliveries, appId, room);
    }

    private long add(Deliveries to, long appId, String room) {
        var _ = to.add(new Item(++lastId, appId, room, CallbackEvent.ROOM_LOGIN, 0), nowNs);
        return lastId;
    }

    private List<Long> take() {
        return deliveries.take(nowNs).stream().map(Item::id).toList();
    }

    @Test
    void oneRoomsCallbacksGoOneAfterTheOther() {
        long first = add(1, "r");
        long second = add(1, "r");
        long other = add(1, "q");

        assertThat(take()).containsExactlyInAnyOrder(first, other);
        deliveries.onDelivered(first, nowNs);
        assertThat(take()).containsExactly(second);
        deliveries.onDelivered(second, nowNs);
        deliveries.onDelivered(other, nowNs);
        assertThat(deliveries.size()).isZero();
        assertThat(deliveries.nextTimeoutNs()).isEqualTo(Deliveries.NEVER);
    }

    @Test
    void triesAgainAfterTwoFourEightSixteenAndThirtyTwoSecondsAndThenNoMore() {
        long id = add(1, "r");
        long next = add(1, "r");
        int attempt = 0;
        for (int delayS : new int[] {2, 4, 8, 16, 32}) {
            assertThat(take()).containsExactly(id);
            assertThat(deliveries.onFailed(id, nowNs)).hasValue(++attempt);
            assertThat(deliveries.nextTimeoutNs()).isEqualTo(nowNs + delayS * S);
            nowNs += delayS * S - 1;
            assertThat(take()).isEmpty();
            nowNs += 1;
        }
        assertThat(take()).containsExactly(id);
        assertThat(deliveries.onFailed(id, nowNs)).isEmpty();
        assertThat(take()).containsExactly(next);
    }

    @Test
    void aRestartGoesOnWithTheAttemptsThatWereMade() {
        var _ = deliveries.add(new Item(7, 1, "r", CallbackEvent.ROOM_LOGIN, 5), nowNs);
        assertThat(take()).containsExactly(7L);
        assertThat(deliveries.onFailed(7, nowNs)).isEmpty();
        assertThat(deliveries.size()).isZero();
    }

    @Test
    void oneProjectGetsAQuarterOfThePlaces() {
        for (int i = 0; i < 20; i++) {
            add(1, "r" + i);
        }
        long other = add(2, "r");
        List<Long> taken = take();
        assertThat(taken).hasSize(3).contains(1L, 2L, other);
        assertThat(take()).isEmpty();
        assertThat(deliveries.nextTimeoutNs()).isEqualTo(Deliveries.NEVER);

        deliveries.onDelivered(2, nowNs);
        assertThat(take()).containsExactly(3L);
    }

    @Test
    void neverMoreThanThePlacesThereAre() {
        for (int i = 0; i < 20; i++) {
            add(i, "r");
        }
        assertThat(take()).hasSize(8);
        assertThat(deliveries.nextTimeoutNs()).isEqualTo(Deliveries.NEVER);
    }

    @Test
    void whatWaitsForItsNextAttemptTakesNoPlace() {
        for (int i = 0; i < 16; i++) {
            add(i, "r");
        }
        for (long id : take()) {
            deliveries.onFailed(id, nowNs);
        }
        assertThat(take()).hasSize(8);
    }

    @Test
    void aFullOutboxDropsTheOldestEvenInFlight() {
        var small = new Deliveries(8, 2);
        long first = add(small, 1, "r");
        long second = add(small, 1, "r");
        assertThat(small.take(nowNs)).extracting(Item::id).containsExactly(first);

        assertThat(small.add(new Item(99, 1, "r", CallbackEvent.ROOM_LOGIN, 0), nowNs))
                .hasValue(first);
        assertThat(small.take(nowNs)).extracting(Item::id).containsExactly(second);
        small.onDelivered(first, nowNs); // its answer comes all the same
        assertThat(small.onFailed(first, nowNs)).isEmpty();
        assertThat(small.size()).isEqualTo(2);
        small.onDelivered(second, nowNs);
        assertThat(small.take(nowNs)).extracting(Item::id).containsExactly(99L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everythingEndsOnceAndInOrderWhateverHappens(long seed) {
        var random = new Random(seed);
        Map<Long, String> lanes = new HashMap<>();
        Map<String, Long> newestDone = new HashMap<>();
        List<Long> inFlight = new ArrayList<>();
        int added = 0;
        int done = 0;
        while (added < 90 || done < 90) {
            if (added < 90 && random.nextInt(3) == 0) {
                String room = "r" + random.nextInt(5);
                long app = random.nextInt(3);
                lanes.put(add(app, room), app + room);
                added++;
            }
            for (Item item : deliveries.take(nowNs)) {
                assertThat(inFlight.stream().map(lanes::get)).doesNotContain(lanes.get(item.id()));
                inFlight.add(item.id());
            }
            assertThat(inFlight).hasSizeLessThanOrEqualTo(8);
            if (!inFlight.isEmpty()) {
                long id = inFlight.remove(random.nextInt(inFlight.size()));
                boolean ends = true;
                if (random.nextInt(4) > 0) {
                    deliveries.onDelivered(id, nowNs);
                } else {
                    ends = deliveries.onFailed(id, nowNs).isEmpty();
                }
                if (ends) {
                    done++;
                    assertThat(newestDone.getOrDefault(lanes.get(id), 0L)).isLessThan(id);
                    newestDone.put(lanes.getOrDefault(id, ""), id);
                }
            } else if (deliveries.nextTimeoutNs() != Deliveries.NEVER) {
                nowNs = Math.max(nowNs, deliveries.nextTimeoutNs());
            }
        }
        assertThat(deliveries.size()).isZero();
        assertThat(deliveries.inFlight()).isZero();
    }
}
