package baton.allocation.reversion;

import baton.allocation.caseload.NcaAssessments;
import baton.allocation.caseload.NcaAssessments.Held;
import baton.allocation.casework.Reversions;
import baton.allocation.casework.model.CaseCommand.WithdrawOffer;
import baton.allocation.casework.model.RevertCustody;
import baton.allocation.platform.AllocationConfig;
import baton.allocation.reversion.GoneTable.Offered;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.RevertReason;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Commands;
import baton.platform.RefusedException;
import baton.platform.roster.RosterLock;
import baton.platform.roster.RosterTable;
import baton.roster.Roster;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reverts page by page, each case in a transaction of its own. Any number of instances may do so at
 * the same time: whoever comes second finds it done. Who has it next is asked while the roster
 * stands still, so it is never somebody who leaves in that moment.
 */
@ApplicationScoped
public class ReversionJob {
  private static final Logger LOG = LoggerFactory.getLogger(ReversionJob.class);
  private static final int PAGE = 200;

  /** Of one person's cases in one round; then it is not the cases. */
  private static final int FAILURES_MAX = 5;

  private final NcaAssessments assessments;
  private final Reversions reversions;
  private final Commands commands;
  private final Attempts attempts;
  private final Transactions transactions;
  private final BusinessClock clock;
  private final Duration absenceMax;

  public ReversionJob(
      NcaAssessments assessments,
      Reversions reversions,
      Commands commands,
      Attempts attempts,
      Transactions transactions,
      BusinessClock clock,
      AllocationConfig config) {
    this.assessments = assessments;
    this.reversions = reversions;
    this.commands = commands;
    this.attempts = attempts;
    this.transactions = transactions;
    this.clock = clock;
    this.absenceMax = config.absenceMax();
  }

  /** Until nobody who is gone has anything, or what is left cannot be done now. */
  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void run() {
    for (Gone gone : due()) {
      Set<OrganisationCode> organisations = worksFor(gone);
      each(
          after -> assessments.heldBy(organisations, gone.person(), after, PAGE),
          Held::referral,
          held -> revert(gone, held));
      each(
          after -> offeredTo(gone, organisations, after),
          Offered::referral,
          offered -> withdraw(gone, offered));
    }
  }

  /** Whether there is nothing to revert now. */
  boolean isDone() {
    return due().isEmpty();
  }

  /** When something may revert next though nothing happens; empty where nobody is away. */
  Optional<Instant> nextDue() {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> GoneTable.on(transactions.connection()).nextDue(now, absenceMax));
  }

  private List<Gone> due() {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () ->
            GoneTable.on(transactions.connection()).missing(now).stream()
                .filter(gone -> because(gone, now).isPresent())
                .toList());
  }

  private Optional<RevertReason> because(Gone gone, Instant now) {
    return table()
        .load(gone.organisation(), gone.person())
        .reverts(gone.organisation(), gone.person(), now, absenceMax);
  }

  private boolean revert(Gone gone, Held held) {
    return still(
        gone,
        because -> {
          Roster roster = table().load(gone.organisation());
          var to = roster.coverOf(held.organisation(), held.team(), gone.person(), clock.instant());
          return reversions.revert(
              new RevertCustody(held.referral(), held.organisation(), gone.person(), because, to));
        });
  }

  private boolean withdraw(Gone gone, Offered offered) {
    return still(
        gone,
        _ ->
            !commands
                .sendAsSystem(
                    new WithdrawOffer(offered.referral(), offered.handOff(), offered.number()))
                .recorded()
                .isEmpty());
  }

  /** In one transaction, while the roster stands still and where the person is gone still. */
  private boolean still(Gone gone, Function<RevertReason, Boolean> work) {
    return attempts.inTransaction(
        () -> {
          RosterLock.shared(gone.organisation(), transactions.connection());
          return because(gone, clock.instant()).map(work).orElse(false);
        });
  }

  /**
   * One that is refused has been taken on by somebody else; for one that fails the others do not
   * wait, unless everything fails.
   */
  private <T> void each(
      Function<ReferralId, List<T>> pages,
      Function<T, ReferralId> referral,
      Function<T, Boolean> work) {
    ReferralId after = null;
    int failures = 0;
    List<T> page;
    do {
      page = pages.apply(after);
      for (T each : page) {
        after = referral.apply(each);
        try {
          work.apply(each);
        } catch (RefusedException refused) {
          LOG.info("{} was left where it is: {}", after, refused.refusal().detail());
        } catch (RuntimeException failed) {
          if (++failures == FAILURES_MAX) throw failed;
          LOG.warn("{} does not revert now and will be tried again", after, failed);
        }
      }
    } while (page.size() == PAGE);
  }

  /** The person's own organisation, and the forces for which it acts as a joint unit. */
  private Set<OrganisationCode> worksFor(Gone gone) {
    return transactions.inTransaction(
        () -> {
          var all = new HashSet<>(table().forcesOf(gone.organisation()));
          all.add(gone.organisation());
          return all;
        });
  }

  private List<Offered> offeredTo(
      Gone gone, Set<OrganisationCode> organisations, ReferralId after) {
    return transactions.inTransaction(
        () ->
            GoneTable.on(transactions.connection())
                .offeredTo(gone.person(), organisations, after, PAGE));
  }

  private RosterTable table() {
    return RosterTable.on(transactions.connection());
  }
}
