package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.policy.PolicyBook;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The part of a ledger that one thread fills: of each referral its tape while it may still change
 * or there is room for it, and afterwards its {@link Summary}. What the fold says of a referral is
 * the same whichever of them is kept: a dropped one that is told of again is marked late, and its
 * tape is collected by reading the log once more.
 */
public final class Shard {
  private static final long STATE = 3L << 62;
  private static final long TAPE = 1L << 62;
  private static final long DROPPED = 2L << 62;

  /** Dropped, and told of again since. */
  private static final long LATE = 3L << 62;

  /** An event came that may end its case. */
  private static final long ENDING = 1L << Tapes.PLACE_BITS;

  /** It was dropped once: its tape is from reading the log again. */
  private static final long COLLECTED = 1L << Tapes.PLACE_BITS + 1;

  /** Whoever compares has asked for it. */
  private static final long SEEN = 1L << 61;

  private static final long PLACE = (1L << Tapes.PLACE_BITS) - 1;
  private static final int AHEAD = 16;

  private final Words words;
  private final Forms forms;
  private final TapeReader tapeReader;
  private final Verdicts verdicts;
  private final Tapes tapes;
  private final Queue ended;
  private final Packed tape = new Packed();
  private final long asAt;
  private final long bytesMax;
  private final ReferralTable table;
  private PolicyBook policy;
  private long unreadable;
  private long newest = Long.MIN_VALUE;
  private long late;
  private boolean collecting;

  /**
   * @param bytesMax for everything that it keeps; what is concluded is dropped, oldest first,
   *     rather than going beyond
   * @param asAt what was recorded later is left out, microseconds since 1970
   */
  Shard(EventReader reader, PolicyBook policy, long expected, long bytesMax, long asAt) {
    this(
        reader,
        policy,
        bytesMax,
        asAt,
        new Words(),
        new ReferralTable(expected),
        new Tapes(),
        new Queue());
  }

  private Shard(
      EventReader reader,
      PolicyBook policy,
      long bytesMax,
      long asAt,
      Words words,
      ReferralTable table,
      Tapes tapes,
      Queue ended) {
    this.policy = policy;
    this.bytesMax = bytesMax;
    this.asAt = asAt;
    this.words = words;
    this.table = table;
    this.tapes = tapes;
    this.ended = ended;
    this.forms = new Forms(words, reader);
    this.tapeReader = new TapeReader(forms, reader);
    this.verdicts = new Verdicts(new Shape(forms, words));
  }

  /** Everything but the policy, which is read from the register again. */
  void save(DataOutputStream out) throws IOException {
    words.save(out);
    forms.save(out);
    table.save(out);
    tapes.save(out);
    ended.save(out);
    out.writeLong(unreadable);
    out.writeLong(newest);
  }

  static Shard saved(
      DataInputStream in, EventReader reader, PolicyBook policy, long bytesMax, long asAt)
      throws IOException {
    var words = Words.saved(in);
    List<byte[]> samples = Forms.samples(in);
    var shard =
        new Shard(
            reader,
            policy,
            bytesMax,
            asAt,
            words,
            ReferralTable.saved(in),
            Tapes.saved(in),
            Queue.saved(in));
    shard.forms.learnAgain(samples);
    shard.unreadable = in.readLong();
    shard.newest = in.readLong();
    return shard;
  }

  /** Reads a record's value, where it stands; nothing is kept of the array. */
  public Line read(byte[] key, int keyLength, byte[] bytes, int from, int to) {
    return forms.read(key, keyLength, bytes, from, to);
  }

  /** Takes lines in the order of the log; what concerns no referral is not for a shard. */
  public void add(Line[] lines, int count) {
    for (int from = 0; from < count; from += AHEAD) {
      int to = Math.min(count, from + AHEAD);
      // The processor fetches from memory for many lines at once, not for one after the other.
      long touched = 0;
      for (int i = from; i < to; i++) touched += table.touch(lines[i].high(), lines[i].low());
      for (int i = from; i < to; i++) {
        long value = table.get(table.find(lines[i].high(), lines[i].low()));
        if ((value & STATE) == TAPE) touched += tapes.touch(value & PLACE);
      }
      ahead = touched;
      for (int i = from; i < to; i++) add(lines[i]);
    }
    if (bytes() > bytesMax) makeRoom();
  }

  /** Only so that reading ahead is not optimised away. */
  private long ahead;

  private void add(Line line) {
    switch (line.kind()) {
      case UNREADABLE -> {
        if (!collecting) unreadable++;
      }
      case IGNORED -> notice(line);
      case FOLDED, ENDING -> {
        if (line.recorded() > asAt) return;
        notice(line);
        keep(line);
      }
      case REGISTER -> throw new IllegalArgumentException("what concerns no referral");
    }
  }

  private void notice(Line line) {
    if (line.recorded() > newest && line.recorded() <= asAt) newest = line.recorded();
  }

