package baton.contract;

import static baton.contract.Approved.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.allocation.SealedPackage;
import baton.contract.feed.CarriesContent;
import baton.contract.feed.CommandAnswered;
import baton.contract.feed.CommandProblem;
import baton.contract.feed.Deadline;
import baton.contract.feed.DeadlineChanged;
import baton.contract.feed.Disseminated;
import baton.contract.feed.FeedEvent;
import baton.contract.feed.FeedTypes;
import baton.contract.feed.Regraded;
import baton.contract.feed.StillOpen;
import baton.contract.feed.Transferred;
import baton.contract.feed.Updated;
import baton.contract.feed.Withdrawn;
import baton.contract.feed.Withheld;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What forces read is for ever: a subscriber of today reads what every later Baton tells. */
class FeedWireFormTest {
  private static final ReferralId REFERRAL = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");
  private static final String CONDITIONS = "not to be told to the subject";
  private static final EventId CONDITIONS_ID = EventId.of("0199cccc-0000-7000-8000-000000000004");
  private static final Instant AT = Instant.parse("2026-11-21T19:09:00Z");
  private static final Instant DUE = Instant.parse("2026-11-22T19:09:00Z");

  static List<FeedEvent> everyEvent() {
    var content =
        new SealedPackage(ReferralDetails.of(Map.of("reference", "SPADE-0001")), "a note");
    var running = new Deadline("FORCE_ACCEPTS", Deadline.State.RUNNING, AT, DUE, null, null);
    var met =
        new Deadline(
            "GRADE",
            Deadline.State.MET,
            AT,
            DUE,
            Instant.parse("2026-12-19T19:09:00Z"),
            Instant.parse("2026-11-21T19:09:00.123456Z"));
    return List.of(
        new Disseminated(
            REFERRAL,
            1,
            OrganisationCode.NCA,
            "SPADE-0001",
            false,
            Grade.HIGH,
            Grade.LOW,
            List.of(running),
            Withheld.NOT_YOURS,
            CONDITIONS,
            CONDITIONS_ID,
            content),
        new StillOpen(
            REFERRAL,
            StillOpen.State.HELD,
            1,
            OrganisationCode.NCA,
            "SPADE-0001",
            false,
            Grade.HIGH,
            Grade.LOW,
            List.of(running),
            Withheld.DISPOSED_OF,
            CONDITIONS,
            CONDITIONS_ID,
            content),
        new Updated(
            REFERRAL,
            2,
            ReferralType.ENTICEMENT,
            true,
            false,
            Withheld.NOT_YOURS,
            CONDITIONS,
            CONDITIONS_ID,
            content),
        new Regraded(
            REFERRAL, Grade.HIGH, Grade.LOW, Grade.MEDIUM, Grade.LOW, PersonId.of("p-4602")),
        new Withdrawn(REFERRAL, 1, Withdrawn.How.TAKEN_BACK),
        new Transferred(REFERRAL, OrganisationCode.of("47")),
        new DeadlineChanged(REFERRAL, List.of(met)),
        new CommandAnswered(
            REFERRAL,
            "46-000017",
            "baton.command.allocate.v1",
            2,
            17,
            List.of("baton.case-allocated.v1"),
            AT,
            1,
            new CommandProblem(
                "https://baton.example/problems/missing",
                "The request cannot be taken as it is",
                422,
                "person is required",
                List.of(
                    new CommandProblem.Violation(
                        "/data/person", "missing", "person is required")))));
  }

  @Test
  void every_event_of_the_feed_has_a_sample() {
    assertThat(everyEvent().stream().map(e -> FeedTypes.nameOf(e.getClass())))
        .containsExactlyInAnyOrderElementsOf(FeedTypes.names());
    assertThat(FeedTypes.classOf("baton.feed.added-later.v1")).isEmpty();
  }

  @Test
  void no_wire_name_means_an_event_of_the_log_and_one_of_the_feed() {
    assertThat(FeedTypes.names()).doesNotContainAnyElementsOf(EventTypes.names());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void it_is_written_as_approved_and_read_as_the_same(FeedEvent event) throws IOException {
    assertThat(JSON.writeValueAsString(event)).isEqualTo(Approved.text(name(event)));
    assertThat(JSON.readValue(Approved.text(name(event)), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void next_years_fields_are_read_over(FeedEvent event) throws IOException {
    var later = (ObjectNode) JSON.readTree(Approved.text(name(event)));
    later.put("addedLater", "x").putObject("addedLaterToo").put("nested", 1);
    later.path("deadlines").forEach(deadline -> ((ObjectNode) deadline).put("addedLater", 1));
    assertThat(JSON.treeToValue(later, event.getClass())).isEqualTo(event);
    assertThat(Approved.schema(name(event)).validate(later.toString(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void it_validates_against_its_schema_which_names_every_field_in_order(FeedEvent event)
      throws IOException {
    assertThat(Approved.schema(name(event)).validate(Approved.text(name(event)), InputFormat.JSON))
        .isEmpty();
    assertThat(Approved.fields(name(event)))
        .containsExactlyElementsOf(Approved.names(JSON.readTree(Approved.text(name(event)))));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void a_required_field_that_is_missing_is_refused_by_schema_and_reader(FeedEvent event)
      throws IOException {
    for (String name : Approved.required(name(event))) {
      var lacking = (ObjectNode) JSON.readTree(Approved.text(name(event)));
      JsonNode removed = lacking.remove(name);
      assertThat(Approved.schema(name(event)).validate(lacking.toString(), InputFormat.JSON))
          .as(name)
          .isNotEmpty();
      // A number or a truth that is missing reads as 0 or false.
      if (removed.isTextual() || removed.isArray())
        assertThatThrownBy(() -> JSON.treeToValue(lacking, event.getClass())).as(name).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void without_its_optional_fields_it_is_read(FeedEvent event) throws IOException {
    var required = Approved.required(name(event));
    var least = ((ObjectNode) JSON.readTree(Approved.text(name(event)))).retain(required);
    FeedEvent read = JSON.treeToValue(least, event.getClass());
    assertThat(Approved.names(JSON.<ObjectNode>valueToTree(read)))
        .containsExactlyInAnyOrderElementsOf(required);
    if (read instanceof CarriesContent carries) assertThat(carries.content()).isNull();
  }

  private static String name(FeedEvent event) {
    return FeedTypes.nameOf(event.getClass());
  }
}
