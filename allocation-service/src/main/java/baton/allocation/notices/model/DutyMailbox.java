package baton.allocation.notices.model;

import baton.contract.OrganisationCode;
import baton.contract.allocation.DutyMailDelivered;
import baton.contract.allocation.DutyMailEvent;
import baton.contract.allocation.DutyMailGivenUp;
import baton.decision.Command;
import baton.decision.Decision;
import java.time.Instant;

/** What is on the register of a force's duty mailbox: nothing, as long as it takes its mail. */
public enum DutyMailbox {
  REACHED,
  GIVEN_UP;

  /** What was seen of it. */
  public sealed interface Seen extends Command {
    OrganisationCode force();

    @Override
    default String stream() {
      return DutyMailbox.stream(force());
    }
  }

  /**
   * @param mails that nobody took for too long, 1 or more
   */
  public record GiveUp(OrganisationCode force, int mails, Instant oldestMadeAt, String failure)
      implements Seen {}

  public record Deliver(OrganisationCode force) implements Seen {}

  public static String stream(OrganisationCode force) {
    return "duty-mailbox-" + force;
  }

  /** Each mail that is given up is told; that mail comes through only where it had not. */
  public Decision decide(Seen seen) {
    return switch (seen) {
      case GiveUp c ->
          Decision.accept(new DutyMailGivenUp(c.force(), c.mails(), c.oldestMadeAt(), c.failure()));
      case Deliver c when this == GIVEN_UP -> Decision.accept(new DutyMailDelivered(c.force()));
      case Deliver _ -> Decision.nothingToDo();
    };
  }

  public static DutyMailbox after(DutyMailEvent event) {
    return switch (event) {
      case DutyMailGivenUp _ -> GIVEN_UP;
      case DutyMailDelivered _ -> REACHED;
    };
  }
}
