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
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a shard's stock says of its referrals, by the one fold that there is. */
final class Answers {
  private final Stock stock;
  private final TapeReader reader;
  private final Verdicts verdicts;
  private final Packed tape = new Packed();
  private PolicyBook policy;

  Answers(Stock stock, EventReader reader, PolicyBook policy) {
    this.stock = stock;
    this.policy = policy;
    this.reader = new TapeReader(stock.forms, reader);
    this.verdicts = new Verdicts(new Shape(stock.forms, stock.words));
  }

  /** What was learned of shapes; the policy is read from the register again. */
  void save(DataOutputStream out) throws IOException {
    verdicts.save(out);
  }

  void restore(DataInputStream in) throws IOException {
    verdicts.restore(in);
  }

  void policy(PolicyBook adopted) {
    policy = adopted;
  }

  /**
   * Whether a tape with an ending event may give way to a summary: that, or {@link Summary#NONE}.
   */
  long summary(long mark, long high, long low) {
    stock.tapes.read(Mark.place(mark), tape);
    return verdicts.of(tape, () -> reader.fold(tape, high, low, policy));
  }

  /**
   * @param concluded also what is concluded, where its tape is still kept
   * @return how many referrals there are
   */
  long each(boolean concluded, Consumer<Custody> told) {
    var count = new long[1];
    stock.table.each(
        (high, low, mark) -> {
          count[0]++;
          if (Mark.isDropped(mark)) return mark;
          long known = concluded ? mark : judged(high, low, mark);
          if (!concluded && Mark.isConcluded(known)) return known;
          Custody custody = fold(high, low, mark).custody();
          if (custody == null) count[0]--;
          else told.accept(custody);
          return known;
        });
    return count[0];
  }

  /** Finds out of every referral whether it is concluded, so that nobody has to again. */
  void judge() {
    stock.table.each(this::judged);
  }

  private long judged(long high, long low, long mark) {
    boolean open = !Mark.isEnding(mark) || Mark.isCollected(mark);
    if (open || Mark.isConcluded(mark)) return mark;
    return summary(mark, high, low) == Summary.NONE ? mark : Mark.concluded(mark);
  }

  /**
   * @param seen whether it counts as seen from now on
   */
  Entry find(ReferralId referral, boolean seen) {
    long high = referral.value().getMostSignificantBits();
    long low = referral.value().getLeastSignificantBits();
    long found = stock.table.find(high, low);
    long mark = stock.table.get(found);
    if (mark == ReferralTable.ABSENT) return Entry.NONE;
    if (seen) stock.table.set(found, high, low, Mark.seen(mark));
    return entry(high, low, mark);
  }

  /** Tells of what was not seen; from then on nothing is. */
  void unseen(BiConsumer<ReferralId, Entry> told) {
    stock.table.each(
        (high, low, mark) -> {
          if (!Mark.isSeen(mark)) {
            Entry entry = entry(high, low, mark);
            if (entry.isKnown()) told.accept(new ReferralId(new UUID(high, low)), entry);
          }
          return Mark.unseen(mark);
        });
  }

  /** The event that a line was read from, without what no fold looks at. */
  Recorded<? extends BatonEvent> event(Line line) {
    var packed = new Packed();
    packed.begin(line.packed().length + 8);
    packed.count(line.packed().length);
    packed.raw(line.packed(), 0, line.packed().length);
    var events = new ArrayList<Recorded<? extends BatonEvent>>(1);
    reader.each(packed, line.high(), line.low(), events::add);
    return events.getFirst();
  }

  private Entry entry(long high, long low, long mark) {
    return Mark.isDropped(mark)
        ? new Entry(null, Mark.summary(mark))
        : new Entry(fold(high, low, mark).custody(), Summary.NONE);
  }

  private Folded fold(long high, long low, long mark) {
    if (!Mark.isTape(mark)) throw new IllegalStateException("late ones are not collected yet");
    stock.tapes.read(Mark.place(mark), tape);
    return reader.fold(tape, high, low, policy);
  }
}
