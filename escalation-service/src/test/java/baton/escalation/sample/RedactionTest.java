package baton.escalation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over the contract's examples of every event that a referral's story can have. */
class RedactionTest {
  private static final Path EXAMPLES =
      Path.of("../shared-events/contract/src/test/resources/approved");
  private static final ReferralId REFERRAL = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");

  /** What inspectors need and nobody can be found by. */
  private static final Set<String> HARMLESS =
      Set.of("post", "service", "parkedType", "resolvedByType", "tool", "toolVersion", "version");

  static Stream<String> ofReferrals() {
    return EventTypes.names().stream()
        .filter(
            name -> ReferralEvent.class.isAssignableFrom(EventTypes.classOf(name).orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("ofReferrals")
  void no_text_and_no_member_of_staff_is_shown(String type) throws IOException {
    BatonEvent event = example(type);
    String shown = redacted(event).toString();

    var texts = new ArrayList<Map.Entry<String, String>>();
    texts(event, texts);
    assertThat(texts)
        .filteredOn(each -> !HARMLESS.contains(each.getKey()))
        .noneMatch(each -> shown.contains("\"" + each.getValue() + "\""));
    assertThat(shown).doesNotContain("sealed", "\"box\"", "p-460", "p-1001");
  }

  @Test
  void references_elsewhere_and_hashes_that_could_be_tried_out_are_withheld() throws IOException {
    var fields = new TreeSet<String>();
    for (String type : ofReferrals().toList())
      redacted(example(type)).path("data").fieldNames().forEachRemaining(fields::add);

    assertThat(fields)
        .contains("grade", "receivedAt", "number", "post", "toolVersion")
        .doesNotContain("reference", "theirReference", "localReference", "receiptNumber")
        .doesNotContain("contentHash", "contentHashBefore", "recipient", "system", "plan");
  }

  private static BatonEvent example(String type) throws IOException {
    return JournalJson.mapper()
        .readValue(
            Files.readString(EXAMPLES.resolve(type + ".json")),
            EventTypes.classOf(type).orElseThrow());
  }

  private static JsonNode redacted(BatonEvent event) {
    Instant at = Instant.parse("2026-11-21T19:09:00Z");
    var recorded =
        new Recorded<>(
            EventId.of("0199cccc-0000-7000-8000-000000000005"),
            "/risk-service",
            REFERRAL.toString(),
            REFERRAL,
            0,
            at,
            at,
            Actor.person(PersonId.of("p-1001")),
            OrganisationCode.of("nca"),
            null,
            null,
            event);
    return JournalJson.mapper().valueToTree(new Redaction(new Pseudonyms()).of(recorded));
  }

  /** Every text that a field of the contract itself holds, by the field's name. */
  private static void texts(Object value, List<Map.Entry<String, String>> found) {
    if (value instanceof Collection<?> several) several.forEach(each -> texts(each, found));
    if (!(value instanceof Record record) || value instanceof UUID) return;
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = part(record, component);
      if (part instanceof String text && !isValueOfItsOwn(record))
        found.add(Map.entry(component.getName(), text));
      else if (part instanceof Collection<?> several)
        several.forEach(
            each -> {
              if (each instanceof String text) found.add(Map.entry(component.getName(), text));
              else texts(each, found);
            });
      else texts(part, found);
    }
  }

  /** An organisation's code, a team's id: codes of Baton's; staff are looked for apart. */
  private static boolean isValueOfItsOwn(Record record) {
    return record.getClass().getRecordComponents().length == 1;
  }

  private static Object part(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component + " of " + record + " cannot be read", e);
    }
  }
}
