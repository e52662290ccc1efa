package baton.allocation.feed.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.DeclineReason;
import baton.contract.EventId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.TieBreakReason;
import baton.contract.allocation.TieBreakerAppointed;
import baton.contract.feed.Deadline;
import baton.contract.feed.DeadlineChanged;
import baton.contract.feed.Disseminated;
import baton.contract.feed.FeedEvent;
import baton.contract.feed.Regraded;
import baton.contract.feed.StillOpen;
import baton.contract.feed.Transferred;
import baton.contract.feed.Updated;
import baton.contract.feed.Withdrawn;
import baton.contract.intake.IntakeEvent;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.contract.risk.RiskAssessed;
import baton.custody.Custody;
import baton.policy.file.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which force is told what, of one referral of Toronto's. */
class TellingTest {
  private static final OrganisationCode NCA = OrganisationCode.NCA;
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final OrganisationCode ESSEX = OrganisationCode.of("42");
  private static final PersonId SUE = PersonId.of("p-sue");
  private static final ReferralId ID = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");

  private final Map<String, Long> sequences = new HashMap<>();
  private final List<Recorded<? extends BatonEvent>> log = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private Custody custody = Custody.none(ID);
  private List<Draft> told = List.of();

  @Test
  void nobody_is_told_what_the_nca_does_before_it_disseminates() {
    received();
    assertThat(told).isEmpty();
    amended();
    assertThat(told).isEmpty();
    graded(Grade.LOW);
    assertThat(told).isEmpty();
  }

  @Test
  void a_dissemination_is_told_once_with_its_deadlines_and_its_closed_package() {
    received();
    disseminated(1, NCA, KENT);
    Draft draft = only();
    assertThat(draft.force()).isEqualTo(KENT);
    assertThat(draft.event())
        .isInstanceOfSatisfying(
            Disseminated.class,
            e -> {
              assertThat(e.number()).isEqualTo(1);
              assertThat(e.priority()).isEqualTo(Grade.HIGH);
              assertThat(e.content()).isNull();
              assertThat(e.deadlines())
                  .extracting(Deadline::clock)
                  .containsExactly("FORCE_ACCEPTS");
            });
    assertThat(draft.content().form()).isEqualTo(Content.Form.PACKAGE);
    assertThat(draft.content().sealedBy()).isEqualTo(draft.cause());
  }

  @Test
  void the_same_event_again_is_told_to_nobody() {
    received();
    disseminated(1, NCA, KENT);
    again();
    assertThat(told).isEmpty();
  }

  @Test
  void taken_back_is_told_and_ends_it() {
    received();
    disseminated(1, NCA, KENT);
    says(new HandOffWithdrawn(ID, HandOff.FORCE, 1, null));
    assertThat(only().event()).isEqualTo(new Withdrawn(ID, 1, Withdrawn.How.TAKEN_BACK));
    graded(Grade.LOW);
    assertThat(told).isEmpty();
  }

  @Test
  void offered_to_another_the_first_is_told_before_the_second() {
    received();
    disseminated(1, NCA, KENT);
    disseminated(2, NCA, ESSEX);
    assertThat(events(KENT)).containsExactly(new Withdrawn(ID, 1, Withdrawn.How.OFFERED_ANEW));
    assertThat(events(ESSEX)).singleElement().isInstanceOf(Disseminated.class);
  }

  @Test
  void offered_anew_to_the_same_the_old_number_ends_before_the_new_one_begins() {
    received();
    disseminated(1, NCA, KENT);
    disseminated(2, NCA, KENT);
    assertThat(events(KENT)).hasSize(2);
    assertThat(events(KENT).getFirst()).isEqualTo(new Withdrawn(ID, 1, Withdrawn.How.OFFERED_ANEW));
    assertThat(events(KENT).getLast()).isInstanceOf(Disseminated.class);
  }

  @Test
  void its_own_refusal_a_force_knows_and_is_told_only_that_the_clock_stopped() {
    received();
    disseminated(1, NCA, KENT);
    says(new DisseminationDeclined(ID, 1, KENT, DeclineReason.NO_CAPACITY, null, null));
    assertThat(events(KENT)).noneMatch(Withdrawn.class::isInstance);
    assertThat(events(KENT)).noneMatch(Transferred.class::isInstance);
    amended();
    assertThat(told).isEmpty();
  }

