package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.escalation.FindingKind;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.policy.PolicyBook;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the log makes of every referral on it, in memory that is bounded: shards that are filled by
 * a thread each, and the policy that all of them are folded by once everything is read. So a table
 * that is adopted late counts for what was read before it as well.
 */
public final class Ledger {
  private final List<Shard> shards;
  private final long asAt;
  private PolicyBook policy;

  private Ledger(List<Shard> shards, PolicyBook policy, long asAt) {
    this.shards = List.copyOf(shards);
    this.policy = policy;
    this.asAt = asAt;
  }

  /**
   * How large a ledger may become.
   *
   * @param shards how many threads fill it
   * @param referrals how many are expected; more of them may come
   * @param bytesMax for all that it keeps
   */
  public record Size(int shards, long referrals, long bytesMax) {
    /** Of a slot for each referral, with the room that a table needs to be quick. */
    private static final long SLOT = 32;

    /** Of an event that is kept. */
    private static final long EVENT = 48;

    private static final long OF_A_SHARD = 2 << 20;

    /**
     * What must fit at least: a slot for each referral, and the events of those that are open.
     *
     * @param open how many of the referrals are
     * @param records on the log, of all of them
     */
    public long bytesNeeded(long open, long records) {
      long eventsOfOne = records / Math.max(1, referrals) + 1;
      return shards * OF_A_SHARD + referrals * SLOT + open * eventsOfOne * EVENT;
    }
  }

  /**
   * @param policy what counts before anything is adopted
   * @param asAt what was recorded later is left out; {@link Instant#MAX} for everything
   */
  public static Ledger empty(Size size, EventReader reader, PolicyBook policy, Instant asAt) {
    long until = Times.micros(asAt);
    List<Shard> shards =
        Stream.generate(
                () ->
                    new Shard(
                        reader,
                        policy,
                        size.referrals() / size.shards(),
                        size.bytesMax() / size.shards(),
                        until))
            .limit(size.shards())
            .toList();
    return new Ledger(shards, policy, until);
  }

  /** Everything but the policy, which is read from the register again. */
  public void save(DataOutputStream out) throws IOException {
    out.writeInt(shards.size());
    for (Shard shard : shards) shard.save(out);
  }

  /**
   * @param asAt not before {@link #newest} of what was saved
   */
  public static Ledger saved(
      DataInputStream in, long bytesMax, EventReader reader, PolicyBook policy, Instant asAt)
      throws IOException {
    var shards = new ArrayList<Shard>();
    int count = in.readInt();
    for (int i = 0; i < count; i++)
      shards.add(Shard.saved(in, reader, policy, bytesMax / count, Times.micros(asAt)));
    return new Ledger(shards, policy, Times.micros(asAt));
  }

  public List<Shard> shards() {
    return shards;
  }

  /** Takes what concerns no referral: it can only be policy. */
  public synchronized void register(Recorded<? extends BatonEvent> event) {
    if (Times.micros(event.recordedTime()) > asAt) return;
    policy = policy.with(event);
    for (Shard shard : shards) shard.policy(policy);
  }

  /** All that was adopted so far. */
  public synchronized PolicyBook policy() {
    return policy;
  }

  /**
   * Referrals of whose events some were dropped and others came since: the log is to be read again.
   */
  public long late() {
    return shards.stream().mapToLong(Shard::late).sum();
  }

  /** Before the log is read again for the late ones. */
  public void collect() {
    shards.forEach(Shard::collect);
  }

  /** After the log was read again for the late ones. */
  public void collected() {
    shards.forEach(Shard::collected);
  }

  /** Tells of every referral whose events are kept: of all where none had to be dropped. */
  public void each(Consumer<Custody> told) {
    shards.forEach(shard -> shard.each(true, told));
  }

  /**
   * Tells of every referral that is open or of which something may be found, in a thread for each
   * shard.
   *
   * @return how many referrals there are, concluded ones included
   */
  public long eachOpen(Consumer<Custody> told) {
    return shards.parallelStream().mapToLong(shard -> shard.each(false, told)).sum();
  }

  /**
   * What the log tells.
   *
   * @param referrals how many there are
   * @param findings by kind, from the log alone
   */
  public record Told(long referrals, Map<FindingKind, Integer> findings) {}

  public Told told(Instant now) {
    var found = new ConcurrentSkipListMap<FindingKind, Integer>();
    long referrals =
        eachOpen(
            custody -> {
              for (Finding finding : Findings.of(custody, now))
                found.merge(finding.kind(), 1, Integer::sum);
            });
    return new Told(referrals, found);
  }

  /** The newest of what was recorded and taken, or {@link Instant#MIN}. */
  public Instant newest() {
    long newest = shards.stream().mapToLong(Shard::newest).max().orElse(Long.MIN_VALUE);
    return newest == Long.MIN_VALUE ? Instant.MIN : Times.instant(newest);
  }

  public long unreadable() {
    return shards.stream().mapToLong(Shard::unreadable).sum();
  }

  /** How many records were read in the general way, which is the slow one. */
  public long general() {
    return shards.stream().mapToLong(Shard::general).sum();
  }

  /** What it keeps, in bytes. */
  public long bytes() {
    return shards.stream().mapToLong(Shard::bytes).sum();
  }

  /** How many referrals were told of, whether or not anything of them could be applied. */
  public long size() {
    return shards.stream().mapToLong(Shard::size).sum();
  }
}
