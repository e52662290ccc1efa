package baton.allocation.casework.model;

import baton.allocation.casework.model.CaseCommand.AcceptAllocation;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.DeclineAllocation;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.Dossier;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.allocation.casework.model.CaseCommand.Redirect;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.allocation.casework.model.CaseCommand.Unit;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.contract.DeclineReason;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.AllocationEvent;
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
import baton.contract.allocation.OutcomeProposed;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.decision.RosterEntry;
import baton.roster.Cover;
import baton.roster.Post;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Events and commands of one case. Force Kent accepts by Sue; Ola and Omar are its officers. */
public final class CaseFixture {
  public static final ReferralId REFERRAL = ReferralId.of("01890000-0000-7000-8000-000000000001");
  public static final OrganisationCode KENT = OrganisationCode.of("46");
  public static final OrganisationCode ESSEX = OrganisationCode.of("42");
  public static final OrganisationCode SURREY = OrganisationCode.of("45");
  public static final PersonId SUE = PersonId.of("p-sue");
  public static final PersonId OLA = PersonId.of("p-ola");
  public static final PersonId OMAR = PersonId.of("p-omar");
  public static final TeamId POLIT = TeamId.of("kent-polit");
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Sealed<SealedPackage> DOSSIER =
      Sealed.open(new SealedPackage(ReferralDetails.of(Map.of("reference", "R-1")), null));

  public static final Sender NCA_DESK =
      new Sender(Party.of(OrganisationCode.NCA), PersonId.of("p-desk"), false);

  /** For Kent and Essex a person of force 45; for every other pair the NCA's post. */
  public static final TieBreakers TIE_BREAKERS =
      (one, other) ->
          Set.of(one, other).equals(Set.of(KENT, ESSEX))
              ? Cover.person(SURREY, null, PersonId.of("p-judge"))
              : Cover.post(OrganisationCode.NCA, Post.TIE_BREAKER);

  private CaseFixture() {}

  public static AllocationEvent opened() {
    return new CaseOpened(REFERRAL);
  }

  public static AllocationEvent noted(OrganisationCode force) {
    return new ForceNoted(REFERRAL, force);
  }

  public static AllocationEvent disseminated(int number, OrganisationCode force) {
    return disseminated(number, force, false);
  }

  public static AllocationEvent disseminated(int number, OrganisationCode force, boolean urgent) {
    return new CaseDisseminated(
        REFERRAL, number, OrganisationCode.NCA, force, "R-1", urgent, DOSSIER);
  }

  public static AllocationEvent disseminationAccepted(int number) {
    return new DisseminationAccepted(REFERRAL, number, KENT, POLIT, SUE);
  }

  public static AllocationEvent disseminationDeclined(int number) {
    return declined(number, KENT, DeclineReason.NOT_OURS);
  }

  public static AllocationEvent declined(int number, OrganisationCode force, DeclineReason reason) {
    return new DisseminationDeclined(REFERRAL, number, force, reason, null, null);
  }

  public static AllocationEvent withdrawn(int number) {
    return new HandOffWithdrawn(REFERRAL, HandOff.FORCE, number, null);
  }

  public static AllocationEvent allocated(int number, PersonId officer) {
    return new CaseAllocated(REFERRAL, number, officer, POLIT);
  }

  public static AllocationEvent allocationAccepted(int number, PersonId officer) {
    return new AllocationAccepted(REFERRAL, number, KENT, POLIT, officer);
  }

  public static AllocationEvent allocationDeclined(int number, PersonId officer) {
    return new AllocationDeclined(REFERRAL, number, officer, DeclineReason.ABSENT, null);
  }

  public static AllocationEvent acted(PersonId by) {
    return new ActionRecorded(REFERRAL, ActionKind.ARREST, NOW, by, null);
  }

  public static AllocationEvent proposed(Outcome outcome, PersonId by) {
    return new OutcomeProposed(REFERRAL, outcome, by, null);
  }

  public static AllocationEvent concluded(PersonId proposedBy, PersonId confirmedBy) {
    return new CaseConcluded(REFERRAL, Outcome.ARRESTED, proposedBy, confirmedBy);
  }