  private void keep(Line line) {
    long found = table.find(line.high(), line.low());
    long value = table.get(found);
    if (collecting && ((value & COLLECTED) == 0 || (value & STATE) != TAPE)) return;
    if ((value & STATE) == LATE) return;
    if ((value & STATE) == DROPPED) {
      table.set(found, line.high(), line.low(), value | LATE);
      late++;
      return;
    }
    long place = tapes.append(value & PLACE, line.packed());
    long flags = value & (ENDING | COLLECTED);
    if (line.kind() == Line.Kind.ENDING) {
      if (flags == 0) ended.add(line.high(), line.low());
      flags |= ENDING;
    }
    table.set(found, line.high(), line.low(), TAPE | flags | place);
  }

  /** Drops what is concluded, in the order in which it ended. */
  private void makeRoom() {
    while (bytes() > bytesMax - bytesMax / 64 && !ended.isEmpty()) {
      long high = ended.high();
      long low = ended.low();
      ended.remove();
      long found = table.find(high, low);
      long value = table.get(found);
      long summary = summary(value, high, low);
      if (summary == Summary.NONE) continue;
      tapes.drop(value & PLACE);
      table.set(found, high, low, DROPPED | summary);
    }
    if (bytes() > bytesMax) throw new LedgerFull(bytesMax);
  }

  /** Whether the tape of a referral with an ending event may give way to a summary. */
  private long summary(long value, long high, long low) {
    tapes.read(value & PLACE, tape);
    return verdicts.of(tape, () -> tapeReader.fold(tape, high, low, policy));
  }

  /** Begins to collect the tapes of late ones: the log is then read again from its first offset. */
  void collect() {
    collecting = true;
    table.each(
        (high, low, value) -> {
          boolean wanted =
              (value & STATE) == LATE || (value & STATE) == TAPE && (value & COLLECTED) != 0;
          if (!wanted) return value;
          if ((value & STATE) == TAPE) tapes.drop(value & PLACE);
          return TAPE | COLLECTED;
        });
    late = 0;
  }

  void collected() {
    collecting = false;
  }

  void policy(PolicyBook adopted) {
    policy = adopted;
  }

  /**
   * @param concluded also what is concluded, where its tape is still kept
   * @return how many referrals there are
   */
  long each(boolean concluded, Consumer<Custody> told) {
    var count = new long[1];
    table.each(
        (high, low, value) -> {
          count[0]++;
          if ((value & STATE) == DROPPED) return value;
          if (!concluded && (value & ENDING) != 0 && summary(value, high, low) != Summary.NONE)
            return value;
          Custody custody = fold(high, low, value).custody();
          if (custody == null) count[0]--;
          else told.accept(custody);
          return value;
        });
    return count[0];
  }

  /** The state of one referral, its summary, or neither. */
  public Entry find(ReferralId referral) {
    long high = referral.value().getMostSignificantBits();
    long low = referral.value().getLeastSignificantBits();
    long value = table.get(table.find(high, low));
    if (value == ReferralTable.ABSENT) return Entry.NONE;
    return entry(high, low, value);
  }

  /** The same, and it counts as seen. */
  public Entry see(ReferralId referral) {
    long high = referral.value().getMostSignificantBits();
    long low = referral.value().getLeastSignificantBits();
    long found = table.find(high, low);
    long value = table.get(found);
    if (value == ReferralTable.ABSENT) return Entry.NONE;
    table.set(found, high, low, value | SEEN);
    return entry(high, low, value);
  }

  /** Tells of what was not seen; from then on nothing is. */
  public void unseen(BiConsumer<ReferralId, Entry> told) {
    table.each(
        (high, low, value) -> {
          if ((value & SEEN) == 0) {
            Entry entry = entry(high, low, value);
            if (entry.isKnown()) told.accept(new ReferralId(new UUID(high, low)), entry);
          }
          return value & ~SEEN;
        });
  }

  private Entry entry(long high, long low, long value) {
    if ((value & STATE) == DROPPED) return new Entry(null, value & ~(STATE | SEEN));
    return new Entry(fold(high, low, value).custody(), Summary.NONE);
  }

  /**
   * @param custody null where it is dropped or was never told of
   */
  public record Entry(Custody custody, long summary) {
    public static final Entry NONE = new Entry(null, Summary.NONE);

    public boolean isKnown() {
      return custody != null || summary != Summary.NONE;
    }
  }

  private Folded fold(long high, long low, long value) {
    if ((value & STATE) != TAPE) throw new IllegalStateException("late ones are not collected yet");
    tapes.read(value & PLACE, tape);
    return tapeReader.fold(tape, high, low, policy);
  }

  /** The event that a line was read from, without what no fold looks at. */
  public Recorded<? extends BatonEvent> event(Line line) {
    var packed = new Packed();
    packed.begin(line.packed().length + 8);
    packed.count(line.packed().length);
    packed.raw(line.packed(), 0, line.packed().length);
    var events = new ArrayList<Recorded<? extends BatonEvent>>(1);
    tapeReader.each(packed, line.high(), line.low(), events::add);
    return events.getFirst();
  }

  long size() {
    return table.size();
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
    return forms.general();
  }

  /** What it keeps, bytes. */
  public long bytes() {
    return table.bytes() + tapes.bytes() + ended.bytes() + words.bytes();
  }
}
