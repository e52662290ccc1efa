package baton.escalation.custody;

import baton.contract.escalation.ClockName;
import baton.custody.Clock;
import baton.custody.Custody;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code state=} can ask for; each as a rule over the fold and as a condition on the board.
 */
enum CustodyState {
  OPEN("open", "true") {
    @Override
    boolean ofOpen(Custody custody, Instant known) {
      return true;
    }
  },
  WAITING_ACCEPTANCE("waitingAcceptance", "waiting_acceptance") {
    @Override
    boolean ofOpen(Custody custody, Instant known) {
      return !custody.offers().waiting().isEmpty();
    }
  },
  WITHOUT_PERSON("withoutPerson", "without_person") {
    @Override
    boolean ofOpen(Custody custody, Instant known) {
      return custody.custodian() == null || custody.custodian().withoutPerson();
    }
  },
  OVERDUE("overdue", "next_due < :known") {
    @Override
    boolean ofOpen(Custody custody, Instant known) {
      return custody.clocks().all().stream().anyMatch(c -> c.at(known) == Clock.State.EXPIRED)
          || custody.offers().waiting().stream().anyMatch(offer -> offer.overdue(known));
    }
  },
  DORMANT("dormant", "dormant_due < :known") {
    @Override
    boolean ofOpen(Custody custody, Instant known) {
      Clock casework = custody.clocks().running(ClockName.DORMANT);
      return casework != null && casework.at(known) == Clock.State.EXPIRED;
    }
  },
  UNOWNED("unowned", "custodian_organisation is null") {
    @Override
    boolean ofOpen(Custody custody, Instant known) {
      return custody.custodian() == null;
    }
  };

  private final String wireName;
  private final String condition;

  CustodyState(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  static Optional<CustodyState> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }

  String wireName() {
    return wireName;
  }

  /** Over the columns of {@code custody_board}; {@code :known} is how far limits are judged. */
  String condition() {
    return "(not concluded and " + condition + ")";
  }

  boolean holds(Custody custody, Instant known) {
    return custody.open() && ofOpen(custody, known);
  }

  abstract boolean ofOpen(Custody custody, Instant known);
}
