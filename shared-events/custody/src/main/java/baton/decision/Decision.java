package baton.decision;

import baton.contract.BatonEvent;
import java.util.List;

/** What became of a command: facts, nothing because it is so already, or a reason why not. */
public sealed interface Decision {
  /** These events are to be recorded, in this order. */
  record Accepted(List<? extends BatonEvent> events) implements Decision {
    public Accepted {
      if (events.isEmpty()) throw new IllegalArgumentException("nothing to record: NothingToDo");
      events = List.copyOf(events);
    }
  }

  /** It is already as the command wants it: a repeat, not an error. */
  record NothingToDo() implements Decision {}

  record Refused(Refusal refusal) implements Decision {}

  static Decision accept(BatonEvent... events) {
    return new Accepted(List.of(events));
  }

  static Decision nothingToDo() {
    return new NothingToDo();
  }

  static Decision refuse(Refusal refusal) {
    return new Refused(refusal);
  }
}