  public static AllocationEvent[] withKent() {
    return new AllocationEvent[] {opened(), disseminated(1, KENT), disseminationAccepted(1)};
  }

  public static AllocationEvent[] withOla() {
    return new AllocationEvent[] {
      opened(),
      disseminated(1, KENT),
      disseminationAccepted(1),
      allocated(1, OLA),
      allocationAccepted(1, OLA)
    };
  }

  public static CaseCommand open() {
    return new OpenCase(REFERRAL);
  }

  public static CaseCommand note(OrganisationCode force) {
    return new NoteForce(REFERRAL, force);
  }

  public static CaseCommand disseminateUrgent() {
    return new DisseminateUrgent(REFERRAL, "R-1", DOSSIER);
  }

  public static CaseCommand disseminate(OrganisationCode force) {
    return disseminate(force, NCA_DESK);
  }

  public static CaseCommand disseminate(OrganisationCode force, Sender sender) {
    return new DisseminateCase(REFERRAL, sender, force, new Dossier("R-1", false, DOSSIER));
  }

  public static CaseCommand withdraw(int number) {
    return withdraw(number, NCA_DESK);
  }

  public static CaseCommand withdraw(int number, Sender sender) {
    return new WithdrawDissemination(REFERRAL, sender, number, null);
  }

  public static CaseCommand acceptDissemination(int number) {
    return acceptDissemination(number, KENT, SUE);
  }

  public static CaseCommand acceptDissemination(
      int number, OrganisationCode organisation, PersonId person) {
    return acceptDissemination(number, new RosterEntry(organisation, person, true, POLIT), null);
  }

  /** By whom, and where, as the roster has it. */
  public static CaseCommand acceptDissemination(int number, RosterEntry to, Unit unit) {
    return new AcceptDissemination(REFERRAL, Party.of(to.organisation()), number, unit, to);
  }

  public static CaseCommand declineDissemination(int number, OrganisationCode organisation) {
    return decline(number, organisation, DeclineReason.NOT_OURS, null);
  }

  /** Says that it is not its own but this force's. */
  public static CaseCommand redirect(
      int number, OrganisationCode organisation, OrganisationCode to) {
    return decline(number, organisation, DeclineReason.NOT_OURS, to);
  }

  /**
   * @param to whose it is said to be, or null
   */
  public static CaseCommand decline(
      int number, OrganisationCode organisation, DeclineReason reason, OrganisationCode to) {
    return new DeclineDissemination(
        REFERRAL,
        Party.of(organisation),
        number,
        reason,
        to == null ? null : new Redirect(to, new Dossier("R-1", false, DOSSIER)),
        TIE_BREAKERS,
        null);
  }

  public static CaseCommand allocate(PersonId person, OrganisationCode organisation) {
    return allocate(new RosterEntry(organisation, person, true, POLIT));
  }

  public static CaseCommand allocate(RosterEntry to) {
    return new AllocateCase(REFERRAL, Party.of(to.organisation()), to);
  }

  public static CaseCommand acceptAllocation(int number, PersonId by) {
    return new AcceptAllocation(REFERRAL, Party.of(KENT), number, by, POLIT);
  }

  public static CaseCommand declineAllocation(int number, PersonId by) {
    return new DeclineAllocation(REFERRAL, Party.of(KENT), number, by, DeclineReason.ABSENT, null);
  }

  public static CaseCommand act(PersonId by) {
    return act(by, NOW);
  }

  public static CaseCommand act(PersonId by, Instant happenedAt) {
    return new RecordAction(REFERRAL, Party.of(KENT), by, ActionKind.ARREST, happenedAt, NOW, null);
  }

  public static CaseCommand propose(Outcome outcome, PersonId by) {
    return new ProposeOutcome(REFERRAL, Party.of(KENT), by, outcome, null);
  }

  public static CaseCommand confirm(PersonId by) {
    return confirm(by, KENT);
  }

  public static CaseCommand confirm(PersonId by, OrganisationCode organisation) {
    return new ConfirmOutcome(REFERRAL, Party.of(organisation), by);
  }
}
