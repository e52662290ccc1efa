package baton.platform.board;

import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import baton.custody.Clock;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Offer;
import baton.custody.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The columns of the board that are drawn from the fold's state to be queried. */
final class BoardRow {

  private BoardRow() {}

  /** Column to value, always in the same order. */
  static Map<String, Object> columns(Custody custody) {
    var row = new LinkedHashMap<String, Object>();
    row.put("stage", custody.stage());
    custodian(row, custody.custodian());
    var known = custody.particulars();
    row.put("agency", known.agency());
    row.put("reference", known.reference());
    row.put("batch", known.batch() == null ? null : known.batch().value());
    row.put("force", custody.force());
    row.put("priority", custody.priority());
    row.put("grade", custody.grade() == null ? null : custody.grade().value());
    row.put("urgent", custody.grading().urgent());
    row.put("received_at", known.receivedAt());
    row.put("next_due", nextDue(custody));
    row.put("dormant_due", dormantDue(custody));
    row.put("triaged", custody.grading().urgent() || custody.grading().triage() != null);
    row.put("disseminated", offered(custody, HandOff.FORCE));
    row.put("accepted", offered(custody, HandOff.FORCE, Offer.State.ACCEPTED));
    row.put("graded", custody.grade() != null);
    row.put("allocated", offered(custody, HandOff.OFFICER, Offer.State.ACCEPTED));
    row.put("acted", custody.actedAt() != null);
    row.put("concluded", custody.stage() == Stage.CONCLUDED);
    row.put("waiting_acceptance", custody.open() && !custody.offers().waiting().isEmpty());
    row.put("without_person", custody.open() && withoutPerson(custody.custodian()));
    return row;
  }

  private static void custodian(Map<String, Object> row, Custodian custodian) {
    boolean none = custodian == null;
    row.put("custodian_organisation", none ? null : custodian.organisation());
    row.put("custodian_team", none ? null : custodian.team());
    row.put("custodian_person", none ? null : custodian.person());
    row.put("custodian_post", none ? null : custodian.post());
    row.put("custodian_since", none ? null : custodian.since());
  }

  private static boolean withoutPerson(Custodian custodian) {
    return custodian == null || custodian.withoutPerson();
  }

  private static Instant dormantDue(Custody custody) {
    Clock casework = custody.clocks().running(ClockName.DORMANT);
    return casework == null ? null : casework.due();
  }

  /** The earliest limit that still runs, one that has passed included. */
  private static Instant nextDue(Custody custody) {
    if (!custody.open()) return null;
    return Stream.concat(
            custody.clocks().running().stream().map(Clock::due),
            custody.offers().waiting().stream().map(Offer::due))
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static boolean offered(Custody custody, HandOff kind, Offer.State... states) {
    return custody.offers().all().stream()
        .filter(offer -> offer.kind() == kind)
        .anyMatch(offer -> states.length == 0 || Arrays.asList(states).contains(offer.state()));
  }
}
