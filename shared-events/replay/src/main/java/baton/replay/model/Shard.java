package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.policy.PolicyBook;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The part of a ledger that one thread fills: of each referral its tape while it may still change
 * or there is room for it, and afterwards its {@link Summary}. What the fold says of a referral is
 * the same whichever of them is kept: a dropped one that is told of again is marked late, and its
 * tape is collected by reading the log once more.
 */
public final class Shard {
  private static final int AHEAD = 16;

  private final Stock stock;
  private final Answers answers;
  private final long asAt;
  private final long bytesMax;
  private long unreadable;
  private long newest = Long.MIN_VALUE;
  private long late;
  private final long[] found = new long[AHEAD];
  private boolean collecting;

  /** Only so that reading ahead is not optimised away. */
  private long ahead;

  /**
   * @param bytesMax for everything that it keeps; what is concluded is dropped, oldest first,
   *     rather than going beyond
   * @param asAt what was recorded later is left out, microseconds since 1970
   */
  Shard(EventReader reader, PolicyBook policy, long expected, long bytesMax, long asAt) {
    this(new Stock(reader, expected), reader, policy, bytesMax, asAt);
  }

  private Shard(Stock stock, EventReader reader, PolicyBook policy, long bytesMax, long asAt) {
    this.stock = stock;
    this.answers = new Answers(stock, reader, policy);
    this.bytesMax = bytesMax;
    this.asAt = asAt;
  }

  /** Everything but the policy, which is read from the register again. */
  void save(DataOutputStream out) throws IOException {
    answers.judge();
    stock.save(out);
    answers.save(out);
    out.writeLong(unreadable);
    out.writeLong(newest);
  }

  static Shard saved(
      DataInputStream in, EventReader reader, PolicyBook policy, long bytesMax, long asAt)
      throws IOException {
    var shard = new Shard(Stock.saved(in, reader), reader, policy, bytesMax, asAt);
    shard.answers.restore(in);
    shard.unreadable = in.readLong();
    shard.newest = in.readLong();
    return shard;
  }

  /** Reads a record's value, where it stands; nothing is kept of the array. */
  public Line read(byte[] key, int keyLength, byte[] bytes, int from, int to) {
    return stock.forms.read(key, keyLength, bytes, from, to);
  }

  /** Takes lines in the order of the log; what concerns no referral is not for a shard. */
  public void add(Line[] lines, int count) {
    for (int from = 0; from < count; from += AHEAD) {
      int to = Math.min(count, from + AHEAD);
      // The processor fetches from memory for many lines at once, not for one after the other.
      long touched = 0;
      for (int i = from; i < to; i++) touched += stock.table.touch(lines[i].high(), lines[i].low());
      for (int i = from; i < to; i++) {
        found[i - from] = stock.table.find(lines[i].high(), lines[i].low());
        long mark = stock.table.get(found[i - from]);
        if (Mark.isTape(mark)) touched += stock.tapes.touch(Mark.place(mark));
      }
      ahead = touched;
      for (int i = from; i < to; i++) add(lines[i], found[i - from]);
    }
    if (bytes() > bytesMax) makeRoom();
  }

  private void add(Line line, long guess) {
    switch (line.kind()) {
      case UNREADABLE -> {
        if (!collecting) unreadable++;
      }
      case IGNORED -> notice(line);
      case FOLDED, ENDING -> {
        if (line.recorded() > asAt) return;
        notice(line);
        keep(line, guess);
      }
      case REGISTER -> throw new IllegalArgumentException("what concerns no referral");
    }
  }

  private void notice(Line line) {
    if (line.recorded() > newest && line.recorded() <= asAt) newest = line.recorded();
  }

  private void keep(Line line, long guess) {
    long high = line.high();
    long low = line.low();
    long found = stock.table.holds(guess, high, low) ? guess : stock.table.find(high, low);
    long mark = stock.table.get(found);
    if (Mark.isLate(mark) || collecting && !Mark.isCollected(mark)) return;
    if (Mark.isDropped(mark)) {
      stock.table.set(found, high, low, Mark.late(mark));
      late++;
      return;
    }
    long taped = Mark.taped(mark, stock.tapes.append(Mark.place(mark), line.packed()));
    if (line.kind() == Line.Kind.ENDING) taped = Mark.ending(taped);
    stock.table.set(found, high, low, queued(high, low, taped));
  }

  /** Whatever came since it was last looked at may have concluded it. */
  private long queued(long high, long low, long mark) {
    if (!Mark.mayGiveWay(mark)) return mark;
    stock.ended.add(high, low);
    return Mark.queued(mark);
  }

  /** Drops what is concluded, in the order in which it ended. */
  private void makeRoom() {
    while (bytes() > bytesMax - bytesMax / 64 && !stock.ended.isEmpty()) {
      long high = stock.ended.high();
      long low = stock.ended.low();
      stock.ended.remove();
      long found = stock.table.find(high, low);
      long mark = stock.table.get(found);
      long summary = answers.summary(mark, high, low);
      boolean concluded = summary != Summary.NONE;
      if (concluded) stock.tapes.drop(Mark.place(mark));
      // What is not concluded yet comes into the queue again with its next event.
      long left = concluded ? Mark.dropped(summary) : Mark.notQueued(mark);
      stock.table.set(found, high, low, left);
    }
    if (bytes() > bytesMax) throw new LedgerFull(bytesMax);
  }

  /**
   * Begins to collect the tapes of late ones: the log is then read again from its first offset.
   * None of them gives way before that has ended, so once more is always enough.
   */
  void collect() {
    collecting = true;
    stock.table.each((high, low, mark) -> Mark.isLate(mark) ? Mark.COLLECTING : mark);
    late = 0;
  }

  /** Their tapes are whole now, and may give way as others do. */
  void collected() {
    collecting = false;
    stock.table.each(
        (high, low, mark) ->
            Mark.isCollected(mark) ? queued(high, low, Mark.collected(mark)) : mark);
  }

  void policy(PolicyBook adopted) {
    answers.policy(adopted);
  }

  /**
   * @param concluded also what is concluded, where its tape is still kept
   * @return how many referrals there are
   */
  long each(boolean concluded, Consumer<Custody> told) {
    return answers.each(concluded, told);
  }

  /** The state of one referral, its summary, or neither. */
  public Entry find(ReferralId referral) {
    return answers.find(referral, false);
  }

  /** The same, and it counts as seen. */
  public Entry see(ReferralId referral) {
    return answers.find(referral, true);
  }

  /** Tells of what was not seen; from then on nothing is. */
  public void unseen(BiConsumer<ReferralId, Entry> told) {
    answers.unseen(told);
  }

  /** The event that a line was read from, without what no fold looks at. */
  public Recorded<? extends BatonEvent> event(Line line) {
    return answers.event(line);
  }

  long size() {
    return stock.table.size();
  }

  long late() {
    return late;
  }

  long unreadable() {
    return unreadable;
  }

  long newest() {
    return newest;
  }

  /** Records that were read in the general way. */
  public long general() {
    return stock.forms.general();
  }

  /**
   * What it keeps, bytes. Not counted is what does not grow with the log and has limits of its own:
   * forms, what words mean, and verdicts on shapes.
   */
  public long bytes() {
    return stock.bytes();
  }
}
