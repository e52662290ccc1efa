package baton.contract;

import static baton.contract.Approved.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events are for ever: what was written once has to be written, and read, in the same way by every
 * later Baton.
 */
class WireFormTest {
  static List<BatonEvent> everyEvent() {
    return Samples.all();
  }

  @Test
  void every_event_of_the_contract_has_a_sample() {
    assertThat(Samples.all().stream().map(e -> EventTypes.nameOf(e.getClass())))
        .containsExactlyInAnyOrderElementsOf(EventTypes.names());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_is_written_as_approved(BatonEvent event) throws IOException {
    assertThat(JSON.writeValueAsString(event)).isEqualTo(Approved.text(name(event)));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void what_was_approved_is_read_as_the_same_event(BatonEvent event) throws IOException {
    assertThat(JSON.readValue(Approved.text(name(event)), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_with_fields_of_a_later_version_is_still_read(BatonEvent event) throws IOException {
    var later = (ObjectNode) JSON.readTree(Approved.text(name(event)));
    later.put("addedLater", "x").putObject("addedLaterToo").put("nested", 1);
    assertThat(JSON.treeToValue(later, event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_without_its_optional_fields_is_read(BatonEvent event) throws IOException {
    var least = (ObjectNode) JSON.readTree(Approved.text(name(event)));
    var required = Approved.required(name(event));
    least.retain(required);
    BatonEvent read = JSON.treeToValue(least, event.getClass());
    assertThat(Approved.names(JSON.<ObjectNode>valueToTree(read)))
        .containsExactlyInAnyOrderElementsOf(required);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_validates_against_its_schema_which_names_every_field(BatonEvent event)
      throws IOException {
    var schema = Approved.schema(name(event));
    assertThat(schema.validate(Approved.text(name(event)), InputFormat.JSON)).isEmpty();
    assertThat(Approved.fields(name(event)))
        .containsExactlyElementsOf(Approved.names(JSON.readTree(Approved.text(name(event)))));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void a_required_field_that_is_missing_is_refused_by_the_schema_and_by_the_event(BatonEvent event)
      throws IOException {
    var schema = Approved.schema(name(event));
    for (String name : Approved.required(name(event))) {
      var lacking = (ObjectNode) JSON.readTree(Approved.text(name(event)));
      boolean reference = lacking.remove(name).isTextual();
      assertThat(schema.validate(lacking.toString(), InputFormat.JSON)).as(name).isNotEmpty();
      if (reference)
        assertThatThrownBy(() -> JSON.treeToValue(lacking, event.getClass())).as(name).isNotNull();
    }
  }

  @Test
  void personal_data_that_is_still_open_never_reaches_the_wire() {
    var open = JSON.<ObjectNode>valueToTree(Sealed.open(new FreeText("Jane Synthetic", null)));
    assertThat(open.toString()).isEqualTo("{}");
    assertThat(Sealed.open("Jane Synthetic")).hasToString("Sealed[open]");
  }

  private static String name(BatonEvent event) {
    return EventTypes.nameOf(event.getClass());
  }
}
