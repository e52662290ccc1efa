package baton.escalation.board;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.contract.Grade;
import baton.contract.Recorded;
import baton.contract.Unrecognised;
import baton.custody.Custody;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.journal.envelope.JournalJson;
import baton.platform.board.CustodyBoard;
import baton.policy.file.Defaults;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service starts as a version that knows an event which the version before did not. */
@QuarkusTest
@Stepped
class UpgradedTest {
  private static final String SKIPPED =
      """
      insert into unknown_event
        (topic_id, partition, log_offset, topic, story, type, record_key, value)
      select topic_id, partition, log_offset, topic, referral::text, type, referral::text, value
        from archived_event where event_id = ?\
      """;

  @Inject AgroalDataSource database;
  @Inject CustodyBoard board;

  private Live live;

  @BeforeEach
  void begin() {
    live = new Live();
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void a_fold_that_had_stopped_goes_on_with_everything_that_came_since() throws Exception {
    Instant start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    var story =
        new Story()
            .receivedAndOpened(start)
            .offeredToAssessor(start.plusSeconds(10))
            .assessorAccepted(start.plusSeconds(20));
    Recorded<?> unknown = story.last();
    story.triaged(Grade.LOW, start.plusSeconds(30));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(60));

    Custody stopped = leftByTheVersionBefore(story, unknown);
    assertThat(stopped.reading().stoppedBy().event()).isEqualTo(unknown.id());
    await().until(() -> onBoard(story).equals(story.custody()));

    get("/custody/" + story.referral())
        .body("custodian.person", equalTo(Story.ASSESSOR.value()))
        .body("priority", equalTo("LOW"));
  }

  /** The board as a reader would have drawn it that did not know this event, and its note of it. */
  private Custody leftByTheVersionBefore(Story story, Recorded<?> unknown)
      throws SQLException, JsonProcessingException {
    Custody custody = Custody.none(story.referral());
    for (Recorded<?> event : story.events())
      custody =
          Custody.evolve(
              custody, event.equals(unknown) ? unrecognised(event) : event, Defaults.book());
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var update =
              connection.prepareStatement("update custody_board set state = ? where referral = ?");
          var skipped = connection.prepareStatement(SKIPPED)) {
        update.setString(1, JournalJson.mapper().writeValueAsString(custody));
        update.setObject(2, story.referral().value());
        assertThat(update.executeUpdate()).isEqualTo(1);
        skipped.setObject(1, unknown.id().value());
        assertThat(skipped.executeUpdate()).isEqualTo(1);
      }
      connection.commit();
    }
    return custody;
  }

  private static Recorded<?> unrecognised(Recorded<?> event) {
    return new Recorded<>(
        event.id(),
        event.source(),
        event.subject(),
        event.referral(),
        event.streamSequence(),
        event.time(),
        event.recordedTime(),
        event.actor(),
        event.organisation(),
        event.causationId(),
        event.correlationId(),
        new Unrecognised("baton.assessment-accepted.v1", true));
  }

  private Custody onBoard(Story story) throws SQLException {
    try (var connection = database.getConnection()) {
      return board.find(story.referral(), connection).orElseThrow();
    }
  }
}
