package baton.replay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.policy.file.Defaults;
import baton.replay.RandomLog.Told;
import baton.replay.model.Kept;
import baton.replay.model.Ledger;
import baton.replay.model.Line;
import baton.replay.model.Shard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fast way reads what Jackson reads, and nothing that Jackson does not read. */
class FormsTest {
  /**
   * Of what Baton's own writers write. The rest is the first of its form, from which the form is
   * learned, and all of a kind (one event in 37) of which hostile events came first and took every
   * place that there is for forms.
   */
  private static final double FAST_AT_LEAST = 0.9;

  private static final JournalReader READER = new JournalReader();

  @Test
  void both_ways_read_the_same() {
    differential(8);
  }

  /** Some four million events. */
  @Test
  @Tag("full")
  void both_ways_read_the_same_in_millions_of_events() {
    differential(1_000);
  }

  private static void differential(int rounds) {
    long first = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
    var ledger =
        Ledger.empty(new Ledger.Size(1, 1, 1L << 30), READER, Defaults.book(), Instant.MAX);
    Shard shard = ledger.shards().getFirst();
    long ordinary = 0;
    long fast = 0;
    for (long seed = first; seed != first + rounds; seed++) {
      boolean hostile = seed % 3 != 0;
      for (Told told : new RandomLog(seed, hostile).referrals(400, 25)) {
        long before = shard.general();
        byte[] key = told.key().getBytes(StandardCharsets.UTF_8);
        byte[] padded = padded(told.value());
        Line line = shard.read(key, key.length, padded, 7, 7 + told.value().length);
        String why =
            "-Dbaton.seed=" + seed + " " + new String(told.value(), StandardCharsets.UTF_8);
        if (!hostile) ordinary++;
        if (!hostile && shard.general() == before) fast++;
        Recorded<? extends BatonEvent> event = read(told);
        if (event == null) {
          assertThat(line.kind()).as(why).isEqualTo(Line.Kind.UNREADABLE);
          continue;
        }
        assertThat(line.kind()).as(why).isNotIn(Line.Kind.UNREADABLE);
        assertThat(line.high())
            .as(why)
            .isEqualTo(event.referral().value().getMostSignificantBits());
        assertThat(line.low())
            .as(why)
            .isEqualTo(event.referral().value().getLeastSignificantBits());
        assertThat(line.recorded()).as(why).isEqualTo(micros(event.recordedTime()));
        assertThat(Kept.of(shard.event(line))).as(why).isEqualTo(Kept.of(event));
      }
    }
    assertThat(fast / (double) ordinary)
        .as("%d of %d were read in the fast way", fast, ordinary)
        .isGreaterThan(FAST_AT_LEAST);
  }

  /** The document stands among other bytes, as it does in a fetched batch. */
  private static byte[] padded(byte[] value) {
    var padded = new byte[value.length + 16];
    java.util.Arrays.fill(padded, (byte) '"');
    System.arraycopy(value, 0, padded, 7, value.length);
    return padded;
  }

  private static Recorded<? extends BatonEvent> read(Told told) {
    try {
      return READER.read(told.value(), told.key());
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
