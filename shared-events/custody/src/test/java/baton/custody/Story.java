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
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OpenListDifference;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.RevertReason;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.allocation.TieBreakReason;
import baton.contract.allocation.TieBreakerAppointed;
import baton.contract.escalation.ClockName;
import baton.contract.intake.ProgressReported;
import baton.contract.intake.ProgressRequested;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessmentEnd;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.Basis;
import baton.contract.risk.CommsDataRequested;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.HoldReviewed;
import baton.contract.risk.ReferralHeld;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.TriagePrioritySet;
import baton.contract.risk.UrgencyAcknowledged;
import baton.policy.PolicyBook;
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
  static final OrganisationCode TORONTO = new OrganisationCode("toronto-police");
  static final PersonId ASSESSOR = new PersonId("p-7");
  static final PersonId KENT_INSPECTOR = new PersonId("p-1001");
  static final PersonId KENT_OFFICER = new PersonId("p-1002");
  static final TeamId KENT_POLIT = new TeamId("kent-polit");

  private final Map<String, Long> sequences = new HashMap<>();
  private Custody custody = Custody.none(REFERRAL);
  private PolicyBook policy = Defaults.book();
  private Recorded<? extends BatonEvent> last;
  private Instant now = RECEIVED;
  private int events;
  private boolean bySystem;

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

  /** What follows is done by Baton itself. */
  Story bySystem() {
    bySystem = true;
    return this;
  }

  Story byPeople() {
    bySystem = false;
    return this;
  }

  Story after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Story received(boolean urgent, boolean actionable, boolean suspectNamed) {
    return received(urgent, actionable, suspectNamed, null);
  }

  /**
   * @param providerReportedAt null where the provider said nothing of it
   */
  Story received(
      boolean urgent, boolean actionable, boolean suspectNamed, Instant providerReportedAt) {
    return intake(
        new ReferralReceived(
            REFERRAL,
            TORONTO,
            "SPADE-0001",
            "B-1",
            ReferralType.POSSESSION_OR_DISTRIBUTION,
            null,
            actionable,
            urgent,
            suspectNamed,
            false,
            providerReportedAt,
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

  Story declinedForCapacity(int number, OrganisationCode force) {
    return allocation(
        new DisseminationDeclined(REFERRAL, number, force, DeclineReason.NO_CAPACITY, null, null));
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

  /** Brought in by Kent itself, right after its receipt. */
  Story originatedByKent(Instant receivedAt, Grade grade) {
    return intake(
        new ReferralOriginated(
            REFERRAL, KENT, KENT_POLIT, KENT_INSPECTOR, receivedAt, grade, "niche", "K-1", null));
  }

  Story locallyKnown(String system, String reference) {
    return allocation(new LocalReferenceRecorded(REFERRAL, KENT, system, reference));
  }

  Story redirected(int number, OrganisationCode from, OrganisationCode to) {
    return allocation(new DisseminationRedirected(REFERRAL, number, from, to, null));
  }

  Story tieBreakerAppointed(PersonId person) {
    return allocation(
        new TieBreakerAppointed(
            REFERRAL,
            KENT,
            ESSEX,
            TieBreakReason.SECOND_REFUSAL,
            OrganisationCode.NCA,
            person,
            person == null ? "tie-breaker" : null));
  }

  /**
   * @param person null where the post has it
   */
  Story reverted(OrganisationCode organisation, PersonId person, String post) {
    Custodian now = custody().custodian();
    boolean held = now != null && now.person() != null;
    return revertedFrom(held ? now.person() : KENT_OFFICER, organisation, person, post);
  }

  Story revertedFrom(PersonId from, OrganisationCode organisation, PersonId person, String post) {
    return allocation(
        new CustodyReverted(
            REFERRAL, organisation, from, RevertReason.LEFT, organisation, null, person, post));
  }

  Story acceptedOutside(int number, OrganisationCode organisation, Instant acceptedAt) {
    return allocation(
        new OutsideAcceptanceConfirmed(
            REFERRAL, number, organisation, acceptedAt, "EU-1", KENT_OFFICER, KENT_INSPECTOR));
  }

  Story urgencyAcknowledged() {
    return risk(new UrgencyAcknowledged(REFERRAL, OrganisationCode.NCA, ASSESSOR));
  }

  Story held() {
    return risk(new ReferralHeld(REFERRAL, ASSESSOR, KENT_INSPECTOR));
  }

  Story holdReviewed() {
    return risk(new HoldReviewed(REFERRAL, ASSESSOR, null));
  }

  Story holdEnded() {
    return risk(new HoldEnded(REFERRAL, ASSESSOR, null));
  }

  Story commsDataRequested(Instant until) {
    return risk(new CommsDataRequested(REFERRAL, until, ASSESSOR, null));
  }

  Story assessmentConcluded(AssessmentEnd end) {
    return risk(new AssessmentConcluded(REFERRAL, end, null, null, null, ASSESSOR, KENT_INSPECTOR));
  }

  Story reviewed(Instant nextReview) {
    return allocation(
        new SupervisorReviewed(
            REFERRAL, KENT, KENT_INSPECTOR, null, KENT_OFFICER, nextReview, null));
  }

  Story reopened(OrganisationCode organisation, PersonId person, String post) {
    return allocation(
        new CaseReopened(REFERRAL, organisation, null, person, post, KENT_INSPECTOR, null));
  }

  Story progressRequested(int number) {
    return intake(new ProgressRequested(REFERRAL, number, TORONTO, null));
  }

  Story progressReported() {
    return intake(new ProgressReported(REFERRAL, null, KENT, KENT_OFFICER, null));
  }

  Story contentSecured(Instant until) {
    return allocation(new ContentSecured(REFERRAL, KENT, until, KENT_OFFICER, null));
  }

  Story listDiffered(OpenListDifference difference) {
    return allocation(new OpenListDiffered(REFERRAL, KENT, "niche", difference));
  }

  Story listAgreed() {
    return allocation(new OpenListAgreed(REFERRAL, KENT, "niche"));
  }

  Story acted(ActionKind kind, Instant happenedAt) {
    return allocation(new ActionRecorded(REFERRAL, kind, happenedAt, KENT_OFFICER, null));
  }

  Story concluded() {
    return allocation(new CaseConcluded(REFERRAL, Outcome.CHARGED, KENT_OFFICER, KENT_INSPECTOR));
  }

  /** From here on it is read by this policy. */
  Story by(PolicyBook known) {
    policy = known;
    return this;
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
        actor(event),
        OrganisationCode.BATON,
        null,
        null,
        event);
  }

  /** As in real life: agencies send, services react, and all the rest is done by people. */
  private Actor actor(BatonEvent event) {
    if (bySystem) return Actor.system("test");
    return switch (event) {
      case ReferralReceived _, ReferralAmended _, ForceDetermined _, ProgressRequested _ ->
          Actor.agency(TORONTO);
      case AssessmentOpened _, CaseOpened _, ForceNoted _, AcceptanceNoted _ ->
          Actor.system("test");
      default -> Actor.person(KENT_OFFICER);
    };
  }

  Story read(Recorded<? extends BatonEvent> event) {
    last = event;
    custody = Custody.evolve(custody, event, policy);
    return this;
  }
}
