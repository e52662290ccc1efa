package baton.custody;

import baton.contract.BatonEvent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.RegisterEvent;
import baton.contract.allocation.Outcome;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationEvent;
import baton.policy.PolicyBook;
import java.time.Instant;

/**
 * Everything that the events say about who has a referral and until when what is due. A pure
 * function of the log: whoever folds the same events gets an equal record.
 *
 * @param particulars what is known of it without opening anything sealed
 * @param holding who has it and what came of it
 * @param grading how soon it must be acted on
 * @param openLists where a force's own list of open cases disagrees
 */
public record Custody(
    ReferralId referral,
    Particulars particulars,
    Holding holding,
    Grading grading,
    Offers offers,
    Clocks clocks,
    OpenLists openLists,
    Reading reading) {

  /** What was stored before a force's open list was compared has no difference. */
  public Custody {
    if (openLists == null) openLists = OpenLists.NONE;
  }

  /**
   * Grows with every change of the rules that may fold the same events to another state: who keeps
   * states folds them anew.
   */
  public static final int EDITION = 2;

  /** Of a referral of which nothing was read yet. */
  public static Custody none(ReferralId referral) {
    return new Custody(
        referral,
        Particulars.NONE,
        Holding.NONE,
        Grading.NONE,
        Offers.NONE,
        Clocks.NONE,
        OpenLists.NONE,
        Reading.NONE);
  }

  /**
   * What one more event makes of it. Total: no order of events makes it throw. Of each stream only
   * the next event is applied, so that a repeat changes nothing.
   *
   * @param policy all that was adopted; what is in force at the event's recorded time counts
   */
  public static Custody evolve(
      Custody current, Recorded<? extends BatonEvent> event, PolicyBook policy) {
    return CustodyFold.evolve(current, event, policy);
  }

  /** Escalations are drawn from the fold and must not feed it; the register has its own. */
  public static boolean isFedBy(BatonEvent event) {
    return !(event instanceof EscalationEvent) && !(event instanceof RegisterEvent);
  }

  /** Something is known of it and it is not concluded: somebody must have it. */
  public boolean open() {
    return reading.first() != null && !holding.concluded();
  }

  /** Two persons hold it at the NCA: nobody can act on it yet, and it is looked at again. */
  public boolean held() {
    return clocks.running(ClockName.HELD_REVIEW) != null;
  }

  public Stage stage() {
    return holding.stage();
  }

  /** Null before the receipt is known and after the conclusion. */
  public Custodian custodian() {
    return holding.custodian();
  }

  /** Null while it is open. */
  public Outcome outcome() {
    return holding.outcome();
  }

  /** When enforcement action was first taken, or null. */
  public Instant actedAt() {
    return holding.actedAt();
  }

  /** Null while it is not known. */
  public OrganisationCode force() {
    return particulars.force();
  }

  /** The priority in force; never null. */
  public Grade priority() {
    return grading.priority();
  }

  /** The risk grade that counts, or null. */
  public Grading.Graded grade() {
    return grading.grade();
  }

  public Instant lastRecordedTime() {
    return reading.lastRecordedTime();
  }

  Custody with(Particulars changed) {
    return new Custody(referral, changed, holding, grading, offers, clocks, openLists, reading);
  }

  Custody with(Holding changed) {
    return new Custody(referral, particulars, changed, grading, offers, clocks, openLists, reading);
  }

  Custody with(Grading changed) {
    return new Custody(referral, particulars, holding, changed, offers, clocks, openLists, reading);
  }

  Custody with(Offers changed) {
    return new Custody(
        referral, particulars, holding, grading, changed, clocks, openLists, reading);
  }

  Custody with(Clocks changed) {
    return new Custody(
        referral, particulars, holding, grading, offers, changed, openLists, reading);
  }

  Custody with(OpenLists changed) {
    return new Custody(referral, particulars, holding, grading, offers, clocks, changed, reading);
  }

  Custody with(Reading changed) {
    return new Custody(referral, particulars, holding, grading, offers, clocks, openLists, changed);
  }
}
