package dev.rollcall.web.shared;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A lane for each network, so that none takes the places of all others. Networks share lanes by chance, which is harmless to most and needs
 * no memory of who was here.
 */
final class LanesByNetwork {

    private static final int LANES = 1024;

    private final Lane[] lanes;

    LanesByNetwork(Supplier<Lane> lane) {
        lanes = Stream.generate(lane).limit(LANES).toArray(Lane[]::new);
    }

    Lane of(String network) {
        return lanes[Math.floorMod(network.hashCode(), LANES)];
    }
}
