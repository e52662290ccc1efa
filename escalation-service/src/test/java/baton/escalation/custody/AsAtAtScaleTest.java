package baton.escalation.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.Rank;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.custody.Custody;
import baton.escalation.fixtures.Story;
import baton.escalation.replay.model.Reckoning;
import baton.testing.BatonTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One referral as at any moment, from an archive of {@code -Dbaton.archive=N} events and a register
 * of thousands. The time is told, to be held against the goal of 10 ms at 10,000,000 events (design
 * section 8); the test itself wants every answer right.
 */
@QuarkusTest
@TestProfile(AsAtAtScaleTest.OnAnArchiveOfItsOwn.class)
@Tag("full")
class AsAtAtScaleTest {
  private static final int EVENTS = Integer.getInteger("baton.archive", 200_000);
  private static final int ROSTER_EVENTS = Integer.getInteger("baton.archive.roster", 8_000);
  private static final int QUESTIONS = 2_000;
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final OrganisationCode KENT = new OrganisationCode("46");
  private static final TeamId TEAM = new TeamId("t-46-1");
  private static final PersonId SERGEANT = new PersonId("p-46-1");
  private static final PersonId OFFICER = new PersonId("p-46-2");

  /** A fresh database: no other test meets this archive. */
  public static class OnAnArchiveOfItsOwn implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BatonTestResource.class,
              Map.of("baton.clock", "stepped", "baton.clock-start", "2026-12-31T00:00:00Z")));
    }
  }

  @Inject CustodyDesk desk;
  @Inject AgroalDataSource database;

  private final Story story = story();

  @Test
  void one_referral_as_at_any_moment() throws SQLException {
    long seed = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
    int referrals = EVENTS / story.events().size();
    try (var connection = database.getConnection()) {
      var archive = new LargeArchive(connection, referrals);
      archive.fill(story.events());
      archive.register(roster());
      System.out.println(archive.plan(archive.referral(referrals / 2)));
      long first = System.nanoTime();
      ask(archive, referrals, new Random(0));
      System.out.printf("the first question, which reads the register: %.1f ms%n", ms(first));

      var random = new Random(seed);
      for (int i = 0; i < QUESTIONS; i++) ask(archive, referrals, random);
      for (Reckoning by : Reckoning.values()) measure(archive, referrals, random, by);
    } catch (AssertionError failure) {
      throw new AssertionError("-Dbaton.seed=" + seed, failure);
    }
  }

  private void measure(LargeArchive archive, int referrals, Random random, Reckoning by)
      throws SQLException {
    var nanos = new long[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      int number = random.nextInt(referrals);
      ReferralId referral = archive.referral(number);
      var asAt = new AsAt(moment(number, random), by);
      long asked = System.nanoTime();
      var answer = desk.find(referral, asAt).map(found -> desk.answer(found, asAt));
      nanos[i] = System.nanoTime() - asked;
      assertRight(answer, number, asAt.at());
    }
    long[] sorted = LongStream.of(nanos).sorted().toArray();
    System.out.printf(
        "one referral as at T, by %s, %,d events archived, %,d of the roster: median %.2f ms, 99 of"
            + " 100 %.2f ms, longest %.2f ms; goal 10 ms%n",
        by.wireName(),
        referrals * story.events().size(),
        ROSTER_EVENTS,
        sorted[QUESTIONS / 2] / 1e6,
        sorted[QUESTIONS * 99 / 100] / 1e6,
        sorted[QUESTIONS - 1] / 1e6);
  }

  private void ask(LargeArchive archive, int referrals, Random random) throws SQLException {
    int number = random.nextInt(referrals);
    var asAt = new AsAt(moment(number, random), Reckoning.RECORDED);
    var answer = desk.find(archive.referral(number), asAt).map(found -> desk.answer(found, asAt));
    assertRight(answer, number, asAt.at());
  }

  /** From a day before the first event to a day after the last. */
  private Instant moment(int number, Random random) {
    long span = Duration.between(START, story.last().recordedTime()).plusDays(2).toSeconds();
    return START
        .minus(Duration.ofDays(1))
        .plusSeconds(random.nextLong(span))
        .plus(LargeArchive.later(number));
  }

  /** Every referral has the same story, so many seconds later. */
  private void assertRight(Optional<CustodyAnswer> answer, int number, Instant asAt) {
    Custody expected = story.custody(asAt.minus(LargeArchive.later(number)));
    if (expected.stage() == null) {
      assertThat(answer).isEmpty();
      return;
    }
    CustodyView standing = answer.orElseThrow().standing();
    assertThat(standing.stage()).isEqualTo(expected.stage());
    assertThat(standing.custodian().person()).isEqualTo(expected.custodian().person());
    assertThat(standing.custodian().since())
        .isEqualTo(expected.custodian().since().plus(LargeArchive.later(number)));
    if (OFFICER.equals(expected.custodian().person()))
      assertThat(standing.supervisor()).isEqualTo(SERGEANT);
    assertThat(answer.get().evidence().restsOn())
        .hasSize(
            (int)
                story.events().stream()
                    .filter(e -> !e.recordedTime().plus(LargeArchive.later(number)).isAfter(asAt))
                    .count());
  }

  private static Story story() {
    var story = new Story();
    ReferralId id = story.referral();
    return story
        .receivedAndOpened(START)
        .offeredToAssessor(START.plus(Duration.ofHours(1)))
        .assessorAccepted(START.plus(Duration.ofHours(2)))
        .triaged(Grade.HIGH, START.plus(Duration.ofHours(3)))
        .tells(
            Story.ALLOCATION,
            new CaseDisseminated(
                id,
                1,
                OrganisationCode.NCA,
                KENT,
                "N-1",
                false,
                Sealed.box("0199-key", new byte[900])),
            START.plus(Duration.ofDays(1)))
        .tells(
            Story.ALLOCATION,
            new DisseminationAccepted(id, 1, KENT, TEAM, SERGEANT),
            START.plus(Duration.ofDays(2)))
        .tells(
            Story.ALLOCATION,
            new CaseAllocated(id, 1, OFFICER, TEAM),
            START.plus(Duration.ofDays(3)))
        .tells(
            Story.ALLOCATION,
            new AllocationAccepted(id, 1, KENT, TEAM, OFFICER),
            START.plus(Duration.ofDays(4)))
        .tells(
            Story.ALLOCATION,
            new ActionRecorded(
                id,
                ActionKind.ENQUIRY,
                START.plus(Duration.ofDays(6)),
                OFFICER,
                Sealed.box("0199-key", new byte[120])),
            START.plus(Duration.ofDays(6)));
  }

  /** Kent's team first; then people join and teams change all over the country, for a year. */
  private static List<Recorded<BatonEvent>> roster() {
    Instant before = START.minus(Duration.ofDays(30));
    var events = new ArrayList<Recorded<BatonEvent>>();
    RosterEvent team = new TeamFormed(KENT, TEAM, "Online", SERGEANT, null);
    add(events, team, before);
    for (int i = 0; i < ROSTER_EVENTS; i++) {
      Instant at = before.plus(Duration.ofMinutes(60L * i));
      var force = new OrganisationCode(Integer.toString(10 + i % 40));
      var person = new PersonId("p-r-" + i);
      var other = new TeamId("t-r-" + i % 300);
      add(
          events,
          i % 4 == 0
              ? new SupervisorChanged(force, other, null, person, null, null)
              : new OfficerJoined(force, person, other, Rank.CONSTABLE),
          at);
    }
    return events;
  }

  private static void add(List<Recorded<BatonEvent>> events, BatonEvent event, Instant at) {
    events.add(Story.register(Story.ALLOCATION, "roster", events.size(), event, at));
  }

  private static double ms(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
