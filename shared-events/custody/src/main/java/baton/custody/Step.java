package baton.custody;

import static baton.contract.escalation.ClockName.DISSEMINATE;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import baton.policy.Deadline;
import baton.policy.PolicyBook;
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
    return startsAt(name, whose, by.recordedAt());
  }

  /**
   * @param from the moment from which its limit counts, which may lie long before the event
   */
  Step startsAt(ClockName name, Instant from) {
    return startsAt(name, Whose.timescales(name, custody), from);
  }

  Step startsAt(ClockName name, OrganisationCode whose, Instant from) {
    if (custody.holding().concluded() || custody.clocks().running(name) != null) return this;
    return with(custody.clocks().start(name, by, from, due(name, whose, from)));
  }

  /**
   * What a clock that asks again and again waited for was done: its limit counts anew from then. In
   * time, it is the same clock with a later limit; after its limit it was met late, which stays
   * visible, and another one starts. What was done so long ago that the new limit is over as well
   * changes nothing: to enter an old act is no answer.
   */
  Step restarts(ClockName name, Instant happened) {
    Clock running = custody.clocks().running(name);
    if (running == null) return this;
    Instant from = happened.isAfter(by.recordedAt()) ? by.recordedAt() : happened;
    boolean answers = from.isAfter(running.started()) && !due(name, from).isBefore(by.recordedAt());
    if (!answers) return this;
    return running.overAt(by) ? meets(name, from).startsAt(name, from) : counts(name, from);
  }

  Step restarts(ClockName name) {
    return restarts(name, by.recordedAt());
  }

  /** The limit of a clock that runs counts from another moment. */
  Step counts(ClockName name, Instant from) {
    Deadline due = due(name, Whose.timescales(name, custody), from);
    return with(custody.clocks().change(name, c -> c.from(from, due, by)));
  }

  /** The event itself says until when; a limit that is over gets no more time. */
  Step dueAt(ClockName name, Instant due) {
    Instant known = due.isBefore(by.recordedAt()) ? by.recordedAt() : due;
    return with(custody.clocks().change(name, c -> c.dueAt(known, true, by)));
  }

  /** When a limit that counts from then would be over. */
  Instant due(ClockName name, Instant from) {
    return due(name, Whose.timescales(name, custody), from).at();
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

  /**
   * @param happened when it was accepted; custody moves when that was recorded
   */
  Step accepts(
      HandOff kind, int number, OrganisationCode organisation, PersonId person, Instant happened) {
    return with(custody.offers().accepted(kind, number, organisation, person, by))
        .meets(Offers.clockOf(kind), happened);
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

  /** A person did something with it. */
  Step takenUp() {
    return with(custody.holding().takenUp(by));
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

  Step with(OpenLists changed) {
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
    return kind == HandOff.FORCE ? closed.backWithSender() : closed;
  }

  /** No other force has it: where it must find one, the time for that runs again. */
  private Step backWithSender() {
    if (custody.stage() != Stage.DISSEMINATED)
      return custody.holding().withTieBreaker() ? starts(DISSEMINATE) : this;
    Custodian sender = custody.custodian();
    boolean assessed = sender != null && sender.person() != null;
    Step back = with(custody.holding().at(assessed ? Stage.IN_ASSESSMENT : Stage.RECEIVED));
    return custody.particulars().actionable() && !custody.held() ? back.starts(DISSEMINATE) : back;
  }

  /** By what is in force as the event is recorded, from whenever it counts. */
  private Deadline due(ClockName name, OrganisationCode whose, Instant from) {
    return policy.due(name, custody.grading().urgency(), whose, from, by.recordedAt());
  }

  private Step step(Custody next) {
    return new Step(next, by, policy);
  }
}
