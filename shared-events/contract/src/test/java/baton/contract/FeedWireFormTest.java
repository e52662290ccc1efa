package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.allocation.SealedPackage;
import baton.contract.feed.CarriesContent;
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
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What forces read is for ever: a subscriber of today reads what every later Baton tells. */
class FeedWireFormTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final ReferralId REFERRAL = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");
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
            content),
        new Updated(REFERRAL, 2, ReferralType.ENTICEMENT, true, false, Withheld.NOT_YOURS, content),
        new Regraded(
            REFERRAL, Grade.HIGH, Grade.LOW, Grade.MEDIUM, Grade.LOW, PersonId.of("p-4602")),
        new Withdrawn(REFERRAL, 1, Withdrawn.How.TAKEN_BACK),
        new Transferred(REFERRAL, OrganisationCode.of("47")),
        new DeadlineChanged(REFERRAL, List.of(met)));
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
    assertThat(JSON.writeValueAsString(event)).isEqualTo(approved(event));
    assertThat(JSON.readValue(approved(event), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void next_years_fields_are_read_over(FeedEvent event) throws IOException {
    var later = (ObjectNode) JSON.readTree(approved(event));
    later.put("addedLater", "x").putObject("addedLaterToo").put("nested", 1);
    later.path("deadlines").forEach(deadline -> ((ObjectNode) deadline).put("addedLater", 1));
    assertThat(JSON.treeToValue(later, event.getClass())).isEqualTo(event);
    assertThat(schema(event).validate(later.toString(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void it_validates_against_its_schema_which_names_every_field_in_order(FeedEvent event)
      throws IOException {
    assertThat(schema(event).validate(approved(event), InputFormat.JSON)).isEmpty();
    assertThat(names(JSON.readTree(schemaText(event)).get("properties")))
        .containsExactlyElementsOf(names(JSON.readTree(approved(event))));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void a_required_field_that_is_missing_is_refused_by_schema_and_reader(FeedEvent event)
      throws IOException {
    for (String name : names(JSON.readTree(schemaText(event)).get("required"))) {
      var lacking = (ObjectNode) JSON.readTree(approved(event));
      JsonNode removed = lacking.remove(name);
      assertThat(schema(event).validate(lacking.toString(), InputFormat.JSON))
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
    var required = names(JSON.readTree(schemaText(event)).get("required"));
    var least = ((ObjectNode) JSON.readTree(approved(event))).retain(required);
    FeedEvent read = JSON.treeToValue(least, event.getClass());
    assertThat(names(JSON.<ObjectNode>valueToTree(read)))
        .containsExactlyInAnyOrderElementsOf(required);
    if (read instanceof CarriesContent carries) assertThat(carries.content()).isNull();
  }

  private static Schema schema(FeedEvent event) throws IOException {
    return SCHEMAS.getSchema(schemaText(event), InputFormat.JSON);
  }

  private static List<String> names(JsonNode node) {
    return node.isArray()
        ? Stream.of(JSON.convertValue(node, String[].class)).toList()
        : node.propertyStream().map(e -> e.getKey()).toList();
  }

  private static String approved(FeedEvent event) throws IOException {
    return resource("/approved/" + FeedTypes.nameOf(event.getClass()) + ".json");
  }

  private static String schemaText(FeedEvent event) throws IOException {
    return resource("/baton/contract/schema/" + FeedTypes.nameOf(event.getClass()) + ".json");
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = FeedWireFormTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
