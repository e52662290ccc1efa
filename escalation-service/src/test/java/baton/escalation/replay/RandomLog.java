package baton.escalation.replay;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.custody.Histories;
import baton.escalation.fixtures.OtherServices;
import baton.escalation.fixtures.Story;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What four services may have put on the log in any order that keeps each stream's own: many
 * referrals at once, a roster, limits that are adopted, all with two times; the same for a seed.
 */
final class RandomLog {
  /** From when on the histories tell. */
  static final Instant START = Instant.parse("2026-11-21T19:09:00Z");

  private static final EventCodec CODEC = new EventCodec();
  private static final List<OrganisationCode> ORGANISATIONS =
      List.of(new OrganisationCode("46"), new OrganisationCode("42"), OrganisationCode.NCA);
  private static final List<PersonId> PEOPLE =
      List.of(
          new PersonId("p-7"), new PersonId("p-1001"), new PersonId("p-1002"), new PersonId("p-3"));
  private static final List<TeamId> TEAMS =
      List.of(new TeamId("kent-polit"), new TeamId("referrals-desk"), new TeamId("t-2"));

  private final RandomGenerator random;

  /** Of the register, where each stream goes on. */
  private final Map<String, Long> streams;

  /** By how much what it tells happens later than the histories say. */
  private final Duration later;

  RandomLog(long seed) {
    this(seed, new HashMap<>(), Duration.ZERO);
  }

  private RandomLog(long seed, Map<String, Long> streams, Duration later) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.streams = streams;
    this.later = later;
  }

  /** What may stand behind it on the same log, from a moment on. */
  RandomLog then(long seed, Instant from) {
    return new RandomLog(seed, streams, Duration.between(START, from));
  }

  RandomGenerator chance() {
    return random;
  }

  /** In the order of the log: that in which they were recorded, but some stand late. */
  List<Recorded<? extends BatonEvent>> events(int referrals, int eventsMax, int ofRegister) {
    var stories = new ArrayList<Deque<Recorded<? extends BatonEvent>>>();
    for (int i = 0; i < referrals; i++)
      stories.add(new ArrayDeque<>(story(1 + random.nextInt(eventsMax))));
    Instant end =
        stories.stream().map(story -> story.getLast().recordedTime()).max(Instant::compareTo).get();
    var register = new ArrayDeque<>(register(ofRegister, end));
    stories.add(register);
    var log = new ArrayList<Recorded<? extends BatonEvent>>();
    while (stories.stream().anyMatch(story -> !story.isEmpty())) {
      // Usually the earliest comes next; now and then another writer was faster.
      var next =
          stories.stream()
              .filter(story -> !story.isEmpty())
              .filter(story -> random.nextInt(5) != 0)
              .min((a, b) -> a.getFirst().recordedTime().compareTo(b.getFirst().recordedTime()));
      next.ifPresent(story -> log.add(story.removeFirst()));
    }
    return log;
  }

  private List<Recorded<? extends BatonEvent>> story(int events) {
    var referral = new Story().referral();
    long seed = random.nextLong();
    var told =
        random.nextInt(4) == 0 ? Histories.concluded(seed, events) : Histories.random(seed, events);
    return told.stream().<Recorded<? extends BatonEvent>>map(event -> of(event, referral)).toList();
  }

  private List<Recorded<? extends BatonEvent>> register(int count, Instant end) {
    var events = new ArrayList<Recorded<? extends BatonEvent>>();
    Instant at = START.plus(later).minus(Duration.ofDays(1));
    for (OrganisationCode each : ORGANISATIONS) events.add(entry(formed(each), at));
    long span = Duration.between(at, end).toMinutes();
    var minutes = random.longs(count, 0, span).sorted().toArray();
    for (long minute : minutes) {
      Instant then = at.plus(Duration.ofMinutes(minute));
      events.add(entry(random.nextInt(6) == 0 ? adoption(then) : ofRoster(then), then));
    }
    return events;
  }

  private Recorded<BatonEvent> entry(BatonEvent event, Instant at) {
    String stream =
        event instanceof TimescalesAdopted adopted ? "policy-" + adopted.version() : "roster-all";
    String source = event instanceof TimescalesAdopted ? "/escalation-service" : Story.ALLOCATION;
    return Story.register(source, stream, next(stream), event, at);
  }

  private long next(String stream) {
    return streams.merge(stream, 1L, Long::sum) - 1;
  }

  private BatonEvent formed(OrganisationCode organisation) {
    return new TeamFormed(organisation, one(TEAMS), "A team", one(PEOPLE), one(PEOPLE));
  }

  private BatonEvent ofRoster(Instant at) {
    OrganisationCode organisation = one(ORGANISATIONS);
    return switch (random.nextInt(5)) {
      case 0 -> formed(organisation);
      case 1 -> new SupervisorChanged(organisation, one(TEAMS), null, one(PEOPLE), null, null);
      case 2 -> new OfficerJoined(organisation, one(PEOPLE), one(TEAMS), Rank.INSPECTOR);
      case 3 -> new OfficerLeft(organisation, one(PEOPLE));
      default -> {
        // Entered up to ten days after it began, or before.
        Instant from = at.minus(Duration.ofHours(random.nextInt(280) - 40));
        yield new OfficerUnavailable(
            organisation, one(PEOPLE), Absence.SICKNESS, from, from.plus(Duration.ofDays(5)));
      }
    };
  }

  /** Of a force, or the defaults of all; from before it is recorded, or from later. */
  private BatonEvent adoption(Instant at) {
    var organisation = random.nextInt(3) == 0 ? OrganisationCode.BATON : one(ORGANISATIONS);
    var row = new TimescaleRow(limit(), limit(), limit(), limit(), limit());
    ClockName[] clocks = ClockName.values();
    return new TimescalesAdopted(
        organisation,
        "v-" + Long.toHexString(random.nextLong()),
        at.minus(Duration.ofHours(random.nextInt(200) - 60)),
        null,
        "by chance",
        Map.of(clocks[random.nextInt(clocks.length)], row));
  }

  private String limit() {
    return (1 + random.nextInt(90)) + "h";
  }

  /** The same event of another referral, half of them entered some time after they happened. */
  private Recorded<? extends BatonEvent> of(
      Recorded<? extends BatonEvent> event, ReferralId referral) {
    String was = event.referral().toString();
    String id = new EventId(new Story().referral().value()).toString();
    Instant happened =
        random.nextBoolean()
            ? event.time()
            : event.recordedTime().minus(Duration.ofMinutes(random.nextInt(14_000)));
    String told =
        new String(OtherServices.bytes(event), StandardCharsets.UTF_8)
            .replace(was, referral.toString())
            .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + id + "\"")
            // A step of a history may be several events, of which the last is told.
            .replaceFirst(
                "\"streamsequence\":\"[0-9]+\"",
                "\"streamsequence\":\"%010d\"".formatted(next(event.source() + referral)))
            .replaceFirst(
                "\"recordedtime\":\"[^\"]*\"",
                "\"recordedtime\":\"" + Times.text(event.recordedTime().plus(later)) + "\"")
            .replaceFirst(
                ",\"time\":\"[^\"]*\"", ",\"time\":\"" + Times.text(happened.plus(later)) + "\"");
    return CODEC.decode(Envelope.parse(told.getBytes(StandardCharsets.UTF_8)));
  }

  <T> T one(Collection<T> of) {
    return of.stream().skip(random.nextInt(of.size())).findFirst().orElseThrow();
  }
}
