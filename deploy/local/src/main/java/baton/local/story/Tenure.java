package baton.local.story;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.EscalationEvent;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Hindsight;
import baton.custody.LogFold;
import baton.policy.file.Defaults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who had a referral from when to when.
 *
 * @param custodian null once it was concluded: nobody needs to have it
 * @param until null where nothing has changed it since
 * @param by wire name of the event that moved it there
 */
public record Tenure(Custodian custodian, Instant from, Instant until, String by) {

  /**
   * By what had happened by a moment: what was entered later counts, and what is left out between
   * two events of a stream holds up none of those behind it.
   *
   * @param story the whole of it, in log order
   */
  public static List<Tenure> inHindsight(
      ReferralId referral, List<Recorded<? extends BatonEvent>> story, Instant upTo) {
    List<Recorded<? extends BatonEvent>> told =
        story.stream().filter(each -> !(each.event() instanceof EscalationEvent)).toList();
    var known = Hindsight.of(referral, told, each -> !each.time().isAfter(upTo), Defaults.book());
    return of(referral, known.numbered());
  }

  /**
   * All of them, one after the other. Deadlines depend on policy, who has it does not: the events
   * of the referral are enough.
   *
   * @param events of one referral, in log order
   */
  public static List<Tenure> of(ReferralId referral, List<Recorded<? extends BatonEvent>> events) {
    var fold = new LogFold(Defaults.book());
    var tenures = new ArrayList<Tenure>();
    for (var event : events) {
      Custody before = fold.states().get(referral);
      fold.apply(event);
      Custody after = fold.states().get(referral);
      if (after != null && moved(before, after)) begin(tenures, after);
    }
    return tenures;
  }

  private static boolean moved(Custody before, Custody after) {
    return after.holding().movedBy() != null
        && (before == null
            || !Objects.equals(before.holding().movedBy(), after.holding().movedBy()));
  }

  private static void begin(List<Tenure> tenures, Custody after) {
    var by = after.holding().movedBy();
    if (!tenures.isEmpty()) {
      Tenure last = tenures.removeLast();
      tenures.add(new Tenure(last.custodian, last.from, by.recordedAt(), last.by));
    }
    tenures.add(new Tenure(after.custodian(), by.recordedAt(), null, by.type()));
  }
}
