package baton.custody;

import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import baton.policy.Deadline;
import baton.policy.PolicyBook;
import baton.policy.Urgency;
import java.time.Instant;

/**
 * What the rules are made of: the state so far, the event that is being applied and the policy
 * known. Once a referral is concluded nothing is offered, moved or started any more.
 */
record Step(Custody custody, Entry by, PolicyBook policy) {
  /** By the timescales of whoever has to act: see {@link Whose}. */
  Step starts(ClockName name) {
    return starts(name, Whose.timescales(name, custody));
  }

  /**
   * @param whose the organisation that has to act, where the state does not say so yet
   */
  Step starts(ClockName name, OrganisationCode whose) {
    if (custody.holding().concluded() || custody.clocks().running(name) != null) return this;
    Urgency urgency = custody.grading().urgency();
    Deadline due = policy.due(name, urgency, whose, by.recordedAt(), by.recordedAt());
    return with(custody.clocks().start(name, by, due));
  }

  Step meets(ClockName name) {
    return meets(name, by.recordedAt());
  }

  Step meets(ClockName name, Instant happened) {
    return with(custody.clocks().met(name, happened, by));
  }

  Step stops(ClockName name) {
    return with(custody.clocks().stopped(name, by));
  }

  Step holds(Stage stage, Custodian custodian) {
    if (custody.holding().concluded()) return this;
    return with(custody.holding().to(stage, custodian, by));
  }

  /** Custody stays. Where no clock of this hand-off runs, the offer starts one of its own. */
  Step offers(HandOff kind, int number, OrganisationCode organisation, PersonId person) {
    if (custody.holding().concluded()) return this;
    Offer replaced = custody.offers().waiting(kind);
    Step free = replaced == null ? this : with(custody.clocks().stoppedWith(replaced, by));
    return free.with(custody.offers().offered(kind, number, organisation, person, by))
        .starts(Offers.clockOf(kind), organisation);
  }

  Step accepts(HandOff kind, int number, OrganisationCode organisation, PersonId person) {
    return with(custody.offers().accepted(kind, number, organisation, person, by))
        .meets(Offers.clockOf(kind));
  }

  Step declined(HandOff kind, int number) {
    return closes(kind, number, Offer.State.DECLINED);
  }

  Step withdrawn(HandOff kind, int number) {
    return closes(kind, number, Offer.State.WITHDRAWN);
  }

  Step lapses(HandOff kind) {
    return with(custody.offers().lapsed(kind, by));
  }

  /** By order: nothing else moves a deadline because a table changed (R8). */
  Step recalculated(OrganisationCode whose, String version) {
    Urgency urgency = custody.grading().urgency();
    Instant now = by.recordedAt();
    return with(
        custody
            .clocks()
            .each(
                c ->
                    c.running() && c.policyOf().equals(whose)
                        ? policy
                            .recalculated(c.name(), urgency, whose, version, c.started(), now)
                            .map(due -> c.recalculated(due, by))
                            .orElse(c)
                        : c));
  }

  /** Dues follow the priority in force, the grade clock follows the action clock, offers follow. */
  Custody settledAfter(Custody before) {
    Grading was = before.grading();
    Grading is = custody.grading();
    Clocks regraded = was.equals(is) ? custody.clocks() : regraded(is.mayLengthenAfter(was));
    Clocks clocks = regraded.each(c -> c.name() == GRADE ? gradeFollows(c, regraded) : c);
    return custody.with(clocks).with(custody.offers().following(clocks));
  }

  Step with(Particulars changed) {
    return step(custody.with(changed));
  }

  Step with(Holding changed) {
    return step(custody.with(changed));
  }

  Step with(Grading changed) {
    return step(custody.with(changed));
  }

  Step with(Offers changed) {
    return step(custody.with(changed));
  }

  Step with(Clocks changed) {
    return step(custody.with(changed));
  }

  Step with(Reading changed) {
    return step(custody.with(changed));
  }

  private Step closes(HandOff kind, int number, Offer.State state) {
    Offer open = custody.offers().open(kind, number);
    if (open == null) return this;
    Step closed =
        with(custody.offers().closed(kind, number, state, by))
            .with(custody.clocks().stoppedWith(open, by));
    return custody.stage() == Stage.DISSEMINATED && kind == HandOff.FORCE
        ? closed.backWithSender()
        : closed;
  }

  /** Nobody at a force has it: the time to find one runs again, with the same limit. */
  private Step backWithSender() {
    Custodian sender = custody.custodian();
    boolean assessed = sender != null && sender.person() != null;
    Step back = with(custody.holding().at(assessed ? Stage.IN_ASSESSMENT : Stage.RECEIVED));
    return custody.particulars().actionable() ? back.starts(DISSEMINATE) : back;
  }

  private Clocks regraded(boolean mayLengthen) {
    Urgency urgency = custody.grading().urgency();
    return custody
        .clocks()
        .each(
            c -> {
              if (!c.running() || c.name() == GRADE) return c;
              Deadline due = policy.again(c.name(), urgency, c.terms(), c.started());
              return c.dueAt(due.at(), mayLengthen, by);
            });
  }

  /**
   * From the force's acceptance or the suspect being named, the later; never later than the action
   * clock, which is all there is while no suspect is named.
   */
  private Clock gradeFollows(Clock grade, Clocks clocks) {
    if (!grade.running()) return grade;
    Clock action = clocks.newest(ENFORCEMENT_ACTION);
    Instant named = custody.particulars().suspectNamedAt();
    Instant from = named != null && named.isAfter(grade.started()) ? named : grade.started();
    Urgency urgency = custody.grading().urgency();
    Instant own = policy.again(GRADE, urgency, grade.terms(), from).at();
    boolean actionDecides = action != null && (named == null || action.due().isBefore(own));
    return grade.dueAt(actionDecides ? action.due() : own, true, by);
  }

  private Step step(Custody next) {
    return new Step(next, by, policy);
  }
}
