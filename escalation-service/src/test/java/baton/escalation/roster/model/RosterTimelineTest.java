package baton.escalation.roster.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.roster.Cover;
import baton.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The roster of any moment, against folding everything again each time. */
class RosterTimelineTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<OrganisationCode> FORCES =
      List.of(new OrganisationCode("46"), new OrganisationCode("42"), new OrganisationCode("13"));
  private static final int PEOPLE = 12;
  private static final int TEAMS = 3;

  private final List<RosterChange> told = new ArrayList<>();
  private final RosterTimeline timeline = new RosterTimeline();

  @Test
  void it_is_what_folding_everything_again_gives_at_any_moment() {
    long seed = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
    try {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      // More than the places that are kept, so that they are thinned out several times.
      for (int i = 0; i < 9_000; i++) {
        Instant recorded = START.plus(Duration.ofMinutes(i));
        // One in ten comes late; one in ten counts from long before it was entered, or from later.
        if (random.nextInt(10) == 0)
          recorded = recorded.minus(Duration.ofMinutes(random.nextInt(400)));
        Instant effect = recorded;
        if (random.nextInt(10) == 0)
          effect = recorded.plus(Duration.ofMinutes(random.nextInt(2_000) - 1_500));
        add(new RosterChange(something(random, effect), recorded, effect));
        if (i % 300 == 0) compare(random, i);
      }
      for (int i = 0; i < 60; i++) compare(random, 9_500);
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("-Dbaton.seed=" + seed, failure);
    }
  }

  @Test
  void what_is_asked_of_one_moment_changes_nothing_at_another() {
    OrganisationCode kent = FORCES.getFirst();
    add(at(1, new TeamFormed(kent, team(1), "One", person(1), null)));
    add(at(3, new SupervisorChanged(kent, team(1), person(1), person(2), null, null)));
    Roster before = timeline.recordedBy(START.plusSeconds(2));
    before.apply(new TeamFormed(kent, team(1), "One", person(9), null));

    assertThat(supervisor(timeline.recordedBy(START.plusSeconds(2)), kent)).isEqualTo(person(1));
    assertThat(supervisor(timeline.recordedBy(START.plusSeconds(3)), kent)).isEqualTo(person(2));
    assertThat(supervisor(before, kent)).isEqualTo(person(9));
  }

  @Test
  void an_absence_that_is_entered_late_counts_by_recorded_time_from_then_only() {
    OrganisationCode kent = FORCES.getFirst();
    add(at(1, new OfficerJoined(kent, person(1), team(1), Rank.CONSTABLE)));
    var sick =
        new OfficerUnavailable(kent, person(1), Absence.SICKNESS, START.plusSeconds(2), null);
    add(new RosterChange(sick, START.plusSeconds(10), START.plusSeconds(2)));
    Instant between = START.plusSeconds(5);

    assertThat(timeline.recordedBy(between).missing(kent, person(1), between)).isFalse();
    assertThat(timeline.inEffectBy(between).missing(kent, person(1), between)).isTrue();
  }

  private void add(RosterChange change) {
    told.add(change);
    timeline.add(change);
  }

  private static RosterChange at(int second, RosterEvent event) {
    return new RosterChange(event, START.plusSeconds(second), START.plusSeconds(second));
  }

  private void compare(RandomGenerator random, int minutes) {
    Instant asAt = START.plus(Duration.ofMinutes(random.nextInt(minutes + 200)));
    same(timeline.recordedBy(asAt), naive(asAt, RosterChange::recordedAt), asAt);
    same(timeline.inEffectBy(asAt), naive(asAt, RosterChange::effectAt), asAt);
  }

  private Roster naive(Instant asAt, Function<RosterChange, Instant> time) {
    var roster = new Roster();
    for (RosterChange change : told)
      if (!time.apply(change).isAfter(asAt)) roster.apply(change.event());
    return roster;
  }

  private static void same(Roster one, Roster other, Instant at) {
    for (OrganisationCode force : FORCES)
      for (int i = 0; i < PEOPLE; i++) {
        Cover holder = Cover.person(force, null, person(i));
        assertThat(one.supervisorOf(holder, at)).isEqualTo(other.supervisorOf(holder, at));
        assertThat(one.missing(force, person(i), at))
            .isEqualTo(other.missing(force, person(i), at));
      }
  }

  private static PersonId supervisor(Roster roster, OrganisationCode force) {
    return roster
        .supervisorOf(Cover.person(force, team(1), person(5)), START.plusSeconds(4))
        .person();
  }

  private static RosterEvent something(RandomGenerator random, Instant from) {
    OrganisationCode force = FORCES.get(random.nextInt(FORCES.size()));
    PersonId person = person(random.nextInt(PEOPLE));
    PersonId other = person(random.nextInt(PEOPLE));
    TeamId team = team(random.nextInt(TEAMS));
    return switch (random.nextInt(5)) {
      case 0 -> new TeamFormed(force, team, "Team", person, other);
      case 1 -> new SupervisorChanged(force, team, null, person, null, other);
      case 2 -> new OfficerJoined(force, person, team, Rank.SERGEANT);
      case 3 -> new OfficerLeft(force, person);
      default ->
          new OfficerUnavailable(
              force, person, Absence.SICKNESS, from, from.plus(Duration.ofMinutes(60)));
    };
  }

  private static PersonId person(int number) {
    return new PersonId("p-" + number);
  }

  private static TeamId team(int number) {
    return new TeamId("t-" + number);
  }
}
