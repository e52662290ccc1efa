package baton.escalation.clockkeeper;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.alarms.AlarmTable;
import baton.escalation.clockkeeper.model.Judgement;
import baton.escalation.escalations.Raised;
import baton.escalation.escalations.model.Standing;
import baton.journal.clock.BusinessClock;
import baton.platform.Commands;
import baton.platform.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges referrals within a transaction and its root unit of work: what there is to say becomes
 * commands, what is left to judge becomes rows.
 */
@ApplicationScoped
public class Referee {
  private final Commands commands;
  private final Horizons horizons;
  private final BusinessClock clock;
  private final ReadOnly readOnly;

  public Referee(Commands commands, Horizons horizons, BusinessClock clock, ReadOnly readOnly) {
    this.commands = commands;
    this.horizons = horizons;
    this.clock = clock;
    this.readOnly = readOnly;
  }

  /** To be held while referrals of these partitions are changed and judged. */
  public void lock(Collection<Integer> partitions, Connection tx) {
    AlarmTable.on(tx).lockToJudge();
    JudgementTable.on(tx).lock(partitions);
  }

  /**
   * @param states the referrals to judge, as they are now
   * @param partitions where the log has each of them
   */
  public void judge(
      Map<ReferralId, Custody> states, Map<ReferralId, Integer> partitions, Connection tx) {
    // The original has judged it, or will.
    if (states.isEmpty() || readOnly.holds()) return;
    Map<ReferralId, List<Standing>> raised = Raised.of(states.keySet(), tx);
    Instant now = clock.instant();
    var judgements = new LinkedHashMap<ReferralId, Judgement>();
    states.forEach(
        (referral, custody) ->
            judgements.put(
                referral,
                Judgement.of(
                    custody,
                    horizons.of(partitions.get(referral)),
                    now,
                    raised.getOrDefault(referral, List.of()))));
    for (Judgement judgement : judgements.values())
      judgement.commands().forEach(commands::sendAsSystem);
    JudgementTable.on(tx).keep(judgements, partitions);
  }
}