  @Test
  void an_acceptance_meets_its_clock_and_starts_those_of_who_has_it() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    assertThat(only().event())
        .isInstanceOfSatisfying(
            DeadlineChanged.class,
            e -> {
              assertThat(e.deadlines())
                  .anyMatch(
                      d -> d.clock().equals("FORCE_ACCEPTS") && d.state() == Deadline.State.MET);
              assertThat(e.deadlines())
                  .anyMatch(
                      d ->
                          d.clock().equals("NAMED_OFFICER_ACCEPTS")
                              && d.state() == Deadline.State.RUNNING);
              // Ran at the NCA before; from now on it is the force's.
              assertThat(e.deadlines()).anyMatch(d -> d.clock().equals("SUPERVISOR_REVIEW"));
            });
  }

  @Test
  void while_it_is_offered_on_both_forces_see_by_when_and_after_it_went_the_first_sees_nothing() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    disseminated(2, KENT, ESSEX);
    assertThat(events(KENT)).singleElement().isInstanceOf(DeadlineChanged.class);
    assertThat(events(ESSEX)).singleElement().isInstanceOf(Disseminated.class);
    accepted(2, ESSEX);
    assertThat(events(KENT)).containsExactly(new Transferred(ID, ESSEX));
    amended();
    assertThat(told).extracting(Draft::force).containsExactly(ESSEX);
    graded(Grade.LOW);
    assertThat(told).extracting(Draft::force).containsOnly(ESSEX);
  }

  @Test
  void a_tie_breaker_ends_what_is_offered_and_takes_what_is_held() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    disseminated(2, KENT, ESSEX);
    says(
        new TieBreakerAppointed(
            ID, KENT, ESSEX, TieBreakReason.SECOND_REFUSAL, NCA, SUE, "tie-breaker"));
    assertThat(events(ESSEX)).containsExactly(new Withdrawn(ID, 2, Withdrawn.How.LAPSED));
    assertThat(events(KENT)).containsExactly(new Transferred(ID, NCA));
  }

  @Test
  void who_gets_it_by_no_offer_is_told_how_it_stands() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    says(
        new TieBreakerAppointed(
            ID, KENT, ESSEX, TieBreakReason.SECOND_REFUSAL, ESSEX, SUE, "tie-breaker"));
    assertThat(events(KENT)).containsExactly(new Transferred(ID, ESSEX));
    assertThat(events(ESSEX))
        .singleElement()
        .isInstanceOfSatisfying(
            StillOpen.class,
            e -> {
              assertThat(e.state()).isEqualTo(StillOpen.State.HELD);
              assertThat(e.number()).isNull();
              assertThat(e.from()).isNull();
            });
    amended();
    assertThat(events(ESSEX)).singleElement().isInstanceOf(Updated.class);
  }

  @Test
  void who_was_offered_it_and_gets_it_by_no_answer_is_told_both() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    disseminated(2, KENT, ESSEX);
    says(
        new TieBreakerAppointed(
            ID, KENT, ESSEX, TieBreakReason.DISPUTE_TOO_LONG, ESSEX, SUE, "tie-breaker"));
    assertThat(events(KENT)).containsExactly(new Transferred(ID, ESSEX));
    assertThat(events(ESSEX)).hasSize(2);
    assertThat(events(ESSEX).getFirst()).isEqualTo(new Withdrawn(ID, 2, Withdrawn.How.LAPSED));
    assertThat(events(ESSEX).getLast())
        .isInstanceOfSatisfying(
            StillOpen.class,
            e -> {
              assertThat(e.state()).isEqualTo(StillOpen.State.HELD);
              assertThat(e.deadlines()).isNotEmpty();
            });
  }

  @Test
  void what_a_force_brought_in_itself_is_told_to_it_once() {
    received();
    says(new ReferralOriginated(ID, KENT, TeamId.of("polit"), SUE, null, null, null, null, null));
    assertThat(events(KENT)).singleElement().isInstanceOf(StillOpen.class);
    again();
    assertThat(told).isEmpty();
  }

  @Test
  void an_amendment_is_told_closed_to_whom_it_concerns() {
    received();
    disseminated(1, NCA, KENT);
    amended();
    Draft draft = only();
    assertThat(draft.event())
        .isEqualTo(
            new Updated(ID, 2, ReferralType.ENTICEMENT, true, false, null, null, null, null));
    assertThat(draft.content().form()).isEqualTo(Content.Form.DETAILS);
  }

  @Test
  void a_grade_is_told_with_what_was_before_and_the_deadline_that_it_moves() {
    received();
    disseminated(1, NCA, KENT);
    graded(Grade.VERY_HIGH);
    assertThat(events(KENT).getFirst())
        .isEqualTo(new Regraded(ID, Grade.HIGH, Grade.VERY_HIGH, null, Grade.VERY_HIGH, SUE));
    assertThat(events(KENT).getLast())
        .isInstanceOfSatisfying(
            DeadlineChanged.class,
            e -> {
              Deadline moved = e.deadlines().getFirst();
              assertThat(moved.due()).isBefore(moved.dueBefore());
            });
    graded(Grade.VERY_HIGH);
    assertThat(events(KENT)).noneMatch(Regraded.class::isInstance);
  }

  @Test
  void a_conclusion_stops_every_clock_of_who_had_it() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    says(new CaseConcluded(ID, Outcome.CHARGED, SUE, PersonId.of("p-ola")));
    assertThat(only().event())
        .isInstanceOfSatisfying(
            DeadlineChanged.class,
            e ->
                assertThat(e.deadlines())
                    .isNotEmpty()
                    .noneMatch(d -> d.state() == Deadline.State.RUNNING));
    assertThat(Standing.of(custody, KENT)).isEmpty();
  }

  @Test
  void how_it_stands_says_whether_it_is_offered_or_held_and_what_runs() {
    received();
    assertThat(Standing.of(custody, KENT)).isEmpty();
    disseminated(1, NCA, KENT);
    assertThat(Standing.of(custody, KENT)).contains(StillOpen.State.OFFERED);
    accepted(1, KENT);
    StillOpen told = Standing.told(custody, KENT, NCA);
    assertThat(told.state()).isEqualTo(StillOpen.State.HELD);
    assertThat(told.number()).isEqualTo(1);
    assertThat(told.deadlines()).isNotEmpty().allMatch(d -> d.state() == Deadline.State.RUNNING);
    assertThat(Standing.of(custody, ESSEX)).isEmpty();
  }

  @Test
  void how_it_stood_is_not_told_late_once_it_stands_otherwise() {
    received();
    disseminated(1, NCA, KENT);
    accepted(1, KENT);
    says(
        new TieBreakerAppointed(
            ID, KENT, ESSEX, TieBreakReason.SECOND_REFUSAL, ESSEX, SUE, "tie-breaker"));
    Draft held = told.stream().filter(d -> d.force().equals(ESSEX)).findFirst().orElseThrow();
    assertThat(Standing.stillTrue(held, Map.of(ID, custody))).isTrue();
    disseminated(3, ESSEX, KENT);
    assertThat(Standing.stillTrue(held, Map.of(ID, custody))).isTrue();
    accepted(3, KENT);
    assertThat(Standing.stillTrue(held, Map.of(ID, custody))).isFalse();
    Draft transferred =
        told.stream().filter(d -> d.force().equals(ESSEX)).findFirst().orElseThrow();
    assertThat(Standing.stillTrue(transferred, Map.of(ID, custody))).isTrue();
    disseminated(4, KENT, ESSEX);
    // Offered is another state than held.
    assertThat(Standing.stillTrue(held, Map.of(ID, custody))).isFalse();
  }

  /** Whoever draws the feed anew from the whole story draws the same. */
  @Test
  void the_same_story_told_again_tells_the_same() {
    var first = new ArrayList<Draft>();
    received();
    disseminated(1, NCA, KENT);
    first.addAll(told);
    accepted(1, KENT);
    first.addAll(told);
    graded(Grade.LOW);
    first.addAll(told);
    var again = new ArrayList<Draft>();
    Custody redrawn = Custody.none(ID);
    for (var event : List.copyOf(log)) {
      Custody next = Custody.evolve(redrawn, event, Defaults.book());
      again.addAll(Telling.of(redrawn, event, next));
      redrawn = next;
    }
    assertThat(again).isEqualTo(first);
  }

  private void received() {
    says(
        new ReferralReceived(
            ID,
            OrganisationCode.of("toronto-police"),
            "T-1",
            "R-1",
            ReferralType.ENTICEMENT,
            null,
            true,
            false,
            false,
            false,
            null,
            null,
            "00",
            box()));
    says(new CaseOpened(ID));
  }

  private void amended() {
    says(
        new ReferralAmended(
            ID,
            "R-2",
            2,
            ReferralType.ENTICEMENT,
            null,
            true,
            false,
            false,
            false,
            null,
            "01",
            "00",
            box()));
  }

  private void disseminated(int number, OrganisationCode from, OrganisationCode to) {
    says(new CaseDisseminated(ID, number, from, to, "T-1", false, box()));
  }

  private void accepted(int number, OrganisationCode force) {
    says(new DisseminationAccepted(ID, number, force, TeamId.of("polit"), SUE));
  }

  private void graded(Grade grade) {
    says(new RiskAssessed(ID, null, grade, "KIRAT", "3", List.of(1), SUE, null));
  }

  private void says(ReferralEvent event) {
    String source =
        switch (event) {
          case AllocationEvent _ -> "/allocation-service";
          case IntakeEvent _ -> "/intake-service";
          default -> "/risk-service";
        };
    now = now.plus(Duration.ofMinutes(1));
    log.add(
        new Recorded<>(
            new EventId(new UUID(0x7000L, log.size() + 1)),
            source,
            ID.toString(),
            ID,
            sequences.merge(source, 1L, Long::sum) - 1,
            now,
            now,
            Actor.system("test"),
            NCA,
            null,
            null,
            event));
    again();
  }

  /** The last event comes, or comes again. */
  private void again() {
    Custody before = custody;
    custody = Custody.evolve(before, log.getLast(), Defaults.book());
    told = Telling.of(before, log.getLast(), custody);
  }

  private Draft only() {
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private List<FeedEvent> events(OrganisationCode force) {
    return told.stream().filter(d -> d.force().equals(force)).map(Draft::event).toList();
  }

  private static <T> Sealed<T> box() {
    return Sealed.box("k-1", new byte[] {1, 2, 3});
  }
}
