package io.sqe.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.admission.QueryLimits.Memory;
import io.sqe.gateway.admission.QueryLimits.Places;
import io.sqe.gateway.admission.QueryLimits.Sizes;
import io.sqe.gateway.admission.QueryLimits.Times;
import io.sqe.gateway.admission.WaitingRoom.Waiter;
import io.sqe.gateway.failure.QueryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Without threads: who has no place at once is asked after without waiting. */
final class WaitingRoomTest {
    private static final ResourceGroup HEAVY = group("heavy", 100, 100, 100, 3);
    private static final ResourceGroup LIGHT = group("light", 100, 100, 100, 1);

    private final AtomicBoolean tight = new AtomicBoolean();

    @Test
    void groupOfThreeTimesTheWeightGetsThreeTimesThePlacesWhileBothWait() {
        WaitingRoom room = room(new Places(8, 100, 100), 0);
        List<Waiter> first = enter(room, LIGHT, 8);
        List<Waiter> heavy = enter(room, HEAVY, 20);
        List<Waiter> light = enter(room, LIGHT, 20);
        first.forEach(room::leave);
        assertThat(heavy).filteredOn(waiter -> hasPlace(room, waiter)).hasSize(6);
        assertThat(light).filteredOn(waiter -> hasPlace(room, waiter)).hasSize(2);
    }

    @Test
    void fullGroupKeepsNoOtherWaiting() {
        WaitingRoom room = room(new Places(8, 100, 100), 0);
        ResourceGroup narrow = group("narrow", 2, 3, 100, 1);
        List<Waiter> own = enter(room, narrow, 5);
        assertThat(own).filteredOn(waiter -> hasPlace(room, waiter)).hasSize(2);
        assertThat(hasPlace(room, room.enter("ann", LIGHT))).isTrue();
        WaitingRoom other = room(new Places(8, 100, 100), 0);
        enter(other, narrow, 5);
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> other.enter("ann", narrow))
                .withMessageContaining("3 queries of the resource group narrow wait already");
    }

    @Test
    void groupSetsAsideNoMoreThanItsShareOfTheMemory() {
        WaitingRoom room = room(new Places(100, 100, 100), 1000);
        List<Waiter> waiters = enter(room, group("quarter", 100, 100, 25, 1), 5);
        assertThat(waiters).filteredOn(waiter -> hasPlace(room, waiter)).hasSize(2);
        assertThat(room.reservedBytes()).isEqualTo(200);
    }

    @Test
    void nobodyButTheFirstStartsWhileTheMachineIsShortOfMemory() {
        WaitingRoom room = room(new Places(100, 100, 100), 0);
        tight.set(true);
        Waiter first = room.enter("ann", LIGHT);
        Waiter second = room.enter("bob", LIGHT);
        Waiter third = room.enter("cem", LIGHT);
        assertThat(hasPlace(room, first)).isTrue();
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> room.await(second, Duration.ZERO))
                .withMessageContaining("no memory became free");
        tight.set(false);
        room.lookAgain();
        assertThat(hasPlace(room, third)).isTrue();
    }

    private WaitingRoom room(Places places, long budget) {
        Duration some = Duration.ofSeconds(1);
        QueryLimits limits = new QueryLimits(
                new Times(some, some, some, some),
                new Sizes(0, 0, 0),
                places,
                new Memory(budget, 0, 100, 0),
                Optional.empty(),
                ResourceGroups.NONE);
        return new WaitingRoom(() -> limits, tight::get);
    }

    private static List<Waiter> enter(WaitingRoom room, ResourceGroup group, int count) {
        List<Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waiters.add(room.enter("ann", group));
        }
        return waiters;
    }

    private static boolean hasPlace(WaitingRoom room, Waiter waiter) {
        try {
            room.await(waiter, Duration.ZERO);
            return true;
        } catch (QueryException refused) {
            return false;
        }
    }

    private static ResourceGroup group(String name, int running, int waiting, int percent, int weight) {
        return new ResourceGroup(name, Set.of(), Set.of(), Set.of(), running, waiting, percent, weight);
    }
}
