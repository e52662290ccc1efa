package baton.custody;

import baton.contract.Actor;
import baton.contract.BatchId;
import baton.contract.BatonEvent;
import baton.contract.DeclineReason;
import baton.contract.EventId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.Outcome;
import baton.contract.escalation.ClockName;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import baton.policy.file.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One referral's story as a test tells it: what happens is recorded at the story's time, which only
 * {@link #after} moves.
 */
final class Story {
  static final Instant RECEIVED = Instant.parse("2026-11-21T19:09:00Z");
  static final ReferralId REFERRAL = ReferralId.of("0199aa00-0000-7000-8000-000000000001");
  static final OrganisationCode KENT = new OrganisationCode("46");
  static final OrganisationCode ESSEX = new OrganisationCode("42");
  static final PersonId ASSESSOR = new PersonId("p-7");
  static final PersonId KENT_INSPECTOR = new PersonId("p-1001");
  static final PersonId KENT_OFFICER = new PersonId("p-1002");
  static final TeamId KENT_POLIT = new TeamId("kent-polit");

  private final Map<String, Long> sequences = new HashMap<>();
  private Custody custody = Custody.none(REFERRAL);
  private Recorded<? extends BatonEvent> last;
  private Instant now = RECEIVED;
  private int events;

  /** Received, with a force named, a suspect named, nothing urgent about it. */
  static Story ordinary() {
    return new Story().received(false, true, true).forceDetermined(KENT);
  }

  static Story urgent() {
    return new Story().received(true, true, true).forceDetermined(KENT);
  }

  /** Disseminated to Kent at the moment of receipt. */
  static Story disseminatedToKent() {
    return ordinary().disseminated(1, KENT);
  }

  static Story acceptedByKent() {
    return disseminatedToKent().acceptedByForce(1, KENT);
  }

  Custody custody() {
    return custody;
  }

  Recorded<? extends BatonEvent> last() {
    return last;
  }

  EventId lastId() {
    return last.id();
  }

  Instant now() {
    return now;
  }

  /** The newest clock of this name. */
  Clock clock(ClockName name) {
    return custody.clocks().newest(name);
  }

  /** How long after the receipt it is due. */
  Duration due(ClockName name) {
    return Duration.between(RECEIVED, clock(name).due());
  }

  List<ClockName> running() {
    return custody.clocks().running().stream().map(Clock::name).toList();
  }

  Story after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Story received(boolean urgent, boolean actionable, boolean suspectNamed) {
    return intake(
        new ReferralReceived(
            REFERRAL,
            new OrganisationCode("toronto-police"),
            "SPADE-0001",
            "B-1",
            ReferralType.POSSESSION_OR_DISTRIBUTION,
            null,
            actionable,
            urgent,
            suspectNamed,
            false,
            null,
            BatchId.of("0199aa00-0000-7000-8000-0000000000ba"),
            "00",
            null));
  }

  Story amended(boolean urgent, boolean actionable, boolean suspectNamed) {
    return intake(
        new ReferralAmended(
            REFERRAL,
            "B-2",
            2,
            ReferralType.POSSESSION_OR_DISTRIBUTION,
            null,
            actionable,
            urgent,
            suspectNamed,
            false,
            null,
            "01",
            "00",
            null));
  }

  Story forceDetermined(OrganisationCode force) {
    return intake(
        new ForceDetermined(REFERRAL, custody.force(), force, Basis.NAMED_BY_SENDER, null));
  }

  Story assessmentOpened() {
    return risk(new AssessmentOpened(REFERRAL));
  }

  Story acceptanceNoted() {
    return risk(new AcceptanceNoted(REFERRAL, 1, KENT));
  }

  Story assessorAssigned(int number) {
    return risk(new AssessorAssigned(REFERRAL, number, ASSESSOR, null));
  }

  Story assessmentAccepted(int number) {
    return risk(new AssessmentAccepted(REFERRAL, number, ASSESSOR, OrganisationCode.NCA, null));
  }

  Story assessmentDeclined(int number) {
    return risk(
        new AssessmentDeclined(REFERRAL, number, ASSESSOR, DeclineReason.NO_CAPACITY, null));
  }

  Story triaged(Grade priority) {
    return risk(new TriagePrioritySet(REFERRAL, custody.grading().triage(), priority, null));
  }

  Story graded(Grade grade) {
    return risk(
        new RiskAssessed(REFERRAL, null, grade, "KIRAT", "2", List.of(1), KENT_OFFICER, null));
  }

  Story caseOpened() {
    return allocation(new CaseOpened(REFERRAL));
  }

  Story forceNoted() {
    return allocation(new ForceNoted(REFERRAL, KENT));
  }

  Story disseminated(int number, OrganisationCode force) {
    return allocation(
        new CaseDisseminated(
            REFERRAL, number, OrganisationCode.NCA, force, "SPADE-0001", false, null));
  }

  Story acceptedByForce(int number, OrganisationCode force) {
    return allocation(
        new DisseminationAccepted(REFERRAL, number, force, KENT_POLIT, KENT_INSPECTOR));
  }

  Story declinedByForce(int number, OrganisationCode force) {
    return allocation(
        new DisseminationDeclined(REFERRAL, number, force, DeclineReason.NOT_OURS, null, null));
  }

  Story withdrawn(HandOff kind, int number) {
    return allocation(new HandOffWithdrawn(REFERRAL, kind, number, null));
  }

  Story allocated(int number) {
    return allocation(new CaseAllocated(REFERRAL, number, KENT_OFFICER, KENT_POLIT));
  }

  Story acceptedByOfficer(int number) {
    return allocation(new AllocationAccepted(REFERRAL, number, KENT, KENT_POLIT, KENT_OFFICER));
  }

  Story declinedByOfficer(int number) {
    return allocation(
        new AllocationDeclined(REFERRAL, number, KENT_OFFICER, DeclineReason.ABSENT, null));
  }

  Story acted(ActionKind kind, Instant happenedAt) {
    return allocation(new ActionRecorded(REFERRAL, kind, happenedAt, KENT_OFFICER, null));
  }

  Story concluded() {
    return allocation(new CaseConcluded(REFERRAL, Outcome.CHARGED, KENT_OFFICER, KENT_INSPECTOR));
  }

  Story intake(BatonEvent event) {
    return recorded("/intake-service", event);
  }

  Story risk(BatonEvent event) {
    return recorded("/risk-service", event);
  }

  Story allocation(BatonEvent event) {
    return recorded("/allocation-service", event);
  }

  Story recorded(String source, BatonEvent event) {
    long sequence = sequences.merge(source, 1L, Long::sum) - 1;
    return read(at(source, sequence, event));
  }

  /** As it would stand on the log, not read yet. */
  Recorded<BatonEvent> at(String source, long sequence, BatonEvent event) {
    var id = new EventId(new UUID(0x0199aa0000007000L, 0x8000000000000000L + ++events));
    return new Recorded<>(
        id,
        source,
        REFERRAL.toString(),
        REFERRAL,
        sequence,
        now,
        now,
        Actor.system("test"),
        OrganisationCode.BATON,
        null,
        null,
        event);
  }

  Story read(Recorded<? extends BatonEvent> event) {
    last = event;
    custody = Custody.evolve(custody, event, Defaults.book());
    return this;
  }
}
