package baton.contract;

import baton.contract.access.*;
import baton.contract.allocation.*;
import baton.contract.escalation.*;
import baton.contract.feed.CommandProblem;
import baton.contract.feed.ForceCommandAnswered;
import baton.contract.intake.*;
import baton.contract.journal.*;
import baton.contract.risk.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
  private static final ReferralId OTHER_REFERRAL =
      ReferralId.of("0199aaaa-0000-7000-8000-000000000009");
  private static final AlarmId ALARM = AlarmId.of("7c1b9a2e-0000-5000-8000-000000000007");
  private static final UUID WEBHOOK = UUID.fromString("0199dddd-0000-7000-8000-000000000010");
  private static final Instant LATER = Instant.parse("2026-12-19T19:09:00Z");
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
        new AssessorGoneNoted(REFERRAL, ASSESSOR, DEPUTY),
        new CaseOpened(REFERRAL),
        new ForceNoted(REFERRAL, KENT),
        new OriginNoted(REFERRAL, KENT, TEAM, OFFICER, Grade.LOW),
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
        new ProgressRequested(REFERRAL, 1, TORONTO, box()),
        new ProgressReported(REFERRAL, 1, KENT, OFFICER, box()),
        new ReferralOriginated(
            REFERRAL, KENT, TEAM, OFFICER, AT, Grade.MEDIUM, "NICHE", "NICHE-7", "kent-2026"),
        new UrgencyAcknowledged(REFERRAL, OrganisationCode.NCA, ASSESSOR),
        new CommsDataRequested(REFERRAL, LATER, ASSESSOR, box()),
        new AssessmentEndProposed(
            REFERRAL, AssessmentEnd.DUPLICATE, OTHER_REFERRAL, "rcmp", "RCMP-1", ASSESSOR, box()),
        new ReferralHeld(REFERRAL, ASSESSOR, DEPUTY),
        new HoldReviewed(REFERRAL, ASSESSOR, box()),
        new HoldEnded(REFERRAL, ASSESSOR, box()),
        new AssessmentConcluded(
            REFERRAL,
            AssessmentEnd.PASSED_ABROAD,
            OTHER_REFERRAL,
            "rcmp",
            "RCMP-1",
            ASSESSOR,
            DEPUTY),
        new DisseminationRedirected(REFERRAL, 1, KENT, SUSSEX, box()),
        new TieBreakerAppointed(
            REFERRAL,
            KENT,
            SUSSEX,
            TieBreakReason.SECOND_REFUSAL,
            OrganisationCode.NCA,
            ASSESSOR,
            "tie-breaker"),
        new OutsideAcceptanceProposed(REFERRAL, 1, PSNI, AT, "PSNI-12", ASSESSOR, box()),
        new OutsideAcceptanceConfirmed(REFERRAL, 1, PSNI, AT, "PSNI-12", ASSESSOR, DEPUTY),
        new CustodyReverted(
            REFERRAL, KENT, OFFICER, RevertReason.LEFT, KENT, TEAM, SERGEANT, "duty-inspector"),
        new LocalReferenceRecorded(REFERRAL, KENT, "NICHE", "NICHE-7"),
        new ContentSecured(REFERRAL, KENT, LATER, OFFICER, box()),
        new SupervisorReviewed(REFERRAL, KENT, SERGEANT, Grade.MEDIUM, OFFICER, LATER, box()),
        new CaseReopened(REFERRAL, KENT, TEAM, OFFICER, "duty-inspector", SERGEANT, box()),
        new OpenListDiffered(REFERRAL, KENT, "NICHE", OpenListDifference.NOT_IN_FORCE_LIST),
        new OpenListAgreed(REFERRAL, KENT, "NICHE"),
        new OfficerUnavailable(KENT, OFFICER, Absence.SICKNESS, AT, LATER),
        new OfficerReturned(KENT, OFFICER, AT),
        new DutyRotaSet(KENT, TEAM, List.of(new Turn(SERGEANT, AT, LATER, true))),
        new JointUnitFormed(SURREY, List.of(KENT, SUSSEX)),
        new TieBreakerNamed(KENT, SUSSEX, OrganisationCode.NCA, ASSESSOR),
        new OpenListReconciled(KENT, "NICHE", 41, 39, 2, 2, List.of("NICHE-7")),
        new DisseminationsReceived(
            KENT, 12, 17, UUID.fromString("5d1f3a52-0000-5000-8000-000000000008")),
        new HandlingAcknowledged(REFERRAL, KENT, CAUSE, OFFICER, true),
        new WebhookRegistered(
            KENT, WEBHOOK, "records.kent.example", "v1a", List.of("baton.feed.disseminated.v1")),
        new WebhookDisabled(
            KENT,
            WEBHOOK,
            "records.kent.example",
            WebhookDisabled.Because.FAILING,
            AT,
            "it answered 500"),
        new WebhookEnabled(KENT, WEBHOOK),
        new WebhookRemoved(KENT, WEBHOOK),
        new DutyMailGivenUp(KENT, 3, AT, "it takes no mail (MailException)"),
        new DutyMailDelivered(KENT),
        new EscalationClimbed(
            REFERRAL, ESCALATION, Rung.INSPECTOR, KENT, SERGEANT, "duty-inspector"),
        new AcknowledgementExpired(REFERRAL, ESCALATION, SERGEANT),
        new DeadlinesRecalculated(REFERRAL, KENT, "kent-2", SERGEANT, "Policy of 21 November"),
        new TimescalesAdopted(
            KENT,
            "kent-2",
            LATER,
            SERGEANT,
            "Policy of 21 November",
            Map.of(
                ClockName.FORCE_ACCEPTS,
                new TimescaleRow("PT1H", "PT1H", "PT4H", "PT24H", "PT24H"))),
        new LadderAdopted(
            KENT,
            "kent-ladder-1",
            LATER,
            SERGEANT,
            "Policy of 21 November",
            Map.of(Rung.SERGEANT, "PT8H"),
            "PT24H"),
        new CalendarAdopted(
            Nation.SCOTLAND,
            "scotland-1",
            LATER,
            2010,
            2035,
            List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28"))),
        new CatchUpPlanAdopted(
            "kent-2026", KENT, TEAM, SERGEANT, List.of(new Milestone(LATER, 40))),
        new AlarmRaised(
            ALARM,
            FindingKind.CUSTODIAN_INACTIVE,
            ClockName.FORCE_ACCEPTS,
            KENT,
            TEAM,
            OFFICER,
            21,
            AT),
        new AlarmClimbed(ALARM, Rung.INSPECTOR, KENT, SERGEANT, "duty-inspector"),
        new AlarmAcknowledged(ALARM, SERGEANT),
        new AlarmAcknowledgementExpired(ALARM, SERGEANT),
        new AlarmResolved(ALARM, EFFECT),
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
            4711L),
        new PersonalDataOpened(
            REFERRAL,
            "risk-service",
            OpenedPart.REFERRAL,
            CAUSE,
            KENT,
            OFFICER,
            true,
            "baton.disseminations.46"),
        new ForceCommandAnswered(
            KENT,
            "XhJ4cZ0kQ9mZ3n0f1n5v2A",
            2,
            17,
            1795460940123L,
            "46-000017",
            "baton.command.grade.v1",
            REFERRAL,
            List.of("baton.risk-assessed.v1"),
            LATER,
            1,
            new CommandProblem(
                "https://baton.example/problems/missing",
                "The request cannot be taken as it is",
                422,
                "grade is required",
                List.of(
                    new CommandProblem.Violation("/data/grade", "missing", "grade is required")))));
  }

  private static <T> Sealed<T> box() {
    return Sealed.box("k-1", new byte[] {1, 2, 3});
  }
}
