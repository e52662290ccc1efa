package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes the events of one form of what stands in their slots, without writing a document and
 * parsing it. It is believed if it makes of the first document's slots what the general way reads
 * there. Belongs to one thread.
 */
final class EventMaker {
  private final Slot[] slots;

  /** Of each slot the type of its value; null where it is passed over. */
  private final Class<?>[] types;

  private final List<Function<UUID, Object>> ids = new ArrayList<>();
  private final WordValues[] words;
  private final MakingPlan plan;

  private EventMaker(MakingPlan plan, Slot[] slots, WordValues.All values) {
    this.plan = plan;
    this.slots = slots;
    this.types = plan.types();
    this.words = new WordValues[slots.length];
    for (int i = 0; i < slots.length; i++) {
      ids.add(types[i] == null ? null : MakingPlan.OF_UUID.get(types[i]));
      if (types[i] != null && slots[i].proven != null)
        words[i] = values.of(types[i], slots[i].kind == Slot.Kind.TEXT);
    }
  }

  /**
   * @param example what the general way read from an unpacked document of this form
   * @param packed of the same document
   * @return null where it is not understood how the slots become the event
   */
  static EventMaker of(
      Form form, Recorded<? extends BatonEvent> example, Packed packed, WordValues.All values) {
    try {
      MakingPlan plan = MakingPlan.of(form, example);
      var maker = new EventMaker(plan, form.slots(), values);
      var in = new Packed.Reader(packed.bytes, 0, packed.size);
      in.count();
      return maker.make(in, Self.of(example.referral())).equals(example) ? maker : null;
    } catch (RuntimeException notUnderstood) {
      return null;
    }
  }

  /** The referral that a tape is of, and its id as text. */
  record Self(ReferralId id, String text) {
    static Self of(ReferralId id) {
      return new Self(id, id.toString());
    }
  }

  /**
   * @param in stands behind the form's number
   * @throws RuntimeException if no event can be made of these slots
   */
  Recorded<? extends BatonEvent> make(Packed.Reader in, Self self) {
    var values = new Object[slots.length];
    long lastTime = 0;
    for (int i = 0; i < slots.length; i++) {
      Slot slot = slots[i];
      switch (slot.kind) {
        case UUID -> {
          long first = in.fixed();
          if (lastTime == 0) lastTime = Times.ofId(first);
          values[i] = id(ids.get(i), new UUID(first, in.fixed()));
        }
        case SELF -> values[i] = self(types[i], slot.place, self);
        case TIME -> {
          lastTime += in.difference();
          values[i] = time(types[i], lastTime, slot.detail);
        }
        case COUNT -> values[i] = in.count();
        case TEXT, SCALAR -> values[i] = word(words[i], in);
        case SKIPPED -> {}
      }
    }
    return plan.event(values, self.id());
  }

  private static Object id(Function<UUID, Object> maker, UUID id) {
    return maker == null ? null : maker.apply(id);
  }

  private static Object self(Class<?> type, Slot.Place place, Self self) {
    if (type == ReferralId.class) return self.id();
    return place.prefix() + self.text() + place.suffix();
  }

  private static Object time(Class<?> type, long micros, int digits) {
    return type == Instant.class ? Times.instant(micros) : Times.text(micros, digits);
  }

  private static Object word(WordValues words, Packed.Reader in) {
    long value = in.count();
    int number = (int) (value >>> 1);
    if ((value & 1) == 0) return words == null ? null : words.of(number);
    in.at += number;
    return words == null
        ? null
        : words.of(new String(in.bytes, in.at - number, number, StandardCharsets.ISO_8859_1));
  }
}
