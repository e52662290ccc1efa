package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.ESSEX;
import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.NOW;
import static baton.allocation.casework.model.CaseFixture.REFERRAL;
import static baton.allocation.casework.model.CaseFixture.SURREY;
import static baton.allocation.casework.model.CaseFixture.TIE_BREAKERS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.casework.model.Case.Open;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.AcceptAllocation;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.DeclineAllocation;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.Dossier;
import baton.allocation.casework.model.CaseCommand.EndDispute;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.allocation.casework.model.CaseCommand.Redirect;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.allocation.casework.model.OutsideCommand.ConfirmOutsideAcceptance;
import baton.allocation.casework.model.OutsideCommand.ProposeOutsideAcceptance;
import baton.allocation.casework.model.OversightCommand.ReopenCase;
import baton.allocation.casework.model.OversightCommand.ReviewCase;
import baton.contract.DeclineReason;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Sealed;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.RevertReason;
import baton.contract.allocation.SealedPackage;
import baton.contract.allocation.TieBreakerAppointed;
import baton.contract.intake.ReferralDetails;
import baton.decision.Decision.Accepted;
import baton.decision.NumberedOffers.Offer;
import baton.decision.RosterEntry;
import baton.roster.Cover;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever anybody asks for in whatever order, the case stays one that makes sense. */
class RandomHistoriesTest {
  private static final int HISTORIES = 400;
  private static final int COMMANDS = 120;
  private static final OrganisationCode ABROAD = OrganisationCode.of("ncb-oslo");
  private static final List<OrganisationCode> ORGANISATIONS =
      List.of(OrganisationCode.NCA, KENT, ESSEX, SURREY, ABROAD);
  private static final List<PersonId> PEOPLE =
      List.of(PersonId.of("p-1"), PersonId.of("p-2"), PersonId.of("p-judge"));
  private static final Dossier DOSSIER =
      new Dossier(
          "R-1",
          false,
          Sealed.open(new SealedPackage(ReferralDetails.of(Map.of("reference", "R-1")), null)));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20121, 2345})
  void custody_moves_only_by_its_events_and_every_step_can_be_folded(long seed) {
    var random = new Random(seed);
    var seen = new HashSet<Class<?>>();
    for (int history = 0; history < HISTORIES; history++) one(random, seed, history, seen);
    // A generator that never gets that far would show nothing.
    assertThat(seen)
        .contains(
            DisseminationRedirected.class,
            TieBreakerAppointed.class,
            OutsideAcceptanceConfirmed.class,
            CustodyReverted.class,
            CaseConcluded.class,
            CaseReopened.class);
  }

  private static void one(Random random, long seed, int history, Set<Class<?>> seen) {
    Case state = Case.evolve(new Case.Unopened(), CaseFixture.opened());
    var log = new AsTheLogHasIt();
    log.read(CaseFixture.opened());
    for (int step = 0; step < COMMANDS; step++) {
      CaseCommand command = any(random, (Opened) state);
      String where = "seed %d, history %d, step %d: %s".formatted(seed, history, step, command);
      if (!(CaseDecider.decide(command, state) instanceof Accepted decided)) continue;
      for (var event : decided.events()) {
        Case next = Case.evolve(state, (AllocationEvent) event);
        check(state, (AllocationEvent) event, (Opened) next, where);
        log.read((AllocationEvent) event);
        log.agreesWith((Opened) next, where);
        seen.add(event.getClass());
        state = next;
      }
      // Who has it at the NCA is risk-service's to say: what repeats there is told by Reversions.
      if (command instanceof RevertCustody && state instanceof Case.AtNca) continue;
      assertThat(CaseDecider.decide(command, state))
          .as("the same again, " + where)
          .isNotInstanceOf(Accepted.class);
    }
  }

  private static void check(Case before, AllocationEvent event, Opened after, String where) {
    assertThat(after.disseminations().all().stream().filter(Offer::isOpen).count())
        .as(where)
        .isLessThanOrEqualTo(1);
    assertThat(after.journey().senders()).as(where).hasSize(after.disseminations().all().size());
    if (!(event instanceof MovesCustody))
      assertThat(holder(after)).as(where).isEqualTo(holder(before));
    if (event instanceof CaseConcluded e)
      assertThat(e.confirmedBy()).as(where).isNotEqualTo(e.proposedBy());
    if (event instanceof OutsideAcceptanceConfirmed e)
      assertThat(e.confirmedBy()).as(where).isNotEqualTo(e.proposedBy());
  }

  private static Cover holder(Case state) {
    return state instanceof Open open ? open.holder() : null;
  }

  private static CaseCommand any(Random random, Opened state) {
    OrganisationCode own = random.nextBoolean() ? concerned(state) : pick(random, ORGANISATIONS);
    Party party = Party.of(own);
    PersonId holder = state instanceof Open o && o.holder() != null ? o.holder().person() : null;
    PersonId by = holder != null && random.nextBoolean() ? holder : pick(random, PEOPLE);
    var entry = new RosterEntry(own, by, true, null);
    int number = 1 + random.nextInt(state.disseminations().nextNumber());
    int allocation =
        1 + (state instanceof Case.AtForce at ? random.nextInt(at.allocations().nextNumber()) : 0);
    OrganisationCode other = pick(random, ORGANISATIONS);
    var sender = new Sender(party, by, random.nextBoolean());
    return switch (random.nextInt(20)) {
      case 0 -> new NoteForce(REFERRAL, KENT);
      case 1 -> new DisseminateUrgent(REFERRAL, "R-1", DOSSIER.sealed());
      case 2, 3, 4 -> new DisseminateCase(REFERRAL, sender, other, DOSSIER);
      case 5 -> new WithdrawDissemination(REFERRAL, sender, number, null);
      case 6, 7, 8 -> new AcceptDissemination(REFERRAL, party, number, null, entry);
      case 9 ->
          new DeclineDissemination(
              REFERRAL,
              party,
              number,
              pick(random, List.of(DeclineReason.values())),
              random.nextBoolean() ? null : new Redirect(other, DOSSIER),
              TIE_BREAKERS,
              null);
      case 10 -> new EndDispute(REFERRAL, TIE_BREAKERS);
      case 11 -> outside(random, by, state);
      case 12, 13 -> new AllocateCase(REFERRAL, party, entry);
      case 14 -> new AcceptAllocation(REFERRAL, party, allocation, by, null);
      case 15 -> new DeclineAllocation(REFERRAL, party, allocation, by, DeclineReason.ABSENT, null);
      case 16 ->
          new RecordAction(
              REFERRAL, party, by, pick(random, List.of(ActionKind.values())), NOW, NOW, null);
      case 17 ->
          random.nextBoolean()
              ? new ConfirmOutcome(REFERRAL, party, by)
              : new ProposeOutcome(REFERRAL, party, by, Outcome.ARRESTED, null);
      case 18 ->
          random.nextBoolean()
              ? new ReopenCase(REFERRAL, party, entry, entry, null)
              : new ReviewCase(
                  REFERRAL, party, by, null, by, null, NOW.plus(Duration.ofDays(9)), NOW, null);
      default ->
          new RevertCustody(
              REFERRAL,
              own,
              by,
              RevertReason.LEFT,
              random.nextBoolean()
                  ? Cover.post(own, "duty-inspector")
                  : Cover.person(own, null, pick(random, PEOPLE)));
    };
  }

  /** Whoever is asked, else whoever has it: most commands come from them. */
  private static OrganisationCode concerned(Opened state) {
    return state
        .disseminations()
        .open()
        .map(Offer::to)
        .orElseGet(
            () ->
                switch (state) {
                  case Open open -> open.keeper();
                  case Case.Concluded closed -> closed.last().keeper();
                });
  }

  /** By who made the newest offer, which is the one that counts. */
  private static CaseCommand outside(Random random, PersonId by, Opened state) {
    int newest = state.disseminations().all().size();
    if (newest == 0) return new NoteForce(REFERRAL, ESSEX);
    Party sender = Party.of(state.journey().sender(newest));
    boolean onBaton = state.journey().offeredTo(newest).filter(ABROAD::equals).isEmpty();
    return random.nextBoolean()
        ? new ProposeOutsideAcceptance(REFERRAL, sender, by, newest, onBaton, NOW, NOW, "N", null)
        : new ConfirmOutsideAcceptance(REFERRAL, sender, by, newest, onBaton);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
