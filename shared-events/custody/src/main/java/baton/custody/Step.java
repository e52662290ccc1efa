package baton.custody;

import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import java.time.Instant;

/**
 * What the rules are made of: the state so far, the event that is being applied and the timescales
 * at that time. Once a referral is concluded nothing is offered, moved or started any more.
 */
record Step(Custody custody, Entry by, Timescales timescales) {
  Step starts(ClockName name) {
    if (custody.holding().concluded() || custody.clocks().running(name) != null) return this;
    Instant due = timescales.due(name, custody.grading().urgency(), by.recordedAt());
    return with(custody.clocks().start(name, by, due, timescales.version()));
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
        .starts(Offers.clockOf(kind));
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
              Instant due = timescales.due(c.name(), urgency, c.started());
              return c.dueAt(due, mayLengthen, timescales.version(), by);
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
    Instant own = timescales.due(GRADE, custody.grading().urgency(), from);
    boolean actionDecides = action != null && (named == null || action.due().isBefore(own));
    return grade.dueAt(actionDecides ? action.due() : own, true, timescales.version(), by);
  }

  private Step step(Custody next) {
    return new Step(next, by, timescales);
  }
}
