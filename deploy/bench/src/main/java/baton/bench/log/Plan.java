package baton.bench.log;

import baton.contract.Force;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Which referral lives which life, and when.
 *
 * @param referrals how many
 * @param openShare how many of them never end, from 0 to 1
 * @param seed the same one gives the same bytes
 * @param span over which receipts are spread evenly: the longer, the fewer are under way at a time
 */
public record Plan(long referrals, double openShare, long seed, Duration span) {
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final long START_MICROS = TimeUnit.SECONDS.toMicros(START.getEpochSecond());
  private static final List<Story> STORIES = Stories.all();
  private static final Shelf OPEN = new Shelf(Story::open);
  private static final Shelf CONCLUDED = new Shelf(Predicate.not(Story::open));

  /** Filled into two bytes. */
  private static final byte[][] FORCES =
      Forces.all().stream()
          .map(Force::code)
          .map(OrganisationCode::value)
          .filter(code -> code.length() == 2)
          .map(code -> code.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  public Plan {
    if (referrals < 1) throw new IllegalArgumentException("a log has one referral at least");
    if (!(openShare >= 0 && openShare <= 1))
      throw new IllegalArgumentException("the share of open referrals is from 0 to 1");
  }

  /** Received over two years. */
  public Plan(long referrals, double openShare, long seed) {
    this(referrals, openShare, seed, TWO_YEARS);
  }

  List<Story> stories() {
    return STORIES;
  }

  Story story(long referral) {
    long hash = hash(referral, 1);
    boolean open = Hash.share(hash) < openShare;
    return (open ? OPEN : CONCLUDED).pick(Hash.share(Hash.of(hash, 1)));
  }

  /** When it was received, microseconds since 1970; never a whole millisecond. */
  long received(long referral) {
    return START_MICROS + referral * apart() + Math.floorMod(hash(referral, 2), 900) + 1;
  }

  /** From one receipt to the next, in microseconds; whole milliseconds. */
  long apart() {
    long micros = TimeUnit.SECONDS.toMicros(span.toSeconds()) / referrals;
    return Math.max(1000, micros / 1000 * 1000);
  }

  byte[] force(long referral) {
    return FORCES[Math.floorMod(hash(referral, 3), FORCES.length)];
  }

  byte[] otherForce(long referral) {
    return FORCES[Math.floorMod(hash(referral, 3) + 1, FORCES.length)];
  }

  long hash(long referral, long what) {
    return Hash.of(Hash.of(seed, referral), what);
  }

  /** After the last event of all, on the next whole hour. */
  public Instant end() {
    long longest = 0;
    for (Story story : STORIES) longest = Math.max(longest, story.steps().getLast().delay());
    long last = received(referrals - 1) + longest;
    return Instant.ofEpochSecond((TimeUnit.MICROSECONDS.toHours(last) + 1) * 3600);
  }

  /** Stories of which each is taken as often as it weighs. */
  private static final class Shelf {
    private final Story[] stories;
    private final double[] upTo;

    Shelf(Predicate<Story> which) {
      stories = STORIES.stream().filter(which).toArray(Story[]::new);
      upTo = new double[stories.length];
      double sum = 0;
      for (int i = 0; i < stories.length; i++) upTo[i] = sum += stories[i].weight();
    }

    /**
     * @param share from 0 to 1
     */
    Story pick(double share) {
      int found = Arrays.binarySearch(upTo, share * upTo[upTo.length - 1]);
      return stories[Math.min(stories.length - 1, found < 0 ? -found - 1 : found)];
    }
  }
}
