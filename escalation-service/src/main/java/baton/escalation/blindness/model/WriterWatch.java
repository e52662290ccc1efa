package baton.escalation.blindness.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;

import baton.contract.escalation.BlindnessDeclared;
import baton.contract.escalation.BlindnessEnded;
import baton.contract.escalation.OversightEvent;
import baton.contract.escalation.ReplaySwept;
import baton.decision.Decision;

/** Whether one writer is heard. {@code Heard <--ended-- / --declared--> Silent}. */
public sealed interface WriterWatch {
  record Heard() implements WriterWatch {}

  record Silent() implements WriterWatch {}

  static WriterWatch evolve(WriterWatch current, OversightEvent event) {
    return switch (event) {
      case BlindnessDeclared _ -> new Silent();
      case BlindnessEnded _ -> new Heard();
      case ReplaySwept _ -> current;
    };
  }

  static Decision decide(WatchCommand command, WriterWatch state) {
    return switch (command) {
      case WatchCommand.DeclareBlindness c when state instanceof Heard ->
          accept(new BlindnessDeclared(c.writer(), c.watermark()));
      case WatchCommand.EndBlindness c when state instanceof Silent ->
          accept(new BlindnessEnded(c.writer(), c.watermark()));
      case WatchCommand.DeclareBlindness _, WatchCommand.EndBlindness _ -> nothingToDo();
    };
  }
}
