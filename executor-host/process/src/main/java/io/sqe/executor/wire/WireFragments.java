package io.sqe.executor.wire;

import io.sqe.executor.FragmentOptions;
import io.sqe.executor.FragmentOptions.Profile;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.FragmentId;
import io.sqe.fragment.QueryId;
import io.sqe.fragment.v1.FragmentCall;
import java.time.ZoneId;
import java.util.UUID;

/** Fragments and how they are run, on the wire. */
public final class WireFragments {
    private WireFragments() {}

    /** A call of its own name. */
    public static FragmentCall encode(Fragment fragment, FragmentOptions options) {
        var call = FragmentCall.newBuilder()
                .setCall(UUID.randomUUID().toString())
                .setQuery(fragment.id().query().text())
                .setNumber(fragment.id().number())
                .setPlan(fragment.plan())
                .setBatchRows(options.batchRows())
                .setZone(options.zone().getId())
                .setProfiled(options.profile() == Profile.OPERATORS)
                .setProfiledIfSlow(options.profile() == Profile.OPERATORS_IF_SLOW);
        switch (fragment.output()) {
            case Fragment.Output.Stream() -> {}
            case Fragment.Output.Parquet(var write) -> call.setWrite(write);
        }
        return call.build();
    }

    public static Fragment fragment(FragmentCall call) {
        return new Fragment(
                new FragmentId(new QueryId(call.getQuery()), call.getNumber()),
                call.getPlan(),
                call.hasWrite() ? new Fragment.Output.Parquet(call.getWrite()) : new Fragment.Output.Stream());
    }

    public static FragmentOptions options(FragmentCall call) {
        return new FragmentOptions(profile(call), call.getBatchRows(), ZoneId.of(call.getZone()));
    }

    private static Profile profile(FragmentCall call) {
        if (call.getProfiled()) {
            return Profile.OPERATORS;
        }
        return call.getProfiledIfSlow() ? Profile.OPERATORS_IF_SLOW : Profile.OFF;
    }
}
