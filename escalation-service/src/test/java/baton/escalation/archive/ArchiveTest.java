package baton.escalation.archive;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.risk.TriagePrioritySet;
import baton.custody.Custody;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.ArchivedStories;
import baton.escalation.replay.model.Reckoning;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogScan;
import baton.journal.store.PageBytes;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class ArchiveTest {
  private static final Comparator<Custody> BY_REFERRAL = Comparator.comparing(Custody::referral);

  /** Bytes of what is sealed in an event that is nearly as long as one may be. */
  private static final int LONG = 480_000;

  /** Some more than a page holds. */
  private static final int OF_THEM = 12;

  @Inject ArchiveReplay replay;
  @Inject ArchivePages archive;
  @Inject ArchivedStories stories;
  @Inject CustodyBoard board;
  @Inject Transactions transactions;

  private Live live;
  private Instant start;
  private Story story;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    story =
        new Story()
            .receivedAndOpened(start)
            .offeredToAssessor(start.plusSeconds(5))
            .assessorAccepted(start.plusSeconds(6))
            .triaged(Grade.LOW, start.plusSeconds(7));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void what_is_archived_are_the_bytes_of_the_log() {
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofHours(50)));

    assertThat(audited(story.referral())).isEqualTo(onTheLog(story.referral()));
  }

  @Test
  void what_the_log_repeats_is_archived_once() {
    live.others().tell(story);
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));

    assertThat(audited(story.referral())).hasSize(story.events().size());
  }

  @Test
  void the_archive_replayed_is_the_board() {
    live.others().tell(story);
    Instant later = live.stepTo(start.plus(Duration.ofHours(50)));
    Optional<Custody> onTheBoard =
        transactions.inTransaction(() -> board.find(story.referral(), transactions.connection()));

    assertThat(onTheBoard).isPresent().isEqualTo(replay.at(story.referral(), later));
    var replayed = new ArrayList<Custody>();
    replay.each(later, Reckoning.RECORDED, null, replayed::add);
    assertThat(replayed).contains(onTheBoard.get()).isSortedAccordingTo(BY_REFERRAL);
  }

  @Test
  void long_events_are_read_a_few_at_a_time_and_none_is_left_out() {
    for (int i = 0; i < OF_THEM; i++)
      story.tells(
          Story.RISK,
          new TriagePrioritySet(
              story.referral(), null, Grade.LOW, Sealed.box("no-key", new byte[LONG * 3 / 4])),
          start.plusSeconds(8 + i));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(60));

    var page = archive.query("where referral = ?", "partition, log_offset", story.referral());
    assertThat(page.more()).as("there are others").isTrue();
    assertThat(page.rows().stream().mapToLong(event -> event.value().length).sum())
        .isBetween((long) PageBytes.MAX, (long) PageBytes.MAX + Envelope.MAX_BYTES);
    // Never compared as texts: whoever prints them prints megabytes.
    assertThat(audited(story.referral()).equals(onTheLog(story.referral()))).isTrue();
    stories.after(
        null,
        (referral, told) -> {
          if (referral.equals(story.referral())) assertThat(told).hasSize(story.events().size());
          return !referral.equals(story.referral());
        });
  }

  @Test
  void what_was_recorded_in_a_span_is_exported_by_time() {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));
    String span = "/audit/events?from=" + start.plusSeconds(5) + "&to=" + start.plusSeconds(7);

    assertThat(lines(Live.get(span).extract().asString()))
        .extracting(line -> line.contains(story.referral().toString()))
        .containsExactly(true, true);
    Live.as("supervisor", "46", "p-1").get(span).then().statusCode(403);
    Live.as("administrator", "nca").get(span).then().statusCode(403);
  }

  @Test
  void an_event_that_claims_the_place_of_another_is_a_divergence() {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));
    var other = new Story(story.referral()).received(start.plusSeconds(9));
    live.others().tell(other);
    live.stepTo(start.plusSeconds(20));

    assertThat(live.escalationsOf(story))
        .extracting(each -> each.get("kind"))
        .contains("LOG_DIVERGED", "PARKED");
    assertThat(audited(story.referral())).hasSizeGreaterThan(story.events().size());
  }

  @Test
  void an_event_that_is_told_again_in_other_bytes_is_a_divergence_and_both_are_kept() {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));
    live.others().tellOtherwise(story.events().getFirst());
    live.stepTo(start.plusSeconds(20));

    assertThat(live.escalationsOf(story))
        .extracting(each -> each.get("kind"))
        .containsExactly("LOG_DIVERGED");
    String told = "\"id\":\"" + story.events().getFirst().id() + "\"";
    assertThat(audited(story.referral()).stream().filter(line -> line.contains(told)))
        .hasSize(2)
        .last()
        .asString()
        .contains("\"told\":2");
  }

  @Test
  void an_export_says_how_new_it_is() {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));

    Live.get("/audit/referrals/" + story.referral() + "/events")
        .header("Baton-As-Of", start.plusSeconds(10).toString())
        .header("Baton-Lag-Seconds", "0.0");
  }

  private static List<String> audited(ReferralId referral) {
    return lines(Live.get("/audit/referrals/" + referral + "/events").extract().asString());
  }

  private static List<String> lines(String body) {
    return body.lines().toList();
  }

  private static List<String> onTheLog(ReferralId referral) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", RealParts.get().kafka());
    var topics = List.of(Topics.REFERRALS);
    var events = new ArrayList<String>();
    LogScan.read(
        kafka,
        topics,
        Map.of(),
        LogScan.ends(kafka, topics),
        record -> {
          if (record.key().equals(referral.toString()))
            events.add(new String(record.value(), StandardCharsets.UTF_8));
        },
        handed -> {},
        () -> false);
    return events;
  }
}
