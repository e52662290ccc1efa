package baton.policy;

import static baton.contract.OrganisationCode.BATON;
import static baton.contract.OrganisationCode.NCA;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.UPSTREAM_ANSWER;
import static baton.policy.Urgency.HIGH;
import static baton.policy.Urgency.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.escalation.Rung;
import baton.policy.file.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final OrganisationCode ESSEX = new OrganisationCode("42");
  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-06-02T09:00:00Z");

  private final Adoptions told = new Adoptions();

  @Test
  void an_organisation_without_a_table_follows_the_defaults() {
    Deadline due = Defaults.book().due(ENFORCEMENT_ACTION, LOW, KENT, MONDAY, MONDAY);
    assertThat(due.at()).isEqualTo(MONDAY.plus(Duration.ofDays(30)));
    assertThat(due.terms().version()).isEqualTo("baton-defaults-1");
  }

  @Test
  void its_own_table_counts_from_when_it_says_for_itself_and_for_the_clocks_it_names() {
    var book =
        Defaults.book().with(told.timescales(KENT, "kent-1", TUESDAY, ENFORCEMENT_ACTION, "P14D"));
    assertThat(version(book, KENT, TUESDAY.minusNanos(1))).isEqualTo("baton-defaults-1");
    assertThat(version(book, KENT, TUESDAY)).isEqualTo("kent-1");
    assertThat(version(book, ESSEX, TUESDAY)).isEqualTo("baton-defaults-1");
    assertThat(book.due(ENFORCEMENT_ACTION, LOW, KENT, TUESDAY, TUESDAY).at())
        .isEqualTo(TUESDAY.plus(Duration.ofDays(14)));
    assertThat(book.due(DISSEMINATE, LOW, KENT, TUESDAY, TUESDAY).terms().version())
        .isEqualTo("baton-defaults-1");
  }

  @Test
  void what_set_a_clock_goes_on_setting_it() {
    Deadline set = Defaults.book().due(ENFORCEMENT_ACTION, LOW, KENT, MONDAY, MONDAY);
    var book =
        Defaults.book()
            .with(told.timescales(KENT, "kent-1", TUESDAY, ENFORCEMENT_ACTION, "P1D"))
            .with(told.timescales(BATON, "baton-defaults-9", TUESDAY, ENFORCEMENT_ACTION, "P2D"));
    assertThat(book.again(ENFORCEMENT_ACTION, HIGH, set.terms(), MONDAY).at())
        .isEqualTo(MONDAY.plus(Duration.ofDays(7)));
  }

  @Test
  void a_recalculation_takes_the_version_ordered_and_the_defaults_for_what_it_leaves_out() {
    var book =
        Defaults.book()
            .with(told.timescales(KENT, "kent-1", MONDAY, ENFORCEMENT_ACTION, "P20D"))
            .with(told.timescales(KENT, "kent-2", TUESDAY, ENFORCEMENT_ACTION, "P10D"));
    assertThat(book.recalculated(ENFORCEMENT_ACTION, LOW, KENT, "kent-1", MONDAY, TUESDAY))
        .hasValueSatisfying(
            due -> assertThat(due.at()).isEqualTo(MONDAY.plus(Duration.ofDays(20))));
    assertThat(book.recalculated(DISSEMINATE, LOW, KENT, "kent-1", MONDAY, TUESDAY))
        .hasValueSatisfying(due -> assertThat(due.terms().version()).isEqualTo("baton-defaults-1"));
    assertThat(book.recalculated(DISSEMINATE, LOW, KENT, "kent-3", MONDAY, TUESDAY)).isEmpty();
  }

  @Test
  void a_limit_that_nobody_can_read_leaves_the_default() {
    var book =
        Defaults.book().with(told.timescales(KENT, "kent-1", MONDAY, ENFORCEMENT_ACTION, "soon"));
    assertThat(version(book, KENT, TUESDAY)).isEqualTo("baton-defaults-1");
  }

  @Test
  void a_ladder_leaves_out_what_it_does_not_change() {
    var book = Defaults.book().with(told.ladder(KENT, "kent-1", TUESDAY, Rung.SERGEANT, "PT2H"));
    assertThat(book.ladder(KENT, MONDAY)).isEqualTo(Defaults.part().ladder());
    Ladder ladder = book.ladder(KENT, TUESDAY);
    assertThat(ladder.limit(Rung.SERGEANT)).isEqualTo(Duration.ofHours(2));
    assertThat(ladder.limit(Rung.INSPECTOR)).isEqualTo(Duration.ofHours(24));
    assertThat(ladder.limit(Rung.CHIEF_OFFICER)).isNull();
    assertThat(ladder.acknowledgementLasts()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void a_calendar_is_its_nations_and_that_of_when_the_clock_started() {
    LocalDate wednesday = LocalDate.of(2026, 6, 3);
    var book =
        Defaults.book()
            .with(told.calendar(Nation.SCOTLAND, "scotland-1", MONDAY, wednesday))
            .with(told.calendar(Nation.SCOTLAND, "scotland-2", TUESDAY));
    var scotland = new OrganisationCode("99");
    assertThat(book.due(UPSTREAM_ANSWER, LOW, scotland, MONDAY, MONDAY).at())
        .isEqualTo(Instant.parse("2026-06-04T09:00:00Z"));
    assertThat(book.due(UPSTREAM_ANSWER, LOW, scotland, MONDAY, TUESDAY).at())
        .isEqualTo(Instant.parse("2026-06-03T09:00:00Z"));
    assertThat(book.due(UPSTREAM_ANSWER, LOW, NCA, MONDAY, MONDAY).at())
        .isEqualTo(Instant.parse("2026-06-03T09:00:00Z"));
  }

  @Test
  void only_what_makes_a_difference_is_a_change() {
    var kent = told.timescales(KENT, "kent-1", TUESDAY, ENFORCEMENT_ACTION, "P1D");
    assertThat(Defaults.book().changedBy(kent)).contains(TUESDAY);
    assertThat(Defaults.book().with(kent).changedBy(kent)).isEmpty();
    assertThat(
            Defaults.book().changedBy(told.ladder(KENT, "kent-1", TUESDAY, Rung.SERGEANT, "PT2H")))
        .isEmpty();
  }

  /** Every order in which the register may arrive, repeats included, gives the same answers. */
  @Test
  void the_order_of_arrival_makes_no_difference() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<Recorded<? extends BatonEvent>> adopted = adopted(random);
    PolicyBook expected = read(adopted);
    for (int i = 0; i < 50; i++) {
      var shuffled = new ArrayList<>(adopted);
      shuffled.add(adopted.get(random.nextInt(adopted.size())));
      Collections.shuffle(shuffled, random);
      PolicyBook book = read(shuffled);
      for (int day = -2; day < 14; day++)
        for (OrganisationCode organisation : List.of(KENT, ESSEX, NCA, new OrganisationCode("99")))
          for (var clock : List.of(ENFORCEMENT_ACTION, UPSTREAM_ANSWER)) {
            Instant at = MONDAY.plus(Duration.ofDays(day));
            assertThat(book.due(clock, LOW, organisation, at, at))
                .as("seed %d, %s of %s at %s", seed, clock, organisation, at)
                .isEqualTo(expected.due(clock, LOW, organisation, at, at));
            assertThat(book.ladder(organisation, at)).isEqualTo(expected.ladder(organisation, at));
          }
    }
  }

  private List<Recorded<? extends BatonEvent>> adopted(Random random) {
    var adopted = new ArrayList<Recorded<? extends BatonEvent>>();
    for (int i = 0; i < 12; i++) {
      Instant from = MONDAY.plus(Duration.ofDays(random.nextInt(10)));
      OrganisationCode whose = List.of(KENT, ESSEX, BATON).get(random.nextInt(3));
      String limit = random.nextBoolean() ? "P" + (1 + i) + "D" : (1 + i) + " working days";
      var clock = random.nextBoolean() ? ENFORCEMENT_ACTION : UPSTREAM_ANSWER;
      adopted.add(told.timescales(whose, "v-" + i, from, clock, limit));
      adopted.add(told.ladder(whose, "v-" + i, from, Rung.CUSTODIAN, "PT" + (1 + i) + "H"));
      adopted.add(
          told.calendar(
              Nation.values()[i % 3],
              "c-" + i,
              from,
              LocalDate.of(2026, 6, 1 + random.nextInt(20))));
    }
    return adopted;
  }

  private static PolicyBook read(List<Recorded<? extends BatonEvent>> events) {
    PolicyBook book = Defaults.book();
    for (var event : events) book = book.with(event);
    return book;
  }

  private static String version(PolicyBook book, OrganisationCode organisation, Instant at) {
    return book.due(ENFORCEMENT_ACTION, LOW, organisation, at, at).terms().version();
  }
}
