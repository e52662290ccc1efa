package baton.contract;

import baton.contract.allocation.*;
import baton.contract.escalation.*;
import baton.contract.intake.*;
import baton.contract.journal.*;
import baton.contract.risk.*;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One example of every event, with every optional field filled. The approved files beside it say
 * the same by hand.
 */
final class Samples {
  private static final ReferralId REFERRAL = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");
  private static final BatchId BATCH = BatchId.of("0199bbbb-0000-7000-8000-000000000002");
  private static final EscalationId ESCALATION =
      EscalationId.of("3f2a4d5e-0000-5000-8000-000000000003");
  private static final EventId CAUSE = EventId.of("0199cccc-0000-7000-8000-000000000004");
  private static final EventId EFFECT = EventId.of("0199cccc-0000-7000-8000-000000000005");
  private static final OrganisationCode TORONTO = OrganisationCode.of("toronto-police");
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final OrganisationCode SURREY = OrganisationCode.of("45");
  private static final OrganisationCode SUSSEX = OrganisationCode.of("47");
  private static final OrganisationCode PSNI = OrganisationCode.of("psni");
  private static final PersonId ASSESSOR = PersonId.of("p-1001");
  private static final PersonId SERGEANT = PersonId.of("p-4601");
  private static final PersonId OFFICER = PersonId.of("p-4602");
  private static final PersonId DEPUTY = PersonId.of("p-4603");
  private static final TeamId BUREAU = TeamId.of("nca-bureau");
  private static final TeamId TEAM = TeamId.of("kent-polit");
  private static final Instant AT = Instant.parse("2026-11-21T19:09:00.123456Z");

  private Samples() {}

  static List<BatonEvent> all() {
    return List.of(
        new ReferralReceived(
            REFERRAL,
            TORONTO,
            "SPADE-0001",
            "B-0199-0001",
            ReferralType.POSSESSION_OR_DISTRIBUTION,
            KENT,
            true,
            false,
            true,
            true,
            Instant.parse("2012-07-04T13:00:00Z"),
            BATCH,
            "9f86d081",
            box()),
        new ReceiptRepeated(REFERRAL, "B-0199-0002", BATCH),
        new ReferralAmended(
            REFERRAL,
            "B-0199-0003",
            2,
            ReferralType.ENTICEMENT,
            PSNI,
            false,
            true,
            false,
            false,
            BATCH,
            "60303ae2",
            "9f86d081",
            box()),
        new BatchOpened(BATCH, "Operation Spade", TORONTO),
        new BatchReceived(BATCH, TORONTO, 2345, 2338, 1, 1, 5),
        new AssessmentOpened(REFERRAL),
        new AssessorAssigned(REFERRAL, 1, ASSESSOR, BUREAU),
        new AssessmentAccepted(REFERRAL, 1, ASSESSOR, OrganisationCode.NCA, BUREAU),
        new AssessmentDeclined(REFERRAL, 1, ASSESSOR, DeclineReason.NO_CAPACITY, box()),
        new TriagePrioritySet(REFERRAL, Grade.LOW, Grade.VERY_HIGH, box()),
        new ForceDetermined(REFERRAL, SURREY, KENT, Basis.ASSESSED, box()),
        new RiskAssessed(
            REFERRAL, Grade.LOW, Grade.HIGH, "KIRAT", "3", List.of(1, 2, 4), ASSESSOR, box()),
        new AcceptanceNoted(REFERRAL, 1, KENT),
        new CaseOpened(REFERRAL),
        new ForceNoted(REFERRAL, KENT),
        new CaseDisseminated(REFERRAL, 1, OrganisationCode.NCA, KENT, "SPADE-0001", false, box()),
        new DisseminationAccepted(REFERRAL, 1, KENT, TEAM, SERGEANT),
        new DisseminationDeclined(REFERRAL, 1, KENT, DeclineReason.NOT_OURS, SUSSEX, box()),
        new HandOffWithdrawn(REFERRAL, HandOff.FORCE, 1, box()),
        new CaseAllocated(REFERRAL, 1, OFFICER, TEAM),
        new AllocationAccepted(REFERRAL, 1, KENT, TEAM, OFFICER),
        new AllocationDeclined(REFERRAL, 1, OFFICER, DeclineReason.CONFLICT_OF_INTEREST, box()),
        new ActionRecorded(REFERRAL, ActionKind.WARRANT_EXECUTED, AT, OFFICER, box()),
        new OutcomeProposed(REFERRAL, Outcome.CHARGED, OFFICER, box()),
        new CaseConcluded(REFERRAL, Outcome.CHARGED, OFFICER, SERGEANT),
        new TeamFormed(KENT, TEAM, "Online investigation team", SERGEANT, DEPUTY),
        new SupervisorChanged(KENT, TEAM, SERGEANT, DEPUTY, DEPUTY, PersonId.of("p-4604")),
        new OfficerJoined(KENT, OFFICER, TEAM, Rank.CONSTABLE),
        new OfficerMoved(KENT, OFFICER, TEAM, TeamId.of("kent-hub"), Rank.CONSTABLE, Rank.SERGEANT),
        new OfficerLeft(KENT, OFFICER),
        new EscalationRaised(
            REFERRAL,
            ESCALATION,
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.FORCE_ACCEPTS,
            CAUSE,
            Instant.parse("2026-11-21T23:09:00.123456Z"),
            OrganisationCode.NCA,
            ASSESSOR,
            true),
        new EscalationConfirmed(REFERRAL, ESCALATION),
        new EscalationWithdrawn(REFERRAL, ESCALATION, EFFECT),
        new EscalationAcknowledged(REFERRAL, ESCALATION, SERGEANT),
        new EscalationResolved(REFERRAL, ESCALATION, EFFECT, "baton.dissemination-accepted.v1"),
        new BlindnessDeclared("/risk-service", AT),
        new BlindnessEnded("/risk-service", AT),
        new ReplaySwept(
            "0199dddd-0000-7000-8000-000000000006",
            Instant.parse("2026-11-21T19:09:00Z"),
            12000,
            2345,
            0,
            Map.of(FindingKind.HAND_OFF_OVERDUE, 7)),
        new EventParked(
            REFERRAL, "/risk-service", CAUSE, "baton.referral-received.v1", ParkReason.REFUSED),
        new EventReleased(REFERRAL, "/risk-service", CAUSE),
        new StoreAudited("risk-service", 7, 12003, 12000, 0),
        new StoreDiffers(
            "risk-service",
            8,
            StoreDifference.OTHER_BYTES,
            CAUSE,
            "assessment-1",
            3,
            "baton.referrals",
            4,
            4711L));
  }

  private static <T> Sealed<T> box() {
    return Sealed.box("k-1", new byte[] {1, 2, 3});
  }
}
