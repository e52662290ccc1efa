package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.LogFold;
import baton.policy.PolicyBook;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/** Turns a tape back into events and folds them by the one fold that there is. */
final class TapeReader {
  private final Forms forms;
  private final EventReader reader;

  TapeReader(Forms forms, EventReader reader) {
    this.forms = forms;
    this.reader = reader;
  }

  Folded fold(Packed tape, long high, long low, PolicyBook policy) {
    var fold = new LogFold(policy);
    int unreadable = each(tape, high, low, fold::apply);
    var referral = new ReferralId(new UUID(high, low));
    return new Folded(fold.states().get(referral), fold.waits(), unreadable);
  }

  /**
   * Tells of each event, oldest first.
   *
   * @return how many could not be read
   */
  int each(Packed tape, long high, long low, Consumer<Recorded<? extends BatonEvent>> told) {
    var in = new Packed.Reader(tape.bytes, 0, tape.size);
    var self = EventMaker.Self.of(new ReferralId(new UUID(high, low)));
    int unreadable = 0;
    while (in.at < in.end) {
      int length = (int) in.count();
      int end = in.at + length;
      Recorded<? extends BatonEvent> event;
      try {
        event = event(in, end, self);
      } catch (RuntimeException provoked) {
        // Each of its words was read before, but never these together.
        unreadable++;
        in.at = end;
        continue;
      }
      in.at = end;
      told.accept(event);
    }
    return unreadable;
  }

  private Recorded<? extends BatonEvent> event(Packed.Reader in, int end, EventMaker.Self self) {
    int number = (int) in.count();
    if (number == Forms.WHOLE) return reader.read(Arrays.copyOfRange(in.bytes, in.at, end), null);
    Form form = forms.form(number);
    if (form.maker() != null) return form.maker().make(in, self);
    UUID id = self.id().value();
    long high = id.getMostSignificantBits();
    return reader.read(Unpacking.document(form, in, high, id.getLeastSignificantBits()), null);
  }
}
