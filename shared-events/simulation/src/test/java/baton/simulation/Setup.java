package baton.simulation;

import java.util.List;
import java.util.Random;

/**
 * The world of one history.
 *
 * @param services how many of the four take part, intake always
 * @param relayBatch events sent before the cursor moves
 * @param readerBatch records read at once
 * @param skews of each service's clock, microseconds
 */
record Setup(
    int services,
    int instances,
    int partitions,
    int relayBatch,
    int readerBatch,
    List<Long> skews) {
  static Setup of(Random chance) {
    return new Setup(
        2 + chance.nextInt(3),
        1 + chance.nextInt(2),
        1 + chance.nextInt(2),
        1 + chance.nextInt(6),
        1 + chance.nextInt(5),
        chance.longs(4, -400_000, 400_000).boxed().toList());
  }
}
