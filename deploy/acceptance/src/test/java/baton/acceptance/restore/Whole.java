package baton.acceptance.restore;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Log;
import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/**
 * Nothing acknowledged is lost, doubled or out of order, and the board is what the log says.
 *
 * @param acknowledged references by referral; all of them were handed on to Kent
 */
record Whole(BatonClient client, Log log, Map<String, String> acknowledged) {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Who DRIVER = new Who("administrator", "baton", "p-driver");
  private static final Set<String> EVENTS = Set.of("baton.referrals", "baton.register");

  /** What a service records when it reads of a referral: reading it again must not repeat it. */
  private static final Set<String> ONCE_A_REFERRAL =
      Set.of(
          "baton.assessment-opened.v1",
          "baton.case-opened.v1",
          "baton.force-noted.v1",
          "baton.acceptance-noted.v1");

  private static final ObjectMapper JSON = new ObjectMapper();

  void verify() throws IOException {
    var told = new Told();
    for (var record : log.everything()) if (EVENTS.contains(record.topic())) told.take(record);
    acknowledged.forEach(this::isThere);
    for (ServiceName service : ServiceName.values())
      assertThat(get(service, DRIVER, "/parked").path("items")).as("parked").isEmpty();
    assertThat(sweep().path("differences")).isEmpty();
  }

  /** What the log has told so far. */
  private static final class Told {
    private final Map<String, String> firstOf = new HashMap<>();
    private final Map<String, Long> lastOf = new HashMap<>();
    private final Set<String> reactions = new HashSet<>();

    void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
      JsonNode event = JSON.readTree(record.value());
      String bytes = new String(record.value());
      String before = firstOf.putIfAbsent(event.path("id").asText(), bytes);
      assertThat(before == null ? bytes : before).as("a repeat is the same").isEqualTo(bytes);
      if (before != null) return;
      String stream = event.path("source").asText() + event.path("subject").asText();
      long sequence = event.path("streamsequence").asLong();
      assertThat(sequence).as(stream).isEqualTo(lastOf.getOrDefault(stream, -1L) + 1);
      lastOf.put(stream, sequence);
      String type = event.path("type").asText();
      if (ONCE_A_REFERRAL.contains(type))
        assertThat(reactions.add(type + event.path("referral").asText()))
            .as("%s twice", type)
            .isTrue();
    }
  }

  private void isThere(String referral, String reference) {
    var sent = get(INTAKE, Staff.agency("ncmec"), "/referrals/" + referral);
    assertThat(sent.path("reference").asText()).isEqualTo(reference);
    var custody = get(ESCALATION, Staff.auditor(), "/custody/" + referral);
    assertThat(custody.path("custodian").path("organisation").asText())
        .isEqualTo(DrilledBaton.KENT);
    var kase = get(ALLOCATION, Staff.supervisor(DrilledBaton.KENT), "/cases/" + referral);
    assertThat(kase.path("disseminations")).hasSize(1);
  }

  private JsonNode sweep() {
    var asked = client.post(ESCALATION, Staff.auditor(), "/sweeps", Map.of()).orFail();
    return Awaitility.await("the sweep")
        .atMost(SOON)
        .until(
            () -> get(ESCALATION, Staff.auditor(), "/sweeps/" + asked.path("sweepId").asText()),
            sweep -> sweep.path("state").asText().equals("done"));
  }

  private JsonNode get(ServiceName service, Who who, String path) {
    return client.get(service, who, path).orFail();
  }
}
