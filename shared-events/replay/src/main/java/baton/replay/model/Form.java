package baton.replay.model;

import java.util.List;

/**
 * What events of one shape have in common: the fixed bytes of their canonical document, and the
 * slots between them. A document of this form is packed ({@link Packing}) to what stands in its
 * slots, a tenth of its length; {@link Unpacking} and {@link EventMaker} turn that back. Belongs to
 * one thread.
 */
final class Form {
  /** What an event is to the ledger. */
  enum Use {
    FOLDED,
    /** Feeds the fold and may end a referral's case. */
    ENDING,
    /** Never feeds the fold. */
    IGNORED
  }

  final int number;
  final Use use;

  /** The wire name of its events. */
  final String type;

  final Words words;
  final byte[] after;
  final Packing packing;
  private final Slot[] slots;
  private final int recordedSlot;
  private final long stream;
  private EventMaker maker;

  Form(
      int number,
      Use use,
      String type,
      List<Slot> slots,
      byte[] after,
      int recordedSlot,
      long stream,
      Words words) {
    this.number = number;
    this.use = use;
    this.type = type;
    this.slots = slots.toArray(Slot[]::new);
    this.after = after;
    this.recordedSlot = recordedSlot;
    this.stream = stream;
    this.words = words;
    this.packing = new Packing(number, slots, this.after, recordedSlot, words);
  }

  Slot[] slots() {
    return slots;
  }

  int recordedSlot() {
    return recordedSlot;
  }

  /** Which of its referral's streams events of this form belong to; 0 where that is not fixed. */
  long stream() {
    return stream;
  }

  /** Null where its events are made by parsing a document. */
  EventMaker maker() {
    return maker;
  }

  void maker(EventMaker made) {
    maker = made;
  }
}
